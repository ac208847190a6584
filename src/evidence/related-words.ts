import { type Renderings, renderingCount, renderingsOf } from '../language/english-dictionary.ts';
import { isHan } from '../language/han.ts';
import { translationsOf } from './glosses.ts';
import { inverted, normalised, type Rows, RowsMaker, strongest } from './rows.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Rows of both directions, by word number. */
export interface BothWays {
  readonly zhToEn: Rows;
  readonly enToZh: Rows;
}

/** Makes rows of both directions. */
export interface Makers {
  readonly zhToEn: RowsMaker;
  readonly enToZh: RowsMaker;
}

export function makersFor(zh: Vocabulary, en: Vocabulary): Makers {
  return { zhToEn: new RowsMaker(en.keys.length), enToZh: new RowsMaker(zh.keys.length) };
}

/** So many relations of a word are kept. */
const MOST_RELATED = 30;
/** Characters that many words have and that say nothing of their meaning. */
const EMPTY_CHARACTERS = new Set('的了是在不一地得着使人子头性者物');
/** Meanings and renderings with a smaller share lead astray, and following them all would take long. */
const LEAST_SHARE = 0.03;

/**
 * Words that share characters with what the English dictionary says: `scowl` is 怒视 there, and 怒容 is like it.
 * p(zh word | en word): over its renderings, their characters, and the words of the documents with these characters.
 */
export function relatedByCharacters(zh: Vocabulary, en: Vocabulary, makers = makersFor(zh, en)): BothWays {
  const { rowOf, rows: holders } = wordsWithCharacters(zh);
  const maker = makers.enToZh;
  const known: number[] = [];
  for (const stem of en.keys) {
    const { words, shares, numbers } = renderingsOf(stem);
    for (let k = 0; k < words.length; k++) {
      known.length = 0;
      for (const character of charactersOf(words[k]!, numbers[k]!)) {
        const row = character < rowOf.length ? rowOf[character]! : -1;
        if (row >= 0) known.push(row);
      }
      if (known.length === 0) continue;
      const itself = zh.id(words[k]!);
      for (const row of known) maker.addRow(holders, row, shares[k]! / known.length, itself);
    }
    maker.endRow(MOST_RELATED);
  }
  const rows = normalised(maker.finish());
  const back = inverted(rows, en.counts, zh.keys.length);
  return { zhToEn: strongest(makers.zhToEn, back, MOST_RELATED), enToZh: rows };
}

/** For each character, by its number, the row with the words of the documents that have it, with their shares; -1 for none. */
function wordsWithCharacters(zh: Vocabulary): { readonly rowOf: Int32Array; readonly rows: Rows } {
  const charactersOfWords = zh.keys.map((key, z) => (zh.tags[z] === 'value' ? [] : tellingCharacters(key)));
  const rowOf = new Int32Array(characterNumbers.size).fill(-1);
  const groups = new Groups();
  let rows = 0;
  for (let z = 0; z < charactersOfWords.length; z++) {
    const share = Math.sqrt(zh.counts[z]!) / zh.keys[z]!.length;
    for (const character of charactersOfWords[z]!) {
      if (rowOf[character]! < 0) rowOf[character] = rows++;
      groups.add(rowOf[character]!, z, share);
    }
  }
  return { rowOf, rows: groups.finish() };
}

/** Each character that has stood in a word, from 0 on. */
const characterNumbers = new Map<string, number>();
/** The telling characters of a rendering, by its number. */
const charactersOfRenderings: (readonly number[])[] = [];

function charactersOf(rendering: string, number: number): readonly number[] {
  charactersOfRenderings[number] ??= tellingCharacters(rendering);
  return charactersOfRenderings[number];
}

/** The Chinese characters of a word that say something of its meaning, each once, by their numbers. */
function tellingCharacters(word: string): number[] {
  const numbers: number[] = [];
  for (const character of word) {
    if (!isHan(character) || EMPTY_CHARACTERS.has(character)) continue;
    const number = characterNumbers.get(character) ?? characterNumbers.size;
    characterNumbers.set(character, number);
    if (!numbers.includes(number)) numbers.push(number);
  }
  return numbers;
}

