import { englishWords, stem } from '../language/english.ts';
import { isHan } from '../language/han.ts';
import { romanise } from '../language/pinyin.ts';
import { translationsOf } from './glosses.ts';
import type { NameLink } from './names/link.ts';
import type { Vocabulary } from './vocabulary.ts';

/** For each word number of one language the words of the other that it may become, with probabilities. */
export interface Row {
  readonly ids: Int32Array;
  readonly probabilities: Float64Array;
}

/** Translation probabilities in both directions: `zhToEn[z]` holds p(en word | z), `enToZh[e]` p(zh word | e). */
export interface Lexicon {
  readonly zhToEn: readonly Row[];
  readonly enToZh: readonly Row[];
}

/** Share of a translation that only the pinyin of an unknown word suggests. */
const NAME_SHARE = 0.5;

export type Weighted = Map<number, number>;

/** The lexicon of the dictionary and of linked names, over the words of the documents. */
export function dictionaryLexicon(zh: Vocabulary, en: Vocabulary, names: readonly NameLink[]): Lexicon {
  const linked = wordsOfNames(names);
  const zhToEn = zh.keys.map((key, z) => {
    const row = translations(key, zh.tags[z] ?? '', en);
    for (const [word, share] of linked.get(key) ?? []) add(row, en.id(word), share);
    return atMostOne(row);
  });
  return { zhToEn: zhToEn.map(toRow), enToZh: inverted(zhToEn, zh, en).map(toRow) };
}

/** The stems of the English forms of each Chinese one; their shares add up to 1. */
function wordsOfNames(names: readonly NameLink[]): Map<string, Map<string, number>> {
  const linked = new Map<string, Map<string, number>>();
  for (const [zh, forms] of groupedByChinese(names)) {
    const shares = new Map<string, number>();
    for (const form of forms) {
      const words = englishWords(form);
      for (const word of words) {
        shares.set(word.stem, (shares.get(word.stem) ?? 0) + 1 / (words.length * forms.size));
      }
    }
    linked.set(zh, shares);
  }
  return linked;
}

function groupedByChinese(names: readonly NameLink[]): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { zh, en } of names) groups.set(zh, (groups.get(zh) ?? new Set()).add(en));
  return groups;
}

function translations(key: string, tag: string, en: Vocabulary): Weighted {
  const row: Weighted = new Map();
  const same = en.id(key);
  if (same !== undefined) row.set(same, 1);
  if (tag === 'value') return row;
  for (const [translation, share] of translationsOf(key)) add(row, en.id(translation), share);
  if (row.size === 0 || tag.startsWith('nr')) {
    for (const spelling of nameSpellings(key)) add(row, en.id(stem(spelling)), NAME_SHARE);
  }
  return row;
}

function add(row: Weighted, id: number | undefined, share: number): void {
  if (id !== undefined) row.set(id, (row.get(id) ?? 0) + share);
}

/** A name may be known twice, from the dictionary and by its sound; together that is still one certainty. */
function atMostOne(row: Weighted): Weighted {
  let total = 0;
  for (const share of row.values()) total += share;
  if (total > 1) for (const [id, share] of row) row.set(id, share / total);
  return row;
}

/** What a name may be written as in pinyin: 谢锋 as `xiefeng`, `xie` and `feng`, 陈清扬 as `chen` and `qingyang`. */
function nameSpellings(key: string): Set<string> {
  const characters = Array.from(key);
  if (characters.length > 4 || !characters.every(isHan)) return new Set();
  const pieces = characters.length < 2 ? [key] : [key, characters[0]!, characters.slice(1).join('')];
  return new Set(pieces.flatMap((piece) => romanise(piece)).filter((spelling) => spelling.length > 1));
}

/** p(z | e) in proportion to p(e | z) and to the root of how often z stands in the documents. */
function inverted(zhToEn: readonly Weighted[], zh: Vocabulary, en: Vocabulary): Weighted[] {
  const rows: Weighted[] = en.keys.map(() => new Map());
  zhToEn.forEach((row, z) => {
    for (const [e, p] of row) rows[e]!.set(z, p * Math.sqrt(zh.counts[z]!));
  });
  for (const row of rows) {
    let total = 0;
    for (const weight of row.values()) total += weight;
    for (const [z, weight] of row) row.set(z, weight / total);
  }
  return rows;
}

export function toRow(row: Weighted): Row {
  return { ids: Int32Array.from(row.keys()), probabilities: Float64Array.from(row.values()) };
}
