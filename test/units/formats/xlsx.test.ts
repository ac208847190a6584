import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { openArchive } from '../../../src/read/formats/archive.ts';
import { XLSX } from '../../../src/units/formats/xlsx.ts';
import { FORBIDDEN } from '../../../src/units/formats/xlsx-text.ts';
import { MOST_ROWS } from '../../../src/units/formats/xlsx-writing.ts';
import { legal } from '../../../src/units/formats/xml-text.ts';
import { textInCell } from '../../../src/units/review-sheet.ts';
import type { Unit } from '../../../src/units/unit.ts';
import { zip } from '../../read/formats/zip.ts';
import { anyText, filesOf, unitsIn } from '../contract.ts';
import { LANTERN_UNITS, unit } from '../sample.ts';
import { heldBySheet } from '../sheet-units.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

async function workbookOf(units: readonly Unit[]): Promise<Uint8Array> {
  return (await filesOf(XLSX, units)).files[0]!;
}

async function partOf(workbook: Uint8Array, name: string): Promise<string> {
  return new TextDecoder().decode(await (await openArchive(workbook, 'x.xlsx')).read(name));
}

/** A workbook of other programs: the rows of each sheet, and the shared strings, as XML. */
function foreign(sheets: readonly string[], strings = ''): Uint8Array {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const data = (xml: string) => `<?xml version="1.0"?>\n${xml}`;
  return zip([
    { name: '[Content_Types].xml', data: data('<Types/>') },
    {
      name: '_rels/.rels',
      data: data(`<Relationships>${relation('a', 'officeDocument', '/xl/book.xml')}</Relationships>`),
    },
    {
      name: 'xl/book.xml',
      data: data(
        `<x:workbook xmlns:x="x" xmlns:r="r"><x:sheets>${sheets.map((_, i) => `<x:sheet sheetId="${9 - i}" r:id="s${i}"/>`).join('')}</x:sheets></x:workbook>`,
      ),
    },
    {
      name: 'xl/_rels/book.xml.rels',
      data: data(
        `<Relationships>${relation('t', 'sharedStrings', 'strings.xml')}${sheets.map((_, i) => relation(`s${i}`, 'worksheet', `worksheets/s${i}.xml`)).join('')}</Relationships>`,
      ),
    },
    { name: 'xl/strings.xml', data: data(`<sst>${strings}</sst>`) },
    ...sheets.map((rows, i) => ({
      name: `xl/worksheets/s${i}.xml`,
      data: data(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    })),
  ]);
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const HEADER = `<row>${text('zh')}${text('en')}${text('score')}</row>`;

/** How the error of reading this file reads. */
async function fault(file: Uint8Array): Promise<string> {
  return unitsIn(XLSX, [file]).then(
    () => 'none',
    (error: Error) => error.message,
  );
}

describe('the workbook that is written', () => {
  test('is the same for the same units, whatever the clock says', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2001-02-03T04:05:06Z') });
    const workbook = await workbookOf(LANTERN_UNITS);
    vi.setSystemTime(new Date('2031-12-11T10:09:08Z'));
    expect(Buffer.compare(await workbookOf(LANTERN_UNITS), workbook)).toBe(0);
    vi.useRealTimers();
    const { files } = await filesOf(XLSX, LANTERN_UNITS, { date: new Date(0) });
    expect(Buffer.compare(files[0]!, workbook)).not.toBe(0);
    expect(await unitsIn(XLSX, files)).toHaveLength(5);
  });

  test('holds texts as texts, scores as numbers, and no formula', async () => {
    const nasty = ['=1+1', '+49', '-5', '@x', '007', '2024-03-05', 'TRUE', 'constructor', '__proto__'];
    const workbook = await workbookOf(nasty.map((en) => unit({ en, score: 0.25 })));
    const sheet = await partOf(workbook, 'xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f');
    const types = Array.from(
      sheet.matchAll(/<c r="([A-J])[2-9]\d?"[^>]*?(?: t="(\w+)")?>/g),
      ([, c, t]) => c! + t,
    );
    expect(new Set(types.filter((type) => !type.startsWith('I')))).toEqual(
      new Set(['As', 'Bs', 'Cundefined', 'Gs', 'Hs', 'Js']),
    );
    expect((await unitsIn(XLSX, [workbook])).map(({ en }) => en)).toEqual(nasty);
  });

  test('freezes its header and lets reviewers sort and filter by it', async () => {
    const sheet = await partOf(await workbookOf(LANTERN_UNITS), 'xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toContain('<autoFilter ref="A1:J6"/>');
  });

  test('shows scores, omissions, noise and edited units by other styles than sound ones', async () => {
    const units = [
      unit({ score: 0.95 }),
      unit({ score: 0.6 }),
      unit({ score: 0.2 }),
      unit({ zh: '', score: 0.95 }),
      unit({ noise: ['zh', 'en'], score: 0.95 }),
      unit({ edited: true, score: 0.95 }),
    ];
    const workbook = await workbookOf(units);
    const sheet = await partOf(workbook, 'xl/worksheets/sheet1.xml');
    const style = (cell: string) => new RegExp(`r="${cell}" s="(\\d+)"`).exec(sheet)?.[1];
    expect(new Set(['C2', 'C3', 'C4'].map(style)).size).toBe(3);
    expect(new Set(['B2', 'B5', 'B7'].map(style)).size).toBe(3);
    expect(style('B6')).toBe(style('B5'));
    expect(style('B3')).toBe(style('B2'));
    const strings = await partOf(workbook, 'xl/sharedStrings.xml');
    for (const state of ['only en', 'noise in zh and en', 'edited'])
      expect(strings).toContain(`<t>${state}</t>`);
  });

  test('refuses more rows than it could read again', () => {
    const writer = XLSX.open({ date: new Date(0), toolVersion: '1' });
    const one = unit();
    for (let i = 0; i < MOST_ROWS; i++) writer.add(one);
    expect(() => writer.add(one)).toThrow(
      expect.objectContaining({ code: 'too-large', message: expect.stringContaining('30,000') }),
    );
  });

  test.each([
    ['text', '灯'.repeat(30_000)],
    ['marks', '“<b>&</b>”'.repeat(100)],
  ])('refuses more %s than it could read again', (_, zh) => {
    const writer = XLSX.open({ date: new Date(0), toolVersion: '1' });
    const one = unit({ zh });
    expect(() => {
      for (let i = 0; i < MOST_ROWS; i++) writer.add(one);
    }).toThrow('more units than a spreadsheet for review holds');
  });
});

describe('reading', () => {
  test('gives back what was written, whatever the pieces of the file', async () => {
    const workbook = await workbookOf(LANTERN_UNITS);
    for (const size of [1, 7, 1 << 16]) {
      expect(await unitsIn(XLSX, [workbook], { size })).toEqual(LANTERN_UNITS.map(heldBySheet));
    }
  });

  test('gives back every text, on one line and without what no workbook holds', async () => {
    const one = fc.record({ zh: anyText, en: anyText, notes: fc.array(anyText, { maxLength: 2 }) });
    const cell = (written: string, language: 'zh' | 'en') =>
      legal(textInCell(written, language).replace(FORBIDDEN, '')).text;
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 4 }), async (texts) => {
        const units = texts.map((changes) => unit({ ...changes, properties: [['a', changes.zh]] }));
        const expected = units
          .map((written) => ({ ...written, zh: cell(written.zh, 'zh'), en: cell(written.en, 'en') }))
          .filter(({ zh, en }) => zh !== '' || en !== '');
        const { files, losses } = await filesOf(XLSX, units);
        const essence = ({ zh, en, edited, score, properties }: Unit) => [zh, en, edited, score, properties];
        expect((await unitsIn(XLSX, files)).map(essence)).toEqual(expected.map(essence));
        expect(losses.blank).toBe(units.length - expected.length);
      }),
      { numRuns: 100 },
    );
  });

  test('takes shared strings with runs, without the readings above them', async () => {
    const strings = [
      '<si><r><rPr><b/></rPr><t>林</t></r><r><t xml:space="preserve">月 </t></r></si>',
      '<si><t>灯笼</t><rPh sb="0" eb="2"><t>とうろう</t></rPh><phoneticPr fontId="1"/></si>',
      '<si><t>a_x000D_\nb _x005F_x0041_</t></si>',
    ].join('');
    const rows =
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="s"><v> 1 </v></c><c t="s"><v>2</v></c></row>';
    expect(await unitsIn(XLSX, [foreign([HEADER + rows], strings)])).toMatchObject([
      { zh: '林月', en: '灯笼' },
      { zh: '灯笼', en: 'a b _x0041_' },
    ]);
  });

  test('takes numbers, booleans, the last values of formulas, gaps, and cells that do not say where they are', async () => {
    const rows = [
      '<row r="3"><c r="B3" t="str"><f>UPPER("x")</f><v>X</v></c><c><v>0.25</v></c></row>',
      '<row r="7"><c r="A7"><v>7</v></c><c r="B7" t="b"><v>1</v></c><c r="ZZZ7"><v>1</v></c></row>',
      '<row/><row r="9"/>',
      '<row><c r="A10" t="inlineStr"><is><r><t>灯</t></r><r><t>笼</t></r></is></c><c r="C10"><f>1/4</f><v>0.25</v></c></row>',
    ];
    const units = await unitsIn(XLSX, [foreign([HEADER + rows.join('')])]);
    expect(units).toMatchObject([
      { zh: '', en: 'X', score: 0.25 },
      { zh: '7', en: 'TRUE' },
      { zh: '灯笼', en: '', score: 0.25 },
    ]);
  });

  test('takes the first sheet with a header, and passes over blank rows before it', async () => {
    const other = `<row>${text('list')}</row><row>${text('zh')}${text('en')}</row>`;
    const review = `<row/><row r="2"><c r="A2" s="1"/></row>${HEADER}<row>${text('灯。')}${text('A lamp.')}</row>`;
    expect(await unitsIn(XLSX, [foreign([other, '', review, review])])).toMatchObject([{ zh: '灯。' }]);
  });
});

