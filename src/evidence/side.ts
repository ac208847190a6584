import type { Part, Role, Run } from '../model.ts';
import { MARK_COUNTS, type Marks, readMarks } from './punctuation.ts';
import { sharedInt32 } from './shared.ts';
import type { Reading } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The words of sentences, one behind the other: those of sentence i from `starts[i]` up to, not including, `starts[i + 1]`. */
export interface FlatWords {
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
}

/** What evidence knows of the sentences of one part, laid out for the search; arrays by sentence number. */
export interface Side {
  readonly readings: readonly Reading[];
  /** Word numbers of each sentence, in the vocabulary of its language; the same in one table. */
  readonly words: readonly Int32Array[];
  readonly flatWords: FlatWords;
  /** Where the middle of each of these words stands in its sentence, in UTF-16 units. */
  readonly places: readonly Float64Array[];
  readonly marks: readonly Marks[];
  /** Sums of letters over the sentences before; one longer than the part. */
  readonly letters: Float64Array;
  /** Sums of each of MARK_COUNTS over the sentences before, sentence by sentence. */
  readonly counts: Float64Array;
  /** Sums of paragraph beginnings over the sentences before. */
  readonly paragraphs: Int32Array;
  readonly roles: readonly (Role | undefined)[];
  /** Sums of sentences that are no part of the story over the sentences before; one longer than the part. */
  readonly noise: Int32Array;
}

function placesOf({ tokens }: Reading): Float64Array {
  const places = new Float64Array(tokens.length);
  for (let k = 0; k < tokens.length; k++) places[k] = (tokens[k]!.start + tokens[k]!.end) / 2;
  return places;
}

function flatWordsOf(readings: readonly Reading[], vocabulary: Vocabulary): FlatWords {
  const starts = sharedInt32(readings.length + 1);
  readings.forEach(({ tokens }, i) => {
    starts[i + 1] = starts[i]! + tokens.length;
  });
  const numbers = sharedInt32(starts[readings.length]!);
  readings.forEach((reading, i) => {
    numbers.set(vocabulary.read(reading), starts[i]);
  });
  return { starts, numbers };
}

/** The words of each sentence of a run, as views. */
export function wordsIn({ starts, numbers }: FlatWords, { start, end }: Run): Int32Array[] {
  return Array.from({ length: end - start }, (_, k) =>
    numbers.subarray(starts[start + k], starts[start + k + 1]),
  );
}

/** Lays out a part of which the sentences are read, adding its words to the vocabulary. */
export function layOut(part: Part, readings: readonly Reading[], vocabulary: Vocabulary): Side {
  const marks = readMarks(part.sentences.map((sentence) => sentence.text));
  const count = readings.length;
  const letters = new Float64Array(count + 1);
  const counts = new Float64Array((count + 1) * MARK_COUNTS.length);
  const paragraphs = new Int32Array(count + 1);
  const noise = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) {
    letters[i + 1] = letters[i]! + readings[i]!.letters;
    MARK_COUNTS.forEach((name, k) => {
      counts[(i + 1) * MARK_COUNTS.length + k] = counts[i * MARK_COUNTS.length + k]! + marks[i]![name];
    });
    const begins = i > 0 && part.sentences[i]!.paragraph !== part.sentences[i - 1]!.paragraph;
    paragraphs[i + 1] = paragraphs[i]! + (begins ? 1 : 0);
    noise[i + 1] = noise[i]! + (part.sentences[i]!.isNoise ? 1 : 0);
  }
  const flatWords = flatWordsOf(readings, vocabulary);
  return {
    readings,
    words: wordsIn(flatWords, { start: 0, end: count }),
    flatWords,
    places: readings.map(placesOf),
    marks,
    letters,
    counts,
    paragraphs,
    roles: part.sentences.map(({ role }) => role),
    noise,
  };
}
