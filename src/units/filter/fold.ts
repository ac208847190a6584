/**
 * Texts as near duplicates are compared: letters and digits alone, without case, width and accents, Traditional as
 * Simplified; all figures of a longer text as one. Hashed on the way, so that nothing is kept of a text but its hash.
 */
import { BLANK, DIGIT, kinds, MARK, simplifiedUnits } from './characters.ts';

/**
 * From so many letters on (a Chinese character counting for three) sentences that differ in their figures alone are one:
 * they come from a form, and teach a model no more than one of them. Shorter ones are headings: `Article 12`.
 */
const LEAST_OF_FORM = 45;
const LETTERS_PER_HAN = 3;
const ANY_DIGIT = 0x30;

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
    return /^\p{M}/u.test(plain) ? 0 : plain.charCodeAt(0);
  });
  return foldedUnits;
}

/** The folded text itself: for short keys and for tests. */
export function folded(text: string): string {
  const units = table();
  const anyDigit = isOfForm(text);
  let key = '';
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    let unit = units[text.charCodeAt(i)]!;
    if (unit === 0) {
      // Between figures marks may tell: 1.5 and 15 are one only where all figures are.
      continue;
    }
    if (anyDigit && unit >= 0x30 && unit <= 0x39) {
      if (last === ANY_DIGIT) continue;
      unit = ANY_DIGIT;
    }
    key += String.fromCharCode(unit);
    last = unit;
  }
  return key;
}

function isOfForm(text: string): boolean {
  const kindOf = kinds();
  let letters = 0;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = kindOf[unit]!;
    if (kind === DIGIT) digits++;
    else if (unit >= 0x3400 && unit <= 0x9fff) letters += LETTERS_PER_HAN;
    else if (kind !== MARK && kind !== BLANK) letters++;
  }
  return digits > 0 && letters >= LEAST_OF_FORM;
}
