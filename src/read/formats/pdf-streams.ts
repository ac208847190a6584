/** A look at the packed streams of a PDF before pdf.js unpacks them, for it unpacks whatever it is given. */
import { inflateSync } from 'node:zlib';
import { DuiqiError } from '../../errors.ts';
import { LARGEST_UNPACKED } from '../limits.ts';

/** What stands before and behind the bytes of a stream (ISO 32000, 7.3.8). */
const STREAM = 'stream';
const END_OF_STREAM = 'endstream';
/** Pictures are never unpacked. */
const PICTURE = /\/Subtype\s*\/Image\b/;
const LONGEST_DICTIONARY = 2_000;
/** The last lines of a file say where its tables are; some servers append things. The first part of a file may have 0. */
const END = /startxref\s+[1-9]/;
const LONGEST_END = 1 << 16;
/** All streams together, in bytes; the text and the fonts of a book come to some 20 MiB. */
const MOST_UNPACKED = 4 * LARGEST_UNPACKED;

/**
 * Refuses a file that is cut off, and one with streams that unpack to more than text and fonts need.
 *
 * @returns whether a stream is broken; of an encrypted file nothing is known
 * @throws DuiqiError `damaged` or `too-large`
 */
export function checkStreams(bytes: Uint8Array, file: string): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!END.test(data.subarray(-LONGEST_END).toString('latin1'))) throw cutOff(file);
  let unpacked = 0;
  let isBroken = false;
  for (const stream of packedStreams(data)) {
    const size = unpackedSize(stream);
    unpacked += size ?? 0;
    isBroken ||= size === undefined;
    if (unpacked > MOST_UNPACKED) throw tooLarge(file);
  }
  return isBroken && !data.includes('/Encrypt');
}

/** The streams that begin as deflated data does, but for pictures. */
function* packedStreams(data: Buffer): Generator<Buffer> {
  let keyword = data.indexOf(STREAM);
  while (keyword >= 0) {
    const start = keyword + STREAM.length + (data[keyword + STREAM.length] === 0x0d ? 2 : 1);
    const end = data.indexOf(END_OF_STREAM, start);
    if (end < 0) return;
    const stream = data.subarray(start, end);
    if (isDeflated(stream) && !isPicture(data, keyword)) yield stream;
    keyword = data.indexOf(STREAM, end + END_OF_STREAM.length);
  }
}

/** The two bytes of RFC 1950, 2.2. */
function isDeflated([method = 0, flags = 0]: Buffer): boolean {
  return (method & 0x0f) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0;
}

function isPicture(data: Buffer, keyword: number): boolean {
  const before = data.toString('latin1', Math.max(0, keyword - LONGEST_DICTIONARY), keyword);
  return PICTURE.test(before.slice(before.lastIndexOf(' obj') + 1));
}

/** In bytes; infinite when it is far too much, undefined when the stream is broken. */
function unpackedSize(stream: Buffer): number | undefined {
  try {
    return inflateSync(stream, { maxOutputLength: LARGEST_UNPACKED }).length;
  } catch (error) {
    const isTooLarge =
      error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? Number.POSITIVE_INFINITY : undefined;
  }
}

function cutOff(file: string): DuiqiError {
  return new DuiqiError(
    'damaged',
    'The end of this PDF is missing.',
    { file },
    'Get it again from where it came; it was cut off on the way.',
  );
}

function tooLarge(file: string): DuiqiError {
  return new DuiqiError(
    'too-large',
    'This PDF unpacks to far more than a text.',
    { file },
    'Print it to a new PDF and read that, or save its text as a plain text file.',
  );
}
