/**
 * Learns the weights of the evidence from gold alignments and prints the tables for src/evidence/weights.ts, and how well
 * documents are aligned by weights that have not seen them. `npm run train -- FOLDER…`: folders with zh/, en/ and gold/,
 * or stories of corpus/. Deterministic; some minutes. With `--by-set` the weights that judge a document have
 * seen nothing of its whole set, and no tables are printed.
 */
import { adapt } from '../../src/adapt/adapt.ts';
import { parallelChances } from '../../src/adapt/parallel.ts';
import { CLOSE_FEATURES, closeEvidenceOf } from '../../src/evidence/close/close-features.ts';
import { FEATURES } from '../../src/evidence/features.ts';
import { NO_HABITS } from '../../src/evidence/habits.ts';
import type { Weights } from '../../src/evidence/weights.ts';
import { size } from '../../src/model.ts';
import { closeEvidence, firstRound, LEARNT, secondRound } from '../../src/rounds/rounds.ts';
import type { Found } from '../../src/search/search.ts';
import { evaluate } from '../../src/units/evaluate.ts';
import { say } from '../bench/measure.ts';
import {
  type Claim,
  calibratedOutOfFold,
  calibrationError,
  exactlyRight,
  fitCalibration,
  partlyRight,
} from './calibration.ts';
import { foldOf, type GoldSet, numbered, readGold } from './gold.ts';
import { Lattice } from './lattice.ts';
import { type Exercise, learn } from './learn.ts';

const folders = process.argv.slice(2).filter((argument) => argument !== '--by-set');
const isBySet = process.argv.includes('--by-set');
const FOLDS = isBySet ? folders.length : 6;

if (!folders.length) {
  say('usage: npm run train -- [--by-set] FOLDER…');
  process.exit(2);
}
const sets = folders.map(readGold);

/** A set counts by the root of its size: as much as 500 beads would, and no set drowns the others. */
const FAIR_SIZE = 500;
/** Weights so much smaller leave beads to learn from that are quite improbable under the weights themselves. */
const LENIENCE = 0.5;

const namesOf = (size: number) => CLOSE_FEATURES.slice(0, size);

function vectorOf<Name extends string>(
  { features, continuation }: Weights<Name>,
  size: number,
): Float64Array {
  const table: Readonly<Record<string, number>> = features;
  return Float64Array.from([...namesOf(size).map((name) => table[name] ?? 0), continuation]);
}

function tableOf(vector: Float64Array): Weights<(typeof CLOSE_FEATURES)[number]> {
  const features = Object.fromEntries(CLOSE_FEATURES.map((name, k) => [name, vector[k] ?? 0]));
  return {
    features: features as Record<(typeof CLOSE_FEATURES)[number], number>,
    continuation: vector.at(-1)!,
  };
}

const ROUGH = FEATURES.length;
const CLOSE = CLOSE_FEATURES.length;

function exercise(set: GoldSet, k: number, lattice: Lattice): Exercise {
  const beads = set.documents.reduce((sum, document) => sum + document.beads.length, 0);
  const fold = isBySet ? sets.indexOf(set) : foldOf(set, k, FOLDS);
  return { set: set.name, fold, lattice, scale: Math.sqrt(FAIR_SIZE / beads) };
}

const FIRST_START = vectorOf(LEARNT.first, ROUGH);

/** By the dictionaries alone, in a band of lenient weights. */
function firstExercises(set: GoldSet): Exercise[] {
  const lenient = tableOf(FIRST_START.map((weight) => LENIENCE * weight));
  return set.documents.map(({ beads }, k) => {
    const { contenders } = firstRound(set.evidence, k, lenient);
    const close = closeEvidenceOf(set.evidence.pairs[k]!, set.evidence, set.evidence.lexicon, NO_HABITS);
    return exercise(set, k, new Lattice(contenders, beads, close, ROUGH));
  });
}

function secondExercises(set: GoldSet, weights: Float64Array, first: readonly Found[]): Exercise[] {
  const lenient = tableOf(weights.map((weight) => LENIENCE * weight));
  const adapted = adapt(set.evidence, first);
  return set.documents.map(({ beads }, k) => {
    const { contenders } = secondRound(set.evidence, k, lenient, first[k]!, adapted);
    return exercise(set, k, new Lattice(contenders, beads, closeEvidence(set.evidence, k, adapted), ROUGH));
  });
}

function closeExercises(set: GoldSet, second: readonly Found[]): Exercise[] {
  const adapted = adapt(set.evidence, second);
  return set.documents.map(({ beads }, k) => {
    const close = closeEvidence(set.evidence, k, adapted);
    return exercise(set, k, new Lattice(second[k]!.contenders, beads, close, CLOSE));
  });
}

function findFirst(set: GoldSet, weights: Float64Array): Found[] {
  return set.documents.map((_, k) => firstRound(set.evidence, k, tableOf(weights)));
}

function findSecond(set: GoldSet, weights: Float64Array, first: readonly Found[]): Found[] {
  const adapted = adapt(set.evidence, first);
  return set.documents.map((_, k) => secondRound(set.evidence, k, tableOf(weights), first[k]!, adapted));
}

interface Learnt {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly close: Float64Array;
  /** What the closer look is learnt from and judged on. */
  readonly exercises: readonly Exercise[];
}

