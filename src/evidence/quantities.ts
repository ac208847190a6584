import { CHINESE_FINDERS } from './chinese-quantities.ts';
import { ENGLISH_FINDERS } from './english-quantities.ts';
import type { Finder, Quantity } from './quantity.ts';

/** The quantities of a Chinese sentence, given as its narrow Simplified key; in order, not overlapping. */
export function chineseQuantities(key: string): Quantity[] {
  return find(key, CHINESE_FINDERS);
}

/** The quantities of an English sentence; in order, not overlapping. */
export function englishQuantities(text: string): Quantity[] {
  return find(text, ENGLISH_FINDERS);
}

/** Earlier finders are the more telling ones: what they take, later ones leave alone. */
function find(text: string, finders: readonly Finder[]): Quantity[] {
  const found: Quantity[] = [];
  const taken = new Uint8Array(text.length);
  for (const finder of finders) {
    for (const quantity of finder(text)) {
      if (taken.subarray(quantity.start, quantity.end).includes(1)) continue;
      taken.fill(1, quantity.start, quantity.end);
      found.push(quantity);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
