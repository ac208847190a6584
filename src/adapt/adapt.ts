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

/** Longer beads (as pairs of words) are no sentences and teach nothing but that all goes with all. */
const LONGEST_LESSON = 100_000;
/** As many pairs of words as memory has room for. Of more beads, every second, third … teaches. */
const MOST_WORD_PAIRS = 12_000_000;

/** A lexicon learnt from the beads of all pairs, with the dictionary as prior. */
export function adapt(evidence: Evidence, results: readonly Found[]): Adapted {
  const examples = affordable(
    results.flatMap((result, document) => examplesOf(evidence.pairs[document]!, result, document)),
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

function affordable(examples: readonly Example[]): Example[] {
  const short = examples.filter((example) => wordPairs(example) <= LONGEST_LESSON);
  const total = short.reduce((sum, example) => sum + wordPairs(example), 0);
  const step = Math.max(1, Math.ceil(total / MOST_WORD_PAIRS));
  return short.filter((_, k) => k % step === 0);
}

function wordPairs({ from, to }: Example): number {
  const words = (side: Example['from']) => side.reduce((sum, { words }) => sum + words.length, 0);
  return words(from) * words(to);
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
