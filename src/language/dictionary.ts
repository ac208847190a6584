import { SortedTable } from './sorted-table.ts';

/** One reading of a headword in CC-CEDICT. */
export interface DictionaryEntry {
  readonly traditional: string;
  /** Syllables with tone numbers, apart by spaces; proper nouns begin with a capital: `Bei3 jing1`. */
  readonly pinyin: string;
  /** English meanings as CC-CEDICT has them, bracketed remarks included. */
  readonly glosses: readonly string[];
}

/** The compact form of CC-CEDICT that `npm run build` makes: Simplified, Traditional, pinyin, glosses. */
const table = new SortedTable(new URL('../../dist/dictionary.tsv', import.meta.url));
const looked = new Map<string, readonly DictionaryEntry[]>();

/** The entries of a word (Simplified key), none for an unknown one. */
export function lookUp(simplified: string): readonly DictionaryEntry[] {
  let entries = looked.get(simplified);
  if (!entries) {
    entries = table.find(simplified).map(([traditional, pinyin, ...glosses]) => ({
      traditional: traditional ?? '',
      pinyin: pinyin ?? '',
      glosses,
    }));
    looked.set(simplified, entries);
  }
  return entries;
}
