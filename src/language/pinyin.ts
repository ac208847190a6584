import { SortedTable } from './sorted-table.ts';

/** Made by the build: each character with its readings in CC-CEDICT. */
const table = new SortedTable(new URL('../../dist/readings.tsv', import.meta.url));
const NONE: readonly string[] = [];

const known = new Map<string, readonly string[]>();

/** The readings of one Chinese character without tones, `ü` as `u`, as names are written: 吕 is `lu` and `lv`. */
export function readings(character: string): readonly string[] {
  let own = known.get(character);
  if (!own) {
    own = table.find(character)[0] ?? NONE;
    known.set(character, own);
  }
  return own;
}

/** The plain syllables of a reading of CC-CEDICT, `lu:3`: as its readers may write it. */
export function plainSyllables(pinyin: string): string[] {
  const plain = pinyin.toLowerCase().replace(/[1-5]/g, '');
  return plain.includes('u:') ? [plain.replace('u:', 'u'), plain.replace('u:', 'v')] : [plain];
}

/** The most spellings that `romanise` gives for one word. */
const MOST = 8;

/** The pinyin spellings of a word, syllables joined: 清扬 is `qingyang`; none when a character has no reading. */
export function romanise(word: string): readonly string[] {
  let spelled = [''];
  for (const character of word) {
    const syllables = readings(character);
    spelled = spelled.flatMap((start) => syllables.map((syllable) => start + syllable)).slice(0, MOST);
  }
  return spelled;
}

/** A syllable of pinyin cut into its initial, which may be empty, and its final: `zh` and `ong`. */
export function halvesOf(syllable: string): readonly [initial: string, final: string] {
  const initial = /^(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?/.exec(syllable)![0];
  return [initial, syllable.slice(initial.length)];
}
