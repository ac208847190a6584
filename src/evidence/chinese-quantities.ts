import { chineseNumber, chineseNumbers } from '../language/chinese-numbers.ts';
import { weekdayNumber } from '../language/dates.ts';
import { DIGITS } from '../language/english-numbers.ts';
import { byPattern, type Finder, fractionValue, type Groups, numberValue, timeValue } from './quantity.ts';

const HAN_DIGIT = '[一二两三四五六七八九]';
/** 两 is also a weight: in 十六两 it is no digit. */
const HAN_NUMERAL = '(?:[〇零一二三四五六七八九十百千万亿]|两(?=[百千万亿三]))';
/** Where a number may begin: not inside another one, nor in 几十 and 数百, which name no number. */
const BEGIN = '(?<![\\d〇零一二三四五六七八九十百千万亿]|两(?=[百千万亿三]))(?<![几数](?=[十百千万亿]))';
/** The 千 of a kilometre or a kilowatt is no thousand. */
const SCALE = '(?:[十百千]?[万亿]{1,2}|[百千](?![米克瓦伏卡赫字帕焦]))';
const ARABIC = `(?:${DIGITS})(?:\\s?${SCALE}(?:(?:${DIGITS})${SCALE}){0,2}(?:\\d{3,4}(?![\\d.,]))?)?`;
const DECIMALS = '点[〇零一二三四五六七八九]+(?![十分刻])';
const NUMBER = `(?:${ARABIC}|${HAN_NUMERAL}+(?:${DECIMALS}[万亿]?)?|两)`;
const SMALL = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3}|两)';
const YEAR = '(?:\\d{4}|[一二〇零三四五六七八九]{4})';
const CURRENCY =
  '(?:(?:美|欧|日|港|韩)?元|人民币|美金|英镑|日圆|港币|新?台币|卢布|卢比|法郎|克朗|比索|块钱|(?<=[百千万])块)(?:人民币)?';
const MEASURE =
  '(?=[个名位人条只头匹张把座间家所件本册页次回遍场天年月岁日号小时分秒周米公里里吨斤克升亩倍辆艘架台部套双对层楼级章节集份封群批伙帮棵朵块片根支枝杯碗瓶口句声步代届省市县国种项颗粒首幅趟顿箱袋串行截圈锅道])';
/** What looks like a number and is none: 万一, 千万别, 十分高兴, 一一, 一点, 四周, 胡说八道. */
const NO_IDIOM = `(?!万|千万|百万?分|亿|一一|三三|十分(?![钟之])|${HAN_DIGIT}点|四周(?![年岁前后内])|(?<=胡说)八道)`;
const DAYTIME = '(?:[上下中]午|[早晚]上|凌晨|清晨|傍晚|晚间|夜里|半夜|深夜)';

const number = (text: string | undefined) => chineseNumber(text?.replaceAll(' ', '') ?? '');

/** 20世纪90年代 is 1990. */
function decadeValue({ century, decade, year }: Groups): string | undefined {
  return numberValue(year ? number(year) : (number(century) ?? NaN) * 100 - 100 + (number(decade) ?? NaN));
}

function dateValues(year?: number, month = NaN, day = NaN): (string | undefined)[] {
  return [
    numberValue(year),
    month <= 12 ? numberValue(month, 'm') : undefined,
    day <= 31 ? numberValue(day, 'd') : undefined,
  ];
}

