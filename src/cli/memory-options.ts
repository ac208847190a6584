import { stat } from 'node:fs/promises';
import { DuiqiError } from '../errors.ts';
import type { Script } from '../language/script.ts';
import type { Language } from '../model.ts';
import type { Split, Target } from './unit-output.ts';
import { localeOf, oneOf, probability } from './values.ts';

/** How memories are written, as the command line says. */
export interface MemoryOptions {
  /** The lowest score in formats that do not hold every bead. */
  readonly minScore: number;
  readonly source: Language;
  readonly split?: Split | undefined;
  /** Units of a lower score are kept out of the other memories; they go to this one, or it is written elsewhere. */
  readonly penalty?: { readonly below: number; readonly target?: Target } | undefined;
  readonly script?: { readonly to: Script; readonly locale: string } | undefined;
  /** Of the newest input, or as the environment says. */
  readonly date: Date;
  readonly toolVersion: string;
}

const MEMORY_OPTIONS = {
  'min-score': {
    type: 'string',
    defaultDescription: '0.5',
    describe: 'Lowest score, 0 to 1, in memories and tables',
  },
  from: {
    type: 'string',
    defaultDescription: 'en',
    describe: 'The side that a memory calls the source: en or zh',
  },
  'penalty-below': {
    type: 'string',
    nargs: 2,
    describe: 'SCORE FILE: units below that score go to this memory instead',
  },
  split: {
    type: 'string',
    describe: 'Begin a new file after so many units (50000) or bytes (100MB)',
  },
  'to-script': {
    type: 'string',
    describe: 'Convert the Chinese: hans, hant, tw or hk',
  },
} as const;

export interface MemoryValues {
  readonly 'min-score'?: string | undefined;
  readonly from?: string | undefined;
  readonly 'penalty-below'?: unknown;
  readonly split?: string | undefined;
  readonly 'to-script'?: string | undefined;
  readonly 'zh-lang'?: string | undefined;
}

/** Where memories are written, and how. */
export const OUTPUT_OPTIONS = {
  o: {
    type: 'string',
    array: true,
    describe: 'Write to FILE.tmx, .xliff, .xlsx, .tsv, .jsonl …; may be given again',
  },
  format: { type: 'string', array: true, describe: 'tmx, xliff, xlsx, jsonl …: -o is then a folder' },
  ...MEMORY_OPTIONS,
} as const;

/** The options of every command that makes memories of memories. */
export const CONVERSION_OPTIONS = {
  ...OUTPUT_OPTIONS,
  'zh-lang': { type: 'string', describe: 'The locale to write for the Chinese, such as zh-TW' },
  'en-lang': { type: 'string', describe: 'The locale to write for the English, such as en-GB' },
} as const;

export interface ConversionValues extends MemoryValues {
  readonly o?: string[] | undefined;
  readonly format?: string[] | undefined;
  readonly 'en-lang'?: string | undefined;
}

/** @param defaultMinScore what `--min-score` is unless told @throws DuiqiError `usage` */
export async function memoryOptionsOf(
  values: MemoryValues,
  defaultMinScore: number,
): Promise<Omit<MemoryOptions, 'date' | 'toolVersion'>> {
  const typed = values['min-score'];
  const minScore = typed === undefined ? defaultMinScore : probability('--min-score', typed);
  return {
    minScore,
    source: oneOf('--from', values.from ?? 'en', ['en', 'zh']),
    split: values.split === undefined ? undefined : splitOf(values.split),
    penalty: Array.isArray(values['penalty-below'])
      ? await penaltyOf(values['penalty-below'], minScore)
      : undefined,
    script: scriptOf(values),
  };
}

/** The locales of the scripts, unless the user names another. */
const SCRIPTS = { hans: 'zh-Hans', hant: 'zh-Hant', tw: 'zh-TW', hk: 'zh-HK' } as const;

function scriptOf({ 'to-script': typed, 'zh-lang': locale }: MemoryValues): MemoryOptions['script'] {
  if (typed === undefined) return undefined;
  const to = oneOf('--to-script', typed, ['hans', 'hant', 'tw', 'hk']);
  return { to, locale: locale === undefined ? SCRIPTS[to] : localeOf('--zh-lang', locale, 'zh') };
}

/** When the newest of the inputs was changed, or what the environment says; see `dateOf`. */
export async function newestDate(inputs: readonly string[]): Promise<Date> {
  const changed = await Promise.all(inputs.map(async (path) => (await stat(path)).mtimeMs));
  return dateOf(Math.max(...changed));
}

/**
 * What SOURCE_DATE_EPOCH (seconds since 1970) says, else when the newest of the inputs was changed: the same input
 * gives the same bytes on any day.
 *
 * @param newest in milliseconds since 1970
 */
export function dateOf(newest: number): Date {
  const { SOURCE_DATE_EPOCH: seconds = '' } = process.env;
  return new Date(/^\d{1,11}$/.test(seconds) ? Number(seconds) * 1000 : newest);
}

async function penaltyOf([score, file]: string[], minScore: number): Promise<MemoryOptions['penalty']> {
  const below = probability('--penalty-below', score!);
  if (below <= minScore) {
    const reason = `--penalty-below ${score}: no unit scores below that, since --min-score is ${minScore}.`;
    throw new DuiqiError('usage', reason, {}, 'Write a higher score, or a lower --min-score.');
  }
  const { targetNamed } = await import('./destination.ts');
  return { below, target: targetNamed(file!) };
}

const UNITS_OF_SIZE: Readonly<Record<string, number>> = {
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
};

function splitOf(typed: string): Split {
  const [, digits, unit] = /^(\d{1,15}(?:\.\d+)?)\s*([a-z]+)?$/i.exec(typed) ?? [];
  const size = unit === undefined ? undefined : UNITS_OF_SIZE[unit.toLowerCase()];
  const number = Number(digits);
  if (digits && !unit && Number.isSafeInteger(number) && number > 0) return { units: number };
  if (digits && size !== undefined && number > 0) return { bytes: Math.floor(number * size) };
  const advice = 'Write a number of units, such as 50000, or a size, such as 100MB.';
  throw new DuiqiError('usage', `--split ${typed}: neither a number of units nor a size.`, {}, advice);
}
