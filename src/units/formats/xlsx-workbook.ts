/** The cells of a workbook (Office Open XML, ECMA-376), as Excel, LibreOffice and others save them. */
import { DuiqiError } from '../../errors.ts';
import { type Archive, entryName, folderOf, openArchive } from '../../read/formats/archive.ts';
import { type Attribute, readXml, type XmlPart } from '../../read/formats/xml.ts';
import { LONGEST_TEXT } from '../../read/limits.ts';
import { unescapeXString } from './xlsx-text.ts';

export interface Sheet {
  /** Counted from 1, in the order in which a spreadsheet shows them. */
  readonly number: number;
  /** Those with a cell. */
  readonly rows: readonly SheetCells[];
}

export interface SheetCells {
  /** Counted from 1. */
  readonly number: number;
  /** The texts from left to right; a place is empty where there is no cell. */
  readonly cells: readonly (string | undefined)[];
  /** Cells that hold an error, or a formula without its value: their column, counted from 0, and what stands there. */
  readonly faults: ReadonlyMap<number, string>;
}

type IsWanted = (firstRow: SheetCells['cells']) => boolean;

const WORKBOOK = 'xl/workbook.xml';
/** Columns further to the right are not looked at. */
const MOST_COLUMNS = 1_000;

/**
 * The first sheet whose first row is as wanted. Numbers and dates are given as they are stored, formulas as the value that
 * they last had; what readings stand above Chinese characters is left out.
 *
 * @throws DuiqiError `damaged`, `encrypted`, `too-large`, `format`
 */
export async function findSheet(
  bytes: Uint8Array,
  file: string,
  isWanted: IsWanted,
): Promise<Sheet | undefined> {
  const archive = await openArchive(bytes, file);
  const main =
    (await relationsOf('', archive)).find(({ kind }) => kind === 'officeDocument')?.target ?? WORKBOOK;
  const workbook = await archive.part(main);
  if (!workbook || !/\.xml$/i.test(main)) throw noWorkbook(file);
  const relations = await relationsOf(main, archive);
  const strings = await sharedStrings(
    await partOf(
      relations.find(({ kind }) => kind === 'sharedStrings'),
      archive,
    ),
  );
  let number = 0;
  for (const id of await sheetIds(workbook)) {
    number++;
    const relation = relations.find((one) => one.id === id && one.kind === 'worksheet');
    const part = await partOf(relation, archive);
    const rows = part ? await rowsOf(part, strings, isWanted) : [];
    if (rows.length > 0) return { number, rows };
  }
  return undefined;
}

interface Relation {
  readonly id: string;
  /** The last word of its type. */
  readonly kind: string;
  readonly target: string;
}

/** What a part (`''`: the whole file) is related to. */
async function relationsOf(source: string, archive: Archive): Promise<Relation[]> {
  const folder = folderOf(source);
  const name = entryName(folder, `_rels/${source.slice(folder.length).replace('/', '')}.rels`) ?? '';
  const part = await archive.part(name);
  const relations: Relation[] = [];
  const open = (element: string, attribute: Attribute) => {
    const target = entryName(folder, attribute('Target') ?? '');
    if (element !== 'Relationship' || target === undefined) return;
    relations.push({ id: attribute('Id') ?? '', kind: attribute('Type')?.split('/').at(-1) ?? '', target });
  };
  if (part) await readXml(part, { open });
  return relations;
}

async function partOf(relation: Relation | undefined, archive: Archive): Promise<XmlPart | undefined> {
  return relation && archive.part(relation.target);
}

async function sheetIds(workbook: XmlPart): Promise<string[]> {
  const ids: string[] = [];
  await readXml(workbook, {
    open: (name, attribute) => {
      if (name === 'sheet') ids.push(attribute('id') ?? '');
    },
  });
  return ids;
}

/** The text of `<t>` elements, in a shared string or a cell. */
class RichText {
  text = '';
  #isText = false;
  #readings = 0;

  open(name: string): void {
    if (name === 'rPh') this.#readings++;
    this.#isText = name === 't' && this.#readings === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.#readings--;
    this.#isText = false;
  }

