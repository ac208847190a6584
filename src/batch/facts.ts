import { type Alignment, type Relation, size } from '../model.ts';

/** What is left to tell of an alignment when its beads are written. */
export interface PairFacts {
  /** File, part and locale of both sides. */
  readonly zh: PartName;
  readonly en: PartName;
  readonly relation: Relation;
  /** 0 to 1. */
  readonly zhPaired: number;
  readonly enPaired: number;
  readonly beads: number;
  readonly zhOnly: number;
  readonly enOnly: number;
}

export interface PartName {
  readonly file: string;
  readonly id: string;
  readonly locale: string;
}

export function factsOf({ zh, en, beads, kinship }: Alignment): PairFacts {
  const { relation, zhPaired, enPaired } = kinship;
  return {
    zh: nameOf(zh),
    en: nameOf(en),
    relation,
    zhPaired,
    enPaired,
    beads: beads.length,
    zhOnly: beads.filter((bead) => size(bead.en) === 0).length,
    enOnly: beads.filter((bead) => size(bead.zh) === 0).length,
  };
}

const nameOf = ({ file, id, locale }: PartName): PartName => ({ file, id, locale });
