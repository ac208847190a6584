import { basename, join } from 'node:path';
import type { Unit } from '../units/unit.ts';
import { destinationOf, prepareDestination } from './destination.ts';
import type { Memory, MemoryReading } from './memories.ts';
import { type ConversionValues, type MemoryOptions, memoryOptionsOf, newestDate } from './memory-options.ts';
import { stemOf } from './stem.ts';
import { type Streams, tell } from './streams.ts';
import { leftFromEarlier, memoriesOf } from './summary.ts';
import { printable } from './terminal.ts';
import { type Target, targetOf } from './unit-output.ts';
import { localeOf } from './values.ts';
import { packageVersion } from './version.ts';
import { writeMemories } from './writing.ts';

/** How memories are read that are written again at once. @throws DuiqiError `usage` when a locale is none */
export function memoryReadingOf(values: ConversionValues, { stderr }: Streams): MemoryReading {
  const { 'zh-lang': zh, 'en-lang': en, 'to-script': script } = values;
  const told = new Set<string>(); // some commands read a memory twice
  return {
    locales: {
      // Converted text is in the locale that is named; what it is converted from is what the memory says.
      ...(zh !== undefined && script === undefined && { zh: localeOf('--zh-lang', zh, 'zh') }),
      ...(en !== undefined && { en: localeOf('--en-lang', en, 'en') }),
    },
    onNotice: (notice) => {
      if (!told.has(notice)) void tell(stderr, `duiqi: ${printable(notice)}`);
      told.add(notice);
    },
  };
}

/**
 * Writes units that come from memories to where the command line says, and tells on standard error how many.
 *
 * @throws DuiqiError `usage`, `unwritable`, `output-is-input`, `language`, or what reading finds wrong
 */
export async function writeConverted(
  units: AsyncIterable<Unit>,
  memories: readonly Memory[],
  values: ConversionValues,
  streams: Streams,
): Promise<void> {
  const inputs = memories.flatMap(({ files }) => files);
  const chosen = await memoryOptionsOf(values, memories.some(({ isUnselected }) => isUnselected) ? 0.5 : 0);
  const targets = await targetsOf(values, inputs, chosen);
  const options: MemoryOptions = { ...chosen, date: await newestDate(inputs), toolVersion: packageVersion() };
  const written = await writeMemories(units, targets, options, streams.stdout);
  const lines = [...memoriesOf(written, options), ...(await leftFromEarlier(written))];
  for (const line of lines) await tell(streams.stderr, line);
}

async function targetsOf(
  { o, format }: ConversionValues,
  inputs: readonly string[],
  options: Pick<MemoryOptions, 'split' | 'penalty'>,
): Promise<readonly Target[]> {
  const destination = destinationOf(o ?? [], format ?? []);
  await prepareDestination(destination, inputs, options);
  if (destination.kind === 'files') return destination.targets;
  if (destination.kind === 'stdout') return [destination.target];
  const { folder, formats } = destination;
  const base = join(folder, basename(stemOf(inputs[0]!)));
  return formats.map((one) => targetOf(base + one.endings[0]!, one, base, false));
}
