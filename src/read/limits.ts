import { DuiqiError } from '../errors.ts';

/* How large a document may be. The limits keep reading under ten seconds and a gigabyte on a laptop. */

const MEBIBYTE = 1 << 20;

/** In bytes, as the file is. War and Peace has 3 MiB; a longer text is a collection, to be given as several files. */
export const LARGEST_FILE = 64 * MEBIBYTE;
/** The text of a file in UTF-16 units; that of a Word file or an e-book is packed to a fifth of its size. */
export const LONGEST_TEXT = 64 * MEBIBYTE;
/** What the files within an archive may come to when unpacked, in bytes: pictures are not unpacked, and do not count. */
export const LARGEST_UNPACKED = 64 * MEBIBYTE;
/** Files within an archive. */
export const MOST_ENTRIES = 20_000;
/** Elements within elements: pages have some thirty, browsers stop at 512. */
export const DEEPEST_NESTING = 2_000;

export function tooLarge(file: string): DuiqiError {
  const reason = `This file is too large: a document may have ${LARGEST_FILE / MEBIBYTE} MB.`;
  return new DuiqiError('too-large', reason, { file }, 'Cut it into several files.');
}
