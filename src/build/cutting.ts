/** Makes, of the dictionary of nodejieba, the two files that it reads beside it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DICTIONARIES } from '../language/tagger.ts';

const IDF_OUTPUT = fileURLToPath(new URL('../idf.utf8', import.meta.url));
const USER_WORDS_OUTPUT = fileURLToPath(new URL('../user-words.utf8', import.meta.url));

function rowsOf(file: string): string[][] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => line.split(' '));
}

/** What nodejieba takes for the frequency of a word that comes without one. */
function medianFrequency(file: string): number {
  const frequencies = Float64Array.from(rowsOf(file), ([, frequency]) => Number(frequency)).sort();
  return frequencies[frequencies.length >> 1]!;
}

// Word weights for keyword extraction, which duiqi has no use for. The file is large, and an empty one ends the process.
writeFileSync(IDF_OUTPUT, '的 1\n是 1\n');
// The words beside the dictionary get the frequency that they have with all of it, for whatever part of it is loaded.
const median = medianFrequency(DICTIONARIES.words);
const userWords = rowsOf(DICTIONARIES.userWords).map(([word, ...rest]) => {
  const [frequency, tag] = rest.length === 2 ? rest : [median, rest[0] ?? 'x'];
  return `${word} ${frequency} ${tag}\n`;
});
writeFileSync(USER_WORDS_OUTPUT, userWords.join(''));
