/** The versions of one story: which parts of a page, or of two files, are to be aligned. */
import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PartPair } from '../align.ts';
import { DuiqiError } from '../errors.ts';
import type { Part } from '../model.ts';
import { namedFile, noticesOf, openDocument, type Reading } from './documents.ts';
import { stemOf } from './stem.ts';
import type { Story } from './stories.ts';

/** A story, and one line for each thing that its reader should know. */
export interface ReadStory {
  readonly story: Story;
  readonly notices: readonly string[];
}

/** @throws DuiqiError as reading finds, or `language` when one of the languages is lacking */
export async function readStory(inputs: readonly string[], reading: Reading): Promise<ReadStory> {
  const [a, b] = inputs;
  const files = await Promise.all(inputs.map(async (input) => (await namedFile(input)).path));
  const stem = stemOf(basename(files[0]!));
  if (b === undefined) {
    const { parts, notices } = await readPage(a!, reading);
    return { story: { stem, files, pairs: checked(crossed(parts, parts), inputs, parts) }, notices };
  }
  await checkDistinct(a!, b);
  const [ofA, ofB] = [
    await openDocument(await namedFile(a!), reading),
    await openDocument(await namedFile(b), reading),
  ];
  const pairs = [...crossed(ofA.parts, ofB.parts), ...crossed(ofB.parts, ofA.parts)];
  return {
    story: { stem, files, pairs: checked(pairs, inputs, [...ofA.parts, ...ofB.parts]) },
    notices: [...noticesOf(files[0]!, ofA), ...noticesOf(files[1]!, ofB)],
  };
}

/** The parts of one file; `page.txt#zh1` chooses among the Chinese ones and keeps the English ones. */
async function readPage(
  input: string,
  reading: Reading,
): Promise<{ parts: readonly Part[]; notices: readonly string[] }> {
  const { path, part } = await namedFile(input);
  const document = await openDocument({ path, part: undefined }, reading);
  const chosen = part === undefined ? undefined : (await openDocument({ path, part }, reading)).parts[0];
  const parts = document.parts.filter(
    ({ id, language }) => !chosen || id === chosen.id || language !== chosen.language,
  );
  return { parts, notices: noticesOf(path, document) };
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

/** Each Chinese part of the one with each English part of the other. */
export function crossed(zhFrom: readonly Part[], enFrom: readonly Part[]): PartPair[] {
  const english = enFrom.filter(({ language }) => language === 'en');
  return zhFrom
    .filter(({ language }) => language === 'zh')
    .flatMap((zh) => english.map((en) => ({ zh, en })));
}

/** @throws DuiqiError `language` when there are none */
export function checked(
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
