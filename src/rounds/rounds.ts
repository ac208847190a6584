import { type Adapted, adaptAside } from '../adapt/adapt.ts';
import {
  type CloseEvidence,
  type CloseFeature,
  canBeSeenClosely,
  closeEvidenceOf,
} from '../evidence/close/close-features.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { NO_HABITS } from '../evidence/habits.ts';
import {
  type Stretch,
  type TaughtTables,
  tablesOf,
  taughtTables,
  wholeOf,
  withLessons,
} from '../evidence/stretch.ts';
import { CLOSE_WEIGHTS, FIRST_WEIGHTS, WEIGHTS, type Weights } from '../evidence/weights.ts';
import type { Bead } from '../model.ts';
import { Contest } from '../search/contest.ts';
import { everyBead, joined } from '../search/flat-beads.ts';
import { chooseIn, type Found, waypointsAlong } from '../search/search.ts';
import { closeTasks } from './close-task.ts';
import { learnBoth, searchAll, weighAll } from './helpers.ts';
import { joinPieces, piecesOf } from './pieces.ts';
import { roughWaypoints, type SearchTask, searchStretch, taskFor } from './search-task.ts';

/** What each of the three rounds goes by. */
export interface RoundWeights {
  readonly first: Weights;
  readonly second: Weights;
  readonly close: Weights<CloseFeature>;
}

export const LEARNT: RoundWeights = { first: FIRST_WEIGHTS, second: WEIGHTS, close: CLOSE_WEIGHTS };
export const ROUNDS = 3;

/** What the beads of a round teach. */
export type Learn = (evidence: Evidence, found: readonly Found[]) => Promise<Adapted>;

/** What the rounds have come to, pair by pair. */
export interface Outcome {
  readonly found: readonly Found[];
  /** What the beads of the second round have taught, by which the last one went. */
  readonly adapted: Adapted;
}

/**
 * Aligns all pairs in three rounds, each learning from the beads of the one before: two in a band, then a closer look at
 * the beads that are left. A third round in a band changed nothing.
 *
 * @param bound for each pair what the user says belongs together
 * @param step called after each pair of each round
 * @param learn what the beads of a round teach; `learnNothing` leaves all to the dictionaries
 */
export async function alignInRounds(
  evidence: Evidence,
  bound: readonly (readonly Bead[])[],
  weights: RoundWeights,
  step: () => Promise<void> = async () => {},
  learn: Learn = (own, found) => adaptAside(own, found, learnBoth),
): Promise<Outcome> {
  const eachPair = async (round: (pair: number) => Found | Promise<Found>): Promise<Found[]> => {
    const found: Found[] = [];
    for (let pair = 0; pair < evidence.pairs.length; pair++) {
      found.push(await round(pair));
      await step();
    }
    return found;
  };
  const known = untaught(evidence);
  const first = await eachPair((pair) =>
    searchInPieces(firstTask(evidence, pair, weights.first, known), bound[pair]!),
  );
  const lessons = await learn(evidence, first);
  const taught = taughtTables(evidence, lessons.lexicon, NO_HABITS);
  const second = await eachPair((pair) =>
    searchInPieces(secondTask(evidence, pair, weights.second, first[pair]!, lessons, taught), bound[pair]!),
  );
  const adapted = await learn(evidence, second);
  const taughtAgain = taughtTables(evidence, adapted.lexicon, NO_HABITS);
  const found = await eachPair((pair) =>
    closeRound(evidence, pair, weights.close, second[pair]!, adapted, taughtAgain),
  );
  return { found, adapted };
}

/** A long pair in pieces, unless the user has bound some of it together. */
async function searchInPieces(task: SearchTask, bound: readonly Bead[]): Promise<Found> {
  const pieces = bound.length ? [task.stretch] : piecesOf(task.stretch, task.waypoints);
  if (pieces.length === 1) return searchStretch(task, bound);
  const found = await searchAll(pieces.map((piece) => taskFor(task, piece)));
  const again = async (piece: Stretch) => searchStretch(taskFor(task, piece));
  return joinPieces(pieces, found, again);
}

/** Takes no lesson from the beads: the rounds go by the dictionaries, and by what `readEvidence` was given. */
export async function learnNothing({ lexicon, pairs }: Evidence): Promise<Adapted> {
  const none = { from: new Map(), to: new Map() };
  return {
    lexicon,
    lessons: pairs.map(() => ({ zhToEn: none, enToZh: none })),
    habits: pairs.map(() => NO_HABITS),
  };
}

/** In a band along what rare words and names suggest, by the dictionaries alone. */
export function firstRound(
  evidence: Evidence,
  pair: number,
  weights: Weights,
  bound: readonly Bead[] = [],
): Found {
  return searchStretch(firstTask(evidence, pair, weights, untaught(evidence)), bound);
}

/** What the dictionaries say. */
const untaught = (evidence: Evidence) => taughtTables(evidence, evidence.lexicon, NO_HABITS);

function firstTask(evidence: Evidence, pair: number, weights: Weights, taught: TaughtTables): SearchTask {
  const tables = tablesOf(evidence.pairs[pair]!);
  const waypoints = roughWaypoints(tables, taught);
  return { pair: tables, taught, weights, round: 'first', stretch: wholeOf(tables), waypoints };
}

/** In a band along the beads of the first round, by what these have taught. */
export function secondRound(
  evidence: Evidence,
  pair: number,
  weights: Weights,
  before: Found,
  adapted: Adapted,
  bound: readonly Bead[] = [],
): Found {
  const taught = taughtTables(evidence, adapted.lexicon, NO_HABITS);
  return searchStretch(secondTask(evidence, pair, weights, before, adapted, taught), bound);
}

function secondTask(
  evidence: Evidence,
  pair: number,
  weights: Weights,
  before: Found,
  { lessons, habits }: Adapted,
  taught: TaughtTables,
): SearchTask {
  const tables = tablesOf(evidence.pairs[pair]!);
  const stretch = wholeOf(tables);
  const own = withLessons({ ...taught, habits: habits[pair]! }, lessons[pair]!, stretch);
  return { pair: tables, taught: own, weights, round: 'second', stretch, waypoints: waypointsAlong(before) };
}

/** What is known of a pair when its beads are looked at closely. */
export function closeEvidence(
  evidence: Evidence,
  pair: number,
  { lexicon, lessons, habits }: Adapted,
): CloseEvidence {
  return closeEvidenceOf(evidence.pairs[pair]!, evidence, lexicon, habits[pair]!, lessons[pair]);
}

/**
 * Among the beads that the second round has left, by evidence that would be too dear in a band. Parts with sentences too
 * long for that stay as the second round has left them.
 */
async function closeRound(
  evidence: Evidence,
  pair: number,
  weights: Weights<CloseFeature>,
  before: Found,
  { lessons, habits }: Adapted,
  taught: TaughtTables,
): Promise<Found> {
  const tables = tablesOf(evidence.pairs[pair]!);
  if (!everyBead(before.contenders, (bead) => canBeSeenClosely(tables, bead))) return before;
  const whole = wholeOf(tables);
  const contest = new Contest(before.contenders, whole.zh.end, whole.en.end);
  const own = withLessons({ ...taught, habits: habits[pair]! }, lessons[pair]!, whole);
  const weighed = await weighAll(closeTasks(tables, own, weights, contest.beads));
  return chooseIn(contest, joined(Float64Array, weighed), weights.continuation);
}
