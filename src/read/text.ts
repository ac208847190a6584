import { constants, isUtf8 } from 'node:buffer';
import { DuiqiError } from '../errors.ts';
import { isBlank } from './blank.ts';

/** How much of a file is looked at to tell text from other data, in bytes. */
const BEGINNING = 4096;
/** Text has next to no control characters; compressed or machine data has them in every tenth byte. */
const MOST_CONTROLS = 0.05;

/**
 * The text that the bytes hold: UTF-8 with or without byte order mark, which is dropped. Line breaks stay as
 * they came. `file` is only used to name the place of an error.
 *
 * @throws DuiqiError `empty` (nothing but white space), `binary` (not text), `encoding` (not UTF-8), or
 * `unreadable` (longer than a string may be)
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (looksBinary(bytes)) throw notText(bytes, file);
  if (!isUtf8(bytes)) throw badByte(bytes, file);
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    const advice = 'Cut it into several files.';
    throw new DuiqiError('unreadable', 'This file is too large: more than 512 MB.', { file }, advice);
  }
  const text = new TextDecoder().decode(bytes);
  if (isBlank(text)) {
    throw new DuiqiError('empty', 'There is no text in this file.', { file }, 'Check that it was saved.');
  }
  return text;
}

function looksBinary(bytes: Uint8Array): boolean {
  if (startsAsUtf16(bytes)) return false;
  const beginning = bytes.subarray(0, BEGINNING);
  if (beginning.includes(0)) return true;
  const controls = beginning.filter((byte) => byte < 0x20 && !isTextControl(byte)).length;
  return controls > beginning.length * MOST_CONTROLS;
}

/** Tab, line feed, vertical tab, form feed, carriage return, and the escape that old charsets switch with. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b;
}

/** UTF-16 is text, although half of its bytes are zero: it gets the message about encodings. */
function startsAsUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function notText(bytes: Uint8Array, file: string): DuiqiError {
  const offset = bytes.subarray(0, BEGINNING).indexOf(0);
  const reason =
    offset === -1 ? 'This is not text.' : `This is not text: there is a zero byte at offset ${offset}.`;
  const place = offset === -1 ? { file } : { file, ...lineAndColumn(bytes, offset) };
  return new DuiqiError('binary', reason, place, 'Save the document as plain text in UTF-8.');
}

function badByte(bytes: Uint8Array, file: string): DuiqiError {
  const offset = firstBadByte(bytes);
  const value = bytes[offset]!.toString(16).toUpperCase().padStart(2, '0');
  return new DuiqiError(
    'encoding',
    `This is not UTF-8: byte 0x${value} at offset ${offset} does not belong there.`,
    { file, ...lineAndColumn(bytes, offset) },
    'Save it as UTF-8.',
  );
}

function lineAndColumn(bytes: Uint8Array, offset: number): { line: number; column: number } {
  const lines = new TextDecoder().decode(bytes.subarray(0, offset)).split(/\r\n|[\r\n]/);
  return { line: lines.length, column: Array.from(lines.at(-1)!).length + 1 };
}

/** The offset of the first byte at which no valid UTF-8 character starts. */
function firstBadByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8(wholeCharacters(bytes, middle))) low = middle;
    else high = middle - 1;
  }
  return wholeCharacters(bytes, low).length;
}

/** The bytes before `end`, less a last character that `end` may have cut in two. */
function wholeCharacters(bytes: Uint8Array, end: number): Uint8Array {
  for (let start = end - 1; start >= Math.max(0, end - 3); start--) {
    const byte = bytes[start]!;
    if (isContinuation(byte)) continue;
    return bytes.subarray(0, start + characterLength(byte) > end ? start : end);
  }
  return bytes.subarray(0, end);
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

/** How many bytes the UTF-8 character that starts with `lead` has. */
function characterLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}
