import type { Lexicon } from '../evidence/lexicon.ts';
import type { Example } from './examples.ts';
import { learntRows } from './learnt-rows.ts';
import { type LessonsBothWays, lessonsOf } from './lessons.ts';
import { estimate } from './model-one.ts';
import type { Frequencies } from './sharing.ts';

export interface Relearned {
  readonly lexicon: Lexicon;
  /** For each document what its own beads put into the rows: to be taken away again where they are judged. */
  readonly lessons: LessonsBothWays;
}

/** Translation probabilities learnt from the beads of so many documents, with the dictionary as prior. */
export function relearn(
  prior: Lexicon,
  frequencies: Frequencies,
  examples: readonly Example[],
  documents: number,
): Relearned {
  const learnt = estimate(prior, frequencies, examples);
  return {
    lexicon: {
      zhToEn: learntRows(learnt.zhToEn, learnt.byAppearance),
      enToZh: learntRows(learnt.enToZh, learnt.byAppearance),
    },
    lessons: lessonsOf(learnt, examples, documents),
  };
}
