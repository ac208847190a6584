import type { Bead } from '../model.ts';
import type { Found } from '../search/search.ts';

/** What a search has found, as it goes from one thread to another; beads as four numbers each. */
export interface FlatFound {
  readonly beads: Int32Array;
  readonly probabilities: Float64Array;
  readonly contenders: Int32Array;
  readonly chances: Float64Array;
}

export function flattened({ beads, probabilities, contenders, chances }: Found): FlatFound {
  return {
    beads: numbersOf(beads),
    probabilities: Float64Array.from(probabilities),
    contenders: numbersOf(contenders),
    chances: Float64Array.from(chances),
  };
}

/** Four numbers for each bead. */
export function numbersOf(beads: readonly Bead[]): Int32Array {
  const numbers = new Int32Array(4 * beads.length);
  beads.forEach(({ zh, en }, k) => {
    numbers.set([zh.start, zh.end, en.start, en.end], 4 * k);
  });
  return numbers;
}

export function restored({ beads, probabilities, contenders, chances }: FlatFound): Found {
  return {
    beads: beadsOf(beads),
    probabilities: Array.from(probabilities),
    contenders: beadsOf(contenders),
    chances: Array.from(chances),
  };
}

export function beadsOf(numbers: Int32Array): Bead[] {
  return Array.from({ length: numbers.length / 4 }, (_, k) => ({
    zh: { start: numbers[4 * k]!, end: numbers[4 * k + 1]! },
    en: { start: numbers[4 * k + 2]!, end: numbers[4 * k + 3]! },
  }));
}