/** The weights of all rounds, learnt from the documents that `isTaught` lets them see. */
function learnAll(
  sets: readonly GoldSet[],
  opening: readonly Exercise[],
  isTaught: (exercise: Exercise) => boolean,
): Learnt {
  const { second: startSecond, close: startClose } = LEARNT;
  const taught = (exercises: readonly Exercise[]) => exercises.filter(isTaught);
  const first = learn(taught(opening), FIRST_START);
  const found = sets.map((set) => findFirst(set, first));
  const roughStart = vectorOf(startSecond, ROUGH);
  const second = learn(
    taught(sets.flatMap((set, k) => secondExercises(set, roughStart, found[k]!))),
    roughStart,
  );
  const exercises = sets.flatMap((set, k) => closeExercises(set, findSecond(set, second, found[k]!)));
  return { first, second, close: learn(taught(exercises), vectorOf(startClose, CLOSE)), exercises };
}

/** A document and what weights that have not seen it make of it. */
interface Judged {
  readonly exercise: Exercise;
  readonly found: Found;
  /** The surprise at its gold path, in nats. */
  readonly surprise: number;
}

/** Every document aligned by weights, of all rounds, that have not seen it. */
function crossValidate(sets: readonly GoldSet[], opening: readonly Exercise[]): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const { close, exercises } = learnAll(sets, opening, (exercise) => exercise.fold !== fold);
    return exercises
      .filter((exercise) => exercise.fold === fold)
      .map((exercise) => ({
        exercise,
        found: exercise.lattice.align(close),
        surprise: -exercise.lattice.logLikelihood(close),
      }));
  }).flat();
}

function sayScores(judged: readonly Judged[]): void {
  say(
    `cross-validated by ${isBySet ? 'set' : 'document'}: strict F1, and the surprise at the gold path in nats a bead`,
  );
  for (const name of new Set(judged.map(({ exercise }) => exercise.set))) {
    const own = judged.filter(({ exercise }) => exercise.set === name);
    const golds = own.map(({ exercise }) => numbered(exercise.lattice.gold));
    const { strict } = evaluate(
      golds,
      own.map(({ found }) => numbered(found.beads)),
    );
    const surprise = own.reduce((sum, one) => sum + one.surprise, 0) / golds.flat().length;
    say(`  ${name.padEnd(20)} ${strict.f1.toFixed(3)}  ${surprise.toFixed(3)}`);
  }
}

/** That a bead is exactly right, omissions too. */
function scoreClaims({ exercise: { set, fold, lattice }, found }: Judged): Claim[] {
  const right = exactlyRight(numbered(lattice.gold), numbered(found.beads));
  return right.map((isRight, k) => ({ set, fold, chance: found.probabilities[k]!, isRight }));
}

/** That the sides of a two-sided bead translate each other at least in part. */
function parallelClaims({ exercise: { set, fold, lattice }, found }: Judged): Claim[] {
  const chances = parallelChances(found);
  const right = partlyRight(numbered(lattice.gold), numbered(found.beads));
  const claims = right.map((isRight, k) => ({ set, fold, chance: chances[k]!, isRight }));
  return claims.filter((_, k) => size(found.beads[k]!.zh) && size(found.beads[k]!.en));
}

/** How many gold beads the sets asked for have. */
const goldBeads = (judged: readonly Judged[]) => (isOwn: (set: string) => boolean) =>
  judged
    .filter(({ exercise }) => isOwn(exercise.set))
    .reduce((sum, { exercise }) => sum + exercise.lattice.gold.length, 0);

/** How many of the claims about the sets asked for are right. */
const rightClaims = (claims: readonly Claim[]) => (isOwn: (set: string) => boolean) =>
  claims.filter(({ set, isRight }) => isRight && isOwn(set)).length;

/** From this score on `--min-score 0.9` keeps a bead. */
const HIGH = 0.9;

/** @param total how many there are to be found in a set, or in all of them */
function sayCalibration(
  name: string,
  claims: readonly Claim[],
  total: (isOwn: (set: string) => boolean) => number,
): void {
  const mapped = calibratedOutOfFold(claims);
  const { slope, offset } = fitCalibration(claims);
  say(`${name}: slope ${slope.toFixed(3)}, offset ${offset.toFixed(3)}; calibration errors out of fold,`);
  say('and of those of at least .9 precision and recall:');
  for (const set of ['pooled', ...new Set(claims.map((claim) => claim.set))]) {
    const isOwn = (name: string) => set === 'pooled' || name === set;
    const own = mapped.filter((claim) => isOwn(claim.set));
    const raw = claims.filter((claim) => isOwn(claim.set));
    const high = own.filter(({ chance }) => chance >= HIGH);
    const rightOf = (some: readonly Claim[]) => some.filter(({ isRight }) => isRight).length;
    const figures = [
      calibrationError(own),
      calibrationError(raw),
      rightOf(high) / high.length,
      rightOf(high) / total(isOwn),
    ];
    const [mappedError, rawError, precision, recall] = figures.map((figure) => figure.toFixed(3));
    say(`  ${set.padEnd(20)} ${mappedError} (before the map ${rawError})  ${precision} ${recall}`);
  }
}

function sayTable(name: string, vector: Float64Array): void {
  say(`${name}:`);
  [...namesOf(vector.length - 1), 'continuation'].forEach((feature, k) => {
    say(
      `  ${/^\w+$/.test(feature) && !/^\d/.test(feature) ? feature : `'${feature}'`}: ${vector[k]!.toFixed(3)},`,
    );
  });
}

const opening = sets.flatMap(firstExercises);
const judged = crossValidate(sets, opening);
sayScores(judged);
sayCalibration('score', judged.flatMap(scoreClaims), goldBeads(judged));
const parallel = judged.flatMap(parallelClaims);
sayCalibration('parallel', parallel, rightClaims(parallel));
if (!isBySet) {
  const { first, second, close } = learnAll(sets, opening, () => true);
  sayTable('FIRST_WEIGHTS', first);
  sayTable('WEIGHTS', second);
  sayTable('CLOSE_WEIGHTS', close);
}
