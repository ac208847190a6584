import { expect, test } from 'vitest';
import type { Bead } from '../../src/model.ts';
import { differences } from './residue.ts';

/** Beads of these shapes, one behind the other. */
function beads(...shapes: readonly (readonly [zh: number, en: number])[]): Bead[] {
  let [i, j] = [0, 0];
  return shapes.map(([a, b]) => {
    const bead = { zh: { start: i, end: i + a }, en: { start: j, end: j + b } };
    [i, j] = [i + a, j + b];
    return bead;
  });
}

test('what is the same is passed over, and each stretch that differs is as short as can be', () => {
  const gold = beads([1, 1], [2, 1], [1, 1], [1, 2], [1, 0]);
  const made = beads([1, 1], [1, 0], [1, 1], [1, 1], [1, 1], [0, 1], [1, 0]);
  expect(differences(gold, made)).toEqual([
    { gold: gold.slice(1, 2), made: made.slice(1, 3) },
    { gold: gold.slice(3, 4), made: made.slice(4, 6) },
  ]);
});

test('alignments that are the same do not differ', () => {
  expect(differences(beads([1, 1], [0, 1]), beads([1, 1], [0, 1]))).toEqual([]);
});
