import { englishWords, stem } from '../language/english.ts';
import { renderingsOf } from '../language/english-dictionary.ts';
import { isHan } from '../language/han.ts';
import { romanise } from '../language/pinyin.ts';
import { translationsOf } from './glosses.ts';
import type { NameLink } from './names/link.ts';
import {
  type BothWays,
  type Makers,
  makersFor,
  relatedByCharacters,
  relatedByMeaning,
} from './related-words.ts';
import { atMostOne, inverted, normalised, type Row, type Rows, type RowsMaker, viewsOf } from './rows.ts';
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
  const isCertain = zh.keys.map((key, z) => zh.tags[z] === 'value' || linked.has(key));
  const makers = makersFor(zh, en);
  const [chinese, english] = [fromChinese(zh, en, linked, makers.zhToEn), fromEnglish(zh, en, makers.enToZh)];
  let lexicon = together(makers, chinese, english, ENGLISH_DICTIONARY, isCertain, 1);
  lexicon = together(makers, lexicon, relatedByCharacters(zh, en, makers), RELATED_BY_CHARACTERS, isCertain);
  lexicon = together(makers, lexicon, relatedByMeaning(zh, en, makers), RELATED_BY_MEANING, isCertain);
  return { zhToEn: viewsOf(lexicon.zhToEn), enToZh: viewsOf(lexicon.enToZh) };
}

/**
 * Mixes the rows of two sources, `share` of the second with the rest of the first, but for Chinese words whose translation
 * is certain: those stay as they are in the first. `shareAlone` is that of the second where the first knows nothing.
 */
function together(
  makers: Makers,
  first: BothWays,
  second: BothWays,
  share: number,
  isCertain: readonly boolean[],
  shareAlone = share,
): BothWays {
  const shares = { share, shareAlone };
  return {
    zhToEn: mixed(makers.zhToEn, first.zhToEn, second.zhToEn, shares, isCertain),
    enToZh: mixed(makers.enToZh, first.enToZh, second.enToZh, shares),
  };
}

function mixed(
  maker: RowsMaker,
  first: Rows,
  second: Rows,
  { share, shareAlone }: { readonly share: number; readonly shareAlone: number },
  isCertain?: readonly boolean[],
): Rows {
  for (let row = 0; row + 1 < first.starts.length; row++) {
    const ofSecond = isEmpty(first, row) ? shareAlone : share;
    if (isCertain?.[row] || isEmpty(second, row)) maker.addRow(first, row, 1);
    else {
      maker.addRow(first, row, 1 - ofSecond);
      maker.addRow(second, row, ofSecond);
    }
    maker.endRow();
  }
  return maker.finish();
}

function isEmpty({ starts }: Rows, row: number): boolean {
  return starts[row] === starts[row + 1];
}

/** What CC-CEDICT says of the Chinese words, and the names. */
function fromChinese(
  zh: Vocabulary,
  en: Vocabulary,
  linked: ReadonlyMap<string, ReadonlyMap<string, number>>,
  maker: RowsMaker,
): BothWays {
  for (const [z, key] of zh.keys.entries()) {
    addTranslations(maker, key, zh.tags[z] ?? '', en);
    for (const [word, share] of linked.get(key) ?? []) maker.add(en.id(word), share);
    maker.endRow();
  }
  // A name may be known twice, from the dictionary and by its sound; together that is still one certainty.
  const zhToEn = atMostOne(maker.finish());
  return { zhToEn, enToZh: inverted(zhToEn, zh.counts, en.keys.length) };
}

/** What ECDICT says of the English words. */
function fromEnglish(zh: Vocabulary, en: Vocabulary, maker: RowsMaker): BothWays {
  for (const stem of en.keys) {
    const { words, shares } = renderingsOf(stem);
    for (let k = 0; k < words.length; k++) maker.add(zh.id(words[k]!), shares[k]!);
    maker.endRow();
  }
  const enToZh = maker.finish();
  return { zhToEn: inverted(enToZh, en.counts, zh.keys.length), enToZh: normalised(enToZh) };
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

function addTranslations(row: RowsMaker, key: string, tag: string, en: Vocabulary): void {
  row.add(en.id(key), 1);
  if (tag === 'value') return;
  for (const [translation, share] of translationsOf(key)) row.add(en.id(translation), share);
  if (row.size === 0 || tag.startsWith('nr')) {
    for (const spelling of nameSpellings(key)) row.add(en.id(stem(spelling)), NAME_SHARE);
  }
}

/** What a name may be written as in pinyin: 谢锋 as `xiefeng`, `xie` and `feng`, 陈清扬 as `chen` and `qingyang`. */
function nameSpellings(key: string): Set<string> {
  const characters = Array.from(key);
  if (characters.length > 4 || !characters.every(isHan)) return new Set();
  const pieces = characters.length < 2 ? [key] : [key, characters[0]!, characters.slice(1).join('')];
  return new Set(pieces.flatMap((piece) => romanise(piece)).filter((spelling) => spelling.length > 1));
}
