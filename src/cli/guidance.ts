/** What the user knows and the aligner must heed: a glossary, and links between sentences. */
import type { PartPair } from '../align.ts';
import { namedFile } from '../batch/documents.ts';
import { isFolder, readBytes } from '../batch/files.ts';
import type { Story } from '../batch/story.ts';
import { DuiqiError } from '../errors.ts';
import type { LearntLexicon } from '../evidence/learnt-lexicon.ts';
import type { Term } from '../model.ts';
import type { NamedLink } from '../read/links.ts';

export const GLOSSARY_OPTION = {
  glossary: { type: 'string', describe: 'Terms and names with their translations, as TSV or CSV' },
} as const;

export const LEXICON_OPTION = {
  lexicon: { type: 'string', describe: 'Go by what duiqi learn has learnt from other documents' },
} as const;

export const LINKS_OPTION = {
  links: { type: 'string', describe: 'Pairs of sentence numbers (zh, en) that belong in one bead' },
} as const;

/** The terms of a glossary file; none without a file. @throws DuiqiError as reading finds */
export async function glossaryFrom(path: string | undefined): Promise<Term[]> {
  if (path === undefined) return [];
  const { readGlossary } = await import('../read/glossary.ts');
  return readGlossary(await readBytes(path), path);
}

/** A learnt lexicon; none without a file. @throws DuiqiError as reading finds */
export async function lexiconFrom(path: string | undefined): Promise<LearntLexicon | undefined> {
  if (path === undefined) return undefined;
  const { readLexicon } = await import('../evidence/lexicon-file.ts');
  return readLexicon(await readBytes(path), path);
}

/** The links of a file; none without a file. @throws DuiqiError `usage` for folders, or as reading finds */
export async function linksFrom(path: string | undefined, inputs: readonly string[]): Promise<NamedLink[]> {
  if (path === undefined) return [];
  if (inputs.length > 1 && (await Promise.all(inputs.map(isFolder))).every(Boolean)) {
    const advice = 'Align two files with --links, or leave it out.';
    throw new DuiqiError(
      'usage',
      '--links: sentence numbers belong to one story, not to folders.',
      {},
      advice,
    );
  }
  const { readLinks } = await import('../read/links.ts');
  return readLinks(await readBytes(path), path);
}

/**
 * The stories with each link at the pair of parts that it is for.
 *
 * @throws DuiqiError `usage` when it is not clear which pair that is, or there is none such
 */
export function withLinks(stories: readonly Story[], links: readonly NamedLink[]): readonly Story[] {
  if (links.length === 0) return stories;
  const pairs = stories.flatMap((story) => story.pairs);
  const chosen = new Map<PartPair, NamedLink[]>(pairs.map((pair) => [pair, []]));
  for (const link of links) chosen.get(pairOf(link, pairs))!.push(link);
  const linked = (story: Story) => ({
    ...story,
    pairs: story.pairs.map((pair) => ({ ...pair, links: chosen.get(pair)! })),
  });
  return stories.map(linked);
}

function pairOf({ zhPart, enPart, file, line }: NamedLink, pairs: readonly PartPair[]): PartPair {
  const fitting = pairs.filter(
    ({ zh, en }) => zhPart === undefined || (zh.id === zhPart && en.id === enPart),
  );
  if (fitting.length === 1) return fitting[0]!;
  const place = { file, line, column: 1 };
  const names = [...new Set(pairs.map(({ zh, en }) => `${zh.id} ${en.id}`))].join(', ');
  if (fitting.length === 0) {
    const reason = `there is no pair ${zhPart} ${enPart}.`;
    throw new DuiqiError('usage', reason, place, `The pairs are ${names}.`);
  }
  const choose = 'choose parts on the command line with FILE#zh1 and FILE#en1.';
  if (zhPart !== undefined) {
    const reason = `${zhPart} ${enPart} is the name of ${fitting.length} pairs here.`;
    throw new DuiqiError('usage', reason, place, `C${choose.slice(1)}`);
  }
  const reason = `there are ${pairs.length} pairs of parts, and this link names none of them.`;
  throw new DuiqiError('usage', reason, place, `Write one of ${names} in front of its numbers, or ${choose}`);
}

/** Everything that is read but for the files of two folders or of a manifest. */
export async function inputPathsOf(
  inputs: readonly string[],
  {
    pairs,
    glossary,
    links,
    lexicon,
  }: Partial<Record<'pairs' | 'glossary' | 'links' | 'lexicon', string | undefined>>,
): Promise<string[]> {
  const documents = await Promise.all(inputs.map(async (input) => (await namedFile(input)).path));
  return [...documents, ...[pairs, glossary, links, lexicon].filter((path) => path !== undefined)];
}
