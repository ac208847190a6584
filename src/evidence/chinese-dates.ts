import {
  CHINESE_NUMBER,
  chineseNumber,
  chineseNumbers,
  HAN_NUMERALS,
  NUMBER_BEGINS,
  SMALL_NUMBER,
} from '../language/chinese-numbers.ts';
import { weekdayNumber } from '../language/dates.ts';
import {
  byPattern,
  dateValues,
  FIGURE,
  type Finder,
  type Groups,
  numberValue,
  relativeValue,
  timeValue,
} from './quantity.ts';

const YEAR = '(?:\\d{4}|[一二〇零三四五六七八九]{4})';
const EDGE = '(?:年?[底末]|年?初(?![一二三四五六七八九十])|[上中下]旬)';
const DAYTIME =
  '(?:[上下中]午|[早晚]上|凌晨|清晨|早晨|傍晚|晚间|早间|午间|午后|夜里|夜间|半夜|深夜|[早晚](?=\\d|[一二三四五六七八九十两]))';
/** In 失去年轻 and 晚上月亮 there is no last year and no last month. */
const RELATIVE_YEAR = '(?<![如过失光文])[今去明]年(?![轻代龄迈幼老华])';
const RELATIVE_MONTH =
  '(?:(?<![日书版样])本|(?<![早晚海天地马路身头面边岸山水江湖桌车船床楼世以])[上下]个?|[这上下]个)月(?![亮台球色光老季份刊])';
const RELATIVE_WEEK =
  '(?:(?<![日书版])本|(?<![早晚马])[上下]个?|这个?)(?:周|星期|礼拜)(?![末刊边围转折密一二三四五六日天])';
const HOURS = '(?:小时|钟头)';

const NUMERAL = FIGURE + HAN_NUMERALS;
const HOUR_SIGN = '时头';

const number = (text: string | undefined) => chineseNumber(text?.replaceAll(' ', '') ?? '');

/** 20世纪90年代 is 1990. */
function decadeValue({ century, decade, year }: Groups): string | undefined {
  return numberValue(year ? number(year) : (number(century) ?? NaN) * 100 - 100 + (number(decade) ?? NaN));
}

/** The first year of the Republic of China is 1912; a year before Christ has a mark of its own. */
function yearValue(year: string | undefined, era: string | undefined): string | undefined {
  const n = year === '元' ? 1 : number(year);
  if (n === undefined) return undefined;
  if (era?.endsWith('前')) return `b${n}`;
  return numberValue(era === '民国' ? n + 1911 : n);
}

function edgeValue(edge: string | undefined): string | undefined {
  if (!edge) return undefined;
  if (/[初上]/.test(edge)) return 'at:start';
  return /中/.test(edge) ? 'at:middle' : 'at:end';
}

function shiftOf(text: string): number {
  return /[去上]/.test(text) ? -1 : /[明下]/.test(text) ? 1 : 0;
}

function relative(year: string | undefined, month?: string): (string | undefined)[] {
  return [year && relativeValue('y', shiftOf(year)), month && relativeValue('M', shiftOf(month))];
}

/** The number and the seconds of a measure of time; of 1小时20分钟 the seconds alone. */
function durationValues(
  { n = '', half, rest }: Groups,
  unit: number,
  restUnit: number,
): (string | undefined)[] {
  const counts = chineseNumbers(n.replaceAll(' ', '')).map((count) => count + (half ? 0.5 : 0));
  const more = rest ? (number(rest) ?? NaN) * restUnit : 0;
  return [
    ...(rest ? [] : counts.map((count) => numberValue(count))),
    ...counts.map((count) => numberValue(count * unit + more, 'x')),
  ];
}

/** One hour is none, for it is more often `an hour`. */
const durations = (sign: string, pattern: string, unit: number, restUnit = 0): Finder =>
  byPattern(
    'time',
    new RegExp(`${NUMBER_BEGINS}(?<n>${CHINESE_NUMBER}|一(?=个半))${pattern}`, 'dg'),
    [[NUMERAL, sign]],
    (groups) =>
      groups.n === '一' && !groups.half && !groups.rest ? [] : durationValues(groups, unit, restUnit),
  );

const DURATION_FINDERS: readonly Finder[] = [
  byPattern('time', new RegExp(`(?<![多大小个])半个?${HOURS}`, 'g'), [['半', HOUR_SIGN]], () => ({
    values: ['x1800'],
    isHint: true,
  })),
  durations(
    HOUR_SIGN,
    `\\s?[多余]?(?:个(?<half>半))?个?${HOURS}(?:零?\\s?(?<rest>${CHINESE_NUMBER})\\s?分钟?)?`,
    3600,
    60,
  ),
  durations('分', `\\s?[多余]?分(?:钟?\\s?(?<rest>${CHINESE_NUMBER})\\s?秒钟?|钟)`, 60, 1),
  durations('秒', '\\s?[多余]?秒钟?', 1),
  byPattern('time', new RegExp(`${NUMBER_BEGINS}(?<quarters>[一三])刻钟`, 'g'), [['刻']], ({ quarters }) => [
    numberValue(900 * (number(quarters) ?? NaN), 'x'),
  ]),
];

