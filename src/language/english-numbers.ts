/** Numbers in English writing: the patterns that find them, and their values. */
import { withoutDust } from './rounding.ts';

const UNITS = 'one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const SMALL: ReadonlyMap<string, number> = new Map([
  ['zero', 0],
  ['half', 0.5],
  ...UNITS.map((word, k) => [word, 1 + k] as const),
  ...TEENS.map((word, k) => [word, 10 + k] as const),
  ...TENS.map((word, k) => [word, 20 + 10 * k] as const),
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['mln', 1e6],
  ['million', 1e6],
  ['bn', 1e9],
  ['billion', 1e9],
  ['tn', 1e12],
  ['trillion', 1e12],
]);

const UNIT_ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');
const TEEN_ORDINALS =
  'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...UNIT_ORDINALS.map((word, k) => [word, 1 + k] as const),
  ...TEEN_ORDINALS.map((word, k) => [word, 10 + k] as const),
  ...TENS.map((word, k) => [word.replace(/y$/, 'ieth'), 20 + 10 * k] as const),
  ['hundredth', 100],
]);

/** The pattern of words with or without a capital: `noon` and `Noon`. */
export const eitherCase = (words: string) => words.replace(/\b[a-z]/g, (c) => `[${c.toUpperCase()}${c}]`);

const anyOf = (words: Iterable<string>) => `(?:${[...words].join('|')})`;

/** Arabic digits, with or without commas of thousands and a decimal point. */
export const DIGITS = '(?:\\d{1,3}(?:,\\d{3}){1,6}(?!\\d)|\\d+)(?:\\.\\d+)?';
const WORDS = anyOf([...SMALL.keys(), ...SCALES.keys()].filter((word) => /^(?!half|mln)\w{3}/.test(word)));
const WORD = `${WORDS}\\b`;
/** A word that is a number, or counts one: `three`, `hundred`. */
export const NUMBER_WORD = new RegExp(`^${WORDS}$`, 'i');
/** Words that may make up one number, or several: `two and three`. */
const CHAIN = new RegExp(
  `\\b(?:(?:half[ -])?an? (?=${anyOf(['dozen', 'hundred', 'thousand', 'million', 'billion', 'trillion'])}\\b)|half-(?=dozen|million))?` +
    `(?:(?:${DIGITS})(?:\\s?(?:mln|bn|tn))?\\b|${WORD})(?:(?:[\\s-]| and )${WORD}| point(?= ${anyOf([...UNITS, 'zero'])}\\b)){0,12}`,
  'gi',
);

/** The numbers of a text, in order, each as long as it can be: `two and three` are two, `a hundred and three` is one. */
export function englishNumbersIn(
  text: string,
): { readonly start: number; readonly end: number; readonly value: number }[] {
  return [...text.matchAll(CHAIN)].flatMap((chain) => {
    const words = [...chain[0].matchAll(/[^\s-]+/g)].map((word) => ({
      start: chain.index + word.index,
      end: chain.index + word.index + word[0].length,
    }));
    return longestNumbers(text, words);
  });
}

function longestNumbers(text: string, words: readonly { readonly start: number; readonly end: number }[]) {
  const wordAt = (k: number) => text.slice(words[k]?.start, words[k]?.end).toLowerCase();
  // No number ends between a count and its scale, as in `one hundred and two | hundred`.
  const endsNumber = (k: number) =>
    wordAt(k) !== 'and' && (k + 1 === words.length || !SCALES.has(wordAt(k + 1)));
  const numbers: { start: number; end: number; value: number }[] = [];
  for (let first = 0; first < words.length; first++) {
    const { start } = words[first]!;
    for (let last = words.length - 1; last >= first; last--) {
      const { end } = words[last]!;
      const value = endsNumber(last) ? englishNumber(text.slice(start, end)) : undefined;
      if (value === undefined) continue;
      numbers.push({ start, end, value });
      first = last;
      break;
    }
  }
  return numbers;
}

