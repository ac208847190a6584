import { isUtf8 } from 'node:buffer';
import { CHARACTERS, CUT, type ReadCharacter, type Units } from './characters.ts';
import { type Charset, isWide } from './names.ts';

const REPLACEMENT = 0xfffd;
const LONGEST_CHARACTER = 4;

export interface Reading {
  readonly text: string;
  /** The offset of the first byte at which no whole character starts; the number of bytes when all were read. */
  readonly end: number;
}

/** The text of the bytes up to the first byte that does not belong to the charset. A byte order mark stays in it. */
export function read(bytes: Uint8Array, charset: Charset): Reading {
  if (charset === 'utf-8' && isUtf8(bytes)) {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), end: bytes.length };
  }
  const to = roomFor(bytes);
  const end = readOn(bytes, 0, readerOf(charset), to);
  return { text: textOf(to), end };
}

/** The text with U+FFFD for what does not belong to the charset, without a character cut off at the end. */
export function readAnyhow(bytes: Uint8Array, charset: Charset): string {
  const to = roomFor(bytes);
  const reader = readerOf(charset);
  let at = readOn(bytes, 0, reader, to);
  while (at < bytes.length && !isCut(bytes, at, charset)) {
    to.units[to.length++] = REPLACEMENT;
    at = readOn(bytes, at + (isWide(charset) ? 2 : 1), reader, to);
  }
  return textOf(to);
}

/** Whether nothing but the beginning of a character stands from `at` to the end. */
export function isCut(bytes: Uint8Array, at: number, charset: Charset): boolean {
  if (bytes.length - at >= LONGEST_CHARACTER) return false;
  return CUT[charset].test(String.fromCharCode(...bytes.subarray(at)));
}

interface Reader {
  readonly character: ReadCharacter;
  /** Bytes below this are ASCII. */
  readonly ascii: number;
}

function readerOf(charset: Charset): Reader {
  return { character: CHARACTERS[charset](), ascii: isWide(charset) ? 0 : 0x80 };
}

/** @returns the offset of the first byte from `from` on at which no whole character starts, at most that of the end */
function readOn(bytes: Uint8Array, from: number, { character, ascii }: Reader, to: Units): number {
  let at = Math.min(from, bytes.length);
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte < ascii) {
      to.units[to.length++] = byte;
      at++;
    } else {
      const size = character(bytes, at, to);
      if (size === 0) return at;
      at += size;
    }
  }
  return at;
}

/** No charset has a character of more units than bytes. */
function roomFor(bytes: Uint8Array): Units {
  return { units: new Uint16Array(bytes.length), length: 0 };
}

function textOf({ units, length }: Units): string {
  return Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
}
