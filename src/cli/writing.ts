import { inScript } from '../units/script.ts';
import { type LeftOut, reasonToLeaveOut, type Unit } from '../units/unit.ts';
import type { MemoryOptions } from './memory-options.ts';
import type { Output } from './streams.ts';
import { type OutputReport, type Target, UnitOutput } from './unit-output.ts';

/** A memory that was written, and what became of the units that it was offered. */
export interface WrittenMemory extends LeftOut, OutputReport {
  readonly target: Target;
  /** Of a score so low that they went to a memory of their own. */
  readonly doubtful: number;
  /** It may be of several parts, each in files of its own. */
  readonly isSplit: boolean;
}

interface Offer {
  readonly output: UnitOutput;
  readonly target: Target;
  readonly isPenalty: boolean;
  readonly leftOut: Record<keyof LeftOut | 'doubtful', number>;
}

/**
 * Writes the units to all targets in one pass, and to the memory of doubtful ones where there is one. Files appear when all
 * of them are complete, or none does. The lines of a trailer stand behind the units where the format has room for them.
 *
 * @throws DuiqiError `unwritable`, `usage`, `language`, or what reading the units finds wrong
 */
export async function writeMemories(
  units: Iterable<Unit> | AsyncIterable<Unit>,
  targets: readonly Target[],
  options: MemoryOptions & { readonly trailer?: () => Iterable<string> | AsyncIterable<string> },
  stdout: Output,
): Promise<WrittenMemory[]> {
  const offers: Offer[] = [];
  try {
    for (const target of targets) offers.push(await offerTo(target, false, options, stdout));
    const doubtful = options.penalty?.target;
    if (doubtful) offers.push(await offerTo(doubtful, true, options, stdout));
    for await (const unit of units) {
      const { script } = options;
      const written = script ? inScript(unit, script.to, script.locale) : unit;
      for (const offer of offers) if (accepts(offer, unit, options)) await offer.output.add(written);
    }
    const reports: WrittenMemory[] = [];
    for (const { output, target, isPenalty, leftOut } of offers) {
      const { trailer } = options;
      if (trailer && !isPenalty && target.format.summarise) {
        for await (const line of trailer()) await output.addText(line);
      }
      reports.push({ target, isSplit: options.split !== undefined, ...leftOut, ...(await output.end()) });
    }
    for (const { output } of offers) await output.commit();
    return reports;
  } catch (error) {
    for (const { output } of offers) await output.discard();
    throw error;
  }
}

async function offerTo(
  target: Target,
  isPenalty: boolean,
  { source, date, toolVersion, split }: MemoryOptions,
  stdout: Output,
): Promise<Offer> {
  const output = await UnitOutput.open(target, { source, date, toolVersion, split }, stdout);
  const leftOut = { zhOnly: 0, enOnly: 0, belowMinScore: 0, noise: 0, doubtful: 0 };
  return { output, target, isPenalty, leftOut };
}

function accepts(
  { target, isPenalty, leftOut }: Offer,
  unit: Unit,
  { minScore, penalty }: MemoryOptions,
): boolean {
  const reason = isPenalty || !target.format.holdsEveryBead ? reasonToLeaveOut(unit, minScore) : undefined;
  const isDoubtful = penalty !== undefined && !unit.edited && (unit.score ?? 1) < penalty.below;
  if (isPenalty) return !reason && isDoubtful;
  if (reason) leftOut[reason]++;
  else if (isDoubtful && !target.format.holdsEveryBead) leftOut.doubtful++;
  else return true;
  return false;
}
