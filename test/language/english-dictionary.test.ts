import { expect, test } from 'vitest';
import { stem } from '../../src/language/english.ts';
import { renderingsOf } from '../../src/language/english-dictionary.ts';

const wordsOf = (word: string) => renderingsOf(stem(word)).words;

test('a word is rendered by Chinese words, the likeliest first, with shares that add up to about 1', () => {
  const { words, shares } = renderingsOf(stem('happy'));
  expect(words[0]).toBe('快乐');
  expect(shares).toEqual(shares.toSorted((x, y) => y - x));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 1);
});

test.each([
  ['surrendered', '投降'],
  ['libraries', '图书馆'],
  ['scowled', '怒视'],
  ['I', '我'],
])('the form %s is found under its stem and may be %s', (form, zh) => {
  expect(wordsOf(form)).toContain(zh);
});

test('what explains rather than translates, names of people and web slang in front are left out', () => {
  expect(renderingsOf('# ECDICT, github').words).toEqual([]);
  expect(wordsOf('anthony')).not.toContain('人名');
});

test.each(['', 'qwxyzzyq', '\u0000', '\ud800', '快乐'])('%j is unknown', (word) => {
  expect(renderingsOf(word)).toEqual({ words: [], shares: [], numbers: [] });
});
