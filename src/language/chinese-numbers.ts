/** Numbers in Simplified Chinese writing, read to their value. */
import { DIGITS } from './english-numbers.ts';
import { withoutDust } from './rounding.ts';

const DIGIT_VALUES: ReadonlyMap<string, number> = new Map([
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

/** Every character of a number but figures, and 点 between them. */
export const HAN_NUMERALS = [...DIGIT_VALUES.keys(), ...UNITS.keys(), ...MYRIADS.keys()].join('');

/** 两 is also a weight: in 十六两 it is no digit. */
export const HAN_NUMERAL = '(?:[〇零一二三四五六七八九十百千万亿]|两(?=[百千万亿三]))';
/** Where a number may begin: not inside another one, nor in 几十 and 数百, which name no exact number. */
export const NUMBER_BEGINS =
  '(?<![\\d〇零一二三四五六七八九十百千万亿]|两(?=[百千万亿三]))(?<![几数](?=[十百千万亿]))';
/** The 千 of a kilometre or a kilowatt is no thousand. */
const SCALE = '(?:[十百千]?[万亿]{1,2}|[百千](?![米克瓦伏卡赫字帕焦]))';
/** Figures, with or without a Chinese scale: `3.5亿`, `1亿2000万`. */
export const FIGURES = `(?:${DIGITS})(?:\\s?${SCALE}(?:(?:${DIGITS})${SCALE}){0,2}(?:\\d{3,4}(?![\\d.,]))?)?`;
export const DECIMALS = '点[〇零一二三四五六七八九]+(?![十分刻])';
/** The writing of cheques and contracts. */
export const FORMAL_NUMBER = '[壹贰叁肆伍陆柒捌玖拾][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+';
/** Any number from zero up. */
export const CHINESE_NUMBER = `(?:${FIGURES}|${HAN_NUMERAL}+(?:${DECIMALS}[万亿]?)?|${FORMAL_NUMBER}|两)`;
/** A number of at most two figures, as in dates. */
export const SMALL_NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3}|两)';

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
  if (pieces.length > 1 && pieces.every((piece) => DIGIT_VALUES.has(piece) && piece !== '两')) {
    return Number(pieces.map((piece) => DIGIT_VALUES.get(piece)).join(''));
  }
  return positional(pieces);
}

/**
 * The values that a number may have: two for `三四十` (30 or 40) and `十五六` (15 or 16), one for any other, none
 * for what is no number.
 */
export function chineseNumbers(text: string): number[] {
  const [range, before = '', low = '', high = '', after = ''] = RANGE.exec(text) ?? [];
  const isRange = range && (DIGIT_VALUES.get(high)! - DIGIT_VALUES.get(low)! === 1 || low + high === '三五');
  const texts = isRange ? [before + low + after, before + high + after] : [text];
  return texts.map(chineseNumber).filter((value) => value !== undefined);
}

function decimal(whole: string, decimals: string, scale: string): number | undefined {
  const value = chineseNumber(whole);
  if (value === undefined) return undefined;
  const digits = Array.from(decimals, (digit) => DIGIT_VALUES.get(digit)).join('');
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
    const value =
      DIGIT_VALUES.get(piece) ?? (/^\d/.test(piece) ? Number(piece.replaceAll(',', '')) : undefined);
    const unit = UNITS.get(piece);
    const myriad = MYRIADS.get(piece);
    if (value !== undefined) {
      if (digit > 0) return undefined;
      digit = value;
      if (value === 0 || !DIGIT_VALUES.has(piece)) tenths = 0;
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
