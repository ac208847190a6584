/** Long pairs are searched in pieces that overlap: memory stays that of a piece, and threads can search them side by side. */
import type { Stretch } from '../evidence/stretch.ts';
import { type Bead, size } from '../model.ts';
import type { Waypoint } from '../search/band.ts';
import {
  beadCount,
  chosenOf,
  enEnd,
  enStart,
  type FlatBeads,
  flatBeads,
  joined,
  shiftedBy,
  zhEnd,
  zhStart,
} from '../search/flat-beads.ts';
import type { Found } from '../search/search.ts';

/** Chinese sentences of a piece, or a few less. A pair of less than one and a half is searched whole. */
const PIECE = 2000;
const SHORTEST_CUT = 1.5 * PIECE;
/** So many Chinese sentences, at least, before and behind a cut belong to both pieces; a search finds the way within ten. */
const OVERLAP = 40;
/** Pieces are joined at a bead that is at least so probable in both. */
const SURE = 0.9;

/** Into how many pieces a pair of so many Chinese sentences is cut, at most. */
export function pieceCount(zhCount: number): number {
  return zhCount < SHORTEST_CUT ? 1 : Math.ceil(zhCount / PIECE);
}

/** The pieces of a whole pair, which begin and end at waypoints; where these are far apart, pieces are longer. */
export function piecesOf({ zh, en }: Stretch, waypoints: readonly Waypoint[]): Stretch[] {
  const count = pieceCount(zh.end);
  const pieces: Stretch[] = [];
  let start: Waypoint = { zh: 0, en: 0 };
  let overlapped = 0;
  for (let k = 1; k < count; k++) {
    const cut = Math.round((k * zh.end) / count);
    const next = waypoints.findLast((at) => at.zh <= cut - OVERLAP);
    const end = waypoints.find((at) => at.zh >= cut + OVERLAP);
    // What belongs to two pieces must not reach into a third one.
    if (!next || !end || next.zh < overlapped) continue;
    pieces.push(between(start, end));
    start = next;
    overlapped = end.zh;
  }
  return [...pieces, between(start, { zh: zh.end, en: en.end })];
}

function between(from: Waypoint, to: Waypoint): Stretch {
  return { zh: { start: from.zh, end: to.zh }, en: { start: from.en, end: to.en } };
}

/** A piece with its beads in the numbers of the whole pair, and the bead that it has in common with the one before. */
interface Piece {
  readonly stretch: Stretch;
  readonly found: Found;
  readonly seam?: Bead;
}

/**
 * The beads of a whole pair out of those of its pieces, each numbered from the beginning of its own. Pieces that are not sure
 * of a common bead are searched once more, as one.
 */
export async function joinPieces(
  stretches: readonly Stretch[],
  found: readonly Found[],
  search: (stretch: Stretch) => Promise<Found>,
): Promise<Found> {
  const joined: Piece[] = [];
  for (const [k, stretch] of stretches.entries()) {
    let piece: Piece = { stretch, found: inWhole(found[k]!, stretch) };
    for (let last = joined.pop(); last; last = joined.pop()) {
      const seam = seamOf(last, piece);
      if (seam) {
        joined.push(last);
        piece = { ...piece, seam };
        break;
      }
      const union = {
        zh: { ...last.stretch.zh, end: stretch.zh.end },
        en: { ...last.stretch.en, end: stretch.en.end },
      };
      piece = { stretch: union, found: inWhole(await search(union), union) };
    }
    joined.push(piece);
  }
  return assembled(joined);
}

function inWhole({ beads, probabilities, contenders, chances }: Found, { zh, en }: Stretch): Found {
  const shifted = (bead: Bead): Bead => ({
    zh: { start: bead.zh.start + zh.start, end: bead.zh.end + zh.start },
    en: { start: bead.en.start + en.start, end: bead.en.end + en.start },
  });
  return {
    beads: beads.map(shifted),
    probabilities,
    contenders: shiftedBy(contenders, zh.start, en.start),
    chances,
  };
}

const nameOf = ({ zh, en }: Bead) => `${zh.start} ${zh.end} ${en.start} ${en.end}`;

/** The two-sided bead of both pieces that both are surest of, the first of equal ones; none if they are not sure enough. */
function seamOf(before: Piece, behind: Piece): Bead | undefined {
  const known = new Map<string, number>();
  before.found.beads.forEach((bead, k) => {
    if (bead.zh.start >= behind.stretch.zh.start) known.set(nameOf(bead), before.found.probabilities[k]!);
  });
  let best: Bead | undefined;
  let most = SURE;
  behind.found.beads.forEach((bead, k) => {
    if (bead.zh.start >= before.stretch.zh.end || !size(bead.zh) || !size(bead.en)) return;
    const chance = Math.min(known.get(nameOf(bead)) ?? 0, behind.found.probabilities[k]!);
    if (best ? chance > most : chance >= most) [best, most] = [bead, chance];
  });
  return best;
}

/** Which beads, by their numbers, stand behind a seam, and before or at the next one. */
function numbersWithin(beads: FlatBeads, seam: Bead | undefined, next: Bead | undefined): number[] {
  const [zhFrom, enFrom] = seam ? [seam.zh.end, seam.en.end] : [0, 0];
  const [zhTo, enTo] = next ? [next.zh.end, next.en.end] : [Infinity, Infinity];
  const numbers: number[] = [];
  for (let k = 0; k < beadCount(beads); k++) {
    const isBehind = zhStart(beads, k) >= zhFrom && enStart(beads, k) >= enFrom;
    if (isBehind && zhEnd(beads, k) <= zhTo && enEnd(beads, k) <= enTo) numbers.push(k);
  }
  return numbers;
}

/** Of each piece what stands behind its seam and, that included, up to the one of the next piece. */
function assembled(pieces: readonly Piece[]): Found {
  const kept = pieces.map(({ found, seam }, k) => {
    const next = pieces[k + 1]?.seam;
    const path = numbersWithin(flatBeads(found.beads), seam, next);
    const contenders = numbersWithin(found.contenders, seam, next);
    return {
      beads: path.map((n) => found.beads[n]!),
      probabilities: path.map((n) => found.probabilities[n]!),
      contenders: chosenOf(found.contenders, contenders),
      chances: Float64Array.from(contenders, (n) => found.chances[n]!),
    };
  });
  return {
    beads: kept.flatMap(({ beads }) => beads),
    probabilities: kept.flatMap(({ probabilities }) => probabilities),
    contenders: joined(
      Int32Array,
      kept.map(({ contenders }) => contenders),
    ),
    chances: joined(
      Float64Array,
      kept.map(({ chances }) => chances),
    ),
  };
}
