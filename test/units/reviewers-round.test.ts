/** A memory goes out as a sheet, somebody edits the file as a spreadsheet would, and it comes back as TMX. */
import { describe, expect, test } from 'vitest';
import type { CellObject } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import type { Format } from '../../src/units/format.ts';
import { REVIEW } from '../../src/units/formats/review.ts';
import { TMX } from '../../src/units/formats/tmx.ts';
import { XLSX } from '../../src/units/formats/xlsx.ts';
import { escapeXString } from '../../src/units/formats/xlsx-text.ts';
import { findSheet } from '../../src/units/formats/xlsx-workbook.ts';
import { COLUMNS } from '../../src/units/review-sheet.ts';
import type { Unit } from '../../src/units/unit.ts';
import { unitsOf } from '../../src/units/unit.ts';
import { numbers } from '../bench/random.ts';
import { filesOf, unitsIn, WRITING } from './contract.ts';
import { alignment, part } from './sample.ts';

/** So many edits of each kind. */
const EDITS = 20;
const UNITS = 300;
const [ZH, EN] = [COLUMNS.indexOf('zh'), COLUMNS.indexOf('en')];

const PEOPLE = [
  ['林月', 'Lin Yue'],
  ['陈山', 'Chen Shan'],
  ['阿梅', 'Mei'],
  ['老周', 'Old Zhou'],
] as const;
const DEEDS = [
  ['提着灯笼走下山来', 'came down the hill with a lantern'],
  ['数了数船上的鱼', 'counted the fish in the boat'],
  ['在桥头等了一夜', 'waited by the bridge all night'],
  ['“说”起那场雨', 'spoke of "that" rain'],
  ['=把门关上', '= shut the door'],
] as const;

/** A story of two sentences a unit, each sentence with a number of its own so that no two are the same. */
function story(): Unit[] {
  const next = numbers(20_240_305);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const sentences = Array.from({ length: 2 * UNITS }, (_, i) => {
    const [person, deed] = [pick(PEOPLE), pick(DEEDS)];
    return { zh: `${person[0]}第${i}次${deed[0]}。`, en: `${person[1]} ${deed[1]}, time ${i}.`, person };
  });
  const steps = Array.from({ length: UNITS }, (_, i) => {
    const [zh, en] = sentences[2 * i]!.person;
    return [2, 2, 0.5 + next() / 2, [{ kind: 'person', zh, en }]] as const;
  });
  return unitsOf(
    alignment(
      part(
        'zh',
        sentences.map(({ zh }) => zh),
      ),
      part(
        'en',
        sentences.map(({ en }) => en),
      ),
      steps,
    ),
  );
}

type Row = string[];

/** What the reviewer did, as unit numbers in the order in which the units now stand, and how many rows went. */
interface Reviewed {
  readonly rows: Row[];
  readonly expected: readonly { readonly zh: string; readonly en: string; readonly was: Unit | undefined }[];
  readonly edited: number;
  readonly gone: number;
}

const halves = (text: string, end: string) => {
  const cut = text.indexOf(end) + 1;
  return [text.slice(0, cut), text.slice(cut)] as const;
};

/** Each block of 15 rows has one edit of each kind, at a place that is drawn. */
function edit(rows: readonly Row[], units: readonly Unit[]): Reviewed {
  const next = numbers(7);
  const entries: { row: Row; was: Unit | undefined }[] = [];
  const moved: { row: Row; was: Unit | undefined }[] = [];
  const changed = (row: Row, zh: string, en: string): Row =>
    row.map((cell, at) => (at === ZH ? zh : at === EN ? en : cell));
  for (let block = 0; block < EDITS; block++) {
    const kinds = ['change', 'merge', 'move', 'delete', 'split'];
    for (let i = 0; i < 15; i += 3) {
      const [kind] = kinds.splice(Math.floor(next() * kinds.length), 1);
      const at = block * 15 + i;
      const [first, second, third] = [rows[at]!, rows[at + 1]!, rows[at + 2]!];
      const keep = (row: Row, n: number) => entries.push({ row, was: units[at + n] });
      const put = (row: Row) => entries.push({ row, was: undefined });
      const blank = changed(second, '', '');
      if (kind === 'change') put(changed(first, first[ZH]!, `${first[EN]!} Nobody knew why.`));
      else if (kind === 'merge')
        put(changed(first, first[ZH]! + second[ZH]!, `${first[EN]!} ${second[EN]!}`));
      else if (kind === 'move') moved.unshift({ row: first, was: units[at] });
      else if (kind === 'split') {
        const [zh, en] = [halves(first[ZH]!, '。'), halves(first[EN]!, '.')];
        put(changed(first, zh[0], en[0]));
        // A copy of the row, or a new one that holds nothing but the texts.
        put(changed(block % 2 ? first : first.map(() => ''), zh[1], en[1].trim()));
      }
      // In the middle stands what was merged into the first row: emptied, or deleted.
      if (kind !== 'merge') keep(second, 1);
      else if (block % 2) entries.push({ row: blank, was: undefined });
      keep(third, 2);
    }
  }
  const all = [...moved, ...entries];
  const expected = all
    .filter(({ row }) => row[ZH] !== '' || row[EN] !== '')
    .map(({ row, was }) => ({ zh: row[ZH]!, en: row[EN]!, was }));
  return {
    rows: [...all.map(({ row }) => row), rows.at(-1)!],
    expected,
    edited: expected.filter(({ was }) => !was).length,
    gone: EDITS * 2, // deleted ones, and those merged into others
  };
}

