const MOST_HASHES = 1 << 16;

/** What stands in a long text, looked up by its first two characters rather than by reading the text for each string. */
export class TextIndex {
  readonly #text: string;
  /** A power of two, at least the number of pairs unless there are very many. */
  readonly #hashes: number;
  /** The places of pairs of code units with one hash: from `starts[hash]` to `starts[hash + 1]`. */
  readonly #starts: Int32Array;
  readonly #places: Int32Array;

  constructor(texts: readonly string[]) {
    const text = texts.join('\n');
    this.#text = text;
    const pairs = Math.max(0, text.length - 1);
    this.#hashes = Math.min(MOST_HASHES, 2 ** Math.ceil(Math.log2(pairs + 1)));
    const starts = new Int32Array(this.#hashes + 1);
    for (let at = 0; at < pairs; at++) starts[this.#hashAt(text, at) + 1]!++;
    for (let hash = 0; hash < this.#hashes; hash++) starts[hash + 1]! += starts[hash]!;
    this.#places = new Int32Array(pairs);
    const next = starts.slice();
    for (let at = 0; at < pairs; at++) this.#places[next[this.#hashAt(text, at)]!++] = at;
    this.#starts = starts;
  }

  /** Whether a string stands anywhere in one of the texts, be it within a word. */
  includes(string: string): boolean {
    if (string.length < 2) return this.#text.includes(string);
    const hash = this.#hashAt(string, 0);
    for (let k = this.#starts[hash]!; k < this.#starts[hash + 1]!; k++) {
      if (this.#text.startsWith(string, this.#places[k])) return true;
    }
    return false;
  }

  #hashAt(text: string, at: number): number {
    return (text.charCodeAt(at) * 40503 + text.charCodeAt(at + 1)) & (this.#hashes - 1);
  }
}
