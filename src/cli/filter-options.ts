/** What the options of `duiqi filter` say. */
import { DuiqiError } from '../errors.ts';
import { RULE_NAMES, type RuleName } from '../units/filter/rules.ts';
import type { Shares } from '../units/filter/split.ts';
import type { TestSet } from '../units/filter/test-set.ts';
import { THRESHOLDS, type Thresholds } from '../units/filter/thresholds.ts';
import type { MemoryReading } from './memories.ts';
import { oneOf, probability } from './values.ts';

export const FILTER_OPTIONS = {
  o: { type: 'string', describe: 'Write to FILE.jsonl, .tmx, .tsv, .zh …; else JSONL is printed' },
  report: { type: 'boolean', describe: 'Say on standard error how much each rule dropped' },
  'dry-run': { type: 'boolean', describe: 'Write nothing; print samples of what each rule drops' },
  only: { type: 'string', array: true, describe: 'Apply these rules alone: RULE,RULE' },
  without: { type: 'string', array: true, describe: 'Apply all rules but these: RULE,RULE' },
  'max-ratio': {
    type: 'string',
    defaultDescription: `${THRESHOLDS.maxRatio}`,
    describe: 'How many times too long for the other a side may be',
  },
  'min-parallel': {
    type: 'string',
    defaultDescription: `${THRESHOLDS.minParallel}`,
    describe: 'Lowest parallel, or score where that is unknown',
  },
  'min-words': {
    type: 'string',
    defaultDescription: `${THRESHOLDS.minWords}`,
    describe: 'Fewest English words',
  },
  'max-words': {
    type: 'string',
    defaultDescription: `${THRESHOLDS.maxWords}`,
    describe: 'Most English words',
  },
  'min-characters': {
    type: 'string',
    defaultDescription: `${THRESHOLDS.minCharacters}`,
    describe: 'Fewest Chinese characters',
  },
  'max-characters': {
    type: 'string',
    defaultDescription: `${THRESHOLDS.maxCharacters}`,
    describe: 'Most Chinese characters',
  },
  'test-set': {
    type: 'string',
    array: true,
    describe: 'Drop what stands in it: a memory, or text with a sentence a line',
  },
  dev: { type: 'string', describe: 'This share goes to OUT.dev.EXT: 0.01' },
  test: { type: 'string', describe: 'This share goes to OUT.test.EXT: 0.01' },
  seed: { type: 'string', defaultDescription: '0', describe: 'Another number, another choice of sets' },
  source: { type: 'string', describe: 'Name of the collection, where a unit has none' },
  licence: { type: 'string', describe: 'Licence, where a unit has none' },
  url: { type: 'string', describe: 'Address, where a unit has none' },
  from: {
    type: 'string',
    defaultDescription: 'en',
    describe: 'The side that a memory calls the source: en or zh',
  },
  'zh-lang': { type: 'string', describe: 'The locale of the Chinese, whatever the file says' },
  'en-lang': { type: 'string', describe: 'The locale of the English' },
} as const;

/** The rules that are on. @throws DuiqiError `usage` for a name of no rule */
export function rulesOf({
  only,
  without,
}: {
  only?: string[] | undefined;
  without?: string[] | undefined;
}): RuleName[] {
  const named = (option: string, lists: readonly string[]) =>
    lists.flatMap((list) => list.split(',').map((name) => oneOf(option, name.trim(), RULE_NAMES)));
  const chosen = only === undefined ? RULE_NAMES : named('--only', only);
  const left = named('--without', without ?? []);
  return RULE_NAMES.filter((name) => chosen.includes(name) && !left.includes(name));
}

type ThresholdValues = Readonly<
  Partial<
    Record<
      'max-ratio' | 'min-parallel' | 'min-words' | 'max-words' | 'min-characters' | 'max-characters',
      string | undefined
    >
  >
>;

/** The thresholds that were named. @throws DuiqiError `usage` for what is no number, or out of range */
export function thresholdsOf(values: ThresholdValues): Partial<Thresholds> {
  const { 'max-ratio': ratio, 'min-parallel': parallel } = values;
  const counts = {
    minWords: values['min-words'] && count('--min-words', values['min-words']),
    maxWords: values['max-words'] && count('--max-words', values['max-words']),
    minCharacters: values['min-characters'] && count('--min-characters', values['min-characters']),
    maxCharacters: values['max-characters'] && count('--max-characters', values['max-characters']),
  };
  return {
    ...Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== undefined)),
    ...(ratio !== undefined && { maxRatio: factor('--max-ratio', ratio) }),
    ...(parallel !== undefined && { minParallel: probability('--min-parallel', parallel) }),
  };
}

function count(option: string, typed: string): number {
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  throw new DuiqiError('usage', `${option} ${typed}: not a count.`, {}, `Write for example ${option} 5.`);
}

function factor(option: string, typed: string): number {
  const value = Number(typed);
  if (/^\d{1,6}(?:\.\d{1,6})?$/.test(typed) && value >= 1) return value;
  throw new DuiqiError(
    'usage',
    `${option} ${typed}: not a number from 1 up.`,
    {},
    `Write for example ${option} 3.`,
  );
}

/** The shares that do not train. @throws DuiqiError `usage` for shares that leave nothing */
export function sharesOf({ dev, test }: { dev?: string | undefined; test?: string | undefined }): Shares {
  const shares = {
    dev: dev === undefined ? 0 : probability('--dev', dev),
    test: test === undefined ? 0 : probability('--test', test),
  };
  if (shares.dev + shares.test < 1) return shares;
  throw new DuiqiError(
    'usage',
    '--dev and --test leave nothing to train on.',
    {},
    'Write for example --dev 0.01 --test 0.01.',
  );
}

/** A whole number. @throws DuiqiError `usage` */
export function seedOf({ seed = '0' }: { seed?: string | undefined }): number {
  return count('--seed', seed);
}

/**
 * The sentences of all test sets, and the files that they stand in.
 *
 * @throws DuiqiError as reading finds; `empty` for a test set without a sentence
 */
export async function testSetOf(
  paths: readonly string[],
  reading: MemoryReading,
): Promise<{ readonly sentences: TestSet | undefined; readonly files: readonly string[] }> {
  if (paths.length === 0) return { sentences: undefined, files: [] };
  const { TestSet } = await import('../units/filter/test-set.ts');
  const sentences = new TestSet();
  const files: string[] = [];
  for (const path of paths) {
    const before = files.length;
    for await (const [zh, en] of pairsOf(path, reading, files)) {
      if (zh && en) sentences.addPair(zh, en);
      else sentences.addSentence(zh || en);
    }
    if (files.length === before) files.push(path);
  }
  if (!sentences.isEmpty) return { sentences, files };
  throw new DuiqiError(
    'empty',
    'there is no sentence in it that tells.',
    { file: paths[0] },
    'Give a test set with --test-set.',
  );
}

/** The pairs of a memory; of a text, its lines on one side. */
async function* pairsOf(
  path: string,
  reading: MemoryReading,
  files: string[],
): AsyncGenerator<readonly [string, string]> {
  const { formatOf } = await import('../units/formats.ts');
  if (formatOf(path)) {
    const { openMemory } = await import('./memories.ts');
    const memory = await openMemory(path, reading);
    files.push(...memory.files);
    for await (const { zh, en } of memory.units()) yield [zh, en];
    return;
  }
  const { openSource } = await import('./sources.ts');
  const { linesOf } = await import('../units/source.ts');
  for await (const { line } of linesOf(await openSource(path))) yield [line, ''];
}
