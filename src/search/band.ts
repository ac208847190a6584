import type { Band, Bead } from '../model.ts';

/** A pair of sentences that probably belong together: after `zh` Chinese sentences and `en` English ones. */
export interface Waypoint {
  readonly zh: number;
  readonly en: number;
}

/** A stretch of more Chinese sentences than this without a waypoint is one where nobody knows the way … */
const SURE_STRETCH = 16;
/** … and the band there is wider, by a sentence for every four more, up to sixty. */
const SENTENCES_FOR_ONE = 4;
const MOST_UNSURE = 60;

/**
 * The cells within `widths[i]` English sentences, in row i, of the line through the waypoints. Where a stretch is
 * longer on one side than the whole would let one expect, the band is wider by the difference, for something is
 * left out there, nobody knows where; but not wider than from the one waypoint to the other, so that its area is no more than that
 * of the stretch. It is wider, too, in stretches that are long on both sides without waypoints. Neighbouring rows
 * always share cells, so that a path leads through, however steep the line.
 */
export function bandAround(waypoints: readonly Waypoint[], enCount: number, widths: Int32Array): Band {
  const zhCount = widths.length - 1;
  const low = new Int32Array(zhCount + 1).fill(enCount);
  const high = new Int32Array(zhCount + 1);
  const slope = enCount / Math.max(1, zhCount);
  const stops = [{ zh: 0, en: 0 }, ...waypoints, { zh: zhCount, en: enCount }];
  for (let k = 1; k < stops.length; k++) {
    const from = stops[k - 1]!;
    const to = stops[k]!;
    const rise = to.en - from.en;
    const run = Math.max(1, to.zh - from.zh);
    const slack = Math.ceil(Math.abs(rise - slope * (to.zh - from.zh)));
    const shorter = Math.min(run, slope ? rise / slope : 0);
    const unsure = Math.min(
      MOST_UNSURE,
      Math.max(0, Math.ceil((shorter - SURE_STRETCH) / SENTENCES_FOR_ONE)),
    );
    const reach = Math.max(slack, Math.floor(rise / run / 2));
    for (let i = from.zh; i <= to.zh; i++) {
      const centre = from.en + (rise * (i - from.zh)) / run;
      const margin = unsure + widths[i]!;
      const first = Math.max(from.en, Math.floor(centre) - reach) - margin;
      const last = Math.min(to.en, Math.ceil(centre) + reach) + margin;
      low[i] = Math.min(low[i]!, Math.max(0, first));
      high[i] = Math.max(high[i]!, Math.min(enCount, last));
    }
  }
  return monotone({ low, high }, enCount);
}

/** Rows never begin before, or end before, the row above, and share a cell with it; the corners are in. */
function monotone(band: Band, enCount: number): Band {
  const { low, high } = band;
  const last = low.length - 1;
  low[0] = 0;
  high[last] = enCount;
  for (let i = 1; i <= last; i++) high[i] = Math.max(high[i]!, high[i - 1]!);
  for (let i = last - 1; i >= 0; i--) low[i] = Math.min(low[i]!, low[i + 1]!);
  for (let i = 1; i <= last; i++) low[i] = Math.min(low[i]!, high[i - 1]!);
  return band;
}

/** The rows where a path comes within `margin` cells of an edge of its band that is no edge of the parts. */
export function crampedRows(beads: readonly Bead[], { low, high }: Band, margin: number): number[] {
  const enCount = high[high.length - 1]!;
  return beads
    .filter(({ zh: { end: i }, en: { end: j } }) => {
      const clearBelow = low[i] === 0 || j - low[i]! >= margin;
      const clearAbove = high[i] === enCount || high[i]! - j >= margin;
      return !clearBelow || !clearAbove;
    })
    .map((bead) => bead.zh.end);
}
