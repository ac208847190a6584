/** The rules of `filter`, in their order: a unit counts for the first one that drops it. How each judges is in judges.ts. */

export interface Rule {
  readonly name: string;
  /** What it drops, as the end of "drops units …". */
  readonly drops: string;
}

/**
 * Cheap and telling rules come first, and those that compare units last: what another rule drops is no first occurrence.
 * All are on unless switched off: each drops what is a fault to nearly every builder of training data. `overlap` does nothing without a test
 * set, and `low-parallel` nothing without scores.
 */
export const RULES = [
  { name: 'one-sided', drops: 'of which one side is empty' },
  { name: 'mojibake', drops: 'with text read in a wrong charset, or with lost characters' },
  { name: 'repeated', drops: 'that say a letter, phrase or sentence again and again' },
  { name: 'no-words', drops: 'of addresses, mark-up, code, figures or marks alone' },
  { name: 'too-short', drops: 'with a side of one letter, or too few words' },
  { name: 'too-long', drops: 'with too many words or characters' },
  { name: 'identical', drops: 'whose sides are the same, or nearly' },
  { name: 'wrong-language', drops: 'with a side that is not in its language' },
  { name: 'wrong-script', drops: 'in Traditional where Simplified should be, or reverse' },
  { name: 'length-ratio', drops: 'with one side too long for the other' },
  { name: 'numbers', drops: 'with a number on one side that the other lacks' },
  { name: 'low-parallel', drops: 'that are known to be hardly parallel' },
  { name: 'overlap', drops: 'that stand in a test set (--test-set)' },
  { name: 'duplicate', drops: 'that were there before, letter for letter' },
  { name: 'near-duplicate', drops: 'that were there but for script, spaces, case or marks' },
] as const satisfies readonly Rule[];

export type RuleName = (typeof RULES)[number]['name'];

export const RULE_NAMES: readonly RuleName[] = RULES.map(({ name }) => name);
