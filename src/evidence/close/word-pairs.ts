import type { Bead, Run } from '../../model.ts';
import type { PairLessons, PairSides } from '../evidence.ts';
import type { Lesson, Lessons } from '../explained.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Row } from '../rows.ts';
import type { Side } from '../side.ts';

/** A word of one side of a bead and one of the other that may be translations, by their positions in the bead. */
export interface WordPair {
  readonly zh: number;
  readonly en: number;
  /** p(English word | Chinese word) and the reverse, without what the bead's own sentences have taught. */
  readonly enGivenZh: number;
  readonly zhGivenEn: number;
}

/** The words of one side of a bead, in order. */
export interface PlacedWords {
  readonly ids: Int32Array;
  /** Where each stands among the letters of its side, 0 to 1. */
  readonly places: Float64Array;
}

interface KnownPair {
  readonly zh: number;
  readonly en: number;
  enGivenZh: number;
  zhGivenEn: number;
}

/** So that a pair of word numbers is one number; vocabularies are smaller. */
const WIDTH = 2 ** 24;
const keyOf = (from: number, to: number) => from * WIDTH + to;
const NEGLIGIBLE = 1e-9;

/** Which words of two parts may translate which, sentence pair by sentence pair; each is looked up once. */
export class WordPairs {
  readonly #sides: PairSides;
  readonly #lexicon: Lexicon;
  readonly #lessons: PairLessons | undefined;
  readonly #known = new Map<number, readonly KnownPair[]>();
  readonly #shares = new Map<Lesson, ReadonlyMap<number, number>>();

  constructor(sides: PairSides, lexicon: Lexicon, lessons?: PairLessons) {
    this.#sides = sides;
    this.#lexicon = lexicon;
    this.#lessons = lessons;
  }

  /** The pairs of a two-sided bead. */
  of({ zh, en }: Bead): WordPair[] {
    const zhToEn = this.#lessonsOf(this.#lessons?.zhToEn, zh, en);
    const enToZh = this.#lessonsOf(this.#lessons?.enToZh, en, zh);
    const pairs: WordPair[] = [];
    let zhBefore = 0;
    for (let i = zh.start; i < zh.end; i++) {
      let enBefore = 0;
      for (let j = en.start; j < en.end; j++) {
        for (const known of this.#between(i, j)) {
          const zhWord = this.#sides.zh.words[i]![known.zh]!;
          const enWord = this.#sides.en.words[j]![known.en]!;
          const enGivenZh = known.enGivenZh - taught(zhToEn, keyOf(zhWord, enWord));
          const zhGivenEn = known.zhGivenEn - taught(enToZh, keyOf(enWord, zhWord));
          if (enGivenZh <= NEGLIGIBLE && zhGivenEn <= NEGLIGIBLE) continue;
          pairs.push({
            zh: zhBefore + known.zh,
            en: enBefore + known.en,
            enGivenZh: Math.max(0, enGivenZh),
            zhGivenEn: Math.max(0, zhGivenEn),
          });
        }
        enBefore += this.#sides.en.words[j]!.length;
      }
      zhBefore += this.#sides.zh.words[i]!.length;
    }
    return pairs;
  }

  /** What the beads of the round before that hold one of these sentences have taught, each as a table of word pairs. */
  #lessonsOf(lessons: Lessons | undefined, from: Run, to: Run): ReadonlyMap<number, number>[] {
    if (!lessons) return [];
    const own = new Set<Lesson>();
    for (let i = from.start; i < from.end; i++)
      for (const lesson of lessons.from.get(i) ?? []) own.add(lesson);
    for (let j = to.start; j < to.end; j++) for (const lesson of lessons.to.get(j) ?? []) own.add(lesson);
    return Array.from(own, (lesson) => this.#sharesOf(lesson));
  }

  #sharesOf(lesson: Lesson): ReadonlyMap<number, number> {
    let shares = this.#shares.get(lesson);
    if (!shares) {
      shares = new Map(Array.from(lesson.from, (from, k) => [keyOf(from, lesson.to[k]!), lesson.shares[k]!]));
      this.#shares.set(lesson, shares);
    }
    return shares;
  }

  #between(i: number, j: number): readonly KnownPair[] {
    const key = keyOf(i, j);
    let pairs = this.#known.get(key);
    if (!pairs) {
      pairs = this.#lookUp(i, j);
      this.#known.set(key, pairs);
    }
    return pairs;
  }

  #lookUp(i: number, j: number): KnownPair[] {
    const pairs = new Map<number, KnownPair>();
    const pairAt = (zh: number, en: number) => {
      const key = keyOf(zh, en);
      const pair = pairs.get(key) ?? { zh, en, enGivenZh: 0, zhGivenEn: 0 };
      pairs.set(key, pair);
      return pair;
    };
    const zhWords = this.#sides.zh.words[i]!;
    const enWords = this.#sides.en.words[j]!;
    eachKnown(zhWords, enWords, this.#lexicon.zhToEn, (zh, en, p) => {
      pairAt(zh, en).enGivenZh = p;
    });
    eachKnown(enWords, zhWords, this.#lexicon.enToZh, (en, zh, p) => {
      pairAt(zh, en).zhGivenEn = p;
    });
    return [...pairs.values()];
  }
}

function taught(lessons: readonly ReadonlyMap<number, number>[], key: number): number {
  let sum = 0;
  for (const shares of lessons) sum += shares.get(key) ?? 0;
  return sum;
}

/** Visits the positions of words of `from` and `to` that the rows connect. */
function eachKnown(
  from: Int32Array,
  to: Int32Array,
  rows: readonly Row[],
  visit: (from: number, to: number, probability: number) => void,
): void {
  const places = new Map<number, number[]>();
  to.forEach((word, k) => {
    const list = places.get(word);
    if (list) list.push(k);
    else places.set(word, [k]);
  });
  from.forEach((word, k) => {
    const { ids, probabilities } = rows[word]!;
    for (let n = 0; n < ids.length; n++) {
      for (const place of places.get(ids[n]!) ?? []) visit(k, place, probabilities[n]!);
    }
  });
}

/** The words of a run of sentences, with their places among its letters and signs. */
export function placedWords(side: Side, run: Run): PlacedWords {
  const ids: number[] = [];
  const places: number[] = [];
  let before = 0;
  for (let i = run.start; i < run.end; i++) {
    ids.push(...side.words[i]!);
    for (const place of side.places[i]!) places.push(before + place);
    before += side.readings[i]!.text.length;
  }
  const length = Math.max(1, before);
  return { ids: Int32Array.from(ids), places: Float64Array.from(places, (place) => place / length) };
}