/**
 * Words with a meaning in common, by way of both dictionaries: 高兴 is `glad` in one, `glad` is 乐意 in the other, which
 * renders `willing` as well (pivots, as Bannard and Callison-Burch 2005 find paraphrases).
 */
export function relatedByMeaning(zh: Vocabulary, en: Vocabulary, makers = makersFor(zh, en)): BothWays {
  const { rowOf, rows: rendered } = stemsByRendering(en);
  const maker = makers.zhToEn;
  for (let z = 0; z < zh.keys.length; z++) {
    const pivots = zh.tags[z] === 'value' ? [] : pivotsOf(zh.keys[z]!);
    for (const pivot of pivots) addPivot(maker, pivot, rowOf, rendered);
    maker.endRow(MOST_RELATED);
  }
  const rows = normalised(maker.finish());
  const back = inverted(rows, zh.counts, en.keys.length);
  return { zhToEn: rows, enToZh: strongest(makers.enToZh, back, MOST_RELATED) };
}

/** Adds the stems that have renderings in common with a pivot. */
function addPivot(
  maker: RowsMaker,
  { renderings: { shares, numbers }, share }: Pivot,
  rowOf: Int32Array,
  rendered: Rows,
): void {
  for (let k = 0; k < numbers.length && shares[k]! >= LEAST_SHARE; k++) {
    const number = numbers[k]!;
    const row = number < rowOf.length ? rowOf[number]! : -1;
    if (row >= 0) maker.addRow(rendered, row, share * shares[k]!);
  }
}

/** What renders a stem that a Chinese word may become, and the share of that stem. */
interface Pivot {
  readonly renderings: Renderings;
  readonly share: number;
}

/** So many words are remembered: more than a novel has. */
const MOST_KNOWN = 50_000;
const known = new Map<string, readonly Pivot[]>();

/** The pivots of a Chinese word. They do not go by the documents, of which a process may read many. */
function pivotsOf(key: string): readonly Pivot[] {
  let pivots = known.get(key);
  if (!pivots) {
    pivots = [...translationsOf(key)]
      .map(([stem, share]) => ({ renderings: renderingsOf(stem), share }))
      .filter(({ renderings, share }) => share >= LEAST_SHARE && renderings.words.length > 0);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, pivots);
  }
  return pivots;
}

/** For each Chinese word, by its number, the row with the stems of the documents that it renders; -1 for none. */
function stemsByRendering(en: Vocabulary): { readonly rowOf: Int32Array; readonly rows: Rows } {
  const renderings = en.keys.map(renderingsOf);
  const rowOf = new Int32Array(renderingCount()).fill(-1);
  const groups = new Groups();
  let rows = 0;
  for (let e = 0; e < renderings.length; e++) {
    const { shares, numbers } = renderings[e]!;
    const root = Math.sqrt(en.counts[e]!);
    for (let k = 0; k < numbers.length; k++) {
      const number = numbers[k]!;
      if (rowOf[number]! < 0) rowOf[number] = rows++;
      groups.add(rowOf[number]!, e, shares[k]! * root);
    }
  }
  return { rowOf, rows: groups.finish() };
}

/** Gathers words under what they have in common, which has a row each, with a total of 1. */
class Groups {
  #size = 0;
  readonly #rows: number[] = [];
  readonly #ids: number[] = [];
  readonly #weights: number[] = [];

  add(row: number, id: number, weight: number): void {
    this.#size = Math.max(this.#size, row + 1);
    this.#rows.push(row);
    this.#ids.push(id);
    this.#weights.push(weight);
  }

  finish(): Rows {
    const starts = new Int32Array(this.#size + 1);
    for (let k = 0; k < this.#rows.length; k++) starts[this.#rows[k]! + 1]!++;
    for (let row = 0; row < this.#size; row++) starts[row + 1]! += starts[row]!;
    const next = starts.slice();
    const ids = new Int32Array(this.#ids.length);
    const probabilities = new Float64Array(this.#ids.length);
    for (let k = 0; k < this.#rows.length; k++) {
      const place = next[this.#rows[k]!]!++;
      ids[place] = this.#ids[k]!;
      probabilities[place] = this.#weights[k]!;
    }
    return normalised({ starts, ids, probabilities });
  }
}
