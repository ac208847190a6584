import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTsv, writeTsv } from '../../../src/units/formats/tsv.ts';
import { LANTERN_UNITS, unit } from '../sample.ts';

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
  const zh = text.map((s) => `月${s}`); // else the columns may look as if they stood in the other order
  const row = fc.record({ zh, en: text, score: fc.nat(1e4).map((n) => n / 1e4) });
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
  ['月亮', '2:3: the line ends before its second column.'],
  ['月亮\tmoon\tgood', '2:9: this is not a score from 0 to 1.'],
  ['月亮\tmoon\t1.01', '2:9: this is not a score from 0 to 1.'],
  ['月亮\tmoon\t0.5\ta\tb\tc\td', '2:19: there are more columns than source, licence and address.'],
])('%j is an error that says where and what', (line, message) => {
  const read = () => readTsv(`月\tmoon\t1\n${line}\n`, 'a.tsv');
  expect(read).toThrow(expect.objectContaining({ name: 'DuiqiError', code: 'format' }));
  expect(read).toThrow(`a.tsv:${message}`);
});

test('the score may be missing, and source, licence and address may stand behind it', () => {
  const units = [
    { zh: '月', en: 'moon' },
    { zh: '日', en: 'sun', score: 0.5, source: 'Sky', licence: 'CC0', url: 'https://example.org/sky' },
    { zh: '星', en: 'star', licence: 'CC0' },
  ];
  const text = [...writeTsv(units)].join('');
  expect(text).toBe('月\tmoon\t\n日\tsun\t0.5\tSky\tCC0\thttps://example.org/sky\n星\tstar\t\t\tCC0\t\n');
  expect(readTsv(text, 'a.tsv')).toEqual(units);
  expect(readTsv('月\tmoon\n', 'a.tsv')).toEqual([{ zh: '月', en: 'moon' }]);
});

test('files of other programs may have the English first', () => {
  expect(readTsv('moon\t月\nOK\tOK\n', 'a.tsv')).toEqual([
    { zh: '月', en: 'moon' },
    { zh: 'OK', en: 'OK' },
  ]);
});
