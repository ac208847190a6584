import { DuiqiError } from '../errors.ts';

/** The code of an error of the operating system, such as ENOENT. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^E[A-Z\d]+$/.test(code) ? code : undefined;
}

/** Whether the reader of a pipe has gone, as `head` does after ten lines. */
export function isBrokenPipe(error: unknown): boolean {
  return systemCode(error) === 'EPIPE';
}

/** Turns what the system refuses to write into an error about `path`. @throws DuiqiError `unwritable` */
export async function system<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined || isBrokenPipe(error)) throw error;
    const [reason, advice] = REFUSALS[code] ?? [`it can't be written (${code}).`, 'Choose another place.'];
    throw new DuiqiError('unwritable', reason, { file: path }, advice);
  }
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

const REFUSALS: Readonly<Record<string, readonly [reason: string, advice: string]>> = {
  ENOENT: ['its folder does not exist.', 'Make the folder first, or choose another place.'],
  ENOTDIR: ['a file stands where its folder should be.', 'Choose another place.'],
  EEXIST: ['a file stands where the folder should be.', 'Choose another place.'],
  EACCES: ["it can't be written: permission denied.", 'Look at the permissions, or choose another place.'],
  EPERM: ["it can't be written: not permitted.", 'Look at the permissions, or choose another place.'],
  EROFS: ["it can't be written: the disk is read-only.", 'Choose another place.'],
  ENOSPC: ['the disk is full.', 'Make room, or choose another place.'],
};
