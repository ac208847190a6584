/** How the document sets its text: what is usual tells what a line's place means. */
import { isItem } from './pdf-letters.ts';
import type { Frame, Line } from './pdf-lines.ts';

/** The lines of one column from the top down. */
export interface Stretch {
  readonly lines: readonly Line[];
  readonly frame: Frame;
}

export interface Layout {
  /** The size of the text. */
  readonly em: number;
  /** The usual distance of baselines for lines of a size. */
  readonly distanceOf: (size: number) => number;
  /** How far first lines of paragraphs are set in, undefined where they are not. */
  readonly indent: number | undefined;
  /** Most of the text is bold: it makes no heading then. */
  readonly isBold: boolean;
}

/** Where little is known: lines stand hardly closer than 1.1 and hardly wider than 1.6 of their size. */
const USUAL_DISTANCE = 1.4;
const WIDEST_DISTANCE = 1.6;
const FEWEST = 5;
/** In ems. */
const LEAST_INDENT = 0.8;
const MOST_INDENT = 4;
const FLUSH = 0.3;
/** The share of the lines that begin a paragraph of several: in a novel a fifth, with much talk a twentieth. */
const FEWEST_INDENTED = 0.04;

/** Whether two sizes are meant to be the same. */
export function isSameSize(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.06 * Math.max(a, b);
}

export function layoutOf(stretches: readonly Stretch[], em: number): Layout {
  const distances = distancesOf(stretches);
  const letters = { bold: 0, all: 0 };
  for (const { isBold, text } of stretches.flatMap(({ lines }) => lines)) {
    letters.all += text.length;
    if (isBold) letters.bold += text.length;
  }
  return {
    em,
    distanceOf: (size) => distances.get(Math.round(size)) ?? USUAL_DISTANCE * size,
    indent: indentOf(stretches, em),
    isBold: letters.bold > letters.all / 2,
  };
}

/** By sizes rounded to a point. */
function distancesOf(stretches: readonly Stretch[]): Map<number, number> {
  const found = new Map<number, number[]>();
  for (const [last, line] of stretches.flatMap(({ lines }) => neighbours(lines))) {
    if (!isSameSize(last.size, line.size)) continue;
    const size = Math.round(line.size);
    const distance = Math.round(2 * (line.baseline - last.baseline)) / 2;
    const same = found.get(size);
    if (same) same.push(distance);
    else found.set(size, [distance]);
  }
  return new Map(
    [...found].map(([size, distances]) => {
      const usual = mostFrequent(distances)!;
      return [size, distances.length < FEWEST ? Math.min(usual, WIDEST_DISTANCE * size) : usual];
    }),
  );
}

/** Of lines that are set in above a line that is not; undefined where they are too few to be a habit. */
function indentOf(stretches: readonly Stretch[], em: number): number | undefined {
  const texts = stretches.map(({ lines, frame }) => ({
    lines: lines.filter(({ size }) => isSameSize(size, em)),
    frame,
  }));
  const indents = texts.flatMap(({ lines, frame }) =>
    neighbours(lines).flatMap(([line, next]) => {
      const indent = line.left - frame.left;
      const isFirst = next.left - frame.left < FLUSH * em && !isItem(next.text);
      return isFirst && indent > LEAST_INDENT * em && indent < MOST_INDENT * em ? [Math.round(indent)] : [];
    }),
  );
  const all = texts.reduce((sum, { lines }) => sum + lines.length, 0);
  return indents.length < Math.max(2, FEWEST_INDENTED * all) ? undefined : mostFrequent(indents);
}

function neighbours(lines: readonly Line[]): (readonly [Line, Line])[] {
  return lines.slice(1).map((line, i) => [lines[i]!, line] as const);
}

/** The smallest of several such. */
function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values.toSorted((a, b) => a - b)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0] as const)[0];
}
