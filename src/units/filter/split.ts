/** Which units train a model, and which test it. */

import { hashOf } from '../seen.ts';
import type { Unit } from '../unit.ts';

export const SETS = ['train', 'dev', 'test'] as const;
export type SetName = (typeof SETS)[number];

/** Of all units, from 0 to 1; their sum is 1 at most, and the rest is for training. */
export interface Shares {
  readonly dev: number;
  readonly test: number;
}

/** Units that come from no known document are taken in blocks of so many, as neighbours are of one text. */
const BLOCK = 100;
const WHOLE = 2 ** 32;

/**
 * Tells the set of each unit, given in their order. All units of a document go to the same set, by the hash of the names of
 * its two files, so the shares are met the better, the more documents there are; without documents, those of a page (`url`)
 * or of a block of neighbours. The same names and the same seed give the same set in any run.
 */
export function openSplit({ dev, test }: Shares, seed = 0): (unit: Unit) => SetName {
  let loose = 0;
  return (unit) => {
    const name = documentOf(unit) ?? `block ${Math.floor(loose++ / BLOCK)}`;
    const chance = hashOf(`${seed}`, name).high / WHOLE;
    if (chance < dev) return 'dev';
    return chance < dev + test ? 'test' : 'train';
  };
}

/** `a.txt` of `a.txt#zh1`: the parts of a page belong together. */
function documentOf({ zhDoc, enDoc, url }: Unit): string | undefined {
  if (zhDoc === undefined && enDoc === undefined) return url && `page ${url}`;
  const [zhFile, enFile] = [zhDoc, enDoc].map((name) => name?.replace(/#(?:zh|en)\d+$/, '') ?? '');
  return `document ${zhFile}\n${enFile}`;
}
