/** The rules that look at lengths alone. */
import type { Side } from './side.ts';
import type { Thresholds } from './thresholds.ts';

/** English letters and digits to a Chinese character: the middle of what texts have, from 2.8 to 4.0. */
const LETTERS_PER_CHARACTER = 3.3;
/** So many letters on either side are nothing to speak of: short sentences stray further from the middle. */
const SLACK = 6;

/** Of a Chinese side in Chinese characters. */
function charactersOf({ letters, latin, digits }: Side): number {
  return letters - latin + (latin + digits) / 2;
}

/** Of an English side; what stands there in other scripts is no lack of words. */
function wordsOf({ words, letters, latin }: Side): number {
  return words + letters - latin;
}

export function isTooShort(zh: Side, en: Side, limits: Thresholds): boolean {
  return (
    charactersOf(zh) < limits.minCharacters ||
    en.letters + en.digits < limits.minLetters ||
    wordsOf(en) < limits.minWords
  );
}

export function isTooLong(zh: Side, en: Side, { maxCharacters, maxWords }: Thresholds): boolean {
  return charactersOf(zh) > maxCharacters || wordsOf(en) > maxWords;
}

/**
 * Whether one side is too long for the other. Names and figures in Latin letters stand on both sides with as many letters,
 * so they count in full.
 */
export function hasStrayLengths(zh: Side, en: Side, { maxRatio }: Thresholds): boolean {
  const expected = LETTERS_PER_CHARACTER * (zh.han + zh.kana + zh.hangul) + zh.latin + zh.digits;
  const actual = en.letters + en.digits;
  return Math.max(expected, actual) > maxRatio * (Math.min(expected, actual) + SLACK);
}
