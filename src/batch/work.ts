/** What is done to stories, in a worker or in the main thread: the same bytes come out. */
import type { Adaptation } from '../align.ts';
import type { LearntLexicon } from '../evidence/learnt-lexicon.ts';
import { foresee } from '../language/tagger.ts';
import type { Alignment, Term } from '../model.ts';
import type { Reading } from './documents.ts';
import { factsOf, type PairFacts } from './facts.ts';
import { type Failure, failureOf } from './failure.ts';
import { readBytes } from './files.ts';
import { lookThrough } from './foresight.ts';
import { inOrder } from './ordered.ts';
import { alignRecord, type PipeRecord } from './record.ts';
import { filesOf, type Group } from './source.ts';
import { type ReadGroup, readGroup, type Story } from './story.ts';

/** Groups that are held at a time: that on which there is work, and the next. */
const READ_AHEAD = 2;

/** What holds for all that a worker does; plain data. */
export interface WorkOptions {
  readonly reading: Reading;
  readonly glossary: readonly Term[];
  readonly adapt: Exclude<Adaptation, 'batch'>;
  /** Whether units are wanted with their anchors. */
  readonly anchors: boolean;
  /** Also gives the alignments themselves, with why each bead was made. */
  readonly explain: boolean;
  /** Where `lookThrough` leaves Neighbours of the texts before they are cut. */
  readonly neighbours?: SharedArrayBuffer | undefined;
}

export type Task =
  | { readonly kind: 'look'; readonly files: readonly string[] }
  | { readonly kind: 'align'; readonly groups: readonly Group[]; readonly lexicon: string | undefined }
  | { readonly kind: 'count'; readonly groups: readonly Group[] }
  | { readonly kind: 'record'; readonly record: PipeRecord; readonly lexicon: string | undefined };

/** A pair of parts that is aligned. */
export interface AlignedPair {
  readonly facts: PairFacts;
  /** Its units as JSONL. */
  readonly units: string;
  /** What it is as a whole, as a line of JSONL. */
  readonly summary: string;
  readonly alignment?: Alignment;
}

export interface AlignedStory extends Omit<Story, 'pairs'> {
  readonly pairs: readonly AlignedPair[];
}

export interface AlignedGroup {
  readonly stories: readonly AlignedStory[];
  /** One for each story that can't be aligned. */
  readonly failures: readonly Failure[];
  readonly notices: readonly string[];
}

export interface CountedGroups {
  /** Undefined when not one of them could be read. */
  readonly counts: LearntLexicon | undefined;
  /** The number of pairs of parts that were read. */
  readonly pairs: number;
  readonly failures: readonly Failure[];
}

/** One at work; it reads a lexicon once. */
export class Work {
  readonly #options: WorkOptions;
  #lexicon: { readonly path: string; readonly read: Promise<LearntLexicon> } | undefined;

  constructor(options: WorkOptions) {
    this.#options = options;
    if (options.neighbours) foresee(options.neighbours);
  }

  /** Leaves what stands in these files where all who cut texts of this run will find it. */
  async lookThrough(files: Iterable<string>): Promise<void> {
    const { neighbours, reading } = this.#options;
    if (neighbours) await lookThrough(files, reading.charsets, neighbours);
  }

  /** Aligns groups, one after the other. */
  async align(groups: readonly Group[], lexicon: string | undefined): Promise<AlignedGroup[]> {
    const aligned: AlignedGroup[] = [];
    for await (const { group, read } of this.#read(groups)) {
      aligned.push(await this.#alignGroup(group, read, lexicon));
    }
    return aligned;
  }

  /** Aligns the stories of a group together; what can't be read or aligned is told in the result. */
  async #alignGroup(
    group: Group,
    { stories, failures, notices }: ReadGroup,
    lexicon: string | undefined,
  ): Promise<AlignedGroup> {
    if (stories.length === 0) return { stories: [], failures, notices };
    try {
      return { stories: await this.#alignStories(stories, lexicon), failures, notices };
    } catch (error) {
      return { stories: [], failures: [...failures, failureIn(group, error)], notices };
    }
  }

  async #alignStories(stories: readonly Story[], lexicon: string | undefined): Promise<AlignedStory[]> {
    const { alignTogether } = await import('../align.ts');
    const { glossary, adapt, anchors, explain } = this.#options;
    const pairs = stories.flatMap((story) => story.pairs);
    const learnt = await this.#lexiconAt(lexicon);
    const alignments = await alignTogether(pairs, { glossary, adapt, anchors, explain, lexicon: learnt });
    const written = await Promise.all(alignments.map((alignment) => pairOf(alignment, explain)));
    return stories.map((story) => ({ ...story, pairs: written.splice(0, story.pairs.length) }));
  }

  /** What the stories of some groups, aligned together, show of words. */
  async count(groups: readonly Group[]): Promise<CountedGroups> {
    const { glossary } = this.#options;
    const failures: Failure[] = [];
    const stories: Story[] = [];
    for await (const { read } of this.#read(groups)) {
      failures.push(...read.failures);
      stories.push(...read.stories);
    }
    const pairs = stories.flatMap((story) => story.pairs);
    if (pairs.length === 0) return { counts: undefined, pairs: 0, failures };
    const { countWords } = await import('../learn.ts');
    return { counts: await countWords(pairs, { glossary }), pairs: pairs.length, failures };
  }

  /** The groups in their order, each read while there is work to do on the one before: files answer late. */
  #read(groups: readonly Group[]): AsyncIterable<{ readonly group: Group; readonly read: ReadGroup }> {
    const { reading } = this.#options;
    return inOrder(groups, READ_AHEAD, async (group) => ({ group, read: await readGroup(group, reading) }));
  }

  /** Aligns one record of a pipe: a line of JSON, or what is wrong with it. */
  async record(record: PipeRecord, lexicon: string | undefined): Promise<string | Failure> {
    const { glossary, adapt, anchors } = this.#options;
    try {
      const learnt = await this.#lexiconAt(lexicon);
      return await alignRecord(record, { glossary, adapt, anchors, lexicon: learnt });
    } catch (error) {
      return failureOf(error);
    }
  }

  async #lexiconAt(path: string | undefined): Promise<LearntLexicon | undefined> {
    if (path === undefined) return undefined;
    if (this.#lexicon?.path !== path) this.#lexicon = { path, read: lexiconAt(path) };
    return this.#lexicon.read;
  }
}

/** @throws DuiqiError as reading finds */
export async function lexiconAt(path: string): Promise<LearntLexicon> {
  const { readLexicon } = await import('../evidence/lexicon-file.ts');
  return readLexicon(await readBytes(path), path);
}

/** What went wrong with a group as a whole, with the names of its files. */
export function failureIn(group: Group, error: unknown): Failure {
  return { ...failureOf(error), place: filesOf(group).join(' and ') };
}

async function pairOf(alignment: Alignment, explain: boolean): Promise<AlignedPair> {
  const { JSONL, writeJsonl } = await import('../units/formats/jsonl.ts');
  const { unitsOf } = await import('../units/unit.ts');
  return {
    facts: factsOf(alignment),
    units: [...writeJsonl(unitsOf(alignment))].join(''),
    summary: JSONL.summarise!(alignment),
    ...(explain && { alignment }),
  };
}
