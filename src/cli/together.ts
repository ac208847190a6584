/** Aligns stories all together: they are held, and learn from one another. */

import { availableParallelism } from 'node:os';
import { factsOf } from '../batch/facts.ts';
import { filesOf } from '../batch/source.ts';
import type { Story } from '../batch/story.ts';
import type { LearntLexicon } from '../evidence/learnt-lexicon.ts';
import { startCutting } from '../language/cutting.ts';
import type { Alignment } from '../model.ts';
import type { NamedLink } from '../read/links.ts';
import { startHelpers } from '../rounds/helpers.ts';
import { pieceCount } from '../rounds/pieces.ts';
import { DONE, type ExitCode, NOTHING_DONE, SOME_FAILED } from './command.ts';
import {
  alignedText,
  checkDeliveries,
  type Delivery,
  deliver,
  deliverDoubtful,
  planDeliveries,
} from './delivery.ts';
import { withLinks } from './guidance.ts';
import type { Many } from './many.ts';
import { alignStories, readStories } from './stories.ts';
import { type Streams, tell } from './streams.ts';
import { countsOf, leftFromEarlier, Tally } from './summary.ts';
import type { WrittenMemory } from './writing.ts';

/** Stories and what to do with them. */
export interface All extends Omit<Many, 'lexicon' | 'shard' | 'jobs' | 'run'> {
  readonly lexicon: LearntLexicon | undefined;
  readonly links: readonly NamedLink[];
}

/** @throws DuiqiError `usage`, `unwritable`, `output-is-input` */
export async function alignAll(all: All, streams: Streams): Promise<ExitCode> {
  const { groups, destination, memory, glossary, lexicon, adapt, anchors, explain } = all;
  // It loads nodejieba while documents are read; where none can be, the command ends some .15 s later for it.
  startCutting();
  const read = await readStories(groups, all.reading);
  for (const line of [...read.failures, ...read.notices]) await tell(streams.stderr, `duiqi: ${line}`);
  if (read.stories.length === 0 && groups.length > 0) return NOTHING_DONE;
  const stories = withLinks(read.stories, all.links);
  const deliveries = planDeliveries(stories, destination, memory.script?.locale);
  await checkDeliveries(deliveries, groups.flatMap(filesOf), memory);
  startHelpersFor(stories);
  const alignments = await alignStories(stories, { anchors, explain, glossary, lexicon, adapt }, streams);
  if (explain) await explainOn(streams, alignments);
  await deliverAll(deliveries, alignments, all, streams);
  return read.failures.length > 0 ? SOME_FAILED : DONE;
}

/** Not before it is clear that there is work: errors would come late. */
function startHelpersFor(stories: readonly Story[]): void {
  const counts = stories.flatMap(({ pairs }) => pairs.map(({ zh }) => zh.sentences.length));
  const longest = Math.max(0, ...counts);
  startHelpers(Math.min(availableParallelism(), pieceCount(longest)) - 1);
}

async function explainOn({ stderr }: Streams, alignments: readonly Alignment[]): Promise<void> {
  const { explainAlignment } = await import('./explain.ts');
  for (const alignment of alignments) await tell(stderr, explainAlignment(alignment));
}

async function deliverAll(
  deliveries: readonly Delivery[],
  alignments: readonly Alignment[],
  { memory, summary }: All,
  { stdout, stderr }: Streams,
): Promise<void> {
  const written: WrittenMemory[] = [];
  const texts = alignments.map(alignedText);
  for (const delivery of deliveries) {
    written.push(...(await deliver(delivery, texts, { ...memory, summary }, stdout)));
  }
  written.push(...(await deliverDoubtful(texts, memory, stdout)));
  const tally = new Tally();
  for (const alignment of alignments) tally.addPair(factsOf(alignment));
  for (const one of written) tally.memories.add(countsOf(one, memory.penalty?.target));
  await tell(stderr, tally.summary(memory));
  for (const line of await leftFromEarlier(written)) await tell(stderr, line);
}
