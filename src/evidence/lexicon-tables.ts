import type { Lexicon } from './lexicon.ts';
import { flatRows, type Rows, viewsOf } from './rows.ts';

/** A lexicon in tables that threads share. */
export interface LexiconTables {
  readonly zhToEn: Rows;
  readonly enToZh: Rows;
}

const known = new WeakMap<Lexicon, LexiconTables>();

/** Those of a lexicon; laid out once, however often they are asked for. */
export function tablesOfLexicon(lexicon: Lexicon): LexiconTables {
  const tables = known.get(lexicon) ?? {
    zhToEn: flatRows(lexicon.zhToEn),
    enToZh: flatRows(lexicon.enToZh),
  };
  known.set(lexicon, tables);
  return tables;
}

/** The lexicon that stands in tables. */
export function lexiconOf(tables: LexiconTables): Lexicon {
  const lexicon = { zhToEn: viewsOf(tables.zhToEn), enToZh: viewsOf(tables.enToZh) };
  known.set(lexicon, tables);
  return lexicon;
}
