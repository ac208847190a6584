import { englishWords, stem } from '../language/english.ts';
import { renderingsOf } from '../language/english-dictionary.ts';
import { isHan } from '../language/han.ts';
import { romanise } from '../language/pinyin.ts';
import { translationsOf } from './glosses.ts';
import type { NameLink } from './names/link.ts';
import { type BothWays, relatedByCharacters, relatedByMeaning } from './related-words.ts';
import { add, atMostOne, inverted, mixed, normalised, type Row, toRow, type Weighted } from './rows.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Translation probabilities in both directions: `zhToEn[z]` holds p(en word | z), `enToZh[e]` p(zh word | e). */
export interface Lexicon {
  readonly zhToEn: readonly Row[];
  readonly enToZh: readonly Row[];
}

/** Share of a translation that only the pinyin of an unknown word suggests. */
const NAME_SHARE = 0.5;

/** Share of ECDICT in a row that both dictionaries know something of; .3, .5 and .7 did not differ. */
const ENGLISH_DICTIONARY = 0.5;
/**
 * Shares given to words that are merely related. Cross-validated, they took the surprise at the gold path of nine sets
 * from .135 to .131 nats a bead; .1 and .2 did not differ.
 */
const RELATED_BY_CHARACTERS = 0.2;
const RELATED_BY_MEANING = 0.1;

/** The lexicon of the dictionaries and of linked names, over the words of the documents. */
export function dictionaryLexicon(zh: Vocabulary, en: Vocabulary, names: readonly NameLink[]): Lexicon {
  const linked = wordsOfNames(names);
  const isCertain = (z: number) => zh.tags[z] === 'value' || linked.has(zh.keys[z]!);
  let lexicon = together(
    fromChinese(zh, en, linked),
    fromEnglish(zh, en),
    (first, second) => (first.size && second.size ? ENGLISH_DICTIONARY : Number(!first.size)),
    isCertain,
  );
  lexicon = together(lexicon, relatedByCharacters(zh, en), () => RELATED_BY_CHARACTERS, isCertain);
  lexicon = together(lexicon, relatedByMeaning(zh, en), () => RELATED_BY_MEANING, isCertain);
  return { zhToEn: lexicon.zhToEn.map(toRow), enToZh: lexicon.enToZh.map(toRow) };
}

/** Mixes the rows of two sources, but for Chinese words whose translation is certain: those stay as they are in the first. */
function together(
  first: BothWays,
  second: BothWays,
  shareOfSecond: (first: Weighted, second: Weighted) => number,
  isCertain: (z: number) => boolean,
): BothWays {
  const mix = (x: Weighted, y: Weighted) => (y.size ? mixed(x, y, shareOfSecond(x, y)) : x);
  return {
    zhToEn: first.zhToEn.map((row, z) => (isCertain(z) ? row : mix(row, second.zhToEn[z]!))),
    enToZh: first.enToZh.map((row, e) => mix(row, second.enToZh[e]!)),
  };
}

/** What CC-CEDICT says of the Chinese words, and the names. */
function fromChinese(
  zh: Vocabulary,
  en: Vocabulary,
  linked: ReadonlyMap<string, ReadonlyMap<string, number>>,
): BothWays {
  const zhToEn = zh.keys.map((key, z) => {
    const row = translations(key, zh.tags[z] ?? '', en);
    for (const [word, share] of linked.get(key) ?? []) add(row, en.id(word), share);
    // A name may be known twice, from the dictionary and by its sound; together that is still one certainty.
    return atMostOne(row);
  });
  return { zhToEn, enToZh: inverted(zhToEn, zh.counts, en.keys.length) };
}

/** What ECDICT says of the English words. */
function fromEnglish(zh: Vocabulary, en: Vocabulary): BothWays {
  const enToZh = en.keys.map((stem) => {
    const row: Weighted = new Map();
    for (const [rendering, share] of renderingsOf(stem)) add(row, zh.id(rendering), share);
    return row;
  });
  return { zhToEn: inverted(enToZh, en.counts, zh.keys.length), enToZh: enToZh.map(normalised) };
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

/** What a name may be written as in pinyin: 谢锋 as `xiefeng`, `xie` and `feng`, 陈清扬 as `chen` and `qingyang`. */
function nameSpellings(key: string): Set<string> {
  const characters = Array.from(key);
  if (characters.length > 4 || !characters.every(isHan)) return new Set();
  const pieces = characters.length < 2 ? [key] : [key, characters[0]!, characters.slice(1).join('')];
  return new Set(pieces.flatMap((piece) => romanise(piece)).filter((spelling) => spelling.length > 1));
}
