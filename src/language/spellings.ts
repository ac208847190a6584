import { isHan } from './han.ts';
import { GIVEN_NAMES, PLACES, SURNAMES } from './name-spellings.ts';
import { readings } from './pinyin.ts';
import { wadeGiles } from './wade-giles.ts';

/** Names have two to four characters, four of them with a surname of two. */
const LEAST_CHARACTERS = 2;
const MOST_CHARACTERS = 4;
const MOST_WORDS = 4;
/** A surname has at most so many characters, a given name too. */
const LONGEST_PART = 2;
/** No name has more letters. */
const LONGEST_SPELLING = 30;

/** Words of English text that would pass for a syllable of a name written as one word. */
const FUNCTION_WORDS = new Set(
  'a an and are as at be but by can do for go had has he her him his how i if in is it let may me my no nor not of off on or our out she so some than that the them then they this to too up us was we who yet you'.split(
    ' ',
  ),
);

let byCharacter: ReadonlyMap<string, readonly string[]> | undefined;

function customary(character: string): readonly string[] {
  byCharacter ??= parse([SURNAMES, GIVEN_NAMES, PLACES].join('\n'));
  return byCharacter.get(character) ?? [];
}

function parse(table: string): ReadonlyMap<string, readonly string[]> {
  const spellings = new Map<string, string[]>();
  for (const line of table.split(/[|\n]/)) {
    const [characters = '', ...forms] = line.split(' ');
    for (const character of characters)
      spellings.set(character, [...(spellings.get(character) ?? []), ...forms]);
  }
  return spellings;
}

const known = new Map<string, readonly string[]>();

/**
 * The Latin spellings, in lower case, under which a character (Simplified) may stand in the name of a person or
 * place: pinyin, Wade-Giles without its apostrophes, and those customary in Hong Kong, Taiwan and overseas. Some
 * are English words too (何 is `he` and `ho`): take them only as parts of names.
 */
export function spellingsOf(character: string): readonly string[] {
  let spellings = known.get(character);
  if (!spellings) {
    const pinyin = readings(character);
    spellings = [...new Set([...pinyin, ...pinyin.flatMap(wadeGiles), ...customary(character)])];
    known.set(character, spellings);
  }
  return spellings;
}

/**
 * Where the characters from `at` on end that are spelled as `spelling` (lower case, letters only, words joined);
 * undefined when they aren't, or when the spelling has more than 30 letters. Of several ends the first.
 */
export function readSpelling(text: string, at: number, spelling: string): number | undefined {
  if (!spelling || spelling.length > LONGEST_SPELLING) return undefined;
  let reached: readonly number[] = [0];
  for (let end = at; reached.length; end++) {
    if (reached.includes(spelling.length)) return end;
    const character = text[end];
    if (character === undefined || !isHan(character)) return undefined;
    reached = stepsFrom(reached, spelling, spellingsOf(character));
  }
  return undefined;
}

/** The offsets in a spelling that one more syllable leads to, each once: so there is nothing to go back to. */
function stepsFrom(reached: readonly number[], spelling: string, syllables: readonly string[]): number[] {
  const next = new Set<number>();
  for (const from of reached) {
    for (const syllable of syllables)
      if (spelling.startsWith(syllable, from)) next.add(from + syllable.length);
  }
  return [...next];
}

/**
 * Whether two to four Chinese characters (Simplified) are a name spelled as these words: `Chiang`, `Kai-shek`. The
 * surname may stand last, given names may be apart, joined or hyphenated; case, accents, hyphens and apostrophes
 * don't count. A name of one word must keep to one way of spelling.
 */
export function spelledBy(characters: string, words: readonly string[]): boolean {
  const name = Array.from(characters);
  const plain = words.map(bareLetters);
  if (name.length < LEAST_CHARACTERS || name.length > MOST_CHARACTERS || !name.every(isHan)) return false;
  if (plain.length > MOST_WORDS || plain.join('').length > LONGEST_SPELLING) return false;
  if (!plain.every((word) => /^[a-z]+$/.test(word))) return false;
  if (plain.length === 1) return spelledAlike(name, plain[0]!);
  return isSpelled(name, plain) || surnamesLast(name, plain);
}

function bareLetters(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/['’‘ʼ\p{M}‐‑-]/gu, '');
}

/** One word is a name when pinyin, or Wade-Giles, or custom alone spells it. */
function spelledAlike(name: readonly string[], word: string): boolean {
  const systems = [
    readings,
    (character: string) => readings(character).flatMap(wadeGiles).filter(isNoFunctionWord),
    (character: string) => customary(character).filter(isNoFunctionWord),
  ];
  return systems.some((spell) => endsIn(name, word, spell).includes(name.length));
}

function isNoFunctionWord(spelling: string): boolean {
  return !FUNCTION_WORDS.has(spelling);
}

/** The counts of characters, from the first, that are spelled as the whole word. */
function endsIn(
  name: readonly string[],
  word: string,
  spell: (character: string) => readonly string[] = spellingsOf,
): number[] {
  const ends: number[] = [];
  let reached: readonly number[] = [0];
  for (const [k, character] of name.entries()) {
    reached = stepsFrom(reached, word, spell(character));
    if (reached.includes(word.length)) ends.push(k + 1);
  }
  return ends;
}

/** Whether the words, one after the other, spell all characters. */
function isSpelled(name: readonly string[], words: readonly string[]): boolean {
  let starts = [0];
  for (const word of words) {
    starts = [
      ...new Set(starts.flatMap((start) => endsIn(name.slice(start), word).map((end) => start + end))),
    ];
  }
  return starts.includes(name.length);
}

/** `Yun Sun`, `Shu Ouyang`, `Shu Au Yeung`. */
function surnamesLast(name: readonly string[], words: readonly string[]): boolean {
  for (let characters = 1; characters <= LONGEST_PART && characters < name.length; characters++) {
    const [surname, given] = [name.slice(0, characters), name.slice(characters)];
    if (given.length > LONGEST_PART) continue;
    for (let count = 1; count <= characters && count < words.length; count++) {
      if (isSpelled(surname, words.slice(-count)) && isSpelled(given, words.slice(0, -count))) return true;
    }
  }
  return false;
}
