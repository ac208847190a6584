/** The way back from a sheet that a person has reviewed to the units of a memory. */

import { fieldsOf } from './formats/properties.ts';
import { languageOfTag } from './locales.ts';
import {
  COLUMNS,
  type Column,
  checkOf,
  type Data,
  dataIn,
  noteCell,
  notesIn,
  rowCountIn,
  rowMarkIn,
  SHOWN,
  textInCell,
} from './review-sheet.ts';
import { roundScore, type UnitRead } from './unit.ts';

const TITLES: ReadonlyMap<string, Column> = new Map([
  ['chinese', 'zh'],
  ['中文', 'zh'],
  ['汉语', 'zh'],
  ['漢語', 'zh'],
  ['english', 'en'],
  ['英文', 'en'],
  ['英语', 'en'],
  ['英語', 'en'],
]);
/** So many names of unknown columns are told. */
const NAMES_TOLD = 5;

/** What a header names, left to right; undefined where it lacks a column for either language. */
export function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> | undefined {
  const columns = new Map<Column, number>();
  for (const [at, title] of header.entries()) {
    const column = columnOf(title);
    if (column && !columns.has(column)) columns.set(column, at);
  }
  return columns.has('zh') && columns.has('en') ? columns : undefined;
}

function columnOf(title: string): Column | undefined {
  const name = title.trim().toLowerCase();
  return COLUMNS.find((column) => column === name) ?? languageOfTag(name) ?? TITLES.get(name);
}

/**
 * The rows of one sheet become units again. A row whose texts are as they were, but for line breaks and blanks at the
 * ends, is the unit that it was, wherever it stands now. All others are marked as edited: of them is kept what is still
 * known to be true, and no score, for that was one of another text.
 */
export class ReviewedSheet {
  readonly columns: ReadonlyMap<Column, number>;
  readonly #unknown: readonly string[];
  readonly #seen = new Set<string>();
  #rows = 0;
  #edited = 0;
  #badScores = 0;
  #lostData = 0;

  constructor(header: readonly string[], columns: ReadonlyMap<Column, number>) {
    this.columns = columns;
    const known = new Set(columns.values());
    this.#unknown = header.filter((title, at) => title.trim() !== '' && !known.has(at));
  }

  /**
   * The unit of a row, given its cells from left to right; undefined for one without any text.
   *
   * @param readings what the cells may mean, if that is not sure: the first that the row's mark fits, else the first
   */
  unit(...readings: readonly (readonly (string | undefined)[])[]): UnitRead | undefined {
    const rows = readings.map((cells) => this.#row(cells));
    const row = rows.find(({ sameZh, sameEn }) => sameZh && sameEn) ?? rows[0]!;
    this.#rows += rowCountIn(row.cell('row')) ?? 0;
    if (row.zh === '' && row.en === '') return undefined;
    const mark = row.cell('row').trim();
    const isFirst = !this.#seen.has(mark);
    if (row.isMarked) this.#seen.add(mark);
    const written = { zh: row.zh, en: row.en, ...this.#known(row.cell) };
    if (isFirst && row.sameZh && row.sameEn) return written;
    this.#edited++;
    return edited(written, { ...row, hasMarks: this.columns.has('row') });
  }

  #row(cells: readonly (string | undefined)[]) {
    const cell = (column: Column): string => cells[this.columns.get(column) ?? -1] ?? '';
    const zh = textInCell(cell('zh'), 'zh');
    const en = textInCell(cell('en'), 'en');
    const mark = rowMarkIn(cell('row'));
    const sameZh = mark?.zhCheck === checkOf(zh);
    return { cell, zh, en, isMarked: mark !== undefined, sameZh, sameEn: mark?.enCheck === checkOf(en) };
  }

  /** What the user should know of the sheet, when all rows were read. */
  notices(): string[] {
    const rows = (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}`;
    const gone = this.#rows - this.#seen.size;
    const told = this.#unknown.slice(0, NAMES_TOLD).map((name) => `“${name.trim()}”`);
    const others = this.#unknown.length - told.length;
    const more = others > 0 ? ` and ${others} more` : '';
    return [
      ...(told.length > 0 ? [`Columns that are not known passed over: ${told.join(', ')}${more}.`] : []),
      ...(this.#edited > 0 ? [`${rows(this.#edited)} marked as edited.`] : []),
      ...(gone > 0
        ? [
            `${gone} of the ${rows(this.#rows)} that were written ${gone === 1 ? 'is' : 'are'} no longer there.`,
          ]
        : []),
      ...(this.#badScores > 0
        ? [`${rows(this.#badScores)} with a score that is no number from 0 to 1.`]
        : []),
      ...(this.#lostData > 0
        ? [`${rows(this.#lostData)} with a column “data” that cannot be read any more.`]
        : []),
    ];
  }

  /** All that the row holds beside its texts. */
  #known(cell: (column: Column) => string): Partial<UnitRead> {
    const data = this.#data(cell('data'));
    const { properties: unfit = [], ...fields } = fieldsOf([
      ...(data?.known ?? documents(cell)),
      ...(cell('anchors') === '' ? [] : [[SHOWN.anchors, cell('anchors')] as const]),
    ]);
    const score = this.#score(cell('score'));
    const notes = notesOf(cell('note'), data?.notes);
    const properties = [...unfit, ...(data?.properties ?? [])];
    return {
      ...fields,
      ...missingIds(fields),
      ...data?.history,
      ...(score !== undefined && { score }),
      ...(notes.length > 0 && { notes }),
      ...(properties.length > 0 && { properties }),
    };
  }

  #data(cell: string): Data | undefined {
    if (cell.trim() === '') return undefined;
    const data = dataIn(cell);
    if (!data) this.#lostData++;
    return data;
  }

