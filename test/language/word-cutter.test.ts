import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordCutter } from '../../src/language/word-cutter.ts';
import { wordTable } from '../../src/language/word-table.ts';

interface Tagged {
  readonly word: string;
  readonly tag: string;
}

const nodejieba = createRequire(import.meta.url)('nodejieba') as { tag(sentence: string): Tagged[] };
const cutter = new WordCutter(wordTable());

function taggedWords(text: string): Tagged[] {
  let start = 0;
  return cutter.cut(text).map((end) => {
    const one = { word: text.slice(start, end), tag: cutter.tag(text, start, end) };
    start = end;
    return one;
  });
}

test('sentences are cut and tagged as cppjieba does it', () => {
  for (const text of [
    '我来到北京清华大学，他来到了网易杭研大厦。',
    '韩玉鉴赏蓝翔和区块链，AT&T 与 c# 都在云计算里。',
    '谢锋说：“布林肯 3.5 版 abc123 用了12.5秒……”',
    '㐂𠮷野家😀好吃',
  ]) {
    expect(taggedWords(text)).toEqual(nodejieba.tag(text));
  }
});

test('any text is cut and tagged as cppjieba does it', () => {
  const known = Array.from('一上中大学生北京清华人民共和国说道的了是在不谢锋史汀布林肯龘');
  const unit = fc.oneof(
    fc.constantFrom(...known),
    fc.constantFrom('，', '。', ' ', '\t', '\n', '！', 'a', 'B', '7', '.', '&', '😀', '𠮷', 'é', '·'),
    fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
      const text = units.join('');
      expect(taggedWords(text)).toEqual(nodejieba.tag(text));
    }),
    { numRuns: 2000 },
  );
});

test('a long text without any separator is cut', () => {
  const text = '北京大学生前来应聘'.repeat(2000);
  expect(taggedWords(text)).toEqual(nodejieba.tag(text));
});
