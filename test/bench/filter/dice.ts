import { numbers } from '../random.ts';

/** Chance, the same for the same seed. */
export class Dice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = numbers(seed);
  }

  /** From 0 to 1. */
  share(): number {
    return this.#next();
  }

  /** A whole number, both ends included. */
  from(low: number, high: number): number {
    return low + Math.floor(this.#next() * (high - low + 1));
  }

  one<T>(list: readonly T[]): T {
    return list[this.from(0, list.length - 1)]!;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list];
    for (let i = rest.length - 1; i > 0; i--) {
      const k = this.from(0, i);
      [rest[i], rest[k]] = [rest[k]!, rest[i]!];
    }
    return rest;
  }
}
