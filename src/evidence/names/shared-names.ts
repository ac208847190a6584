import type { AnchorKind } from '../../model.ts';
import type { Reading } from '../tokens.ts';
import type { Place } from './link.ts';
import type { NameTable } from './name-table.ts';

/** A name that two sentences share: [start, end) in the text of each. */
export interface NamePair {
  readonly kind: AnchorKind;
  readonly zh: Place;
  readonly en: Place;
}

/** From the end of a name to a word of its original in brackets. */
const LONGEST_ORIGINAL = 60;
const LATIN =
  /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![A-Za-z])[B-HJ-Z](?![A-Za-z.])|[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9]|\.)(?: (?:[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]|[A-Z]\.?))*/g;

/**
 * The names that a Chinese and an English sentence share: those of the story's table, and what both write
 * the same, but for the original in brackets behind a name of the table. A mention may stand in several pairs.
 */
export function sharedNames(zh: Reading, en: Reading, table: NameTable): NamePair[] {
  const named = byTable(zh, en, table);
  const isOriginal = ({ zh: [start, behind] }: NamePair) =>
    /\p{Ll}/u.test(zh.key.slice(start, behind)) &&
    named.some(
      ({ zh: [, end] }) =>
        start >= end &&
        start - end <= LONGEST_ORIGINAL &&
        /^[”」』》]?号?\s?[(（][^()（）]*$/u.test(zh.key.slice(end, start)),
    );
  return [...named, ...sameLatin(zh, en).filter((latin) => !isOriginal(latin))];
}

/** Where a name stands as whole words; `US` is also found as `U.S.`. `flat` is the text with marked full stops. */
function placesOf(name: string, text: string, flat: string): Place[] {
  const dotted = /^\p{Lu}{2,4}$/u.test(name) ? `${Array.from(name).join('\u0001')}\u0001` : undefined;
  return [...wordsIn(text, name), ...(dotted ? wordsIn(flat, dotted) : [])];
}

function wordsIn(text: string, words: string): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length;
    if (!isLetter(text[at - 1]) && !isLetter(text[end])) places.push([at, end]);
  }
  return places;
}

function isLetter(character = ''): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** Names of the story's table. */
function byTable(zh: Reading, en: Reading, table: NameTable): NamePair[] {
  const english = table.inEnglish(en);
  return table.inChinese(zh).flatMap((x) =>
    english.flatMap((y): NamePair[] => {
      const link = table.linkOf(x, y);
      return link ? [{ kind: link.kind, zh: x.place, en: y.place }] : [];
    }),
  );
}

/** Strings of Latin letters that the Chinese text has as the English one has them: whole names, else their words. */
function sameLatin(zh: Reading, en: Reading): NamePair[] {
  const flat = en.text.replaceAll('.', '\u0001');
  const pairs = (text: string, index: number) =>
    placesOf(text, en.text, flat).map(
      (place): NamePair => ({ kind: 'latin', zh: [index, index + text.length], en: place }),
    );
  return [...zh.key.matchAll(LATIN)].flatMap(({ 0: name, index }) => {
    const whole = pairs(name, index);
    if (whole.length || !name.includes(' ')) return whole;
    return [...name.matchAll(/[^ ]{2,}/g)].flatMap((word) => pairs(word[0], index + word.index));
  });
}
