import { isHan } from './han.ts';
import { taggedWords } from './tagger.ts';

/** A word of a Chinese text: where it stands, its Simplified key and nodejieba's part of speech. */
export interface ChineseWord {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** nr nrt nrfg person, ns place, nt organisation, nz other name, m number, x unknown … */
  readonly tag: string;
}

/** The words of a Simplified key, in order, white space and punctuation left out. The first one loads nodejieba. */
export function chineseWords(key: string): ChineseWord[] {
  const words: ChineseWord[] = [];
  let at = 0;
  for (const { word, tag } of taggedWords(key)) {
    const start = key.indexOf(word, at);
    if (start < 0) continue;
    at = start + word.length;
    if (isHan(word) || /[\p{L}\p{N}]/u.test(word)) words.push({ key: word, start, end: at, tag });
  }
  return words;
}

const FUNCTION_WORDS = new Set(
  '的 了 是 在 不 我 他 她 它 你 我们 他们 你们 这 那 这个 那个 有 没有 和 与 就 也 都 又 还 说 着 到 上 个 一个 地 得 要 会 能 很 把 被 给 从 而 及 以 于 对 为 因为 所以 但 但是 如果 或 之 其 等 中 里 来 去 后 时 自己 什么'.split(
    ' ',
  ),
);

/** Whether a word (Simplified key) says little on its own: particles, pronouns, prepositions, auxiliaries. */
export function isFunctionWord(key: string): boolean {
  return FUNCTION_WORDS.has(key);
}
