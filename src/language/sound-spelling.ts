import { distance } from 'fastest-levenshtein';
import { halvesOf, readings } from './pinyin.ts';

const plain = new Map<string, string>();

/** Lower case, without accents and anything that is no letter of the English alphabet. */
export function plainLetters(word: string): string {
  return cached(plain, word, () =>
    word
      .toLowerCase()
      .replace(/[łøßæœðþı]/g, (letter) => ELSEWHERE[letter]!)
      .normalize('NFD')
      .replace(/[^a-z]/g, ''),
  );
}

const ELSEWHERE: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Spellings of one sound that are made one, so that what a name teaches holds for all of them. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/([bcdfghjklmnpqrstvwxz])\1/g, '$1'],
  [/ph/g, 'f'],
  [/ck|que$/g, 'k'],
  [/s?ch(?=[lmnrw])|sch/g, 'sh'],
  [/tch/g, 'ch'],
  [/(?<=[aeiou])gh(?![aeiou])/g, ''],
  [/^wr|rh/g, 'r'],
  [/^kn/, 'n'],
  [/mb$/, 'm'],
  [/dt/g, 't'],
  [/y(?![aeiou])/g, 'i'],
  [/x/g, 'ks'],
  [/(?<=[bcdfgklmnprstvz])es$/, 's'],
];
const simple = new Map<string, string>();

/** Plain letters with one spelling for sounds that have several: `philipp` is `filip`, `wright` is `rit`. */
export function spelledSimply(letters: string): string {
  return cached(
    simple,
    letters,
    () => SAME_SOUND.reduce((spelled, [from, to]) => spelled.replace(from, to), letters) || letters,
  );
}

/** How alike the consonants of a Chinese name and plain letters are. */
export interface Consonants {
  /** By edit distance, 0 to 1; names with hardly any consonants are given the middle. */
  readonly closeness: number;
  readonly isFirstSame: boolean;
  readonly isLastSame: boolean;
}

/** Compares the consonants of a Chinese name with those of plain letters. */
export function compareConsonants(chinese: string, letters: string): Consonants {
  const [zh, en] = [skeletonOf(chinese), consonantsOf(letters)];
  return {
    closeness: closenessOf(zh, en),
    isFirstSame: zh[0] === en[0],
    isLastSame: zh.at(-1) === en.at(-1),
  };
}

/** How alike two strings of consonants are by edit distance, 0 to 1; with hardly any consonants, the middle. */
export function closenessOf(zh: string, en: string): number {
  const longer = Math.max(zh.length, en.length);
  return longer < 2 ? 0.5 : 1 - distance(zh, en) / longer;
}

/** Consonants that Chinese writing of foreign names keeps apart from each other. */
const CLASSES: readonly (readonly [letters: string, sign: string])[] = [
  ['bpfvw', 'P'],
  ['dt', 'T'],
  ['gkqc', 'K'],
  ['h', 'H'],
  ['szj', 'S'],
  ['x', 'KS'],
  ['mn', 'N'],
  ['lr', 'L'],
];
const SIGNS = new Map(
  CLASSES.flatMap(([letters, sign]) => Array.from(letters, (letter) => [letter, sign] as const)),
);
const bones = new Map<string, string>();

/** The consonants of a name in Chinese characters, a sign for each class. */
export function skeletonOf(chinese: string): string {
  let skeleton = '';
  for (const character of chinese) {
    skeleton += cached(bones, character, () => boneOf(readings(character)[0] ?? ''));
  }
  return skeleton;
}

/** How alike the pinyin, less what only pinyin writes, and simple letters are by edit distance, 0 to 1. */
export function spellingCloseness(chinese: string, simple: string): number {
  let pinyin = '';
  for (const character of chinese)
    pinyin += cached(romanised, character, () => asLatin(readings(character)[0] ?? ''));
  return 1 - distance(pinyin, simple) / Math.max(pinyin.length, simple.length, 1);
}

const romanised = new Map<string, string>();

function asLatin(syllable: string): string {
  if (syllable === 'er') return 'r';
  const [initial, final] = halvesOf(syllable);
  const start =
    ({ zh: 'j', q: 'ch', x: 's', c: 'ts' } as Readonly<Record<string, string>>)[initial] ?? initial;
  return start + final.replace(/ng$/, 'n').replace(/^uo$/, 'o').replace(/^ao$/, 'o');
}

function boneOf(syllable: string): string {
  if (syllable === 'er') return 'L';
  const [initial, final] = halvesOf(syllable);
  const start = /^(?:[zcs]h|[xqc])$/.test(initial) ? 'S' : (SIGNS.get(initial) ?? '');
  return start + (/ng?$/.test(final) ? 'N' : '');
}

/** What English spelling writes and Chinese does not hear, or hears as another consonant; `r` only before vowels. */
const HEARD: readonly (readonly [RegExp, string])[] = [
  [/[zcst]h|tch/g, 's'],
  [/ph/g, 'f'],
  [/(?<=[aeiou])gh|h(?![aeiouy])|w(?![aeiouyh])|r(?![aeiouy])/g, ''],
  [/[cg](?=[eiy])/g, 's'],
  [/mb$/, 'm'],
];
const skeletons = new Map<string, string>();

/** The consonants of plain letters, by the same signs. */
export function consonantsOf(letters: string): string {
  return cached(skeletons, letters, () => {
    const heard = HEARD.reduce((word, [from, to]) => word.replace(from, to), letters);
    return Array.from(heard, (letter) => SIGNS.get(letter) ?? '')
      .join('')
      .replace(/(.)\1/g, '$1');
  });
}

function cached(cache: Map<string, string>, key: string, make: () => string): string {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}
