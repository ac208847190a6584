import { sharedInt32 } from '../evidence/shared.ts';
import type { BeadWords } from './bead-words.ts';

/**
 * Which words stand together in beads. A Chinese and an English word that do are one pair, with one number, from
 * whichever side it is seen: those of the first Chinese word, then those of the second … Memory: 12 bytes a pair.
 */
export interface Cooccurrences {
  /** Where the pairs of each Chinese word begin; one longer than the vocabulary. */
  readonly starts: Int32Array;
  /** The two words of each pair. */
  readonly zh: Int32Array;
  readonly en: Int32Array;
  /** The Chinese place, by its number in order of reading, where the pair stands first. */
  readonly first: Int32Array;
}

/** The pairs of words that stand together; `enWords` is the size of the English vocabulary. */
export function cooccurrencesIn(words: BeadWords, enWords: number): Cooccurrences {
  const zhWords = words.zh.starts.length - 1;
  const starts = sharedInt32(zhWords + 1);
  const seenWith = new Int32Array(enWords).fill(-1);
  for (let word = 0; word < zhWords; word++)
    starts[word + 1] = starts[word]! + countPairs(words, word, seenWith);
  const count = starts[zhWords]!;
  const pairs = {
    starts,
    zh: sharedInt32(count),
    en: sharedInt32(count),
    first: sharedInt32(count),
  };
  seenWith.fill(-1);
  for (let word = 0; word < zhWords; word++) fillPairs(words, word, seenWith, pairs);
  return pairs;
}

/** With how many English words a Chinese one stands together. */
function countPairs({ zh, en }: BeadWords, word: number, seenWith: Int32Array): number {
  const enWords = en.words;
  let count = 0;
  for (let place = zh.starts[word]!; place < zh.starts[word + 1]!; place++) {
    const end = en.starts[zh.beads[place]! + 1]!;
    for (let n = en.starts[zh.beads[place]!]!; n < end; n++) {
      if (seenWith[enWords[n]!] === word) continue;
      seenWith[enWords[n]!] = word;
      count++;
    }
  }
  return count;
}

function fillPairs({ zh, en }: BeadWords, word: number, seenWith: Int32Array, pairs: Cooccurrences): void {
  const enWords = en.words;
  let next = pairs.starts[word]!;
  for (let place = zh.starts[word]!; place < zh.starts[word + 1]!; place++) {
    const end = en.starts[zh.beads[place]! + 1]!;
    for (let n = en.starts[zh.beads[place]!]!; n < end; n++) {
      if (seenWith[enWords[n]!] === word) continue;
      seenWith[enWords[n]!] = word;
      pairs.zh[next] = word;
      pairs.en[next] = enWords[n]!;
      pairs.first[next++] = zh.inOrder[place]!;
    }
  }
}

/** The numbers of all pairs in the order in which they appear first to one who reads bead after bead. */
export function byAppearance({ first }: Cooccurrences, places: number): Int32Array {
  const next = new Int32Array(places + 1);
  for (let pair = 0; pair < first.length; pair++) next[first[pair]! + 1]!++;
  for (let place = 0; place < places; place++) next[place + 1]! += next[place]!;
  const order = sharedInt32(first.length);
  for (let pair = 0; pair < first.length; pair++) order[next[first[pair]!]!++] = pair;
  return order;
}
