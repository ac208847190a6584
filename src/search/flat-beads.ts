import type { Bead } from '../model.ts';

/**
 * Beads as four numbers each, one behind the other: start and end of the run of Chinese sentences, start and end of that of
 * English ones. There are several contenders for each sentence: as objects they would take eight times the memory.
 */
export type FlatBeads = Int32Array;

const NUMBERS = 4;

export function flatBeads(beads: readonly Bead[]): FlatBeads {
  const flat = new Int32Array(NUMBERS * beads.length);
  for (let k = 0; k < beads.length; k++) {
    const { zh, en } = beads[k]!;
    flat[NUMBERS * k] = zh.start;
    flat[NUMBERS * k + 1] = zh.end;
    flat[NUMBERS * k + 2] = en.start;
    flat[NUMBERS * k + 3] = en.end;
  }
  return flat;
}

export function beadCount(flat: FlatBeads): number {
  return flat.length / NUMBERS;
}

/** One number of a bead, as the next three: thousands of contenders are gone through several times, and an object for each would be garbage at once. */
export const zhStart = (flat: FlatBeads, k: number): number => flat[NUMBERS * k]!;
export const zhEnd = (flat: FlatBeads, k: number): number => flat[NUMBERS * k + 1]!;
export const enStart = (flat: FlatBeads, k: number): number => flat[NUMBERS * k + 2]!;
export const enEnd = (flat: FlatBeads, k: number): number => flat[NUMBERS * k + 3]!;

/** How many sentences of a side a bead has. */
export const zhSize = (flat: FlatBeads, k: number): number => zhEnd(flat, k) - zhStart(flat, k);
export const enSize = (flat: FlatBeads, k: number): number => enEnd(flat, k) - enStart(flat, k);

export function beadAt(flat: FlatBeads, k: number): Bead {
  const at = NUMBERS * k;
  return { zh: { start: flat[at]!, end: flat[at + 1]! }, en: { start: flat[at + 2]!, end: flat[at + 3]! } };
}

export function beadsOf(flat: FlatBeads): Bead[] {
  return Array.from({ length: beadCount(flat) }, (_, k) => beadAt(flat, k));
}

/** Without a list of all of them. */
export function everyBead(flat: FlatBeads, holds: (bead: Bead) => boolean): boolean {
  for (let k = 0; k < beadCount(flat); k++) if (!holds(beadAt(flat, k))) return false;
  return true;
}

/** Some of the beads, by their numbers. */
export function chosenOf(flat: FlatBeads, numbers: ArrayLike<number>): FlatBeads {
  const chosen = new Int32Array(NUMBERS * numbers.length);
  for (let k = 0; k < numbers.length; k++) {
    const from = NUMBERS * numbers[k]!;
    for (let n = 0; n < NUMBERS; n++) chosen[NUMBERS * k + n] = flat[from + n]!;
  }
  return chosen;
}

/** The beads from `start` up to, not including, `end`, in the same memory. */
export function someOf(flat: FlatBeads, start: number, end: number): FlatBeads {
  return flat.subarray(NUMBERS * start, NUMBERS * end);
}

/** The numbers of all parts, one part behind the other. */
export function joined<T extends Int32Array | Float64Array>(
  Numbers: new (length: number) => T,
  parts: readonly T[],
): T {
  const all = new Numbers(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}

/** The beads with so many sentences more before them. */
export function shiftedBy(flat: FlatBeads, zh: number, en: number): FlatBeads {
  const shifted = new Int32Array(flat.length);
  for (let at = 0; at < flat.length; at++) shifted[at] = flat[at]! + (at % NUMBERS < 2 ? zh : en);
  return shifted;
}
