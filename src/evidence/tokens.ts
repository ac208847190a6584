import { type ChineseWord, chineseWords } from '../language/chinese.ts';
import { chineseWordsOf } from '../language/cutting.ts';
import { englishWords } from '../language/english.ts';
import { renderingsOf } from '../language/english-dictionary.ts';
import { narrow, simplify } from '../language/han.ts';
import type { Part } from '../model.ts';
import { chineseQuantities, englishQuantities } from './quantities.ts';
import type { Quantity } from './quantity.ts';

/**
 * What the lexicon compares: a word, or a value of a quantity (`#90`, `m7`). Keys of Chinese words are
 * Simplified, those of English words are stems; values read the same in both languages.
 */
export interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** nodejieba's part of speech of a Chinese word; `value` for a value of a quantity; else empty. */
  readonly tag: string;
}

/** A sentence as evidence sees it; offsets are into its text. */
export interface Reading {
  readonly text: string;
  /** Narrow Simplified form of a Chinese text, of the same length; the text itself in English. */
  readonly key: string;
  readonly tokens: readonly Token[];
  readonly quantities: readonly Quantity[];
  /** Chinese characters and other letters or digits of a Chinese sentence, letters and digits of an English one. */
  readonly letters: number;
}

/** Reads every sentence of a part. The first Chinese one of a process loads nodejieba. */
export function readTokens(part: Part): Reading[] {
  const read = isChinese(part) ? readChinese : readEnglish;
  return part.sentences.map((sentence) => read(sentence.text));
}

/** Reads every sentence of several parts, the English ones while the thread of `startCutting` cuts the Chinese ones. */
export async function readAllTokens(parts: ReadonlySet<Part>): Promise<Map<Part, Reading[]>> {
  const [zh, en] = [[...parts].filter(isChinese), [...parts].filter((part) => !isChinese(part))];
  const uncut = zh.map(({ sentences }) => sentences.map(({ text }) => withoutWords(text)));
  const cut = chineseWordsOf(uncut.flat().map(({ key, quantities }) => blank(key, quantities)));
  const readings = new Map(en.map((part) => [part, readTokens(part)]));
  // The dictionary remembers what it has looked up; there is time for it now.
  for (const key of new Set([...readings.values()].flat().flatMap(({ tokens }) => tokens.map(keyOf)))) {
    renderingsOf(key);
  }
  const words = (await cut)[Symbol.iterator]();
  zh.forEach((part, k) => {
    readings.set(
      part,
      uncut[k]!.map((sentence) => withWords(sentence, words.next().value)),
    );
  });
  return readings;
}

const isChinese = ({ language }: Part) => language === 'zh';
const keyOf = ({ key }: Token) => key;

type Uncut = Omit<Reading, 'tokens'>;

function readChinese(text: string): Reading {
  const uncut = withoutWords(text);
  return withWords(uncut, chineseWords(blank(uncut.key, uncut.quantities)));
}

function withoutWords(text: string): Uncut {
  const key = narrow(simplify(text));
  return { text, key, quantities: chineseQuantities(key), letters: countLetters(key) };
}

function withWords(uncut: Uncut, words: readonly ChineseWord[]): Reading {
  const tokens = words.map(({ key, start, end, tag }) => ({
    key: isLatin(key) ? key.toLowerCase() : key,
    start,
    end,
    tag,
  }));
  const { text, key, quantities, letters } = uncut;
  return { text, key, quantities, tokens: withValues(tokens, quantities), letters };
}

function readEnglish(text: string): Reading {
  const quantities = englishQuantities(text);
  const words = englishWords(blank(text, quantities)).map(({ stem, start, end }) => ({
    key: stem,
    start,
    end,
    tag: '',
  }));
  return { text, key: text, quantities, tokens: withValues(words, quantities), letters: countLetters(text) };
}

/** Before all Chinese characters and behind all Latin letters, but for the full-width ones. */
const FIRST_EASTERN = 0x2e80;

function isLatin(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first < FIRST_EASTERN || first >= 0xff00) && /^[\p{Script=Latin}]+$/u.test(word);
}

/** The text with the quantities blanked out: nodejieba cuts 2024年3月5日 into six words. */
function blank(text: string, quantities: readonly Quantity[]): string {
  if (quantities.length === 0) return text;
  let result = '';
  let at = 0;
  for (const { start, end } of quantities) {
    result += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}

/** The words and the values of the quantities among them, in order. */
function withValues(words: Token[], quantities: readonly Quantity[]): Token[] {
  if (quantities.length === 0) return words;
  for (const { values, start, end } of quantities) {
    for (const key of values) words.push({ key, start, end, tag: 'value' });
  }
  return words.sort((a, b) => a.start - b.start);
}

const LETTER = /[\p{L}\p{N}]/u;
/** For each code unit whether it is a letter or digit, once somebody has asked: 1 when it is, 2 when it is not. */
const known = new Uint8Array(0x10000);

function countLetters(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code & 0xfc00) === 0xd800) {
      const character = String.fromCodePoint(text.codePointAt(at)!);
      at += character.length - 1;
      if (LETTER.test(character)) letters++;
      continue;
    }
    if (known[code] === 0) known[code] = LETTER.test(text[at]!) ? 1 : 2;
    if (known[code] === 1) letters++;
  }
  return letters;
}