export const CHINESE_DATE_FINDERS: readonly Finder[] = [
  byPattern(
    'date',
    new RegExp(
      `${NUMBER_BEGINS}(?<century>${SMALL_NUMBER})\\s?世纪\\s?(?<decade>[1-9]0|[二三四五六七八九]十)\\s?年代(?<edge>[初末]|中期)?|` +
        `${NUMBER_BEGINS}(?<year>\\d{3}0)\\s?年代(?<edge2>[初末]|中期)?`,
      'g',
    ),
    [[NUMERAL, '年']],
    (groups) => [decadeValue(groups), edgeValue(groups.edge ?? groups.edge2)],
  ),
  byPattern(
    'date',
    new RegExp(
      `(?:(?:(?<era>民国|(?:公|西)元前?)\\s?(?<ey>\\d{1,4}|[〇零一二三四五六七八九十百千]{1,7}|元)|${NUMBER_BEGINS}(?<y>${YEAR}))\\s?年|(?<ry>${RELATIVE_YEAR}))` +
        `(?:\\s?(?<m>${SMALL_NUMBER})\\s?月(?:份|(?<e>${EDGE})|\\s?(?<d>${SMALL_NUMBER})\\s?[日号])?|(?<e2>${EDGE}))?|` +
        `${NUMBER_BEGINS}(?<m2>${SMALL_NUMBER})\\s?月(?:份|(?<e3>${EDGE})|\\s?(?<d2>${SMALL_NUMBER})\\s?[日号])?|` +
        `(?:(?<rm>${RELATIVE_MONTH})\\s?)?${NUMBER_BEGINS}(?<d3>\\d{1,2}|[一二三四五六七八九十]{2,3})\\s?日(?![元圆]|之?内|以[内上下]|左右)|` +
        `(?<=^|[\\s\\p{P}月在于到至从是和])(?<d4>${SMALL_NUMBER})号(?=[前后起到至以，。、；]|$)|` +
        `${NUMBER_BEGINS}(?<d5>${SMALL_NUMBER})号(?=[上下中]午|[早晚]上|凌晨|夜里|那天|当天)`,
      'gu',
    ),
    [['年'], [NUMERAL, '月日号']],
    ({ era, ey, y, ry, m, e, d, e2, m2, e3, d2, rm, d3, d4, d5 }) => {
      const day = d ?? d2 ?? d3 ?? d4 ?? d5;
      const [month, date] = dateValues(undefined, number(m ?? m2), number(day)).slice(1);
      const values = [yearValue(ey ?? y, era), ...relative(ry, rm), month, date, edgeValue(e ?? e2 ?? e3)];
      if ((m ?? m2 ?? day) && !month && !date) return [];
      return ry && !month ? { values, isHint: true } : values;
    },
  ),
  byPattern(
    'date',
    new RegExp(`(?<month>${RELATIVE_MONTH})|(?<week>${RELATIVE_WEEK})`, 'g'),
    [['本上下这', '月周期拜']],
    ({ month, week }) => ({
      values: [month ? relativeValue('M', shiftOf(month)) : relativeValue('W', shiftOf(week ?? ''))],
      isHint: true,
    }),
  ),
  byPattern(
    'date',
    // There is no Monday in 一周一次 and 四周一片.
    new RegExp(
      `(?:(?<![早晚马])[上下]个?|(?<!日)本|这个?)?${NUMBER_BEGINS}(?:周|星期|礼拜)(?<w>[一二三四五六日天])(?![^\\s]?[天年]|[次个片圈趟回遍只条百千万])`,
      'g',
    ),
    [['周期拜', '一二三四五六日天']],
    ({ w }) => [numberValue(weekdayNumber(w ?? ''), 'w')],
  ),
  byPattern(
    'time',
    new RegExp(
      `${DAYTIME}?${NUMBER_BEGINS}(?<h>${SMALL_NUMBER})\\s?[时点](?:(?<half>半)|(?<quarters>[一三])刻|(?<min>${SMALL_NUMBER})\\s?分(?![之钟])(?:${SMALL_NUMBER}秒)?)|` +
        `${DAYTIME}(?<h2>${SMALL_NUMBER})\\s?[时点](?!\\d)|` +
        `${NUMBER_BEGINS}(?<![例图表]\\s?\\d{1,2}-)(?!一点(?![钟整]))(?<h3>${SMALL_NUMBER})\\s?[时点](?=钟|整|[^\\p{L}\\d：:]|$|[左许前后到至开起])|` +
        `${DAYTIME}?(?<!\\d)(?<h4>\\d{1,2}):(?<min4>\\d{2})(?!\\d)|(?<twelve>[中正]午|午夜)`,
      'gu',
    ),
    [[NUMERAL, '时点:'], ['午']],
    ({ h, half, quarters, min, h2, h3, h4, min4, twelve }) => {
      if (twelve) return [timeValue(12)];
      const minute = half ? 30 : quarters ? 15 * (number(quarters) ?? NaN) : number(min ?? min4);
      return [timeValue(number(h ?? h2 ?? h3 ?? h4), minute)];
    },
  ),
  ...DURATION_FINDERS,
];
