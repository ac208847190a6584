import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DuiqiError } from '../errors.ts';

/** One reading of a headword in CC-CEDICT. */
export interface DictionaryEntry {
  readonly traditional: string;
  /** Syllables with tone numbers, apart by spaces; proper nouns begin with a capital: `Bei3 jing1`. */
  readonly pinyin: string;
  /** English meanings as CC-CEDICT has them, bracketed remarks included. */
  readonly glosses: readonly string[];
}

const FILE = new URL('../../dist/dictionary.tsv', import.meta.url);
const NEWLINE = 10;

let bytes: Buffer | undefined;
const looked = new Map<string, readonly DictionaryEntry[]>();

/**
 * The entries of a word (Simplified key), none for an unknown one. The compact dictionary made by
 * `npm run build` is a sorted text; it is read once and searched in place, so that opening it costs
 * milliseconds and only the words of the documents are ever parsed.
 */
export function lookUp(simplified: string): readonly DictionaryEntry[] {
  let entries = looked.get(simplified);
  if (!entries) {
    entries = find(simplified);
    looked.set(simplified, entries);
  }
  return entries;
}

function find(simplified: string): DictionaryEntry[] {
  bytes ??= readDictionary();
  const key = Buffer.from(`${simplified}\t`);
  let line = firstLineFrom(bytes, key);
  const entries: DictionaryEntry[] = [];
  while (line + key.length <= bytes.length && key.equals(bytes.subarray(line, line + key.length))) {
    const end = bytes.indexOf(NEWLINE, line);
    const [, traditional, pinyin, ...glosses] = bytes.toString('utf8', line, end).split('\t');
    entries.push({ traditional: traditional ?? '', pinyin: pinyin ?? '', glosses });
    line = end + 1;
  }
  return entries;
}

function readDictionary(): Buffer {
  const path = fileURLToPath(FILE);
  if (!existsSync(path)) {
    throw new DuiqiError(
      'missing-file',
      'the dictionary has not been made.',
      { file: path },
      'Run npm run build.',
    );
  }
  return readFileSync(path);
}

/** Offset of the first line that does not sort before the key, by bytes. */
function firstLineFrom(text: Buffer, key: Buffer): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = text.lastIndexOf(NEWLINE, middle - 1) + 1;
    const lineStart = middle === 0 ? 0 : start;
    const end = text.indexOf(NEWLINE, lineStart);
    if (text.compare(key, 0, key.length, lineStart, Math.min(end, lineStart + key.length)) < 0) low = end + 1;
    else high = lineStart;
  }
  return low;
}
