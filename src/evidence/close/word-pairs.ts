import type { Run } from '../../model.ts';
import type { Lesson, Lessons } from '../explained.ts';
import type { Rows } from '../rows.ts';
import { NearbyRows, type RowRoom } from './nearby-rows.ts';
import type { PlacedWords } from './placed-words.ts';

/** The two runs of a bead: of the side that explains, and of the one that is explained. */
export interface Direction {
  readonly from: Run;
  readonly to: Run;
}

/** Smaller probabilities are what rounding leaves of a subtraction. */
const NEGLIGIBLE = 1e-9;

/**
 * How probably each word of one side of a bead becomes each of the other. Filled anew for every bead. Memory: up to 16
 * bytes for each pair of types of the largest bead, and that of NearbyRows.
 */
export class WordPairs {
  /** p(to | from), without what the bead's own sentences have taught: for each type of `to` those of `from`. */
  probabilities = new Float64Array(0);
  readonly #nearby: NearbyRows;
  readonly #lessons: Lessons | undefined;
  /** What the beads of the round before that hold one of the sentences at hand have taught. */
  readonly #own: Lesson[] = [];
  #places = new Int32Array(0);

  /**
   * @param rows p(to | from), by word number of `from`
   * @param sentences the words of all sentences of the side that is explained
   * @param vocabularySize the number of words there may be on that side
   * @param room where rows are laid out, for others too that are not asked at the same time
   */
  constructor(
    rows: Rows,
    sentences: readonly Int32Array[],
    vocabularySize: number,
    lessons: Lessons | undefined,
    room?: RowRoom,
  ) {
    this.#nearby = new NearbyRows(rows, sentences, vocabularySize, room);
    this.#lessons = lessons;
  }

  /** Takes the pairs of a bead; `from` and `to` are its words. */
  read(from: PlacedWords, to: PlacedWords, bead: Direction): void {
    this.#nearby.cover(bead.to);
    this.#lookUp(from, to);
    if (this.#lessons) this.#unlearnOwn(this.#lessons, from, to, bead);
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
      const rows = this.#nearby.probabilities;
      for (let y = 0, at = x; y < height; y++, at += width) probabilities[at] = rows[start + places[y]!]!;
    }
  }

  #unlearnOwn(lessons: Lessons, from: PlacedWords, to: PlacedWords, bead: Direction): void {
    const own = this.#own;
    own.length = 0;
    for (let i = bead.from.start; i < bead.from.end; i++) addOnce(own, lessons.from.get(i));
    for (let j = bead.to.start; j < bead.to.end; j++) addOnce(own, lessons.to.get(j));
    for (let k = 0; k < own.length; k++) this.#unlearn(own[k]!, from, to);
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

function addOnce(own: Lesson[], lessons: readonly Lesson[] | undefined): void {
  if (!lessons) return;
  for (let k = 0; k < lessons.length; k++) if (!own.includes(lessons[k]!)) own.push(lessons[k]!);
}