describe('what is no review sheet', () => {
  test.each([
    ['<c t="e"><v>#NAME?</v></c>', 'the error #NAME?'],
    ['<c><f>A2</f></c>', 'a formula without its value'],
  ])('is told with its cell where it holds %s', async (cell, what) => {
    const rows = `${HEADER}<row r="5">${text('灯。')}${cell}</row>`;
    expect(await fault(foreign(['', rows]))).toBe(
      `story.xlsx: sheet 2, cell B5: this cell holds ${what} and no text. ` +
        'Type the text again; where it begins with = + - or @, put an apostrophe before it.',
    );
    expect(await fault(foreign([`${HEADER}<row>${text('灯。')}${text('x')}${text('')}${cell}</row>`]))).toBe(
      'none',
    );
  });

  test('is refused: another workbook, one of the old kind, with a password, other files', async () => {
    const ole = (stream: string) =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from(stream, 'utf16le'),
        Buffer.alloc(600),
      ]);
    expect(await fault(foreign([`<row>${text('a')}</row>`]))).toMatch(
      /^story\.xlsx: this is no review sheet: in no/,
    );
    expect(await fault(ole('Workbook'))).toMatch(
      /^story\.xlsx: this is a workbook of the old kind \(\.xls\)\. Open/,
    );
    expect(await fault(ole('EncryptedPackage'))).toMatch(
      /^story\.xlsx: this workbook is protected by a password/,
    );
    expect(await fault(Buffer.from('zh\ten\n'))).toMatch(
      /^story\.xlsx: this is no workbook of the kind \.xlsx/,
    );
    expect(await fault(zip([{ name: 'word/document.xml', data: '<x/>' }]))).toMatch(/this is no workbook/);
    expect(await fault(Buffer.alloc(0))).toBe('story.xlsx: there is nothing in it.');
  });

  test('is refused when it is cut off or broken, at whatever place', async () => {
    const workbook = await workbookOf(LANTERN_UNITS);
    for (let length = 1; length < workbook.length; length += 97) {
      expect(await fault(workbook.subarray(0, length))).toMatch(/^story\.xlsx: /);
    }
    expect(await fault(foreign([`${HEADER}<row><c>`]))).toMatch(/damaged: its part xl\/worksheets\/s0\.xml/);
    expect(await fault(foreign([HEADER], '<si><t>'))).toMatch(/damaged: its part xl\/strings\.xml/);
  });

  test('is refused when few strings make more text than can be held', async () => {
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(900)}</row>`;
    const bomb = foreign([HEADER + row.repeat(40)], `<si><t>${'a'.repeat(32_000)}</t></si>`);
    expect(await fault(bomb)).toMatch(/^story\.xlsx: its cells hold more than 64 million characters/);
  });
});
