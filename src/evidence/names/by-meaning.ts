import { chineseNumber } from '../../language/chinese-numbers.ts';
import { isFunctionStem, stem } from '../../language/english.ts';
import { englishNumber } from '../../language/english-numbers.ts';
import type { Reading, Token } from '../tokens.ts';
import { accountsFor, compose, type Learnt } from './composition.ts';
import { isInstitution, OFFICE, seemingKind } from './kinds.ts';
import type { LinkedNames, NameLink, ReadBead } from './link.ts';
import { bare, translatedNames } from './translated-names.ts';

/** The longest name, in characters and in pieces before the first one that is understood. */
const LONGEST = 20;
const MOST_PIECES_BEFORE = 6;
/** How far what an office is called may go on behind what is understood: 渡运与海事|管理局. */
const MOST_BEHIND = 5;
/** The least shares of the Chinese characters and the English words that account for each other. */
const ENOUGH_ZH = 0.6;
const ENOUGH_EN = 0.66;

/** Names of several words that are translated piece by piece: 海岸警卫队 is the Coast Guard, 马鞍礁 is Saddle Reef. */
export function linksByMeaning(beads: readonly ReadBead[], names: LinkedNames, learnt: Learnt): NameLink[] {
  const links = new Map<string, NameLink>();
  const accounts = accountsBy(learnt);
  for (const { zh, en } of beads) {
    for (const name of en.flatMap((reading) => translatedNames(reading, names))) {
      if (links.has(name) || names.hasEnglish(name)) continue;
      const found = bestSpan(zh, name, names, learnt, accounts);
      if (!found) continue;
      const texts = zh.map(({ key }) => key);
      links.set(name, { kind: seemingKind(found, name, '', texts), zh: found, en: name });
    }
  }
  return [...links.values()];
}

/** The Chinese string that accounts best for the words and is accounted for by them, the shortest of equal ones. */
function bestSpan(
  zh: readonly Reading[],
  name: string,
  names: LinkedNames,
  learnt: Learnt,
  accounts: Accounts,
): string | undefined {
  const words = name.split(' ').map(bare);
  const content = words.filter((word) => !/^(?:No|St)\.$/.test(word) && !isFunctionStem(stem(word)));
  let best: { text: string; value: number } | undefined;
  for (const reading of zh) {
    for (const [start, end] of spansBetween(reading, content, accounts)) {
      const text = reading.key.slice(start, end);
      const shares = compose(text, content, learnt);
      const { value } = shares;
      const isEnough =
        shares.hasEdges && shares.zh >= ENOUGH_ZH && shares.en >= (content.length > 2 ? ENOUGH_EN : 1);
      const isBetter =
        !best || value > best.value || (value === best.value && text.length < best.text.length);
      if (!isEnough || !isBetter || names.hasChinese(text)) continue;
      const head = name.startsWith('St. ') && reading.key[start - 1] === '圣' ? '圣' : '';
      best = { text: head + text + tailOf(reading.key, end, name), value };
    }
  }
  return best?.text;
}

/** What belongs to a name though no word accounts for it: the rest of an office, and 号 behind a number. */
function tailOf(key: string, end: number, name: string): string {
  if (/\d$/.test(name)) return /\d$/.test(key.slice(0, end)) && key[end] === '号' ? '号' : '';
  if (!isInstitution(name) || OFFICE.test(key.slice(0, end))) return '';
  for (let length = 1; length <= MOST_BEHIND; length++) {
    const tail = key.slice(end, end + length);
    if (/[^\p{Script=Han}]|的/u.test(tail)) return '';
    if (OFFICE.test(tail)) return tail;
  }
  return '';
}

/** Whether a Chinese word accounts for an English one. */
type Accounts = (zh: string, word: string) => boolean;

/** Asked once of each two words, for the same ones stand in many beads. */
function accountsBy(learnt: Learnt): Accounts {
  const known = new Map<string, Map<string, boolean>>();
  return (zh, word) => {
    let ofWord = known.get(word);
    if (!ofWord) {
      ofWord = new Map();
      known.set(word, ofWord);
    }
    let accounts = ofWord.get(zh);
    if (accounts === undefined) {
      accounts = accountsFor(zh, word, learnt);
      ofWord.set(zh, accounts);
    }
    return accounts;
  };
}

/** Strings that end with a piece that one of the words accounts for, and begin with one or a little before. */
function spansBetween(
  { key, tokens }: Reading,
  words: readonly string[],
  accounts: Accounts,
): [number, number][] {
  const telling = tokens.filter((token) =>
    words.some((word) => accountsForToken(key, token, word, accounts)),
  );
  // nodejieba may have cut into the name that the string begins with: 澜/沙市.
  const starts = telling.flatMap((token) => {
    const at = tokens.indexOf(token);
    return tokens.slice(Math.max(0, at - MOST_PIECES_BEFORE), at + 1).map(({ start }) => start);
  });
  return [...new Set(starts)].flatMap((start) =>
    telling
      .map((token): [number, number] => [
        start,
        token.tag === 'value' && key[token.end - 1] === '号' ? token.end - 1 : token.end,
      ])
      .filter(([, end]) => end > start + 1 && end <= start + LONGEST)
      .filter(([, end]) => /^(?:(?!的)[\p{Script=Han}\p{N}·])+$/u.test(key.slice(start, end))),
  );
}

function accountsForToken(
  text: string,
  { key, tag, start, end }: Token,
  word: string,
  accounts: Accounts,
): boolean {
  if (tag !== 'value') return accounts(key, word);
  const number = chineseNumber(text.slice(start, end).replace(/^第|号$/g, ''));
  return number !== undefined && number === englishNumber(word.toLowerCase());
}
