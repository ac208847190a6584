/** Several memories as one. */
import { hashOf, Seen } from './seen.ts';
import type { Unit } from './unit.ts';

/** Gives the units of a memory, from the beginning each time it is called. */
export type OpenUnits = () => AsyncIterable<Unit>;

export interface MergeReport {
  /** Units of all memories. */
  readonly read: number;
  /** Those that were left out, since the same pair stands elsewhere with as good a provenance or a better one. */
  readonly repeated: number;
}

/**
 * The units of the memories in their order, each pair of texts once: the one of the best provenance, of several as good the
 * first. Better is what somebody changed by hand, then what a person wrote (it has no score), then the higher score; of
 * equal scores, what knows its documents. Reads every memory twice; in memory it takes some 50 bytes a unit.
 */
export async function* mergeUnits(
  memories: readonly OpenUnits[],
  onMerged?: (report: MergeReport) => void,
): AsyncGenerator<Unit> {
  const pairs = new Seen();
  const standings: Standings = { ranks: new Float64Array(1 << 12), units: new Uint32Array(1 << 12) };
  let read = 0;
  for await (const unit of unitsOf(memories)) note(unit, read++, pairs, standings);
  const chosen = chosenAmong(standings, pairs.size, read);
  let number = 0;
  for await (const unit of unitsOf(memories)) if (chosen[number++]) yield unit;
  onMerged?.({ read, repeated: read - pairs.size });
}

/** For each different pair, by its number: the rank of its best unit so far, and the number of that unit. */
interface Standings {
  ranks: Float64Array;
  units: Uint32Array;
}

async function* unitsOf(memories: readonly OpenUnits[]): AsyncGenerator<Unit> {
  for (const open of memories) yield* open();
}

function note(unit: Unit, number: number, pairs: Seen, standings: Standings): void {
  const key = hashOf(unit.zh.trim(), unit.en.trim());
  // Numbers of pairs begin with 1: 0 means that there is none.
  const known = pairs.get(key);
  const pair = known ?? pairs.size + 1;
  if (known === undefined) {
    pairs.add(key, pair);
    if (pair >= standings.ranks.length) grow(standings);
  }
  const rank = provenance(unit);
  if (known !== undefined && rank <= standings.ranks[pair]!) return;
  standings.ranks[pair] = rank;
  standings.units[pair] = number;
}

function grow(standings: Standings): void {
  const ranks = new Float64Array(standings.ranks.length * 2);
  const units = new Uint32Array(standings.units.length * 2);
  ranks.set(standings.ranks);
  units.set(standings.units);
  Object.assign(standings, { ranks, units });
}

function chosenAmong({ units }: Standings, pairs: number, read: number): Uint8Array {
  const chosen = new Uint8Array(read);
  for (let pair = 1; pair <= pairs; pair++) chosen[units[pair]!] = 1;
  return chosen;
}

/** The higher the better. A score, 0 to 1, never weighs as much as whether a person stands behind the unit. */
function provenance({ edited, score, zhDoc, enDoc }: Unit): number {
  const person = edited ? 4 : score === undefined ? 2 : 0;
  const documents = zhDoc !== undefined && enDoc !== undefined ? 1e-6 : 0;
  return person + (score ?? 0) + documents;
}
