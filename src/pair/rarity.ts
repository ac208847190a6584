import type { Vocabulary } from '../evidence/vocabulary.ts';
import { isFunctionWord } from '../language/chinese.ts';
import { isFunctionStem } from '../language/english.ts';
import type { Profile, Profiles } from './terms.ts';

/** How much each term of both languages says of which story it is from, in nats, by its number. */
export interface Rarities {
  /** By how few of the documents of each language hold it. */
  readonly zh: Float64Array;
  readonly en: Float64Array;
}

/** So many documents of other stories are thought of beside those on hand: of two documents their own counts say nothing. */
const OTHER_DOCUMENTS = 10;
/** Their length in words. */
const OTHER_WORDS = 500;
/** A value that tells one story from another: a day of the year, or a number, percentage, measure or telephone number above 10 … */
const TELLING_VALUE = /^(?:m\d+ d\d+|[#%xn~]\d{2,}(?:\.\d+)?)$/;
/** … and no year, of which every document has some. */
const YEAR_OR_TEN = /^#(?:10|1[89]\d\d|20\d\d)$/;

/** Terms that nearly all documents hold have a rarity near 0, small numbers, years and pieces of dates none. */
export function raritiesOf({ zh, en, vocabularies }: Profiles): Rarities {
  const usual = Float64Array.from([
    ...usualShares(vocabularies.zh, isFunctionWord),
    ...usualShares(vocabularies.en, isFunctionStem),
  ]);
  return { zh: rarityAmong(zh, usual), en: rarityAmong(en, usual) };
}

/** The share of documents of other stories that may be expected to hold each word; of what tells nothing, all. */
function usualShares(vocabulary: Vocabulary, isFunction: (key: string) => boolean): number[] {
  const frequencies = vocabulary.frequencies(isFunction);
  return vocabulary.keys.map((key, id) =>
    vocabulary.tags[id] === 'value' && !isTelling(key)
      ? Infinity
      : 1 - Math.exp(-OTHER_WORDS * frequencies[id]!),
  );
}

function isTelling(value: string): boolean {
  return TELLING_VALUE.test(value) && !YEAR_OR_TEN.test(value);
}

function rarityAmong(documents: readonly Profile[], usual: Float64Array): Float64Array {
  const holders = usual.map((share) => OTHER_DOCUMENTS * share);
  for (const { terms, sureness } of documents) {
    terms.forEach((term, k) => {
      holders[term]! += sureness[k]!;
    });
  }
  const all = documents.length + OTHER_DOCUMENTS;
  return holders.map((count) => (count < all ? Math.log(all / count) : 0));
}