/** A pattern of an ordinal: `third`, `21st`, `twenty-first`. */
export const ENGLISH_ORDINAL = `(?:\\d+(?:st|nd|rd|th)|(?:${anyOf(TENS)}[\\s-])?${anyOf(ORDINALS.keys())})`;

/**
 * The value of a number: `350 million`, `1,200`, `three hundred and forty-two`, `3.5bn`, `half a million`; read as
 * a year `nineteen eighty-four`. Undefined for what is no number.
 */
export function englishNumber(text: string): number | undefined {
  const [whole = '', decimals] = text.toLowerCase().split(' point ');
  return decimals === undefined ? wholeNumber(whole) : decimalNumber(whole, decimals);
}

function decimalNumber(whole: string, decimals: string): number | undefined {
  const digits = decimals.split(/[ -]/).map((word) => SMALL.get(word));
  const value = wholeNumber(whole);
  return value === undefined || digits.includes(undefined)
    ? undefined
    : Number(`${value}.${digits.join('')}`);
}

/** Scales go down, and `and` stands behind a scale: `two million and one`. */
function wholeNumber(text: string): number | undefined {
  let total = 0;
  let section: number | undefined;
  let lastScale = Infinity;
  let joins = false;
  for (const word of text.match(/\d[\d,]*(?:\.\d+)?|\p{L}+/gu) ?? []) {
    const plain = /^\d/.test(word) ? Number(word.replaceAll(',', '')) : SMALL.get(word);
    const scale = SCALES.get(word);
    if (plain !== undefined) {
      section = section === undefined ? plain : joined(section, plain);
      if (section === undefined) return undefined;
    } else if (scale === undefined) {
      if (!/^an?$/.test(word) && !(word === 'and' && joins)) return undefined;
    } else if (scale <= 100) {
      if ((section ?? 1) > 99) return undefined;
      section = (section ?? 1) * scale;
    } else if (scale < lastScale) {
      total += (section ?? 1) * scale;
      section = undefined;
      lastScale = scale;
    } else return undefined;
    joins = scale !== undefined && scale >= 100;
  }
  return total || section !== undefined ? withoutDust(total + (section ?? 0)) : undefined;
}

/** `forty` and `two`, `three hundred` and `twelve`, `nineteen` and `eighty`; undefined when they are two numbers. */
function joined(before: number, after: number): number | undefined {
  const small = before % 100;
  if (before > 0 && small === 0 && after < 100) return before + after;
  if (small >= 20 && small % 10 === 0 && after < 10) return before + after;
  return before >= 10 && before < 100 && after >= 10 && after < 100 ? before * 100 + after : undefined;
}

/** An ordinal of one word: `third`. */
export const ORDINAL_WORD = new RegExp(`^${anyOf(ORDINALS.keys())}$`, 'i');

/** The value of an ordinal: `third`, `21st`, `twenty-first`. */
export function englishOrdinal(text: string): number | undefined {
  const digits = /^(\d+)(?:st|nd|rd|th)$/i.exec(text)?.[1];
  if (digits) return Number(digits);
  const [last = '', tens, ...more] = text
    .toLowerCase()
    .split(/[\s-]+/)
    .reverse();
  const value = ORDINALS.get(last);
  if (value === undefined || tens === undefined) return value;
  const before = SMALL.get(tens) ?? 0;
  return before >= 20 && value < 10 && more.length === 0 ? before + value : undefined;
}

/** A Roman numeral from I to XLIX. */
export const ROMAN = '(?=[IVXL])(?:XL|X{0,3})(?:I[XV]|V?I{0,3})';

/** The value of a Roman numeral: `XIV` is 14. */
export function romanNumber(text: string): number {
  const digits = Array.from(text, (letter) => ({ I: 1, V: 5, X: 10, L: 50 })[letter] ?? 0);
  return digits.reduce((sum, digit, k) => sum + (digit < (digits[k + 1] ?? 0) ? -digit : digit), 0);
}
