import { isOrdinaryWord } from '../../language/english.ts';
import type { Reading } from '../tokens.ts';

/** One to four capitalised words in a row, as they stand somewhere in the English. */
export interface EnglishName {
  readonly text: string;
  readonly words: readonly string[];
}

/** Where capitalised words stand in one sentence: [start, end) of each, run by run. */
export type Run = readonly (readonly [start: number, end: number])[];

const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}(?:[\p{L}\p{M}]|['’‘-](?=\p{L})|\.(?=\p{Lu}))*/gu;
const POSSESSIVE = /['’‘]s?$/u;
/** Always capitalised. */
const PRONOUN = /^I(?:['’].*)?$/u;
const MOST_WORDS = 4;
/** Of longer words this share at least is capitalised in a headline. */
const HEADLINE_SHARE = 0.7;
const HEADLINE_WORDS = 4;

/** The capitalised words of a text that nothing but a space parts, without `'s` behind them. */
export function capitalisedRuns(text: string): Run[] {
  const runs: [number, number][][] = [];
  let last: [number, number] | undefined;
  for (const { 0: word, index } of text.matchAll(CAPITALISED)) {
    const bare = word.replace(POSSESSIVE, '');
    const follows = last && last[1] + 1 === index && text[last[1]] === ' ';
    const place: [number, number] = [index, index + bare.length];
    if (follows) runs.at(-1)!.push(place);
    else runs.push([place]);
    last = bare === word ? place : undefined;
  }
  return runs;
}

/** A capital says nothing at the beginning of a sentence or of a quotation. */
export function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at).trimEnd();
  return before === '' || /[.!?:…"“‘'「『([–—-]$/.test(before);
}

/** In a headline all words are capitalised, so capitals say nothing there. */
export function isHeadline(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const capitalised = words.filter(isCapitalised).length;
  const isShort = words.length < HEADLINE_WORDS;
  if (isShort) return capitalised === words.length && !/[.!?…,;]/.test(text);
  return capitalised >= HEADLINE_SHARE * words.length;
}

function isCapitalised(word: string): boolean {
  const first = word.charCodeAt(0);
  return first < 0x80 ? first < 0x5b : /^\p{Lu}/u.test(word);
}

/** How a word is written in the documents. */
interface Usage {
  /** Capitalised where a common word would not be. */
  named: number;
  /** Capitalised where any word would be. */
  doubtful: number;
  lower: number;
}

/** What the English of a story calls persons, places and things. */
export class EnglishNames {
  readonly names: readonly EnglishName[];
  readonly #usage = new Map<string, Usage>();
  /** The same, by the words as they are written. */
  readonly #usageByForm = new Map<string, Usage>();

  constructor(readings: readonly Reading[]) {
    const headlines = readings.map(({ text }) => isHeadline(text));
    readings.forEach(({ text }, j) => {
      this.#count(text, headlines[j]!);
    });
    const names = new Map<string, EnglishName>();
    for (const [j, { text }] of readings.entries()) {
      const headline = headlines[j]!;
      for (const run of capitalisedRuns(text)) {
        for (const name of this.#namesIn(run, text, headline)) names.set(name.text, name);
      }
    }
    this.names = [...names.values()];
  }

  /** Whether a capitalised word is one because it is a name. */
  isName(word: string): boolean {
    if (PRONOUN.test(word)) return false;
    const { named, lower, doubtful } = this.#usageOf(word.toLowerCase());
    if (named > 0) return named > lower;
    return lower === 0 && doubtful > 0 && !isOrdinaryWord(word.toLowerCase());
  }

  #count(text: string, headline: boolean): void {
    for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}\p{M}]*(?:['’‘-]\p{L}[\p{L}\p{M}]*)*/gu)) {
      const usage = this.#usageOfWord(word);
      if (!isCapitalised(word)) usage.lower++;
      else if (headline || beginsSentence(text, index)) usage.doubtful++;
      else usage.named++;
    }
  }

  #usageOfWord(word: string): Usage {
    let usage = this.#usageByForm.get(word);
    if (!usage) {
      usage = this.#usageOf(word.replace(POSSESSIVE, '').toLowerCase());
      this.#usageByForm.set(word, usage);
    }
    return usage;
  }

  #usageOf(word: string): Usage {
    let usage = this.#usage.get(word);
    if (!usage) {
      usage = { named: 0, doubtful: 0, lower: 0 };
      this.#usage.set(word, usage);
    }
    return usage;
  }

  /** All runs within a run of which the first or the last word is a name, as far as capitals tell. */
  #namesIn(run: Run, text: string, headline: boolean): EnglishName[] {
    const isCapital = (at: number) => !headline && !beginsSentence(text, at);
    return run.flatMap((_, from) =>
      Array.from({ length: Math.min(MOST_WORDS, run.length - from) }, (__, more) => {
        const words = run.slice(from, from + more + 1);
        return {
          text: text.slice(words[0]![0], words.at(-1)![1]),
          words: words.map(([start, end]) => text.slice(start, end)),
          isSure: words.length > 1 && isCapital(words[0]![0]),
        };
      }).filter(({ words, isSure }) => isSure || this.isName(words[0]!) || this.isName(words.at(-1)!)),
    );
  }
}
