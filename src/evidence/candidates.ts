import type { Band, Candidate } from '../model.ts';
import type { Rows } from './rows.ts';

/** The word numbers of the sentences of both sides. */
interface BothWords {
  readonly zh: { readonly words: readonly Int32Array[] };
  readonly en: { readonly words: readonly Int32Array[] };
}

/** Words in more sentences than this say nothing of where one is; it also bounds the work for each sentence. */
const MOST_SENTENCES = 12;
/** How many English sentences are kept for a Chinese one. */
const KEPT = 4;

/**
 * For each Chinese sentence the few English ones of the whole part with which it shares the most translations
 * of rare words, names and values. Time grows with the length of the parts.
 *
 * @param enWords how many English words there are
 */
export function sharedEvidence(
  { zh, en }: BothWords,
  { starts, ids, probabilities }: Rows,
  enWords: number,
): Candidate[] {
  const zhSentences = sentencesByWord(zh.words, starts.length - 1);
  const enSentences = sentencesByWord(en.words, enWords);
  const met = new Met(en.words.length);
  const last = new Int32Array(starts.length - 1).fill(-1);
  const candidates: Candidate[] = [];
  for (let i = 0; i < zh.words.length; i++) {
    for (const word of zh.words[i]!) {
      if (last[word] === i) continue;
      last[word] = i;
      const own = countOf(zhSentences, word);
      if (own > MOST_SENTENCES) continue;
      for (let k = starts[word]!; k < starts[word + 1]!; k++) {
        const count = countOf(enSentences, ids[k]!);
        if (count > MOST_SENTENCES) continue;
        const first = enSentences.starts[ids[k]!]!;
        met.addAll(enSentences.places, first, count, Math.sqrt(probabilities[k]! / (own * count)));
      }
    }
    met.moveTo(candidates, i);
  }
  return candidates;
}

/** Words in more of the sentences nearby say nothing of where exactly one is. */
const MOST_NEARBY = 3;
/** So many Chinese sentences before and behind one are nearby. */
const NEARBY = 10;

/**
 * The same, but of the English sentences that lie beside a Chinese one in a band. What stands often in the whole part may
 * stand once in so few sentences: where the way is roughly known, it is seen far more exactly.
 */
export function sharedNearby(
  { zh, en }: BothWords,
  { starts, ids, probabilities }: Rows,
  enWords: number,
  { low, high }: Band,
): Candidate[] {
  const enSentences = sentencesByWord(en.words, enWords);
  const zhWindow = new Window(zh.words, starts.length - 1);
  const enWindow = new Window(en.words, enWords);
  const met = new Met(en.words.length);
  const last = new Int32Array(starts.length - 1).fill(-1);
  const candidates: Candidate[] = [];
  for (let i = 0; i < zh.words.length; i++) {
    zhWindow.move(i - NEARBY, i + NEARBY + 1);
    enWindow.move(low[i]!, high[i + 1]!);
    for (const word of zh.words[i]!) {
      if (last[word] === i) continue;
      last[word] = i;
      const own = zhWindow.counts[word]!;
      if (own > MOST_NEARBY) continue;
      for (let k = starts[word]!; k < starts[word + 1]!; k++) {
        const count = enWindow.counts[ids[k]!]!;
        if (count === 0 || count > MOST_NEARBY) continue;
        const first = firstFrom(enSentences, ids[k]!, low[i]!);
        met.addAll(enSentences.places, first, count, Math.sqrt(probabilities[k]! / (own * count)));
      }
    }
    met.moveTo(candidates, i);
  }
  return candidates;
}

/** The English sentences that have words in common with a Chinese one, and how much that says. */
class Met {
  readonly #strengths: Float64Array;
  readonly #sentences: number[] = [];
  /** The strongest, in order. */
  readonly #best: number[] = [];

  constructor(count: number) {
    this.#strengths = new Float64Array(count);
  }

