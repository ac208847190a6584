import { createRequire } from 'node:module';
import { isHan } from './han.ts';

/** A word of a Chinese text: where it stands, its Simplified key and nodejieba's part of speech. */
export interface ChineseWord {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** nr nrt nrfg person, ns place, nt organisation, nz other name, m number, x unknown … */
  readonly tag: string;
}

interface Tagger {
  tag(sentence: string): { word: string; tag: string }[];
}

let tagger: Tagger | undefined;

/**
 * The words of a Simplified key, in order, white space and punctuation left out. The one place that loads
 * nodejieba: over a second and 300 MiB, once a process and only when a text is really cut.
 */
export function chineseWords(key: string): ChineseWord[] {
  // Its native part must come through require: the package is CommonJS with a computed addon path.
  tagger ??= createRequire(import.meta.url)('nodejieba') as Tagger;
  const words: ChineseWord[] = [];
  let at = 0;
  for (const { word, tag } of tagger.tag(key)) {
    const start = key.indexOf(word, at);
    if (start < 0) continue;
    at = start + word.length;
    if (isHan(word) || /[\p{L}\p{N}]/u.test(word)) words.push({ key: word, start, end: at, tag });
  }
  return words;
}
