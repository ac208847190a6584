/** Reads stories: which parts of a page, or of two files, are to be aligned. */
import { realpath } from 'node:fs/promises';
import type { PartPair } from '../align.ts';
import { DuiqiError } from '../errors.ts';
import type { Part } from '../model.ts';
import type { Document } from '../read/document.ts';
import { namedFile, noticesOf, openDocument, type Reading } from './documents.ts';
import { type Failure, failureOf } from './failure.ts';
import type { FolderSource, Group, NamedSource, RowSource, StorySource } from './source.ts';

/** What is aligned together and, in a folder, written to files of one name. */
export interface Story {
  /** 0-based, among the stories as they were named. */
  readonly number: number;
  /** `part1/a`: what its output files are called in a folder, without their endings. */
  readonly stem: string;
  /** Paths of the files that it was read from. */
  readonly files: readonly string[];
  /** At least one. */
  readonly pairs: readonly PartPair[];
}

export interface ReadGroup {
  readonly stories: readonly Story[];
  /** One for each story that can't be aligned. */
  readonly failures: readonly Failure[];
  /** One line for each thing that the user should know of those that can. */
  readonly notices: readonly string[];
}

type OpenDocument = (named: string) => Promise<Document>;

/** Reads what is named once, however many stories name it, so that its parts are the same objects in all of them. */
export async function readGroup({ stories }: Group, reading: Reading): Promise<ReadGroup> {
  const notices = new Set<string>();
  const documents = new Map<string, Promise<Document>>();
  const open: OpenDocument = (named) => {
    const opened = documents.get(named) ?? openAndTell(named, reading, notices);
    documents.set(named, opened);
    return opened;
  };
  const read: Story[] = [];
  const failures: Failure[] = [];
  for (const { number, source } of stories) {
    try {
      const pairs = await pairsOf(source, open);
      read.push({ number, stem: source.stem, files: source.files, pairs });
    } catch (error) {
      failures.push(placed(failureOf(error), source));
    }
  }
  return { stories: read, failures, notices: [...notices] };
}

async function openAndTell(named: string, reading: Reading, notices: Set<string>): Promise<Document> {
  const file = await namedFile(named);
  const document = await openDocument(file, reading);
  for (const notice of noticesOf(file.path, document)) notices.add(notice);
  return document;
}

/** What is wrong with a row is told with its place in the manifest. */
function placed(failure: Failure, source: StorySource): Failure {
  if (source.kind !== 'row' || failure.defect) return failure;
  return { message: `${source.manifest}:${source.line}: ${failure.message}` };
}

async function pairsOf(source: StorySource, open: OpenDocument): Promise<readonly PartPair[]> {
  if (source.kind === 'named') return pairsOfNamed(source, open);
  if (source.kind === 'folders') return pairsOfFolders(source, open);
  return pairsOfRow(source, open);
}

async function pairsOfNamed({ inputs }: NamedSource, open: OpenDocument): Promise<readonly PartPair[]> {
  const [a, b] = inputs;
  if (b === undefined) {
    const parts = await partsOfPage(a!, open);
    return checked(crossed(parts, parts), inputs, parts);
  }
  await checkDistinct(a!, b);
  const [ofA, ofB] = [(await open(a!)).parts, (await open(b)).parts];
  return checked([...crossed(ofA, ofB), ...crossed(ofB, ofA)], inputs, [...ofA, ...ofB]);
}

/** The parts of one file; `page.txt#zh1` chooses among the Chinese ones and keeps the English ones. */
async function partsOfPage(input: string, open: OpenDocument): Promise<readonly Part[]> {
  const { path, part } = await namedFile(input);
  const { parts } = await open(path);
  const chosen = part === undefined ? undefined : (await open(input)).parts[0];
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

/** Which of the two is the Chinese one, they say themselves; where both hold both languages, the one with more Chinese. */
async function pairsOfFolders({ files }: FolderSource, open: OpenDocument): Promise<readonly PartPair[]> {
  const [a, b] = files;
  const [ofA, ofB] = [(await open(a)).parts, (await open(b)).parts];
  const [zh, en] = shareOfChinese(ofA) >= shareOfChinese(ofB) ? [ofA, ofB] : [ofB, ofA];
  const [usual, reverse] = [crossed(zh, en), crossed(en, zh)];
  return checked(usual.length > 0 ? usual : reverse, files, [...ofA, ...ofB]);
}

function shareOfChinese(parts: readonly Part[]): number {
  const sentences = (some: readonly Part[]) => some.reduce((sum, part) => sum + part.sentences.length, 0);
  return sentences(parts.filter(({ language }) => language === 'zh')) / Math.max(1, sentences(parts));
}

async function pairsOfRow({ zh, en, files }: RowSource, open: OpenDocument): Promise<readonly PartPair[]> {
  const [ofZh, ofEn] = [(await open(zh)).parts, (await open(en)).parts];
  return checked(crossed(ofZh, ofEn), [...new Set(files)], [...ofZh, ...ofEn]);
}

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
