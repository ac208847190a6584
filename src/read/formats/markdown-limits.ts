import { DuiqiError } from '../../errors.ts';
import type { Chunk } from './markdown-chunks.ts';

/** In UTF-16 units: five times War and Peace. */
const LONGEST_MARKDOWN = 16 * (1 << 20);
/** War and Peace has 66,000. */
const MOST_LINES = 500_000;
/** In microseconds: that of six megabytes of a technical book, or of fifty thousand items of a list. */
const GREATEST_EFFORT = 18_000_000;
/** The share of every UTF-16 unit, line, and mark; measured with texts that have nothing but one mark. */
const UNIT_EFFORT = 0.6;
const EFFORTS: readonly (readonly [pattern: RegExp, each: number])[] = [
  [/\n/g, 50],
  [/^[ \t]*(?:[-+*>=|[]|\d{1,9}[.)])/gm, 200],
  [/[*_`[\]<>&|~\\]|[-+][ \t]/g, 30],
  [/\]\(/g, 120],
];

/**
 * The lines of a document.
 *
 * @throws DuiqiError `too-large`
 */
export function linesWithinLimits(source: string, file: string): string[] {
  if (source.length > LONGEST_MARKDOWN) throw tooLarge('It has more than 16 million characters.', file);
  const lines = source.split(/\r\n|[\n\r]/);
  if (lines.length > MOST_LINES) throw tooLarge('It has more than 500,000 lines.', file);
  return lines;
}

/**
 * Refuses what the parser would need too long for.
 *
 * @throws DuiqiError `too-large`
 */
export function checkEffort(chunks: readonly Chunk[], file: string): void {
  const effort = chunks.reduce((sum, chunk) => sum + effortOf(chunk), 0);
  if (effort > GREATEST_EFFORT) throw tooLarge('It has too many marks to be read in a short time.', file);
}

function effortOf({ text, isPlain }: Chunk): number {
  if (isPlain) return 0;
  return EFFORTS.reduce(
    (sum, [pattern, each]) => sum + (text.match(pattern)?.length ?? 0) * each,
    text.length * UNIT_EFFORT,
  );
}

function tooLarge(reason: string, file: string): DuiqiError {
  const advice = 'Cut it into several files, by chapters.';
  return new DuiqiError('too-large', `This Markdown file is too large. ${reason}`, { file }, advice);
}
