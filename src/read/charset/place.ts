import type { Charset } from './names.ts';
import { readAnyhow } from './reading.ts';

const BYTE_ORDER_MARK = 0xfeff;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** A place in a text, both from 1; columns are characters. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** Some line before has a character beyond ASCII. */
  readonly tellsBefore: boolean;
}

/** Where the byte at `offset` stands when what is before it is read in a charset. */
export function placeOf(bytes: Uint8Array, offset: number, charset: Charset): Place {
  const text = readAnyhow(bytes.subarray(0, offset), charset);
  let line = 1;
  let column = 1;
  let tellsBefore = false;
  let tells = false;
  for (let i = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) tells = true;
    if (unit === LINE_FEED || unit === CARRIAGE_RETURN) {
      if (unit === CARRIAGE_RETURN || text.charCodeAt(i - 1) !== CARRIAGE_RETURN) line++;
      column = 1;
      tellsBefore = tells;
    } else if (unit < 0xdc00 || unit > 0xdfff) column++;
  }
  return { line, column, tellsBefore };
}
