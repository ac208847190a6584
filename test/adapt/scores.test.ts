import { expect, test } from 'vitest';
import { scoresOf } from '../../src/adapt/scores.ts';
import type { Bead } from '../../src/model.ts';
import { flatBeads } from '../../src/search/flat-beads.ts';

const bead = (zhStart: number, zhEnd: number, enStart: number, enEnd: number): Bead => ({
  zh: { start: zhStart, end: zhEnd },
  en: { start: enStart, end: enEnd },
});
const beads = [bead(0, 1, 0, 1), bead(1, 2, 1, 3), bead(2, 3, 3, 3)];
const found = {
  beads,
  probabilities: [0.99, 0.5, 0.9],
  contenders: flatBeads([...beads, bead(1, 2, 1, 2), bead(2, 3, 2, 3)]),
  chances: Float64Array.of(0.99, 0.5, 0.9, 0.4, 0.1),
};

test('likelier beads score higher, two sides are at least as likely parallel as exactly right, omissions never', () => {
  const [first, second, omission] = scoresOf('translation', found);
  expect(first!.score).toBeGreaterThan(second!.score);
  expect(second!.parallel).toBeGreaterThan(second!.score);
  expect(first!.parallel).toBeGreaterThanOrEqual(first!.score);
  expect(omission!.parallel).toBe(0);
  expect(omission!.score).toBeGreaterThan(0.5);
});

test('pairs in texts that are no translations are believed less, and their omissions as much', () => {
  const sure = scoresOf('translation', found);
  const doubted = scoresOf('comparable', found);
  expect(doubted[1]!.score).toBeLessThan(sure[1]!.score);
  expect(doubted[1]!.parallel).toBeLessThan(sure[1]!.parallel);
  expect(doubted[2]!.score).toBe(sure[2]!.score);
});
