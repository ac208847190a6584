import { expect, test } from 'vitest';
import type { GoldText } from './gold-text.ts';
import { grown } from './grown.ts';

const TEXT: GoldText = {
  zh: [
    { text: '医生买了苹果。', verse: 'a', bead: '0' },
    { text: '学生看见了老虎和苹果。', verse: 'b', bead: '1' },
    { text: '老虎走了。', verse: 'c', bead: '2' },
  ],
  en: [
    { text: 'The doctor bought an apple.', verse: 'a', bead: '0' },
    { text: 'The student saw a tiger', verse: 'b', bead: '1' },
    { text: 'and apples.', verse: 'b', bead: '1' },
  ],
};

test('copies have the sentences of the text, their verses and beads by names of their own', () => {
  const { zh, en } = grown(TEXT, 3, 1);
  expect(zh.slice(0, 3)).toEqual(TEXT.zh);
  expect(zh.slice(3).map(({ verse, bead }) => [verse, bead])).toEqual([
    ['1/a', '1/0'],
    ['1/b', '1/1'],
    ['1/c', '1/2'],
    ['2/a', '2/0'],
    ['2/b', '2/1'],
    ['2/c', '2/2'],
  ]);
  expect(en.slice(6).map(({ bead }) => bead)).toEqual(['2/0', '2/1', '2/1']);
});

test('a word is replaced on both sides or on none, and only where both have it', () => {
  const { zh, en } = grown(TEXT, 40, 1);
  let replaced = 0;
  for (let copy = 1; copy < 40; copy++) {
    const [doctor, student, alone] = zh.slice(3 * copy, 3 * copy + 3).map(({ text }) => text);
    const [bought, saw, apples] = en.slice(3 * copy, 3 * copy + 3).map(({ text }) => text);
    expect(doctor!.includes('苹果')).toBe(bought!.includes('apple'));
    expect(student!.includes('苹果')).toBe(apples!.includes('apple'));
    expect(doctor!.includes('苹果')).toBe(student!.includes('苹果'));
    expect(doctor!.includes('医生')).toBe(bought!.includes('doctor'));
    expect(student!.includes('老虎')).toBe(saw!.includes('tiger'));
    expect(alone).toBe('老虎走了。');
    if (!doctor!.includes('苹果')) replaced++;
  }
  expect(replaced).toBeGreaterThan(10);
  expect(replaced).toBeLessThan(30);
});

test('the same seed makes the same copies, another one others', () => {
  expect(grown(TEXT, 5, 1)).toEqual(grown(TEXT, 5, 1));
  expect(grown(TEXT, 5, 1)).not.toEqual(grown(TEXT, 5, 2));
});
