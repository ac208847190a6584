import type { DuiqiError } from '../errors.ts';
import { isBlank } from './blank.ts';
import { binary, mixed, noText, notAsSaid, notFound, notThroughout, tooLarge } from './charset/faults.ts';
import { type Finding, look, markedCharset } from './charset/look.ts';
import { changeOfCharset } from './charset/mixture.ts';
import { type Charset, isWide } from './charset/names.ts';
import { isCut, read } from './charset/reading.ts';
import { LARGEST_FILE } from './limits.ts';

export { declaredCharset } from './charset/declared.ts';
export { CHARSETS, type Charset, charsetNamed } from './charset/names.ts';

/** How much of a file is looked at to tell text from other data: bytes, or UTF-16 units of what was decoded. */
const BEGINNING = 4096;
/** Text has next to no control characters; compressed or machine data has them in every tenth byte. */
const MOST_CONTROLS = 0.05;
/** Not tab, line feed, vertical tab, form feed, carriage return, and the escape that old charsets switch with. */
const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f]/g;
const BYTE_ORDER_MARK = 0xfeff;

export interface Decoded {
  /** Without its byte order mark; line breaks are as they came. */
  readonly text: string;
  readonly charset: Charset;
  /** Why it was taken for that, and what was left out, as whole sentences. */
  readonly reason: string;
}

export interface DecodeOptions {
  /** What the user says, whatever looking would find. */
  readonly charset?: Charset | undefined;
}

/**
 * The text that the bytes hold, in the charset that is said, or else that is found: by a byte order mark, by being valid
 * UTF-8, or by reading well, what the document declares counting for much. One character that is cut off at the very end
 * is left out. `file` is only used to name the place of an error.
 *
 * @throws DuiqiError `too-large`, `empty` (nothing but white space), `binary` (not text), or `encoding` (not in the
 * charset that was said, in none that reads well, or in two)
 */
export function decode(bytes: Uint8Array, file: string, { charset }: DecodeOptions = {}): Decoded {
  if (bytes.length > LARGEST_FILE) throw tooLarge(bytes.length, file);
  return charset ? decodeAsSaid(bytes, charset, file) : decodeAsFound(bytes, file);
}

function decodeAsFound(bytes: Uint8Array, file: string): Decoded {
  const finding = look(bytes);
  if (!finding) throw unreadable(bytes, file);
  const { text, end } = read(bytes, finding.charset);
  const stray = strayByte(bytes, end, finding.charset);
  const mayBeMixed = finding.charset === 'utf-8' ? stray !== -1 : !isWide(finding.charset);
  const change = mayBeMixed ? changeOfCharset(bytes) : undefined;
  if (change) throw mixed(bytes, change, file);
  if (stray !== -1) throw notThroughout(bytes, stray, finding.charset, file);
  return checked(text, bytes, end, finding, file);
}

function decodeAsSaid(bytes: Uint8Array, said: Charset, file: string): Decoded {
  const finding = asSaid(bytes, said);
  const { text, end } = read(bytes, finding.charset);
  const zero = isWide(finding.charset) ? -1 : zeroByte(bytes);
  const stray = strayByte(bytes, end, finding.charset);
  const found = stray === -1 && zero === -1 ? undefined : fittingFinding(bytes);
  if (stray !== -1 || found) {
    throw notAsSaid(bytes, stray === -1 ? zero : stray, finding.charset, found, file);
  }
  return checked(text, bytes, end, finding, file);
}

/** A byte order mark of UTF-16 knows better than the user which of the two it is. */
function asSaid(bytes: Uint8Array, said: Charset): Finding {
  const marked = markedCharset(bytes);
  if (marked === undefined || marked === said || !isWide(marked) || !isWide(said)) {
    return { charset: said, reason: 'It was said to be so.' };
  }
  return { charset: marked, reason: 'It was said to be UTF-16; its byte order mark says which.' };
}

/** What looking finds, if all bytes are of that charset. */
function fittingFinding(bytes: Uint8Array): Finding | undefined {
  const found = look(bytes);
  const fits = found && strayByte(bytes, read(bytes, found.charset).end, found.charset) === -1;
  return fits ? found : undefined;
}

/** The offset at which reading stopped; -1 when it was the end, or a character that is cut off there. */
function strayByte(bytes: Uint8Array, end: number, charset: Charset): number {
  return end === bytes.length || isCut(bytes, end, charset) ? -1 : end;
}

/** @throws DuiqiError when the text is none */
function checked(text: string, bytes: Uint8Array, end: number, finding: Finding, file: string): Decoded {
  if (looksBinary(text)) throw binary(bytes, isWide(finding.charset) ? -1 : zeroByte(bytes), file);
  if (isBlank(text)) throw noText(file);
  const isMarked = text.charCodeAt(0) === BYTE_ORDER_MARK;
  const cut = end < bytes.length ? ' Its last character is cut off, and left out.' : '';
  return {
    text: isMarked ? text.slice(1) : text,
    charset: finding.charset,
    reason: finding.reason + cut,
  };
}

function unreadable(bytes: Uint8Array, file: string): DuiqiError {
  const { buffer, byteOffset, length } = bytes.subarray(0, BEGINNING);
  if (looksBinary(Buffer.from(buffer, byteOffset, length).toString('latin1'))) {
    return binary(bytes, zeroByte(bytes), file);
  }
  const change = changeOfCharset(bytes);
  return change ? mixed(bytes, change, file) : notFound(bytes, file);
}

function looksBinary(text: string): boolean {
  const beginning = text.slice(0, BEGINNING);
  const controls = beginning.match(CONTROLS)?.length ?? 0;
  return beginning.includes('\0') || controls > beginning.length * MOST_CONTROLS;
}

/** The offset of a zero byte near the beginning; -1 if there is none. */
function zeroByte(bytes: Uint8Array): number {
  return bytes.subarray(0, BEGINNING).indexOf(0);
}
