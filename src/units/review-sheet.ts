/** The sheet in which a person reviews a memory: its columns, and the row that a unit becomes. */
import { createHash } from 'node:crypto';
import { DuiqiError } from '../errors.ts';
import type { Language } from '../model.ts';
import type { Losses } from './format.ts';
import { fileName, propertiesOf } from './formats/properties.ts';
import { onOneRow } from './formats/rows.ts';
import { FORBIDDEN } from './formats/xlsx-text.ts';
import { legal } from './formats/xml-text.ts';
import { onOneLine, type Unit } from './unit.ts';

/**
 * What the reviewer reads and changes stands first, small print behind it. `row` tells which unit a row was and whether
 * its texts are as they were; `data` holds as JSON what a memory knows of the unit and no other column shows.
 */
export const COLUMNS = [
  'zh',
  'en',
  'score',
  'state',
  'anchors',
  'note',
  'zh file',
  'en file',
  'row',
  'data',
] as const;
export type Column = (typeof COLUMNS)[number];

export type Cells = Readonly<Record<Column, string>>;

export interface SheetRow {
  readonly cells: Cells;
  readonly score: number | undefined;
  /** The unit has one side only, or is no part of the story. */
  readonly isAside: boolean;
  readonly isEdited: boolean;
}

/** In UTF-16 units: Excel's limit. It cuts longer texts off, or lets them run on into the next rows. */
export const LONGEST_CELL = 32_767;

/** The column `data` holds these under their own names, and the properties of `propertiesOf` under theirs. */
const HISTORY = ['zhLang', 'enLang', 'created', 'changed', 'createdBy', 'changedBy'] as const;
export type HistoryField = (typeof HISTORY)[number];

/** These properties have columns of their own. */
export const SHOWN = { score: 'x-score', anchors: 'x-anchors' } as const;

/** Makes the rows of one sheet. */
export class SheetWriting {
  readonly losses: Losses = { blank: 0, droppedCharacters: 0 };
  readonly #forbidden: RegExp | undefined;
  #count = 0;

  /** @param forbidden the characters that are dropped beside those that XML forbids; a global expression */
  constructor(forbidden?: RegExp) {
    this.#forbidden = forbidden;
  }

  /**
   * The row of the next unit; undefined, and counted, where neither side has a text that a sheet can hold.
   *
   * @throws DuiqiError `too-large` for a text that no cell holds
   */
  row(unit: Unit): SheetRow | undefined {
    const zh = this.#held(textInCell(unit.zh, 'zh'));
    const en = this.#held(textInCell(unit.en, 'en'));
    this.losses.droppedCharacters += zh.dropped + en.dropped;
    if (zh.text === '' && en.text === '') {
      this.losses.blank++;
      return undefined;
    }
    const properties = new Map(propertiesOf({ ...unit, properties: [] }));
    const cells = {
      zh: zh.text,
      en: en.text,
      score: properties.get(SHOWN.score) ?? '',
      state: stateOf(unit, zh.text, en.text),
      anchors: legal(properties.get(SHOWN.anchors) ?? '').text,
      note: noteCell(unit.notes),
      'zh file': legal(shownDocument(unit.zhDoc)).text,
      'en file': legal(shownDocument(unit.enDoc)).text,
      row: rowMark(++this.#count, zh.text, en.text),
      data: dataOf(unit, properties),
    };
    refuseLongCells(cells, this.#count);
    const isAside = zh.text === '' || en.text === '' || unit.noise !== undefined;
    return { cells, score: unit.score, isAside, isEdited: unit.edited ?? false };
  }

  #held(text: string): { text: string; dropped: number } {
    const kept = this.#forbidden ? text.replace(this.#forbidden, '') : text;
    const held = legal(kept);
    return { text: held.text, dropped: held.dropped + text.length - kept.length };
  }

  /** The last row: it holds nothing but the number of rows before it, by which deleted ones are noticed. */
  closing(): Cells {
    return { ...BLANK, row: `${this.#count} rows` };
  }
}

const BLANK: Cells = {
  zh: '',
  en: '',
  score: '',
  state: '',
  anchors: '',
  note: '',
  'zh file': '',
  'en file': '',
  row: '',
  data: '',
};

/** The text on one line, with tabs as spaces: LibreOffice loses them in its own format. */
export function textInCell(text: string, language: Language): string {
  return onOneRow(onOneLine(text, language));
}

/** What a row was: its number, and a check of each side's text. */
export interface RowMark {
  readonly number: number;
  readonly zhCheck: string;
  readonly enCheck: string;
}

const ROW_MARK = /^#(\d{1,10}) ([0-9a-f]{8}) ([0-9a-f]{8})$/;
const CLOSING = /^(\d{1,10}) rows$/;

/** `#12 3f9a2c41 0b77e1d2`. No spreadsheet takes it for a number or date, as it would take 12/340 or 3-4. */
function rowMark(number: number, zh: string, en: string): string {
  return `#${number} ${checkOf(zh)} ${checkOf(en)}`;
}

/** Undefined where the cell was changed, or never was one. */
export function rowMarkIn(cell: string): RowMark | undefined {
  const [, number, zhCheck, enCheck] = ROW_MARK.exec(cell.trim()) ?? [];
  if (number === undefined || zhCheck === undefined || enCheck === undefined) return undefined;
  return { number: Number(number), zhCheck, enCheck };
}

/** How many rows the sheet had; undefined in all rows but the last. */
export function rowCountIn(cell: string): number | undefined {
  const count = CLOSING.exec(cell.trim())?.[1];
  return count === undefined ? undefined : Number(count);
}

/** By which a text is known to be unchanged: one changed text in four thousand millions is taken for the old one. */
export function checkOf(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 8);
}

