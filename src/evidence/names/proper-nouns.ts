import { lookUp } from '../../language/dictionary.ts';
import type { AnchorKind } from '../../model.ts';

/** An English name that CC-CEDICT has for a Chinese word. */
export interface ProperNoun {
  readonly name: string;
  readonly kind: AnchorKind;
}

/** nodejieba's tags of persons, places, organisations and other names. */
const NAME_TAG = /^n[rstz]/;

export function isNameTag(tag: string): boolean {
  return NAME_TAG.test(tag);
}

const known = new Map<string, readonly ProperNoun[]>();

/**
 * The English names of a Simplified word, the longest first: of the entries of CC-CEDICT whose pinyin begins
 * with a capital. `tag` is nodejieba's part of speech.
 */
export function properNounsOf(word: string, tag: string): readonly ProperNoun[] {
  const id = `${word} ${tag}`;
  let nouns = known.get(id);
  if (!nouns) {
    nouns = lookUp(word)
      .filter(({ pinyin }) => /^\p{Lu}/u.test(pinyin))
      .flatMap(({ glosses }) => glosses)
      .flatMap((gloss) => namesIn(gloss).map((name) => ({ name, kind: kindOf(name, gloss, tag) })))
      .sort((a, b) => b.name.length - a.name.length);
    known.set(id, nouns);
  }
  return nouns;
}

const PERSON = /\bsurname\b|\(name\)|\(person name\)|\((?:c\. )?\d{4}\s?[-–]\s?(?:\d{4})?\)/;
const ORGANISATION =
  /\b(?:University|College|Institute|Academy|Ministry|Department|Organi[sz]ation|Association|Committee|Council|Commission|Company|Corporation|Bank|Party|Press|Agency)\b/;
const BUSINESS = /\b(?:company|corporation|manufacturer|newspaper|agency|organi[sz]ation)\b/;
const PLACE =
  /\b(?:city|capital|country|republic|kingdom|province|county|prefecture|municipality|state|district|region|river|lake|mountain|island|continent|peninsula|sea|ocean|town)\b/i;

/** The names of a gloss; of parts between commas the first, for the others only explain it. */
function namesIn(gloss: string): string[] {
  const names = gloss
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\([^()]*\)/g, ';')
    .split(/[;/]/)
    .filter((text) => !/^\s*,/.test(text))
    .flatMap((text) => text.split(',').map(bareName).find(isName) ?? []);
  const lastName = PERSON.test(gloss) ? LAST_NAME.exec(names[0] ?? '')?.[1] : undefined;
  return lastName ? [...names, lastName] : names;
}

function bareName(text: string): string {
  return text.trim().replace(/^(?:the|surname|abbr\. for) /, '');
}

function isName(text: string): boolean {
  return /^\p{Lu}/u.test(text) && /\p{L}{2}/u.test(text);
}

/** 特朗普 is `Donald Trump` in the dictionary and `Trump` in a text. */
const LAST_NAME = /^\p{Lu}\S+(?: \p{Lu}\S*)? (\p{Lu}\p{L}{3,})$/u;

/** What the gloss says comes first: nodejieba takes many a foreign place for a person. */
function kindOf(name: string, gloss: string, tag: string): AnchorKind {
  if (ORGANISATION.test(name)) return 'organisation';
  if (PLACE.test(name)) return 'place';
  if (PERSON.test(gloss)) return 'person';
  if (tag.startsWith('nt') || BUSINESS.test(gloss)) return 'organisation';
  if (tag.startsWith('ns') || PLACE.test(gloss) || countries().has(name)) return 'place';
  return tag.startsWith('nr') && !name.includes(' ') ? 'person' : 'other';
}

let countryNames: ReadonlySet<string> | undefined;

/** English names of countries and regions, by their ISO 3166 codes. */
function countries(): ReadonlySet<string> {
  countryNames ??= readCountryNames();
  return countryNames;
}

function readCountryNames(): ReadonlySet<string> {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return new Set(letters.flatMap((a) => letters.flatMap((b) => names.of(a + b) ?? [])));
}