  #score(cell: string): number | undefined {
    if (cell.trim() === '') return undefined;
    const score = scoreIn(cell);
    if (score === undefined) this.#badScores++;
    return score;
  }
}

interface Change {
  readonly sameZh: boolean;
  readonly sameEn: boolean;
  /** Else nothing tells that the score is of another text: the sheet may be another program's. */
  readonly hasMarks: boolean;
}

/**
 * Which sentences stand on a side is known while its text is as it was. The date is left to whoever writes the memory:
 * the change is of now.
 */
function edited(unit: UnitRead, { sameZh, sameEn, hasMarks }: Change): UnitRead {
  const { score, zhIds, enIds, anchors, parallel, bead, noise, changed, changedBy, ...kept } = unit;
  const standing = (anchors ?? []).filter(({ zh, en }) => unit.zh.includes(zh) && unit.en.includes(en));
  return {
    ...kept,
    ...(!hasMarks && score !== undefined && { score }),
    ...(sameZh && zhIds && { zhIds }),
    ...(sameEn && enIds && { enIds }),
    ...(standing.length > 0 && { anchors: standing }),
    edited: true,
  };
}

/** A property does not hold an empty list: that of the side which an omission has not. */
function missingIds({ bead, zhIds, enIds }: Partial<UnitRead>): Partial<UnitRead> {
  if (enIds && bead?.startsWith('0-')) return { zhIds: [] };
  return zhIds && bead?.endsWith('-0') ? { enIds: [] } : {};
}

/** The notes as they were, several lines in one perhaps, unless somebody changed the cell that shows them. */
function notesOf(cell: string, hidden: readonly string[] = []): readonly string[] {
  const shown = notesIn(cell);
  const before = notesIn(noteCell(hidden));
  const isUnchanged = shown.length === before.length && shown.every((note, i) => note === before[i]);
  return isUnchanged && hidden.length > 0 ? hidden : shown;
}

/** Where the column `data` was deleted, the documents are known from those that show them. */
function documents(cell: (column: Column) => string): [string, string][] {
  const shown: [string, string][] = [
    ['x-zh-file', cell('zh file')],
    ['x-en-file', cell('en file')],
  ];
  return shown.filter(([, name]) => name !== '');
}

/** 0.97, as spreadsheets of all countries show it: `0,97`, `97%`, `97,00 %`, `9.7E-1`. */
function scoreIn(cell: string): number | undefined {
  const [, digits, percent] = /^([\d.,]+(?:e[+-]?\d{1,2})?)\s*(%?)$/i.exec(cell.trim()) ?? [];
  if (digits === undefined) return undefined;
  const score = Number(digits.replace(',', '.')) / (percent ? 100 : 1);
  return score >= 0 && score <= 1 ? roundScore(score) : undefined;
}
