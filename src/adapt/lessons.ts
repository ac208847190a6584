import type { Lesson, Lessons } from '../evidence/explained.ts';
import { DICTIONARY_STRENGTH } from '../evidence/learnt-lexicon.ts';
import type { Bead, Run } from '../model.ts';
import type { Direction } from './direction.ts';
import type { Example } from './examples.ts';
import type { Estimate } from './model-one.ts';

/** Smaller parts of a probability are left in place where a bead's own lessons are taken away. */
const WORTH_UNLEARNING = 0.002;

/** For each of so many documents what each of its beads has put into the rows. */
export interface LessonsBothWays {
  readonly zhToEn: readonly Lessons[];
  readonly enToZh: readonly Lessons[];
}

export function lessonsOf(
  { zhToEn, enToZh, sharing }: Estimate,
  examples: readonly Example[],
  documents: number,
): LessonsBothWays {
  const [there, back] = [new LessonBook(zhToEn), new LessonBook(enToZh)];
  const [zhWorths, enWorths] = [zhToEn.worths(), enToZh.worths()];
  const least = WORTH_UNLEARNING * DICTIONARY_STRENGTH;
  sharing.eachShare(least, (bead, pair, forth, reverse) => {
    const forthPart = forth * zhWorths[zhToEn.from[pair]!]!;
    const reversePart = reverse * enWorths[enToZh.from[pair]!]!;
    if (forthPart > WORTH_UNLEARNING) there.add(bead, pair, forthPart);
    if (reversePart > WORTH_UNLEARNING) back.add(bead, pair, reversePart);
  });
  const zhOf = ({ zh }: Bead) => zh;
  const enOf = ({ en }: Bead) => en;
  return {
    zhToEn: bySentence(there.lessons(examples.length), examples, documents, zhOf, enOf),
    enToZh: bySentence(back.lessons(examples.length), examples, documents, enOf, zhOf),
  };
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

  /** The lessons of so many beads, side by side in one piece of memory. */
  lessons(beads: number): Lesson[] {
    const starts = this.#starts(beads);
    const [from, to] = [new Int32Array(this.#length), new Int32Array(this.#length)];
    const shares = new Float64Array(this.#length);
    const next = starts.slice();
    for (let n = 0; n < this.#length; n++) {
      const place = next[this.#beads[n]!]!++;
      from[place] = this.#direction.from[this.#pairs[n]!]!;
      to[place] = this.#direction.to[this.#pairs[n]!]!;
      shares[place] = this.#parts[n]!;
    }
    return Array.from({ length: beads }, (_, bead) => {
      const length = starts[bead + 1]! - starts[bead]!;
      return {
        from: new Int32Array(from.buffer, 4 * starts[bead]!, length),
        to: new Int32Array(to.buffer, 4 * starts[bead]!, length),
        shares: new Float64Array(shares.buffer, 8 * starts[bead]!, length),
      };
    });
  }

  /** Where the parts of each bead begin once they stand bead by bead. */
  #starts(beads: number): Int32Array {
    const starts = new Int32Array(beads + 1);
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
