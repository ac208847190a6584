import { describe, expect, test } from 'vitest';
import { PlacedWords } from '../../../src/evidence/close/placed-words.ts';
import { type Direction, WordPairs } from '../../../src/evidence/close/word-pairs.ts';
import type { Lesson, Lessons } from '../../../src/evidence/explained.ts';
import { flatRows } from '../../../src/evidence/rows.ts';
import { sentencesOf } from './words.ts';

const FROM = sentencesOf([[0, 1], [2, 1], [3]]);
const TO = sentencesOf([[5], [6, 7, 6], [8]]);
const ROWS = [{ 5: 0.5, 6: 0.2 }, { 6: 0.4, 7: 0.1, 9: 0.3 }, { 6: 0.25 }, { 8: 1 }].map((row) => ({
  ids: Int32Array.from(Object.keys(row).map(Number)),
  probabilities: Float64Array.from(Object.values(row)),
}));

function lessonOf(...triples: readonly (readonly [from: number, to: number, share: number])[]): Lesson {
  return {
    from: Int32Array.from(triples, ([from]) => from),
    to: Int32Array.from(triples, ([, to]) => to),
    shares: Float64Array.from(triples, ([, , share]) => share),
  };
}

/** The probabilities of a bead by words: p['1 6'] is p(6 | 1); those of 0 are left out. */
function pairsOf(pairs: WordPairs, bead: Direction): Record<string, number> {
  const from = new PlacedWords(4);
  const to = new PlacedWords(10);
  from.read(FROM, bead.from);
  to.read(TO, bead.to);
  pairs.read(from, to, bead);
  const found: Record<string, number> = {};
  for (let y = 0; y < to.typeCount; y++) {
    for (let x = 0; x < from.typeCount; x++) {
      const p = pairs.probabilities[y * from.typeCount + x]!;
      if (p) found[`${from.words[x]} ${to.words[y]}`] = p;
    }
  }
  return found;
}

const run = (start: number, end: number) => ({ start, end });
const wordPairs = (lessons?: Lessons) => new WordPairs(flatRows(ROWS), TO.words, 10, lessons);

test('the pairs of a bead are those that the rows know, bead after bead', () => {
  const pairs = wordPairs();
  expect(pairsOf(pairs, { from: run(0, 2), to: run(0, 2) })).toEqual({
    '0 5': 0.5,
    '0 6': 0.2,
    '1 6': 0.4,
    '1 7': 0.1,
    '2 6': 0.25,
  });
  expect(pairsOf(pairs, { from: run(2, 3), to: run(2, 3) })).toEqual({ '3 8': 1 });
  expect(pairsOf(pairs, { from: run(2, 3), to: run(0, 1) })).toEqual({});
});

describe('what its own sentences have taught is taken from a bead', () => {
  const first = lessonOf([0, 5, 0.5], [1, 6, 0.1]);
  const second = lessonOf([1, 6, 0.1], [1, 7, 0.2], [3, 8, 0.25]);
  const pairs = wordPairs({
    from: new Map([
      [0, [first]],
      [1, [first, second]],
    ]),
    to: new Map([
      [1, [second]],
      [2, [second]],
    ]),
  });

  test('once for each lesson, however many of its sentences are there, and never below 0', () => {
    const found = pairsOf(pairs, { from: run(0, 2), to: run(0, 2) });
    expect(Object.keys(found).sort()).toEqual(['0 6', '1 6', '2 6']);
    expect(found['1 6']).toBeCloseTo(0.2, 12);
    expect(found['0 6']).toBe(0.2);
  });

  test('of another bead only what that one has taught, from either side', () => {
    expect(pairsOf(pairs, { from: run(0, 1), to: run(0, 1) })).toEqual({});
    expect(pairsOf(pairs, { from: run(2, 3), to: run(2, 3) })).toEqual({ '3 8': 0.75 });
  });
});
