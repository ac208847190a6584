/**
 * Makes dist/sounds.tsv, what the foreign names of CC-CEDICT teach about the sound of Chinese characters, for
 * language/sound.ts: by expectation-maximisation over all ways to cut a name into one chunk of letters a character.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { halvesOf, readings } from '../language/pinyin.ts';
import { formatSounds } from '../language/sound.ts';
import {
  add,
  type Chunks,
  type Counts,
  END,
  MOST_LETTERS,
  type SoundModel,
  type SoundTable,
  soundModel,
  WIDTH,
} from '../language/sound-model.ts';
import { type ForeignName, foreignNames } from './foreign-names.ts';

const DICTIONARY = fileURLToPath(new URL('../dictionary.tsv', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../sounds.tsv', import.meta.url));
const LICENCE = '# Learnt from CC-CEDICT, www.mdbg.net, CC BY-SA 4.0; see NOTICE';

const ROUNDS = 6;
/** Rounds before which it is chosen which word of several a name is, and translations (冰岛) are left out. */
const CHOOSING = [2, 4];
/** Log of the likelihood ratio that the chosen word must reach. */
const LEAST_LOG_RATIO = 0;
const LEAST_COUNT = 0.01;

type Levels = Omit<SoundTable, 'letter'>;
type Pair = readonly [characters: readonly string[], letters: string];
/** How likely the character `k` stands for the chunk of `n` letters from `at` on, up to a factor of the word. */
type Shares = (k: number, at: number, n: number) => number;

/** Text of sounds.tsv as learnt from these names. */
export function train(names: readonly ForeignName[]): string {
  const sure = names.filter(({ forms }) => forms.length === 1);
  const letter = letterCounts(new Set(sure.map(({ forms }) => forms[0]!)));
  let chosen = sure.map(({ chinese, forms }): Pair => [[...chinese], forms[0]!]).filter(isReadable);
  let table: SoundTable = { ...emptyLevels(), letter };
  for (let round = 0; round < ROUNDS; round++) {
    const model = soundModel(table);
    if (CHOOSING.includes(round)) chosen = choose(names, model);
    const next = emptyLevels();
    for (const pair of chosen) {
      learn(next, table, pair, round === 0 ? guessedShares(pair) : modelShares(pair, model));
    }
    table = { ...next, letter };
  }
  return `${LICENCE}\n${formatSounds(table)}`;
}

function emptyLevels(): Levels {
  return { character: new Map(), syllable: new Map(), initial: new Map(), final: new Map() };
}

function isReadable([characters]: Pair): boolean {
  return characters.every((character) => readings(character).length > 0);
}

function letterCounts(words: ReadonlySet<string>): Counts {
  const counts: Counts = new Map();
  for (const word of words) {
    let before = END;
    for (const letter of word + END) {
      add(rowOf(counts, before), letter, 1);
      before = letter;
    }
  }
  return counts;
}

function rowOf(counts: Counts, unit: string): Chunks {
  const row: Chunks = counts.get(unit) ?? new Map();
  counts.set(unit, row);
  return row;
}

function choose(names: readonly ForeignName[], model: SoundModel): Pair[] {
  return names.flatMap(({ chinese, forms }): Pair[] => {
    const ratios = forms.map((form) => model.logRatio(chinese, form));
    const best = Math.max(...ratios);
    const pair: Pair = [[...chinese], forms[ratios.indexOf(best)]!];
    return best >= LEAST_LOG_RATIO && isReadable(pair) ? [pair] : [];
  });
}

function modelShares([characters, letters]: Pair, model: SoundModel): Shares {
  const ratios = model.ratios(characters, letters);
  return (k, at, n) => ratios[(k * (letters.length + 1) + at) * WIDTH + n]!;
}

/** Letters that an initial is often written for: where learning begins. */
const LIKELY: Readonly<Record<string, string>> = {
  b: 'bpvfw',
  p: 'pbf',
  m: 'mn',
  f: 'fvph',
  d: 'dt',
  t: 'td',
  n: 'n',
  l: 'lr',
  g: 'gkcj',
  k: 'kcqgx',
  h: 'hgjwf',
  j: 'jgkcdz',
  q: 'cjtqk',
  x: 'shcxz',
  zh: 'jgzdc',
  ch: 'ctj',
  sh: 'sc',
  r: 'rjgz',
  z: 'zs',
  c: 'zcst',
  s: 'szctx',
  y: 'ieyaj',
  w: 'wvuo',
  '': 'aeiouy',
};
const LENGTHS = [0.02, 0.2, 0.35, 0.25, 0.08, 0.03];
const LETTER = 1 / 20;
const LIKELIER = 10;

