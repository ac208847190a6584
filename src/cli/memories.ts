import { exists } from '../batch/files.ts';
import { DuiqiError } from '../errors.ts';
import type { Language } from '../model.ts';
import { FORMATS, formatOf, readUnits } from '../units/formats.ts';
import type { Source } from '../units/source.ts';
import type { Unit } from '../units/unit.ts';
import { openSource } from './sources.ts';

/** A memory that can be read, from its beginning each time. */
export interface Memory {
  /** All files that it consists of. */
  readonly files: readonly string[];
  /** Whether its format holds units that nobody has chosen yet: omissions, and those of low scores. */
  readonly isUnselected: boolean;
  units(): AsyncIterable<Unit>;
}

export interface MemoryReading {
  /** What to call the locale of a side, whatever the file says. */
  readonly locales?: Partial<Record<Language, string>>;
  /** Told what was passed over, a sentence with the name of the file. */
  readonly onNotice?: (notice: string) => void;
}

/**
 * A memory in the format that its name says, packed or not. For a format of several files, any of them may be named.
 *
 * @throws DuiqiError `usage` for a name of no format, `missing-file`, `not-a-file`, `unreadable`
 */
export async function openMemory(
  path: string,
  { locales = {}, onNotice }: MemoryReading = {},
): Promise<Memory> {
  const found = formatOf(path);
  if (!found) {
    const endings = FORMATS.filter(({ read }) => read).map(({ endings }) => endings[0]);
    const advice = `Its name must end in one of ${endings.join(', ')}.`;
    throw new DuiqiError('usage', 'this is no memory in a format that duiqi knows.', { file: path }, advice);
  }
  const { format, stem } = found;
  const named = await openSource(path);
  const sources =
    format.endings.length === 1
      ? [named]
      : await Promise.all(format.endings.map((ending) => companion(stem + ending)));
  const tell = (notice: string) => onNotice?.(`${path}: ${notice}`);
  return {
    files: sources.flatMap((source) => source?.file ?? []),
    isUnselected: format.name === 'jsonl',
    units: () => readUnits(format, sources, { locales, onNotice: tell }),
  };
}

/** The file of that name, or packed beside it. */
async function companion(path: string): Promise<Source | undefined> {
  const there = (await exists(path)) ? path : `${path}.gz`;
  return (await exists(there)) ? openSource(there) : undefined;
}
