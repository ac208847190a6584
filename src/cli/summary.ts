import type { PairFacts } from '../batch/facts.ts';
import { exists } from '../batch/files.ts';
import { RELATIONS, type Relation } from '../model.ts';
import { FORMATS, type Format, type FormatName } from '../units/formats.ts';
import type { LeftOut } from '../units/unit.ts';
import { printable } from './terminal.ts';
import type { OutputReport, Target } from './unit-output.ts';
import type { WrittenMemory } from './writing.ts';

/** More alignments than this are told by their number. */
const FEW = 6;

/** Running sums of what was aligned and written: of thousands of pairs no more is kept than of one. */
export class Tally {
  #first: PairFacts[] = [];
  #pairs = 0;
  readonly #relations = new Map<Relation, number>();
  #beads = 0;
  #zhOnly = 0;
  #enOnly = 0;
  readonly memories = new MemorySums();

  addPair(facts: PairFacts): void {
    this.#pairs++;
    if (this.#first.length < FEW) this.#first.push(facts);
    this.#relations.set(facts.relation, (this.#relations.get(facts.relation) ?? 0) + 1);
    this.#beads += facts.beads;
    this.#zhOnly += facts.zhOnly;
    this.#enOnly += facts.enOnly;
  }

  /** The number of pairs of parts so far. */
  get pairs(): number {
    return this.#pairs;
  }

  /** What the parts are to each other, a line on all beads, and one on what each format for translators left out and why. */
  summary(scores: Scores): string {
    const paired = this.#beads - this.#zhOnly - this.#enOnly;
    const { memories } = this;
    return [
      ...this.#relationLines(),
      `${counted(this.#beads, 'bead')}: ${paired} paired, ${this.#zhOnly} only Chinese, ${this.#enOnly} only English.`,
      ...memories.lines(scores, (format) => !format.holdsEveryBead),
    ].join('\n');
  }

  #relationLines(): string[] {
    if (this.#pairs <= FEW) return this.#first.map((facts) => relationLine(facts, this.#pairs));
    const told = RELATIONS.flatMap((relation) => {
      const count = this.#relations.get(relation);
      return count === undefined ? [] : [`${count} ${relation}`];
    });
    return [`${this.#pairs} pairs of texts: ${told.join(', ')}.`];
  }
}

/** Below which scores units are left out, or go to a memory of their own. */
export interface Scores {
  readonly minScore: number;
  readonly penalty?: { readonly below: number; readonly target?: Target } | undefined;
}

/** A line for each file that an earlier run has left behind: it was split into more parts than this one. */
export async function leftFromEarlier(written: readonly WrittenMemory[]): Promise<string[]> {
  const next = written.flatMap(({ target, parts, isSplit }) => (isSplit ? target.files(parts + 1) : []));
  const there = await Promise.all(next.map(async (path) => ((await exists(path)) ? path : undefined)));
  return there
    .filter((path) => path !== undefined)
    .map(
      (path) =>
        `${printable(path)} is of an earlier run, and those after it: they are not part of this memory.`,
    );
}

/** What became of the units that memories of one format were offered; plain data, so that a journal can hold it. */
export interface MemoryCounts extends LeftOut, OutputReport {
  readonly format: FormatName;
  /** It is the memory of doubtful units. */
  readonly isDoubtful: boolean;
  readonly doubtful: number;
  /** The number of memories. */
  readonly memories: number;
}

/** @param penalty the target of doubtful units, if there is one */
export function countsOf(written: WrittenMemory, penalty: Target | undefined): MemoryCounts {
  const { target, isSplit: _isSplit, ...counts } = written;
  return { ...counts, format: target.format.name, isDoubtful: target === penalty, memories: 1 };
}

/** Running sums over memories, format by format. */
export class MemorySums {
  readonly #sums = new Map<string, MemoryCounts>();

  add(counts: MemoryCounts): void {
    const key = `${counts.format} ${counts.isDoubtful}`;
    const sums = this.#sums.get(key);
    this.#sums.set(key, sums ? summed(sums, counts) : counts);
  }

  /** A line for each format, the memory of doubtful units last: how many units were written, and what was left out and why. */
  lines(scores: Scores, isTold: (format: Format) => boolean = () => true): string[] {
    const told = [...this.#sums.values()].flatMap((counts) => {
      const format = FORMATS.find(({ name }) => name === counts.format)!;
      const name = counts.isDoubtful ? printable(scores.penalty?.target?.path ?? '') : format.endings[0];
      return isTold(format) ? [{ counts, line: `${name}: ${contentsOf(counts, scores)}` }] : [];
    });
    const sorted = told.sort((a, b) => Number(a.counts.isDoubtful) - Number(b.counts.isDoubtful));
    return sorted.map(({ line }) => line);
  }
}

const COUNTS = [
  'zhOnly',
  'enOnly',
  'belowMinScore',
  'noise',
  'doubtful',
  'written',
  'parts',
  'blank',
  'droppedCharacters',
  'memories',
] as const satisfies readonly (keyof MemoryCounts)[];

function summed(one: MemoryCounts, other: MemoryCounts): MemoryCounts {
  const sums = Object.fromEntries(COUNTS.map((name) => [name, one[name] + other[name]]));
  return { ...one, ...sums };
}

/** A line for each format: how many units were written, and what was left out and why. */
export function memoriesOf(written: readonly WrittenMemory[], scores: Scores): string[] {
  const sums = new MemorySums();
  for (const memory of written) sums.add(countsOf(memory, scores.penalty?.target));
  return sums.lines(scores);
}

function relationLine({ zh, en, relation, zhPaired, enPaired }: PairFacts, pairs: number): string {
  const name = pairs > 1 ? `${printable(zh.file)}#${zh.id} and ${printable(en.file)}#${en.id}: ` : '';
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return `${name}${capitalised(relation)}; ${percent(zhPaired)} of the Chinese and ${percent(enPaired)} of the English have a counterpart.`;
}

const capitalised = (text: string) => text[0]!.toUpperCase() + text.slice(1);

function contentsOf(counts: MemoryCounts, { minScore, penalty }: Scores): string {
  const leftOut = [
    [counts.zhOnly + counts.enOnly, 'of one language only'],
    [counts.belowMinScore, `scored below ${minScore}`],
    [counts.doubtful, `scored below ${penalty?.below} in ${printable(penalty?.target?.path ?? '')}`],
    [counts.noise, 'with a byline, a button or the like on one side'],
    [counts.blank, 'without text'],
  ] as const;
  const reasons = leftOut.filter(([count]) => count > 0).map(([count, reason]) => `${count} ${reason}`);
  const dropped = counts.droppedCharacters;
  const parts = counts.parts > counts.memories ? ` in ${counted(counts.parts, 'file')}` : '';
  return [
    `${counted(counts.written, 'unit')} written${parts}`,
    reasons.length > 0 ? `; left out: ${reasons.join(', ')}` : '',
    dropped > 0 ? `; ${counted(dropped, 'forbidden character')} dropped` : '',
    '.',
  ].join('');
}

/** `1 bead`, `2 beads`. */
export const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
