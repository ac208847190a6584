import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chineseWords } from '../../src/language/chinese.ts';

test('a text is cut into words with their places and parts of speech', () => {
  expect(chineseWords('她在北京买了书。')).toEqual([
    { key: '她', start: 0, end: 1, tag: 'r' },
    { key: '在', start: 1, end: 2, tag: 'p' },
    { key: '北京', start: 2, end: 4, tag: 'ns' },
    { key: '买', start: 4, end: 5, tag: 'v' },
    { key: '了', start: 5, end: 6, tag: 'ul' },
    { key: '书', start: 6, end: 7, tag: 'n' },
  ]);
});

test('persons and organisations are tagged as such', () => {
  const tags = new Map(chineseWords('王小明说联合国在开会').map(({ key, tag }) => [key, tag]));
  expect(tags.get('王小明')).toMatch(/^nr/);
  expect(tags.get('联合国')).toBe('nt');
});

test('Latin words are words, and so are digits', () => {
  const keys = chineseWords('用 Python 写了 3 行 ok').map((word) => word.key);
  expect(keys).toEqual(expect.arrayContaining(['Python', 'ok', '3']));
});

test('punctuation, white space and emoji are no words', () => {
  expect(chineseWords('')).toEqual([]);
  expect(chineseWords(' \n\t　')).toEqual([]);
  expect(chineseWords('，。！？“”《》……——😀')).toEqual([]);
});

test('any text: words stand in order, without overlap, each a slice of the text', () => {
  const unit = fc.constantFrom(
    '北京',
    '的',
    '谢锋',
    '说',
    '，',
    ' ',
    'abc',
    '12',
    '😀',
    '𠮷',
    '\ud800',
    '\n',
    'é',
    '·',
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { key, start, end } of chineseWords(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toBe(key);
        last = end;
      }
    }),
  );
});
