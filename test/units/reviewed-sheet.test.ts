import { describe, expect, test } from 'vitest';
import { COLUMNS, type Column, LONGEST_CELL, SheetWriting } from '../../src/units/review-sheet.ts';
import { columnsOf, ReviewedSheet } from '../../src/units/reviewed-sheet.ts';
import type { Unit, UnitRead } from '../../src/units/unit.ts';
import { LANTERN_UNITS, unit } from './sample.ts';
import { heldBySheet } from './sheet-units.ts';

type Row = Record<Column, string>;

/** The rows of a sheet, the closing one too, to be changed by a reviewer. */
function rowsOf(units: readonly Unit[]): Row[] {
  const sheet = new SheetWriting();
  const rows = units.flatMap((one) => sheet.row(one)?.cells ?? []);
  return [...rows, sheet.closing()].map((cells) => ({ ...cells }));
}

/** What comes back of the rows, from a sheet with these columns. */
function review(rows: readonly Row[], columns: readonly Column[] = COLUMNS) {
  const sheet = new ReviewedSheet(columns, columnsOf(columns)!);
  const units: UnitRead[] = rows.flatMap((row) => sheet.unit(columns.map((column) => row[column])) ?? []);
  return { units, notices: sheet.notices() };
}

const RICH = unit({
  noise: ['en'],
  source: 'Lanterns',
  licence: 'CC0-1.0',
  url: 'https://example.org/a=1;b',
  created: '20240305T060708Z',
  changed: '20240306T060708Z',
  createdBy: 'lin',
  changedBy: 'mei',
  notes: ['first', 'in two\nlines'],
  properties: [
    ['x-score', 'high'],
    ['domain', '\u0001=1+1'],
  ],
});

describe('what nobody touched', () => {
  test('is the unit that it was, omissions and empty lists too', () => {
    const { units, notices } = review(rowsOf([...LANTERN_UNITS, RICH]));
    expect(units).toEqual([...LANTERN_UNITS, RICH].map(heldBySheet));
    expect(notices).toEqual([]);
  });

  test('stays so when rows are moved, small print is hidden or columns change places', () => {
    const rows = rowsOf(LANTERN_UNITS).reverse();
    const columns = [...COLUMNS].reverse();
    expect(review(rows, columns).units).toEqual(LANTERN_UNITS.map(heldBySheet).reverse());
  });

  test('is not edited by line breaks and by blanks at the ends', () => {
    const rows = rowsOf(LANTERN_UNITS);
    rows[0]!.zh = ' 林月提着3盏\n灯笼走下山来。\r\n';
    rows[0]!.en = 'Lin Yue came down the hill.\nShe carried 3 lanterns.  ';
    expect(review(rows).units).toEqual(LANTERN_UNITS.map(heldBySheet));
  });

  test('has spaces for tabs, which spreadsheets lose', () => {
    const rows = rowsOf([unit({ en: 'She\tsmiled.' })]);
    expect(rows[0]!.en).toBe('She smiled.');
    expect(review(rows).units[0]).toEqual(heldBySheet(unit({ en: 'She smiled.' })));
  });

  test('keeps its score as spreadsheets of other countries show it', () => {
    const scores = ['0.9731', '0,9731', '97.31%', '97,31 %', '9.731E-1', '0.97310000000000008'];
    for (const score of scores) {
      const rows = rowsOf([LANTERN_UNITS[0]!]);
      rows[0]!.score = score;
      expect(review(rows).units[0]?.score).toBe(0.9731);
    }
  });
});

