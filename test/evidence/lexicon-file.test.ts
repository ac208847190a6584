import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { LearntLexicon } from '../../src/evidence/learnt-lexicon.ts';
import { lexiconBytes, readLexicon, writeLexicon } from '../../src/evidence/lexicon-file.ts';

const LEXICON: LearntLexicon = {
  zhTokens: 1200,
  enTokens: 1500,
  zh: [{ word: '合同', count: 7, total: 5.25 }],
  en: [{ word: 'contract', count: 6, total: 4 }],
  pairs: [{ zh: '合同', en: 'contract', zhToEn: 4.125, enToZh: 3.5, beads: 5 }],
};
const TEXT =
  '# duiqi lexicon 1\t1200\t1500\n' +
  'zh\t合同\t7\t5.25\n' +
  'en\tcontract\t6\t4\n' +
  'pair\t合同\tcontract\t4.125\t3.5\t5\n';

test('a lexicon is a table to read, and is read again', () => {
  expect([...writeLexicon(LEXICON)].join('')).toBe(TEXT);
  expect(readLexicon(Buffer.from(TEXT), 'x')).toEqual(LEXICON);
  expect(readLexicon(Buffer.from(TEXT.replaceAll('\n', '\r\n')), 'x')).toEqual(LEXICON);
});

test('a name that ends in .gz packs it, and what is packed is known by its beginning', () => {
  expect(Buffer.from(lexiconBytes(LEXICON, 'a.tsv')).toString()).toBe(TEXT);
  expect(readLexicon(lexiconBytes(LEXICON, 'a.lexicon.gz'), 'renamed')).toEqual(LEXICON);
});

test.each([
  ['', 'x:1:1: this is not a lexicon of duiqi.'],
  ['id\tzh\ten\n', 'x:1:1: this is not a lexicon of duiqi.'],
  ['# duiqi lexicon 1\t12\n', 'x:1:1: '],
  ['# duiqi lexicon 2\t1\t1\n', 'x:1:1: this lexicon is of another version of duiqi.'],
  [TEXT.slice(0, -4), 'x:4: the lexicon breaks off here.'],
  [TEXT.replace('\t7\t', '\tseven\t'), 'x:2:1: this is no line of a lexicon.'],
  [TEXT.replace('pair\t合同', 'pair\t'), 'x:4:1: this is no line of a lexicon.'],
  [TEXT.replace('en\t', 'fr\t'), 'x:3:1: this is no line of a lexicon.'],
])('%j is refused', (text, message) => {
  expect(() => readLexicon(Buffer.from(text), 'x')).toThrow(message);
});

test('bytes that are damaged are refused', () => {
  const packed = gzipSync(TEXT);
  expect(() => readLexicon(packed.subarray(0, -9), 'x')).toThrow('x: it can not be unpacked: it is damaged.');
  expect(() => readLexicon(Buffer.from([0xe5, 0x90]), 'x')).toThrow('x: this is not UTF-8.');
});
