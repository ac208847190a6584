/** Numbers of one side that the other side does not have. */
import { simplifiedKey } from './characters.ts';
import { areComparable, converts } from './measures.ts';
import { type Claim, claimsIn, claimsInWords, type Readings, readingsOf } from './number-readings.ts';
import type { Side } from './side.ts';

/** Tables and lists of results have more: they are compared up to here. */
const MOST_CLAIMS = 60;
/** Numbers of fewer figures are in others by chance: 19 in 1998. */
const FEWEST_CONTAINED = 3;
/** Rounded: 3.14 and 3.1, 12.5万 and 125,000. */
const SAME = 0.0051;
const FIGURE = /\d/;
/** With it, the same figures are another number. */
const SCALE = /^\s?(?:[万亿]|hundred|thousand|million|billion|trillion)/i;
/** 42.000, as some write 42,000. */
const THOUSANDS = /^\d{1,3}\.\d{3}$/;
const NUMERALS = /[一二三四五六七八九]?[十百]/;

/**
 * Whether the sides contradict each other in a number: each has one that the other lacks, or one has a number in figures
 * that the other does not have in any form.
 */
export function numbersDiffer(zh: Side, en: Side): boolean {
  if (zh.isCut || en.isCut) return false;
  const inWords = zh.digits === 0 && en.digits === 0;
  if (inWords && !NUMERALS.test(zh.text)) return false;
  const [zhKey, enKey] = [simplifiedKey(zh.text), simplifiedKey(en.text)];
  const zhWritten = claimsInWords(zhKey, 'zh');
  if (inWords && zhWritten.length === 0) return false;
  // Most figures stand on the other side as they are: only the others need a closer look.
  const zhFigures = zh.digits > 0 ? withoutShared(claimsIn(zhKey), enKey) : [];
  const enFigures = en.digits > 0 ? withoutShared(claimsIn(enKey), zhKey) : [];
  if (zhWritten.length + zhFigures.length + enFigures.length === 0) return false;
  const zhClaims = [...zhFigures, ...zhWritten];
  const enClaims = [...enFigures, ...claimsInWords(enKey, 'en')];
  if (Math.max(zhClaims.length, enClaims.length) > MOST_CLAIMS) return false;
  const zhLacking = zhClaims.length > 0 ? lackingIn(readingsOf(enKey, 'en'), zhClaims) : [];
  const enLacking = enClaims.length > 0 ? lackingIn(readingsOf(zhKey, 'zh'), enClaims) : [];
  return (
    zhLacking.some((x) => enLacking.some((y) => areComparable(x.measure, y.measure))) ||
    zhLacking.some((claim) => isMissed(claim, enKey)) ||
    enLacking.some((claim) => isMissed(claim, zhKey))
  );
}

/** The claims whose figures the other side does not have as they are, on their own. */
function withoutShared(claims: readonly Claim[], other: string): Claim[] {
  const plain = other.replace(/(?<=\d),(?=\d{3})/g, '');
  return claims.filter(({ figures }) => {
    if (figures === '') return true;
    for (let at = plain.indexOf(figures); at >= 0; at = plain.indexOf(figures, at + 1)) {
      const behind = plain.slice(at + figures.length, at + figures.length + 12);
      if (!FIGURE.test(plain[at - 1] ?? '') && !FIGURE.test(behind[0] ?? '') && !SCALE.test(behind))
        return false;
    }
    return true;
  });
}

/** Whether the other side should have a number, and has not turned it into another measure. */
function isMissed({ isStrong, measure }: Claim, other: string): boolean {
  return isStrong && !(measure && converts(other, measure));
}

function lackingIn({ values, digits, hasWeekday }: Readings, claims: readonly Claim[]): Claim[] {
  return claims.filter(
    ({ value, figures, isDay }) =>
      !(isDay && hasWeekday) &&
      !values.has(value) &&
      !(figures !== '' && values.has(Number(figures))) &&
      !(THOUSANDS.test(figures) && values.has(Number(figures.replace('.', '')))) &&
      !digits.some((other) => isPartOf(figures, other) || isPartOf(other, figures)) &&
      ![...values].some((other) => isRounded(other, value)),
  );
}

function isPartOf(part: string, whole: string): boolean {
  return part.length >= FEWEST_CONTAINED && whole.includes(part);
}

function isRounded(x: number, y: number): boolean {
  return (
    x !== y &&
    !(Number.isInteger(x) && Number.isInteger(y) && Math.abs(x) < 10_000) &&
    Math.abs(x - y) <= SAME * Math.abs(y)
  );
}