/** In words, for colours alone say nothing; reviewers can filter by it. */
function stateOf({ edited, noise = [] }: Unit, zh: string, en: string): string {
  const only: Language | undefined = en === '' ? 'zh' : zh === '' ? 'en' : undefined;
  return [
    ...(edited ? ['edited'] : []),
    ...(only ? [`only ${only}`] : []),
    ...(noise.length > 0 ? [`noise in ${noise.join(' and ')}`] : []),
  ].join(', ');
}

/** `b.txt#zh1` of `a/b.txt#zh1`. */
function shownDocument(doc = ''): string {
  const name = fileName(doc);
  return name + doc.slice(doc.lastIndexOf(name) + name.length);
}

function dataOf(unit: Unit, properties: ReadonlyMap<string, string>): string {
  const shown: readonly string[] = Object.values(SHOWN);
  const history = HISTORY.flatMap((field) => (unit[field] === undefined ? [] : [[field, unit[field]]]));
  const hidden = [...properties].filter(([name]) => !shown.includes(name));
  const { notes = [] } = unit;
  const data = {
    ...Object.fromEntries([...history, ...hidden]),
    ...(!isShownAsIs(notes) && { notes }),
    ...(unit.properties && { properties: unit.properties }),
  };
  // JSON leaves these as they are, but not all spreadsheets do.
  return JSON.stringify(data)
    .replace(FORBIDDEN, escapeForJson)
    .replace(/[\u2028\u2029]/g, escapeForJson);
}

function escapeForJson(character: string): string {
  const codes = character.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));
  return codes.map((code) => `\\u${code}`).join('');
}

/** Whether the lines of the cell are the notes. */
function isShownAsIs(notes: readonly string[]): boolean {
  const lines = notesIn(noteCell(notes));
  return lines.length === notes.length && lines.every((line, i) => line === notes[i]);
}

/** One note a line; what not all of the sheets hold is left out of what they show. */
export function noteCell(notes: readonly string[] = []): string {
  return legal(notes.join('\n').replace(FORBIDDEN, '')).text;
}

/** The notes in a cell, one a line. */
export function notesIn(cell: string): string[] {
  return cell
    .split(/\r\n|[\n\r]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What the column `data` holds of a unit. */
export interface Data {
  readonly history: Readonly<Partial<Record<HistoryField, string>>>;
  /** As `propertiesOf` has them, without those that are shown. */
  readonly known: readonly (readonly [name: string, value: string])[];
  readonly notes?: readonly string[];
  readonly properties?: Unit['properties'];
}

/** Undefined where the cell was changed so that it is no JSON any more; values that can't be are passed over. */
export function dataIn(cell: string): Data | undefined {
  const parsed = parsedObject(cell);
  if (!parsed) return undefined;
  const texts = Object.entries(parsed).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  const isHistory = (name: string) => HISTORY.some((field) => field === name);
  const { notes, properties } = parsed;
  return {
    history: Object.fromEntries(texts.filter(([name]) => isHistory(name))),
    known: texts.filter(([name]) => name.startsWith('x-')),
    ...(Array.isArray(notes) && notes.every(isText) && { notes }),
    ...(Array.isArray(properties) && properties.every(isPair) && { properties }),
  };
}

function parsedObject(cell: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(cell);
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject ? Object.fromEntries(Object.entries(parsed)) : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every(isText);
}

function refuseLongCells(cells: Cells, number: number): void {
  const column = COLUMNS.find((one) => cells[one].length > LONGEST_CELL);
  if (column === undefined) return;
  const length = cells[column].length.toLocaleString('en');
  const most = LONGEST_CELL.toLocaleString('en');
  const reason = `unit ${number} has ${length} characters in the column ${column}, and a cell of a spreadsheet holds ${most}.`;
  const advice = 'Cut its text into sentences, or write another format.';
  throw new DuiqiError('too-large', reason, {}, advice);
}
