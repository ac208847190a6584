/**
 * The numbers of a side, read twice: as claims, figures that a translation must have, and as readings, everything that a
 * figure of the other side may have become. Claims are few and sure, readings many and lenient.
 */
import { CHINESE_NUMBER, chineseNumber, chineseNumbers } from '../../language/chinese-numbers.ts';
import { ENGLISH_MONTH, monthNumber } from '../../language/dates.ts';
import {
  ENGLISH_ORDINAL,
  englishNumbersIn,
  englishOrdinal,
  romanNumber,
} from '../../language/english-numbers.ts';
import { withoutDust } from '../../language/rounding.ts';
import { type Measure, measureOf } from './measures.ts';
import { countsIn } from './small-numbers.ts';

/** A number that a side names. */
export interface Claim {
  readonly value: number;
  /** As it stands there, without commas, and as it may stand on the other side; empty if it has a scale: 1.2万. */
  readonly figures: string;
  /** In figures, of two or more: what no translator writes by chance, or leaves out for style. */
  readonly isStrong: boolean;
  readonly measure: Measure | undefined;
  /** The 19 of 19日, which may be `Tuesday` on the other side. */
  readonly isDay: boolean;
}

/** What the numbers of a side may be read as. */
export interface Readings {
  readonly values: ReadonlySet<number>;
  /** All its figures, as they stand there without commas. */
  readonly digits: readonly string[];
  /** It tells a day by its name, so that it need not tell the date. */
  readonly hasWeekday: boolean;
}

const FIGURES = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/g;
/** With Chinese scales and further figures behind them: 1亿2000万. */
const COMPOUNDS = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?(?:[万亿]\d+(?:\.\d+)?[百千万]?)*/g;
const HAN_SCALE = /[万亿]/;
/** Figures in the names of things, in addresses, versions, notes and formulas. */
const OF_NAME_BEFORE = /[\p{L}_#@/\\.\-–:^=×*](?<!\p{Script=Han})$|[[［〔【][\d,，、\s–-]*$|\\u?$/u;
const OF_NAME_BEHIND =
  /^(?:[\p{Script=Latin}_/\\:^=×*@]|[.\-–]\d|\s?[\]］〕】]|[,，、\s–-][\d,，、\s–-]*[\]］〕】])/u;
const COUNTRY_BEHIND = /^[\s(-]{1,2}\d{2}/;
const SCALES: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
  兆: 1e12,
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  b: 1e9,
  bn: 1e9,
};
const SCALE_BEHIND =
  /^[\s-]?[多余几]?\s?((?:[百万亿兆]|千(?![米克瓦伏卡赫字帕焦]))+)|^(?:[\s-]?(hundred|thousand|million|billion|trillion|mln|mn|bn)\b|([kmb])\b)/i;

const LETTER_BEHIND = /^[\s-]?[kmb]\b/i;

const CHINESE = new RegExp(CHINESE_NUMBER, 'g');
const CHINESE_DIGITS = /[〇零一二三四五六七八九]{2,}/g;
const ENGLISH_WORDS: Readonly<Record<string, readonly number[]>> = {
  once: [1],
  twice: [2],
  double: [2],
  doubled: [2],
  both: [2],
  couple: [2],
  pair: [2],
  triple: [3],
  tripled: [3],
  half: [0.5, 50, 30, 1.5],
  halved: [50],
  quarter: [25, 15, 45, 0.25, 3, 4],
  quarters: [75, 45, 3, 4],
  third: [33, 3],
  thirds: [67, 66, 2],
  noon: [12],
  midnight: [0, 24, 12],
  fortnight: [14, 2],
  decade: [10],
  decades: [10, 20, 30],
  century: [100],
  score: [20],
  dozen: [12],
  dozens: [12, 10],
  all: [100],
  millennium: [1000],
};
const WORDS = /[a-z]+/g;
const AND = /^(?: \w+){0,2} and $/;
const MONTHS = new RegExp(`\\b${ENGLISH_MONTH}`, 'gi');
const ORDINALS = new RegExp(`\\b${ENGLISH_ORDINAL}\\b`, 'gi');
const ROMANS = /\b(?=[IVXL])(?:XL|X{0,3})(?:I[XV]|V?I{0,3})\b/g;
/** Smaller numbers are in idioms, and come and go. */
const LEAST_IN_WORDS = 10;
const HAN_NUMBER =
  /[二三四五六七八九一]?[十百][〇零一二三四五六七八九十百]*(?![〇零一二三四五六七八九十百千万亿多余几来分])/g;
