/** Tables: rows of short texts that stand above each other. */
import { endsWide, isItem, startsWide } from './pdf-letters.ts';
import { textOf } from './pdf-lines.ts';
import type { Run } from './pdf-page.ts';
import type { Row } from './pdf-rows.ts';

/** The cells of a table, row by row. */
export interface Table {
  readonly cells: readonly string[];
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

interface Cell extends Edges {
  readonly text: string;
}

/** In ems: LaTeX leaves 1.2 between cells; loose lines have no such gaps between words, one above the other. */
const CELL_GAP = 1;
const EVEN = 0.05;
const ALIGNED = 0.3;
const FEWEST_ROWS = 2;
/** More would not fit on a page. */
const MOST_COLUMNS = 50;
/** From a line of a cell to the next; in sizes. */
const NEXT_LINE = 1.6;

/** Rows and tables in their order. */
export function withTables(rows: readonly Row[], em: number): (Row | Table)[] {
  const found: (Row | Table)[] = [];
  for (let at = 0; at < rows.length; ) {
    const table = tableFrom(rows, at, em);
    found.push(table ? { cells: table.cells } : rows[at]!);
    at += table ? table.height : 1;
  }
  return found;
}

/** The table that begins with a row, and the number of its rows on the page. */
function tableFrom(
  rows: readonly Row[],
  at: number,
  em: number,
): (Table & { readonly height: number }) | undefined {
  const first = cellsOf(rows[at]!, em);
  if (first.length < 2 || first.length > MOST_COLUMNS || isItem(`${first[0]!.text} x`)) return undefined;
  let columns: readonly Edges[] = first;
  const lines: string[][] = [];
  let next = at;
  for (; next < rows.length; next++) {
    const cells = cellsOf(rows[next]!, em);
    const places = placesOf(cells, columns, em);
    if (places === undefined) break;
    if (cells.length === 1 && (places[0] === 0 || !isNextLine(rows[next - 1], rows[next]!))) break;
    if (cells.length > 1) lines.push(columns.map(() => ''));
    const line = lines.at(-1)!;
    for (const [i, place] of places.entries()) line[place] = continued(line[place]!, cells[i]!.text);
    columns = columns.map((column, k) => union(column, cells[places.indexOf(k)]));
  }
  if (lines.length < FEWEST_ROWS) return undefined;
  return { cells: lines.flat().filter((text) => text !== ''), height: next - at };
}

/** The runs of a row, parted where the gaps are wide. */
function cellsOf({ runs }: Row, em: number): Cell[] {
  const groups: Run[][] = [];
  for (const [i, run] of runs.entries()) {
    const last = runs[i - 1];
    if (last && run.left - last.right < CELL_GAP * em) groups.at(-1)!.push(run);
    else groups.push([run]);
  }
  return groups.map((group) => ({ left: group[0]!.left, right: group.at(-1)!.right, text: textOf(group) }));
}

/** The numbers of the columns that the cells stand in; undefined unless each cell stands in one of its own. */
function placesOf(cells: readonly Edges[], columns: readonly Edges[], em: number): number[] | undefined {
  if (cells.length > columns.length) return undefined;
  const places = cells.map(({ left, right }) => {
    const over = columns.flatMap((column, k) => (column.left < right && left < column.right ? [k] : []));
    return over.length === 1 ? over[0]! : -1;
  });
  if (places.includes(-1) || new Set(places).size < places.length) return undefined;
  const isByChance =
    isStretched(cells, em) && !cells.every((cell, i) => isAligned(cell, columns[places[i]!]!, em));
  return isByChance ? undefined : places;
}

/** In a line that is stretched to the edge all gaps are the same. */
function isStretched(cells: readonly Edges[], em: number): boolean {
  const gaps = cells.slice(1).map((cell, i) => cell.left - cells[i]!.right);
  return gaps.length > 1 && Math.max(...gaps) - Math.min(...gaps) < EVEN * em;
}

function isAligned(cell: Edges, column: Edges, em: number): boolean {
  return Math.min(Math.abs(cell.left - column.left), Math.abs(cell.right - column.right)) < ALIGNED * em;
}

function union(a: Edges, b: Edges | undefined): Edges {
  return b ? { left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) } : a;
}

function isNextLine(last: Row | undefined, row: Row): boolean {
  return last !== undefined && row.baseline - last.baseline < NEXT_LINE * row.size;
}

function continued(text: string, more: string): string {
  return text + (text === '' || (endsWide(text) && startsWide(more)) ? '' : ' ') + more;
}
