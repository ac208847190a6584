/** Numbers of one side that the other side does not have. */
import { simplifiedKey } from './characters.ts';
import { areComparable, converts } from './measures.ts';
import {
  type Claim,
  claimsIn,
  claimsInWords,
  countsAsClaims,
  type Readings,
  readingsOf,
} from './number-readings.ts';
import type { Side } from './side.ts';
import { ordersIn, rolesDiffer } from './small-numbers.ts';

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
const NUMERALS = /[二三四五六七八九十百两兩萬億]/;

/**
 * Whether the sides contradict each other in a number: each has one that the other lacks, or one has a number in figures
 * that the other does not have in any form.
 */
export function numbersDiffer(zh: Side, en: Side): boolean {
  if (zh.isCut || en.isCut) return false;
  const inWords = zh.digits === 0 && en.digits === 0;
  if (inWords && !NUMERALS.test(zh.text)) return false;
  const [zhKey, enKey] = [keyOf(zh.text), keyOf(en.text)];
  if (rolesDiffer(zhKey, enKey)) return true;
  const zhWritten = [...claimsInWords(zhKey, 'zh'), ...countsAsClaims(zhKey, 'zh')];
  const zhOrders = ordersIn(zhKey, 'zh');
  if (inWords && zhWritten.length + zhOrders.length === 0) return false;
  // Most figures stand on the other side as they are: only the others need a closer look.
  const zhFigures = zh.digits > 0 ? withoutShared(claimsIn(zhKey), enKey) : [];
  const enFigures = en.digits > 0 ? withoutShared(claimsIn(enKey), zhKey) : [];
  const zhClaims = [...zhFigures, ...zhWritten];
  const enClaims = [...enFigures, ...claimsInWords(enKey, 'en'), ...countsAsClaims(enKey, 'en')];
  const enOrders = zhOrders.length > 0 ? ordersIn(enKey, 'en') : [];
  const isOneStrong =
    zhFigures.some(({ isStrong }) => isStrong) || enFigures.some(({ isStrong }) => isStrong);
  const mayContradict = zhClaims.length > 0 && enClaims.length > 0;
  // Reading takes most of the time.
  if (!isOneStrong && !mayContradict && enOrders.length === 0) return false;
  if (Math.max(zhClaims.length, enClaims.length) > MOST_CLAIMS) return false;
  const hasOrders = enOrders.length > 0;
  const enReadings = zhClaims.length > 0 || hasOrders ? readingsOf(enKey, 'en') : undefined;
  const zhLacking = enReadings ? lackingIn(enReadings, zhClaims) : [];
  if (zhLacking.some((claim) => isMissed(claim, enKey))) return true;
  if (zhLacking.length === 0 && !hasOrders && !enFigures.some(({ isStrong }) => isStrong)) return false;
  const zhReadings = readingsOf(zhKey, 'zh');
  const enLacking = lackingIn(zhReadings, enClaims);
  return (
    (zhOrders.some((order) => !enReadings?.values.has(order)) &&
      enOrders.some((order) => !zhReadings.values.has(order))) ||
    zhLacking.some((x) => enLacking.some((y) => areComparable(x.measure, y.measure))) ||
    enLacking.some((claim) => isMissed(claim, zhKey))
  );
}

/** Narrow, Simplified, and with one blank for many. */
function keyOf(text: string): string {
  return simplifiedKey(text).replace(/\s{2,}/g, ' ');
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
