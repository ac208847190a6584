/** Lines with their text, and where the lines of a column begin and end. */
import type { Column } from './pdf-columns.ts';
import { isSameSize } from './pdf-layout.ts';
import { tightened } from './pdf-letters.ts';
import { type Run, spaceBetween } from './pdf-page.ts';
import type { Row } from './pdf-rows.ts';

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly isBold: boolean;
}

/** Where most lines of a column begin and end. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  /** Lines are stretched to end there. */
  readonly isJustified: boolean;
}

/** Such a share of the letters makes a line bold. */
const BOLD_SHARE = 0.9;
/** References to notes are small and raised; in sizes of the line. */
const SMALL = 0.85;
const RAISED = 0.15;
/** This share of the lines may stick out of a frame. */
const MOST_OUTLIERS = 0.02;
/** Columns belong to one frame when they begin at most so far within it, in ems: all their lines may be indented. */
const MOST_INDENT = 3;
const TOLERANCE = 0.5;
/** Lines are stretched where this share of them ends within so many ems; last lines and talk are short. */
const LEAST_JUSTIFIED = 0.3;
const FEWEST_JUSTIFIED = 3;
const JUSTIFIED = 0.15;

/** In ems. */
const NARROWEST_HYPHEN = 0.2;
const WIDEST_HYPHEN = 0.5;
const ENDS_LOWER_CASE = /\p{Ll}$/u;
const STARTS_LOWER_CASE = /^\p{Ll}/u;

/** The line that a row is, without its references to the notes of the page. */
export function lineOf(row: Row, notes: ReadonlySet<string>): Line {
  const runs = withoutReferences(row, notes);
  const letters = runs.reduce((sum, { text }) => sum + text.length, 0);
  const bold = runs.reduce((sum, { text, isBold }) => sum + (isBold ? text.length : 0), 0);
  const { left, right, baseline, size } = row;
  return { text: textOf(runs), left, right, baseline, size, isBold: bold >= BOLD_SHARE * letters };
}

/** The text of runs that stand side by side. */
export function textOf(runs: readonly Run[]): string {
  const parts = runs.map((run, i) => (i > 0 ? spaceBetween(runs[i - 1]!, run) : '') + run.text);
  return tightened(parts.join('')).trim();
}

/** Raised and small, as references to notes are. */
export function isRaised(run: Run, row: Row): boolean {
  return run.size < SMALL * row.size && run.baseline < row.baseline - RAISED * row.size;
}

/** The runs without the references, whose room goes to the run before. */
function withoutReferences(row: Row, notes: ReadonlySet<string>): Run[] {
  const runs: Run[] = [];
  for (const run of row.runs) {
    const last = runs.at(-1);
    if (!notes.has(run.text.trim()) || !isRaised(run, row)) runs.push(run);
    else if (last) runs[runs.length - 1] = { ...last, right: run.right };
  }
  return runs;
}

/**
 * The frames of the columns, in their order. Columns at the same place of several pages share one, for on one of the
 * pages there may be only short lines.
 */
export function framesOf(columns: readonly Column[], em: number): Frame[] {
  const groups: { readonly column: Column; readonly edges: Edges; readonly rows: Row[] }[] = [];
  const groupOf = new Map<Column, Row[]>();
  const measured = columns.map((column) => ({ column, edges: edgesOf(column.rows) }));
  for (const { column, edges } of measured.toSorted((a, b) => width(b.edges) - width(a.edges))) {
    const near = groups.filter(
      (group) => group.column.path === column.path && isWithin(edges, group.edges, em),
    );
    const distance = (group: { readonly edges: Edges }) => Math.abs(group.edges.left - edges.left);
    const nearest = near.toSorted((a, b) => distance(a) - distance(b))[0];
    const rows = nearest?.rows ?? [];
    if (nearest === undefined) groups.push({ column, edges, rows });
    for (const row of column.rows) rows.push(row);
    groupOf.set(column, rows);
  }
  const frames = new Map(groups.map(({ rows }) => [rows, frameOf(rows, em)]));
  return columns.map((column) => frames.get(groupOf.get(column)!)!);
}

/**
 * The line with a soft hyphen where its word goes on in the next: pdf.js passes over those, but a line that is stretched
 * falls short of the edge by one.
 */
export function withSoftHyphen(line: Line, next: Line, frame: Frame, em: number): Line {
  const room = (frame.right - line.right) / line.size;
  const isText = frame.isJustified && isSameSize(line.size, em);
  const isShort = isText && room > NARROWEST_HYPHEN && room < WIDEST_HYPHEN;
  const isCut = isShort && ENDS_LOWER_CASE.test(line.text) && STARTS_LOWER_CASE.test(next.text);
  return isCut ? { ...line, text: `${line.text}\u00ad` } : line;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

function width({ left, right }: Edges): number {
  return right - left;
}

function isWithin(inner: Edges, outer: Edges, em: number): boolean {
  const indent = (inner.left - outer.left) / em;
  return indent > -TOLERANCE && indent < MOST_INDENT && inner.right < outer.right + TOLERANCE * em;
}

function edgesOf(rows: readonly Row[]): Edges {
  const outlier = Math.floor(rows.length * MOST_OUTLIERS);
  const left = rows.map((row) => row.left).sort((a, b) => a - b)[outlier]!;
  const right = rows.map((row) => row.right).sort((a, b) => b - a)[outlier]!;
  return { left, right };
}

function frameOf(rows: readonly Row[], em: number): Frame {
  const edges = edgesOf(rows);
  const rights = rows.map((row) => row.right).sort((a, b) => b - a);
  const least = Math.max(FEWEST_JUSTIFIED, Math.ceil(rights.length * LEAST_JUSTIFIED));
  const edge = rights.find((right, i) => right - (rights[i + least - 1] ?? -Infinity) < JUSTIFIED * em);
  return { left: edges.left, right: edge ?? edges.right, isJustified: edge !== undefined };
}
