/**
 * Makes dist/sounds.tsv, what the foreign names of CC-CEDICT teach about the sound of Chinese characters, for
 * language/sound.ts: by expectation-maximisation over all ways to cut a name into one chunk of letters a character.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { halvesOf, readings } from '../language/pinyin.ts';
import { formatSounds } from '../language/sound.ts';
import { MOST_LETTERS, type SoundModel, soundModel, WIDTH } from '../language/sound-model.ts';
import { spelledSimply } from '../language/sound-spelling.ts';
import { add, type Counts, END, rowOf, type SoundCounts } from '../language/sound-tallies.ts';
import { type ForeignName, foreignNames } from './foreign-names.ts';
import { learnWeights, type NamePair } from './sound-weights.ts';

const DICTIONARY = fileURLToPath(new URL('../dictionary.tsv', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../sounds.tsv', import.meta.url));
const LICENCE = '# Learnt from CC-CEDICT, www.mdbg.net, CC BY-SA 4.0; see NOTICE';

const ROUNDS = 4;
/** Rounds before which it is chosen which word of several a name is, and translations (冰岛) are left out. */
const CHOOSING = [2, 3];
/** Log of the likelihood ratio that the chosen word must reach. */
const LEAST_LOG_RATIO = 0;
const LEAST_COUNT = 0.01;

type Name = Pick<ForeignName, 'chinese' | 'forms'>;
type Pair = readonly [characters: readonly string[], letters: string];
/** How likely the character `k` stands for the chunk of `n` letters from `at` on, up to a factor of the word. */
type Shares = (k: number, at: number, n: number) => number;

/** Text of sounds.tsv as learnt from these names. */
export function train(names: readonly ForeignName[]): string {
  const { counts, chosen } = learnSounds(names);
  const halves = [0, 1].map((half) =>
    soundModel(learnSounds(names.filter(({ forms }) => halfOf(forms.at(-1)!) !== half)).counts),
  );
  const weights = learnWeights(chosen, ([, letters]) => halves[halfOf(letters)]!);
  return `${LICENCE}\n${formatSounds({ ...counts, weights })}`;
}

/** Into which half of the names one falls, by its letters: 0 or 1. */
function halfOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % 2;
}

/** The counts, and the pairs of one Latin word that fit. */
function learnSounds(names: readonly ForeignName[]): { counts: SoundCounts; chosen: NamePair[] } {
  const spelled = names.map(({ chinese, forms }): Name => ({ chinese, forms: forms.map(spelledSimply) }));
  const sure = spelled.filter(({ forms }) => forms.length === 1);
  const letter = letterCounts(new Set(sure.map(({ forms }) => forms[0]!)));
  let pairs = sure.map(({ chinese, forms }): Pair => [[...chinese], forms[0]!]).filter(isReadable);
  let character: Counts = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const model = soundModel({ character, letter });
    if (CHOOSING.includes(round)) pairs = choose(spelled, model);
    const next: Counts = new Map();
    for (const pair of pairs) learn(next, pair, round === 0 ? guessedShares(pair) : modelShares(pair, model));
    character = next;
  }
  const model = soundModel({ character, letter });
  const chosen = names
    .filter(({ forms, isWhole }) => forms.length === 1 && isWhole)
    .map(({ chinese, forms }): NamePair => [chinese, forms[0]!])
    .filter(([chinese, letters]) => model.logRatio(chinese, spelledSimply(letters)) >= LEAST_LOG_RATIO);
  return { counts: { character, letter }, chosen };
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

function choose(names: readonly Name[], model: SoundModel): Pair[] {
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
function learn(next: Counts, [characters, letters]: Pair, shares: Shares): void {
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
      if (count >= LEAST_COUNT)
        add(rowOf(next, characters[k]!), letters.slice(at, at + n) + (at + n === length ? END : ''), count);
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(OUTPUT, train(foreignNames(readFileSync(DICTIONARY, 'utf8'))));
}
