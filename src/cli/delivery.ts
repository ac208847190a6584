import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Story } from '../batch/story.ts';
import { DuiqiError } from '../errors.ts';
import type { Alignment, Part } from '../model.ts';
import { JSONL } from '../units/formats/jsonl.ts';
import type { Format } from '../units/formats.ts';
import { type Unit, unitsOf } from '../units/unit.ts';
import { checkTargets, type Destination } from './destination.ts';
import type { MemoryOptions } from './memory-options.ts';
import type { Output } from './streams.ts';
import { system } from './system.ts';
import { type Target, targetOf } from './unit-output.ts';
import { type WrittenMemory, writeMemories } from './writing.ts';

/** One output and what it will hold. */
export interface Delivery extends Target {
  /** Which alignments, by their number among the pairs of all stories. */
  readonly numbers: readonly number[];
}

/** An alignment that is to be written. */
export interface AlignedText {
  units(): Iterable<Unit>;
  /** What it is as a whole, as a line of JSONL. */
  summary(): string;
}

/** An alignment as it is written. */
export function alignedText(alignment: Alignment): AlignedText {
  return { units: () => unitsOf(alignment), summary: () => JSONL.summarise!(alignment) };
}

export interface NumberedPair {
  readonly number: number;
  /** `zh1-en1` */
  readonly parts: string;
  /** `zh-TW en` */
  readonly locales: string;
}

/**
 * What will be written where; known before the work begins.
 *
 * @param zhLocale the locale of all Chinese, where it is converted
 * @throws DuiqiError `usage` when a file can't hold what it should
 */
export function planDeliveries(
  stories: readonly Story[],
  destination: Destination,
  zhLocale?: string,
): Delivery[] {
  const numbered = numberPairs(stories, zhLocale);
  if (destination.kind === 'folder') {
    const { folder, formats } = destination;
    return stories.flatMap(({ stem }, i) =>
      formats.flatMap((format) => filesOfStory(join(folder, stem), format, numbered[i]!)),
    );
  }
  const targets = destination.kind === 'files' ? destination.targets : [destination.target];
  const all = numbered.flat();
  return targets.map((target) => {
    const { path: file, format } = target;
    if (!holdsAll(format, all))
      throw new DuiqiError('usage', tooMuch(format, all), { file }, inFolder(format));
    return { ...target, numbers: all.map(({ number }) => number) };
  });
}

function numberPairs(stories: readonly Story[], zhLocale: string | undefined): NumberedPair[][] {
  let number = 0;
  return stories.map(({ pairs }) => pairs.map((pair) => numberedPair(pair, number++, zhLocale)));
}

/** @param zhLocale the locale of all Chinese, where it is converted */
export function numberedPair(
  { zh, en }: { readonly zh: Named; readonly en: Named },
  number: number,
  zhLocale: string | undefined,
): NumberedPair {
  return { number, parts: `${zh.id}-${en.id}`, locales: `${zhLocale ?? zh.locale} ${en.locale}` };
}

type Named = Pick<Part, 'id' | 'locale'>;

/** One file for a story, or one for each pair of its parts where the format can't hold them together. */
export function filesOfStory(stem: string, format: Format, pairs: readonly NumberedPair[]): Delivery[] {
  const target = (name: string) => targetOf(name + format.endings[0]!, format, name, false);
  if (holdsAll(format, pairs)) return [{ ...target(stem), numbers: pairs.map(({ number }) => number) }];
  return pairs.map(({ number, parts }) => ({ ...target(`${stem}.${parts}`), numbers: [number] }));
}

/** Formats for translators say nothing of a unit's locales, or say it once for the whole file. */
export function holdsAll(format: Format, pairs: readonly NumberedPair[]): boolean {
  if (pairs.length > 1 && !format.holdsSeveralAlignments) return false;
  return format.holdsSeveralLocales || new Set(pairs.map(({ locales }) => locales)).size <= 1;
}

export function tooMuch(format: Format, pairs: readonly NumberedPair[]): string {
  if (!format.holdsSeveralAlignments) {
    return `a file of the format ${format.name} holds one alignment, but there are ${pairs.length}.`;
  }
  const locales = [...new Set(pairs.map((pair) => pair.locales.replace(' ', ' with ')))];
  return `a file of the format ${format.name} holds one pair of locales, but there are ${locales.join(', ')}.`;
}

export const inFolder = ({ name }: Format) => `Write -o DIR --format ${name} for a file each.`;

/** Makes sure that no planned file stands for an input. @throws DuiqiError `output-is-input`, `unwritable` */
export async function checkDeliveries(
  deliveries: readonly Delivery[],
  inputs: readonly string[],
  options: Pick<MemoryOptions, 'split' | 'penalty'>,
): Promise<void> {
  const paths = deliveries.flatMap(({ files }) => files());
  for (const path of paths) await system(path, () => mkdir(dirname(path), { recursive: true }));
  await checkTargets(deliveries, inputs, options);
}

/** Writes one output, whole or not at all, without the units that go to a memory of doubtful ones. @throws DuiqiError `unwritable` */
export async function deliver(
  delivery: Delivery,
  aligned: readonly AlignedText[],
  options: MemoryOptions & { readonly summary: boolean },
  stdout: Output,
): Promise<WrittenMemory[]> {
  const chosen = delivery.numbers.map((number) => aligned[number]!);
  const penalty = options.penalty && { below: options.penalty.below };
  const trailer = () => (options.summary ? chosen.map((text) => text.summary()) : []);
  return writeMemories(unitsOfAll(chosen), [delivery], { ...options, penalty, trailer }, stdout);
}

/** Writes the memory of doubtful units, if one is wanted. @throws DuiqiError `unwritable`, `language` */
export async function deliverDoubtful(
  aligned: readonly AlignedText[],
  options: MemoryOptions,
  stdout: Output,
): Promise<WrittenMemory[]> {
  return options.penalty ? writeMemories(unitsOfAll(aligned), [], options, stdout) : [];
}

function* unitsOfAll(aligned: Iterable<AlignedText>): Generator<Unit> {
  for (const text of aligned) yield* text.units();
}
