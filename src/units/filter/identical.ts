/** Sides that say the same in the same words: what nobody has translated. */
import { distance } from 'fastest-levenshtein';
import { BLANK, kinds, MARK, simplifiedKey } from './characters.ts';
import type { Side } from './side.ts';

/** So much of the longer side must differ, unless a translation is meant. */
const LEAST_DIFFERENCE = 0.2;
/** So much of the letters of a side, at most, may be Chinese characters that the other does not have. */
const MOST_HAN_AHEAD = 0.05;
/** Shorter words differ by a letter and mean another thing. */
const SHORTEST = 8;
/** A title is also the same with the name of its site behind it, as long as it is so much of the whole. */
const LEAST_OF_WHOLE = 0.5;
/** Comparing takes the square of the length. */
const SIGHT = 400;

export function areIdentical(zh: Side, en: Side): boolean {
  const [zhLetters, enLetters] = [zh.letters, en.letters];
  // A translation shares few characters with its original: 继承 (Inheritance) is one.
  if (zhLetters === 0 || Math.abs(zh.han - en.han) > MOST_HAN_AHEAD * Math.max(zhLetters, enLetters))
    return false;
  const [x, y] = [keyOf(zh.text), keyOf(en.text)];
  if (x === y) return true;
  const longer = Math.max(x.length, y.length);
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  if (short.length >= SHORTEST && short.length >= LEAST_OF_WHOLE * longer && long.includes(short))
    return true;
  return longer >= SHORTEST && distance(x, y) < LEAST_DIFFERENCE * longer;
}

/** Letters and digits alone, in one case, width and script. */
function keyOf(text: string): string {
  const key = simplifiedKey(text.slice(0, SIGHT)).toLowerCase();
  let letters = '';
  for (const character of key) {
    const kind = kinds()[character.charCodeAt(0)]!;
    if (kind !== MARK && kind !== BLANK) letters += character;
  }
  return letters;
}
