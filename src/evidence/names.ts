import { type DictionaryEntry, lookUp } from '../language/dictionary.ts';
import { isHan } from '../language/han.ts';
import { readings } from '../language/pinyin.ts';
import type { AnchorKind } from '../model.ts';
import type { Reading } from './tokens.ts';

/** A name that two sentences share: [start, end) in the text of each. */
export interface NamePair {
  readonly kind: AnchorKind;
  readonly zh: readonly [start: number, end: number];
  readonly en: readonly [start: number, end: number];
}

const CAPITALISED = /\p{Lu}[\p{L}\p{M}'’-]*/gu;
/** Two capitalised words of one name have nothing but a space between them. */
const NAME_RUN = /\p{Lu}[\p{L}\p{M}'’-]*(?: \p{Lu}[\p{L}\p{M}'’-]*){1,2}/gu;
const LATIN = /[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]/g;

/** The names that a Chinese and an English sentence share: by the dictionary, by pinyin, or written the same. */
export function sharedNames(zh: Reading, en: Reading): NamePair[] {
  return [...byDictionary(zh, en), ...byPinyin(zh, en), ...sameLatin(zh, en)];
}

/** Proper nouns of CC-CEDICT, whose pinyin begins with a capital, one of whose meanings stands in the English. */
function byDictionary(zh: Reading, en: Reading): NamePair[] {
  const flat = en.text.replaceAll('.', '\u0001');
  return zh.tokens.flatMap(({ key, start, end, tag }) => {
    for (const entry of lookUp(key)) {
      if (!/^\p{Lu}/u.test(entry.pinyin)) continue;
      for (const name of namesIn(entry)) {
        const place = placeOf(name, en.text, flat);
        if (place) return [{ kind: kindOf(tag, entry), zh: [start, end] as const, en: place }];
      }
    }
    return [];
  });
}

function namesIn({ glosses }: DictionaryEntry): string[] {
  return glosses
    .flatMap((gloss) => gloss.replace(/\([^()]*\)|\[[^\]]*\]/g, ';').split(/[;,/]/))
    .map((name) => name.trim().replace(/^(?:the|surname|abbr\. for) /, ''))
    .filter((name) => /^\p{Lu}/u.test(name) && /\p{L}{2}/u.test(name))
    .sort((a, b) => b.length - a.length);
}

/** Where a name stands as whole words; `US` is also found as `U.S.`. */
function placeOf(name: string, text: string, flat: string): readonly [number, number] | undefined {
  const dotted = /^\p{Lu}{2,4}$/u.test(name) ? `${Array.from(name).join('\u0001')}\u0001` : undefined;
  for (const [needle, hay] of [[name, text], ...(dotted ? [[dotted, flat]] : [])] as [string, string][]) {
    for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
      const end = at + needle.length;
      const whole = !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[end] ?? '');
      if (whole) return [at, end];
    }
  }
  return undefined;
}

function kindOf(tag: string, { glosses }: DictionaryEntry): AnchorKind {
  const told = glosses.join(' ');
  if (tag.startsWith('nr') || /\b(?:surname|\(name\)|\(person name\)|\d{4}\s?[-–])/.test(told))
    return 'person';
  if (tag.startsWith('nt')) return 'organisation';
  if (
    tag.startsWith('ns') ||
    /\b(?:city|capital|country|province|county|state|district|river|island|sea|ocean|town)\b/i.test(told)
  ) {
    return 'place';
  }
  return 'other';
}

/** Chinese persons and places as pinyin writes them, in either order: 谢锋 for `Xie Feng`, 孙韵 for `Yun Sun`. */
function byPinyin(zh: Reading, en: Reading): NamePair[] {
  const runs = [...en.text.matchAll(NAME_RUN), ...en.text.matchAll(CAPITALISED)];
  const taken = new Uint8Array(en.text.length);
  return runs.flatMap((run): NamePair[] => {
    const enPlace = [run.index, run.index + run[0].length] as const;
    if (taken.subarray(...enPlace).includes(1)) return [];
    const words = run[0].split(' ').map((word) =>
      word
        .replace(/['’]s?$/, '')
        .replace(/['’-]/g, '')
        .toLowerCase(),
    );
    const place = spelledIn(zh, words.join('')) ?? spelledIn(zh, [...words].reverse().join(''));
    if (!place) return [];
    taken.fill(1, ...enPlace);
    const tag = zh.tokens.find(({ start }) => start >= place[0])?.tag ?? '';
    return [{ kind: tag.startsWith('ns') ? 'place' : 'person', zh: place, en: enPlace }];
  });
}

/** Where at least two Chinese characters in a row are read as the spelling. */
function spelledIn(zh: Reading, spelling: string): readonly [number, number] | undefined {
  if (spelling.length < 4) return undefined;
  for (let start = 0; start < zh.key.length; start++) {
    const end = readTo(zh.key, start, spelling, 0);
    if (end !== undefined && end - start >= 2) return [start, end];
  }
  return undefined;
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

/** Strings of Latin letters that the Chinese text has as the English one has them. */
function sameLatin(zh: Reading, en: Reading): NamePair[] {
  return [...zh.key.matchAll(LATIN)].flatMap(({ 0: word, index }): NamePair[] => {
    const place = placeOf(word, en.text, en.text);
    return place ? [{ kind: 'latin', zh: [index, index + word.length], en: place }] : [];
  });
}
