/** Aligns many stories, one group after the other: what is held does not grow with their number. */
import { mkdtemp, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Adaptation } from '../align.ts';
import type { Crew } from '../batch/crew.ts';
import type { Reading } from '../batch/documents.ts';
import { exists } from '../batch/files.ts';
import { MOST_FORESEEN } from '../batch/foresight.ts';
import { Journal } from '../batch/journal.ts';
import { sampleOf } from '../batch/sample.ts';
import type { Group } from '../batch/source.ts';
import type { Survey } from '../batch/survey.ts';
import { lexiconAt } from '../batch/work.ts';
import { DuiqiError } from '../errors.ts';
import { lexiconBytes } from '../evidence/lexicon-file.ts';
import { NEIGHBOURS_SIZE } from '../language/word-extract.ts';
import { LexiconSum } from '../learn.ts';
import type { Term } from '../model.ts';
import type { Unit } from '../units/unit.ts';
import { DONE, type ExitCode, NOTHING_DONE, SOME_FAILED } from './command.ts';
import { inFolder } from './delivery.ts';
import type { Destination } from './destination.ts';
import { Interruption } from './interruption.ts';
import type { MemoryOptions } from './memory-options.ts';
import { isAlive } from './processes.ts';
import { longProgressOn } from './progress.ts';
import { formatsOfOneFile, type GroupRecord, type Settled, Settlement, unitsIn } from './settlement.ts';
import type { Shard } from './shard.ts';
import { type Streams, tell } from './streams.ts';
import { countsOf, leftFromEarlier } from './summary.ts';
import { system } from './system.ts';
import { printable } from './terminal.ts';
import type { Target } from './unit-output.ts';
import { aligned, counted, crewFor } from './workforce.ts';
import { type WrittenMemory, writeMemories } from './writing.ts';

/** The files that stories learn from before they are aligned, in bytes. */
const SAMPLE = 1_000_000;

/** Many stories and what to do with them. */
export interface Many {
  readonly groups: readonly Group[];
  readonly survey: Survey;
  readonly reading: Reading;
  readonly glossary: readonly Term[];
  readonly adapt: Adaptation;
  /** Path of a learnt lexicon. */
  readonly lexicon: string | undefined;
  /** Whether anything that is written or told shows them. */
  readonly anchors: boolean;
  readonly explain: boolean;
  readonly summary: boolean;
  readonly destination: Destination;
  readonly shard: Shard | undefined;
  readonly memory: MemoryOptions;
  /** Undefined: as many as the machine has room for. */
  readonly jobs: number | undefined;
  /** What the run is: the same text for the same run alone. */
  readonly run: string;
}

/** @throws DuiqiError `unwritable`, `usage`, `format` */
export async function alignMany(many: Many, streams: Streams): Promise<ExitCode> {
  checkFormats(many);
  const settlement = new Settlement(many, streams);
  const { reading, glossary, anchors, explain } = many;
  const adapt = many.adapt === 'none' ? 'none' : 'pair';
  const isForeseen = many.survey.bytes <= MOST_FORESEEN;
  const neighbours = isForeseen ? new SharedArrayBuffer(NEIGHBOURS_SIZE) : undefined;
  const crew = crewFor(many.jobs, many.groups, many.survey, {
    reading,
    glossary,
    anchors,
    explain,
    adapt,
    neighbours,
  });
  try {
    if (isForeseen) await crew.lookThrough([...many.survey.sizes.keys()]);
    const written =
      many.destination.kind === 'stdout'
        ? await toStandardOutput(many, many.destination.target, crew, settlement, streams)
        : await throughJournal(many, crew, settlement, streams);
    if (settlement.tally.pairs === 0) return NOTHING_DONE;
    for (const one of written) settlement.tally.memories.add(countsOf(one, many.memory.penalty?.target));
    await tell(streams.stderr, settlement.tally.summary(many.memory));
    for (const line of await leftFromEarlier(written)) await tell(streams.stderr, line);
    return settlement.failed > 0 ? SOME_FAILED : DONE;
  } finally {
    await crew.close();
  }
}

/** @throws DuiqiError `usage` when a file is to hold the alignments of all stories, and its format holds one */
function checkFormats({ groups, destination }: Many): void {
  const format = formatsOfOneFile(destination).find(({ holdsSeveralAlignments }) => !holdsSeveralAlignments);
  if (!format) return;
  const reason = `a file of the format ${format.name} holds one alignment, but there are ${groups.length} stories.`;
  throw new DuiqiError('usage', reason, {}, inFolder(format));
}

