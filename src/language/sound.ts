import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DuiqiError } from '../errors.ts';
import { type SoundModel, soundModel } from './sound-model.ts';
import {
  type Consonants,
  compareConsonants,
  plainLetters,
  spelledSimply,
  spellingCloseness,
} from './sound-spelling.ts';
import { type Counts, type SoundCounts, sum } from './sound-tallies.ts';

export { plainLetters } from './sound-spelling.ts';

const FILE = new URL('../../dist/sounds.tsv', import.meta.url);

/** Below this closeness of the consonants the likelihood isn't asked. */
const LEAST_CLOSENESS = 0.25;
const LEAST_LOG_RATIO = -30;

/**
 * The likeness from which a Chinese and a Latin name are taken for the same: at most 1 in 2000 random pairs of
 * a name and a capitalised English word reaches it. From `npm run bench:sound`, which prints the likeness that 1 in
 * 2000 reach (.55 to .67 in five draws of names).
 */
export const SOUNDS_ALIKE = 0.68;

/** What a likeness is computed from, in the order of the weights. */
export const CLUES = [
  'log ratio',
  'closeness',
  'first',
  'last',
  'spelling',
  'characters',
  'letters',
  'always',
] as const;

/** What names have taught, and what each of CLUES adds to the log of the odds that a pair is right. */
export interface SoundTable extends SoundCounts {
  readonly weights: readonly number[];
}

/** A likeness learnt from names: of Chinese characters and a Latin word, 0 to 1. */
export type Likeness = (chinese: string, latin: string) => number;

let usual: Likeness | undefined;
let sounding: ReadonlySet<string> | undefined;

/**
 * How likely it is that a foreign name in Chinese characters (Simplified) renders one Latin word (case and accents
 * don't count) rather than one word in twenty: 0 to 1, 耶伦 and `Yellen`. 0 when the consonants have next to nothing in
 * common.
 */
export function soundLikeness(chinese: string, latin: string): number {
  usual ??= likenessBy(usualTable());
  return usual(chinese, latin);
}

/** Whether foreign names are written with this character: at least one name in CC-CEDICT is, beyond all doubt. */
export function writesSounds(character: string): boolean {
  sounding ??= new Set(
    [...usualTable().character].filter(([, chunks]) => sum(chunks) >= 1).map(([known]) => known),
  );
  return sounding.has(character);
}

let table: SoundTable | undefined;

function usualTable(): SoundTable {
  table ??= parseSounds(readSounds());
  return table;
}

/** The likeness by a table of one's own. */
export function likenessBy(table: SoundTable): Likeness {
  const model = soundModel(table);
  return (chinese, latin) => {
    const letters = plainLetters(latin);
    if (!letters || !chinese) return 0;
    const consonants = compareConsonants(chinese, letters);
    if (consonants.closeness < LEAST_CLOSENESS) return 0;
    const clues = cluesOf(model, chinese, letters, consonants);
    const log = clues.reduce((sum, clue, k) => sum + clue * table.weights[k]!, 0);
    return 1 / (1 + Math.exp(-log));
  };
}

/** Numbers in the order of CLUES; `letters` as `plainLetters` gives them. */
export function cluesOf(
  model: SoundModel,
  chinese: string,
  letters: string,
  { closeness, isFirstSame, isLastSame }: Consonants = compareConsonants(chinese, letters),
): number[] {
  const simple = spelledSimply(letters);
  return [
    Math.max(LEAST_LOG_RATIO, model.logRatio(chinese, simple)),
    closeness,
    Number(isFirstSame),
    Number(isLastSame),
    spellingCloseness(chinese, simple),
    chinese.length,
    letters.length,
    1,
  ];
}

/** Whether the consonants have enough in common for the likelihood to be asked; `letters` lower case. */
export function mayBeAlike(chinese: string, letters: string): boolean {
  return compareConsonants(chinese, letters).closeness >= LEAST_CLOSENESS;
}

function readSounds(): string {
  const path = fileURLToPath(FILE);
  if (!existsSync(path)) {
    throw new DuiqiError(
      'missing-file',
      'the table of sounds has not been made.',
      { file: path },
      'Run npm run build.',
    );
  }
  return readFileSync(path, 'utf8');
}

const LEVELS = ['character', 'letter'] as const;
const LEAST_COUNT = 0.05;

/**
 * The table as text, lines sorted, tabs between: level, unit and its chunks with their counts (`k:120.5`), or `weight`
 * and a clue with its weight.
 */
export function formatSounds(table: SoundTable): string {
  const counts = LEVELS.flatMap((level) =>
    [...table[level]].map(([unit, row]) => {
      const chunks = [...row]
        .filter(([, count]) => count >= LEAST_COUNT)
        .map(([chunk, count]) => `${chunk}:${Number(count.toFixed(2))}`)
        .sort();
      return [level, unit, ...chunks].join('\t');
    }),
  );
  const weights = CLUES.map((clue, k) => `weight\t${clue}\t:${Number(table.weights[k]!.toFixed(4))}`);
  return `${[...counts, ...weights].sort().join('\n')}\n`;
}

/** The table in the text that `formatSounds` gives; lines of comment begin with `#`. */
export function parseSounds(text: string): SoundTable {
  const [character, letter, weight]: Counts[] = [new Map(), new Map(), new Map()];
  const levels = new Map([
    ['character', character!],
    ['letter', letter!],
    ['weight', weight!],
  ]);
  for (const line of text.split('\n')) {
    const [level = '', unit = '', ...chunks] = line.split('\t');
    const row = chunks.map((pair): [string, number] => {
      const colon = pair.indexOf(':');
      return [pair.slice(0, colon), Number(pair.slice(colon + 1))];
    });
    levels.get(level)?.set(unit, new Map(row));
  }
  const weights = CLUES.map((clue) => weight!.get(clue)?.get('') ?? 0);
  return { character: character!, letter: letter!, weights };
}
