import { chineseNumber } from '../../language/chinese-numbers.ts';
import { lookUp } from '../../language/dictionary.ts';
import { isFunctionStem, stem } from '../../language/english.ts';
import { englishNumber } from '../../language/english-numbers.ts';
import { SOUNDS_ALIKE, soundLikeness } from '../../language/sound.ts';
import { readSpelling } from '../../language/spellings.ts';
import { translationsOf } from '../glosses.ts';
import { hasGenericEnding } from './kinds.ts';
import { DOT } from './link.ts';

/** How far a Chinese string and English words account for each other piece by piece; shares from 0 to 1. */
export interface Composition {
  /** Share of the Chinese characters. */
  readonly zh: number;
  /** Share of the English words, function words left out. */
  readonly en: number;
  /** Both shares together, and how well what is called alike sounds alike; 0 to 1. */
  readonly value: number;
  /** Whether the first character is accounted for, and the last one, or it is such as places and offices end with. */
  readonly hasEdges: boolean;
}

/** Whether the document has taught that a Chinese word may become an English one (a stem). */
export type Learnt = (zh: string, en: string) => boolean;

const LONGEST_PIECE = 6;
/** Shorter words are spelled by too much. */
const FEWEST_LETTERS = 4;

/**
 * Takes a Chinese string apart into pieces that mean, spell or sound like one of the words: 史汀生中心 is `Stimson` by sound
 * and `Center` by meaning, 澜沙商业银行 is `Lansha` by spelling, `Commercial` and `Bank`.
 */
export function compose(zh: string, words: readonly string[], learnt: Learnt = () => false): Composition {
  const open = new Set(words.filter((word) => !isFunctionStem(stem(word))));
  const content = open.size;
  const covered = new Uint8Array(zh.length);
  coverSpelled(zh, open, covered);
  for (let length = Math.min(LONGEST_PIECE, zh.length); length > 0; length--) {
    for (let start = 0; start + length <= zh.length; start++) {
      if (covered.subarray(start, start + length).includes(1)) continue;
      const piece = zh.slice(start, start + length);
      const word = [...open].find((one) => means(piece, one, learnt));
      if (!word) continue;
      // An unknown word may have been learnt as the whole name: 小豆子 is `Little` and `Bean`.
      for (const one of [...open]) if (one === word || learnt(piece, stem(one))) open.delete(one);
      covered.fill(1, start, start + length);
    }
  }
  let doubt = 0;
  for (const gap of gaps(covered)) {
    const called = bestCall(zh, gap, open);
    if (!called) continue;
    doubt += 1 - called.value;
    open.delete(called.word);
    const [start, end] = called.place;
    // 澜沙市 is `Lansha`.
    covered.fill(1, start, hasGenericEnding(zh.slice(start, end + 1)) ? end + 1 : end);
  }
  const dots = zh.match(new RegExp(DOT, 'gu'))?.length ?? 0;
  const sum = covered.reduce((total, one) => total + one, 0);
  const ofZh = Math.min(1, sum / Math.max(1, zh.length - dots));
  const ofEn = content ? 1 - open.size / content : 0;
  return {
    zh: ofZh,
    en: ofEn,
    value: content ? ofZh * (ofEn - doubt / content) : 0,
    hasEdges: covered.at(0) === 1 && (covered.at(-1) === 1 || hasGenericEnding(zh)),
  };
}

/** Whether a Chinese word means, spells or sounds like an English one, or holds a piece that does. */
export function accountsFor(zh: string, word: string, learnt: Learnt): boolean {
  return translationsOf(zh).has(stem(word)) || learnt(zh, stem(word)) || isCalled(zh, word);
}

/** Covers what spells a word letter by letter, and what a place is behind it: 澜沙市 is `Lansha`. */
function coverSpelled(zh: string, open: Set<string>, covered: Uint8Array): void {
  for (const word of [...open]) {
    const letters = lettersOf(word);
    if (letters.length < FEWEST_LETTERS) continue;
    for (let start = 0; start < zh.length; start++) {
      const end = readSpelling(zh, start, letters);
      if (end === undefined || end < start + 2 || covered.subarray(start, end).includes(1)) continue;
      covered.fill(1, start, hasGenericEnding(zh.slice(start, end + 1)) ? end + 1 : end);
      open.delete(word);
      break;
    }
  }
}

function means(piece: string, word: string, learnt: Learnt): boolean {
  const number = englishNumber(word.toLowerCase());
  if (number !== undefined) return chineseNumber(piece.replace(/^第/, '')) === number;
  if (piece.length > 1 && learnt(piece, stem(word))) return true;
  return lookUp(piece).length > 0 && translationsOf(piece).has(stem(word));
}

function isCalled(piece: string, word: string): boolean {
  return likeness(piece, word) >= SOUNDS_ALIKE;
}

/** How well a string spells or sounds like a word, 0 to 1. */
function likeness(piece: string, word: string): number {
  const letters = lettersOf(word);
  if (letters.length < 2 || /\P{Script=Han}/u.test(piece)) return 0;
  if (readSpelling(piece, 0, letters) === piece.length) return 1;
  return piece.length > 1 ? soundLikeness(piece, word) : 0;
}

function lettersOf(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}

/** The stretch of a gap and the word that are most alike, the shortest of equal ones. */
function bestCall(zh: string, gap: readonly [number, number], words: Iterable<string>) {
  let best: { word: string; place: [number, number]; value: number } | undefined;
  for (const word of words) {
    for (const place of stretchesIn(gap)) {
      const value = likeness(zh.slice(...place), word);
      if (value >= SOUNDS_ALIKE && (!best || value >= best.value)) best = { word, place, value };
    }
  }
  return best;
}

/** All stretches of a gap, the longest first. */
function stretchesIn([from, to]: readonly [number, number]): [number, number][] {
  const stretches: [number, number][] = [];
  for (let length = Math.min(LONGEST_PIECE, to - from); length > 0; length--) {
    for (let start = from; start + length <= to; start++) stretches.push([start, start + length]);
  }
  return stretches;
}

/** The stretches that nothing covers yet. */
function gaps(covered: Uint8Array): [number, number][] {
  const found: [number, number][] = [];
  let start = -1;
  for (let at = 0; at <= covered.length; at++) {
    const isOpen = at < covered.length && covered[at] === 0;
    if (isOpen && start < 0) start = at;
    else if (!isOpen && start >= 0) {
      found.push([start, at]);
      start = -1;
    }
  }
  return found;
}