/** The cells of the file without the header, as a spreadsheet holds them. */
interface Spreadsheet {
  readonly format: Format;
  readonly open: (file: Uint8Array) => Promise<Row[]>;
  readonly save: (rows: readonly Row[]) => Promise<Uint8Array>;
}

const EXCEL: Spreadsheet = {
  format: XLSX,
  open: async (file) => {
    const sheet = await findSheet(file, 'x.xlsx', () => true);
    return sheet!.rows.slice(1).map(({ cells }) => COLUMNS.map((_, at) => cells[at] ?? ''));
  },
  save: async (rows) => {
    const cell = (value: string): CellObject | null =>
      value === ''
        ? null
        : /^[\d.]+$/.test(value)
          ? { value: Number(value) }
          : { value: escapeXString(value) };
    // Spreadsheets leave empty cells behind the last column.
    const data = [[...COLUMNS], ...rows].map((row) => [...row.map(cell), null, { value: '', wrap: true }]);
    return writeExcelFile(data, { sheet: 'Tabelle1' }).toBuffer();
  },
};

const TEXT: Spreadsheet = {
  format: REVIEW,
  open: async (file) => {
    const lines = Buffer.from(file).toString().slice(1).split('\r\n').slice(1, -1);
    const unquoted = (field: string) =>
      field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
    return lines.map((line) => line.split('\t').map(unquoted));
  },
  save: async (rows) => {
    const lines = [[...COLUMNS], ...rows].map((row) =>
      row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
    );
    return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n,,,,,,,,,\r\n`);
  },
};

/** Which texts a memory holds, which it marks as edited, and the rest of what it says of each unit. */
async function memoryOf(units: readonly Unit[]) {
  const { files } = await filesOf(TMX, units, WRITING);
  return unitsIn(TMX, files);
}

describe.each([
  ['workbook', EXCEL],
  ['review sheet as text', TEXT],
] as const)('a %s', (_, { format, open, save }) => {
  test('comes back unedited when it was only opened and saved', async () => {
    const units = story();
    const { files } = await filesOf(format, units);
    const back = await unitsIn(format, [await save(await open(files[0]!))]);
    expect(await memoryOf(back)).toEqual(await memoryOf(units));
  });

  test('comes back with twenty cells changed, and rows merged, moved, deleted and split, twenty of each', async () => {
    const units = story();
    const { files } = await filesOf(format, units);
    const { rows, expected, edited, gone } = edit(await open(files[0]!), units);
    const notices: string[] = [];
    const onNotice = (notice: string) => notices.push(notice);
    const back = await unitsIn(format, [await save(rows)], { onNotice });

    // One edited unit for a changed cell, one for a merger, two for a split.
    expect(edited).toBe(EDITS * 4);
    expect(notices).toEqual([
      `${edited} rows marked as edited.`,
      `${gone} of the ${UNITS} rows that were written are no longer there.`,
    ]);
    const memory = await memoryOf(back);
    const bare = (text: string) => text.replace(/^'(?==)/, '');
    expect(memory.map(({ zh, en }) => [zh, en])).toEqual(expected.map(({ zh, en }) => [bare(zh), bare(en)]));
    expect(memory.map((unit) => unit.edited ?? false)).toEqual(expected.map(({ was }) => was === undefined));

    // What nobody touched is, with all that was known of it, what it would have been without the round.
    const untouched = memory.filter((unit) => !unit.edited);
    expect(untouched).toEqual(await memoryOf(expected.flatMap(({ was }) => was ?? [])));
    for (const unit of memory.filter((one) => one.edited)) {
      expect(unit).not.toHaveProperty('score');
      for (const { zh, en } of unit.anchors ?? [])
        expect(unit.zh.includes(zh) && unit.en.includes(en)).toBe(true);
    }
  });
});
