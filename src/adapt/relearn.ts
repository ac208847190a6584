import type { Lexicon } from '../evidence/lexicon.ts';
import { lexiconOf, tablesOfLexicon } from '../evidence/lexicon-tables.ts';
import type { Rows } from '../evidence/rows.ts';
import type { Example } from './examples.ts';
import { learntRows } from './learnt-rows.ts';
import { type BeadLessons, type LessonsBothWays, lessonsIn, lessonsOf } from './lessons.ts';
import { estimate, type WordsTogether, wordsTogether } from './model-one.ts';
import type { Frequencies } from './sharing.ts';

/** What is to be learnt in one direction, as plain data: a thread may do it. */
export interface LearningTask {
  readonly way: 'zhToEn' | 'enToZh';
  readonly prior: Rows;
  readonly together: WordsTogether;
}

/** What is to be learnt of beads in both directions. */
export function learningTasks(
  prior: Lexicon,
  frequencies: Frequencies,
  examples: readonly Example[],
): readonly [zhToEn: LearningTask, enToZh: LearningTask] {
  const together = wordsTogether(frequencies, examples);
  const { zhToEn, enToZh } = tablesOfLexicon(prior);
  return [
    { way: 'zhToEn', prior: zhToEn, together },
    { way: 'enToZh', prior: enToZh, together },
  ];
}

/** What has been learnt in one direction, in tables that threads share. */
export interface Learnt {
  readonly rows: Rows;
  readonly lessons: BeadLessons;
}

/** Translation probabilities in one direction, with the dictionary as prior, and what each bead has put into them. */
export function learnOneWay({ way, prior, together }: LearningTask): Learnt {
  const { direction, sharing } = estimate(way, prior, together);
  return {
    rows: learntRows(direction, together.byAppearance),
    lessons: lessonsIn(direction, sharing, together.words.confidences.length),
  };
}

export interface Relearned {
  readonly lexicon: Lexicon;
  /** For each document what its own beads put into the rows: to be taken away again where they are judged. */
  readonly lessons: LessonsBothWays;
}

/** What both directions have learnt from the beads of so many documents. */
export function relearned(
  zhToEn: Learnt,
  enToZh: Learnt,
  examples: readonly Example[],
  documents: number,
): Relearned {
  return {
    lexicon: lexiconOf({ zhToEn: zhToEn.rows, enToZh: enToZh.rows }),
    lessons: lessonsOf(zhToEn.lessons, enToZh.lessons, examples, documents),
  };
}
