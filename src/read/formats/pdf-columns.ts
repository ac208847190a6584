/** Columns: the parts of a page that are read one after the other. */
import { inkEnd, type Run } from './pdf-page.ts';
import { type Row, rowsOf } from './pdf-rows.ts';

export interface Column {
  /** `` is as wide as the page, `L` its left half, `RL` the left half of its right half. */
  readonly path: string;
  readonly rows: readonly Row[];
}

/** A strip down some rows that no run covers: between `start` and, not including, `end`. */
interface Gutter {
  readonly x: number;
  readonly start: number;
  readonly end: number;
  /** The lines on both sides; none when there are no columns on both. */
  readonly lines: number;
  /** In steps. */
  readonly width: number;
}

/** Gutters are looked for at so many places across the page. */
const STEPS = 200;
/** In ems: LaTeX leaves 1 between columns, a loose line hardly 0.8 between words. */
const NARROWEST_GUTTER = 0.8;
/** In ems: what is narrower holds numbers, names or cells of a table. */
const NARROWEST_COLUMN = 10;
const FEWEST_LINES = 3;
/** In a column of text this share of the lines fills this share of its width; in a table they do not. */
const LEAST_FULL = 0.4;
const FULL = 0.75;
/** What stands lower under the last line than lines do is no part of a column; in line distances. */
const NEXT_LINE = 1.35;
/** No printed page is cut up further. */
const DEEPEST = 12;

/** The columns in the order of reading: across the page from above; where it is split, from left to right. */
export function columnsOf(rows: readonly Row[], em: number, path = '', depth = 0): Column[] {
  if (rows.length === 0) return [];
  const gutter = depth < DEEPEST ? widestGutter(rows, em) : undefined;
  if (gutter === undefined) return [{ path, rows }];
  const end = endOf(gutter, rows);
  const runs = rows.slice(gutter.start, end).flatMap((row) => row.runs);
  const side = (isOnSide: (run: Run) => boolean) => rowsOf(runs.filter(isOnSide), em);
  return [
    ...columnsOf(rows.slice(0, gutter.start), em, path, depth + 1),
    ...columnsOf(
      side((run) => run.left < gutter.x),
      em,
      `${path}L`,
      depth + 1,
    ),
    ...columnsOf(
      side((run) => run.left >= gutter.x),
      em,
      `${path}R`,
      depth + 1,
    ),
    ...columnsOf(rows.slice(end), em, path, depth + 1),
  ];
}

/** The gutter with the most lines beside it, the widest of several such. */
function widestGutter(rows: readonly Row[], em: number): Gutter | undefined {
  const left = rows.reduce((least, row) => Math.min(least, row.left), Infinity);
  const step = (rows.reduce((most, row) => Math.max(most, row.right), left) - left) / STEPS;
  if (step * STEPS < 2 * NARROWEST_COLUMN * em) return undefined;
  const covers = rows.map((row) => coverage(row, left, step, em));
  let best: Gutter | undefined;
  let beside = new Map<number, Gutter>();
  for (let k = 1; k < STEPS; k++) {
    const known = beside;
    beside = new Map();
    for (const { start, end } of stretches(covers, k)) {
      const gutter = gutterAt(left + k * step, rows, start, end, known.get(start), em);
      beside.set(start, gutter);
      if (gutter.lines > 0 && (best === undefined || isBetter(gutter, best))) best = gutter;
    }
  }
  return best;
}

/** The gutter through these rows; it is the one of the step before, widened, if that goes through the same. */
function gutterAt(
  x: number,
  rows: readonly Row[],
  start: number,
  end: number,
  before: Gutter | undefined,
  em: number,
): Gutter {
  if (before?.end === end) return { ...before, width: before.width + 1 };
  return { x, start, end, lines: linesBeside(rows.slice(start, end), x, em), width: 1 };
}

function isBetter(gutter: Gutter, best: Gutter): boolean {
  return gutter.lines === best.lines ? gutter.width > best.width : gutter.lines > best.lines;
}

/** The steps that a row covers, the gaps between its words among them. */
function coverage({ runs }: Row, left: number, step: number, em: number): Uint8Array {
  const covered = new Uint8Array(STEPS + 1);
  let last = Infinity;
  for (const run of runs) {
    const start = run.left - last < NARROWEST_GUTTER * em ? Math.min(last, run.left) : run.left;
    covered.fill(1, Math.floor((start - left) / step), Math.ceil((inkEnd(run) - left) / step));
    last = inkEnd(run);
  }
  return covered;
}

/** The longest stretches of rows that leave step `k` free. */
function stretches(covers: readonly Uint8Array[], k: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (let row = 0; row <= covers.length; row++) {
    if (row < covers.length && covers[row]![k] === 0) continue;
    if (row - start >= FEWEST_LINES) found.push({ start, end: row });
    start = row + 1;
  }
  return found;
}

/** How many lines there are on both sides of `x`; 0 unless both sides are columns of text. */
function linesBeside(rows: readonly Row[], x: number, em: number): number {
  const left = rows.flatMap(({ runs }) => {
    const last = runs.findLast((run) => run.left < x);
    return last ? [last.right - runs[0]!.left] : [];
  });
  const right = rows.flatMap(({ runs, right: end }) => {
    const first = runs.find((run) => run.left >= x);
    return first ? [end - first.left] : [];
  });
  return isText(left, em) && isText(right, em) ? left.length + right.length : 0;
}

function isText(widths: readonly number[], em: number): boolean {
  if (widths.length < FEWEST_LINES) return false;
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const full = widths.filter((width) => width >= FULL * widest).length;
  return widest >= NARROWEST_COLUMN * em && full >= LEAST_FULL * widths.length;
}

/**
 * Where the columns end. Above text across the page they are of one height: what stands apart under the left one only,
 * such as a short heading, belongs to the text below.
 */
function endOf({ x, start, end }: Gutter, rows: readonly Row[]): number {
  if (end === rows.length) return end;
  const lefts = rows.slice(start, end).filter((row) => row.left < x);
  const lowest = rows.slice(start, end).findLast(({ runs }) => runs.at(-1)!.left >= x)!.baseline;
  const distances = lefts.slice(1).map((row, i) => row.baseline - lefts[i]!.baseline);
  const usual = distances.toSorted((a, b) => a - b)[distances.length >> 1]!;
  const apart = lefts.findIndex((row, i) => row.baseline > lowest && distances[i - 1]! > NEXT_LINE * usual);
  return apart < 0 ? end : rows.indexOf(lefts[apart]!);
}
