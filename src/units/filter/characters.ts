/** What is known of single characters: their kind, and in which Chinese script they are written. */
import { simplify } from '../../language/han.ts';
import { big5Tables, gb18030Pairs } from '../../read/charset/tables.ts';

/** The kinds that a UTF-16 unit may be of. */
export const MARK = 0;
export const BLANK = 1;
export const HAN = 2;
export const LATIN = 3;
export const DIGIT = 4;
export const KANA = 5;
export const HANGUL = 6;
export const OTHER_LETTER = 7;
/** A control character, a code for private use, or what decoders write for bytes that they cannot read. */
export const BROKEN = 8;

const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;
/** All of GB2312, and of Big5 the characters of daily use: its second half has 岭 and 术 as rare characters. Pairs of bytes. */
const GB2312 = { first: 0xb0a1, last: 0xf7fe, leastTrail: 0xa1 };
const BIG5 = { first: 0xa440, last: 0xc67e, leastTrail: 0x40 };
/** Forms that many write in Traditional text, though its standard has others. */
const IN_BOTH = new Set(
  Array.from('温脱减册晒够却税悦锐蕴强群峰床户卧吕奥', (character) => character.charCodeAt(0)),
);

const KINDS: readonly (readonly [kind: number, pattern: RegExp])[] = [
  [BROKEN, /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ue000-\uf8ff\ufffd-\uffff]/],
  // Fillers of Hangul are letters that nobody sees.
  [BLANK, /[\s\u0085\u00ad\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/],
  [HAN, /\p{Script=Han}/u],
  [LATIN, /\p{Script=Latin}/u],
  [DIGIT, /\p{Nd}/u],
  [KANA, /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  [HANGUL, /\p{Script=Hangul}/u],
  [OTHER_LETTER, /\p{L}/u],
];

/** What Traditional text writes where Simplified has another character that OpenCC finds only in phrases. */
const VARIANTS: readonly (readonly [variant: string, usual: string])[] = [
  ['著', '着'],
  ['瞭', '了'],
  ['覆', '复'],
];

/** Tables are made when they are first needed: a fifth of a second, once. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** UTF-16 unit → its kind. */
export const kinds = lazily(() =>
  Uint8Array.from({ length: 0x10000 }, (_, unit) => {
    // The first halves of Han characters beyond the basic plane; second halves count for nothing.
    if (unit >= 0xd840 && unit <= 0xd88d) return HAN;
    const character = String.fromCharCode(unit);
    return KINDS.find(([, pattern]) => pattern.test(character))?.[0] ?? MARK;
  }),
);

/** UTF-16 unit → its Simplified form, only as a key; all but Chinese characters stay as they are. */
export const simplifiedUnits = lazily(() => {
  const units = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (let unit = FIRST_HAN; unit <= LAST_HAN; unit++) {
    const simple = simplify(String.fromCharCode(unit));
    if (simple.length === 1) units[unit] = simple.charCodeAt(0);
  }
  for (const [variant, usual] of VARIANTS) units[variant.charCodeAt(0)] = usual.charCodeAt(0);
  // 麼 goes to 么, and 么, which Taiwan writes for 幺, to 幺: all three are one.
  return units.map((unit) => units[unit]!);
});

export const SIMPLIFIED = 1;
export const TRADITIONAL = 2;

/**
 * UTF-16 unit → the script that alone writes it, 0 for what both write. A character is of one script alone when OpenCC
 * knows the other form and the standard of the other script has no such character: 后, 里 and 着 are of both.
 */
export const scripts = lazily(() => {
  const simplified = simplifiedUnits();
  const inGb2312 = unitsIn(gb18030Pairs(), GB2312);
  const inBig5 = unitsIn(big5Tables().pairs, BIG5);
  const table = new Uint8Array(0x10000);
  for (let unit = FIRST_HAN; unit <= LAST_HAN; unit++) {
    const simple = simplified[unit]!;
    if (simple === unit) continue;
    if (!inGb2312.has(unit)) table[unit] = TRADITIONAL;
    if (!inBig5.has(simple) && !IN_BOTH.has(simple)) table[simple] = SIMPLIFIED;
  }
  return table;
});

function unitsIn(pairs: Uint16Array, { first, last, leastTrail }: typeof GB2312): ReadonlySet<number> {
  const units = new Set<number>();
  for (let code = first; code <= last; code++) if ((code & 0xff) >= leastTrail) units.add(pairs[code]!);
  return units;
}

/** The text with each character in its Simplified form, and digits and letters narrow; of the same length. A key only. */
export function simplifiedKey(text: string): string {
  const units = simplifiedUnits();
  let key = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const narrow = unit > 0xff00 && unit < 0xff5f ? unit - 0xfee0 : units[unit]!;
    key += String.fromCharCode(narrow);
  }
  return key;
}