describe('what somebody changed', () => {
  test('is edited, without the score and what is no longer known; of the anchors those stay that stand in it', () => {
    const rows = rowsOf([LANTERN_UNITS[0]!]);
    rows[0]!.en = 'Lin Yue came down the hill with three lanterns.';
    const { units, notices } = review(rows);
    expect(units).toEqual([
      {
        zh: LANTERN_UNITS[0]!.zh,
        en: 'Lin Yue came down the hill with three lanterns.',
        anchors: [{ kind: 'person', zh: '林月', en: 'Lin Yue' }],
        zhIds: [0],
        zhDoc: 'a.txt#zh1',
        enDoc: 'b.txt#en1',
        zhLang: 'zh-CN',
        enLang: 'en',
        edited: true,
      },
    ]);
    expect(notices).toEqual(['1 row marked as edited.']);
  });

  test('keeps where it comes from, but not who changed it before', () => {
    const rows = rowsOf([RICH]);
    rows[0]!.en = 'She grinned.';
    const [one] = review(rows).units;
    expect(one).toMatchObject({
      source: 'Lanterns',
      licence: 'CC0-1.0',
      createdBy: 'lin',
      notes: RICH.notes,
    });
    expect(one).toMatchObject({ properties: RICH.properties, edited: true });
    for (const field of ['score', 'parallel', 'bead', 'noise', 'changed', 'changedBy', 'enIds']) {
      expect(one).not.toHaveProperty(field);
    }
  });

  test('curly quotation marks for straight ones are a change', () => {
    const rows = rowsOf(LANTERN_UNITS);
    rows[4]!.en = rows[4]!.en.replace("'", '’');
    expect(review(rows).units.map(({ edited }) => edited)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      true,
    ]);
  });

  test('two rows put into one are one edited unit, whether the other is emptied or deleted', () => {
    for (const isDeleted of [true, false]) {
      const rows = rowsOf(LANTERN_UNITS);
      rows[0]!.zh += rows[1]!.zh;
      Object.assign(rows[1]!, { zh: '', en: ' ' });
      if (isDeleted) rows.splice(1, 1);
      const { units, notices } = review(rows);
      expect(units).toHaveLength(4);
      expect(units[0]).toMatchObject({
        zh: '林月提着3盏灯笼走下山来。没有人说话。',
        edited: true,
        enIds: [0, 1],
      });
      expect(units.slice(1)).toEqual(LANTERN_UNITS.slice(2).map(heldBySheet));
      expect(notices).toEqual([
        '1 row marked as edited.',
        '1 of the 5 rows that were written is no longer there.',
      ]);
    }
  });

  test('a row cut in two is two edited units', () => {
    const rows = rowsOf(LANTERN_UNITS);
    const [first] = rows;
    rows.splice(1, 0, { ...first!, zh: '3盏灯笼。', en: 'She carried 3 lanterns.' });
    Object.assign(first!, { zh: '林月走下山来。', en: 'Lin Yue came down the hill.' });
    const { units, notices } = review(rows);
    expect(units.map(({ edited }) => edited ?? false)).toEqual([true, true, false, false, false, false]);
    expect(units[1]?.anchors).toEqual([{ kind: 'number', zh: '3', en: '3' }]);
    expect(notices).toEqual(['2 rows marked as edited.']);
  });

  test('a copy of a row is edited, and so is a row without a mark', () => {
    const rows = rowsOf([LANTERN_UNITS[0]!]);
    const { units } = review([rows[0]!, rows[0]!, { ...rows[0]!, row: '' }, { ...rows[0]!, row: '#1 x' }]);
    expect(units.map(({ edited }) => edited ?? false)).toEqual([false, true, true, true]);
  });

  test('a repaired omission is a unit of two sides', () => {
    const rows = rowsOf(LANTERN_UNITS);
    rows[1]!.en = rows[2]!.en;
    rows[2]!.en = '';
    const { units } = review(rows);
    expect(units[1]).toMatchObject({ zh: '没有人说话。', en: 'It was late.', edited: true, zhIds: [1] });
  });

  test('a note is no change of the texts', () => {
    const rows = rowsOf([RICH, unit()]);
    rows[0]!.note = 'check this\n\nagain';
    rows[1]!.note = 'good';
    const { units } = review(rows);
    expect(units.map(({ notes, edited }) => [notes, edited])).toEqual([
      [['check this', 'again'], undefined],
      [['good'], undefined],
    ]);
  });
});

