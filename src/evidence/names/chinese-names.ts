import { isFunctionWord } from '../../language/chinese.ts';
import { lookUp } from '../../language/dictionary.ts';
import { writesSounds } from '../../language/sound.ts';
import type { Reading, Token } from '../tokens.ts';
import { DOT } from './link.ts';
import { isNameTag } from './proper-nouns.ts';
import { tokenAt } from './token-search.ts';

/** A foreign name is written with this many characters. */
const SHORTEST = 2;
export const LONGEST = 7;

const meaningful = new Map<string, boolean>();

/** Whether a word has a meaning of its own, so that it need not be a name. */
export function isOrdinary({ key, tag }: Pick<Token, 'key' | 'tag'>): boolean {
  return !isNameTag(tag) && hasMeaning(key);
}

function hasMeaning(key: string): boolean {
  let known = meaningful.get(key);
  if (known === undefined) {
    known = lookUp(key).some(({ pinyin }) => !/^\p{Lu}/u.test(pinyin));
    meaningful.set(key, known);
  }
  return known;
}

/** Adverbs, prepositions, conjunctions, particles, pronouns, numerals: no pieces of names. */
const GRAMMAR = /^[dpcurmqfye]/;

const ALL_HAN = /^\p{Script=Han}*$/u;

/** A token that may be a name or a piece of one: tagged so, unknown, or a single character. */
function mayBeName({ key, tag }: Token): boolean {
  if (!ALL_HAN.test(key)) return false;
  if (key.length === 1) return !GRAMMAR.test(tag) && !isFunctionWord(key);
  return isNameTag(tag) || !hasMeaning(key);
}

/** Runs of neighbouring tokens that may be names. */
function nameRuns({ tokens }: Reading): Token[][] {
  const runs: Token[][] = [];
  let last: Token | undefined;
  for (const token of tokens) {
    if (!mayBeName(token)) last = undefined;
    else {
      if (last && last.end === token.start) runs.at(-1)!.push(token);
      else runs.push([token]);
      last = token;
    }
  }
  return runs;
}

/**
 * The distinct Simplified strings that may write a foreign name by its sound, with the numbers of their sentences.
 * nodejieba cuts such names anywhere (布/林肯), so every run of pieces is one; of a piece that it does not know, also what
 * a character less leaves.
 */
export function soundCandidates(readings: readonly Reading[]): Map<string, number[]> {
  const words = ordinaryWords(readings);
  const found = new Map<string, number[]>();
  readings.forEach((reading, i) => {
    for (const text of new Set(nameRuns(reading).flatMap(stringsOfRun))) {
      const places = found.get(text);
      if (places) places.push(i);
      else if (mayWriteSounds(text) && !words.has(text)) found.set(text, [i]);
    }
  });
  return found;
}

function mayWriteSounds(text: string): boolean {
  return text.length >= SHORTEST && text.length <= LONGEST && Array.from(text).every(writesSounds);
}

function stringsOfRun(run: readonly Token[]): string[] {
  return run.flatMap((first, k) => {
    const strings: string[] = [];
    let text = '';
    for (const { key } of run.slice(k, k + LONGEST)) {
      text += key;
      if (text.length > LONGEST + 1) break;
      if (text !== first.key || !isOrdinary(first)) strings.push(text);
      if (!lookUp(first.key).length) strings.push(text.slice(1));
      if (!lookUp(key).length) strings.push(text.slice(0, -1));
    }
    return strings;
  });
}

/** The words of the sentences that have a meaning of their own and are not tagged as names. */
function ordinaryWords(readings: readonly Reading[]): Set<string> {
  const words = new Set<string>();
  for (const { tokens } of readings) {
    for (const token of tokens) if (!words.has(token.key) && isOrdinary(token)) words.add(token.key);
  }
  return words;
}

const AT_DOT = new RegExp(DOT, 'u');
const DOTS = new RegExp(`(?<=\\p{Script=Han})${DOT}(?=\\p{Script=Han})`, 'gu');

/** The distinct names with dots between their parts, 科林·卡尔, each as its parts; without titles before them. */
export function dottedNames(readings: readonly Reading[]): { key: string; parts: string[] }[] {
  const found = new Map<string, string[]>();
  for (const reading of readings) {
    let start = -1;
    let end = -1;
    for (const { index } of reading.key.matchAll(DOTS)) {
      if (index !== end) start = edgeOfName(reading, index, -1);
      end = edgeOfName(reading, index + 1, 1);
      const isOver = !AT_DOT.test(reading.key[end] ?? '');
      const key = reading.key.slice(start, end);
      if (isOver) found.set(key, key.split(AT_DOT));
    }
  }
  return [...found].filter(([, parts]) => parts.every(Boolean)).map(([key, parts]) => ({ key, parts }));
}

/** Where the part of a name that touches `at` ends, going left (-1) or right (1) over pieces that may be a name. */
function edgeOfName({ tokens }: Reading, at: number, step: -1 | 1): number {
  let edge = at;
  for (;;) {
    const next = tokenAt(tokens, step < 0 ? edge - 1 : edge);
    const touches = next && next.tag !== 'value' && (step < 0 ? next.end : next.start) === edge;
    if (!touches || (edge !== at && !continuesName(next)) || Math.abs(edge - at) >= LONGEST) return edge;
    edge = step < 0 ? next.start : next.end;
  }
}

/** 布/林肯, but no title before the name (顾问/科林) and no word between two of them (海因里希/和). */
function continuesName(token: Token): boolean {
  return mayBeName(token) && (token.key.length === 1 || !hasMeaning(token.key));
}
