import type { Part, Role, Run } from '../model.ts';
import { MARK_COUNTS, type Marks, readMarks } from './punctuation.ts';
import { sharedFloat64, sharedInt32 } from './shared.ts';
import type { Reading } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Sentences in tables that threads share: the words of sentence i stand from `starts[i]` up to, not including, `starts[i + 1]`. */
export interface SentenceTables {
  readonly starts: Int32Array;
  /** Word numbers, and where the middle of each word stands in its sentence. */
  readonly numbers: Int32Array;
  readonly places: Float64Array;
  /** Of each sentence, in UTF-16 units. */
  readonly lengths: Int32Array;
}

/** The words of sentences, and their places among the characters. */
export interface PlacedSentences {
  readonly words: readonly Int32Array[];
  readonly places: readonly Float64Array[];
  readonly lengths: Int32Array;
}

/** What evidence knows of the sentences of one part, laid out for the search; arrays by sentence number. */
export interface Side extends PlacedSentences {
  readonly readings: readonly Reading[];
  /** What of it threads can share: word numbers in the vocabulary of its language, and where the words stand. */
  readonly tables: SentenceTables;
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

function tablesOf(readings: readonly Reading[], vocabulary: Vocabulary): SentenceTables {
  const [starts, lengths] = [sharedInt32(readings.length + 1), sharedInt32(readings.length)];
  for (const [i, { tokens, text }] of readings.entries()) {
    starts[i + 1] = starts[i]! + tokens.length;
    lengths[i] = text.length;
  }
  const count = starts[readings.length]!;
  const [numbers, places] = [sharedInt32(count), sharedFloat64(count)];
  let at = 0;
  for (const reading of readings) {
    numbers.set(vocabulary.read(reading), at);
    for (const { start, end } of reading.tokens) places[at++] = (start + end) / 2;
  }
  return { starts, numbers, places, lengths };
}

/** A run of sentences, as views. */
export function sentencesIn(
  { starts, numbers, places, lengths }: SentenceTables,
  { start, end }: Run,
): PlacedSentences {
  const ofEach = <T>(view: (from: number, to: number) => T) =>
    Array.from({ length: end - start }, (_, k) => view(starts[start + k]!, starts[start + k + 1]!));
  return {
    words: ofEach((from, to) => numbers.subarray(from, to)),
    places: ofEach((from, to) => places.subarray(from, to)),
    lengths: lengths.subarray(start, end),
  };
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
  const tables = tablesOf(readings, vocabulary);
  return {
    readings,
    ...sentencesIn(tables, { start: 0, end: count }),
    tables,
    marks,
    letters,
    counts,
    paragraphs,
    roles: part.sentences.map(({ role }) => role),
    noise,
  };
}
