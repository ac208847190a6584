import { isOrdinaryWord, stem } from '../../language/english.ts';
import { translationsOf } from '../glosses.ts';
import type { Reading } from '../tokens.ts';

/** A translation with a smaller share is too far from the word. */
const FIRST_MEANING = 0.2;

/** The stems that the words of some sentences mean in the first place. */
export function firstMeanings(readings: readonly Reading[]): ReadonlySet<string> {
  const keys = new Set(readings.flatMap(({ tokens }) => tokens.map(({ key }) => key)));
  return new Set(
    [...keys].flatMap((key) =>
      [...translationsOf(key)].flatMap(([word, share]) => (share >= FIRST_MEANING ? [word] : [])),
    ),
  );
}

/** `Chinese` is what 中国 means and no name, `Craft` may be one whatever craft means. */
export function isMeant(word: string, meanings: ReadonlySet<string>): boolean {
  return meanings.has(stem(word)) && !isOrdinaryWord(word.toLowerCase());
}
