/** The errors for bytes that are no text, or not of the charset that they should be in. */
import { DuiqiError, type Position } from '../../errors.ts';
import { LARGEST_FILE } from '../limits.ts';
import type { Finding } from './look.ts';
import type { Change } from './mixture.ts';
import { type Charset, TITLES } from './names.ts';
import { placeOf } from './place.ts';
import { read } from './reading.ts';

const MEBIBYTE = 1 << 20;
const SAVE_AS_UTF8 = 'Save it as UTF-8.';
const SAVE_ALL_AS_UTF8 = 'Save all of it in one charset, best in UTF-8.';

export function tooLarge(size: number, file: string): DuiqiError {
  const [has, may] = [size, LARGEST_FILE].map((bytes) => Math.ceil(bytes / MEBIBYTE));
  const reason = `This file is too large: it has ${has} MB, and a text may have ${may}.`;
  return new DuiqiError('too-large', reason, { file }, 'Cut it into several files.');
}

export function noText(file: string): DuiqiError {
  return new DuiqiError('empty', 'There is no text in this file.', { file }, 'Check that it was saved.');
}

/** @param zero the offset of a zero byte; -1 if there is none */
export function binary(bytes: Uint8Array, zero: number, file: string): DuiqiError {
  const reason =
    zero === -1 ? 'This is not text.' : `This is not text: there is a zero byte at offset ${zero}.`;
  const position = zero === -1 ? { file } : positionOf(bytes, zero, 'utf-8', file);
  return new DuiqiError('binary', reason, position, 'Save the document as plain text in UTF-8.');
}

/** The charset was said, and the byte at `offset` is not of it. */
export function notAsSaid(
  bytes: Uint8Array,
  offset: number,
  charset: Charset,
  found: Finding | undefined,
  file: string,
): DuiqiError {
  const reason = `This is not ${TITLES[charset]}: ${strayByte(bytes, offset)}`;
  const advice = found
    ? `Looking at it finds ${TITLES[found.charset]}: say that, or no charset.`
    : 'Looking at it finds no other charset: save it as UTF-8.';
  return new DuiqiError('encoding', reason, positionOf(bytes, offset, charset, file), advice);
}

/** It is not UTF-8, and no other charset was found. */
export function notFound(bytes: Uint8Array, file: string): DuiqiError {
  const { end } = read(bytes, 'utf-8');
  const reason = `This is not UTF-8: ${strayByte(bytes, end)} It does not clearly read as any other charset.`;
  return new DuiqiError('encoding', reason, positionOf(bytes, end, 'utf-8', file), SAVE_AS_UTF8);
}

/** It is in a charset, but for the byte at `offset`. */
export function notThroughout(bytes: Uint8Array, offset: number, charset: Charset, file: string): DuiqiError {
  const { line, column, tellsBefore } = placeOf(bytes, offset, charset);
  const reason = tellsBefore
    ? `This file mixes two charsets: line ${line} is not ${TITLES[charset]}, although the lines before are.`
    : `This is ${TITLES[charset]} but for one place: ${strayByte(bytes, offset)}`;
  return new DuiqiError('encoding', reason, { file, line, column }, SAVE_ALL_AS_UTF8);
}

/** Some of its lines are UTF-8, and others are not. */
export function mixed(bytes: Uint8Array, change: Change, file: string): DuiqiError {
  const stray = change.isUtf8 ? 0 : read(bytes.subarray(change.offset), 'utf-8').end;
  const position = positionOf(bytes, change.offset + stray, 'utf-8', file);
  const [is, are] = change.isUtf8 ? ['is', 'are not'] : ['is not', 'are'];
  const reason = `This file mixes two charsets: line ${position.line} ${is} UTF-8, although the lines before ${are}.`;
  return new DuiqiError('encoding', reason, position, SAVE_ALL_AS_UTF8);
}

function strayByte(bytes: Uint8Array, offset: number): string {
  const value = bytes[offset]!.toString(16).toUpperCase().padStart(2, '0');
  return `byte 0x${value} at offset ${offset} does not belong there.`;
}

function positionOf(bytes: Uint8Array, offset: number, charset: Charset, file: string): Position {
  const { line, column } = placeOf(bytes, offset, charset);
  return { file, line, column };
}
