import { lookUp } from '../language/dictionary.ts';
import { isHan } from '../language/han.ts';
import { readings } from '../language/pinyin.ts';
import type { AnchorKind } from '../model.ts';
import { isNameTag, properNounsOf } from './proper-nouns.ts';
import type { Reading, Token } from './tokens.ts';

type Place = readonly [start: number, end: number];

/** A name that two sentences share: [start, end) in the text of each. */
export interface NamePair {
  readonly kind: AnchorKind;
  readonly zh: Place;
  readonly en: Place;
}

const CAPITALISED = /\p{Lu}[\p{L}\p{M}'’-]*/gu;
const POSSESSIVE = /['’]s?$/;
const LATIN = /[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9]|\.)(?: (?:[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]|[A-Z]\.?))*/g;
/** What may follow the name of a place: 鹭汀湾, 澜沙市. */
const PLACE_ENDINGS = new Set('省市县区镇乡村州路街港湾岛山河江湖寺');

/**
 * The names that a Chinese and an English sentence share: by the dictionary, by pinyin, or written the same.
 * A mention may stand in several pairs.
 */
export function sharedNames(zh: Reading, en: Reading): NamePair[] {
  return [...byDictionary(zh, en), ...byPinyin(zh, en), ...sameLatin(zh, en)];
}

/** Proper nouns of CC-CEDICT that stand in the English. */
function byDictionary(zh: Reading, en: Reading): NamePair[] {
  const flat = en.text.replaceAll('.', '\u0001');
  return zh.tokens.flatMap(({ key, tag, start, end }) => {
    // 和 may be a surname, but the `He` that begins a sentence is none.
    const isDoubtful = key.length === 1 && !isNameTag(tag);
    for (const { name, kind } of properNounsOf(key, tag)) {
      const places = placesOf(name, en.text, flat).filter(
        (place) => !isDoubtful || !beginsSentence(en.text, place[0]),
      );
      if (places.length) return places.map((place): NamePair => ({ kind, zh: [start, end], en: place }));
    }
    return [];
  });
}

/** A capital says nothing at the beginning of a sentence or of a quotation. */
function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at).trimEnd();
  return before === '' || /[.!?:…"“‘'「『([]$/.test(before);
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

/** Chinese persons and places as pinyin writes them, in either order: 谢锋 for `Xie Feng`, 孙韵 for `Yun Sun`. */
function byPinyin(zh: Reading, en: Reading): NamePair[] {
  const taken = new Uint8Array(en.text.length);
  return capitalisedRuns(en.text).flatMap((enPlace): NamePair[] => {
    if (taken.subarray(...enPlace).includes(1)) return [];
    const name = en.text.slice(...enPlace);
    const isDoubtful = /^\p{L}+$/u.test(name) && beginsSentence(en.text, enPlace[0]);
    const pairs = spelledAs(zh, name)
      .map((place) => ({
        place,
        tokens: zh.tokens.filter(({ start, end }) => start < place[1] && end > place[0]),
      }))
      // `Like` is spelled as 立刻, `Here` as 喝热.
      .filter(({ tokens }) => !isDoubtful || !tokens.every(isOrdinaryWord))
      .map(({ place, tokens }): NamePair => {
        const isPlace = tokens[0]?.tag.startsWith('ns') || PLACE_ENDINGS.has(zh.key[place[1]] ?? '');
        return { kind: isPlace ? 'place' : 'person', zh: place, en: enPlace };
      });
    if (pairs.length) taken.fill(1, ...enPlace);
    return pairs;
  });
}

/** Three, two and single capitalised words with nothing but a space between them, without `'s` at the end. */
function capitalisedRuns(text: string): Place[] {
  const words = [...text.matchAll(CAPITALISED)].map(
    ({ 0: word, index }): Place => [index, index + word.length],
  );
  return [3, 2, 1].flatMap((count) =>
    words.flatMap(([start], k): Place[] => {
      const run = words.slice(k, k + count);
      const isRun =
        run.length === count && run.every(([, end], n) => n + 1 === count || run[n + 1]![0] === end + 1);
      const end = run.at(-1)![1];
      const name = text.slice(start, end);
      return isRun && !/[^\p{L}\p{M}'’ -]/u.test(name)
        ? [[start, start + name.replace(POSSESSIVE, '').length]]
        : [];
    }),
  );
}

function isOrdinaryWord({ key, tag }: Token): boolean {
  return !isNameTag(tag) && lookUp(key).some(({ pinyin }) => !/^\p{Lu}/u.test(pinyin));
}

/** No Chinese name is spelled with more letters. */
const LONGEST_SPELLING = 30;

/** Where at least two Chinese characters in a row are read as a name, or as its words in reverse. */
function spelledAs(zh: Reading, name: string): Place[] {
  const words = name.split(' ').map((word) =>
    word
      .replace(POSSESSIVE, '')
      .toLowerCase()
      .normalize('NFD')
      .replace(/['’\p{M}-]/gu, ''),
  );
  const length = words.reduce((sum, word) => sum + word.length, 0);
  if (length < 4 || length > LONGEST_SPELLING) return [];
  const places = spelledIn(zh, words.join(''));
  return places.length || words.length < 2 ? places : spelledIn(zh, words.toReversed().join(''));
}

function spelledIn(zh: Reading, spelling: string): Place[] {
  const places: Place[] = [];
  for (let start = 0; start < zh.key.length; start++) {
    const end = readTo(zh.key, start, spelling, 0);
    if (end === undefined || end - start < 2) continue;
    places.push([start, end]);
    start = end - 1;
  }
  return places;
}

function readTo(key: string, at: number, spelling: string, done: number): number | undefined {
  if (done === spelling.length) return at;
  const character = key[at];
  if (character === undefined || !isHan(character)) return undefined;
  for (const syllable of readings(character)) {
    if (!spelling.startsWith(syllable, done)) continue;
    const end = readTo(key, at + 1, spelling, done + syllable.length);
    if (end !== undefined) return end;
  }
  return undefined;
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
