import { ENGLISH_MONTH, ENGLISH_WEEKDAY, monthNumber, weekdayNumber } from '../language/dates.ts';
import {
  DIGITS,
  ENGLISH_ORDINAL,
  englishNumber,
  englishNumbersIn,
  englishOrdinal,
} from '../language/english-numbers.ts';
import { byPattern, type Finder, fractionValue, numberValue, type Quantity, timeValue } from './quantity.ts';

const eitherCase = (words: string) => words.replace(/\b[a-z]/g, (c) => `[${c.toUpperCase()}${c}]`);
const DAY_WORDS = eitherCase(
  '(?:(?:twenty|thirty)-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|' +
    'thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)',
);
const DAY = `(?:\\d{1,2}(?:st|nd|rd|th)?|${DAY_WORDS})\\b(?!,\\d)`;
/** `March` and `May` are also verbs and names: only after these words are they surely months. */
const BEFORE_MONTH = eitherCase('in|of|last|next|this|by|since|until|from|to|during|early|late|mid|every');
const HOUR = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const MINUTES = '(?:ten|fifteen|twenty|thirty|forty|fifty)(?:-five)?';
const PARTS = '(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)';
/** What Chinese counts with 第: 第三十二条 is `Article 32`. */
const COUNTED = '(?:Article|Chapter|Section|Part|Volume|Book|Act|Scene|Lesson|Round|Day)s?';
const SCALE = '(?:thousand|million|billion|trillion|mln|bn|tn|[mk])';
const PERCENT = /^[\s-]per\s?cent\b/i;
const CURRENCY =
  /^\s(?:(?:US|Hong Kong|Canadian|Australian|Singapore|New Taiwan) dollars?|yuan|dollars?|euros?|pounds?|yen|francs?|rou?bles?|rupees?|crowns?|pesos?|won)\b/i;

const day = (text: string | undefined) =>
  text === undefined ? undefined : (englishOrdinal(text) ?? englishNumber(text));
const number = (text: string | undefined) => englishNumber(text ?? '');

export const ENGLISH_FINDERS: readonly Finder[] = [
  byPattern(
    'date',
    new RegExp(
      `\\b(?<m>${ENGLISH_MONTH})\\s(?:the )?(?<d>${DAY})(?:,?\\s(?<y>\\d{4})\\b)?|` +
        `\\b(?<d2>${DAY})(?:\\sof)?\\s(?<m2>${ENGLISH_MONTH})\\b(?:,?\\s(?<y2>\\d{4})\\b)?|` +
        `\\b(?<m3>${ENGLISH_MONTH}),?\\s(?<y3>\\d{4})\\b|` +
        '\\b(?<m4>January|February|April|June|July|August|September|October|November|December)\\b|' +
        `(?<=\\b(?:${BEFORE_MONTH})[ -])(?<m5>March|May)\\b(?! [A-Z])`,
      'g',
    ),
    ({ m, d, y, m2, d2, y2, m3, y3, m4, m5 }) => [
      numberValue(number(y ?? y2 ?? y3)),
      numberValue(monthNumber(m ?? m2 ?? m3 ?? m4 ?? m5 ?? ''), 'm'),
      numberValue(day(d ?? d2), 'd'),
    ],
  ),
  byPattern(
    'date',
    /\b(?<year>\d{3}0)['’]?s\b|\bthe (?:['’]?(?<decade>[1-9]0)['’]?s|(?<tens>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b/g,
    ({ year, decade, tens }) => [numberValue(number(year ?? decade ?? `${tens}y`))],
  ),
  byPattern('date', new RegExp(`\\b(?<w>${ENGLISH_WEEKDAY})s?\\b`, 'g'), ({ w }) => [
    numberValue(weekdayNumber(w ?? ''), 'w'),
  ]),
  byPattern(
    'time',
    new RegExp(
      `\\b(?<h>\\d{1,2})(?:[:.](?<min>\\d{2}))?\\s?(?:[ap]\\.?m\\b\\.?|o['’]clock)|` +
        `\\b(?<h2>\\d{1,2}):(?<min2>\\d{2})\\b|\\b(?<h3>${HOUR}) o['’]clock|` +
        `\\b(?<h4>${HOUR})-(?<min4>${MINUTES})\\b|\\b(?:12 )?(?<twelve>noon|midnight)\\b|` +
        `\\bhalf past (?<half>${HOUR}|\\d{1,2})\\b|\\bquarter (?<side>past|to) (?<quarter>${HOUR}|\\d{1,2})\\b`,
      'gi',
    ),
    ({ h, min, h2, min2, h3, h4, min4, twelve, half, side, quarter }) => {
      if (twelve) return [timeValue(12)];
      if (half) return [timeValue(number(half), 30)];
      const hour = number(quarter);
      if (hour !== undefined) return [side === 'to' ? timeValue(hour + 11, 45) : timeValue(hour, 15)];
      return [timeValue(number(h ?? h2 ?? h3 ?? h4), number(min ?? min2 ?? min4))];
    },
  ),
  byPattern('percentage', new RegExp(`\\b(?<p>${DIGITS})[\\s-]?(?:%|per\\s?cent\\b)`, 'gi'), ({ p }) => [
    numberValue(number(p), '%'),
  ]),
  byPattern(
    'number',
    new RegExp(
      `\\b(?<part>${HOUR}|\\d+)[\\s-](?<whole>${PARTS}s|(?<=\\bone.)${PARTS})\\b|\\ban? (?<one>${PARTS})(?= of\\b)`,
      'gi',
    ),
    ({ part, whole, one }) => {
      const parts = (whole ?? one ?? '').toLowerCase().replace(/s$/, '');
      return [fractionValue(part ? number(part) : 1, parts === 'quarter' ? 4 : englishOrdinal(parts))];
    },
  ),
  byPattern(
    'ordinal',
    new RegExp(
      `\\b(?<n>${ENGLISH_ORDINAL})\\b|\\bNo\\. ?(?<no>\\d+)\\b|(?<=\\b${COUNTED} )(?<counted>\\d+)\\b`,
      'gi',
    ),
    // `No. 3` may be 第三 or 3号.
    ({ n, no, counted }) => [
      numberValue(n ? englishOrdinal(n) : number(no ?? counted), 'o'),
      numberValue(number(no)),
    ],
  ),
  byPattern(
    'amount',
    new RegExp(`(?:[$€£¥]|\\b(?:US|HK|NT)\\$|\\bRMB )\\s?(?<a>(?:${DIGITS})(?:[\\s-]?${SCALE}\\b)?)`, 'gi'),
    ({ a }) => [numberValue(number(a))],
  ),
  plainNumbers,
];

/** Numbers, in figures or words; what follows them tells a percentage and an amount. */
function* plainNumbers(text: string): Iterable<Quantity> {
  for (const { start, end, value } of englishNumbersIn(text)) {
    const behind = text.slice(end, end + 30);
    const percent = PERCENT.exec(behind)?.[0];
    const currency = CURRENCY.exec(behind)?.[0];
    const values = [numberValue(value, percent ? '%' : '#')].filter((known) => known !== undefined);
    if (percent) yield { kind: 'percentage', start, end: end + percent.length, values };
    else if (currency) yield { kind: 'amount', start, end: end + currency.length, values };
    // `one` is more often a pronoun.
    else if (!/^one$/i.test(text.slice(start, end))) yield { kind: 'number', start, end, values };
  }
}
