/** Rows: what stands on one baseline across a page or a column. */
import type { Run } from './pdf-page.ts';

/** Runs on one baseline, from left to right. */
export interface Row {
  readonly runs: readonly Run[];
  readonly left: number;
  readonly right: number;
  /** That of its largest letters. */
  readonly baseline: number;
  /** That of most letters. */
  readonly size: number;
}

/** In ems of the text: raised figures stand a third above their line, the next line a whole one below. */
const SAME_ROW = 0.45;
/** Bold letters of poor fonts, and shadows, are painted twice with so much between. */
const DOUBLED = 0.2;
/** An initial is at least two lines high; what it belongs to is painted right after it. */
const INITIAL_SIZE = 1.8;
const INITIAL = /^["“‘「『]?\p{L}$/u;
const INITIAL_GAP = 1.2;
const MOST_BESIDE = 10;

/** The size of most letters of the runs. */
export function prevailingSize(runs: Iterable<Run>): number {
  const letters = new Map<number, number>();
  for (const { size, text } of runs) {
    const rounded = Math.round(size * 10) / 10;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** The rows from the top down. `em` is the size of the document's text. */
export function rowsOf(runs: readonly Run[], em: number): Row[] {
  const rows: { runs: Run[]; baseline: number; size: number }[] = [];
  for (const run of withInitials(runs, em).toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row === undefined || run.baseline - row.baseline > SAME_ROW * em) {
      rows.push({ runs: [run], baseline: run.baseline, size: run.size });
      continue;
    }
    row.runs.push(run);
    if (run.size > row.size) Object.assign(row, { baseline: run.baseline, size: run.size });
  }
  return rows.map(({ runs, baseline }) => rowOf(runs, baseline));
}

function rowOf(runs: Run[], baseline: number): Row {
  const sorted = runs.sort((a, b) => a.left - b.left).filter((run, i) => !isDouble(run, runs[i - 1]));
  const right = sorted.reduce((furthest, run) => Math.max(furthest, run.right), -Infinity);
  return { runs: sorted, left: sorted[0]!.left, right, baseline, size: prevailingSize(sorted) };
}

function isDouble(run: Run, last: Run | undefined): boolean {
  return last?.text === run.text && run.left - last.left < DOUBLED * run.size;
}

/** Initials hang over several lines: they go on the first one, and the others begin where they do. */
function withInitials(runs: readonly Run[], em: number): Run[] {
  const placed = [...runs];
  for (const [i, run] of runs.entries()) {
    const first = runs[i + 1];
    if (first === undefined || !isInitial(run, first, em)) continue;
    placed[i] = { ...run, right: first.left, baseline: first.baseline, size: first.size };
    for (const [k, next] of runs.slice(i + 2, i + 2 + MOST_BESIDE).entries()) {
      const isBeside =
        next.baseline < run.baseline + SAME_ROW * em && Math.abs(next.left - first.left) < SAME_ROW * em;
      if (isBeside) placed[i + 2 + k] = { ...next, left: run.left };
    }
  }
  return placed;
}

function isInitial(run: Run, first: Run, em: number): boolean {
  if (run.size < INITIAL_SIZE * em || !INITIAL.test(run.text)) return false;
  const isAbove = first.baseline < run.baseline - SAME_ROW * em && first.baseline > run.baseline - run.size;
  return isAbove && Math.abs(first.left - run.right) < INITIAL_GAP * em;
}
