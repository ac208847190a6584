/** What becomes of each group of stories when its turn comes: it is told, counted, and made ready to be written. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PairFacts } from '../batch/facts.ts';
import { identityOf, type Survey } from '../batch/survey.ts';
import type { AlignedGroup, AlignedPair, AlignedStory } from '../batch/work.ts';
import type { Format } from '../units/format.ts';
import type { Unit } from '../units/unit.ts';
import {
  type AlignedText,
  type Delivery,
  deliver,
  filesOfStory,
  holdsAll,
  type NumberedPair,
  numberedPair,
  tooMuch,
} from './delivery.ts';
import { describeFailure } from './describe.ts';
import { type Destination, formatsOf, isInput } from './destination.ts';
import type { MemoryOptions } from './memory-options.ts';
import { type Streams, tell } from './streams.ts';
import { countsOf, leftFromEarlier, type MemoryCounts, Tally } from './summary.ts';
import { system } from './system.ts';
import { printable } from './terminal.ts';

/** What a journal keeps of a group. */
export interface GroupRecord {
  readonly failures: readonly string[];
  readonly notices: readonly string[];
  readonly pairs: readonly PairFacts[];
  /** What each alignment is as a whole, as a line of JSONL. */
  readonly summaries: readonly string[];
  /** What became of the units in files of its own. */
  readonly memories: readonly MemoryCounts[];
}

export interface Settled {
  readonly record: GroupRecord;
  /** Of all pairs that will be written, as JSONL. */
  readonly units: string;
}

export interface SettlementOptions {
  readonly destination: Destination;
  readonly memory: MemoryOptions;
  /** Whether a line for each alignment is wanted. */
  readonly summary: boolean;
  readonly survey: Survey;
}

export class Settlement {
  readonly tally = new Tally();
  /** The number of stories that could not be aligned. */
  failed = 0;
  /** The first pair that was written: files of some formats hold no other locales. */
  #first: NumberedPair | undefined;
  readonly #options: SettlementOptions;
  readonly #streams: Streams;

  constructor(options: SettlementOptions, streams: Streams) {
    this.#options = options;
    this.#streams = streams;
  }

  async settle({ stories, failures, notices }: AlignedGroup): Promise<Settled> {
    const told = failures.map(describeFailure);
    const held: AlignedStory[] = [];
    for (const story of stories) {
      const refusal = this.#refusalOf(story);
      if (refusal === undefined) held.push(story);
      else told.push(refusal);
    }
    const memories: MemoryCounts[] = [];
    for (const story of held) memories.push(...(await this.#writeStory(story)));
    const pairs = held.flatMap((story) => story.pairs);
    const record = {
      failures: told,
      notices: notices.map(printable),
      pairs: pairs.map(({ facts }) => facts),
      summaries: this.#options.summary ? pairs.map(({ summary }) => summary) : [],
      memories,
    };
    await this.recall(record);
    await this.#explain(pairs);
    return { record, units: pairs.map(({ units }) => units).join('') };
  }

  /** Tells and counts what was settled before, or in an earlier run. */
  async recall({ failures, notices, pairs, memories }: GroupRecord): Promise<void> {
    this.failed += failures.length;
    for (const line of [...failures, ...notices]) await tell(this.#streams.stderr, `duiqi: ${line}`);
    for (const facts of pairs) {
      this.#first ??= this.#numbered(facts);
      this.tally.addPair(facts);
    }
    for (const counts of memories) this.tally.memories.add(counts);
  }

  #numbered(facts: PairFacts, number = 0): NumberedPair {
    return numberedPair(facts, number, this.#options.memory.script?.locale);
  }

  /** Why a story can't go into the same files as those before it, if so. */
  #refusalOf({ files, pairs }: AlignedStory): string | undefined {
    const numbered = pairs.map(({ facts }) => this.#numbered(facts));
    const all = this.#first ? [this.#first, ...numbered] : numbered;
    const { destination } = this.#options;
    // In a folder each story has files of its own.
    const formats = formatsOfOneFile(destination);
    const format = formats.find((one) => !holdsAll(one, all));
    if (!format) return undefined;
    const advice = '--zh-lang names one locale for all, -o DIR with --format makes a file for each story.';
    return printable(`${[...new Set(files)].join(' and ')}: ${tooMuch(format, all)} ${advice}`);
  }

  async #writeStory(story: AlignedStory): Promise<MemoryCounts[]> {
    const { destination, memory, summary } = this.#options;
    if (destination.kind !== 'folder') return [];
    const numbered = story.pairs.map(({ facts }, i) => this.#numbered(facts, i));
    const stem = join(destination.folder, story.stem);
    const deliveries = destination.formats.flatMap((format) => filesOfStory(stem, format, numbered));
    for (const delivery of deliveries) await this.#prepare(delivery);
    const texts = story.pairs.map(textOf);
    const counts: MemoryCounts[] = [];
    for (const delivery of deliveries) {
      const written = await deliver(delivery, texts, { ...memory, summary }, this.#streams.stdout);
      counts.push(...written.map((one) => countsOf(one, undefined)));
      for (const line of await leftFromEarlier(written)) await tell(this.#streams.stderr, line);
    }
    return counts;
  }

  /** @throws DuiqiError `unwritable`, `output-is-input` */
  async #prepare({ files }: Delivery): Promise<void> {
    for (const path of files()) {
      await system(path, () => mkdir(dirname(path), { recursive: true }));
      const existing = await stat(path).catch(() => undefined);
      if (existing && this.#options.survey.identities.has(identityOf(existing))) throw isInput(path);
    }
  }

  async #explain(pairs: readonly AlignedPair[]): Promise<void> {
    const explained = pairs.flatMap(({ alignment }) => alignment ?? []);
    if (explained.length === 0) return;
    const { explainAlignment } = await import('./explain.ts');
    for (const alignment of explained) await tell(this.#streams.stderr, explainAlignment(alignment));
  }
}

/** The formats of which one file holds all stories. */
export function formatsOfOneFile(destination: Destination): readonly Format[] {
  return destination.kind === 'folder' ? [] : formatsOf(destination);
}

function textOf({ units, summary }: AlignedPair): AlignedText {
  return { units: () => unitsIn(units), summary: () => summary };
}

/** The units of lines that a worker has made. */
export function* unitsIn(jsonl: string): Generator<Unit> {
  for (const line of jsonl.split('\n')) if (line !== '') yield JSON.parse(line) as Unit;
}
