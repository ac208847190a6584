import type { Reading } from './tokens.ts';

/** As many words as some pages hold; it matters for documents shorter than that. */
const SEEN_BEFORE = 1500;
/** The usual share of one function word among all words: from a fifteenth (`the`) to a thousandth. */
const FUNCTION_WORD_SHARE = 0.01;

/** The token keys of one language over all documents of a run, numbered in order of first appearance. */
export class Vocabulary {
  readonly keys: string[] = [];
  readonly tags: string[] = [];
  /** How often each key stands in the documents. */
  readonly counts: number[] = [];
  total = 0;
  readonly #ids = new Map<string, number>();

  /** The numbers of a sentence's tokens, in order; new keys get new numbers. */
  read(sentence: Reading): Int32Array {
    const { tokens } = sentence;
    const ids = new Int32Array(tokens.length);
    for (let k = 0; k < tokens.length; k++) {
      const { key, tag } = tokens[k]!;
      let id = this.#ids.get(key);
      if (id === undefined) {
        id = this.keys.push(key) - 1;
        this.tags.push(tag);
        this.counts.push(0);
        this.#ids.set(key, id);
      }
      this.counts[id]!++;
      ids[k] = id;
    }
    this.total += tokens.length;
    return ids;
  }

  id(key: string): number | undefined {
    return this.#ids.get(key);
  }

  /**
   * The frequency of each key in the language, by its number: its share in the documents, together with SEEN_BEFORE
   * words of other texts in which the function words have their usual share and the others none. A short document
   * alone would make all its words look frequent, and so say little.
   */
  frequencies(isFunctionWord: (key: string) => boolean): Float64Array {
    return Float64Array.from(this.counts, (count, id) => {
      const usual = isFunctionWord(this.keys[id]!) ? FUNCTION_WORD_SHARE : 0;
      return (count + SEEN_BEFORE * usual) / (this.total + SEEN_BEFORE);
    });
  }
}
