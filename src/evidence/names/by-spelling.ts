import { lookUp } from '../../language/dictionary.ts';
import { isOrdinaryWord } from '../../language/english.ts';
import { readSpelling, spellingsOf } from '../../language/spellings.ts';
import { isOrdinary } from './chinese-names.ts';
import type { EnglishName } from './english-names.ts';
import { PLACE_ENDINGS } from './kinds.ts';
import type { NameLink, Story } from './link.ts';
import { placesSpelled, type Spelled } from './spelled-places.ts';
import { tokenAt, tokensIn } from './token-search.ts';

/** No Chinese name has more letters, and hardly one has less. */
const MOST_LETTERS = 30;
const FEWEST_LETTERS = 4;

/**
 * Chinese names as Latin letters spell them, by Pinyin, Wade-Giles or in Cantonese, in either order: 谢锋 for `Xie Feng`,
 * 孙韵 for `Yun Sun`. A character written for another of its sound changes nothing: 谢峰 is `Xie Feng` too.
 */
export function linksBySpelling(story: Story, names: readonly EnglishName[]): NameLink[] {
  const spellings = new Set(names.flatMap((name) => spellingsOfName(name).map(({ spelling }) => spelling)));
  const places = placesSpelled(story.zh, spellings);
  const links = new Map<string, NameLink>();
  for (const name of names) {
    const found = spellingsOfName(name).flatMap(({ spelling, isMeant }) =>
      (places.get(spelling) ?? []).filter(isMeant),
    );
    const kind = kindOf(name, found);
    for (const { reading, place } of found) {
      const zh = reading.key.slice(...place);
      links.set(`${zh}\t${name.text}`, { kind, zh, en: name.text });
    }
  }
  return [...links.values()];
}

/** What comes before or behind a surname that stands alone. */
const BEFORE_SURNAME = /[姓老小阿]$/u;
const BEHIND_SURNAME =
  /^(?:先生|女士|小姐|太太|夫人|老师|医生|教授|博士|师傅|校长|局长|部长|主任|经理|老板|队长|船长|大使|总统|某|家)/u;

/** Surnames alone, where something shows that they are: 沈老师 is `Miss Shen`, 姓段的 `Duan`. */
export function linksOfSurnames(story: Story, names: readonly EnglishName[]): NameLink[] {
  const words = new Map(
    names.flatMap(({ words: [word, ...more] }) => (more.length ? [] : [[plain(word!), word!] as const])),
  );
  const links = new Map<string, NameLink>();
  const namesOf = new Map<string, readonly string[]>();
  for (const { key, tokens } of story.zh) {
    const single = new Set(
      tokens.flatMap(({ start, end, tag }) => (end - start === 1 && tag === 'nr' ? [start] : [])),
    );
    for (let at = 0; at < key.length; at++) {
      const character = key[at]!;
      let spelled = namesOf.get(character);
      if (!spelled) {
        const known = spellingsOf(character).flatMap((spelling) => words.get(spelling) ?? []);
        spelled = known.length && hasSurname(character) ? known : [];
        namesOf.set(character, spelled);
      }
      if (spelled.length === 0) continue;
      const isShown =
        single.has(at) ||
        BEFORE_SURNAME.test(key.slice(Math.max(0, at - 1), at)) ||
        BEHIND_SURNAME.test(key.slice(at + 1, at + 4));
      if (!isShown) continue;
      for (const en of spelled) links.set(`${character}\t${en}`, { kind: 'person', zh: character, en });
    }
  }
  return [...links.values()];
}

function hasSurname(characters: string): boolean {
  return lookUp(characters).some(({ glosses }) => glosses.some((gloss) => /\bsurname\b/.test(gloss)));
}

/** What would spell a name, and whether characters that do so are a name. */
interface NameSpelling {
  readonly spelling: string;
  readonly isMeant: (found: Spelled) => boolean;
}

/** `Xie Feng` is spelled in this order, `Yun Sun` with the last word first, or the first word behind all others. */
function spellingsOfName(name: EnglishName): NameSpelling[] {
  const words = name.words.map(plain);
  const length = words.reduce((sum, word) => sum + word.length, 0);
  if (length < FEWEST_LETTERS || length > MOST_LETTERS || words.includes('')) return [];
  const [first, ...given] = words;
  const last = words.at(-1)!;
  if (given.length === 0) return [{ spelling: first!, isMeant: (found) => isNoWord(found, first!) }];
  return [
    { spelling: words.join(''), isMeant: (found) => isSurname(found, first!) },
    { spelling: last + words.slice(0, -1).join(''), isMeant: (found) => isSurname(found, last) },
    ...(given.length > 1
      ? [{ spelling: given.join('') + first!, isMeant: (found: Spelled) => isNoWord(found, first!) }]
      : []),
  ];
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}

/** `Like` is spelled as 立刻 and `Here` as 喝热: some piece must be no word of its own, or the English none. */
function isNoWord({ reading, place: [start, end] }: Spelled, word: string): boolean {
  const tokens = tokensIn(reading.tokens, start, end);
  if (tokens.every(({ key }) => key.length === 1)) return !isOrdinaryWord(word);
  return !tokens.every((token) => isOrdinary(token) || token.key.length === 1);
}

/** 写封 is no Xie Feng, for 写 is no surname. */
function isSurname({ reading, place: [start] }: Spelled, spelling: string): boolean {
  const characters = readSpelling(reading.key, start, spelling) === start + 2 ? 2 : 1;
  return hasSurname(reading.key.slice(start, start + characters));
}

/** A surname makes a person; of other names what follows them tells. */
function kindOf(name: EnglishName, found: readonly Spelled[]): NameLink['kind'] {
  if (name.words.length > 1) return 'person';
  const isPlace = found.some(({ reading: { key, tokens }, place: [start, end] }) => {
    const token = tokenAt(tokens, start);
    return token?.tag.startsWith('ns') || PLACE_ENDINGS.has(key[end] ?? '');
  });
  return isPlace ? 'place' : 'person';
}
