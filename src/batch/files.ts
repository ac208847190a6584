/** What is asked of the file system: what a file is, and its bytes. */
import { closeSync, fstatSync, open, read, type Stats, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { DuiqiError } from '../errors.ts';

const opened = promisify(open);
const readInto = promisify(read);

/** The most that is read, in bytes. */
const LARGEST = 2 ** 31 - 1;
/** What is read at a time where the size of a file is not known, in bytes. */
const PIECE = 65_536;
/** What is read at a time at most. */
const LARGEST_PIECE = 2 ** 26;

/** The code of an error of the operating system, such as ENOENT. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^E[A-Z\d]+$/.test(code) ? code : undefined;
}

/** What to throw when `path` can't be read: `missing-file`, `not-a-file`, `unreadable`, or the error itself if it is not the system's. */
export function refusedReading(error: unknown, path: string): unknown {
  const code = systemCode(error);
  const position = { file: path };
  if (code === undefined) return error;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new DuiqiError('missing-file', 'no such file.', position, 'Look for a slip in its name.');
  }
  if (code === 'EISDIR') {
    const advice = 'Give a file, or two folders to align.';
    return new DuiqiError('not-a-file', 'this is a folder.', position, advice);
  }
  return new DuiqiError('unreadable', `it can't be read (${code}).`, position, 'Look at its permissions.');
}

/**
 * @param check throws where a file of so many bytes is too large: it is not even loaded; unless given, 2 GB are the most
 * @throws DuiqiError `missing-file`, `not-a-file` or `unreadable`, and what `check` throws
 */
export async function readBytes(path: string, check = mostReadable(path)): Promise<Uint8Array> {
  try {
    const file = await opened(path, 'r');
    try {
      return await contentOf(file, check);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw refusedReading(error, path);
  }
}

function mostReadable(path: string): (size: number) => void {
  return (size) => {
    if (size <= LARGEST) return;
    const reason = 'it is too large: more than 2 GB.';
    throw new DuiqiError('unreadable', reason, { file: path }, 'Cut it into several files.');
  };
}

/**
 * The bytes of an open file. It waits for the file system no more than it must, once to open and once to read: handing work to
 * a thread and back costs two cores at work four times what it costs one, and `readFile` does so five times. What an open
 * file is, the system knows at once.
 */
async function contentOf(file: number, check: (size: number) => void): Promise<Uint8Array> {
  const stats = fstatSync(file);
  // Of a pipe it is not known how much there is.
  const size = stats.isFile() ? stats.size : 0;
  check(size);
  const pieces: Uint8Array[] = [];
  let length = 0;
  do {
    const room = size > length ? Math.min(size - length, LARGEST_PIECE) : PIECE;
    const { bytesRead, buffer } = await readInto(file, Buffer.allocUnsafeSlow(room), 0, room, null);
    if (bytesRead === 0) break;
    pieces.push(buffer.subarray(0, bytesRead));
    length += bytesRead;
    check(length);
  } while (length !== size);
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}

export async function isFolder(path: string): Promise<boolean> {
  return (await statOf(path))?.isDirectory() ?? false;
}

export async function exists(path: string): Promise<boolean> {
  return (await statOf(path)) !== undefined;
}

/** What the system knows of a file; undefined when it is not there, or can't be reached. */
async function statOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch(notThere);
}

/** The same, while this thread waits: of thousands of files a tenth of the time. */
export function statNow(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    return notThere(error);
  }
}

function notThere(error: unknown): undefined {
  if (systemCode(error) === undefined) throw error;
  return undefined;
}
