/** Numbers in Simplified Chinese writing, read to their value. */
import { withoutDust } from './rounding.ts';

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...Array.from('〇一二三四五六七八九', (digit, value) => [digit, value] as const),
  ...Array.from('零壹贰叁肆伍陆柒捌玖', (digit, value) => [digit, value] as const),
  ['两', 2],
]);
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const MYRIADS: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['亿', 1e8],
  ['兆', 1e12],
]);

const PIECES = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\D/gu;
const DECIMAL = /^([^点]+)点([〇零一二三四五六七八九]+)([万亿]*)$/;
/** 三四十, 十五六: a digit and the next greater one, and units around them. */
const RANGE = /^(|.*[十百千万亿])([一二两三四五六七八])([二两三四五六七八九])([十百千万亿]*)$/;

/**
 * The value of a number: `3.5亿`, `1亿2000万`, `三千五百万`, `二〇二四`, `三点五`, `1,200`, `二十`. Undefined for what
 * is no number.
 */
export function chineseNumber(text: string): number | undefined {
  const [, whole, decimals, scale = ''] = DECIMAL.exec(text) ?? [];
  if (whole !== undefined && decimals !== undefined) return decimal(whole, decimals, scale);
  const pieces = text.replaceAll(' ', '').match(PIECES) ?? [];
  if (pieces.length > 1 && pieces.every((piece) => DIGITS.has(piece) && piece !== '两')) {
    return Number(pieces.map((piece) => DIGITS.get(piece)).join(''));
  }
  return positional(pieces);
}

/**
 * The values that a number may have: two for `三四十` (30 or 40) and `十五六` (15 or 16), one for any other, none
 * for what is no number.
 */
export function chineseNumbers(text: string): number[] {
  const [range, before = '', low = '', high = '', after = ''] = RANGE.exec(text) ?? [];
  const isRange = range && (DIGITS.get(high)! - DIGITS.get(low)! === 1 || low + high === '三五');
  const texts = isRange ? [before + low + after, before + high + after] : [text];
  return texts.map(chineseNumber).filter((value) => value !== undefined);
}

function decimal(whole: string, decimals: string, scale: string): number | undefined {
  const value = chineseNumber(whole);
  if (value === undefined) return undefined;
  const digits = Array.from(decimals, (digit) => DIGITS.get(digit)).join('');
  return withoutDust(
    Array.from(scale).reduce((n, myriad) => n * MYRIADS.get(myriad)!, value + Number(`0.${digits}`)),
  );
}

/** Sections of at most 千, each multiplied by the 万, 亿 behind it; 三千五 is 3500, 十 is 10. */
function positional(pieces: readonly string[]): number | undefined {
  let total = 0;
  let section = 0;
  let digit = 0;
  let lastUnit = Infinity;
  let lastMyriad = 0;
  /** What a digit at the end counts tenths of: nothing after 零 or 十. */
  let tenths = 0;
  for (const [k, piece] of pieces.entries()) {
    const value = DIGITS.get(piece) ?? (/^\d/.test(piece) ? Number(piece.replaceAll(',', '')) : undefined);
    const unit = UNITS.get(piece);
    const myriad = MYRIADS.get(piece);
    if (value !== undefined) {
      if (digit > 0) return undefined;
      digit = value;
      if (value === 0 || !DIGITS.has(piece)) tenths = 0;
    } else if (unit !== undefined) {
      if (unit >= lastUnit) return undefined;
      section += (digit || 1) * unit;
      digit = 0;
      lastUnit = unit;
      tenths = unit > 10 ? unit : 0;
    } else if (myriad !== undefined) {
      const count = section + digit;
      if (total > 0 && count === 0) total *= myriad;
      else if (myriad > lastMyriad) total = (k === 0 ? 1 : total + count) * myriad;
      else total += count * myriad;
      section = 0;
      digit = 0;
      lastUnit = Infinity;
      lastMyriad = myriad;
      tenths = myriad;
    } else return undefined;
  }
  return pieces.length ? withoutDust(total + section + (tenths ? (digit * tenths) / 10 : digit)) : undefined;
}