async function toStandardOutput(
  many: Many,
  target: Target,
  crew: Crew,
  settlement: Settlement,
  streams: Streams,
): Promise<WrittenMemory[]> {
  const folder = await mkdtemp(join(tmpdir(), 'duiqi-'));
  const summaries: string[] = [];
  async function* units(): AsyncGenerator<Unit> {
    const lexicon = await lexiconFor(many, crew, join(folder, 'lexicon.tsv'), streams);
    for await (const { record, units } of settledOf(many, 0, lexicon, crew, settlement, streams)) {
      summaries.push(...record.summaries);
      yield* unitsIn(units);
    }
  }
  try {
    const options = { ...many.memory, trailer: () => summaries };
    return await writeMemories(units(), [target], options, streams.stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function throughJournal(
  many: Many,
  crew: Crew,
  settlement: Settlement,
  streams: Streams,
): Promise<WrittenMemory[]> {
  const folder = journalOf(many.destination, many.shard);
  const holder = { pid: process.pid, host: hostname(), isAlive };
  const journal = await system(folder, () => Journal.open<GroupRecord>(folder, many.run, holder));
  const interruption = new Interruption(async () => {
    await tell(streams.stderr, `Stopped after ${told(journal.records, many)}. The same command goes on.`);
    await journal.release();
  });
  try {
    await tellBeginning(journal, many, streams);
    for await (const record of journal.recorded()) await settlement.recall(record);
    const units = spooled(many, journal, crew, settlement, streams);
    // Where nothing could be aligned, nothing is written: what was there stays.
    const first = await units.next();
    const written =
      settlement.tally.pairs > 0 ? await writeFrom(startingWith(first, units), journal, many, streams) : [];
    await journal.remove();
    return written;
  } catch (error) {
    await journal.leave();
    throw error;
  } finally {
    interruption.isOver();
  }
}

/**
 * The units that are to be written when all stories are aligned, in their order: those of an earlier run, and those of each group
 * once it is aligned and the journal has it.
 */
async function* spooled(
  many: Many,
  journal: Journal<GroupRecord>,
  crew: Crew,
  settlement: Settlement,
  streams: Streams,
): AsyncGenerator<Unit> {
  const isSpooled = many.destination.kind !== 'folder' || many.memory.penalty !== undefined;
  yield* journal.units();
  if (journal.records < many.groups.length) {
    const lexicon = await lexiconFor(many, crew, journal.lexiconPath, streams);
    const settled = settledOf(many, journal.records, lexicon, crew, settlement, streams);
    for await (const { record, units } of settled) {
      await system(journal.folder, () => journal.append(isSpooled ? units : '', record));
      if (isSpooled) yield* unitsIn(units);
    }
  }
  // Beside the writing; whoever opened the crew hears what goes wrong.
  crew.close().catch(() => undefined);
}

async function* startingWith<T>(first: IteratorResult<T>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

/** Writes all memories, or that of doubtful units alone where each story has files of its own. */
async function writeFrom(
  units: AsyncIterable<Unit>,
  journal: Journal<GroupRecord>,
  { destination, memory }: Many,
  { stdout }: Streams,
): Promise<WrittenMemory[]> {
  const targets = destination.kind === 'files' ? destination.targets : [];
  if (targets.length === 0 && !memory.penalty) return [];
  async function* trailer() {
    for await (const { summaries } of journal.recorded()) yield* summaries;
  }
  return writeMemories(units, targets, { ...memory, trailer }, stdout);
}

/** Groups from a number on, settled in their order. */
async function* settledOf(
  many: Many,
  from: number,
  lexicon: string | undefined,
  crew: Crew,
  settlement: Settlement,
  { stderr }: Streams,
): AsyncGenerator<Settled> {
  const { groups } = many;
  const progress = longProgressOn(stderr);
  let done = from;
  try {
    for await (const result of aligned(groups.slice(from), many.survey, crew, lexicon)) {
      progress.clear();
      yield await settlement.settle(result);
      progress.report(++done, groups.length, 'aligning');
    }
  } finally {
    progress.clear();
  }
}

/** The path of the lexicon that all go by: the user's, or one learnt from a sample; undefined for none. */
async function lexiconFor(
  many: Many,
  crew: Crew,
  path: string,
  { stderr }: Streams,
): Promise<string | undefined> {
  if (many.adapt !== 'batch') return many.lexicon;
  if (await exists(path)) return path;
  const sum = new LexiconSum();
  if (many.lexicon !== undefined) sum.add(await lexiconAt(many.lexicon));
  // What can't be read is told when its turn comes to be aligned.
  for await (const { counts } of counted(
    sampleOf(many.groups, many.survey, SAMPLE),
    many.survey,
    crew,
    stderr,
  )) {
    if (counts) sum.add(counts);
  }
  const { replaceFile } = await import('./pending-file.ts');
  await replaceFile(path, [lexiconBytes(sum.lexicon(), path)]);
  return path;
}

/** Where a run keeps its journal; parts of one list that are written to one folder have one each. */
function journalOf(destination: Destination, shard: Shard | undefined): string {
  if (destination.kind === 'folder') {
    return join(destination.folder, shard ? `.duiqi-${shard.number}-of-${shard.of}` : '.duiqi');
  }
  const path = destination.kind === 'files' ? destination.targets[0]!.path! : '';
  return join(dirname(path), `.${basename(path)}.duiqi`);
}

async function tellBeginning(
  { beginning, records, folder }: Journal<GroupRecord>,
  many: Many,
  { stderr }: Streams,
): Promise<void> {
  if (beginning === 'another') {
    const reason = 'the options or the files have changed since';
    await tell(stderr, `${printable(folder)} is of another run, ${reason}: this one begins anew.`);
  }
  if (records > 0)
    await tell(stderr, `An earlier run was stopped: this one goes on after ${told(records, many)}.`);
}

const told = (done: number, { groups }: Many) => `${done} of ${groups.length} stories`;
