/**
 * Texts as near duplicates are compared: letters and digits alone, without case, width and accents, Traditional as
 * Simplified. Sentences of a form that differ in a figure alone are different sentences.
 */
import { BLANK, DIGIT, kinds, MARK, simplifiedUnits } from './characters.ts';

let foldedUnits: Uint16Array | undefined;

/** UTF-16 unit → what it is compared as, 0 for what does not count. */
function table(): Uint16Array {
  if (foldedUnits) return foldedUnits;
  const kindOf = kinds();
  const simplified = simplifiedUnits();
  foldedUnits = Uint16Array.from({ length: 0x10000 }, (_, unit) => {
    if (unit >= 0xd800 && unit <= 0xdfff) return unit;
    if (kindOf[unit] === MARK || kindOf[unit] === BLANK) return 0;
    if (simplified[unit] !== unit) return simplified[unit]!;
    const plain = String.fromCharCode(unit).normalize('NFKD').toLowerCase();
    // What stands for a Traditional character (U+F970 for 殺) is Simplified as that one is.
    return /^\p{M}/u.test(plain) ? 0 : simplified[plain.charCodeAt(0)]!;
  });
  return foldedUnits;
}

/** The text as it is compared. */
export function folded(text: string): string {
  const units = table();
  const kindOf = kinds();
  const isFigure = (at: number) => kindOf[text.charCodeAt(at)] === DIGIT;
  let key = '';
  for (let i = 0; i < text.length; i++) {
    const unit = units[text.charCodeAt(i)]!;
    if (unit !== 0) key += String.fromCharCode(unit);
    // Between figures a point tells: 1.5 is not 15.
    else if ((text[i] === '.' || text[i] === '．') && isFigure(i - 1) && isFigure(i + 1)) key += '.';
  }
  return key;
}
