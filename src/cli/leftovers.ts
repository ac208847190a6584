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
    const stems = new Set(
      groups.flatMap(({ stories }) => stories.map(({ source }) => join(folder, source.stem))),
    );
    for (const one of new Set([folder, ...Array.from(stems, (stem) => dirname(stem))])) {
      await clear(
        one,
        (name) => name === 'probe' || stemsOf(join(one, name), endings).some((x) => stems.has(x)),
      );
    }
  }
  const targets = destination.kind === 'files' ? destination.targets : [];
  for (const target of doubtful ? [...targets, doubtful] : targets) {
    for (const path of target.files()) {
      const real = await realpath(path).catch(() => path);
      await clear(dirname(real), (name) => withoutPart(name) === withoutPart(basename(real)));
    }
  }
}

/** `out/a` of `out/a.tmx`, `out/a-002.tmx` and `out/a.zh1-en1.tmx`: other runs may write to the same folder. */
function stemsOf(path: string, endings: readonly string[]): string[] {
  return endings
    .filter((ending) => path.endsWith(ending))
    .map((ending) => withoutPart(path).slice(0, -ending.length))
    .flatMap((stem) => [stem, stem.replace(/\.zh\d+-en\d+$/, '')]);
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
