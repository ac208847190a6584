import { systemCode } from '../batch/files.ts';
import { DuiqiError } from '../errors.ts';

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

const REFUSALS: Readonly<Record<string, readonly [reason: string, advice: string]>> = {
  ENOENT: ['its folder does not exist.', 'Make the folder first, or choose another place.'],
  ENOTDIR: ['a file stands where its folder should be.', 'Choose another place.'],
  EEXIST: ['a file stands where the folder should be.', 'Choose another place.'],
  EACCES: ["it can't be written: permission denied.", 'Look at the permissions, or choose another place.'],
  EPERM: ["it can't be written: not permitted.", 'Look at the permissions, or choose another place.'],
  EROFS: ["it can't be written: the disk is read-only.", 'Choose another place.'],
  ENOSPC: ['the disk is full.', 'Make room, or choose another place.'],
};
