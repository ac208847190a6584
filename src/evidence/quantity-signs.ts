/** Something that stands in a text: one of these characters, or a word of the letters A to Z that the pattern matches. */
export type Sign = string | RegExp;

/** What must stand in a text for it to hold a quantity of some kind: all signs of one of these lists. */
export type Needs = readonly (readonly Sign[])[];

const CHARACTERS = 0x10000;
/** Bits of a whole number. */
const MOST_SIGNS = 31;

/**
 * Tells at a glance which kinds of quantities a text cannot hold: reading it once costs less than a single search with one
 * of their patterns.
 */
export class SignReader {
  readonly #bits = new Map<string, number>();
  readonly #ofCharacter = new Int32Array(CHARACTERS);
  readonly #words: { readonly pattern: RegExp; readonly bit: number }[] = [];
  readonly #ofWord = new Map<string, number>();

  /** A test for these needs, to be put to what `read` gives. */
  testOf(needs: Needs): (signs: number) => boolean {
    const masks = needs.map((signs) => signs.reduce((mask, sign) => mask | this.#bitOf(sign), 0));
    return (signs) => masks.some((mask) => (signs & mask) === mask);
  }

  /** The signs that stand in a text, for the tests made before. */
  read(text: string): number {
    let signs = 0;
    let start = -1;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      signs |= this.#ofCharacter[code]!;
      if (this.#words.length === 0) continue;
      if (isLatin(code)) {
        if (start < 0) start = at;
      } else if (start >= 0) {
        signs |= this.#signsOfWord(text.slice(start, at));
        start = -1;
      }
    }
    return start < 0 ? signs : signs | this.#signsOfWord(text.slice(start));
  }

  #bitOf(sign: Sign): number {
    const id = typeof sign === 'string' ? sign : `${sign}`;
    const known = this.#bits.get(id);
    if (known !== undefined) return known;
    if (this.#bits.size === MOST_SIGNS) throw new RangeError(`more than ${MOST_SIGNS} signs`);
    const bit = 1 << this.#bits.size;
    this.#bits.set(id, bit);
    if (typeof sign === 'string') for (const c of sign) this.#ofCharacter[c.charCodeAt(0)]! |= bit;
    else this.#words.push({ pattern: sign, bit });
    return bit;
  }

  #signsOfWord(word: string): number {
    let signs = this.#ofWord.get(word);
    if (signs === undefined) {
      signs = this.#words.reduce((all, { pattern, bit }) => (pattern.test(word) ? all | bit : all), 0);
      this.#ofWord.set(word, signs);
    }
    return signs;
  }
}

function isLatin(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
