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

/** Offset of the first line that does not sort before the key, by bytes. */
function firstLineFrom(text: Buffer, key: Buffer): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = text.lastIndexOf(NEWLINE, middle - 1) + 1;
    const lineStart = middle === 0 ? 0 : start;
    const end = text.indexOf(NEWLINE, lineStart);
    if (text.compare(key, 0, key.length, lineStart, Math.min(end, lineStart + key.length)) < 0) low = end + 1;
    else high = lineStart;
  }
  return low;
}
