import { SOUNDS_ALIKE, soundLikeness, writesSounds } from '../../language/sound.ts';
import { spelledBy } from '../../language/spellings.ts';
import type { Reading } from '../tokens.ts';
import { compose } from './composition.ts';
import { OFFICE, seemingKind } from './kinds.ts';
import { DOT, type NameLink, type Story } from './link.ts';
import { isNameTag } from './proper-nouns.ts';
import { tokensIn } from './token-search.ts';

/** 拉特纳(Ely Ratner), 史汀生中心（Stimson Center）. */
const BRACKETED = /[(（]\s*(?<latin>\p{Lu}[\p{Script=Latin}\p{M}.'’ -]{1,60}?)\s*[)）]/gu;
/** The name of a ship or a book before it: “堡垒”号（Bastion）. */
const QUOTED = /[“「『《]([^“”「」『』《》]{1,14})[”」』》]号?\s*$/u;
const AT_DOT = new RegExp(DOT, 'u');
const HAN_AND_DOTS = new RegExp(`^(?:\\p{Script=Han}|${DOT})+$`, 'u');
/** The name of no person or institution is longer. */
const LONGEST = 16;
/** … nor cut into more pieces. */
const MOST_PIECES = 7;
/** Shares of the characters and words that must account for each other. */
const ENOUGH = 0.5;
/** Likenesses nearer to one another than this tell nothing. */
const AS_GOOD = 0.03;

/** Names whose original stands in brackets behind them: learnt there, good everywhere. */
export function linksByBracket(story: Story): NameLink[] {
  const english = story.en.map(({ text }) => text).join('\n');
  return story.zh.flatMap((reading) =>
    [...reading.key.matchAll(BRACKETED)].flatMap((match) => {
      const latin = match.groups!.latin!;
      const zh = nameBefore(reading, match.index, latin.split(' '));
      if (!zh) return [];
      const words = latin.split(' ');
      const isShort = !AT_DOT.test(zh) && soundLikeness(zh, words.at(-1)!) >= SOUNDS_ALIKE;
      const forms = [latin, ...(isShort ? [words.at(-1)!] : [])].filter((form) => english.includes(form));
      const tag = /[”」』》]号?\s*$/u.test(reading.key.slice(0, match.index)) ? '' : 'nr';
      const kind = OFFICE.test(zh) ? 'organisation' : seemingKind(zh, latin, tag, []);
      return forms.map((en): NameLink => ({ kind, zh, en }));
    }),
  );
}

/** The pieces before a bracket that account best for what stands in it; else the last one, if it looks like a name. */
function nameBefore({ key, tokens }: Reading, at: number, words: readonly string[]): string | undefined {
  const [, quoted] = QUOTED.exec(key.slice(Math.max(0, at - LONGEST), at)) ?? [];
  if (quoted) return quoted.replace(/(?<=.)号$/u, '');
  const end = key.slice(0, at).trimEnd().length;
  const starts = tokensIn(tokens, end - LONGEST, end)
    .slice(-MOST_PIECES)
    .map(({ start }) => start)
    .filter((start) => HAN_AND_DOTS.test(key.slice(start, end)));
  const strings = starts.map((start) => key.slice(start, end));
  const sounding = rated(strings, (string) => likeness(string, words));
  if (sounding[0] && sounding[0].value >= SOUNDS_ALIKE) {
    const asGood = sounding.filter(({ value }) => value >= sounding[0]!.value - AS_GOOD);
    return asGood.reduce((a, b) => (b.string.length > a.string.length ? b : a)).string;
  }
  const [composed] = rated(strings, (string) => {
    const { zh, en, value } = compose(string, words);
    return zh >= ENOUGH && en >= ENOUGH ? value : 0;
  });
  if (composed && composed.value > 0) return composed.string;
  const [office] = rated(strings, (string) => (OFFICE.test(string) ? compose(string, words).zh : 0));
  if (office && office.value > 0) return office.string;
  const last = tokens.find((token) => token.end === end);
  return last && isNameTag(last.tag) && last.key.length > 1 ? last.key : undefined;
}

/** How well a string spells or sounds like the last word, or the whole name when it has a dot. */
function likeness(string: string, words: readonly string[]): number {
  const parts = string.split(AT_DOT);
  if (spelledBy(string, words)) return 1;
  if (parts.length === 1) return heard(string, words.at(-1)!);
  return Math.min(heard(parts[0]!, words[0]!), heard(parts.at(-1)!, words.at(-1)!));
}

/** Nobody hears a title before a name, and most of the strings begin with one. */
function heard(string: string, word: string): number {
  return Array.from(string).every(writesSounds) ? soundLikeness(string, word) : 0;
}

/** The strings with their values, the greatest first, of equal ones the shortest. */
function rated(strings: readonly string[], rate: (string: string) => number) {
  return strings
    .map((string) => ({ string, value: rate(string) }))
    .toSorted((x, y) => y.value - x.value || x.string.length - y.string.length);
}