const INEXACT_BEFORE = /[几数第千万亿上成]$/;
const PARTS = new RegExp(`([百千万])分之(${CHINESE_NUMBER})`, 'g');
const PER_CENT: Readonly<Record<string, number>> = { 百: 1, 千: 10, 万: 100 };
const WEEKDAY =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight|tomorrow|the (?:next|same|following|previous) day)\b/i;
const DAY_BEHIND = /^\s?[日号](?![内间元])/;
/** Where it is told what time it is, hours may be those of the dial. */
const CLOCK =
  /\d:\d\d|\b[ap]\.?m\b|o['’]clock|\b(?:noon|evening|afternoon|night|midnight|tonight|past|hours)\b|[时点晚夜午]/i;
/** Behind a number written out in Chinese: it is none, or no exact one. */
const VAGUE = /^[多余几来]|^分(?!之)/;

/** The numbers in figures, each once. The text is a narrow key: ASCII figures, and Simplified if it is Chinese. */
export function claimsIn(key: string): Claim[] {
  const claims: Claim[] = [];
  for (const { 0: found, index } of key.matchAll(COMPOUNDS)) {
    const before = key.slice(Math.max(0, index - 12), index);
    const behind = key.slice(index + found.length, index + found.length + 16);
    if (OF_NAME_BEFORE.test(before) || OF_NAME_BEHIND.test(behind)) continue;
    // The code of a country: +86 10 5234 5678.
    if (before.endsWith('+') && COUNTRY_BEHIND.test(behind)) continue;
    const plain = found.replaceAll(',', '');
    const scale = scaleBehind(behind);
    const compound = HAN_SCALE.test(plain) ? chineseNumber(plain) : undefined;
    claims.push({
      value: compound ?? withoutDust(Number(plain) * scale),
      // 1.2万 is no `1.2`, but the m of 5 m is more often a meter.
      figures: compound !== undefined || (scale > 1 && !LETTER_BEHIND.test(behind)) ? '' : plain,
      isStrong: plain.replace('.', '').length > 1,
      measure: measureOf(before, behind),
      isDay: DAY_BEHIND.test(behind),
    });
  }
  return claims;
}

/** Numbers of two or more characters or words, such as 三十五 and `thirty-five`: claims that are not strong. */
export function claimsInWords(key: string, language: 'zh' | 'en'): Claim[] {
  const claim = (value: number, start: number, end: number): Claim => {
    const measure = measureOf(key.slice(Math.max(0, start - 4), start), key.slice(end, end + 16));
    return { value, figures: String(value), isStrong: false, measure, isDay: false };
  };
  if (language === 'en') {
    return englishNumbersIn(key)
      .filter(({ start, value }) => value > LEAST_IN_WORDS && !/\d/.test(key[start]!))
      .map(({ start, end, value }) => claim(value, start, end));
  }
  return [...key.matchAll(HAN_NUMBER)].flatMap(({ 0: found, index }) => {
    if (found.length < 2 || INEXACT_BEFORE.test(key.slice(0, index))) return [];
    const values = chineseNumbers(found);
    return values.length === 1 && values[0]! > LEAST_IN_WORDS
      ? [claim(values[0]!, index, index + found.length)]
      : [];
  });
}

/** Small numbers that count something, and large ones in words: claims that only tell together with one of the other side. */
export function countsAsClaims(key: string, language: 'zh' | 'en'): Claim[] {
  return countsIn(key, language).map(({ value, start, end }) => ({
    value,
    figures: String(value),
    isStrong: false,
    measure: measureOf(key.slice(Math.max(0, start - 4), start), key.slice(end, end + 16)),
    isDay: false,
  }));
}

function scaleBehind(behind: string): number {
  const [, han, word, letter] = SCALE_BEHIND.exec(behind) ?? [];
  if (han) return Array.from(han).reduce((scale, character) => scale * (SCALES[character] ?? 1), 1);
  return SCALES[(word ?? letter ?? '').toLowerCase()] ?? 1;
}

/** Everything that the numbers of a side may be, in either language. */
export function readingsOf(key: string, language: 'zh' | 'en'): Readings {
  const values = new Set<number>();
  const digits: string[] = [];
  for (const { 0: found, index } of key.matchAll(FIGURES)) {
    const plain = found.replaceAll(',', '');
    digits.push(plain);
    const behind = key.slice(index + found.length, index + found.length + 16);
    values.add(Number(plain));
    // In some languages, and by some writers of English, a point parts the thousands: 10.700.
    if (/^\d{1,3}\.\d{3}$/.test(plain)) values.add(Number(plain.replace('.', '')));
    values.add(withoutDust(Number(plain) * scaleBehind(behind)));
  }
  if (language === 'zh') readChinese(key, values);
  else readEnglish(key, values);
  for (const value of [...values]) for (const near of relatives(value, CLOCK.test(key))) values.add(near);
  return { values, digits, hasWeekday: language === 'en' && WEEKDAY.test(key) };
}

function readChinese(key: string, values: Set<number>): void {
  for (const { 0: found, index } of key.matchAll(CHINESE)) {
    for (const value of chineseNumbers(found.replaceAll(' ', ''))) {
      values.add(value);
      if (VAGUE.test(key.slice(index + found.length))) continue;
      values.add(withoutDust(value * scaleBehind(key.slice(index + found.length, index + found.length + 4))));
    }
    // 一百二十三 also holds what 百 and 万 count: 三十五 of 三十五万.
    for (const piece of found.split(/[百千万亿]/))
      for (const value of chineseNumbers(piece)) values.add(value);
  }
  for (const [found] of key.matchAll(CHINESE_DIGITS))
    for (const value of chineseNumbers(found)) values.add(value);
  for (const [, tenths, more] of key.matchAll(/([一二三四五六七八九\d])成([一二三四五六七八九半])?/g)) {
    const [value = Number.NaN] = chineseNumbers(tenths!);
    values.add(10 * value);
    if (more) values.add(10 * value + (more === '半' ? 5 : (chineseNumbers(more)[0] ?? 0)));
  }
  for (const [, whole, part] of key.matchAll(PARTS)) {
    for (const value of chineseNumbers(part!)) values.add(withoutDust(value / PER_CENT[whole!]!));
  }
  if (/半/.test(key)) for (const value of [0.5, 30, 50, 6]) values.add(value);
  if (/刻/.test(key)) for (const value of [15, 45]) values.add(value);
  if (/正午|中午|午夜/.test(key)) values.add(12);
  if (/双|对|俩|翻[了一]?番|倍/.test(key)) values.add(2);
  if (/元[旦年]/.test(key)) values.add(1);
  if (/世纪|百年/.test(key)) values.add(100);
  if (/折/.test(key))
    for (const value of [...values]) if (value < 10) values.add(100 - 10 * value).add(10 * value);
}

function readEnglish(key: string, values: Set<number>): void {
  const written = englishNumbersIn(key);
  for (const [k, { value, end }] of written.entries()) {
    values.add(value);
    // As in old books: five and thirty, an hundred sixty and two.
    const next = written[k + 1];
    if (next && AND.test(key.slice(end, next.start))) values.add(value + next.value);
  }
  for (const [found] of key.matchAll(ORDINALS)) {
    const value = englishOrdinal(found);
    if (value !== undefined) values.add(value);
  }
  for (const [found] of key.matchAll(MONTHS)) {
    const value = monthNumber(found);
    if (value !== undefined) values.add(value);
  }
  for (const [found] of key.matchAll(ROMANS)) if (found) values.add(romanNumber(found));
  for (const [word] of key.toLowerCase().matchAll(WORDS))
    for (const value of ENGLISH_WORDS[word] ?? []) values.add(value);
}

/** What the same is called elsewhere: hours of the dial, years by their last figures, of the Republic, or by their century. */
function relatives(value: number, isOfClock: boolean): number[] {
  const others: number[] = [];
  if (!Number.isInteger(value)) return others;
  if (isOfClock && value >= 0 && value <= 24) others.push(value + 12, value - 12);
  if (value >= 1000 && value <= 2200) {
    others.push(value % 100, Math.floor(value / 100) + 1, Math.floor(value / 100), value - 1911);
  }
  if (value > 0 && value < 150) others.push(value + 1911);
  return others;
}