  add(text: string): void {
    if (this.#isText) this.text += text;
  }
}

async function sharedStrings(part: XmlPart | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  let string = new RichText();
  await readXml(part, {
    open: (name) => {
      if (name === 'si') string = new RichText();
      else string.open(name);
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeXString(string.text));
      else string.close(name);
    },
    text: (text) => string.add(text),
  });
  return strings;
}

/** None where the first row is not as wanted. */
async function rowsOf(part: XmlPart, strings: readonly string[], isWanted: IsWanted): Promise<SheetCells[]> {
  const reading = new RowReading(part, strings, isWanted);
  await readXml(part, {
    open: (name, attribute) => reading.open(name, attribute),
    close: (name) => reading.close(name),
    text: (text) => reading.add(text),
  });
  return reading.rows;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  /** What stands in `<v>`. */
  value: string;
  readonly inline: RichText;
  hasFormula: boolean;
}

class RowReading {
  readonly rows: SheetCells[] = [];
  readonly #file: string;
  readonly #strings: readonly string[];
  readonly #isWanted: IsWanted;
  #isUnwanted = false;
  #number = 0;
  #column = -1;
  #cells: (string | undefined)[] = [];
  #faults = new Map<number, string>();
  #cell: OpenCell | undefined;
  #isValue = false;
  #length = 0;

  constructor({ file }: XmlPart, strings: readonly string[], isWanted: IsWanted) {
    this.#file = file;
    this.#strings = strings;
    this.#isWanted = isWanted;
  }

  open(name: string, attribute: Attribute): void {
    if (this.#isUnwanted) return;
    if (name === 'row') {
      this.#number = naturalIn(attribute('r')) ?? this.#number + 1;
      this.#column = -1;
      this.#cells = [];
      this.#faults = new Map();
    } else if (name === 'c') {
      this.#column = columnIn(attribute('r')) ?? this.#column + 1;
      const type = attribute('t') ?? 'n';
      this.#cell = { column: this.#column, type, value: '', inline: new RichText(), hasFormula: false };
    } else if (this.#cell) {
      this.#cell.inline.open(name);
      this.#isValue = name === 'v';
      if (name === 'f') this.#cell.hasFormula = true;
    }
  }

  close(name: string): void {
    if (name === 'row') this.#closeRow();
    else if (name === 'c') this.#closeCell();
    else this.#cell?.inline.close(name);
    this.#isValue = false;
  }

  add(text: string): void {
    if (this.#isValue && this.#cell) this.#cell.value += text;
    this.#cell?.inline.add(text);
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (!cell || cell.column >= MOST_COLUMNS) return;
    const text = this.#textOf(cell);
    if (cell.type === 'e') this.#faults.set(cell.column, `the error ${text}`);
    else if (cell.hasFormula && cell.value === '' && cell.type !== 'str') {
      this.#faults.set(cell.column, 'a formula without its value');
    } else if (text !== '') this.#cells[cell.column] = text;
    this.#length += text.length;
    if (this.#length > LONGEST_TEXT) throw tooMuchText(this.#file);
  }

  #textOf({ type, value, inline }: OpenCell): string {
    if (type === 's') return this.#strings[naturalIn(value.trim()) ?? -1] ?? '';
    if (type === 'inlineStr') return unescapeXString(inline.text);
    if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE';
    return type === 'str' ? unescapeXString(value) : value.trim();
  }

  #closeRow(): void {
    if (this.#isUnwanted || (this.#cells.length === 0 && this.#faults.size === 0)) return;
    if (this.rows.length === 0 && !this.#isWanted(this.#cells)) {
      this.#isUnwanted = true;
      return;
    }
    this.rows.push({ number: this.#number, cells: this.#cells, faults: this.#faults });
  }
}

/** The column of `AB12`, counted from 0. */
function columnIn(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** `AB12` */
export function cellName(column: number, row: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

function naturalIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function noWorkbook(file: string): DuiqiError {
  const reason = 'this is no workbook of the kind .xlsx.';
  const advice = 'Open it in the program that it is for, and save it as .xlsx.';
  return new DuiqiError('format', reason, { file }, advice);
}

function tooMuchText(file: string): DuiqiError {
  const reason = `its cells hold more than ${LONGEST_TEXT >> 20} million characters.`;
  return new DuiqiError('too-large', reason, { file }, 'Save it as several files.');
}
