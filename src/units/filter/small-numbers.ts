/**
 * Small numbers, and those with a role of their own: a translation often leaves them out, or has one more of them, so they
 * are claims only together, when each side has one of the same role that the other lacks.
 */
import { chineseNumbers } from '../../language/chinese-numbers.ts';
import { ENGLISH_MONTH, monthNumber } from '../../language/dates.ts';
import {
  ENGLISH_ORDINAL,
  englishNumbersIn,
  englishOrdinal,
  romanNumber,
} from '../../language/english-numbers.ts';

/** A number and where it stands in its text. */
export interface Found {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** With these behind it, a small Chinese number counts something; in idioms it stands alone. */
const COUNTED =
  /(?<![〇零一二三四五六七八九十百千万亿几数第两\d.])([二两三四五六七八九])(?:名|位|只|台|辆|本|座|艘|家|所|起|枚|架|匹|头|棵|件|张|瓶|公里|千米|英里|小时|个小时|分钟|天|周|个月|年(?!级)|个星期|个人|个孩子|人(?!民))/g;
/** 三百万, 两亿; 千万 and 百万 alone are exclamations. */
const LARGE =
  /(?<![〇零一二三四五六七八九十百千万亿几数\d])[二两三四五六七八九十][一二三四五六七八九十百千]*[万亿](?![〇零一二三四五六七八九十百千万亿多余几分])/g;
/** Not the five of `seven point five` and of `twenty-five`. */
const COUNTED_IN_ENGLISH =
  /(?<![\w-]|point |and |hundred |thousand )(?:two|three|four|five|six|seven|eight|nine)\b(?![-\s](?:hundred|thousand|million|billion|dozen|score|point|and a|half|quarters?|thirds?|fifths)|-)/gi;
const ORDER =
  /第\s?(\d{1,3}|[一二三四五六七八九十百零]+)(?!手)|(?<!\d)(\d{1,2}|[一二三四五六七八九十]+)世纪/g;
const ORDER_IN_ENGLISH = new RegExp(`\\b${ENGLISH_ORDINAL}\\b`, 'gi');
/** An ordinal word that is a fraction, or the second of a clock. */
const FRACTION_BEFORE = /\b(?:an?|one|two|three|four|five|six|seven|eight|nine)[\s-]$/i;
const BEFORE_SECOND = /\b(?:the|his|her|its|their|my|our|your)\s$/i;
const SECOND = /^second$/i;
const DIVISION =
  /\b(?:Chapter|Part|Book|Volume|Section|Article|Act|Scene|Lesson|Unit|Appendix)\s(?:([IVX]{1,6})|(\d{1,3}))(?![\w.-])/gi;
const PART_OF = /([二三四五六七八九十])分之([一二三四五六七八九])/g;
const PART_IN_ENGLISH =
  /\b(an?|one|two|three|four|five|six|seven|eight|nine)[\s-](half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\b/gi;
const PART_SIZES: Readonly<Record<string, number>> = { half: 2, quarter: 4 };
const MONTH = /(?<![\d一二三四五六七八九十])(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?![亮光色])/g;
const LUNAR = /[农阴旧夏]历|正月|腊月|闰|月初[一二三四五六七八九十]|月十五(?!日)|中秋|端午|重阳/;
const MONTH_IN_ENGLISH = new RegExp(`\\b${ENGLISH_MONTH}(?![a-z])`, 'g');
const DAY = /(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/g;
const DAY_IN_ENGLISH = new RegExp(
  `(?<![\\d:.,])(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${ENGLISH_MONTH})(?![a-z])|\\b(${ENGLISH_MONTH})\\s?(\\d{1,2})(?!\\d)`,
  'g',
);
/** May and March are other words, too; where one of them stands, nothing is said of months. */
const OTHER_WORD =
  /(?<!\b(?:[Ii]n|[Oo]f|[Ss]ince|[Ll]ast|[Tt]his|[Nn]ext|[Ee]arly|[Ll]ate|\d)\s)\b(?:May|March)\b(?!,?\s\d)/;
const SCORE = /(?<![\d.:比-])(\d{1,3})比(\d{1,3})(?![\d.:比-])/;
const SCORE_IN_ENGLISH = /(?<![\w.,:/-])(\d{1,3})(?:[-–]| to )(\d{1,3})(?![\w:/-]|\.\d)/g;
/** Versions, telephone numbers, models: figures in groups, or behind capitals. */
const CODE = /(?<![\w.-])(?:[A-Z]{1,6}-?\d{2,}[A-Z]{0,2}|\d+(?:[.-]\d+){2,})(?![\w-]|\.\d)/g;
/** Dates have orders of their own. */
const DATE = /^(?:1[5-9]|20)\d\d[.-]|^[\d.-]+[.-](?:1[5-9]|20)\d\d$/;
/** The zero before a town goes where the code of the country stands. */
const TRUNK = /^0+/;

/** Things that a side counts, beyond two figures' worth. */
export function countsIn(key: string, language: 'zh' | 'en'): Found[] {
  if (language === 'zh') return [...all(key, COUNTED), ...all(key, LARGE)];
  return [...key.matchAll(COUNTED_IN_ENGLISH)].flatMap(({ 0: word, index }) =>
    englishNumbersIn(word).map(({ value }) => ({ value, start: index, end: index + word.length })),
  );
}

function all(key: string, pattern: RegExp): Found[] {
  return [...key.matchAll(pattern)].flatMap(({ 0: found, 1: digits = found, index }) =>
    chineseNumbers(digits.replace(/^两$/, '二'))
      .slice(0, 1)
      .map((value) => ({ value, start: index, end: index + digits.length })),
  );
}

/** Which of a row of things: 第三章, the third, Chapter III. The first is often left out. */
export function ordersIn(key: string, language: 'zh' | 'en'): number[] {
  const values = language === 'zh' ? chineseOrders(key) : englishOrders(key);
  return values.filter((value) => value > 1);
}

function chineseOrders(key: string): number[] {
  if (!/[第世]/.test(key)) return [];
  return [...key.matchAll(ORDER)].flatMap(([, order, century]) =>
    chineseNumbers((order ?? century)!).slice(0, 1),
  );
}

function englishOrders(key: string): number[] {
  const values: number[] = [];
  for (const { 0: found, index } of key.matchAll(ORDER_IN_ENGLISH)) {
    const before = key.slice(Math.max(0, index - 7), index);
    if (FRACTION_BEFORE.test(before) || (SECOND.test(found) && !BEFORE_SECOND.test(before))) continue;
    const value = englishOrdinal(found);
    if (value !== undefined) values.push(value);
  }
  for (const [, roman, digits] of key.matchAll(DIVISION))
    values.push(digits ? Number(digits) : romanNumber(roman!.toUpperCase()));
  return values;
}

/** Whether both sides name a fraction, a month, a score or a code, and none of those that the other names. */
export function rolesDiffer(zhKey: string, enKey: string): boolean {
  return (
    areDisjoint(chineseParts(zhKey), () => englishParts(enKey)) ||
    areDisjoint(chineseMonths(zhKey), () => englishMonths(enKey)) ||
    areDisjoint(chineseDays(zhKey), () => englishDays(enKey)) ||
    scoresDiffer(zhKey, enKey) ||
    codesDiffer(zhKey, enKey)
  );
}

function areDisjoint(zh: readonly number[], ofEnglish: () => readonly number[]): boolean {
  if (zh.length === 0) return false;
  const en = ofEnglish();
  return en.length > 0 && !zh.some((value) => en.includes(value));
}

function chineseParts(key: string): number[] {
  if (!key.includes('分之')) return [];
  return [...key.matchAll(PART_OF)].map(([, whole, part]) => hanValue(part!) / hanValue(whole!));
}

function englishParts(key: string): number[] {
  return [...key.matchAll(PART_IN_ENGLISH)].map(([, part, size]) => {
    const name = size!.toLowerCase();
    const parts = /^an?$/i.test(part!) ? 1 : (englishNumbersIn(part!)[0]?.value ?? 1);
    return parts / (PART_SIZES[name] ?? englishOrdinal(name) ?? 1);
  });
}

function hanValue(han: string): number {
  return chineseNumbers(han)[0] ?? Number.NaN;
}

function chineseMonths(key: string): number[] {
  if (!key.includes('月') || LUNAR.test(key)) return [];
  return [...key.matchAll(MONTH)].map(([, month]) => hanValue(month!));
}

function englishMonths(key: string): number[] {
  if (OTHER_WORD.test(key)) return [];
  return [...key.matchAll(MONTH_IN_ENGLISH)].flatMap(([month]) => monthNumber(month) ?? []);
}

/** Days of a year as 100 times the month and the day. */
function chineseDays(key: string): number[] {
  if (!key.includes('月') || LUNAR.test(key)) return [];
  return [...key.matchAll(DAY)].map(([, month, day]) => 100 * hanValue(month!) + hanValue(day!));
}

function englishDays(key: string): number[] {
  return [...key.matchAll(DAY_IN_ENGLISH)].map(([, early, behind, before, late]) => {
    const month = monthNumber((behind ?? before)!) ?? Number.NaN;
    return 100 * month + Number(early ?? late);
  });
}

function scoresDiffer(zhKey: string, enKey: string): boolean {
  const [, x, y] = (zhKey.includes('比') && SCORE.exec(zhKey)) || [];
  if (x === undefined) return false;
  const scores = [...enKey.matchAll(SCORE_IN_ENGLISH)].map(([, one, other]) => [one!, other!]);
  return scores.length > 0 && !scores.some((score) => score.includes(x) && score.includes(y!));
}

function codesDiffer(zhKey: string, enKey: string): boolean {
  const zh = codesIn(zhKey);
  return zh.length > 0 && lacks(zh, enKey) && lacks(codesIn(enKey), zhKey);
}

function codesIn(key: string): string[] {
  return (key.match(CODE) ?? []).filter((code) => !DATE.test(code));
}

/** Whether one of the codes does not stand on the other side, whatever marks are between its figures. */
function lacks(codes: readonly string[], other: string): boolean {
  if (codes.length === 0) return false;
  const bare = bareOf(other);
  return codes.some((code) => !bare.includes(bareOf(code).replace(TRUNK, '')));
}

function bareOf(text: string): string {
  return text.replace(/[\s().+-]/g, '').toUpperCase();
}
