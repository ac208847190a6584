/** What a model is to be tested with, and so may not be trained on. */

import { hashOf, Seen } from '../seen.ts';
import { folded } from './fold.ts';

/** Shorter sentences (`Thank you.`) stand in any test set and tell nothing; of them only the same pair is an overlap. In folded letters. */
const SHORTEST = { zh: 6, en: 18 };

/** Folded like near duplicates; only hashes are kept, 12 bytes of 16 to 32 a sentence. */
export class TestSet {
  readonly #seen = new Seen();

  /** A pair of the test set; a side that is not known may be empty. */
  addPair(zh: string, en: string): void {
    const [zhKey, enKey] = [folded(zh), folded(en)];
    if (zhKey.length >= SHORTEST.zh) this.#seen.add(hashOf(zhKey));
    if (enKey.length >= SHORTEST.en) this.#seen.add(hashOf(enKey));
    if (zhKey && enKey) this.#seen.add(hashOf(zhKey, enKey));
  }

  /** A sentence in either language, of which the translation is not known. */
  addSentence(text: string): void {
    const isChinese = /\p{Script=Han}/u.test(text);
    this.addPair(isChinese ? text : '', isChinese ? '' : text);
  }

  get isEmpty(): boolean {
    return this.#seen.size === 0;
  }

  has(zhKey: string, enKey: string): boolean {
    return (
      this.#seen.get(hashOf(zhKey)) !== undefined ||
      this.#seen.get(hashOf(enKey)) !== undefined ||
      this.#seen.get(hashOf(zhKey, enKey)) !== undefined
    );
  }
}
