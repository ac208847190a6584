import { expect, test } from 'vitest';
import {
  labelled,
  labelledList,
  printable,
  printableLines,
  table,
  width,
  wrap,
} from '../../src/cli/terminal.ts';

test('wide characters count two columns, combining marks none', () => {
  expect(width('对齐')).toBe(4);
  expect(width('。，！')).toBe(6);
  expect(width('abc')).toBe(3);
  expect(width('e\u0301')).toBe(1);
  expect(width('𠮷')).toBe(2);
});

test('no line of a wrapped text is wider than asked for, and nothing is lost but spaces at line ends', () => {
  const text =
    '那座石桥有四百二十米长，工人们花了三年。It took them three years and an extraordinarilylongword to build it.';
  const lines = wrap(text, 17);
  for (const line of lines) expect(width(line)).toBeLessThanOrEqual(17);
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
});

test('English is wrapped between words, and no Chinese line begins with a comma or full stop', () => {
  expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrap('一二三四，五', 8)).toEqual(['一二三', '四，五']);
});

test('a word longer than the line is cut', () => {
  expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
});

test('lines after the first one stand beside their label', () => {
  expect(labelled('zh 1', '一二三四五六', 6, 14)).toBe('zh 1  一二三四\n      五六');
});

test('the entries of a list are kept in one piece', () => {
  expect(labelledList('words', ['三 = three', '年 = years'], 6, 20)).toBe(
    'words 三 = three,\n      年 = years',
  );
});

test('columns of a table line up where characters are wide', () => {
  const rows = [
    ['kind', 'zh', 'count'],
    ['person', '林秋', '2'],
    ['date', '1923年', '10'],
  ];
  expect(table(rows, [2])).toBe('kind    zh      count\nperson  林秋        2\ndate    1923年     10\n');
});

test('control characters and marks that turn the direction of writing are escaped', () => {
  expect(printable('a\u001b[31mb\u009bc\u202ed\te')).toBe('a\\u001b[31mb\\u009bc\\u202ed\\u0009e');
  expect(printableLines('a\tb\n\u0007')).toBe('a\tb\n\\u0007');
});

test('a million characters are wrapped in a moment', () => {
  const start = performance.now();
  wrap('a'.repeat(1e6), 1e7);
  printable('\u001b'.repeat(1e6));
  expect(performance.now() - start).toBeLessThan(5000);
});
