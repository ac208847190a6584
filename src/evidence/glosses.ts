import { type DictionaryEntry, lookUp } from '../language/dictionary.ts';
import { englishWords, isFunctionStem } from '../language/english.ts';

/** English stems that a Chinese word may become, each with its share; the shares add up to 1. */
export type Translations = ReadonlyMap<string, number>;

/** Grammar and cross-references of CC-CEDICT that are no translation. */
const REMARK =
  /^(?:CL:|variant of|old variant|also written|see |see also|used in |also pr\.|Taiwan pr\.|Kangxi radical|\(?bound form\)?$|classifier for)/;
const BRACKETED = /\([^()]*\)|\[[^\]]*\]/g;
/** What stands in glosses but is no part of the meaning. */
const FILLER = /\b(?:surname|abbr\. for|lit\.|fig\.|sb|sth|one's|etc|esp\.|e\.g\.|i\.e\.)(?=\s|$)/g;

const NONE: Translations = new Map();
const known = new Map<string, Translations>();

/**
 * What CC-CEDICT lets a Simplified word become. Longer glosses speak less for each of their words, by the
 * root of their length; later readings and senses count as much as the first, for CC-CEDICT does not order
 * them by use. A word that the dictionary lacks is taken apart into the longest words that it has.
 */
export function translationsOf(word: string): Translations {
  let translations = known.get(word);
  if (!translations) {
    const entries = lookUp(word);
    translations = entries.length ? fromGlosses(entries) : fromSubwords(word);
    known.set(word, translations);
  }
  return translations;
}

function fromGlosses(entries: readonly DictionaryEntry[]): Translations {
  const shares = new Map<string, number>();
  for (const entry of entries) {
    for (const gloss of entry.glosses) {
      if (REMARK.test(gloss)) continue;
      for (const meaning of gloss.replace(BRACKETED, ' ').replace(FILLER, ' ').split(/[;,/]/)) {
        const stems = contentStems(meaning);
        for (const stem of stems) shares.set(stem, (shares.get(stem) ?? 0) + 1 / Math.sqrt(stems.length));
      }
    }
  }
  return normalised(shares);
}

/** The stems of a meaning, without function words unless there is nothing else. */
function contentStems(meaning: string): string[] {
  const stems = englishWords(meaning).map((word) => word.stem);
  const content = stems.filter((stem) => !isFunctionStem(stem));
  return content.length ? content : stems;
}

function fromSubwords(word: string): Translations {
  const parts = subwords(word);
  if (parts.length < 2) return NONE;
  const shares = new Map<string, number>();
  for (const part of parts) {
    for (const [stem, share] of translationsOf(part)) {
      shares.set(stem, (shares.get(stem) ?? 0) + (share * part.length) / word.length);
    }
  }
  return normalised(shares);
}

/** Headwords of more characters are whole proverbs. It bounds the work for a word without spaces, such as a URL. */
const LONGEST_HEADWORD = 12;

/** The word cut from the left into the longest words that the dictionary has, single characters at last. */
export function subwords(word: string): string[] {
  const characters = Array.from(word);
  const parts: string[] = [];
  for (let at = 0; at < characters.length; ) {
    const rest = characters.length - at;
    let length = Math.min(at === 0 ? rest - 1 : rest, LONGEST_HEADWORD);
    while (length > 1 && !lookUp(characters.slice(at, at + length).join('')).length) length--;
    parts.push(characters.slice(at, at + Math.max(1, length)).join(''));
    at += Math.max(1, length);
  }
  return parts;
}

function normalised(shares: Map<string, number>): Translations {
  let total = 0;
  for (const share of shares.values()) total += share;
  for (const [stem, share] of shares) shares.set(stem, share / total);
  return shares;
}
