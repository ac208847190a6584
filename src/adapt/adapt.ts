import type { Evidence } from '../evidence/evidence.ts';
import type { Lesson, Lessons } from '../evidence/explained.ts';
import { type Habits, habitsFrom } from '../evidence/habits.ts';
import type { Lexicon } from '../evidence/lexicon.ts';
import type { Side } from '../evidence/side.ts';
import type { PairLessons } from '../evidence/stretch.ts';
import { enSize, zhSize } from '../search/flat-beads.ts';
import type { Found } from '../search/search.ts';
import { clearestExamplesIn, type Example } from './examples.ts';
import { type LearningTask, type Learnt, learningTasks, learnOneWay, relearned } from './relearn.ts';

/** What a round of alignment has taught. */
export interface Adapted {
  readonly lexicon: Lexicon;
  /** For each pair of parts what its own beads have taught. */
  readonly lessons: readonly PairLessons[];
  /** For each pair of parts what its own beads look like. */
  readonly habits: readonly Habits[];
}

/**
 * The lessons of each pair, and those of the other versions of its parts. A page may hold a story in Traditional and in
 * Simplified beside one English version: what one of them teaches about an English sentence must not decide for the other.
 */
function withVersions(
  { pairs }: Evidence,
  zhToEn: readonly Lessons[],
  enToZh: readonly Lessons[],
): PairLessons[] {
  const numbers = new Map<Side, number[]>();
  pairs.forEach(({ zh, en }, k) => {
    for (const side of [zh, en]) numbers.set(side, [...(numbers.get(side) ?? []), k]);
  });
  return pairs.map(({ zh, en }) => {
    const ofZh = numbers.get(zh)!;
    const ofEn = numbers.get(en)!;
    return {
      zhToEn: { from: joined(ofZh.map((k) => zhToEn[k]!.from)), to: joined(ofEn.map((k) => zhToEn[k]!.to)) },
      enToZh: { from: joined(ofEn.map((k) => enToZh[k]!.from)), to: joined(ofZh.map((k) => enToZh[k]!.to)) },
    };
  });
}

type BySentence = Lessons['from'];

function joined(maps: readonly BySentence[]): BySentence {
  if (maps.length === 1) return maps[0]!;
  const all = new Map<number, readonly Lesson[]>();
  for (const [sentence, lessons] of maps.flatMap((map) => [...map])) {
    all.set(sentence, [...(all.get(sentence) ?? []), ...lessons]);
  }
  return all;
}

/** A lexicon learnt from the beads of all pairs, with the dictionary as prior. */
export function adapt(evidence: Evidence, found: readonly Found[]): Adapted {
  const work = workOf(evidence, found);
  const [zhToEn, enToZh] = work.tasks;
  return adapted(evidence, found, work, learnOneWay(zhToEn), learnOneWay(enToZh));
}

/** The same, whose two tasks may be done side by side. */
export async function adaptAside(
  evidence: Evidence,
  found: readonly Found[],
  learnBoth: (tasks: BothTasks) => Promise<readonly [zhToEn: Learnt, enToZh: Learnt]>,
): Promise<Adapted> {
  const work = workOf(evidence, found);
  return adapted(evidence, found, work, ...(await learnBoth(work.tasks)));
}

export type BothTasks = readonly [zhToEn: LearningTask, enToZh: LearningTask];

interface Work {
  readonly examples: readonly Example[];
  readonly tasks: BothTasks;
}

function workOf(evidence: Evidence, found: readonly Found[]): Work {
  const examples = clearestExamplesIn(evidence, found);
  const frequencies = { zh: evidence.zhFrequency, en: evidence.enFrequency };
  return { examples, tasks: learningTasks(evidence.lexicon, frequencies, examples) };
}

function adapted(
  evidence: Evidence,
  found: readonly Found[],
  { examples }: Work,
  zhToEn: Learnt,
  enToZh: Learnt,
): Adapted {
  const { lexicon, lessons } = relearned(zhToEn, enToZh, examples, found.length);
  return {
    lexicon,
    lessons: withVersions(evidence, lessons.zhToEn, lessons.enToZh),
    habits: found.map(habitsOf),
  };
}

/** From how many beads of each kind are to be expected. */
function habitsOf({ contenders, chances }: Found): Habits {
  const expected = { zhOnly: 0, enOnly: 0, pairs: 0, larger: 0 };
  for (let k = 0; k < chances.length; k++) {
    const [zh, en] = [zhSize(contenders, k), enSize(contenders, k)];
    if (en === 0) expected.zhOnly += chances[k]!;
    if (zh === 0) expected.enOnly += chances[k]!;
    if (zh === 1 && en === 1) expected.pairs += chances[k]!;
    if (zh > 0 && en > 0 && zh + en > 2) expected.larger += chances[k]!;
  }
  return habitsFrom(expected.zhOnly, expected.enOnly, expected.pairs, expected.larger);
}
