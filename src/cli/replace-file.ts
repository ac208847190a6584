import { rmSync } from 'node:fs';
import { realpath, rename, rm, writeFile } from 'node:fs/promises';
import { temporaryPath } from './destination.ts';

/** Writes a file whole or not at all: what was there stays until everything is on the disk. */
export async function replaceFile(path: string, blocks: Iterable<string>): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const temporary = temporaryPath(target);
  const keep = removedOnSignal(temporary);
  try {
    await writeFile(temporary, blocks);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    keep();
  }
}

const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Until the returned function is called, a signal that ends the process takes the file with it. */
function removedOnSignal(path: string): () => void {
  const end = (signal: NodeJS.Signals) => {
    rmSync(path, { force: true });
    process.kill(process.pid, signal);
  };
  for (const signal of ENDING_SIGNALS) process.once(signal, end);
  return () => {
    for (const signal of ENDING_SIGNALS) process.off(signal, end);
  };
}
