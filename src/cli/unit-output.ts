import { basename } from 'node:path';
import { DuiqiError } from '../errors.ts';
import type { Format, Losses, Piece, UnitWriter, WritingOptions } from '../units/format.ts';
import type { Unit } from '../units/unit.ts';
import { PendingFile } from './pending-file.ts';
import { type Output, print } from './streams.ts';
import { printableLines } from './terminal.ts';

/** Where a memory is written, and as what. */
export interface Target {
  /** undefined: standard output. */
  readonly path: string | undefined;
  readonly format: Format;
  /** In which files it is written, by the number of the part, from 1, or undefined if there is one; an array of the format's files. */
  readonly files: (part?: number) => readonly string[];
  readonly isPacked: boolean;
}

/** When a new file is begun: after so many units, or before it has more bytes than that. */
export interface Split {
  readonly units?: number | undefined;
  readonly bytes?: number | undefined;
}

export interface OutputOptions extends WritingOptions {
  readonly split?: Split | undefined;
}

export interface OutputReport extends Readonly<Losses> {
  /** The number of units in all files. */
  readonly written: number;
  /** The number of parts that it was split into. */
  readonly parts: number;
}

/** So much is gathered before it is printed, in UTF-16 units. */
const BLOCK = 65_536;

/** One memory on its way to its file, to several files or to standard output; the files appear when all of it is written. */
export class UnitOutput {
  readonly #target: Target;
  readonly #options: OutputOptions;
  readonly #stdout: Output;
  readonly #files: PendingFile[] = [];
  #writer!: UnitWriter;
  #current: readonly PendingFile[] = [];
  #part = 0;
  #units = 0;
  #bytes = 0;
  #largest = 0;
  #unprinted = '';
  #written = 0;
  readonly #losses: Losses = { blank: 0, droppedCharacters: 0 };

  private constructor(target: Target, options: OutputOptions, stdout: Output) {
    this.#target = target;
    this.#options = options;
    this.#stdout = stdout;
  }

  /** @throws DuiqiError `usage` where the format can't be split so or not be printed */
  static async open(target: Target, options: OutputOptions, stdout: Output): Promise<UnitOutput> {
    checkTarget(target, options);
    const output = new UnitOutput(target, options, stdout);
    await output.#begin();
    return output;
  }

  /** @throws DuiqiError `unwritable`, or what the format can't hold */
  async add(unit: Unit): Promise<void> {
    if (this.#isFull()) {
      await this.#finish();
      await this.#begin();
    }
    const pieces = this.#writer.add(unit);
    this.#units++;
    await this.#write(pieces);
  }

  /** Text behind the last unit, in a format that has room for it. */
  async addText(text: string): Promise<void> {
    await this.#write([text]);
  }

  /** All is on the disk, and nothing yet in its place. @throws DuiqiError `unwritable` */
  async end(): Promise<OutputReport> {
    await this.#finish();
    return { written: this.#written, parts: this.#part, ...this.#losses };
  }

  /** Puts all files in their places. @throws DuiqiError `unwritable` */
  async commit(): Promise<void> {
    for (const file of this.#files) await file.commit();
  }

  /** Takes back all that was written. */
  async discard(): Promise<void> {
    for (const file of this.#files) await file.discard();
  }

  /** Of a unit it is known how large it is only when it is written: twice the largest so far must have room. */
  #isFull(): boolean {
    const { units = Number.POSITIVE_INFINITY, bytes = Number.POSITIVE_INFINITY } = this.#options.split ?? {};
    return this.#units > 0 && (this.#units >= units || this.#bytes + 2 * this.#largest > bytes);
  }

  async #begin(): Promise<void> {
    const { files, format, isPacked, path } = this.#target;
    this.#part++;
    this.#units = 0;
    this.#bytes = 0;
    const paths = files(this.#options.split && this.#part);
    const title = basename(paths[0] ?? '').slice(0, -format.endings[0]!.length);
    this.#writer = format.open({ ...this.#options, title });
    if (path === undefined) return;
    const opened = [];
    for (const one of paths) opened.push(await PendingFile.open(one, isPacked));
    this.#files.push(...opened);
    this.#current = opened;
  }

  async #finish(): Promise<void> {
    await this.#write(await this.#writer.end());
    await this.#flush();
    for (const file of this.#current) await file.close();
    const { blank, droppedCharacters } = this.#writer.losses;
    this.#written += this.#units - blank;
    this.#losses.blank += blank;
    this.#losses.droppedCharacters += droppedCharacters;
  }

  async #write(pieces: readonly Piece[]): Promise<void> {
    if (this.#options.split?.bytes !== undefined) this.#measure(pieces);
    for (const [i, piece] of pieces.entries()) {
      if (piece.length === 0) continue;
      if (this.#target.path === undefined) await this.#print(piece);
      else await this.#current[i]!.write(piece);
    }
  }

  #measure(pieces: readonly Piece[]): void {
    const size = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
    this.#bytes += size;
    this.#largest = Math.max(this.#largest, size);
  }

  async #print(piece: Piece): Promise<void> {
    this.#unprinted += piece;
    if (this.#unprinted.length >= BLOCK) await this.#flush();
  }

  async #flush(): Promise<void> {
    const text = this.#unprinted;
    this.#unprinted = '';
    if (text) await print(this.#stdout, this.#stdout.isTTY ? printableLines(text) : text);
  }
}

function checkTarget({ path, format }: Target, { split }: OutputOptions): void {
  const isText = format.name !== 'xlsx';
  if (path === undefined && (format.endings.length > 1 || !isText)) {
    const reason = `the format ${format.name} can't be printed.`;
    throw new DuiqiError('usage', reason, {}, `Name a file with -o, such as out${format.endings[0]}.`);
  }
  if (split?.bytes !== undefined && !isText) {
    const reason = `--split: how large a file of the format ${format.name} becomes is known only at its end.`;
    throw new DuiqiError('usage', reason, { file: path }, 'Give a number of units.');
  }
}

/** The target that a file's name asks for. A part's number stands before the ending: `book-002.tmx`. */
export function targetOf(path: string, format: Format, stem: string, isPacked: boolean): Target {
  const ofSeveral = format.endings.map((ending) => ending + (isPacked ? '.gz' : ''));
  const endings = format.endings.length === 1 ? [path.slice(stem.length)] : ofSeveral;
  const suffix = (part: number | undefined) =>
    part === undefined ? '' : `-${String(part).padStart(3, '0')}`;
  return { path, format, isPacked, files: (part) => endings.map((one) => stem + suffix(part) + one) };
}
