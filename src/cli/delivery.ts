import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DuiqiError } from '../errors.ts';
import type { Alignment } from '../model.ts';
import { type Format, type WriteOptions, type WriteReport, writeUnits } from '../units/formats.ts';
import { checkOutputFile, type Destination } from './destination.ts';
import { replaceFile } from './replace-file.ts';
import type { Story } from './stories.ts';
import { type Output, print } from './streams.ts';
import { system } from './system.ts';
import { printableLines } from './terminal.ts';

/** One output and what it will hold. */
export interface Delivery {
  /** undefined: standard output. */
  readonly path: string | undefined;
  readonly format: Format;
  /** Which alignments, by their number among the pairs of all stories. */
  readonly numbers: readonly number[];
}

/** At most this many UTF-16 units are gathered before they are written. */
const BLOCK = 65_536;

interface NumberedPair {
  readonly number: number;
  /** `zh1-en1` */
  readonly parts: string;
  /** `zh-TW en` */
  readonly locales: string;
}

/**
 * What will be written where; known before the work begins.
 *
 * @throws DuiqiError `usage` when a file can't hold what it should
 */
export function planDeliveries(stories: readonly Story[], destination: Destination): Delivery[] {
  const numbered = numberPairs(stories);
  if (destination.kind === 'folder') {
    const { folder, formats } = destination;
    return stories.flatMap(({ stem }, i) =>
      formats.flatMap((format) => filesOfStory(join(folder, stem), format, numbered[i]!)),
    );
  }
  const files: readonly { path?: string; format: Format }[] =
    destination.kind === 'files' ? destination.files : [destination];
  const all = numbered.flat();
  return files.map(({ path, format }) => {
    const place = path === undefined ? {} : { file: path };
    if (!holdsAll(format, all)) throw new DuiqiError('usage', tooMuch(format, all), place, inFolder(format));
    return { path, format, numbers: all.map(({ number }) => number) };
  });
}

function numberPairs(stories: readonly Story[]): NumberedPair[][] {
  let number = 0;
  return stories.map(({ pairs }) =>
    pairs.map(({ zh, en }) => ({
      number: number++,
      parts: `${zh.id}-${en.id}`,
      locales: `${zh.locale} ${en.locale}`,
    })),
  );
}

/** One file for a story, or one for each pair of its parts where the format can't hold them together. */
function filesOfStory(path: string, format: Format, pairs: readonly NumberedPair[]): Delivery[] {
  if (holdsAll(format, pairs)) {
    return [{ path: path + format.ending, format, numbers: pairs.map(({ number }) => number) }];
  }
  return pairs.map(({ number, parts }) => ({
    path: `${path}.${parts}${format.ending}`,
    format,
    numbers: [number],
  }));
}

/** Formats for translators say nothing of a unit's locales, or say it once for the whole file. */
function holdsAll(format: Format, pairs: readonly NumberedPair[]): boolean {
  if (pairs.length > 1 && !format.holdsSeveralAlignments) return false;
  return format.holdsEveryBead || new Set(pairs.map(({ locales }) => locales)).size <= 1;
}

function tooMuch(format: Format, pairs: readonly NumberedPair[]): string {
  if (!format.holdsSeveralAlignments) {
    return `a file of the format ${format.name} holds one alignment, but there are ${pairs.length}.`;
  }
  const locales = [...new Set(pairs.map((pair) => pair.locales.replace(' ', ' with ')))];
  return `a file of the format ${format.name} holds one pair of locales, but there are ${locales.join(', ')}.`;
}

const inFolder = ({ name }: Format) => `Write -o DIR --format ${name} for a file each.`;

/** Makes sure that no planned file stands for an input. @throws DuiqiError `output-is-input`, `unwritable` */
export async function checkDeliveries(
  deliveries: readonly Delivery[],
  inputs: readonly string[],
): Promise<void> {
  for (const { path } of deliveries) {
    if (path === undefined) continue;
    await system(path, () => mkdir(dirname(path), { recursive: true }));
    await checkOutputFile(path, inputs);
  }
}

/** Writes one output, whole or not at all. @throws DuiqiError `unwritable` */
export async function deliver(
  { path, format, numbers }: Delivery,
  alignments: readonly Alignment[],
  options: WriteOptions,
  stdout: Output,
): Promise<WriteReport> {
  let report: WriteReport | undefined;
  const onWritten = (written: WriteReport) => {
    report = written;
  };
  const chosen = numbers.map((number) => alignments[number]!);
  const blocks = gathered(writeUnits(format, chosen, { ...options, onWritten }));
  if (path === undefined)
    for (const block of blocks) await print(stdout, stdout.isTTY ? printableLines(block) : block);
  else await system(path, () => replaceFile(path, blocks));
  return report!;
}

function* gathered(chunks: Iterable<string>): Generator<string> {
  let block = '';
  for (const chunk of chunks) {
    block += chunk;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  if (block) yield block;
}
