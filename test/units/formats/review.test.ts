import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReviewHeader, REVIEW } from '../../../src/units/formats/review.ts';
import { legal } from '../../../src/units/formats/xml-text.ts';
import { textInCell } from '../../../src/units/review-sheet.ts';
import type { Unit } from '../../../src/units/unit.ts';
import { anyText, filesOf, unitsIn } from '../contract.ts';
import { LANTERN_UNITS, unit } from '../sample.ts';
import { heldBySheet } from '../sheet-units.ts';

async function sheetOf(units: readonly Unit[]): Promise<string> {
  return Buffer.from((await filesOf(REVIEW, units)).files[0]!).toString();
}

/** How the error of reading this file reads. */
async function fault(file: Uint8Array | string): Promise<string> {
  return unitsIn(REVIEW, [file]).then(
    () => 'none',
    (error: Error) => error.message,
  );
}

test('begins with a byte order mark and a header, and ends with the number of rows', async () => {
  const lines = (await sheetOf(LANTERN_UNITS)).split('\r\n');
  expect(lines[0]).toBe('\ufeffzh\ten\tscore\tstate\tanchors\tnote\tzh file\ten file\trow\tdata');
  expect(lines[2]).toMatch(
    /^没有人说话。\t\t0\.80\tonly zh\t\t\ta\.txt#zh1\tb\.txt#en1\t#2 [\da-f]{8} [\da-f]{8}\t"\{/,
  );
  expect(lines.slice(6)).toEqual(['\t\t\t\t\t\t\t\t5 rows\t', '']);
  expect(await sheetOf([])).toBe(`${lines[0]}\r\n\t\t\t\t\t\t\t\t0 rows\t\r\n`);
});

describe('reading', () => {
  test('gives back what was written, whatever the pieces of the file', async () => {
    const { files } = await filesOf(REVIEW, LANTERN_UNITS);
    for (const size of [1, 7, 1 << 16]) {
      expect(await unitsIn(REVIEW, files, { size })).toEqual(LANTERN_UNITS.map(heldBySheet));
    }
  });

  test('gives back every text, on one line and without what no sheet holds', async () => {
    const one = fc.record({ zh: anyText, en: anyText, notes: fc.array(anyText, { maxLength: 2 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 4 }), async (texts) => {
        const units = texts.map((changes) => unit({ ...changes, properties: [['a', changes.zh]] }));
        const { files, losses } = await filesOf(REVIEW, units);
        const expected = units
          .map((written) => ({
            ...written,
            zh: legal(textInCell(written.zh, 'zh')).text,
            en: legal(textInCell(written.en, 'en')).text,
          }))
          .filter(({ zh, en }) => zh !== '' || en !== '');
        const read = await unitsIn(REVIEW, files);
        const essence = ({ zh, en, edited, score, properties }: Unit) => [zh, en, edited, score, properties];
        expect(read.map(essence)).toEqual(expected.map(essence));
        expect(losses.blank).toBe(units.length - expected.length);
      }),
      { numRuns: 200 },
    );
  });

  test('takes commas and semicolons, LF, UTF-16 and GB 18030, as spreadsheets save them', async () => {
    const rows = (await sheetOf(LANTERN_UNITS)).slice(1);
    const separated = (by: string) =>
      rows
        .split('\r\n')
        .map((line) => line.split('\t').map((field) => (field.startsWith('"') ? field : `"${field}"`)))
        .map((fields) => fields.join(by))
        .join('\n');
    const files = [separated(','), separated(';'), `\ufeff${rows}`, Buffer.from(`\ufeff${rows}`, 'utf16le')];
    for (const file of files) expect(await unitsIn(REVIEW, [file])).toEqual(LANTERN_UNITS.map(heldBySheet));
    const gb = Buffer.from(
      'zh,en\r\n"\xb7\xe7\xcd\xa3\xc1\xcb\xc2\xf0\xa3\xbf",Was the wind gone?\r\n',
      'latin1',
    );
    expect(await unitsIn(REVIEW, [gb])).toMatchObject([{ zh: '风停了吗？', en: 'Was the wind gone?' }]);
  });

  test('takes the apostrophe away that it put before a formula, and no other', async () => {
    const units = ['=1+1', "'=1+1", "'Tis so.", '007', "''"].map((en) => unit({ en }));
    const text = await sheetOf(units);
    expect(text.split('\r\n').map((line) => line.split('\t')[1])).toEqual([
      'en',
      "'=1+1",
      "''=1+1",
      "'Tis so.",
      "'007",
      "''",
      '',
      undefined,
    ]);
    expect((await unitsIn(REVIEW, [text])).map(({ en }) => en)).toEqual(units.map(({ en }) => en));
  });

  test('knows by its mark whether an apostrophe belongs to the text, in a workbook saved as text', async () => {
    const units = [unit({ en: "'=1+1" }), unit({ en: '007' })];
    const text = (await sheetOf(units)).replace("''=1+1", "'=1+1").replace("'007", '007');
    expect(await unitsIn(REVIEW, [text])).toEqual(units.map(heldBySheet));
  });

  test('passes over blank rows and tells what happened to the others', async () => {
    const lines = (await sheetOf(LANTERN_UNITS)).split('\r\n');
    lines.splice(2, 1, '', '\t\t\t');
    const notices: string[] = [];
    const onNotice = (notice: string) => notices.push(notice);
    expect(await unitsIn(REVIEW, [lines.join('\r\n')], { onNotice })).toHaveLength(4);
    expect(notices).toEqual(['1 of the 5 rows that were written is no longer there.']);
  });
});

describe('what is no review sheet', () => {
  test('is told by its header', () => {
    for (const line of ['zh\ten', '\ufeff"ZH","EN"', 'score;en;zh', '中文,英文']) {
      expect(isReviewHeader(line)).toBe(true);
    }
    for (const line of ['', '风停了吗？\tWas the wind gone?\t0.9', 'zh', 'zh en']) {
      expect(isReviewHeader(line)).toBe(false);
    }
  });

  test('is refused with its line', async () => {
    expect(await fault('\n风停了吗？\tWas the wind gone?\n')).toBe(
      'story.review.tsv:2: this is no review sheet: its first line does not name a column zh and a column en. ' +
        'Put such a line first: zh, en, and others that it has.',
    );
    expect(await fault(' \r\n')).toBe('story.review.tsv: there is nothing in it.');
    expect(await fault('zh\ten\n"风\tx\n')).toMatch(
      /^story\.review\.tsv:2:1: this quotation mark is never closed/,
    );
  });
});
