import {
  ENGLISH_MONTH,
  ENGLISH_WEEKDAY,
  ENGLISH_WEEKDAY_SHORT,
  monthNumber,
  weekdayNumber,
} from '../language/dates.ts';
import { eitherCase, englishNumber, englishOrdinal, NUMBER_WORD } from '../language/english-numbers.ts';
import {
  byPattern,
  dateValues,
  FIGURE,
  type Finder,
  numberValue,
  type Quantity,
  relativeValue,
  timeValue,
} from './quantity.ts';

const DAY_WORDS = eitherCase(
  '(?:(?:twenty|thirty)-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|' +
    'thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)',
);
const DAY = `(?:\\d{1,2}(?:st|nd|rd|th)?|${DAY_WORDS})\\b(?![,.]\\d)`;
/** `March` and `May` are also verbs and names: only after these words are they surely months. */
const BEFORE_MONTH = eitherCase(
  'in|of|last|next|this|by|since|until|from|to|through|during|before|after|early|late|mid|every',
);
const HOUR = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const MINUTES = '(?:ten|fifteen|twenty|thirty|forty|fifty)(?:-five)?';
const DAYTIME = '(?:in the (?:morning|afternoon|evening)|at night)';
const TO = '\\s?(?:-|–|to|through|and)\\s?';
/** Stands before a date and belongs to it. */
const EDGE_BEFORE =
  /(?:\b(?:the )?(?:(?<point>end|beginning|start|middle) of)|\b(?:(?<part>early|late|mid)(?: in)?)|\b(?<shift>last|this|next))[ -]$/i;
const YEAR_BEHIND = /^,? (?:of )?(?<shift>last|this|next) year\b/i;
const EDGES: Readonly<Record<string, string>> = {
  end: 'at:end',
  late: 'at:end',
  beginning: 'at:start',
  start: 'at:start',
  early: 'at:start',
  middle: 'at:middle',
  mid: 'at:middle',
};
const SHIFTS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

const MONTH_WORD = new RegExp(`^${ENGLISH_MONTH}$`);
const HALF_WORD = /^half$/i;
const HOUR_WORD = /^hours?$/i;

const day = (text: string | undefined) =>
  text === undefined ? undefined : (englishOrdinal(text) ?? englishNumber(text));
const number = (text: string | undefined) => englishNumber(text ?? '');

const calendarDates = byPattern(
  'date',
  new RegExp(
    `\\b(?<m>${ENGLISH_MONTH})\\s(?:the )?(?<d>${DAY})(?:,?\\s(?<y>\\d{4})\\b)?|` +
      `\\b(?<d2>${DAY})(?:\\sof)?\\s(?<m2>${ENGLISH_MONTH})\\b(?:,?\\s(?<y2>\\d{4})\\b)?|` +
      `\\b(?<m3>${ENGLISH_MONTH}),?\\s(?:of )?(?<y3>\\d{4})\\b|` +
      '\\b(?<m4>January|February|April|June|July|August|September|October|November|December)\\b|' +
      `(?<=\\b(?:${BEFORE_MONTH})[ -])(?<m5>March|May)\\b(?! [A-Z])`,
    'g',
  ),
  [[MONTH_WORD]],
  ({ m, d, y, m2, d2, y2, m3, y3, m4, m5 }) =>
    dateValues(number(y ?? y2 ?? y3), monthNumber(m ?? m2 ?? m3 ?? m4 ?? m5 ?? ''), day(d ?? d2)),
);

/** The 8 of `March 5 to 8` and the 5 of `5 to 8 March`. */
const secondDays = byPattern(
  'date',
  new RegExp(
    `(?<=\\b${ENGLISH_MONTH} \\d{1,2}${TO})(?<d>\\d{1,2})\\b(?![,.:]\\d|[-:%])|` +
      `(?<![\\d.,:$])\\b(?<d2>\\d{1,2})(?=${TO}\\d{1,2} ${ENGLISH_MONTH}\\b)`,
    'g',
  ),
  [[MONTH_WORD, FIGURE]],
  ({ d, d2 }) => dateValues(undefined, undefined, number(d ?? d2)).slice(2),
);

const years = byPattern(
  'date',
  /(?<=\b(?:(?:end|beginning|start|middle) of|early|late|mid)[ -](?:in )?)(?<y>[12]\d{3})\b(?![,.]\d)|\b(?:A\.?D\.? )(?<ad>\d{1,4})\b|\b(?<ad2>\d{1,4}) (?:A\.D\.|AD\b|CE\b)|\b(?<bc>\d{1,4}) (?:B\.C\.(?:E\.)?|BCE?\b)/g,
  [[FIGURE]],
  ({ y, ad, ad2, bc }) => [bc ? `b${bc}` : numberValue(number(y ?? ad ?? ad2))],
);

