import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { systemCode } from '../batch/files.ts';
import { DuiqiError } from '../errors.ts';

/**
 * The files of a folder and of the folders within, as paths from there, sorted; hidden ones do not count.
 *
 * @throws DuiqiError `unreadable`
 */
export async function filesUnder(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(sep).some((name) => name.startsWith('.')))
    .sort();
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    const reason = `it, or a folder in it, can't be read (${code}).`;
    throw new DuiqiError('unreadable', reason, { file: folder }, 'Look at its permissions.');
  }
}
