import type { InferredOptionTypes, Options } from 'yargs';
import type { Streams } from './streams.ts';

export const DONE = 0;
/** Something was done, but some inputs failed. */
export const SOME_FAILED = 1;
export const NOTHING_DONE = 2;
export type ExitCode = typeof DONE | typeof SOME_FAILED | typeof NOTHING_DONE;

/** What there is to know about a command before it runs; one is declared in each command's file. */
export interface Command<O extends Readonly<Record<string, Options>> = Readonly<Record<string, Options>>> {
  readonly name: string;
  /** Its files as the help shows them: `A [B]`. */
  readonly files: string;
  /** The fewest and the most files that it takes. */
  readonly count: readonly [fewest: number, most: number];
  readonly summary: string;
  /** What the help says below the summary. */
  readonly details: string;
  readonly options: O;
  /** Command line → what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** Heavy modules are imported in here, so that a command loads only what it uses. */
  run(files: readonly string[], values: InferredOptionTypes<O>, streams: Streams): Promise<ExitCode>;
}

/** Declares a command; its options' types reach its `run`. */
export function command<const O extends Readonly<Record<string, Options>>>(
  definition: Command<O>,
): Command<O> {
  return definition;
}
