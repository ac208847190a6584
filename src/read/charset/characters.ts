/**
 * One character of each charset. The decoders are our own because Node's does not say where it fails, leaves out the
 * Hong Kong characters of Big5, and in Node 20 reads Windows-1252 as Latin-1; they take as long as Node's.
 */
import type { Charset } from './names.ts';
import { big5Tables, gb18030Fours, gb18030Pairs } from './tables.ts';

/** UTF-16 units, as many as `length` says. */
export interface Units {
  readonly units: Uint16Array;
  length: number;
}

/** Writes the character that starts at a byte, and returns how many bytes it has; 0 if no whole one starts there. */
export type ReadCharacter = (bytes: Uint8Array, at: number, to: Units) => number;

export const CHARACTERS: Readonly<Record<Charset, () => ReadCharacter>> = {
  'utf-8': () => utf8Character,
  'utf-16le': () => utf16Character(1, 0),
  'utf-16be': () => utf16Character(0, 1),
  gb18030: gb18030Character,
  big5: big5Character,
  'windows-1252': () => windows1252Character,
};

/** What may stand at the end of a file that was cut in the middle of a character, as Latin-1. */
export const CUT: Readonly<Record<Charset, RegExp>> = {
  'utf-8':
    /^(?:[\xc2-\xf4]|(?:\xe0[\xa0-\xbf]|\xed[\x80-\x9f]|[\xe1-\xec\xee\xef][\x80-\xbf])|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]?)$/,
  'utf-16le': /^(?:[\s\S]|[\s\S][\xd8-\xdb][\s\S]?)$/,
  'utf-16be': /^(?:[\s\S]|[\xd8-\xdb][\s\S]{1,2})$/,
  gb18030: /^[\x81-\xfe](?:[0-9][\x81-\xfe]?)?$/,
  big5: /^[\x81-\xfe]$/,
  'windows-1252': /(?!)/,
};

/** What 0x80 to 0x9F are in Windows-1252; a blank where nothing is assigned. */
const HIGH_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const EURO = 0x20ac;

/** U+10000 is 90 30 81 30, and each code behind it one character further. */
const FIRST_ASTRAL = fourNumber(0x90, 0x30, 0x81, 0x30);

function utf8Character(bytes: Uint8Array, at: number, to: Units): number {
  const lead = bytes[at]!;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (at + size > bytes.length) return 0;
  let code = lead & (0x7f >> size);
  for (let i = at + 1; i < at + size; i++) {
    if ((bytes[i]! & 0xc0) !== 0x80) return 0;
    code = (code << 6) | (bytes[i]! & 0x3f);
  }
  const isOverlong = size > 2 && code < (size === 3 ? 0x800 : 0x10000);
  if (isOverlong || isSurrogate(code) || code > 0x10ffff) return 0;
  write(to, code);
  return size;
}

function utf16Character(high: 0 | 1, low: 0 | 1): ReadCharacter {
  return (bytes, at, to) => {
    if (at + 1 >= bytes.length) return 0;
    const unit = (bytes[at + high]! << 8) | bytes[at + low]!;
    if (!isSurrogate(unit)) {
      write(to, unit);
      return 2;
    }
    const second = at + 3 < bytes.length ? (bytes[at + 2 + high]! << 8) | bytes[at + 2 + low]! : 0;
    if (unit >= 0xdc00 || second < 0xdc00 || second > 0xdfff) return 0;
    write(to, unit);
    write(to, second);
    return 4;
  };
}

function gb18030Character(): ReadCharacter {
  const pairs = gb18030Pairs();
  return (bytes, at, to) => {
    const lead = bytes[at]!;
    const second = bytes[at + 1] ?? 0;
    const unit = lead === 0x80 ? EURO : pairs[(lead << 8) | second]!;
    if (unit > 0) {
      write(to, unit);
      return lead === 0x80 ? 1 : 2;
    }
    const code = fourByteCode(lead, second, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);
    if (code === 0) return 0;
    write(to, code);
    return 4;
  };
}

function fourByteCode(first: number, second: number, third: number, fourth: number): number {
  const isCode = first >= 0x81 && isDigit(second) && third >= 0x81 && third <= 0xfe && isDigit(fourth);
  if (!isCode) return 0;
  const number = fourNumber(first, second, third, fourth);
  if (number < FIRST_ASTRAL) return gb18030Fours()[number] ?? 0;
  const code = 0x10000 + number - FIRST_ASTRAL;
  return code <= 0x10ffff ? code : 0;
}

function fourNumber(first: number, second: number, third: number, fourth: number): number {
  return (((first - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function big5Character(): ReadCharacter {
  const { pairs, wide } = big5Tables();
  return (bytes, at, to) => {
    const unit = pairs[(bytes[at]! << 8) | (bytes[at + 1] ?? 0)]!;
    if (unit === 0) return 0;
    const character = isPrivate(unit) ? wide.get(unit) : undefined;
    if (character === undefined) write(to, unit);
    else for (let i = 0; i < character.length; i++) write(to, character.charCodeAt(i));
    return 2;
  };
}

function windows1252Character(bytes: Uint8Array, at: number, to: Units): number {
  const byte = bytes[at]!;
  const code = byte < 0xa0 ? HIGH_1252.charCodeAt(byte - 0x80) : byte;
  if (code === 0x20) return 0;
  write(to, code);
  return 1;
}

function isPrivate(unit: number): boolean {
  return unit >= 0xe000 && unit <= 0xf8ff;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function write(to: Units, code: number): void {
  if (code < 0x10000) {
    to.units[to.length++] = code;
    return;
  }
  to.units[to.length++] = 0xd7c0 + (code >> 10);
  to.units[to.length++] = 0xdc00 + (code & 0x3ff);
}
