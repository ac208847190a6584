import { basename } from 'node:path';
import type { AlignOptions } from '../align.ts';
import { namedFile, type Reading } from '../batch/documents.ts';
import { isFolder } from '../batch/files.ts';
import type { Group } from '../batch/source.ts';
import type { Story } from '../batch/story.ts';
import { DuiqiError } from '../errors.ts';
import type { Alignment } from '../model.ts';
import { describeFailure } from './describe.ts';
import { listFolders } from './folders.ts';
import { listManifest } from './manifest.ts';
import { progressOn } from './progress.ts';
import { stemOf } from './stem.ts';
import type { Streams } from './streams.ts';
import { printable } from './terminal.ts';

/** What is to be aligned, by the names of its files. */
export interface Listing {
  readonly groups: readonly Group[];
  /** One line for each input that can't be aligned. */
  readonly failures: readonly string[];
}

export interface Stories {
  /** In the order in which they were named. */
  readonly stories: readonly Story[];
  /** One line for each input that can't be aligned. */
  readonly failures: readonly string[];
  /** One line for each thing that the user should know of those that can. */
  readonly notices: readonly string[];
}

/**
 * Lists what a page with both languages, two files, two folders of files, or a manifest hold. No document is read.
 *
 * @param manifest path of a manifest, instead of inputs
 * @throws DuiqiError when there is nothing to align, `usage`
 */
export async function listStories(inputs: readonly string[], manifest?: string): Promise<Listing> {
  if (manifest !== undefined) return listManifest(manifest);
  const [a, b] = inputs;
  const folders = await Promise.all(inputs.map(isFolder));
  if (a !== undefined && b !== undefined && folders.every(Boolean)) return listFolders(a, b);
  const folder = inputs[folders.indexOf(true)];
  if (folder !== undefined) {
    throw new DuiqiError('usage', 'this is a folder.', { file: folder }, 'Give two folders, or two files.');
  }
  const files = await Promise.all(inputs.map(async (input) => (await namedFile(input)).path));
  const source = { kind: 'named', stem: stemOf(basename(files[0]!)), inputs, files } as const;
  return { groups: [{ stories: [{ number: 0, source }] }], failures: [] };
}

/** Stories of at most so many bytes are all aligned together, and learn from one another. */
export const ALL_TOGETHER = 1_000_000;

/** @throws DuiqiError `usage` unless there are inputs or a manifest, not both */
export function checkInputs(command: string, inputs: readonly string[], manifest: string | undefined): void {
  if (manifest === undefined && inputs.length > 0) return;
  if (manifest !== undefined && inputs.length === 0) return;
  const reason = manifest === undefined ? 'too few files.' : '--pairs: there are files beside it.';
  const advice = `Write duiqi ${command} A [B], or duiqi ${command} --pairs LIST.tsv.`;
  throw new DuiqiError('usage', reason, {}, advice);
}

/** Reads all stories, and holds them. Which side is Chinese and which English is found by looking. */
export async function readStories(groups: readonly Group[], reading: Reading): Promise<Stories> {
  const { readGroup } = await import('../batch/story.ts');
  const stories: Story[] = [];
  const failures: string[] = [];
  const notices = new Set<string>();
  for (const group of groups) {
    const read = await readGroup(group, reading);
    stories.push(...read.stories);
    failures.push(...read.failures.map(describeFailure));
    for (const notice of read.notices) notices.add(printable(notice));
  }
  stories.sort((a, b) => a.number - b.number);
  return { stories, failures, notices: [...notices] };
}

/** The alignments of all pairs of the stories, in their order. */
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
