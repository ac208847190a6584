/** The text of a page as runs with places, turned so that lines go from left to right and down the page. */
import { withGapsFilled } from './pdf-gaps.ts';
import { endsWide, lettersOf, startsWide } from './pdf-letters.ts';
import type { Matrix, PdfItem, PdfPage } from './pdf-process.ts';

/** Part of a line in one size and weight. Lengths are in points; from the left and upper edges of the page. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly isBold: boolean;
}

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly height: number;
  /** In the order of painting. */
  readonly runs: readonly Run[];
  /** There is text that goes in another direction than most of the page: vertically, aslant. */
  readonly hasOtherText: boolean;
}

/** Gaps in ems. Words stand some 0.25 apart, 0.15 in tight lines; Han characters are spread by up to 0.2. */
const SPACE = 0.12;
const WIDE_SPACE = 0.22;
/** Wider gaps may stand between columns. */
const WIDEST_SPACE = 0.8;
/** Lines are shorter; it keeps the joining of very many words in one line from taking its square. */
const LONGEST_RUN = 500;
/** Of sizes and baselines, in ems. */
const SAME = 0.02;
/** Scanned pages lie some degrees askew; in radians. */
const ASKEW = 0.1;
/** 黑体 and its like serve as the bold of Chinese. */
const BOLD = /bold|black|heavy|demi|cmbx|hei(?:ti)?(?:$|[^a-z])/i;

const ENDS_HALF = /[、。，．：；！？）」』》】]$/;

/** Where a run starts in the upright view of its page, and where it goes. */
interface Placed {
  readonly item: PdfItem;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Quarters of a turn, clockwise; undefined for slanted and for vertical text. */
  readonly turn: number | undefined;
}

/** A maker of pages from what pdf.js gives for them, in their order: the names of fonts come but once. */
export function pageMaker(): (page: PdfPage) => Page {
  const boldFonts = new Set<string>();
  let number = 0;
  return ({ fonts, items, viewport, width, height }) => {
    for (const [font, name] of Object.entries(fonts)) if (BOLD.test(name)) boldFonts.add(font);
    const placed = withGapsFilled(items).map((item) => place(item, viewport));
    const turn = prevailingTurn(placed);
    const upright = placed.filter((run) => run.turn === turn);
    const runs = upright.map((run) => runOf(run, width, height, boldFonts.has(run.item.font)));
    number++;
    return {
      number,
      height: turn % 2 === 0 ? height : width,
      runs: merged(runs.filter(({ text }) => text !== '')),
      hasOtherText: upright.length < placed.length,
    };
  };
}

function place(item: PdfItem, viewport: Matrix): Placed {
  const [a, b, c, d, e, f] = item.transform;
  const [va, vb, vc, vd, ve, vf] = viewport;
  const angle = Math.atan2(vb * a + vd * b, va * a + vc * b);
  const quarters = Math.round(angle / (Math.PI / 2));
  const isStraight = !item.isVertical && Math.abs(angle - (quarters * Math.PI) / 2) < ASKEW;
  const scale = Math.hypot(va, vb);
  return {
    item,
    x: va * e + vc * f + ve,
    y: vb * e + vd * f + vf,
    width: item.width * scale,
    size: Math.hypot(c, d) * scale,
    turn: isStraight ? (quarters + 4) % 4 : undefined,
  };
}

/** Of the four, the turn of most letters. */
function prevailingTurn(placed: readonly Placed[]): number {
  const letters = [0, 0, 0, 0];
  for (const { turn, item } of placed) if (turn !== undefined) letters[turn]! += item.text.length;
  return letters.indexOf(Math.max(...letters));
}

function runOf(
  { item, x, y, width, size, turn }: Placed,
  pageWidth: number,
  pageHeight: number,
  isBold: boolean,
): Run {
  const places = [
    [x, y],
    [y, pageWidth - x],
    [pageWidth - x, pageHeight - y],
    [pageHeight - y, x],
  ] as const;
  const [left, baseline] = places[turn ?? 0]!;
  return { text: lettersOf(item.text), left, right: left + width, baseline, size, isBold };
}

/** Joins what was painted in one go, word by word. */
function merged(runs: readonly Run[]): Run[] {
  const lines: Run[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    if (last === undefined || !follows(last, run)) lines.push(run);
    else
      lines[lines.length - 1] = {
        ...last,
        text: last.text + spaceBetween(last, run) + run.text,
        right: run.right,
      };
  }
  return lines;
}

function follows(last: Run, run: Run): boolean {
  const em = last.size;
  if (last.isBold !== run.isBold || Math.abs(last.size - run.size) > SAME * em) return false;
  if (Math.abs(last.baseline - run.baseline) > SAME * em || last.text.length > LONGEST_RUN) return false;
  return Math.abs(run.left - inkEnd(last)) < WIDEST_SPACE * em;
}

/** A space if there is a gap for it between two runs of one line, else nothing. */
export function spaceBetween(last: Run, run: Run): string {
  if (last.text.endsWith(' ') || run.text.startsWith(' ')) return '';
  const gap = (run.left - last.right) / Math.min(last.size, run.size);
  return gap > (endsWide(last.text) && startsWide(run.text) ? WIDE_SPACE : SPACE) ? ' ' : '';
}

/** Where a run is seen to end: the right half of a Chinese mark is empty, and may hang over the edge of a column. */
export function inkEnd(run: Run): number {
  return run.right - (ENDS_HALF.test(run.text) ? run.size / 2 : 0);
}
