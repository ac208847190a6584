import type { Role } from '../model.ts';
import { isBlank } from './blank.ts';

/**
 * A block of a document, freed of its format's marks. A line break in its text is one that a reader sees (`<br>`, a
 * line of a plain text file): the cutting decides whether a sentence goes on behind it. Line breaks that only the source
 * has must be taken out by `unwrapped`.
 */
export interface Piece {
  readonly text: string;
  readonly role: Role;
  /** Its place says that it is no part of the story: a footer, a byline. */
  readonly isNoise?: boolean;
}

/** What a format's reader finds in a file, in the order of reading. */
export interface Contents {
  readonly pieces: readonly Piece[];
  /** What the user should know of what was left out: whole sentences without the name of the file. */
  readonly notices: readonly string[];
}

/** Characters that are as wide as a Han character: between two of them no blank stands for a line break. */
const WIDE = '[\\p{Script=Han}\\u3000-\\u303f\\ufe10-\\ufe1f\\ufe30-\\ufe4f\\uff00-\\uff60]';
const WIDE_BEFORE = new RegExp(`${WIDE}$`, 'u');
const WIDE_AFTER = new RegExp(`^${WIDE}`, 'u');
/** Runs are found as wholes, and their ends looked at: patterns that try each blank of a long run take its square. */
const RUN = /[^\S\u00a0\u3000]{2,}|[^\S\u00a0\u3000 ]/g;
const LINE_BREAK = /[\r\n]/;

/**
 * The text on one line, as mark-up languages read it: a line break of the source is nothing between two Chinese
 * characters, else a space; runs of blanks are one space. Ideographic and no-break spaces stay. Takes linear time.
 */
export function unwrapped(source: string): string {
  const joint = (run: string, at: number) => {
    const end = at + run.length;
    const isBetweenWide =
      LINE_BREAK.test(run) &&
      WIDE_BEFORE.test(source.slice(Math.max(0, at - 2), at)) &&
      WIDE_AFTER.test(source.slice(end, end + 2));
    return isBetweenWide ? '' : ' ';
  };
  return source.replace(RUN, joint).trim();
}

/** The piece in a list, or an empty list when it has no text. */
export function pieceOf(text: string, role: Role): Piece[] {
  const trimmed = text.trim();
  return isBlank(trimmed) ? [] : [{ text: trimmed, role }];
}
