import { join } from 'node:path';
import type { FolderSource } from '../batch/source.ts';
import { DuiqiError } from '../errors.ts';
import { filesUnder } from './listing.ts';
import { stemOf } from './stem.ts';
import type { Listing } from './stories.ts';

/** Files of two folders that belong together. */
export interface FilePair {
  /** Its name without ending and language, with `/` between folders: `part1/a` of `part1/a.zh-CN.txt`. */
  readonly stem: string;
  readonly a: string;
  readonly b: string;
}

export interface Pairing {
  readonly pairs: readonly FilePair[];
  /** One line a file that has no partner, or several. */
  readonly unpaired: readonly string[];
}

/**
 * The stories of two folders, paired by the names of their files; none of them is read.
 *
 * @throws DuiqiError `empty` when there are no files, `unreadable`
 */
export async function listFolders(a: string, b: string): Promise<Listing> {
  const { pairs, unpaired } = await pairFolders(a, b);
  if (pairs.length === 0 && unpaired.length === 0) {
    const advice = 'Give two folders with documents.';
    throw new DuiqiError('empty', 'no files in it.', { file: `${a}, ${b}` }, advice);
  }
  const groups = pairs.map((pair, number) => {
    const source: FolderSource = { kind: 'folders', stem: pair.stem, files: [pair.a, pair.b] };
    return { stories: [{ number, source }] };
  });
  return { groups, failures: unpaired };
}

/** Pairs the files of two folders and of the folders within by their stems; hidden files do not count. */
export async function pairFolders(a: string, b: string): Promise<Pairing> {
  const [inA, inB] = [await filesByStem(a), await filesByStem(b)];
  const pairs: FilePair[] = [];
  const unpaired: string[] = [];
  for (const stem of [...new Set([...inA.keys(), ...inB.keys()])].sort()) {
    const [ofA, ofB] = [inA.get(stem) ?? [], inB.get(stem) ?? []];
    if (ofA.length === 1 && ofB.length === 1) pairs.push({ stem, a: ofA[0]!, b: ofB[0]! });
    else if (ofA.length === 0 || ofB.length === 0) {
      const other = ofA.length === 0 ? a : b;
      unpaired.push(...[...ofA, ...ofB].map((file) => `${file}: no partner named ${stem} in ${other}.`));
    } else unpaired.push(`${[...ofA, ...ofB].join(', ')}: it is not clear which of them belong together.`);
  }
  return { pairs, unpaired };
}

async function filesByStem(folder: string): Promise<Map<string, string[]>> {
  const stems = new Map<string, string[]>();
  for (const file of await filesUnder(folder)) {
    stems.set(stemOf(file), [...(stems.get(stemOf(file)) ?? []), join(folder, file)]);
  }
  return stems;
}
