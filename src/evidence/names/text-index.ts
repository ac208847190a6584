/** What stands in a long text, looked up by its first two characters rather than by reading the text for each string. */
export class TextIndex {
  readonly #text: string;
  /** The places of pairs of code units with one hash: from `starts[hash]` to `starts[hash + 1]`. */
  readonly #starts = new Int32Array(HASHES + 1);
  readonly #places: Int32Array;

  constructor(texts: readonly string[]) {
    const text = texts.join('\n');
    this.#text = text;
    const pairs = Math.max(0, text.length - 1);
    for (let at = 0; at < pairs; at++) this.#starts[hashAt(text, at) + 1]!++;
    for (let hash = 0; hash < HASHES; hash++) this.#starts[hash + 1]! += this.#starts[hash]!;
    this.#places = new Int32Array(pairs);
    const next = this.#starts.slice();
    for (let at = 0; at < pairs; at++) this.#places[next[hashAt(text, at)]!++] = at;
  }

  /** Whether a string stands anywhere in one of the texts, be it within a word. */
  includes(string: string): boolean {
    if (string.length < 2) return this.#text.includes(string);
    const hash = hashAt(string, 0);
    for (let k = this.#starts[hash]!; k < this.#starts[hash + 1]!; k++) {
      if (this.#text.startsWith(string, this.#places[k])) return true;
    }
    return false;
  }
}

const HASHES = 1 << 16;

function hashAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 40503 + text.charCodeAt(at + 1)) & (HASHES - 1);
}
