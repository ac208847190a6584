/**
 * Learns the weights of the evidence from gold alignments and prints the table for src/evidence/weights.ts.
 * `npm run train -- FOLDER…`: folders with zh/, en/ and gold/, or stories of corpus/.
 */
import { adapt } from '../../src/adapt/adapt.ts';
import { FEATURES, type Feature } from '../../src/evidence/features.ts';
import { FIRST_WEIGHTS, WEIGHTS, type Weights } from '../../src/evidence/weights.ts';
import type { Bead } from '../../src/model.ts';
import { type Found, waypointsAlong } from '../../src/search/search.ts';
import { evaluate } from '../../src/units/evaluate.ts';
import { alignSet, numbered } from './align-set.ts';
import { climb } from './ascent.ts';
import { type GoldSet, readGold } from './gold.ts';
import { Lattice, NAMES } from './lattice.ts';

/** Strength of the pull of each weight to 0. */
const RIDGE = 0.5;
/** Rounds of alignment, each learnt from with the weights of the one before. */
const ROUNDS = 2;
const MOST_STEPS = 60;
/** A set counts by the root of its size: as much as 500 beads would, and no set drowns the others. */
const FAIR_SIZE = 500;
const FOLDS = 3;

const say = (line: string) => process.stdout.write(`${line}\n`);

interface Exercise {
  readonly set: string;
  readonly lattice: Lattice;
  readonly scale: number;
}

const vectorOf = ({ features, continuation }: Weights) =>
  Float64Array.from([...FEATURES.map((name) => features[name]), continuation]);

function tableOf(vector: Float64Array): Weights {
  const features = Object.fromEntries(FEATURES.map((name, k) => [name, vector[k]!])) as Record<
    Feature,
    number
  >;
  return { features, continuation: vector[FEATURES.length]! };
}

function exercisesOf(set: GoldSet, found: readonly Found[]): Exercise[] {
  const { lexicon, lessons, habits } = adapt(set.evidence, found);
  const beads = set.documents.reduce((sum, document) => sum + document.beads.length, 0);
  return set.documents.map((document, k) => ({
    set: set.name,
    lattice: new Lattice(set, document, waypointsAlong(found[k]!), {
      lexicon,
      lessons: lessons[k],
      habits: habits[k],
    }),
    scale: Math.sqrt(FAIR_SIZE / beads),
  }));
}

function learn(exercises: readonly Exercise[], start: Float64Array): Float64Array {
  return climb(
    (weights) => {
      const gradient = weights.map((weight) => -RIDGE * weight);
      let value = (-RIDGE / 2) * weights.reduce((sum, weight) => sum + weight * weight, 0);
      for (const { lattice, scale } of exercises)
        value += scale * lattice.addGradient(weights, scale, gradient);
      return { value, gradient };
    },
    start,
    MOST_STEPS,
  );
}

/** Strict F1 of each set, every document judged by weights that have not seen it. */
function crossValidate(exercises: readonly Exercise[], start: Float64Array): void {
  const results = new Map<string, { golds: Bead[][]; tests: Bead[][] }>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = (exercise: Exercise) => exercise.lattice.document.number % FOLDS === fold;
    const weights = learn(
      exercises.filter((exercise) => !held(exercise)),
      start,
    );
    for (const { set, lattice } of exercises.filter(held)) {
      const result = results.get(set) ?? { golds: [], tests: [] };
      result.golds.push([...lattice.document.beads]);
      result.tests.push(lattice.decode(weights));
      results.set(set, result);
    }
  }
  say('strict F1, cross-validated by document:');
  for (const [set, { golds, tests }] of results) {
    const { strict } = evaluate(golds.map(numbered), tests.map(numbered));
    say(`  ${set.padEnd(20)} ${strict.f1.toFixed(3)}`);
  }
}

const folders = process.argv.slice(2);
if (!folders.length) {
  say('usage: npm run train -- FOLDER…');
  process.exit(2);
}
const sets = folders.map(readGold);
let weights: Float64Array = vectorOf(WEIGHTS);
let found = sets.map((set) => alignSet(set, FIRST_WEIGHTS));
for (let round = 1; round <= ROUNDS; round++) {
  const exercises = sets.flatMap((set, k) => exercisesOf(set, found[k]!));
  if (round === ROUNDS) crossValidate(exercises, weights);
  weights = learn(exercises, weights);
  found = sets.map((set, k) => alignSet(set, tableOf(weights), found[k]));
}
say('weights:');
NAMES.forEach((name, k) => {
  say(`  ${name}: ${weights[k]!.toFixed(2)}`);
});
