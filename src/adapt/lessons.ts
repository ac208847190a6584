import type { Lesson, Lessons } from '../evidence/explained.ts';
import { DICTIONARY_STRENGTH } from '../evidence/learnt-lexicon.ts';
import { sharedFloat64, sharedInt32 } from '../evidence/shared.ts';
import type { Bead, Run } from '../model.ts';
import type { Direction } from './direction.ts';
import type { Example } from './examples.ts';
import type { Sharing } from './sharing.ts';

/** Smaller parts of a probability are left in place where a bead's own lessons are taken away. */
const WORTH_UNLEARNING = 0.002;

/** For each of so many documents what each of its beads has put into the rows. */
export interface LessonsBothWays {
  readonly zhToEn: readonly Lessons[];
  readonly enToZh: readonly Lessons[];
}

/** What each bead has put into the rows of one direction, as triples from `starts[bead]` up to those of the next. */
export interface BeadLessons {
  readonly starts: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly shares: Float64Array;
}

/** What so many beads have put into the rows of one direction. */
export function lessonsIn(direction: Direction, sharing: Sharing, beads: number): BeadLessons {
  const book = new LessonBook(direction);
  const worths = direction.worths();
  sharing.eachShare(WORTH_UNLEARNING * DICTIONARY_STRENGTH, (bead, pair, share) => {
    const part = share * worths[direction.from[pair]!]!;
    if (part > WORTH_UNLEARNING) book.add(bead, pair, part);
  });
  return book.lessons(beads);
}

/** The lessons of both directions for each of so many documents, by sentence. */
export function lessonsOf(
  zhToEn: BeadLessons,
  enToZh: BeadLessons,
  examples: readonly Example[],
  documents: number,
): LessonsBothWays {
  const zhOf = ({ zh }: Bead) => zh;
  const enOf = ({ en }: Bead) => en;
  return {
    zhToEn: bySentence(viewsOf(zhToEn), examples, documents, zhOf, enOf),
    enToZh: bySentence(viewsOf(enToZh), examples, documents, enOf, zhOf),
  };
}

function viewsOf({ starts, from, to, shares }: BeadLessons): Lesson[] {
  return Array.from({ length: starts.length - 1 }, (_, bead) => {
    const [start, end] = [starts[bead]!, starts[bead + 1]!];
    return {
      from: from.subarray(start, end),
      to: to.subarray(start, end),
      shares: shares.subarray(start, end),
    };
  });
}

/** What the beads have put into the probabilities of one direction. Memory: 16 bytes for each part, twice that as it grows. */
class LessonBook {
  readonly #direction: Direction;
  #beads = new Int32Array(1024);
  #pairs = new Int32Array(1024);
  #parts = new Float64Array(1024);
  #length = 0;

  constructor(direction: Direction) {
    this.#direction = direction;
  }

  /** Adds what a bead has put into the probability of a pair. */
  add(bead: number, pair: number, part: number): void {
    if (this.#length === this.#beads.length) this.#grow();
    this.#beads[this.#length] = bead;
    this.#pairs[this.#length] = pair;
    this.#parts[this.#length++] = part;
  }

  #grow(): void {
    const [beads, pairs, parts] = [this.#beads, this.#pairs, this.#parts];
    this.#beads = new Int32Array(2 * this.#length);
    this.#pairs = new Int32Array(2 * this.#length);
    this.#parts = new Float64Array(2 * this.#length);
    this.#beads.set(beads);
    this.#pairs.set(pairs);
    this.#parts.set(parts);
  }

  /** All that was added, bead by bead. */
  lessons(beads: number): BeadLessons {
    const starts = this.#starts(beads);
    const [from, to] = [sharedInt32(this.#length), sharedInt32(this.#length)];
    const shares = sharedFloat64(this.#length);
    const next = starts.slice();
    for (let n = 0; n < this.#length; n++) {
      const place = next[this.#beads[n]!]!++;
      from[place] = this.#direction.from[this.#pairs[n]!]!;
      to[place] = this.#direction.to[this.#pairs[n]!]!;
      shares[place] = this.#parts[n]!;
    }
    return { starts, from, to, shares };
  }

  /** Where the parts of each bead begin once they stand bead by bead. */
  #starts(beads: number): Int32Array {
    const starts = sharedInt32(beads + 1);
    for (let n = 0; n < this.#length; n++) starts[this.#beads[n]! + 1]!++;
    for (let bead = 0; bead < beads; bead++) starts[bead + 1]! += starts[bead]!;
    return starts;
  }
}

function bySentence(
  lessons: readonly Lesson[],
  examples: readonly Example[],
  documents: number,
  fromOf: (bead: Bead) => Run,
  toOf: (bead: Bead) => Run,
): Lessons[] {
  const all = Array.from({ length: documents }, () => ({
    from: new Map<number, Lesson[]>(),
    to: new Map<number, Lesson[]>(),
  }));
  examples.forEach(({ document, bead }, k) => {
    const own = [lessons[k]!];
    const [from, to] = [fromOf(bead), toOf(bead)];
    for (let sentence = from.start; sentence < from.end; sentence++) all[document]!.from.set(sentence, own);
    for (let sentence = to.start; sentence < to.end; sentence++) all[document]!.to.set(sentence, own);
  });
  return all;
}
