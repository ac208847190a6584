import { isHan } from '../../language/han.ts';
import { spellingsOf } from '../../language/spellings.ts';
import type { Reading } from '../tokens.ts';
import type { Place } from './link.ts';

/** Chinese characters that spell something in Latin letters. */
export interface Spelled {
  readonly reading: Reading;
  readonly place: Place;
}

/** No syllable has more letters. */
const LONGEST_SYLLABLE = 6;

/**
 * For each of some spellings (letters a to z) where two or more characters in a row have it; of several ends at a place the
 * first. All of them are looked for in one pass over the sentences. Those that begin with the shortest syllable come
 * first, then those of the character that stands first in the sentences.
 */
export function placesSpelled(
  readings: readonly Reading[],
  spellings: Iterable<string>,
): ReadonlyMap<string, readonly Spelled[]> {
  const trie = new SpellingTrie([...spellings]);
  const begins = new Map<string, { readonly nodes: readonly number[]; readonly rank: number }>();
  const found = new Map<string, (Spelled & { readonly syllable: number; readonly rank: number })[]>();
  for (const reading of readings) {
    const { key } = reading;
    for (let at = 0; at < key.length; at++) {
      const first = key[at]!;
      let begin = begins.get(first);
      if (!begin) {
        begin = { nodes: trie.steps([0], first), rank: begins.size };
        begins.set(first, begin);
      }
      if (begin.nodes.length === 0) continue;
      for (const { spelling, end } of trie.spellingsFrom(begin.nodes, key, at)) {
        const syllable = lengthOfFirst(first, spelling);
        if (syllable > LONGEST_SYLLABLE) continue;
        const list = found.get(spelling) ?? [];
        list.push({ reading, place: [at, end], syllable, rank: begin.rank });
        found.set(spelling, list);
      }
    }
  }
  for (const list of found.values()) list.sort((x, y) => x.syllable - y.syllable || x.rank - y.rank);
  return found;
}

function lengthOfFirst(character: string, spelling: string): number {
  const lengths = spellingsOf(character).filter((syllable) => spelling.startsWith(syllable));
  return Math.min(...lengths.map((syllable) => syllable.length));
}

const LETTERS = 26;
const FIRST_LETTER = 97;

/** Spellings by their letters. */
class SpellingTrie {
  readonly #spellings: readonly string[];
  /** The nodes that the letters lead to, 26 for each node; 0 where they lead nowhere. */
  readonly #children: Int32Array;
  /** The number of the spelling that ends at a node, plus one. */
  readonly #ends: Int32Array;
  /** The syllables of a character that may stand in a name. */
  readonly #syllables = new Map<string, readonly string[]>();

  constructor(spellings: readonly string[]) {
    this.#spellings = spellings;
    const most = 1 + spellings.reduce((sum, spelling) => sum + spelling.length, 0);
    this.#children = new Int32Array(most * LETTERS);
    this.#ends = new Int32Array(most);
    let size = 1;
    spellings.forEach((spelling, k) => {
      let node = 0;
      for (let at = 0; at < spelling.length; at++) {
        const place = node * LETTERS + spelling.charCodeAt(at) - FIRST_LETTER;
        if (this.#children[place] === 0) this.#children[place] = size++;
        node = this.#children[place]!;
      }
      this.#ends[node] = k + 1;
    });
  }

  /** The nodes to which one more character leads, each once. */
  steps(nodes: readonly number[], character: string): number[] {
    const next: number[] = [];
    for (const syllable of this.#syllablesOf(character)) {
      for (const from of nodes) {
        let node = from;
        let at = 0;
        do node = this.#children[node * LETTERS + syllable.charCodeAt(at++) - FIRST_LETTER]!;
        while (node !== 0 && at < syllable.length);
        if (node !== 0 && !next.includes(node)) next.push(node);
      }
    }
    return next;
  }

  /** The spellings of two or more characters from a place on, given the nodes to which the first one leads. */
  spellingsFrom(begin: readonly number[], text: string, at: number): { spelling: string; end: number }[] {
    const found: { spelling: string; end: number }[] = [];
    const ended: number[] = [];
    let nodes = begin;
    for (let end = at + 1; nodes.length > 0; end++) {
      for (const node of nodes) {
        const number = this.#ends[node]!;
        if (number === 0 || ended.includes(number)) continue;
        ended.push(number);
        if (end > at + 1) found.push({ spelling: this.#spellings[number - 1]!, end });
      }
      if (end === text.length) break;
      nodes = this.steps(nodes, text[end]!);
    }
    return found;
  }

  #syllablesOf(character: string): readonly string[] {
    let syllables = this.#syllables.get(character);
    if (!syllables) {
      const isPlain = (syllable: string) => /^[a-z]+$/.test(syllable);
      syllables = isHan(character) ? spellingsOf(character).filter(isPlain) : [];
      this.#syllables.set(character, syllables);
    }
    return syllables;
  }
}
