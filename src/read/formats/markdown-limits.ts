import { DuiqiError } from '../../errors.ts';
import type { Chunk } from './markdown-chunks.ts';

/** In UTF-16 units: five times War and Peace. */
const LONGEST_MARKDOWN = 16 * (1 << 20);
/** War and Peace has 66,000. */
const MOST_LINES = 500_000;
/** In microseconds: that of five megabytes of a technical book, with room to spare. */
const GREATEST_EFFORT = 19_000_000;
/**
 * What each UTF-16 unit, line, and mark takes the parser, measured with texts that have nothing but one mark. A mark takes
 * longer where marks are crowded, the more the greater their share of the text.
 */
const UNIT_EFFORT = 0.6;
const EFFORTS: readonly { readonly mark: RegExp; readonly alone: number; readonly crowded: number }[] = [
  { mark: /\n/g, alone: 50, crowded: 0 },
  { mark: /^[ \t]*(?:[-+*>=#|[]|\d{1,9}[.)])/gm, alone: 300, crowded: 0 },
  { mark: /[-+*][ \t]/g, alone: 60, crowded: 0 },
  { mark: /[*_`[\]<>&|~\\]/g, alone: 20, crowded: 60 },
  { mark: /\]\(/g, alone: 60, crowded: 1200 },
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
  const efforts = EFFORTS.map(({ mark, alone, crowded }) => {
    const count = text.match(mark)?.length ?? 0;
    return count * (alone + (crowded * count) / text.length);
  });
  return efforts.reduce((sum, effort) => sum + effort, text.length * UNIT_EFFORT);
}

function tooLarge(reason: string, file: string): DuiqiError {
  const advice = 'Cut it into several files, by chapters.';
  return new DuiqiError('too-large', `This Markdown file is too large. ${reason}`, { file }, advice);
}
