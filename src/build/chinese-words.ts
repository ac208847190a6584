/**
 * Makes, of the dictionary and the model of cppjieba in the package nodejieba, dist/chinese-words.bin: the words as a trie
 * that language/word-table.ts reads in milliseconds. cppjieba itself takes a second and 300 MiB to read its texts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IMPOSSIBLE, STATES, type WordTableHeader } from '../language/word-table.ts';

const folder = new URL('../../node_modules/nodejieba/submodules/cppjieba/dict/', import.meta.url);
const OUTPUT = fileURLToPath(new URL('../chinese-words.bin', import.meta.url));
/** Each array of numbers is aligned when the first one is. */
const ALIGNED = 8;

interface Word {
  readonly frequency: number;
  readonly tag: string;
}

function linesOf(name: string): string[] {
  return readFileSync(new URL(name, folder), 'utf8').split('\n').filter(Boolean);
}

/** The words, the later of two entries, and the sum of all frequencies, by which they are divided. */
function readWords(): { words: Map<string, Word>; sum: number } {
  const words = new Map<string, Word>();
  const frequencies: number[] = [];
  for (const line of linesOf('jieba.dict.utf8')) {
    const [word = '', frequency, tag = ''] = line.split(' ');
    words.set(word, { frequency: Number(frequency), tag });
    frequencies.push(Number(frequency));
  }
  const usual = frequencies.toSorted((x, y) => x - y)[frequencies.length >> 1]!;
  for (const line of linesOf('user.dict.utf8')) {
    const [word = '', ...rest] = line.split(' ');
    words.set(word, { frequency: rest.length > 1 ? Number(rest[0]) : usual, tag: rest.at(-1) ?? '' });
  }
  return { words, sum: frequencies.reduce((total, frequency) => total + frequency, 0) };
}

/** The nodes of a trie, level by level, so that the children of each stand in a row. */
function trieOf(words: readonly string[]) {
  const nodes = [{ from: 0, to: words.length, depth: 0, letter: 0 }];
  const firsts: number[] = [];
  const ends: (string | undefined)[] = [];
  for (let n = 0; n < nodes.length; n++) {
    const { from, to, depth } = nodes[n]!;
    firsts.push(nodes.length);
    const isWord = depth > 0 && words[from]!.length === depth;
    ends.push(isWord ? words[from] : undefined);
    for (let k = isWord ? from + 1 : from; k < to; ) {
      const letter = words[k]!.charCodeAt(depth);
      let next = k;
      while (next < to && words[next]!.charCodeAt(depth) === letter) next++;
      nodes.push({ from: k, to: next, depth: depth + 1, letter });
      k = next;
    }
  }
  return { firsts: [...firsts, nodes.length], letters: nodes.map(({ letter }) => letter), ends };
}

/** The model: its lines without comments are the beginnings, four lines of transitions, four of emissions. */
function readModel() {
  const lines = linesOf('hmm_model.utf8').filter((line) => !line.startsWith('#'));
  const numbers = (line: string) => line.trim().split(' ').map(Number);
  const emissions = new Map<string, number[]>();
  lines.slice(1 + STATES).forEach((line, state) => {
    for (const entry of line.trim().split(',')) {
      const [character = '', log] = entry.split(':');
      const row = emissions.get(character) ?? new Array<number>(STATES).fill(IMPOSSIBLE);
      row[state] = Number(log);
      emissions.set(character, row);
    }
  });
  return { begins: numbers(lines[0]!), follows: lines.slice(1, 1 + STATES).map(numbers), emissions };
}

const { words, sum } = readWords();
const { firsts, letters, ends } = trieOf([...words.keys()].sort());
const { begins, follows, emissions } = readModel();
const frequencies = [...new Set(Array.from(words.values(), ({ frequency }) => frequency))].sort(
  (x, y) => x - y,
);
const numberOf = new Map(frequencies.map((frequency, k) => [frequency, k + 1]));
const tags = ['', ...new Set(Array.from(words.values(), ({ tag }) => tag).filter(Boolean))];
const characters = [...emissions.keys()];
const header: WordTableHeader = {
  nodes: letters.length,
  characters: characters.length,
  tags,
  frequencies,
  sum,
  begins,
  follows,
};
const line = JSON.stringify(header);
const size = Buffer.byteLength(line) + 1;
const of = (end: string | undefined) => (end === undefined ? undefined : words.get(end));
writeFileSync(
  OUTPUT,
  Buffer.concat([
    Buffer.from(`${line}${' '.repeat((ALIGNED - (size % ALIGNED)) % ALIGNED)}\n`),
    ...[
      Float64Array.from(characters.flatMap((character) => emissions.get(character)!)),
      Int32Array.from(firsts),
      Uint16Array.from(characters, (character) => character.charCodeAt(0)),
      Uint16Array.from(letters),
      Uint16Array.from(ends, (end) => numberOf.get(of(end)?.frequency ?? 0) ?? 0),
      Uint8Array.from(ends, (end) => tags.indexOf(of(end)?.tag ?? '')),
    ].map(({ buffer }) => Buffer.from(buffer)),
  ]),
);
