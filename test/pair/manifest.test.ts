import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ManifestRow, readManifest, writeManifest } from '../../src/pair/manifest.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (...lines: string[]) =>
  readManifest(utf8(lines.map((line) => `${line}\n`).join('')), 'list.tsv');
const bare = ({ line: _, ...row }: ManifestRow) => row;

test('a manifest has a header, and a row for each pair and for each document alone', () => {
  const rows = [
    { id: 'a', zh: 'zh/a.txt', en: 'en/1.txt#en2', score: 0.98765, kind: 'translation' },
    { id: 'b', zh: '', en: 'en/b.txt', kind: 'none' },
  ];
  expect([...writeManifest(rows)].join('')).toBe(
    'id\tzh\ten\tscore\tkind\na\tzh/a.txt\ten/1.txt#en2\t0.9877\ttranslation\nb\t\ten/b.txt\t\tnone\n',
  );
});

test('a column for anchors stands last, in all rows or none', () => {
  const rows = [
    { id: 'a', zh: 'a', en: 'b', score: 1, kind: 'comparable', anchors: '周 = Zhou; 3 = 3' },
    { id: 'b', zh: '', en: 'c', kind: 'none' },
  ];
  const lines = [...writeManifest(rows)].map((line) => line.split('\t').length);
  expect(lines).toEqual([6, 6, 6]);
});

test('whatever files are called, the same rows are read again', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => text.trim() === text && !/\0/.test(text));
  const row = fc.record({
    zh: name,
    en: name,
    score: fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000),
    kind: fc.constantFrom('translation', 'comparable'),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (drawn) => {
      const rows = drawn.map((one, i) => ({ id: `row ${i}`, ...one }));
      const again = readManifest(utf8([...writeManifest(rows)].join('')), 'list.tsv');
      expect(again.map(bare)).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});

test('columns may stand in any order, and only zh and en must be there', () => {
  expect(read('EN\tzh\tnote', 'b.txt\ta.txt\tgood', '\tc.txt\t').map(bare)).toEqual([
    { id: '2', zh: 'a.txt', en: 'b.txt', kind: 'translation' },
    { id: '3', zh: 'c.txt', en: '', kind: '' },
  ]);
});

test.each([
  [['a.txt\tb.txt'], 'list.tsv:1:1: this is not a manifest of pairs. The first line must name the columns'],
  [['zh\ten'], 'list.tsv: there is no pair in this manifest.'],
  [['id\tzh\ten', 'a\t\t'], 'list.tsv:2:1: this row names no document.'],
  [['zh\ten\tscore', 'a\tb\thigh'], 'list.tsv:2:5: this score is not a number from 0 to 1.'],
  [['zh\ten\tscore', 'a\tb\t1.5'], 'list.tsv:2:5: this score is not a number from 0 to 1.'],
  [['id\tzh\ten', 'x\ta\tb', 'x\tc\td'], 'list.tsv:3:1: the id x is there twice.'],
  [['zh\ten', '"a\tb'], 'list.tsv:2:1: this quotation mark is never closed.'],
])('a faulty manifest is refused with its place: %j', (lines, message) => {
  expect(() => read(...lines)).toThrow(message);
});
