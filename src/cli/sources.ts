import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { isFolder, refusedReading } from '../batch/files.ts';
import { DuiqiError } from '../errors.ts';
import type { Source } from '../units/source.ts';

/**
 * A file to be read piece by piece, unpacked where it is packed by gzip, whatever its name.
 *
 * @throws DuiqiError `missing-file`, `not-a-file`, `unreadable`
 */
export async function openSource(path: string): Promise<Source> {
  if (await isFolder(path)) {
    throw new DuiqiError('not-a-file', 'this is a folder.', { file: path }, 'Give a file.');
  }
  const isPacked = await beginsWithGzipMagic(path);
  return { file: path, bytes: () => (isPacked ? unpacked(path) : plain(path)) };
}

async function beginsWithGzipMagic(path: string): Promise<boolean> {
  const handle = await open(path).catch((error: unknown) => {
    throw refusedReading(error, path);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

async function* plain(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
  } catch (error) {
    throw refusedReading(error, path);
  }
}

async function* unpacked(path: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const file = createReadStream(path).on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of file.pipe(gunzip)) yield chunk as Uint8Array;
  } catch (error) {
    if (!isZlibError(error)) throw refusedReading(error, path);
    const advice = 'Get it again, or unpack it with gunzip to see how far it goes.';
    throw new DuiqiError('damaged', 'its compressed data are damaged or cut off.', { file: path }, advice);
  } finally {
    file.destroy();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
