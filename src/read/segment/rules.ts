import type { Boundary } from './boundary.ts';

const DASH_FIRST = /^[—–]/;

/** One reason why a sentence ends at a boundary, or why it goes on. */
export interface Rule {
  readonly name: string;
  readonly verdict: 'ends' | 'goes on';
  readonly applies: (boundary: Boundary) => boolean;
}

/** Asks the rules in their order; the first that applies decides. Where none does, the sentence ends. */
export function endsSentence(boundary: Boundary, rules: readonly Rule[]): boolean {
  return rules.find((rule) => rule.applies(boundary))?.verdict !== 'goes on';
}

/** A dash before a closing quotation mark ends the sentence only when somebody else speaks next. */
export const BREAKING_OFF: readonly Rule[] = [
  { name: 'speech broken off by another', verdict: 'ends', applies: breaksOff },
  { name: 'dash', verdict: 'goes on', applies: ({ tail }) => DASH_FIRST.test(tail) },
];

function breaksOff({ tail, after }: Boundary): boolean {
  return /^[—–]["'”’」』]/.test(tail) && /^["'“‘「『]/.test(after);
}
