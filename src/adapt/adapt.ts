import type { Evidence, PairLessons, PairSides } from '../evidence/evidence.ts';
import type { Lesson, Lessons } from '../evidence/explained.ts';
import { type Habits, habitsFrom } from '../evidence/habits.ts';
import type { Lexicon } from '../evidence/lexicon.ts';
import type { Side } from '../evidence/side.ts';
import { type Run, size } from '../model.ts';
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
    lessons: withVersions(evidence, zhToEn.lessons, enToZh.lessons),
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

/** From how many beads of each kind are to be expected. */
function habitsOf({ contenders, chances }: Found): Habits {
  const expected = (wanted: (zh: number, en: number) => boolean) =>
    contenders.reduce((sum, { zh, en }, k) => sum + (wanted(size(zh), size(en)) ? chances[k]! : 0), 0);
  return habitsFrom(
    expected((_, en) => en === 0),
    expected((zh) => zh === 0),
    expected((zh, en) => zh === 1 && en === 1),
    expected((zh, en) => zh > 0 && en > 0 && zh + en > 2),
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
