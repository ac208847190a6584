import { sharedFloat64, sharedInt32 } from '../evidence/shared.ts';
import type { Example } from './examples.ts';

/** Where Chinese words stand in beads: word after word, and the places of one word in order. */
export interface ChinesePlaces {
  /** Where the places of each word begin; one longer than the vocabulary. */
  readonly starts: Int32Array;
  readonly beads: Int32Array;
  /** How far each stands from the beginning of its side of the bead: above 0, below 1. */
  readonly depths: Float64Array;
  /** The numbers of the places when bead after bead is read. */
  readonly inOrder: Int32Array;
}

/** Where English words stand in beads: bead after bead. */
export interface EnglishPlaces {
  /** Where the places of each bead begin; one longer than there are beads. */
  readonly starts: Int32Array;
  readonly words: Int32Array;
  /** As for Chinese places. */
  readonly depths: Float64Array;
}

/**
 * All words of beads. Whoever takes one Chinese word after the other needs no more than tables of the English words, which
 * stay in the cache, to deal with all its pairs.
 */
export interface BeadWords {
  readonly zh: ChinesePlaces;
  readonly en: EnglishPlaces;
  /** How far to believe in each bead, 0 to 1. */
  readonly confidences: Float64Array;
}

/** Lays out the words of examples; `zhWords` is the size of the Chinese vocabulary. */
export function layOutBeads(examples: readonly Example[], zhWords: number): BeadWords {
  return {
    zh: chinesePlaces(examples, zhWords),
    en: englishPlaces(examples),
    confidences: confidencesOf(examples),
  };
}

function confidencesOf(examples: readonly Example[]): Float64Array {
  const confidences = sharedFloat64(examples.length);
  examples.forEach(({ confidence }, bead) => {
    confidences[bead] = confidence;
  });
  return confidences;
}

function chinesePlaces(examples: readonly Example[], zhWords: number): ChinesePlaces {
  const starts = sharedInt32(zhWords + 1);
  for (const { zh } of examples) for (let i = 0; i < zh.length; i++) starts[zh[i]! + 1]!++;
  for (let word = 0; word < zhWords; word++) starts[word + 1]! += starts[word]!;
  const count = starts[zhWords]!;
  const places = {
    starts,
    beads: sharedInt32(count),
    depths: sharedFloat64(count),
    inOrder: sharedInt32(count),
  };
  const next = starts.slice();
  let read = 0;
  examples.forEach(({ zh }, bead) => {
    for (let i = 0; i < zh.length; i++) {
      const place = next[zh[i]!]!++;
      places.beads[place] = bead;
      places.depths[place] = (i + 0.5) / zh.length;
      places.inOrder[place] = read++;
    }
  });
  return places;
}

function englishPlaces(examples: readonly Example[]): EnglishPlaces {
  const starts = sharedInt32(examples.length + 1);
  examples.forEach(({ en }, bead) => {
    starts[bead + 1] = starts[bead]! + en.length;
  });
  const words = sharedInt32(starts[examples.length]!);
  const depths = sharedFloat64(words.length);
  examples.forEach(({ en }, bead) => {
    words.set(en, starts[bead]);
    for (let j = 0; j < en.length; j++) depths[starts[bead]! + j] = (j + 0.5) / en.length;
  });
  return { starts, words, depths };
}
