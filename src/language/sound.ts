import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { distance } from 'fastest-levenshtein';
import { DuiqiError } from '../errors.ts';
import { halvesOf, readings } from './pinyin.ts';
import { type Counts, type SoundModel, type SoundTable, soundModel } from './sound-model.ts';

const FILE = new URL('../../dist/sounds.tsv', import.meta.url);

/** Log of the likelihood ratio that makes half of a likeness. */
const HALF = 5.2;
/** How much of the ratio is worth one step of the logistic curve. */
const STEP = 2;
/** What the likeness of the consonants adds to the log, from none in common to all. */
const CONSONANTS = 4;
/** The likeness of the consonants of right pairs, on average; below the least the likelihood isn't asked. */
const USUAL_CLOSENESS = 0.6;
const LEAST_CLOSENESS = 0.2;

/**
 * The likeness from which a Chinese and a Latin name are taken for the same: at most 1 in 2000 random pairs of
 * a name and a capitalised English word reaches it. From `npm run bench:sound`, which prints the likeness that 1 in
 * 2000 reach (.43 to .54 in two draws of names).
 */
export const SOUNDS_ALIKE = 0.54;

let model: SoundModel | undefined;

/**
 * How well a foreign name in Chinese characters (Simplified) renders one Latin word (case and accents don't count),
 * 0 to 1: 耶伦 and `Yellen`. 0 when the consonants have next to nothing in common.
 */
export function soundLikeness(chinese: string, latin: string): number {
  model ??= soundModel(parseSounds(readSounds()));
  return likenessBy(model, chinese, latin);
}

/** The likeness by a model of one's own. */
export function likenessBy(by: SoundModel, chinese: string, latin: string): number {
  const letters = plainLetters(latin);
  if (!letters || !chinese) return 0;
  const consonants = consonantCloseness(chinese, letters);
  if (consonants < LEAST_CLOSENESS) return 0;
  const log = by.logRatio(chinese, letters) + CONSONANTS * (consonants - USUAL_CLOSENESS);
  return 1 / (1 + Math.exp((HALF - log) / STEP));
}

/** Whether the consonants have enough in common for the likelihood to be asked; `letters` lower case. */
export function mayBeAlike(chinese: string, letters: string): boolean {
  return consonantCloseness(chinese, letters) >= LEAST_CLOSENESS;
}

const plain = new Map<string, string>();

/** Lower case, without accents and anything that is no letter of the English alphabet. */
export function plainLetters(word: string): string {
  let letters = plain.get(word);
  if (letters === undefined) {
    letters = word
      .toLowerCase()
      .replace(/[łøßæœðþı]/g, (letter) => ELSEWHERE[letter]!)
      .normalize('NFD')
      .replace(/[^a-z]/g, '');
    plain.set(word, letters);
  }
  return letters;
}

const ELSEWHERE: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** How alike the consonants are by edit distance, 0 to 1; names with hardly any are given the middle. */
function consonantCloseness(chinese: string, letters: string): number {
  const [zh, en] = [skeletonOf(chinese), consonantsOf(letters)];
  const longer = Math.max(zh.length, en.length);
  return longer < 2 ? 0.5 : 1 - distance(zh, en) / longer;
}

const bones = new Map<string, string>();

function skeletonOf(chinese: string): string {
  let skeleton = '';
  for (const character of chinese) {
    let own = bones.get(character);
    if (own === undefined) {
      own = boneOf(readings(character)[0] ?? '');
      bones.set(character, own);
    }
    skeleton += own;
  }
  return skeleton;
}

function boneOf(syllable: string): string {
  if (syllable === 'er') return 'L';
  const [initial, final] = halvesOf(syllable);
  return consonantsOf(initial) + (/ng?$/.test(final) ? 'N' : '');
}

/** Consonants that Chinese writing of foreign names keeps apart from each other. */
const CLASSES: readonly (readonly [letters: string, sign: string])[] = [
  ['bpfvw', 'P'],
  ['dt', 'T'],
  ['gkqhc', 'K'],
  ['szxj', 'S'],
  ['mn', 'N'],
  ['lr', 'L'],
];
const SIGNS = new Map(
  CLASSES.flatMap(([letters, sign]) => Array.from(letters, (letter) => [letter, sign] as const)),
);
const skeletons = new Map<string, string>();

function consonantsOf(letters: string): string {
  let skeleton = skeletons.get(letters);
  if (skeleton === undefined) {
    skeleton = Array.from(letters.replace(/[zcs]h|tch/g, 's'), (letter) => SIGNS.get(letter) ?? '')
      .join('')
      .replace(/(.)\1/g, '$1');
    skeletons.set(letters, skeleton);
  }
  return skeleton;
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

const LEVELS = ['character', 'syllable', 'initial', 'final', 'letter'] as const;

/** The table as text: level, unit and its chunks with their counts (`k:120.5`), tabs between, sorted. */
export function formatSounds(table: SoundTable): string {
  const lines = LEVELS.flatMap((level) =>
    [...table[level]].map(([unit, row]) => {
      const chunks = [...row]
        .filter(([, count]) => count >= 0.05)
        .map(([chunk, count]) => `${chunk}:${Number(count.toFixed(2))}`)
        .sort();
      return [level, unit, ...chunks].join('\t');
    }),
  );
  return `${lines.sort().join('\n')}\n`;
}

/** The table in the text that `formatSounds` gives; lines of comment begin with `#`. */
export function parseSounds(text: string): SoundTable {
  const counts = new Map<string, Counts>(LEVELS.map((level) => [level, new Map()]));
  for (const line of text.split('\n')) {
    const [level = '', unit = '', ...chunks] = line.split('\t');
    const row = chunks.map((pair): [string, number] => {
      const colon = pair.indexOf(':');
      return [pair.slice(0, colon), Number(pair.slice(colon + 1))];
    });
    counts.get(level)?.set(unit, new Map(row));
  }
  const [character, syllable, initial, final, letter] = LEVELS.map((level) => counts.get(level)!);
  return { character: character!, syllable: syllable!, initial: initial!, final: final!, letter: letter! };
}
