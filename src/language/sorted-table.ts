import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DuiqiError } from '../errors.ts';

const NEWLINE = 10;

/**
 * A text of lines sorted by their bytes, the key of each before its first tab. It is read once and searched in place, so
 * that opening it costs milliseconds and only the lines that are asked for are ever parsed.
 */
export class SortedTable {
  readonly #file: URL;
  #bytes: Buffer | undefined;

  /** @param file made by `npm run build` */
  constructor(file: URL) {
    this.#file = file;
  }

  /**
   * What stands behind the key in each of its lines, field by field; none for an unknown key.
   *
   * @throws DuiqiError `missing-file` when the table has not been made
   */
  find(key: string): string[][] {
    this.#bytes ??= readTable(this.#file);
    const start = Buffer.from(`${key}\t`);
    const rows: string[][] = [];
    let line = firstLineFrom(this.#bytes, start);
    while (
      line + start.length <= this.#bytes.length &&
      start.equals(this.#bytes.subarray(line, line + start.length))
    ) {
      const end = this.#bytes.indexOf(NEWLINE, line);
      rows.push(this.#bytes.toString('utf8', line + start.length, end).split('\t'));
      line = end + 1;
    }
    return rows;
  }
}

function readTable(file: URL): Buffer {
  const path = fileURLToPath(file);
  if (!existsSync(path)) {
    throw new DuiqiError(
      'missing-file',
      'the dictionary has not been made.',
      { file: path },
      'Run npm run build.',
    );
  }
  return readFileSync(path);
}

/** Offset of the first line that does not sort before the key, by bytes. Loops, for a call to native code costs more. */
function firstLineFrom(text: Uint8Array, key: Uint8Array): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    let line = middle;
    while (line > low && text[line - 1] !== NEWLINE) line--;
    if (sortsBefore(text, line, key)) {
      let end = middle;
      while (end < high && text[end] !== NEWLINE) end++;
      low = end + 1;
    } else high = line;
  }
  return low;
}

/** Whether the line sorts before the key. A key ends with a tab, so a line that ends within it differs from it there. */
function sortsBefore(text: Uint8Array, line: number, key: Uint8Array): boolean {
  let k = 0;
  while (k < key.length && text[line + k] === key[k]) k++;
  return k < key.length && (text[line + k] ?? 0) < key[k]!;
}