  /** Adds a word that stands in `count` sentences, listed in `places` from `start` on. */
  addAll(places: Int32Array, start: number, count: number, strength: number): void {
    for (let place = start; place < start + count; place++) {
      const j = places[place]!;
      if (this.#strengths[j] === 0) this.#sentences.push(j);
      this.#strengths[j]! += strength;
    }
  }

  /** Adds the strongest for Chinese sentence `zh` to the candidates; then all are forgotten. */
  moveTo(candidates: Candidate[], zh: number): void {
    for (const j of this.#sentences) this.#compare(j);
    for (const j of this.#best) candidates.push({ zh, en: j, strength: this.#strengths[j]! });
    for (const j of this.#sentences) this.#strengths[j] = 0;
    this.#sentences.length = 0;
    this.#best.length = 0;
  }

  /** Lets a sentence be among the strongest if it is; of equal ones the first. */
  #compare(j: number): void {
    const [best, strengths] = [this.#best, this.#strengths];
    let place = best.length;
    while (place > 0 && isStronger(j, best[place - 1]!, strengths)) place--;
    if (place === KEPT) return;
    best.splice(place, 0, j);
    if (best.length > KEPT) best.pop();
  }
}

function isStronger(x: number, y: number, strengths: Float64Array): boolean {
  return strengths[x]! > strengths[y]! || (strengths[x] === strengths[y] && x < y);
}

/** In how many of the sentences of a window each word stands. */
class Window {
  readonly counts: Int32Array;
  readonly #sentences: readonly Int32Array[];
  /** The last sentence with each word that has come in, and that has gone out. */
  readonly #lastIn: Int32Array;
  readonly #lastOut: Int32Array;
  #start = 0;
  #end = 0;

  constructor(sentences: readonly Int32Array[], size: number) {
    this.#sentences = sentences;
    this.counts = new Int32Array(size);
    this.#lastIn = new Int32Array(size).fill(-1);
    this.#lastOut = new Int32Array(size).fill(-1);
  }

  /** Goes on to the sentences from `start` up to, not including, `end`; neither lies before what it was. */
  move(start: number, end: number): void {
    for (; this.#end < Math.min(end, this.#sentences.length); this.#end++)
      this.#add(this.#end, 1, this.#lastIn);
    for (; this.#start < start; this.#start++) this.#add(this.#start, -1, this.#lastOut);
  }

  #add(sentence: number, sign: number, last: Int32Array): void {
    for (const word of this.#sentences[sentence]!) {
      if (last[word] === sentence) continue;
      last[word] = sentence;
      this.counts[word]! += sign;
    }
  }
}

/** Where the sentences of a word begin that lie at or behind one. */
function firstFrom({ starts, places }: SentencesByWord, word: number, sentence: number): number {
  let [start, end] = [starts[word]!, starts[word + 1]!];
  while (start < end) {
    const middle = (start + end) >> 1;
    if (places[middle]! < sentence) start = middle + 1;
    else end = middle;
  }
  return start;
}

/** The sentences in which each word stands: of word w `places` from starts[w] up to, not including, starts[w + 1]. */
interface SentencesByWord {
  readonly starts: Int32Array;
  readonly places: Int32Array;
}

function countOf({ starts }: SentencesByWord, word: number): number {
  return starts[word + 1]! - starts[word]!;
}

function sentencesByWord(sentences: readonly Int32Array[], size: number): SentencesByWord {
  const starts = new Int32Array(size + 1);
  eachOnce(sentences, size, (word) => starts[word + 1]!++);
  for (let word = 0; word < size; word++) starts[word + 1]! += starts[word]!;
  const places = new Int32Array(starts[size]!);
  const next = starts.slice(0, size);
  eachOnce(sentences, size, (word, sentence) => {
    places[next[word]!++] = sentence;
  });
  return { starts, places };
}

/** Visits each word of each sentence, but not again in the same one. */
function eachOnce(
  sentences: readonly Int32Array[],
  size: number,
  visit: (word: number, sentence: number) => void,
): void {
  const last = new Int32Array(size).fill(-1);
  sentences.forEach((words, sentence) => {
    for (const word of words) {
      if (last[word] !== sentence) visit(word, sentence);
      last[word] = sentence;
    }
  });
}
