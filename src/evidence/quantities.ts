import { ENGLISH_MONTH, ENGLISH_WEEKDAY, monthNumber, weekdayNumber } from '../language/dates.ts';
import {
  chineseNumber,
  ENGLISH_NUMBER_WORDS,
  ENGLISH_ORDINAL_WORDS,
  englishNumber,
  englishOrdinal,
} from '../language/numbers.ts';
import type { AnchorKind } from '../model.ts';

/**
 * A number, date, time, percentage or amount found in a sentence: [start, end) in its text, and the values by
 * which it is compared, the same in both languages. A date has a value for each piece that it names, so that
 * 7月12日 and `July 12, 2023` share two of three.
 */
export interface Quantity {
  readonly kind: AnchorKind;
  readonly start: number;
  readonly end: number;
  readonly values: readonly string[];
}

interface QuantityPattern {
  readonly kind: AnchorKind;
  readonly pattern: RegExp;
  /** The values of a match; none when it is no such quantity after all. */
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => (string | undefined)[];
}

const numberValue = (n: number | undefined, mark = '#') => (n === undefined ? undefined : `${mark}${n}`);
/** Clock times are compared on the twelve hours of the dial: one side may say `p.m.`, the other 晚间 or 21时. */
const timeValue = (hour: number | undefined, minute: number) =>
  hour === undefined || hour > 24 || minute > 59 ? undefined : `t${hour % 12}:${minute}`;

const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const HAN_NUMERAL = '[〇零一二两三四五六七八九十百千万亿]';
const ZH_NUMBER = `(?:(?:${DIGITS})\\s?[十百千]?[万亿]{0,2}|${HAN_NUMERAL}+)`;
const ZH_SMALL = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const ZH_YEAR = '(?:\\d{4}|[一二〇零三四五六七八九]{4})';
const ZH_CURRENCY =
  '(?:人民币|美元|美金|欧元|英镑|日元|日圆|港元|港币|台币|新台币|卢布|卢比|韩元|法郎|克朗|比索|元|块钱)';
const MEASURE =
  '(?=[个名位人条只头匹张把座间家所件本册页次回遍场天年月岁日小时分秒周米公里里吨斤克升亩倍辆艘架台部套双对层楼级章节集份封群批伙帮棵朵块片根支枝杯碗瓶口句声步代届省市县国种项])';

const CHINESE: readonly QuantityPattern[] = [
  {
    kind: 'date',
    pattern: new RegExp(
      `(?<y>${ZH_YEAR})\\s?年(?:\\s?(?<m>${ZH_SMALL})\\s?月(?:份|\\s?(?<d>${ZH_SMALL})\\s?[日号])?)?|(?<m2>${ZH_SMALL})\\s?月(?:份|\\s?(?<d2>${ZH_SMALL})\\s?[日号])?|(?<d3>${ZH_SMALL})\\s?[日号](?![称码线])`,
      'g',
    ),
    read: ({ y, m, d, m2, d2, d3 }) => [
      y && numberValue(chineseNumber(y)),
      numberValue(chineseNumber(m ?? m2 ?? ''), 'm'),
      numberValue(chineseNumber(d ?? d2 ?? d3 ?? ''), 'd'),
    ],
  },
  {
    kind: 'date',
    pattern: /(?:周|星期|礼拜)(?<w>[一二三四五六日天])(?![^\s]?[天年])/g,
    read: ({ w }) => [numberValue(weekdayNumber(w ?? ''), 'w')],
  },
  {
    kind: 'time',
    pattern: new RegExp(
      `(?<h2>${ZH_SMALL})\\s?[时点](?:(?<half>半)|(?<min>${ZH_SMALL})\\s?分)|(?<h>${ZH_SMALL})\\s?[时点](?=钟|整|[^\\p{L}\\d]|[左许前后到至开起])|(?<h3>\\d{1,2}):(?<min3>\\d{2})(?!\\d)`,
      'gu',
    ),
    read: ({ h, h2, half, min, h3, min3 }) => [
      timeValue(chineseNumber(h ?? h2 ?? h3 ?? ''), half ? 30 : (chineseNumber(min ?? min3 ?? '') ?? 0)),
    ],
  },
  {
    kind: 'percentage',
    pattern: new RegExp(
      `(?<p>${DIGITS})\\s?%|百分之(?<q>${ZH_NUMBER}(?:点[一二三四五六七八九]+)?)|(?<t>[一二三四五六七八九]|\\d)成(?![为了立员功就长果年])`,
      'g',
    ),
    read: ({ p, q, t }) => [
      p && numberValue(chineseNumber(p), '%'),
      q && numberValue(chineseNumber(q), '%'),
      t && numberValue((chineseNumber(t) ?? 0) * 10, '%'),
    ],
  },
  {
    kind: 'ordinal',
    pattern: new RegExp(`第\\s?(?<n>${ZH_NUMBER})`, 'g'),
    read: ({ n }) => [numberValue(chineseNumber(n?.replaceAll(' ', '') ?? ''), 'o')],
  },
  {
    kind: 'amount',
    pattern: new RegExp(`(?<n>${ZH_NUMBER})\\s?(?:多|余)?${ZH_CURRENCY}`, 'g'),
    read: ({ n }) => [numberValue(chineseNumber(n?.replaceAll(' ', '') ?? ''))],
  },
  {
    kind: 'number',
    pattern: new RegExp(
      `(?:${DIGITS})(?:\\s?[十百千]?[万亿]{1,2})?|(?!万|千万|十分|百万?分|一一|三三|[一二三四五六七八九十]点|亿)${HAN_NUMERAL}{2,}|[二两三四五六七八九十]${MEASURE}`,
      'g',
    ),
    read: ({ all }) => [numberValue(chineseNumber(all?.replaceAll(' ', '') ?? ''))],
  },
];

