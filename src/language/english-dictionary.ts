import { SortedTable } from './sorted-table.ts';

/** A Chinese word (Simplified key) by which an English one is rendered, and its share of all its renderings. */
export type Rendering = readonly [zh: string, share: number];

/** The compact form of ECDICT that `npm run build` makes: stem, then words with thousandths behind them. */
const table = new SortedTable(new URL('../../dist/english-dictionary.tsv', import.meta.url));
const looked = new Map<string, readonly Rendering[]>();

/** The Chinese words by which ECDICT renders an English stem, the likeliest first; none for an unknown one. */
export function renderingsOf(stem: string): readonly Rendering[] {
  let renderings = looked.get(stem);
  if (!renderings) {
    renderings = table.find(stem).flatMap((fields) => fields.map(parse));
    looked.set(stem, renderings);
  }
  return renderings;
}

/** `快乐306` */
function parse(field: string): Rendering {
  const digits = field.search(/\d+$/);
  return [field.slice(0, digits), Number(field.slice(digits)) / 1000];
}
