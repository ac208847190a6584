import type { Run } from '../../model.ts';
import type { Lesson, Lessons } from '../explained.ts';
import type { Row } from '../rows.ts';
import { NearbyRows } from './nearby-rows.ts';
import type { PlacedWords } from './placed-words.ts';

/** The two runs of a bead: of the side that explains, and of the one that is explained. */
export interface Direction {
  readonly from: Run;
  readonly to: Run;
}

/** Smaller probabilities are what rounding leaves of a subtraction. */
const NEGLIGIBLE = 1e-9;

/**
 * How probably each word of one side of a bead becomes each of the other. Filled anew for every bead. Memory: 8 bytes for
 * each pair of words of the largest bead, and that of NearbyRows.
 */
export class WordPairs {
  /** p(to | from), without what the bead's own sentences have taught: for each type of `to` those of `from`. */
  probabilities = new Float64Array(0);
  readonly #nearby: NearbyRows;
  readonly #lessons: Lessons | undefined;
  #places = new Int32Array(0);

  /**
   * @param rows p(to | from), by word number of `from`
   * @param sentences the words of all sentences of the side that is explained
   * @param vocabularySize the number of words there may be on that side
   */
  constructor(
    rows: readonly Row[],
    sentences: readonly Int32Array[],
    vocabularySize: number,
    lessons: Lessons | undefined,
  ) {
    this.#nearby = new NearbyRows(rows, sentences, vocabularySize);
    this.#lessons = lessons;
  }

  /** Takes the pairs of a bead; `from` and `to` are its words. */
  read(from: PlacedWords, to: PlacedWords, bead: Direction): void {
    this.#nearby.cover(bead.to);
    this.#lookUp(from, to);
    for (const lesson of this.#lessonsOf(bead)) this.#unlearn(lesson, from, to);
  }

  #lookUp(from: PlacedWords, to: PlacedWords): void {
    const [width, height] = [from.typeCount, to.typeCount];
    if (this.probabilities.length < width * height) this.probabilities = new Float64Array(2 * width * height);
    if (this.#places.length < height) this.#places = new Int32Array(2 * height);
    const { probabilities } = this;
    const places = this.#places;
    for (let y = 0; y < height; y++) places[y] = this.#nearby.placeOf[to.words[y]!]!;
    for (let x = 0; x < width; x++) {
      const start = this.#nearby.startOf(from.words[x]!);
      const row = this.#nearby.probabilities;
      for (let y = 0; y < height; y++) probabilities[y * width + x] = row[start + places[y]!]!;
    }
  }

  /** What the beads of the round before that hold one of these sentences have taught. */
  #lessonsOf({ from, to }: Direction): Lesson[] {
    const own: Lesson[] = [];
    if (!this.#lessons) return own;
    for (let i = from.start; i < from.end; i++) addOnce(own, this.#lessons.from.get(i));
    for (let j = to.start; j < to.end; j++) addOnce(own, this.#lessons.to.get(j));
    return own;
  }

  #unlearn(lesson: Lesson, from: PlacedWords, to: PlacedWords): void {
    for (let n = 0; n < lesson.from.length; n++) {
      const x = from.typeOf[lesson.from[n]!]!;
      const y = to.typeOf[lesson.to[n]!]!;
      if (x < 0 || y < 0) continue;
      const rest = this.probabilities[y * from.typeCount + x]! - lesson.shares[n]!;
      this.probabilities[y * from.typeCount + x] = rest > NEGLIGIBLE ? rest : 0;
    }
  }
}

function addOnce(own: Lesson[], lessons: readonly Lesson[] = []): void {
  for (const lesson of lessons) if (!own.includes(lesson)) own.push(lesson);
}
