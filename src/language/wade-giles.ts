import { halvesOf } from './pinyin.ts';

/** Syllables that follow no rule of initial and final. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  zhi: ['chih'],
  chi: ['chih'],
  shi: ['shih'],
  ri: ['jih'],
  zi: ['tzu'],
  ci: ['tzu'],
  si: ['ssu', 'szu'],
  yi: ['i'],
  you: ['yu'],
  ye: ['yeh'],
  yan: ['yen'],
  yue: ['yueh'],
  yong: ['yung'],
  er: ['erh'],
  e: ['o'],
};

const INITIALS: Readonly<Record<string, string>> = {
  b: 'p',
  d: 't',
  g: 'k',
  j: 'ch',
  q: 'ch',
  x: 'hs',
  zh: 'ch',
  r: 'j',
  z: 'ts',
  c: 'ts',
};

const FINALS: Readonly<Record<string, string>> = {
  ong: 'ung',
  iong: 'iung',
  ian: 'ien',
  ie: 'ieh',
  ue: 'ueh',
};

/** A syllable of pinyin, without tone, in the spellings of Wade and Giles, without apostrophes and umlauts. */
export function wadeGiles(pinyin: string): readonly string[] {
  if (Object.hasOwn(WHOLE, pinyin)) return WHOLE[pinyin]!;
  const [initial, final] = halvesOf(pinyin.replace('v', 'u'));
  return [(INITIALS[initial] ?? initial) + finalAfter(initial, final)];
}

function finalAfter(initial: string, final: string): string {
  const isGuttural = /^[gkh]$/.test(initial);
  if (final === 'e' && isGuttural) return 'o';
  if (final === 'ui' && /^[gk]$/.test(initial)) return 'uei';
  if (final === 'uo' && !isGuttural && initial !== 'sh') return 'o';
  return FINALS[final] ?? final;
}
