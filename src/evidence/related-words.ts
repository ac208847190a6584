import { type Rendering, renderingCount, renderingsOf } from '../language/english-dictionary.ts';
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

/** The characters of a rendering, each once, by its number. */
const charactersOf: (readonly string[])[] = [];

/**
 * Words that share characters with what the English dictionary says: `scowl` is 怒视 there, and 怒容 is like it.
 * p(zh word | en word): over its renderings, their characters, and the words of the documents with these characters.
 */
export function relatedByCharacters(zh: Vocabulary, en: Vocabulary, makers = makersFor(zh, en)): BothWays {
  const { rowOf, rows: holders } = wordsWithCharacters(zh);
  const maker = makers.enToZh;
  const known: number[] = [];
  for (const stem of en.keys) {
    for (const [rendering, share, number] of renderingsOf(stem)) {
      charactersOf[number] ??= [...new Set(rendering)];
      known.length = 0;
      for (const character of charactersOf[number]) {
        const row = rowOf.get(character);
        if (row !== undefined) known.push(row);
      }
      if (known.length === 0) continue;
      const itself = zh.id(rendering);
      for (const row of known) maker.addRow(holders, row, share / known.length, itself);
    }
    maker.endRow(MOST_RELATED);
  }
  const rows = normalised(maker.finish());
  const back = inverted(rows, en.counts, zh.keys.length);
  return { zhToEn: strongest(makers.zhToEn, back, MOST_RELATED), enToZh: rows };
}

/** For each character the words of the documents that have it, with their shares. */
function wordsWithCharacters(zh: Vocabulary): {
  readonly rowOf: ReadonlyMap<string, number>;
  readonly rows: Rows;
} {
  const rowOf = new Map<string, number>();
  const groups = new Groups();
  for (const [z, key] of zh.keys.entries()) {
    if (zh.tags[z] === 'value') continue;
    for (const character of new Set(key)) {
      if (!isHan(character) || EMPTY_CHARACTERS.has(character)) continue;
      const row = rowOf.get(character) ?? rowOf.size;
      rowOf.set(character, row);
      groups.add(row, z, Math.sqrt(zh.counts[z]!) / key.length);
    }
  }
  return { rowOf, rows: groups.finish() };
}

/**
 * Words with a meaning in common, by way of both dictionaries: 高兴 is `glad` in one, `glad` is 乐意 in the other, which
 * renders `willing` as well (pivots, as Bannard and Callison-Burch 2005 find paraphrases).
 */
export function relatedByMeaning(zh: Vocabulary, en: Vocabulary, makers = makersFor(zh, en)): BothWays {
  const { rowOf, rows: rendered } = stemsByRendering(en);
  const maker = makers.zhToEn;
  for (const [z, key] of zh.keys.entries()) {
    for (const { renderings, share } of zh.tags[z] === 'value' ? [] : pivotsOf(key)) {
      for (const [, part, number] of renderings) {
        if (part < LEAST_SHARE) break;
        const row = rowOf[number] ?? -1;
        if (row >= 0) maker.addRow(rendered, row, share * part);
      }
    }
    maker.endRow(MOST_RELATED);
  }
  const rows = normalised(maker.finish());
  const back = inverted(rows, zh.counts, en.keys.length);
  return { zhToEn: rows, enToZh: strongest(makers.enToZh, back, MOST_RELATED) };
}

/** What renders a stem that a Chinese word may become, the likeliest first, and the share of that stem. */
interface Pivot {
  readonly renderings: readonly Rendering[];
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
      .filter(({ renderings, share }) => share >= LEAST_SHARE && renderings.length > 0);
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
  for (const [e, ofStem] of renderings.entries()) {
    const root = Math.sqrt(en.counts[e]!);
    for (const [, share, number] of ofStem) {
      if (rowOf[number]! < 0) rowOf[number] = rows++;
      groups.add(rowOf[number]!, e, share * root);
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
    for (const row of this.#rows) starts[row + 1]!++;
    for (let row = 0; row < this.#size; row++) starts[row + 1]! += starts[row]!;
    const next = starts.slice();
    const ids = new Int32Array(this.#ids.length);
    const probabilities = new Float64Array(this.#ids.length);
    for (const [k, row] of this.#rows.entries()) {
      const place = next[row]!++;
      ids[place] = this.#ids[k]!;
      probabilities[place] = this.#weights[k]!;
    }
    return normalised({ starts, ids, probabilities });
  }
}
