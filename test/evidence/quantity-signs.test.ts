import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHINESE_FINDERS } from '../../src/evidence/chinese-quantities.ts';
import { ENGLISH_FINDERS } from '../../src/evidence/english-quantities.ts';
import type { Finder } from '../../src/evidence/quantity.ts';
import { SignReader } from '../../src/evidence/quantity-signs.ts';

const [zhCases = '', enCases = ''] = readFileSync(new URL('quantities.cases.txt', import.meta.url), 'utf8')
  .split(/^## (?:zh|en)$/m)
  .slice(1);

/** The sentences of the cases without what is found in them, cut up. */
const piecesOf = (cases: string, piece: RegExp) => [
  ...new Set(cases.split('\n').flatMap((line) => line.replace(/ \|.*$/, '').match(piece) ?? [])),
];
const zhPieces = piecesOf(zhCases, /[\d.]+|\p{Script=Han}|\P{Script=Han}/gu);
const enPieces = piecesOf(enCases, /[\d.,:]+|\p{L}+|[^\p{L}\d]/gu);
const hanPieces = Array.from(
  '〇零一二三四五六七八九十百千万亿兆两半几数上成多余年月日号周期时点分秒元第之折刻午',
);
const enWords = [
  'one',
  'two',
  'Half',
  'hour',
  'quarter',
  'of',
  'an',
  'a',
  'past',
  'to',
  'May',
  'Mon',
  ' ',
  '-',
];

/** Finds with a fresh reader, so that each finder stands for itself. */
function missedBy(finders: readonly Finder[], text: string): string[] {
  const reader = new SignReader();
  const tests = finders.map(({ needs }) => reader.testOf(needs));
  const signs = reader.read(text);
  return finders.flatMap(({ find }, k) => {
    if (tests[k]!(signs)) return [];
    return Array.from(find(text), ({ start, end }) => `${k}: ${text.slice(start, end)}`);
  });
}

test('no text is passed over that holds a quantity: Chinese', () => {
  const unit = fc.oneof(fc.constantFrom(...zhPieces), fc.constantFrom(...hanPieces));
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
      expect(missedBy(CHINESE_FINDERS, units.join(''))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('no text is passed over that holds a quantity: English', () => {
  const unit = fc.oneof(fc.constantFrom(...enPieces), fc.constantFrom(...enWords));
  const glue = fc.constantFrom(' ', ' ', ' ', '', '-');
  fc.assert(
    fc.property(fc.array(fc.tuple(unit, glue), { maxLength: 8 }), (units) => {
      expect(missedBy(ENGLISH_FINDERS, units.flat().join(''))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('every sentence of the cases is found where it is, a plain one by no finder', () => {
  for (const line of zhCases.split('\n')) expect(missedBy(CHINESE_FINDERS, line)).toEqual([]);
  for (const line of enCases.split('\n')) expect(missedBy(ENGLISH_FINDERS, line)).toEqual([]);
  const reader = new SignReader();
  const tests = ENGLISH_FINDERS.map(({ needs }) => reader.testOf(needs));
  expect(tests.some((mayFind) => mayFind(reader.read('The clerk opened the ledger in the rain.')))).toBe(
    false,
  );
});