describe('other sheets', () => {
  test('need no more than the two texts', () => {
    const rows = rowsOf(LANTERN_UNITS);
    expect(review(rows, ['en', 'zh']).units[3]).toEqual({
      zh: '风停了吗？',
      en: 'Was the wind gone?',
      edited: true,
    });
  });

  test('keep the score where nothing tells that it is an old one', () => {
    const { units } = review(rowsOf([LANTERN_UNITS[0]!]), ['zh', 'en', 'score', 'zh file']);
    expect(units[0]).toMatchObject({ score: 0.9731, zhDoc: 'a.txt#zh1', edited: true });
  });

  test('know their columns in any case, by tags and by names', () => {
    expect(columnsOf(['ZH ', 'En', 'SCORE', 'Zh File'])).toEqual(
      new Map([
        ['zh', 0],
        ['en', 1],
        ['score', 2],
        ['zh file', 3],
      ]),
    );
    expect(columnsOf(['English', '中文'])).toEqual(
      new Map([
        ['en', 0],
        ['zh', 1],
      ]),
    );
    expect(columnsOf(['zh-TW', 'en_GB'])?.size).toBe(2);
    expect(columnsOf(['zh', 'score'])).toBeUndefined();
    expect(columnsOf(['灯笼。', 'A lantern.'])).toBeUndefined();
  });

  test('may have columns of their own, damaged small print and wrong scores: a notice tells so', () => {
    const header = [...COLUMNS, 'todo', '', 'zh'];
    const sheet = new ReviewedSheet(header, columnsOf(header)!);
    const [row] = rowsOf([LANTERN_UNITS[0]!]);
    const cells = COLUMNS.map((column) => ({ ...row!, score: 'good', data: '{"zhLang' })[column]);
    expect(sheet.unit([...cells, 'later', 'x', '多'])).toEqual({
      zh: row!.zh,
      en: row!.en,
      anchors: LANTERN_UNITS[0]!.anchors.map((anchor) => ({ ...anchor, kind: 'other' })),
      zhDoc: 'a.txt#zh1',
      enDoc: 'b.txt#en1',
    });
    expect(sheet.notices()).toEqual([
      'Columns that are not known passed over: “todo”, “zh”.',
      '1 row with a score that is no number from 0 to 1.',
      '1 row with a column “data” that cannot be read any more.',
    ]);
  });

  test.each(['null', '[]', '"x"', '{"x-score":"7","x-zh-ids":"a","notes":[1],"properties":[["a"]]}'])(
    'small print that cannot be right does no harm: %s',
    (data) => {
      const rows = rowsOf([LANTERN_UNITS[0]!]);
      rows[0]!.data = data;
      expect(review(rows).units[0]).toMatchObject({ zh: LANTERN_UNITS[0]!.zh, score: 0.9731 });
    },
  );
});

describe('what a sheet cannot hold', () => {
  test('is refused where it is too long for a cell', () => {
    const sheet = new SheetWriting();
    expect(sheet.row(unit({ zh: '灯'.repeat(LONGEST_CELL) }))).toBeDefined();
    expect(() => sheet.row(unit({ zh: '灯'.repeat(LONGEST_CELL + 1) }))).toThrow(
      'unit 2 has 32,768 characters in the column zh, and a cell of a spreadsheet holds 32,767.',
    );
  });

  test('is dropped and counted', () => {
    const sheet = new SheetWriting();
    expect(sheet.row(unit({ zh: '灯\u0001笼', en: 'a\ud800\nb' }))?.cells).toMatchObject({
      zh: '灯笼',
      en: 'a b',
    });
    expect(sheet.row(unit({ zh: '\u0001', en: ' ' }))).toBeUndefined();
    expect(sheet.losses).toEqual({ blank: 1, droppedCharacters: 3 });
    expect(sheet.closing().row).toBe('1 rows');
  });
});
