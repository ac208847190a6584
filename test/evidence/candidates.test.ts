import { expect, test } from 'vitest';
import { sharedEvidence, sharedNearby } from '../../src/evidence/candidates.ts';
import { readEvidence } from '../../src/evidence/evidence.ts';
import { flatRows } from '../../src/evidence/rows.ts';
import type { Band } from '../../src/model.ts';
import { partOf } from './sides.ts';

const PAGES = [
  ['他买了一本书。', 'He bought a book.'],
  ['桥很长。', 'The bridge is long.'],
  ['医生来了。', 'The doctor came.'],
  ['下雪了。', 'It was snowing.'],
  ['猫睡着了。', 'The cat fell asleep.'],
  ['门关着。', 'The door was closed.'],
  ['孩子哭了。', 'The child cried.'],
  ['火车晚点。', 'The train was late.'],
] as const;
const LINES = 160;
/** The same lines twenty times over: no word stands in few sentences. */
const TEXT = Array.from({ length: LINES }, (_, k) => PAGES[k % PAGES.length]!);
const evidence = readEvidence([
  {
    zh: partOf(
      'zh',
      TEXT.map(([zh]) => zh),
    ),
    en: partOf(
      'en',
      TEXT.map(([, en]) => en),
    ),
  },
]);
const sides = evidence.pairs[0]!;
const [rows, enWords] = [flatRows(evidence.lexicon.zhToEn), evidence.enFrequency.length];

/** Two English sentences before and behind each line of the diagonal. */
const along: Band = {
  low: Int32Array.from({ length: LINES + 1 }, (_, i) => Math.max(0, i - 2)),
  high: Int32Array.from({ length: LINES + 1 }, (_, i) => Math.min(LINES, i + 2)),
};

test('what stands everywhere leads nowhere in the whole parts, and exactly to its partner nearby', () => {
  expect(sharedEvidence(sides, rows, enWords)).toEqual([]);
  const found = sharedNearby(sides, rows, enWords, along);
  const strongest = found.filter(({ zh, strength }) =>
    found.every((other) => other.zh !== zh || other.strength <= strength),
  );
  expect(strongest.length).toBeGreaterThanOrEqual(0.75 * LINES);
  expect(strongest.filter(({ zh, en }) => zh !== en)).toEqual([]);
});

test('what is found nearby lies in the band', () => {
  for (const { zh, en } of sharedNearby(sides, rows, enWords, along)) {
    expect(en).toBeGreaterThanOrEqual(along.low[zh]!);
    expect(en).toBeLessThan(along.high[zh + 1]!);
  }
});
