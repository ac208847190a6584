import { CHINESE_FINDERS } from './chinese-quantities.ts';
import { ENGLISH_FINDERS } from './english-quantities.ts';
import type { Finder, Quantity } from './quantity.ts';
import { SignReader } from './quantity-signs.ts';

/** The quantities of a Chinese sentence, given as its narrow Simplified key; in order, not overlapping. */
export const chineseQuantities = finderOf(CHINESE_FINDERS);

/** The quantities of an English sentence; in order, not overlapping. */
export const englishQuantities = finderOf(ENGLISH_FINDERS);

/** Earlier finders are the more telling ones: what they take, later ones leave alone. */
function finderOf(finders: readonly Finder[]): (text: string) => Quantity[] {
  const signs = new SignReader();
  const steps = finders.map(({ find, needs }) => ({ find, mayFind: signs.testOf(needs) }));
  return (text) => {
    const seen = signs.read(text);
    const found: Quantity[] = [];
    let taken: Uint8Array | undefined;
    for (const { find, mayFind } of steps) {
      if (!mayFind(seen)) continue;
      for (const quantity of find(text)) {
        taken ??= new Uint8Array(text.length);
        if (taken.subarray(quantity.start, quantity.end).includes(1)) continue;
        taken.fill(1, quantity.start, quantity.end);
        found.push(quantity);
      }
    }
    return found.sort((a, b) => a.start - b.start);
  };
}
