import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { DuiqiError } from '../errors.ts';
import { systemCode } from './system.ts';

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

/** A language at the end of a name: `.zh`, `_en`, `-zh-CN`, `.zh_Hant_TW`. */
const LANGUAGE_SUFFIX = /[._-](?:zh|en)(?:[-_](?:[a-z]{4}|[a-z]{2}|\d{3})){0,2}$/i;

/** What the two language versions of a file have in common: its name without ending and language. */
export function stemOf(file: string): string {
  const name = basename(file).replace(/(?<=.)\.[^.]*$/, '');
  const stem = name.replace(LANGUAGE_SUFFIX, '') || name;
  return join(dirname(file), stem).split(sep).join('/');
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
  const entries = await entriesOf(folder);
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(sep).some((name) => name.startsWith('.')))
    .sort();
  const stems = new Map<string, string[]>();
  for (const file of files) stems.set(stemOf(file), [...(stems.get(stemOf(file)) ?? []), join(folder, file)]);
  return stems;
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
