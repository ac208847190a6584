import { isOrdinaryWord, stem } from '../../language/english.ts';
import { translationsOf } from '../glosses.ts';
import type { Reading } from '../tokens.ts';

/** A translation with a smaller share is too far from the word. */
const FIRST_MEANING = 0.2;

/** The stems that the words of some sentences mean in the first place. */
export function firstMeanings(readings: readonly Reading[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { tokens } of readings) for (const { key } of tokens) keys.add(key);
  const meanings = new Set<string>();
  for (const key of keys) for (const stem of firstMeaningsOf(key)) meanings.add(stem);
  return meanings;
}

/** So many words are remembered: more than a novel has. */
const MOST_KNOWN = 50_000;
const known = new Map<string, readonly string[]>();

function firstMeaningsOf(key: string): readonly string[] {
  let meanings = known.get(key);
  if (!meanings) {
    meanings = [...translationsOf(key)].flatMap(([stem, share]) => (share >= FIRST_MEANING ? [stem] : []));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, meanings);
  }
  return meanings;
}

/** `Chinese` is what 中国 means and no name, `Craft` may be one whatever craft means. */
export function isMeant(word: string, meanings: ReadonlySet<string>): boolean {
  return meanings.has(stem(word)) && !isOrdinaryWord(word.toLowerCase());
}
