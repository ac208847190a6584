import { expect, test } from 'vitest';
import { ENGLISH_MONTH, ENGLISH_WEEKDAY, monthNumber, weekdayNumber } from '../../src/language/dates.ts';

test('months are numbered from their long and short names', () => {
  const names = 'January Feb. March Apr May June Jul. August Sept. Oct November DEC'.split(' ');
  expect(names.map(monthNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test.each(['', 'M', 'Ju', 'Monday', '三月'])('%j is no month', (name) => {
  expect(monthNumber(name)).toBeUndefined();
});

test('the pattern of months takes every long and short name as a whole', () => {
  const text =
    'January Jan. Feb. March Mar. April May June Jun. July Jul. August Sept. Sep. September October Dec.';
  expect(text.match(new RegExp(ENGLISH_MONTH, 'g'))).toEqual(text.split(' '));
});

test('weekdays are numbered from Monday in both languages', () => {
  const names = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
  expect(names.map(weekdayNumber)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect([...'一二三四五六日天'].map(weekdayNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 7]);
  expect('On Friday and Sunday'.match(new RegExp(ENGLISH_WEEKDAY, 'g'))).toEqual(['Friday', 'Sunday']);
});

test.each(['', '七', '一二', 'Day'])('%j is no weekday', (name) => {
  expect(weekdayNumber(name)).toBeUndefined();
});
