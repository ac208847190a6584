import type { Reading } from './tokens.ts';

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
    return Int32Array.from(sentence.tokens, ({ key, tag }) => {
      let id = this.#ids.get(key);
      if (id === undefined) {
        id = this.keys.push(key) - 1;
        this.tags.push(tag);
        this.counts.push(0);
        this.#ids.set(key, id);
      }
      this.counts[id]!++;
      this.total++;
      return id;
    });
  }

  id(key: string): number | undefined {
    return this.#ids.get(key);
  }

  /** The share of each key among all tokens of the documents, by its number. */
  frequencies(): Float64Array {
    return Float64Array.from(this.counts, (count) => count / this.total);
  }
}
