import { chineseWords } from '../language/chinese.ts';
import { englishWords } from '../language/english.ts';
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
  /** jieba's part of speech of a Chinese word; `value` for a value of a quantity; else empty. */
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

/** Reads every sentence of a part. The first Chinese one of a process reads the words of the dictionary. */
export function readTokens(part: Part): Reading[] {
  const read = part.language === 'zh' ? readChinese : readEnglish;
  return part.sentences.map((sentence) => read(sentence.text));
}

function readChinese(text: string): Reading {
  const key = narrow(simplify(text));
  const quantities = chineseQuantities(key);
  const words = chineseWords(blank(key, quantities)).map(({ key: word, ...place }) => ({
    key: /^[\p{Script=Latin}]+$/u.test(word) ? word.toLowerCase() : word,
    ...place,
  }));
  return {
    text,
    key,
    quantities,
    tokens: inOrder([...words, ...values(quantities)]),
    letters: countLetters(key),
  };
}

function readEnglish(text: string): Reading {
  const quantities = englishQuantities(text);
  const words = englishWords(blank(text, quantities)).map(({ stem, start, end }) => ({
    key: stem,
    start,
    end,
    tag: '',
  }));
  return {
    text,
    key: text,
    quantities,
    tokens: inOrder([...words, ...values(quantities)]),
    letters: countLetters(text),
  };
}

/** The text with the quantities blanked out: jieba cuts 2024年3月5日 into six words. */
function blank(text: string, quantities: readonly Quantity[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of quantities) {
    result += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}

function values(quantities: readonly Quantity[]): Token[] {
  return quantities.flatMap(({ values: keys, start, end }) =>
    keys.map((key) => ({ key, start, end, tag: 'value' })),
  );
}

function inOrder(tokens: Token[]): Token[] {
  return tokens.sort((a, b) => a.start - b.start);
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
