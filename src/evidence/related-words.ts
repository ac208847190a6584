import { renderingsOf } from '../language/english-dictionary.ts';
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
  const holders = wordsWithCharacters(zh);
  const maker = makers.enToZh;
  for (const stem of en.keys) {
    for (const [rendering, share] of renderingsOf(stem)) {
      const known = Array.from(new Set(rendering), (character) => holders.rowOf.get(character)).filter(
        (row) => row !== undefined,
      );
      for (const row of known) maker.addRow(holders.rows, row, share / known.length, zh.id(rendering));
    }
    maker.endRow(MOST_RELATED);
  }
  const rows = normalised(maker.finish());
  const back = inverted(rows, en.counts, zh.keys.length);
  return { zhToEn: strongest(makers.zhToEn, back, MOST_RELATED), enToZh: rows };
}

/** Rows by what their words have in common. */
interface Grouped {
  readonly rowOf: ReadonlyMap<string, number>;
  readonly rows: Rows;
}

/** For each character the words of the documents that have it, with their shares. */
function wordsWithCharacters(zh: Vocabulary): Grouped {
  const groups = new Groups();
  zh.keys.forEach((key, z) => {
    if (zh.tags[z] === 'value') return;
    for (const character of new Set(key)) {
      if (!isHan(character) || EMPTY_CHARACTERS.has(character)) continue;
      groups.add(character, z, Math.sqrt(zh.counts[z]!) / key.length);
    }
  });
  return groups.finish();
}

/**
 * Words with a meaning in common, by way of both dictionaries: 高兴 is `glad` in one, `glad` is 乐意 in the other, which
 * renders `willing` as well (pivots, as Bannard and Callison-Burch 2005 find paraphrases).
 */
export function relatedByMeaning(zh: Vocabulary, en: Vocabulary, makers = makersFor(zh, en)): BothWays {
  const rendered = stemsByRendering(en);
  const stepsOf = pivots(rendered);
  const maker = makers.zhToEn;
  zh.keys.forEach((key, z) => {
    if (zh.tags[z] !== 'value') {
      for (const [stem, share] of translationsOf(key)) {
        if (share < LEAST_SHARE) continue;
        for (const { row, part } of stepsOf(stem)) maker.addRow(rendered.rows, row, share * part);
      }
    }
    maker.endRow(MOST_RELATED);
  });
  const rows = normalised(maker.finish());
  const back = inverted(rows, zh.counts, en.keys.length);
  return { zhToEn: rows, enToZh: strongest(makers.enToZh, back, MOST_RELATED) };
}

/** The way from a stem of any gloss to stems of the documents: over a rendering with its share. */
interface Step {
  readonly row: number;
  readonly part: number;
}

/** The steps from a stem, looked up once for all words that mean it. */
function pivots(rendered: Grouped): (stem: string) => readonly Step[] {
  const known = new Map<string, readonly Step[]>();
  return (stem) => {
    let steps = known.get(stem);
    if (!steps) {
      steps = renderingsOf(stem).flatMap(([rendering, part]) => {
        const row = part < LEAST_SHARE ? undefined : rendered.rowOf.get(rendering);
        return row === undefined ? [] : [{ row, part }];
      });
      known.set(stem, steps);
    }
    return steps;
  };
}

/** For each Chinese word the stems of the documents that it renders. */
function stemsByRendering(en: Vocabulary): Grouped {
  const groups = new Groups();
  en.keys.forEach((stem, e) => {
    const root = Math.sqrt(en.counts[e]!);
    for (const [rendering, share] of renderingsOf(stem)) groups.add(rendering, e, share * root);
  });
  return groups.finish();
}

/** Gathers words under what they have in common; a row for each, with a total of 1. */
class Groups {
  readonly #rowOf = new Map<string, number>();
  readonly #rows: number[] = [];
  readonly #ids: number[] = [];
  readonly #weights: number[] = [];

  add(common: string, id: number, weight: number): void {
    let row = this.#rowOf.get(common);
    if (row === undefined) {
      row = this.#rowOf.size;
      this.#rowOf.set(common, row);
    }
    this.#rows.push(row);
    this.#ids.push(id);
    this.#weights.push(weight);
  }

  finish(): Grouped {
    const starts = new Int32Array(this.#rowOf.size + 1);
    for (const row of this.#rows) starts[row + 1]!++;
    for (let row = 0; row < this.#rowOf.size; row++) starts[row + 1]! += starts[row]!;
    const next = starts.slice();
    const ids = new Int32Array(this.#ids.length);
    const probabilities = new Float64Array(this.#ids.length);
    this.#rows.forEach((row, k) => {
      const place = next[row]!++;
      ids[place] = this.#ids[k]!;
      probabilities[place] = this.#weights[k]!;
    });
    return { rowOf: this.#rowOf, rows: normalised({ starts, ids, probabilities }) };
  }
}
