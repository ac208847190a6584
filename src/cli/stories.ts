import type { AlignOptions, PartPair } from '../align.ts';
import { DuiqiError } from '../errors.ts';
import type { Alignment } from '../model.ts';
import { isFolder, type Reading } from './documents.ts';
import { readFolders } from './folders.ts';
import { readManifestStories } from './manifest.ts';
import { progressOn } from './progress.ts';
import type { Streams } from './streams.ts';
import { readStory } from './versions.ts';

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
  /** One line for each thing that the user should know of those that can. */
  readonly notices: readonly string[];
}

/**
 * Reads a page with both languages, two files, two folders of files, or what a manifest names. Which is Chinese and which
 * English is found by looking.
 *
 * @param manifest path of a manifest, instead of inputs
 * @throws DuiqiError when not one pair can be made
 */
export async function readStories(
  inputs: readonly string[],
  reading: Reading,
  manifest?: string,
): Promise<Stories> {
  if (manifest !== undefined) return readManifestStories(manifest, reading);
  const [a, b] = inputs;
  const folders = await Promise.all(inputs.map(isFolder));
  if (a !== undefined && b !== undefined && folders.every(Boolean)) return readFolders(a, b, reading);
  const folder = inputs[folders.indexOf(true)];
  if (folder !== undefined) {
    throw new DuiqiError('usage', 'this is a folder.', { file: folder }, 'Give two folders, or two files.');
  }
  const { story, notices } = await readStory(inputs, reading);
  return { stories: [story], failures: [], notices };
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
