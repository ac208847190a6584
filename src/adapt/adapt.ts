import type { Evidence, PairLessons, PairSides } from '../evidence/evidence.ts';
import type { Lexicon } from '../evidence/lexicon.ts';
import { type Bead, type Run, size } from '../model.ts';
import { type Example, relearn } from './relearn.ts';

/** What a round of alignment has taught. */
export interface Adapted {
  readonly lexicon: Lexicon;
  /** For each pair of parts what its own beads have taught. */
  readonly lessons: readonly PairLessons[];
}

/** Beads and how far to believe in each, 0 to 1. */
export interface Believed {
  readonly beads: readonly Bead[];
  readonly probabilities: readonly number[];
}

/** A lexicon learnt from the beads of all pairs, with the dictionary as prior. */
export function adapt(evidence: Evidence, results: readonly Believed[]): Adapted {
  const examples = results.flatMap((result, document) =>
    examplesOf(evidence.pairs[document]!, result, document),
  );
  const reversed = examples.map((example) => ({ ...example, from: example.to, to: example.from }));
  const zhToEn = relearn(evidence.lexicon.zhToEn, evidence.enFrequency, examples, results.length);
  const enToZh = relearn(evidence.lexicon.enToZh, evidence.zhFrequency, reversed, results.length);
  return {
    lexicon: { zhToEn: zhToEn.rows, enToZh: enToZh.rows },
    lessons: results.map((_, k) => ({ zhToEn: zhToEn.lessons[k]!, enToZh: enToZh.lessons[k]! })),
  };
}

function examplesOf({ zh, en }: PairSides, { beads, probabilities }: Believed, document: number): Example[] {
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
