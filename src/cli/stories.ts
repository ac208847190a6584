import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AlignOptions, PartPair } from '../align.ts';
import { DuiqiError } from '../errors.ts';
import type { Alignment, Part } from '../model.ts';
import { describe } from './describe.ts';
import { isFolder, namedFile, type Reading, readParts } from './documents.ts';
import { type FilePair, pairFolders, stemOf } from './folders.ts';
import { progressOn } from './progress.ts';
import type { Streams } from './streams.ts';

/** What is aligned together and, in a folder, written to files of one name. */
export interface Story {
  /** `part1/a`: what its output files are called in a folder, without their endings. */
  readonly stem: string;
  /** Paths of the files that it was read from. */
  readonly files: readonly string[];
  /** At least one. */
  readonly pairs: readonly PartPair[];
}

export interface Stories {
  readonly stories: readonly Story[];
  /** One line for each input that can't be aligned. */
  readonly failures: readonly string[];
}

/**
 * Reads a page with both languages, two files, or two folders of files. Which is Chinese and which English
 * is found by looking.
 *
 * @throws DuiqiError when not one pair can be made
 */
export async function readStories(inputs: readonly string[], reading: Reading): Promise<Stories> {
  const [a, b] = inputs;
  if (a === undefined) return { stories: [], failures: [] };
  const folders = await Promise.all(inputs.map(isFolder));
  if (b !== undefined && folders.every(Boolean)) return readFolders(a, b, reading);
  const folder = inputs[folders.indexOf(true)];
  if (folder !== undefined) {
    throw new DuiqiError('usage', 'this is a folder.', { file: folder }, 'Give two folders, or two files.');
  }
  return { stories: [await readStory(inputs, reading)], failures: [] };
}

/** The alignments of all pairs of the stories, in their order; several pairs learn from one another. */
export async function alignStories(
  stories: readonly Story[],
  options: AlignOptions,
  { stderr }: Streams,
): Promise<Alignment[]> {
  const { alignTogether } = await import('../align.ts');
  const pairs = stories.flatMap((story) => story.pairs);
  const progress = progressOn(stderr);
  try {
    return await alignTogether(pairs, { ...options, onProgress: progress.report });
  } finally {
    progress.clear();
  }
}

async function readStory(inputs: readonly string[], reading: Reading): Promise<Story> {
  const [a, b] = inputs;
  const files = await Promise.all(inputs.map(async (input) => (await namedFile(input)).path));
  const stem = stemOf(basename(files[0]!));
  if (b === undefined) {
    const whole = await readPage(a!, reading);
    return { stem, files, pairs: checked(crossed(whole, whole), inputs, whole) };
  }
  await checkDistinct(a!, b);
  const [ofA, ofB] = [
    await readParts(await namedFile(a!), reading),
    await readParts(await namedFile(b), reading),
  ];
  const pairs = [...crossed(ofA, ofB), ...crossed(ofB, ofA)];
  return { stem, files, pairs: checked(pairs, inputs, [...ofA, ...ofB]) };
}

/** The parts of one file; `page.txt#zh1` chooses among the Chinese ones and keeps the English ones. */
async function readPage(input: string, reading: Reading): Promise<Part[]> {
  const { path, part } = await namedFile(input);
  const [chosen] = part === undefined ? [] : await readParts({ path, part }, reading);
  const parts = await readParts({ path, part: undefined }, reading);
  return parts.filter(({ id, language }) => !chosen || id === chosen.id || language !== chosen.language);
}

async function checkDistinct(a: string, b: string): Promise<void> {
  const paths = await Promise.all([a, b].map((path) => realpath(path).catch(() => path)));
  if (paths[0] !== paths[1]) return;
  throw new DuiqiError(
    'usage',
    'this file is given twice.',
    { file: b },
    'For a page with both languages give it once.',
  );
}

async function readFolders(a: string, b: string, reading: Reading): Promise<Stories> {
  const { pairs, unpaired } = await pairFolders(a, b);
  if (pairs.length === 0 && unpaired.length === 0) {
    throw new DuiqiError(
      'empty',
      'no files in it.',
      { file: `${a}, ${b}` },
      'Give two folders with documents.',
    );
  }
  const failures = [...unpaired];
  const read: (FilePair & { ofA: Part[]; ofB: Part[] })[] = [];
  for (const pair of pairs) {
    try {
      const file = (path: string) => readParts({ path, part: undefined }, reading);
      read.push({ ...pair, ofA: await file(pair.a), ofB: await file(pair.b) });
    } catch (error) {
      failures.push(describe(error));
    }
  }
  const chineseFirst = mostlyChinese(read.map(({ ofA }) => ofA)) >= mostlyChinese(read.map(({ ofB }) => ofB));
  const stories: Story[] = [];
  for (const { stem, a, b, ofA, ofB } of read) {
    const [zh, en] = chineseFirst ? [ofA, ofB] : [ofB, ofA];
    const [usual, reverse] = [crossed(zh, en), crossed(en, zh)];
    try {
      const pairs = checked(usual.length > 0 ? usual : reverse, [a, b], [...ofA, ...ofB]);
      stories.push({ stem, files: [a, b], pairs });
    } catch (error) {
      failures.push(describe(error));
    }
  }
  return { stories, failures };
}

const mostlyChinese = (documents: readonly (readonly Part[])[]) =>
  documents.filter((parts) => parts.every(({ language }) => language === 'zh')).length;

/** Each Chinese part of the one with each English part of the other. */
function crossed(zhFrom: readonly Part[], enFrom: readonly Part[]): PartPair[] {
  const english = enFrom.filter(({ language }) => language === 'en');
  return zhFrom
    .filter(({ language }) => language === 'zh')
    .flatMap((zh) => english.map((en) => ({ zh, en })));
}

/** @throws DuiqiError `language` when there are none */
function checked(
  pairs: readonly PartPair[],
  files: readonly string[],
  parts: readonly Part[],
): readonly PartPair[] {
  if (pairs.length > 0) return pairs;
  const [lacking, found] = parts[0]?.language === 'zh' ? ['English', 'Chinese'] : ['Chinese', 'English'];
  const advice =
    files.length === 1
      ? `Give the ${lacking} version as a second file.`
      : `Give one ${found} and one ${lacking} version.`;
  const reason = `no ${lacking} text here, only ${found}.`;
  throw new DuiqiError('language', reason, { file: files.join(' and ') }, advice);
}
