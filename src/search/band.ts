import type { Band, Bead } from '../model.ts';

/** A pair of sentences that probably belong together: after `zh` Chinese sentences and `en` English ones. */
export interface Waypoint {
  readonly zh: number;
  readonly en: number;
}

/**
 * The cells within `width` English sentences of the line through the waypoints, in a part of `zhCount` and
 * one of `enCount` sentences. Where a stretch is longer on one side than the whole would let one expect, the
 * band is wider by the difference: something is left out there, nobody knows where. Its area grows with
 * the lengths, not with their product.
 */
export function bandAround(
  waypoints: readonly Waypoint[],
  zhCount: number,
  enCount: number,
  width: number,
): Band {
  const low = new Int32Array(zhCount + 1).fill(enCount);
  const high = new Int32Array(zhCount + 1);
  const slope = enCount / Math.max(1, zhCount);
  const stops = [{ zh: 0, en: 0 }, ...waypoints, { zh: zhCount, en: enCount }];
  for (let k = 1; k < stops.length; k++) {
    const from = stops[k - 1]!;
    const to = stops[k]!;
    const rise = to.en - from.en;
    const run = Math.max(1, to.zh - from.zh);
    const slack = width + Math.ceil(Math.abs(rise - slope * (to.zh - from.zh)));
    for (let i = Math.max(0, from.zh - width); i <= Math.min(zhCount, to.zh + width); i++) {
      const inside = Math.min(Math.max(i, from.zh), to.zh);
      const centre = from.en + (rise * (inside - from.zh)) / run;
      const reach = i === inside ? slack : width;
      low[i] = Math.min(low[i]!, Math.max(0, Math.floor(centre) - reach));
      high[i] = Math.max(high[i]!, Math.min(enCount, Math.ceil(centre) + reach));
    }
  }
  return monotone({ low, high }, enCount);
}

/** Rows never begin before, or end before, the row above; the corners are in. */
function monotone(band: Band, enCount: number): Band {
  const { low, high } = band;
  const last = low.length - 1;
  low[0] = 0;
  high[last] = enCount;
  for (let i = 1; i <= last; i++) high[i] = Math.max(high[i]!, high[i - 1]!);
  for (let i = last - 1; i >= 0; i--) low[i] = Math.min(low[i]!, low[i + 1]!);
  return band;
}

/** Whether a path stays `margin` cells away from the edges of its band, where these are not those of the parts. */
export function keepsClear(beads: readonly Bead[], band: Band, margin: number): boolean {
  const last = band.high.length - 1;
  const enCount = band.high[last]!;
  return beads.every(({ zh: { end: i }, en: { end: j } }) => {
    const above = Math.max(0, i - margin);
    const below = Math.min(last, i + margin);
    return (
      (j - band.low[below]! >= 0 || band.low[below] === 0) &&
      (j - band.low[i]! >= margin || band.low[i] === 0) &&
      (band.high[i]! - j >= margin || band.high[i] === enCount) &&
      band.high[above]! - j >= 0
    );
  });
}
