import { join } from 'node:path';
import { DuiqiError } from '../errors.ts';
import type { Document } from '../read/document.ts';
import { describe } from './describe.ts';
import { noticesOf, openDocument, type Reading } from './documents.ts';
import { filesUnder } from './listing.ts';
import { stemOf } from './stem.ts';
import type { Stories, Story } from './stories.ts';
import { checked, crossed } from './versions.ts';

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

interface ReadPair extends FilePair {
  readonly ofA: Document;
  readonly ofB: Document;
}

/**
 * The stories of two folders, paired by the names of their files.
 *
 * @throws DuiqiError `empty` when there are no files, `unreadable`
 */
export async function readFolders(a: string, b: string, reading: Reading): Promise<Stories> {
  const { pairs, unpaired } = await pairFolders(a, b);
  if (pairs.length === 0 && unpaired.length === 0) {
    const advice = 'Give two folders with documents.';
    throw new DuiqiError('empty', 'no files in it.', { file: `${a}, ${b}` }, advice);
  }
  const failures = [...unpaired];
  const attempt = async <T>(work: () => T | Promise<T>): Promise<T[]> => {
    try {
      return [await work()];
    } catch (error) {
      failures.push(describe(error));
      return [];
    }
  };
  const read: ReadPair[] = [];
  for (const pair of pairs) read.push(...(await attempt(() => readPair(pair, reading))));
  const chineseFirst = mostlyChinese(read.map(({ ofA }) => ofA)) >= mostlyChinese(read.map(({ ofB }) => ofB));
  const stories: Story[] = [];
  for (const pair of read) stories.push(...(await attempt(() => storyOf(pair, chineseFirst))));
  const notices = read.flatMap(({ a, b, ofA, ofB }) => [...noticesOf(a, ofA), ...noticesOf(b, ofB)]);
  return { stories, failures, notices };
}

async function readPair(pair: FilePair, reading: Reading): Promise<ReadPair> {
  const open = (path: string) => openDocument({ path, part: undefined }, reading);
  return { ...pair, ofA: await open(pair.a), ofB: await open(pair.b) };
}

function storyOf({ stem, a, b, ofA, ofB }: ReadPair, chineseFirst: boolean): Story {
  const [zh, en] = chineseFirst ? [ofA.parts, ofB.parts] : [ofB.parts, ofA.parts];
  const [usual, reverse] = [crossed(zh, en), crossed(en, zh)];
  const pairs = checked(usual.length > 0 ? usual : reverse, [a, b], [...ofA.parts, ...ofB.parts]);
  return { stem, files: [a, b], pairs };
}

const mostlyChinese = (documents: readonly Document[]) =>
  documents.filter(({ parts }) => parts.every(({ language }) => language === 'zh')).length;

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
