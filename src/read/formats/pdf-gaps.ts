/**
 * Quotation marks of Chinese text often come from a Latin font, and are painted apart from their line: pdf.js gives the
 * line as one run, with a blank where the mark belongs, and the mark as a run of its own that lies on it.
 */
import type { PdfItem } from './pdf-process.ts';

/** A mark or two; longer runs on top of others are something else. */
const LONGEST_MARK = 3;
const MARK = /^[\p{P}\p{S}]+$/u;
/** Of baselines, and of a mark from its blank, in ems. */
const SAME_LINE = 0.1;
const NEAREST = 1.5;
/** Narrow blanks are lost. */
const NEAREST_JOINT = 0.75;
/** How wide characters are, in ems. */
const WIDE = /[\u2E80-\uFFEF]/;
const NARROW_WIDTH = 0.5;

/** The runs with each such mark put into the blank that it lies on. */
export function withGapsFilled(items: readonly PdfItem[]): PdfItem[] {
  const filled = [...items];
  const isGone = items.map(() => false);
  for (const [i, mark] of marksFrom(items)) {
    const place = hostOf(mark, i, filled);
    if (place === undefined) continue;
    const host = filled[place.index]!;
    const behind = place.gap + (host.text[place.gap] === ' ' ? 1 : 0);
    filled[place.index] = {
      ...host,
      text: host.text.slice(0, place.gap) + mark.text + host.text.slice(behind),
    };
    isGone[i] = true;
  }
  return filled.filter((_, i) => !isGone[i]);
}

/** From left to right, for each that is put in its place tells better where the next one belongs. */
function marksFrom(items: readonly PdfItem[]): [number, PdfItem][] {
  return [...items.entries()]
    .filter(([, { text }]) => text.length <= LONGEST_MARK && MARK.test(text))
    .sort(([, a], [, b]) => a.transform[4] - b.transform[4]);
}

/** Lines are painted portion by portion: the host of a mark is not far from it. */
const REACH = 40;

function hostOf(
  mark: PdfItem,
  at: number,
  items: readonly PdfItem[],
): { readonly index: number; readonly gap: number } | undefined {
  for (let index = Math.max(0, at - REACH); index < Math.min(items.length, at + REACH); index++) {
    const host = items[index]!;
    if (index === at || !liesOn(mark, host)) continue;
    const gap = gapAt(mark.transform[4] - host.transform[4], host);
    if (gap !== undefined) return { index, gap };
  }
  return undefined;
}

function liesOn(mark: PdfItem, host: PdfItem): boolean {
  const [a, b, , d, x, y] = host.transform;
  if (b !== 0 || a <= 0 || !WIDE.test(host.text)) return false;
  const [markX, markY] = [mark.transform[4], mark.transform[5]];
  if (Math.abs(markY - y) > SAME_LINE * Math.abs(d)) return false;
  return markX > x && markX + mark.width < x + host.width;
}

/** The blank of a run that is nearest to a place on it; where none is near, the nearest place between two characters. */
function gapAt(place: number, { text, width, transform }: PdfItem): number | undefined {
  const characters = Array.from(text);
  const widths = characters.map((character) => (WIDE.test(character) ? 1 : NARROW_WIDTH));
  const scale = width / widths.reduce((sum, each) => sum + each, 0);
  const em = transform[0];
  const blank = { distance: NEAREST * em, index: -1 };
  const joint = { distance: NEAREST_JOINT * em, index: -1 };
  let [left, index] = [0, 0];
  for (const [k, character] of characters.entries()) {
    const distance = Math.abs(left - place);
    const nearest = character === ' ' ? blank : joint;
    if (distance < nearest.distance) Object.assign(nearest, { distance, index });
    left += widths[k]! * scale;
    index += character.length;
  }
  const found = blank.index >= 0 ? blank.index : joint.index;
  return found >= 0 ? found : undefined;
}