function guess(syllable: string, chunk: string): number {
  const isLikely = chunk !== '' && LIKELY[halvesOf(syllable)[0]]!.includes(chunk[0]!);
  return LENGTHS[chunk.length]! * LETTER ** chunk.length * (isLikely ? LIKELIER : 1);
}

function guessedShares([characters, letters]: Pair): Shares {
  return (k, at, n) =>
    Math.max(...readings(characters[k]!).map((syllable) => guess(syllable, letters.slice(at, at + n))));
}

/** Adds what one pair teaches: each chunk of each character by how likely it is among all ways to cut the word. */
function learn(next: Levels, table: SoundTable, [characters, letters]: Pair, shares: Shares): void {
  const { length } = letters;
  const forward = [start(length, 0)];
  characters.forEach((_, k) => {
    const sums = new Float64Array(length + 1);
    eachChunk(length, (at, n) => {
      sums[at + n]! += forward[k]![at]! * shares(k, at, n);
    });
    forward.push(sums);
  });
  const all = forward.at(-1)![length]!;
  let backward = start(length, length);
  for (let k = characters.length - 1; k >= 0; k--) {
    const sums = new Float64Array(length + 1);
    eachChunk(length, (at, n) => {
      const rest = shares(k, at, n) * backward[at + n]!;
      sums[at]! += rest;
      const count = (forward[k]![at]! * rest) / all;
      if (count >= LEAST_COUNT) countChunk(next, table, characters[k]!, letters.slice(at, at + n), count);
    });
    backward = sums;
  }
}

function start(length: number, at: number): Float64Array {
  const values = new Float64Array(length + 1);
  values[at] = 1;
  return values;
}

function eachChunk(length: number, use: (at: number, n: number) => void): void {
  for (let at = 0; at <= length; at++) for (let n = 0; n <= MOST_LETTERS && at + n <= length; n++) use(at, n);
}

/** A chunk of a character, shared out among its syllables and among the cuts between initial and final. */
function countChunk(next: Levels, table: SoundTable, character: string, chunk: string, count: number): void {
  add(rowOf(next.character, character), chunk, count);
  const syllables = readings(character);
  const weights = syllables.map(
    (syllable) => (table.syllable.get(syllable)?.get(chunk) ?? 0) + guess(syllable, chunk),
  );
  for (const [k, part] of sharedOut(count, weights)) {
    const [initial, final] = halvesOf(syllables[k]!);
    add(rowOf(next.syllable, syllables[k]!), chunk, part);
    for (const [cut, piece] of sharedOut(part, cutWeights(table, initial, final, chunk))) {
      add(rowOf(next.initial, initial), chunk.slice(0, cut), piece);
      add(rowOf(next.final, final), chunk.slice(cut), piece);
    }
  }
}

function cutWeights(table: SoundTable, initial: string, final: string, chunk: string): number[] {
  const [starts, ends] = [table.initial.get(initial), table.final.get(final)];
  return Array.from({ length: chunk.length + 1 }, (_, cut) => {
    if (!starts || !ends)
      return /^[^aeiouy]*$/.test(chunk.slice(0, cut)) && !/^[^aeiouy]/.test(chunk.slice(cut)) ? 1 : 0.05;
    return ((starts.get(chunk.slice(0, cut)) ?? 0) + 0.01) * ((ends.get(chunk.slice(cut)) ?? 0) + 0.01);
  });
}

function sharedOut(count: number, weights: readonly number[]): [index: number, part: number][] {
  const total = weights.reduce((a, b) => a + b, 0);
  return weights
    .map((weight, k): [number, number] => [k, (count * weight) / total])
    .filter(([, part]) => part >= LEAST_COUNT);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(OUTPUT, train(foreignNames(readFileSync(DICTIONARY, 'utf8'))));
}
