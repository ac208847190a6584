import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTsv, writeTsv } from '../../src/units/tsv.ts';
import { LANTERN_UNITS, unit } from './sample.ts';

test('a line holds Chinese, English and score, with no header', () => {
  expect([...writeTsv(LANTERN_UNITS.slice(0, 1))]).toEqual([
    '林月提着3盏灯笼走下山来。\tLin Yue came down the hill. She carried 3 lanterns.\t0.9731\n',
  ]);
});

test('tabs and line breaks inside a text become spaces', () => {
  const lines = [...writeTsv([unit({ zh: '天\t上\n的', en: 'a\r\nb\rc\u2028d\u0085e\vf' })])];
  expect(lines).toEqual(['天 上 的\ta b c d e f\t1\n']);
});

test('any text without tabs and line breaks is read again as it was', () => {
  const text = fc.string({ unit: 'grapheme' }).map((s) => `“${s.replace(/[\s\u0085]/g, '')}`);
  const row = fc.record({ zh: text, en: text, score: fc.nat(1e4).map((n) => n / 1e4) });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      expect(readTsv([...writeTsv(rows)].join(''), 'a.tsv')).toEqual(rows);
    }),
  );
});

test('whatever the texts hold, every unit is one line of three columns', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, text, (zh, en) => {
      const [line] = writeTsv([unit({ zh, en })]);
      expect(line!.slice(0, -1)).not.toMatch(/[\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/);
      expect(line!.split('\t')).toHaveLength(3);
    }),
  );
});

test('blank lines, Windows line ends and a byte order mark do no harm', () => {
  expect(readTsv('\ufeff月\tmoon\t0.5\r\n\r\n日\tsun\t1\n', 'a.tsv')).toEqual([
    { zh: '月', en: 'moon', score: 0.5 },
    { zh: '日', en: 'sun', score: 1 },
  ]);
});

test.each([
  ['月亮', '2:3: the line ends before its third column.'],
  ['月亮\tmoon', '2:8: the line ends before its third column.'],
  ['月亮\tmoon\tgood', '2:9: the third column is not a score from 0 to 1.'],
  ['月亮\tmoon\t1.01', '2:9: the third column is not a score from 0 to 1.'],
  ['月亮\tmoon\t', '2:9: the third column is not a score from 0 to 1.'],
  ['月亮\tmoon\t0.5\tmore', '2:12: there are more than three columns.'],
])('%j is an error that says where and what', (line, message) => {
  const read = () => readTsv(`月\tmoon\t1\n${line}\n`, 'a.tsv');
  expect(read).toThrow(expect.objectContaining({ name: 'DuiqiError', code: 'format' }));
  expect(read).toThrow(`a.tsv:${message}`);
});