const EN_WORD_NUMBER = `(?:${ENGLISH_NUMBER_WORDS.join('|')})`;
const EN_SCALE = '(?:hundred|thousand|million|billion|trillion|bn|mln)';
const EN_NUMBER = `(?:(?:${DIGITS})(?:[\\s-](?:${EN_SCALE})\\b)?|(?:an? (?=hundred|thousand|million|billion|dozen))?${EN_WORD_NUMBER}(?:(?:[\\s-]|,? and )${EN_WORD_NUMBER})*)`;
const EN_ORDINAL = `(?:\\d+(?:st|nd|rd|th)|(?:(?:${ENGLISH_NUMBER_WORDS.join('|')})-)?(?:${ENGLISH_ORDINAL_WORDS.join('|')}))`;

const ENGLISH: readonly QuantityPattern[] = [
  {
    kind: 'date',
    pattern: new RegExp(
      `\\b(?<m>${ENGLISH_MONTH})\\s(?<d>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s(?<y>\\d{4})\\b)?|` +
        `\\b(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?:\\sof)?\\s(?<m2>${ENGLISH_MONTH})\\b(?:,?\\s(?<y2>\\d{4})\\b)?|` +
        `\\b(?<m3>${ENGLISH_MONTH}),?\\s(?<y3>\\d{4})\\b|\\b(?<m4>January|February|April|June|July|August|September|October|November|December)\\b|(?<=[a-z] )(?<m5>March|May)\\b(?! [A-Z])`,
      'g',
    ),
    read: ({ m, d, y, m2, d2, y2, m3, y3, m4, m5 }) => [
      numberValue(englishNumber(y ?? y2 ?? y3 ?? '')),
      numberValue(monthNumber(m ?? m2 ?? m3 ?? m4 ?? m5 ?? ''), 'm'),
      numberValue(englishNumber(d ?? d2 ?? ''), 'd'),
    ],
  },
  {
    kind: 'date',
    pattern: new RegExp(`\\b(?<w>${ENGLISH_WEEKDAY})s?\\b`, 'g'),
    read: ({ w }) => [numberValue(weekdayNumber(w ?? ''), 'w')],
  },
  {
    kind: 'time',
    pattern:
      /\b(?<h>\d{1,2})(?::(?<min>\d{2}))?\s?(?:[ap]\.?m\b\.?|o['’]clock)|\b(?<h2>\d{1,2}):(?<min2>\d{2})\b|\b(?<h3>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o['’]clock/gi,
    read: ({ h, min, h2, min2, h3 }) => [
      timeValue(englishNumber(h ?? h2 ?? h3 ?? ''), englishNumber(min ?? min2 ?? '') ?? 0),
    ],
  },
  {
    kind: 'percentage',
    pattern: new RegExp(
      `(?<p>\\b(?:${DIGITS})|\\b${EN_WORD_NUMBER}(?:-${EN_WORD_NUMBER})?)\\s?(?:%|per\\s?cent\\b)`,
      'gi',
    ),
    read: ({ p }) => [numberValue(englishNumber(p ?? ''), '%')],
  },
  {
    kind: 'ordinal',
    pattern: new RegExp(`\\b(?<n>${EN_ORDINAL})\\b|\\bNo\\. ?(?<no>\\d+)\\b`, 'gi'),
    read: ({ n, no }) => [numberValue(n ? englishOrdinal(n) : englishNumber(no ?? ''), 'o')],
  },
  {
    kind: 'amount',
    pattern: new RegExp(
      `(?:[$€£¥]|\\b(?:US|HK|NT)\\$|\\bRMB )\\s?(?<a>(?:${DIGITS})(?:[\\s-](?:${EN_SCALE})\\b)?)|\\b(?<b>${EN_NUMBER})\\s(?:yuan|dollars?|euros?|pounds?|yen|francs?|rubles?|rupees?|crowns?|pesos?|won)\\b`,
      'gi',
    ),
    read: ({ a, b }) => [numberValue(englishNumber(a ?? b ?? ''))],
  },
  {
    kind: 'number',
    pattern: new RegExp(`\\b${EN_NUMBER}\\b`, 'gi'),
    read: ({ all }) => [/^one$/i.test(all ?? '') ? undefined : numberValue(englishNumber(all ?? ''))],
  },
];

/** The quantities of a Chinese sentence, given as its narrow Simplified key; in order, not overlapping. */
export function chineseQuantities(key: string): Quantity[] {
  return find(key, CHINESE);
}

/** The quantities of an English sentence; in order, not overlapping. */
export function englishQuantities(text: string): Quantity[] {
  return find(text, ENGLISH);
}

/** Earlier patterns are the more telling ones: what they take, later ones leave alone. */
function find(text: string, patterns: readonly QuantityPattern[]): Quantity[] {
  const found: Quantity[] = [];
  const taken = new Uint8Array(text.length);
  for (const { kind, pattern, read } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (match[0].length === 0 || taken.subarray(start, end).includes(1)) continue;
      const values = read({ ...match.groups, all: match[0] }).filter(
        (value) => value !== undefined && value !== '',
      );
      if (!values.length) continue;
      taken.fill(1, start, end);
      found.push({ kind, start, end, values: values as string[] });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
