import type { PairSides } from '../../src/evidence/evidence.ts';
import type { Bead } from '../../src/model.ts';
import { say } from './measure.ts';

/** A stretch of two parts that gold and an alignment cut differently; both begin and end it at the same places. */
export interface Difference {
  readonly gold: readonly Bead[];
  readonly made: readonly Bead[];
}

const same = (x: Bead | undefined, y: Bead | undefined) =>
  x?.zh.start === y?.zh.start &&
  x?.zh.end === y?.zh.end &&
  x?.en.start === y?.en.start &&
  x?.en.end === y?.en.end;
const endOf = (beads: readonly Bead[]) => (beads.at(-1)?.zh.end ?? 0) + (beads.at(-1)?.en.end ?? 0);
const meet = (x: readonly Bead[], y: readonly Bead[]) =>
  x.at(-1)?.zh.end === y.at(-1)?.zh.end && x.at(-1)?.en.end === y.at(-1)?.en.end;

/** Where two alignments of the same parts differ, each stretch as short as can be. */
export function differences(gold: readonly Bead[], made: readonly Bead[]): Difference[] {
  const found: Difference[] = [];
  for (let g = 0, m = 0; g < gold.length && m < made.length; ) {
    const goldOnes = [gold[g++]!];
    const madeOnes = [made[m++]!];
    while (!meet(goldOnes, madeOnes) && (g < gold.length || m < made.length)) {
      if (m === made.length || (g < gold.length && endOf(goldOnes) <= endOf(madeOnes)))
        goldOnes.push(gold[g++]!);
      else madeOnes.push(made[m++]!);
    }
    if (goldOnes.length > 1 || !same(goldOnes[0], madeOnes[0]))
      found.push({ gold: goldOnes, made: madeOnes });
  }
  return found;
}

const listed = (beads: readonly Bead[], chanceOf: (bead: Bead) => number) =>
  beads
    .map((bead) => {
      const [zh, en] = [bead.zh, bead.en].map(({ start, end }) =>
        end > start ? `${start}-${end - 1}` : '–',
      );
      return `${zh}:${en} (${chanceOf(bead).toFixed(2)})`;
    })
    .join('  ');

/** Prints a difference with its sentences, and how probable the aligner takes each bead for. */
export function sayDifference(
  { gold, made }: Difference,
  { zh, en }: PairSides,
  chanceOf: (bead: Bead) => number,
): void {
  const [first, last] = [gold[0]!, gold.at(-1)!];
  for (let i = first.zh.start; i < last.zh.end; i++) say(`  zh ${i} ${zh.readings[i]!.text}`);
  for (let j = first.en.start; j < last.en.end; j++) say(`  en ${j} ${en.readings[j]!.text}`);
  say(`  gold  ${listed(gold, chanceOf)}`);
  say(`  made  ${listed(made, chanceOf)}\n`);
}
