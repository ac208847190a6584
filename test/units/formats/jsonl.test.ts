import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANCHOR_KINDS } from '../../../src/model.ts';
import { JSONL, readJsonl, writeJsonl } from '../../../src/units/formats/jsonl.ts';
import { LANTERN_UNITS, LANTERNS, unit } from '../sample.ts';

const FIELDS =
  'zh en bead score parallel zhIds enIds zhSentences enSentences zhSpans enSpans zhParagraphs enParagraphs lengthRatio anchors zhDoc enDoc zhLang enLang';

function lineOf(changes: object = {}): string {
  return JSON.stringify({ ...unit(), ...changes });
}

test('every unit is one line, omissions too, its fields in a fixed order', () => {
  const lines = [...writeJsonl(LANTERN_UNITS)];
  expect(lines).toHaveLength(5);
  for (const line of lines) {
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(Object.keys(JSON.parse(line)).join(' ')).toBe(FIELDS);
  }
});

test('the fields keep their order whatever the order of the unit', () => {
  const { zh, ...rest } = unit();
  expect([...writeJsonl([{ ...rest, zh }])]).toEqual([...writeJsonl([unit()])]);
});

test('a score has at most four decimals', () => {
  expect(JSON.parse([...writeJsonl([unit({ score: 0.123456 })])].join('')).score).toBe(0.1235);
});

test('what was written is read again as it was', () => {
  expect(readJsonl([...writeJsonl(LANTERN_UNITS)].join(''), 'a.jsonl')).toEqual(LANTERN_UNITS);
});

test('summaries stand behind the units, and reading passes them over', () => {
  const text = [...writeJsonl(LANTERN_UNITS), JSONL.summarise!(LANTERNS)].join('');
  expect(JSON.parse(text.trimEnd().split('\n').at(-1)!).summary).toMatchObject({
    relation: 'partial translation',
    zhPaired: 0.75,
    beads: 5,
    paired: 3,
    zhOnly: 1,
    enOnly: 1,
  });
  expect(readJsonl(text, 'a.jsonl')).toEqual(LANTERN_UNITS);
});

test('any text survives writing and reading', () => {
  const text = fc.string({ unit: 'binary' });
  const units = fc.record({
    ...{ zh: text, en: text, zhDoc: text, enDoc: text, zhLang: text, enLang: text },
    ...{ bead: fc.constant('1-1'), score: fc.nat(1e4).map((n) => n / 1e4) },
    ...{ zhIds: fc.tuple(fc.nat()), enIds: fc.tuple(fc.nat()) },
    ...{ zhSentences: fc.tuple(text), enSentences: fc.tuple(text) },
    ...{ zhSpans: fc.constant([[0, 3]] as const), enSpans: fc.constant([[4, 4]] as const) },
    lengthRatio: fc.option(fc.nat(900).map((n) => n / 100)),
    edited: fc.boolean(),
    ...{
      source: text,
      licence: text,
      url: text,
      created: text,
      changed: text,
      createdBy: text,
      changedBy: text,
    },
    notes: fc.array(text),
    properties: fc.array(fc.tuple(text, text)),
    anchors: fc.array(fc.record({ kind: fc.constantFrom(...ANCHOR_KINDS), zh: text, en: text })),
  });
  fc.assert(
    fc.property(fc.array(units), (many) => {
      expect(readJsonl([...writeJsonl(many)].join(''), 'a.jsonl')).toEqual(many);
    }),
  );
});

test('blank lines, Windows line ends, a byte order mark and fields of other names do no harm', () => {
  const text = `\ufeff${lineOf({ note: 'new' })}\r\n\r\n  \n${lineOf()}`;
  expect(readJsonl(text, 'a.jsonl')).toEqual([unit(), unit()]);
});

test('a line may lack all but the two texts, as lines of other programs do', () => {
  const { parallel, ...rest } = unit();
  expect(parallel).toBe(1);
  expect(readJsonl(JSON.stringify(rest), 'a.jsonl')).toEqual([rest]);
  expect(readJsonl('{"zh":"月","en":"moon"}', 'a.jsonl')).toEqual([{ zh: '月', en: 'moon' }]);
});

test("lines of Hugging Face's datasets are units too", () => {
  const line = '{"id":"7","translation":{"en":"moon","zh":"月"}}';
  expect(readJsonl(line, 'a.jsonl')).toEqual([{ zh: '月', en: 'moon' }]);
});

describe('a bad line is an error that says where and what', () => {
  test.each([
    ['a.jsonl:2:19: this is not JSON.', '{"zh":"她笑了。","en":}'],
    ['a.jsonl:2:13: the line breaks off.', '{"zh":"她笑了。"'],
    ['a.jsonl:2:1: this is not a JSON object.', '[1]'],
    ['a.jsonl:2:1: this is not a JSON object.', 'null'],
    ['a.jsonl:2:2: "zh" must be a text.', lineOf({ zh: 5 })],
    ['a.jsonl:2:1: "en" must be a text.', lineOf({ en: undefined })],
    ['"enLang" must be a text.', lineOf({ enLang: 5 })],
    ['"edited" must be true or false.', lineOf({ edited: 'yes' })],
    ['"properties" must be a list of [name, value] pairs.', lineOf({ properties: [['x-domain']] })],
    ['"score" must be a number from 0 to 1.', lineOf({ score: 1.5 })],
    ['"score" must be a number from 0 to 1.', lineOf({ score: '0.5' })],
    ['"parallel" must be a number from 0 to 1.', lineOf({ parallel: -0.1 })],
    ['"parallel" must be a number from 0 to 1.', lineOf({ parallel: null })],
    ['"zhIds" must be a list of sentence numbers.', lineOf({ zhIds: [-1] })],
    ['"enIds" must be a list of sentence numbers.', lineOf({ enIds: [0.5] })],
    ['"zhSpans" must be a list of [start, end] pairs.', lineOf({ zhSpans: [[5, 2]] })],
    ['"enSpans" must be a list of [start, end] pairs.', lineOf({ enSpans: [[5]] })],
    ['"zhSentences" must be a list of texts.', lineOf({ zhSentences: 'x' })],
    ['"lengthRatio" must be a number or null.', lineOf({ lengthRatio: 'x' })],
    ['"anchors" must be a list of', lineOf({ anchors: [{ kind: 'colour', zh: '红', en: 'red' }] })],
    ['"bead" does not agree with the lists of ids, sentences and spans.', lineOf({ bead: '1-2' })],
    ['"bead" does not agree with the lists of ids, sentences and spans.', lineOf({ zhIds: [0, 1] })],
  ])('%s', (message, line) => {
    const read = () => readJsonl(`${lineOf()}\n${line}\n`, 'a.jsonl');
    expect(read).toThrow(expect.objectContaining({ name: 'DuiqiError', code: 'format' }));
    expect(read).toThrow(message);
  });
});
