import { expect, test } from 'vitest';
import { chunksOf, sampleOf } from '../../src/batch/sample.ts';
import type { Group } from '../../src/batch/source.ts';
import { surveyOf } from '../../src/batch/survey.ts';
import { folderWith } from '../cli/command-line.ts';

function listOf(sizes: readonly number[]) {
  const at = folderWith(Object.fromEntries(sizes.map((size, i) => [`${i}.txt`, 'x'.repeat(size)])));
  const groups = sizes.map((_, number): Group => {
    const files = [at(`${number}.txt`)];
    return { stories: [{ number, source: { kind: 'named', stem: '', inputs: files, files } }] };
  });
  const numbers = (some: Iterable<Group>) => Array.from(some, ({ stories }) => stories[0]!.number);
  return {
    groups,
    numbers,
    survey: surveyOf(groups.flatMap(({ stories }) => stories[0]!.source.files)),
  };
}

test('a sample comes from all over the list, and stays within its size', () => {
  const { groups, numbers, survey } = listOf(Array.from({ length: 100 }, () => 10));
  expect(numbers(sampleOf(groups, survey, 100))).toEqual([5, 15, 25, 35, 45, 55, 65, 75, 85, 95]);
  expect(numbers(sampleOf(groups, survey, 10_000))).toHaveLength(100);
});

test('what is larger than a sample is left out, and its neighbour stands for it', () => {
  const { groups, numbers, survey } = listOf([10, 300, 10, 10, 300, 10]);
  expect(numbers(sampleOf(groups, survey, 200))).toEqual([2, 5]);
});

test('chunks are neighbours of so many bytes, none of them empty', () => {
  const { groups, numbers, survey } = listOf([60_000, 30_000, 20_000, 300_000, 1, 2]);
  expect([...chunksOf(groups, survey, () => 100_000)].map(numbers)).toEqual([[0, 1], [2], [3], [4, 5]]);
});

test('chunks become smaller as less is left', () => {
  const { groups, numbers, survey } = listOf(Array.from({ length: 12 }, () => 100));
  const half = [...chunksOf(groups, survey, (left) => left / 2)].map(numbers);
  expect(half.map(({ length }) => length)).toEqual([6, 3, 1, 1, 1]);
});
