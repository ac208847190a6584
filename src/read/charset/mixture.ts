import { isAscii, isUtf8 } from 'node:buffer';
import { LEAST_SCORE, readability } from './readability.ts';
import { isCut, read } from './reading.ts';

const LINE_FEED = 0x0a;
/** How far lines are looked at one by one, in bytes; behind it, bytes that do not belong are still found. */
const LOOKED_AT = 1 << 22;
/** A line of two or three characters in GB18030 or Big5 may be one of two-byte characters in UTF-8. */
const THREE_BYTES = /[\u0800-\uffff]/;

/** The first line of a file that is in another charset than the lines before. */
export interface Change {
  /** Of the line's first byte. */
  readonly offset: number;
  /** This line is UTF-8, and those before are not; or the other way round. */
  readonly isUtf8: boolean;
}

/**
 * Where a text begins, or ceases, to be UTF-8 in its first 4 MiB; undefined if it never does. Lines that are ASCII, and
 * those that may be UTF-8 by chance, tell nothing.
 */
export function changeOfCharset(bytes: Uint8Array): Change | undefined {
  let before: boolean | undefined;
  for (let offset = 0; offset < Math.min(bytes.length, LOOKED_AT); ) {
    const lineFeed = bytes.indexOf(LINE_FEED, offset);
    const end = lineFeed === -1 ? bytes.length : lineFeed + 1;
    const now = isLineOfUtf8(bytes.subarray(offset, end));
    if (now !== undefined && before !== undefined && now !== before) return { offset, isUtf8: now };
    before ??= now;
    offset = end;
  }
  return undefined;
}

/** undefined when it cannot be told. */
function isLineOfUtf8(line: Uint8Array): boolean | undefined {
  if (isAscii(line)) return undefined;
  if (!isUtf8(line)) return line.at(-1) === LINE_FEED || !isCutUtf8(line) ? false : undefined;
  const { text } = read(line, 'utf-8');
  return THREE_BYTES.test(text) && readability(text, false).score >= LEAST_SCORE ? true : undefined;
}

function isCutUtf8(line: Uint8Array): boolean {
  return isCut(line, read(line, 'utf-8').end, 'utf-8');
}