export const CHINESE_FINDERS: readonly Finder[] = [
  byPattern(
    'date',
    new RegExp(
      `${BEGIN}(?<century>${SMALL})世纪(?<decade>[1-9]0|${HAN_DIGIT}十)年代|${BEGIN}(?<year>\\d{3}0)年代`,
      'g',
    ),
    (groups) => [decadeValue(groups)],
  ),
  byPattern(
    'date',
    new RegExp(
      `${BEGIN}(?<y>${YEAR})\\s?年(?:\\s?(?<m>${SMALL})\\s?月(?:份|\\s?(?<d>${SMALL})\\s?[日号])?)?|` +
        `${BEGIN}(?<m2>${SMALL})\\s?月(?:份|\\s?(?<d2>${SMALL})\\s?[日号])?|` +
        `${BEGIN}(?<d3>${SMALL})\\s?日(?![元圆]|之?内|以内)|` +
        `(?<=^|[\\s\\p{P}月在于到至从是和])(?<d4>${SMALL})号(?=[前后起到至以，。、；]|$)|` +
        `${BEGIN}(?<d5>${SMALL})号(?=[上下中]午|[早晚]上|凌晨|夜里|那天|当天)`,
      'gu',
    ),
    ({ y, m, d, m2, d2, d3, d4, d5 }) =>
      dateValues(number(y), number(m ?? m2), number(d ?? d2 ?? d3 ?? d4 ?? d5)),
  ),
  byPattern(
    'date',
    // There is no Monday in 一周一次 and 四周一片.
    new RegExp(
      `(?<!\\d|${HAN_NUMERAL})(?:周|星期|礼拜)(?<w>[一二三四五六日天])(?![^\\s]?[天年]|[次个片圈趟回遍只条百千万])`,
      'g',
    ),
    ({ w }) => [numberValue(weekdayNumber(w ?? ''), 'w')],
  ),
  byPattern(
    'time',
    new RegExp(
      `${DAYTIME}?${BEGIN}(?<h>${SMALL})\\s?[时点](?:(?<half>半)|(?<quarters>[一三])刻|(?<min>${SMALL})\\s?分(?!之))|` +
        `${DAYTIME}(?<h2>${SMALL})\\s?[时点](?!\\d)|` +
        `${BEGIN}(?<h3>${SMALL})\\s?[时点](?=钟|整|[^\\p{L}\\d：:]|$|[左许前后到至开起])|` +
        `${DAYTIME}?(?<!\\d)(?<h4>\\d{1,2}):(?<min4>\\d{2})(?!\\d)|(?<twelve>[中正]午|午夜)`,
      'gu',
    ),
    ({ h, half, quarters, min, h2, h3, h4, min4, twelve }) => {
      if (twelve) return [timeValue(12)];
      const minute = half ? 30 : quarters ? 15 * (number(quarters) ?? NaN) : number(min ?? min4);
      return [timeValue(number(h ?? h2 ?? h3 ?? h4), minute)];
    },
  ),
  byPattern(
    'percentage',
    new RegExp(
      `(?<!\\d)(?<p>${DIGITS})\\s?%|${BEGIN}(?<of>百|千|万)分之(?<q>${NUMBER})|` +
        `(?<![\\d一二三四五六七八九十百千万])(?<t>${HAN_DIGIT}|\\d)成(?:(?<u>${HAN_DIGIT})(?![十百千万个])|(?<half>半))?` +
        '(?![为了立员功就长果年不])',
      'g',
    ),
    ({ p, of, q, t, u, half }) => [
      numberValue(number(p), '%'),
      of && numberValue(((number(q) ?? NaN) * 100) / (number(of) ?? NaN), '%'),
      t && numberValue(10 * (number(t) ?? NaN) + (half ? 5 : u ? (number(u) ?? NaN) : 0), '%'),
    ],
  ),
  byPattern(
    'number',
    new RegExp(`${BEGIN}(?<whole>${NUMBER})分之(?<part>${NUMBER})`, 'g'),
    ({ part, whole }) => [fractionValue(number(part), number(whole))],
  ),
  byPattern(
    'ordinal',
    new RegExp(`第\\s?(?<n>${NUMBER})(?!几)|${BEGIN}(?<century>${SMALL})(?=世纪)`, 'g'),
    ({ n, century }) => [numberValue(number(n ?? century), 'o')],
  ),
  byPattern(
    'amount',
    new RegExp(`(?:人民币|新?台币|港币)?${BEGIN}(?<n>${NUMBER})\\s?(?:多|余)?${CURRENCY}`, 'g'),
    ({ n }) => [numberValue(number(n))],
  ),
  byPattern(
    'number',
    new RegExp(
      `(?<![A-Za-z])${BEGIN}(?:${ARABIC}|${HAN_DIGIT}${DECIMALS}(?:[万亿]|(?=[倍级度米公乘除斤克元吨]))|` +
        `${NO_IDIOM}(?:${HAN_NUMERAL}{2,}(?:${DECIMALS})?[万亿]?|(?:一两|[二两三四五六七八九十])${MEASURE}))`,
      'g',
    ),
    // 五一 and 三七 are names or idioms; only neighbours such as 三四 say a number.
    ({ all = '' }) => {
      const values = chineseNumbers(all.replaceAll(' ', ''));
      const isPair = /^[一二三四五六七八九]{2}$/.test(all);
      return isPair && values.length < 2 ? [] : values.map((value) => numberValue(value));
    },
  ),
];
