import { type ChineseWord, chineseWords } from './chinese.ts';

/** The words of several texts, as they go from one thread to another. */
export interface CutTexts {
  /** How many words each text has. */
  readonly counts: Uint32Array;
  /** Offsets of the words into their texts, one text after the other; `ends` are those behind them. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** For each word the place of its tag in `tagNames`. */
  readonly tags: Uint8Array;
  readonly tagNames: readonly string[];
}

/** So many keys are cut before the words go off, for no heap to hold more. */
const BLOCK = 1000;

/** The keys a block at a time. */
export function* blocksOf(keys: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < keys.length; from += BLOCK) yield keys.slice(from, from + BLOCK);
}

/** Cuts Simplified keys into words. nodejieba has some sixty tags. */
export function cutTexts(keys: readonly string[]): CutTexts {
  const counts = new Uint32Array(keys.length);
  const starts: number[] = [];
  const ends: number[] = [];
  const tags: number[] = [];
  const numbers = new Map<string, number>();
  keys.forEach((key, k) => {
    const words = chineseWords(key);
    counts[k] = words.length;
    for (const { start, end, tag } of words) {
      const number = numbers.get(tag) ?? numbers.size;
      numbers.set(tag, number);
      starts.push(start);
      ends.push(end);
      tags.push(number);
    }
  });
  return {
    counts,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    tags: Uint8Array.from(tags),
    tagNames: [...numbers.keys()],
  };
}

/** The words of each of the keys that were cut. */
export function* wordsOf(keys: readonly string[], cut: CutTexts): Generator<ChineseWord[]> {
  const { counts, starts, ends, tags, tagNames } = cut;
  let at = 0;
  for (const [k, key] of keys.entries()) {
    const words: ChineseWord[] = [];
    for (const last = at + counts[k]!; at < last; at++) {
      const [start, end] = [starts[at]!, ends[at]!];
      words.push({ key: key.slice(start, end), start, end, tag: tagNames[tags[at]!]! });
    }
    yield words;
  }
}
