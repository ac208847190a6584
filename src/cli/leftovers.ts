/** Files half written that a run has left which was killed. */
import { readdir, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Group } from '../batch/source.ts';
import type { Destination } from './destination.ts';
import { isAlive } from './processes.ts';
import type { Target } from './unit-output.ts';

/** Whether a name within a folder is that of an output, or of a part of one. */
type IsOutput = (name: string) => boolean;

/** Removes what killed runs have left of the outputs of this one. */
export async function clearLeftovers(
  destination: Destination,
  groups: readonly Group[],
  doubtful: Target | undefined,
): Promise<void> {
  if (destination.kind === 'folder') {
    const { folder, formats } = destination;
    const endings = formats.flatMap((format) => format.endings);
    const isOfFormat = (name: string) => name === 'probe' || endings.some((ending) => name.endsWith(ending));
    const stems = groups.flatMap(({ stories }) => stories.map(({ source }) => join(folder, source.stem)));
    for (const one of new Set([folder, ...stems.map(dirname)])) await clear(one, isOfFormat);
  }
  const targets = destination.kind === 'files' ? destination.targets : [];
  for (const target of doubtful ? [...targets, doubtful] : targets) {
    for (const path of target.files()) {
      const real = await realpath(path).catch(() => path);
      await clear(dirname(real), (name) => withoutPart(name) === withoutPart(basename(real)));
    }
  }
}

/** `book.tmx` of `book-002.tmx`. */
const withoutPart = (name: string) => name.replace(/-\d{3,}(?=\.)/, '');

async function clear(folder: string, isOutput: IsOutput): Promise<void> {
  for (const file of await readdir(folder).catch(() => [])) {
    const [, name, pid] = /^\.(.+)\.(\d{1,9})\.tmp$/s.exec(file) ?? [];
    if (name === undefined || !isOutput(name) || isAlive(Number(pid))) continue;
    await rm(join(folder, file), { force: true });
  }
}
