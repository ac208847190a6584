import { CLUES, cluesOf } from '../language/sound.ts';
import type { SoundModel } from '../language/sound-model.ts';

/** A Chinese name and the plain letters that it renders. */
export type NamePair = readonly [chinese: string, letters: string];

/** What the weights of CLUES are before the names have said anything, and how much each insists on staying so. */
const USUAL = [0.4, 2.6, 0.3, 0, 0, 0, 0, -3];
const FIRMNESS = 0.1;
const WRONG_PARTNERS = 20;
/** How far apart in the list the wrong partners of a name are: a prime. */
const STRIDE = 173;
const ROUNDS = 8;

interface Example {
  readonly clues: readonly number[];
  readonly isRight: boolean;
}

/**
 * The weights of CLUES by logistic regression (Newton's method), each right pair against 20 wrong ones. `modelOf` must
 * give a model that has not learnt from the pair, for one that has believes in it too much.
 */
export function learnWeights(pairs: readonly NamePair[], modelOf: (pair: NamePair) => SoundModel): number[] {
  const examples = pairs.flatMap((pair, k) => {
    const model = modelOf(pair);
    const [chinese, letters] = pair;
    const wrong = Array.from(
      { length: WRONG_PARTNERS },
      (_, n) => pairs[(k + (n + 1) * STRIDE) % pairs.length]![1],
    )
      .filter((other) => other !== letters)
      .map((other): Example => ({ clues: cluesOf(model, chinese, other), isRight: false }));
    return [{ clues: cluesOf(model, chinese, letters), isRight: true }, ...wrong];
  });
  let weights = USUAL;
  for (let round = 0; round < ROUNDS; round++) weights = improved(weights, examples);
  return weights;
}

/** One step of Newton's method. */
function improved(weights: readonly number[], examples: readonly Example[]): number[] {
  const size = CLUES.length;
  const gradient = weights.map((weight, k) => FIRMNESS * (USUAL[k]! - weight));
  const curvature = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (i === j ? FIRMNESS : 0)),
  );
  for (const { clues, isRight } of examples) {
    const log = clues.reduce((sum, clue, k) => sum + clue * weights[k]!, 0);
    const share = 1 / (1 + Math.exp(-log));
    for (let i = 0; i < size; i++) {
      gradient[i]! += (Number(isRight) - share) * clues[i]!;
      for (let j = 0; j < size; j++) curvature[i]![j]! += share * (1 - share) * clues[i]! * clues[j]!;
    }
  }
  const step = solved(curvature, gradient);
  return weights.map((weight, k) => weight + step[k]!);
}

/** The vector that a positive definite matrix turns into `target`, by Gaussian elimination. */
function solved(matrix: readonly (readonly number[])[], target: readonly number[]): number[] {
  const rows = matrix.map((row, k) => [...row, target[k]!]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot++) {
    for (let k = 0; k < size; k++) {
      if (k === pivot) continue;
      const factor = rows[k]![pivot]! / rows[pivot]![pivot]!;
      for (let j = pivot; j <= size; j++) rows[k]![j]! -= factor * rows[pivot]![j]!;
    }
  }
  return rows.map((row, k) => row[size]! / row[k]!);
}