const decades = byPattern(
  'date',
  /\b(?<year>\d{3}0)['’]?s\b|\bthe (?:['’]?(?<decade>[1-9]0)['’]?s|(?<tens>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b/g,
  [[FIGURE], [/^(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies$/]],
  ({ year, decade, tens }) => [numberValue(number(year ?? decade ?? `${tens}y`))],
);

/** `last July`, `the end of July`, `July of last year`, `mid-2034` are each one date. */
function widened(finder: Finder): Finder {
  function* find(text: string): Iterable<Quantity> {
    for (const date of finder.find(text)) yield widenedDate(date, text);
  }
  return { find, needs: finder.needs };
}

function widenedDate(date: Quantity, text: string): Quantity {
  const before = EDGE_BEFORE.exec(text.slice(Math.max(0, date.start - 20), date.start));
  const { point, part, shift } = before?.groups ?? {};
  const isWhole = date.values.some((value) => /^[dw]/.test(value));
  const taken =
    before && (shift ? !date.values.some((value) => /^#/.test(value)) : !isWhole) ? before[0] : '';
  const behind = YEAR_BEHIND.exec(text.slice(date.end, date.end + 20));
  const edge = taken && EDGES[(point ?? part ?? '').toLowerCase()];
  const year = behind && relativeValue('y', SHIFTS[behind.groups!.shift!.toLowerCase()]!);
  return {
    ...date,
    start: date.start - taken.length,
    end: date.end + (behind?.[0].length ?? 0),
    values: [...(year ? [year] : []), ...date.values, ...(edge ? [edge] : [])],
  };
}

const relativeDates = byPattern(
  'date',
  /\b(?<shift>last|this|next) (?<unit>year|month|week)\b(?! of\b)/gi,
  [[/^(?:last|this|next)$/i, /^(?:year|month|week)$/i]],
  ({ shift = '', unit = '' }) => {
    const mark = ({ year: 'y', month: 'M', week: 'W' } as const)[
      unit.toLowerCase() as 'year' | 'month' | 'week'
    ];
    return { values: [relativeValue(mark, SHIFTS[shift.toLowerCase()]!)], isHint: true };
  },
);

const weekdays = byPattern(
  'date',
  new RegExp(`\\b(?<w>${ENGLISH_WEEKDAY})s?\\b|\\b(?<short>${ENGLISH_WEEKDAY_SHORT})`, 'g'),
  [[/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/]],
  ({ w, short }) => [numberValue(weekdayNumber(w ?? short ?? ''), 'w')],
);

const clockTimes = byPattern(
  'time',
  new RegExp(
    `\\b(?<h>\\d{1,2})(?:[:.](?<min>\\d{2}))?\\s?(?:[ap]\\.?m\\b\\.?|o['’]clock(?: ${DAYTIME})?)|` +
      `\\b(?<h2>\\d{1,2}):(?<min2>\\d{2})\\b(?: ${DAYTIME})?|\\b(?<h3>${HOUR}) (?:o['’]clock(?: ${DAYTIME})?|(?:[ap]\\.m\\.|${DAYTIME}))|` +
      `\\b(?<h4>${HOUR})-(?<min4>${MINUTES})\\b|\\b(?:12 |twelve )?(?<twelve>noon|midnight)\\b|` +
      `\\bhalf past (?<half>${HOUR}|\\d{1,2})\\b|\\b(?:a )?quarter (?<side>past|to) (?<quarter>${HOUR}|\\d{1,2})\\b|` +
      `\\b(?<past>five|ten|twenty(?:-five)?|\\d{1,2})(?: minutes)? past (?<h5>${HOUR}|\\d{1,2})\\b|` +
      `\\b(?<until>five|ten|twenty(?:-five)?|\\d{1,2}) minutes to (?<h6>${HOUR})\\b`,
    'gi',
  ),
  [[FIGURE], [NUMBER_WORD], [/^(?:noon|midnight)$/i]],
  ({ h, min, h2, min2, h3, h4, min4, twelve, half, side, quarter, past, h5, until, h6 }) => {
    if (twelve) return [timeValue(12)];
    if (half) return [timeValue(number(half), 30)];
    if (until) return [timeValue((number(h6) ?? NaN) + 11, 60 - (number(until) ?? NaN))];
    const hour = number(quarter);
    if (hour !== undefined) return [side === 'to' ? timeValue(hour + 11, 45) : timeValue(hour, 15)];
    return [timeValue(number(h ?? h2 ?? h3 ?? h4 ?? h5), number(min ?? min2 ?? min4 ?? past))];
  },
);

const fixedDurations: readonly Finder[] = [
  byPattern(
    'time',
    /\bhalf[ -]an[ -]hour\b|\ba half[ -]hour\b|\bhalf-hours?\b/gi,
    [[HALF_WORD, HOUR_WORD]],
    () => ({
      values: ['x1800'],
      isHint: true,
    }),
  ),
  byPattern('time', /\ban hour and a half\b/gi, [[HALF_WORD, HOUR_WORD]], () => ['#1.5', 'x5400']),
  byPattern('time', /\ba quarter of an hour\b/gi, [[/^quarters?$/i, HOUR_WORD]], () => ['x900']),
  byPattern('time', /\bthree[- ]quarters of an hour\b/gi, [[/^quarters?$/i, HOUR_WORD]], () => ['x2700']),
];

/** Earlier ones are the more telling ones. */
export const ENGLISH_DATE_FINDERS: readonly Finder[] = [
  widened(calendarDates),
  secondDays,
  widened(years),
  widened(decades),
  relativeDates,
  widened(weekdays),
  clockTimes,
  ...fixedDurations,
];
