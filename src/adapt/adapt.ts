import type { Evidence, PairLessons, PairSides } from '../evidence/evidence.ts';
import { type Habits, habitsFrom } from '../evidence/habits.ts';
import type { Lexicon } from '../evidence/lexicon.ts';
import { type Run, size } from '../model.ts';
import { SHAPES } from '../search/cells.ts';
import type { Found } from '../search/search.ts';
import { type Example, relearn } from './relearn.ts';

/** What a round of alignment has taught. */
export interface Adapted {
  readonly lexicon: Lexicon;
  /** For each pair of parts what its own beads have taught. */
  readonly lessons: readonly PairLessons[];
  /** For each pair of parts what its own beads look like. */
  readonly habits: readonly Habits[];
}

/** A lexicon learnt from the beads of all pairs, with the dictionary as prior. */
export function adapt(evidence: Evidence, results: readonly Found[]): Adapted {
  const examples = results.flatMap((result, document) =>
    examplesOf(evidence.pairs[document]!, result, document),
  );
  const reversed = examples.map((example) => ({ ...example, from: example.to, to: example.from }));
  const zhToEn = relearn(evidence.lexicon.zhToEn, evidence.enFrequency, examples, results.length);
  const enToZh = relearn(evidence.lexicon.enToZh, evidence.zhFrequency, reversed, results.length);
  return {
    lexicon: { zhToEn: zhToEn.rows, enToZh: enToZh.rows },
    lessons: results.map((_, k) => ({ zhToEn: zhToEn.lessons[k]!, enToZh: enToZh.lessons[k]! })),
    habits: results.map(habitsOf),
  };
}

function habitsOf({ shapes }: Found): Habits {
  const sum = (wanted: (zh: number, en: number) => boolean) =>
    SHAPES.reduce((total, [zh, en], k) => total + (wanted(zh, en) ? shapes[k]! : 0), 0);
  return habitsFrom(
    sum((_, en) => en === 0),
    sum((zh) => zh === 0),
    sum((zh, en) => zh === 1 && en === 1),
    sum((zh, en) => zh > 0 && en > 0 && zh + en > 2),
  );
}

function examplesOf({ zh, en }: PairSides, { beads, probabilities }: Found, document: number): Example[] {
  const wordsIn = (run: Run, words: readonly Int32Array[]) =>
    words.slice(run.start, run.end).map((list, k) => ({ sentence: run.start + k, words: list }));
  return beads.flatMap((bead, k) =>
    size(bead.zh) && size(bead.en)
      ? [
          {
            document,
            from: wordsIn(bead.zh, zh.words),
            to: wordsIn(bead.en, en.words),
            confidence: probabilities[k]!,
          },
        ]
      : [],
  );
}
