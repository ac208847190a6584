import { dictionaryLexicon, type Lexicon } from '../evidence/lexicon.ts';
import { linksByBracket } from '../evidence/names/by-bracket.ts';
import { linksOfKnownNames } from '../evidence/names/known-names.ts';
import { NameTable } from '../evidence/names/name-table.ts';
import { withNameTokens } from '../evidence/names/name-tokens.ts';
import type { Row } from '../evidence/rows.ts';
import { type Reading, readTokens, type Token } from '../evidence/tokens.ts';
import { Vocabulary } from '../evidence/vocabulary.ts';
import type { Part, Term } from '../model.ts';

/**
 * What a document says in terms of both languages: its own words, names and values, each 1, and what the dictionaries
 * make of its words, each as sure as that is.
 */
export interface Profile {
  /** Numbers of terms: those of the Chinese vocabulary, behind them those of the English one. */
  readonly terms: Int32Array;
  /** 0 to 1. */
  readonly sureness: Float64Array;
  /** So many of them, the first, are words of its own. */
  readonly own: number;
}

/** All documents over common vocabularies. */
export interface Profiles {
  readonly zh: readonly Profile[];
  readonly en: readonly Profile[];
  readonly vocabularies: { readonly zh: Vocabulary; readonly en: Vocabulary };
}

/** Less sure translations are not worth a place in the index. */
const LEAST_SURE = 0.02;

/** Reads all documents, each once. `glossary` holds what the user knows of names and terms. */
export function profilesOf(zh: readonly Part[], en: readonly Part[], glossary: readonly Term[]): Profiles {
  const vocabularies = { zh: new Vocabulary(), en: new Vocabulary() };
  const readings = { zh: zh.map(readTerms), en: en.map(readTerms) };
  const story = { zh: readings.zh.flat(), en: readings.en.flat() };
  const names = [...linksOfKnownNames(story, glossary), ...linksByBracket(story)];
  const table = new NameTable(names);
  const zhWords = readings.zh.map((own) =>
    wordsIn(
      own.map((reading) => withNameTokens(reading, table)),
      vocabularies.zh,
    ),
  );
  const enWords = readings.en.map((own) => wordsIn(own, vocabularies.en));
  const lexicon: Lexicon = dictionaryLexicon(vocabularies.zh, vocabularies.en, names);
  const behind = vocabularies.zh.keys.length;
  return {
    zh: zhWords.map((words) => profileOf(words, 0, lexicon.zhToEn, behind)),
    en: enWords.map((words) => profileOf(words, behind, lexicon.enToZh, 0)),
    vocabularies,
  };
}

function readTerms(part: Part): Reading[] {
  return readTokens(part).map((reading) => {
    const days = reading.quantities.flatMap(({ values, start, end }): Token[] => {
      const key = dayOf(values);
      return key ? [{ key, start, end, tag: 'value' }] : [];
    });
    return days.length ? { ...reading, tokens: [...reading.tokens, ...days] } : reading;
  });
}

/** `m7 d12`: a month or a day alone says nothing, together they do. */
export function dayOf(values: readonly string[]): string | undefined {
  const [month, day] = ['m', 'd'].map((mark) => values.find((value) => value.startsWith(mark)));
  return month && day ? `${month} ${day}` : undefined;
}

function wordsIn(readings: readonly Reading[], vocabulary: Vocabulary): Set<number> {
  const words = new Set<number>();
  for (const reading of readings) for (const word of vocabulary.read(reading)) words.add(word);
  return words;
}

/** `from` and `to` are the numbers of the first terms of the language of the words and of the other one. */
function profileOf(words: ReadonlySet<number>, from: number, rows: readonly Row[], to: number): Profile {
  const translations = new Map<number, number>();
  for (const word of words) {
    const { ids, probabilities } = rows[word]!;
    ids.forEach((id, k) => {
      const sureness = Math.min(1, probabilities[k]!);
      if (sureness > Math.max(LEAST_SURE, translations.get(id) ?? 0)) translations.set(id, sureness);
    });
  }
  const terms = Int32Array.from([
    ...Array.from(words, (word) => from + word),
    ...Array.from(translations.keys(), (id) => to + id),
  ]);
  const sureness = new Float64Array(terms.length).fill(1);
  sureness.set(Float64Array.from(translations.values()), words.size);
  return { terms, sureness, own: words.size };
}
