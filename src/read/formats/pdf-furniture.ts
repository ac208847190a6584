/** What printers put around the text: running heads, feet, page numbers, tables of contents. */
import { chineseNumber } from '../../language/chinese-numbers.ts';
import type { Row } from './pdf-rows.ts';

/** The rows of a page from the top down. */
export interface PageRows {
  readonly height: number;
  readonly rows: readonly Row[];
}

/** Heads and feet stand within this share of the page, and are at most so many rows. */
const EDGE = 0.2;
const MOST_ROWS = 3;
/** In points: rows of several pages are at the same place when they fall into the same step. */
const STEP = 6;
/** A place holds heads on all pages when this share of its rows, and so many, are repeated. */
const LEAST_REPEATED = 0.5;
const FEWEST_REPEATED = 3;
/** Headings are larger than the text by this factor. */
const LARGER = 1.12;
/** In so short a document nothing need be repeated. A number apart from the text, in ems, is that of the page. */
const SHORT = 2;
const APART = 1.4;

const NUMBERS = /[\d０-９]+|[〇零一二三四五六七八九十百]+/g;
const ROMAN = /^[ivxlc]+$/i;
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
const LONGEST_HEAD = 200;
const PAGE_NUMBER =
  /^[^\p{L}\p{N}]*(?:page|p\.|第)?\s*(?:#|[ivxlc]+)\s*(?:[页頁]|(?:of|\/)\s*#|[页頁]?[，,\s/]*共\s*#\s*[页頁])?[^\p{L}\p{N}]*$/iu;

const LEADERS = /(?:(?:[.·․] ?){4,}|…{2,}) ?[\divxlc]+$/i;
const FEWEST_LEADERS = 3;
/** In UTF-16 units, as for page numbers: no more need be looked at. */
const LONGEST_LEADERS = 200;
const LONGEST_NUMBER = 40;

/** A row at an edge of a page. */
interface Candidate {
  readonly row: Row;
  /** Edge and distance from it. */
  readonly place: string;
  /** Its text with `#` for every number. */
  readonly wording: string;
  /** What one of its like on another page has too: place and text, or place, wording and a number that counts the pages. */
  readonly keys: readonly string[];
  readonly isApart: boolean;
}

/**
 * The rows of the pages without what is repeated at the same place of an edge, or counts the pages there.
 *
 * @param em the size of the document's text
 */
export function withoutFurniture(pages: readonly PageRows[], em: number): Row[][] {
  const edges = pages.flatMap((page, i) => [candidates(page, i, 'top'), candidates(page, i, 'bottom')]);
  const isRepeated = repetition(edges.flat(), em);
  const furniture = new Set<Row>();
  for (const edge of edges) {
    const end = edge.findIndex(
      (candidate) => !isRepeated(candidate) && !isLoneNumber(candidate, pages.length),
    );
    for (const { row } of edge.slice(0, end < 0 ? edge.length : end)) furniture.add(row);
  }
  return pages.map(({ rows }) => withoutContents(rows.filter((row) => !furniture.has(row))));
}

/** The rows without a table of contents: titles with dots up to the numbers of pages. */
function withoutContents(rows: readonly Row[]): Row[] {
  const others = rows.filter((row) => !LEADERS.test(textOf(row).slice(-LONGEST_LEADERS)));
  return rows.length - others.length < FEWEST_LEADERS ? [...rows] : others;
}

/** The outermost rows first. */
function candidates({ rows, height }: PageRows, page: number, edge: 'top' | 'bottom'): Candidate[] {
  const inwards = edge === 'top' ? rows : rows.toReversed();
  const distance = ({ baseline }: Row) => (edge === 'top' ? baseline : height - baseline);
  return inwards.slice(0, MOST_ROWS).flatMap((row, i) => {
    if (distance(row) > EDGE * height) return [];
    const next = inwards[i + 1];
    const isApart =
      next === undefined || Math.abs(next.baseline - row.baseline) > APART * Math.max(row.size, next.size);
    return [candidate(row, page, `${edge} ${Math.round(distance(row) / STEP)}`, isApart)];
  });
}

function candidate(row: Row, page: number, place: string, isApart: boolean): Candidate {
  const text = textOf(row);
  const wording = ROMAN.test(text) ? '#' : text.replace(NUMBERS, '#');
  const counted = numbersOf(text).map((number) => `${place} ${wording} ${number - page}`);
  return { row, place, wording, keys: [...new Set([`${place} ${text}`, ...counted])], isApart };
}

function textOf({ runs }: Row): string {
  return runs.map((run) => run.text.trim()).join(' ');
}

function numbersOf(text: string): number[] {
  if (ROMAN.test(text)) return [romanNumber(text)];
  const figures = text.slice(0, LONGEST_HEAD).match(NUMBERS) ?? [];
  return figures.map((number) => chineseNumber(number.normalize('NFKC')) ?? 0);
}

function romanNumber(text: string): number {
  const values = Array.from(text.toLowerCase(), (letter) => ROMAN_VALUES[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

/**
 * Whether a row is also on another page, or stands where most rows are. Headings may stand at the head of several
 * pages, and be numbered.
 */
function repetition(all: readonly Candidate[], em: number): (candidate: Candidate) => boolean {
  const pages = counts(all.flatMap(({ keys }) => keys));
  const isTwice = ({ keys }: Candidate) => keys.some((key) => pages.get(key)! > 1);
  const rows = counts(all.map(({ place }) => place));
  const repeated = counts(all.filter(isTwice).map(({ place }) => place));
  return (candidate) => {
    const count = repeated.get(candidate.place) ?? 0;
    const least = Math.max(FEWEST_REPEATED, rows.get(candidate.place)! * LEAST_REPEATED);
    return isTwice(candidate) || (count >= least && candidate.row.size < LARGER * em);
  };
}

function counts(keys: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

function isLoneNumber({ wording, isApart }: Candidate, pages: number): boolean {
  return pages <= SHORT && isApart && wording.length <= LONGEST_NUMBER && PAGE_NUMBER.test(wording);
}
