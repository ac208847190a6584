import {
  CHINESE_NUMBER,
  chineseNumber,
  chineseNumbers,
  DECIMALS,
  FIGURES,
  FORMAL_NUMBER,
  HAN_NUMERAL,
  HAN_NUMERALS,
  NUMBER_BEGINS,
  SMALL_NUMBER,
} from '../language/chinese-numbers.ts';
import { DIGITS, ROMAN, romanNumber } from '../language/english-numbers.ts';
import { CHINESE_DATE_FINDERS } from './chinese-dates.ts';
import { chineseCurrencies } from './currencies.ts';
import {
  byPattern,
  type Details,
  FIGURE,
  FIGURE_FINDERS,
  type Finder,
  fractionValue,
  numberValue,
  openRange,
} from './quantity.ts';

const HAN_DIGIT = '[一二两三四五六七八九]';
const SCALE = '[万亿]{1,2}';
/** 十几万, 三百多万: a number with something more, before its scale or at its end. */
const OPEN_NUMBER = `(?:${CHINESE_NUMBER}[多余几]${SCALE}|(?:${CHINESE_NUMBER})(?<=[十百千万亿])几(?![乎何分率]))`;
/** 几十, 数百万, 上千: no number, but of the size of one. */
const VAGUE_NUMBER =
  '(?:[几数](?=[十百千万亿])[十百千]?[万亿]{0,2}(?![米瓦克])|(?<!以|[网晚早马])上(?=[百千万亿])[百千]?[万亿]{0,2}(?![科货度姓战般花分一二三四五六七八九])|成百上千|成千上万|数以[百千]?[万亿]?计)';
const CURRENCY =
  '(?:(?:美|欧|日|港|韩|加拿大|加|澳大利亚|澳|新加坡|新西兰)?[元圆]整?|人民币|[美日港坡]币|美金|英镑|新?台币|泰铢|卢布|卢比|法郎|瑞郎|克朗|比索|块钱|(?<=[百千万])块)(?:人民币)?';
const CURRENCY_BEFORE = '(?:人民币|新?台币|港币|美元|RMB\\s?|(?:US|HK|NT|S)?[$€£¥￥]\\s?)';
const MEASURE =
  '(?=[大小长满整]?[个名位人条只头匹张把座间家所件本册页次回遍场天年月岁日号小时分秒周米公里吨斤克升亩倍辆艘架台部套双对层楼级章节集份封群批伙帮棵朵块片根支枝杯碗瓶口句声步代届省市县国种项颗粒首幅趟顿箱袋串行截圈锅道具度尊门扇株束捆堆滩滴股阵桩宗起笔篇轮局盘付顶床席班寸尺丈英海平立元毛厘磅盎桶罐盒壶盆缸筐篮卷匣排组队类样处站夜晚季旬刻拳巴掌枪炮箭发户村镇乡区州栋幢组艇船]|星期|礼拜)';
/** 两 is two before nearly anything; 两旁 and 两者 are both, 十六两 is a weight. */
const TWO = '(?<![银几半\\d])两(?=\\p{Script=Han})(?![旁侧边岸者极性样讫相可难全口广湖])';
/** What looks like a number and is none: 万一, 千万别, 十分高兴, 一一, 一点, 四周, 胡说八道. */
const NO_IDIOM = `(?!万|千万|百万?分|亿|一一|三三|十分(?![钟之])|${HAN_DIGIT}点|四周(?![年岁前后内])|(?<=胡说)八道|七零八落)`;

const NUMERAL = FIGURE + HAN_NUMERALS;
/** The last signs of currencies, and those that stand before an amount. */
const MONEY = '元圆币金镑铢布比郎朗索块钱$€£¥￥B';

const number = (text: string | undefined) => chineseNumber(text?.replaceAll(' ', '') ?? '');

/** The size of 几十 (`~10`), or the least of 十几万 with the range above it. */
function roughDetails(text: string): Details | undefined {
  const [, before = '', scale = ''] = /^(.+)[多余几]([万亿]*)$/.exec(text) ?? [];
  const units = text.replace(/[^十百千万亿]/g, '');
  if (!/^[几数上成]/.test(text)) {
    const least = number(before + scale);
    return least === undefined
      ? undefined
      : { values: [`#${least}`], range: openRange(number(before), scale ? (number(scale) ?? 1) : 1) };
  }
  if (text === '成百上千') return { values: ['~100', '~1000'] };
  if (text === '成千上万') return { values: ['~1000', '~10000'] };
  const size = numberValue(number(units), '~');
  return size ? { values: [size] } : undefined;
}

const NO_VALUES = { values: [] };

const AMOUNT_FINDERS: readonly Finder[] = [
  byPattern(
    'amount',
    new RegExp(`${CURRENCY_BEFORE}?(?<rough>${NUMBER_BEGINS}${OPEN_NUMBER}|${VAGUE_NUMBER})${CURRENCY}`, 'g'),
    [[NUMERAL, MONEY]],
    ({ rough = '', all = '' }) => ({
      ...(roughDetails(rough) ?? NO_VALUES),
      currencies: chineseCurrencies(all.replace(rough, '')),
    }),
  ),
  byPattern(
    'amount',
    new RegExp(
      `(?:${CURRENCY_BEFORE}${NUMBER_BEGINS}(?<n1>${CHINESE_NUMBER})(?:\\s?${CURRENCY})?|` +
        `${NUMBER_BEGINS}(?<n2>${CHINESE_NUMBER}|[壹贰叁肆伍陆柒捌玖])\\s?(?<open>[多余])?${CURRENCY})`,
      'g',
    ),
    [[NUMERAL, MONEY]],
    ({ n1, n2, open, all = '' }) => {
      const value = number(n1 ?? n2);
      return {
        values: [numberValue(value)],
        currencies: chineseCurrencies(all),
        range: open ? openRange(value) : undefined,
      };
    },
  ),
];

const PERCENTAGE_FINDERS: readonly Finder[] = [
  byPattern(
    'percentage',
    new RegExp(
      `(?<![\\d.])(?<p>${DIGITS})\\s?(?:%|(?<mille>‰))|(?<![\\d.])(?<low>${DIGITS})(?=\\s?[-–—~～至到]\\s?${DIGITS}\\s?%)|${NUMBER_BEGINS}(?<of>百|千|万)分之(?<q>${CHINESE_NUMBER})(?!几)|` +
        `(?<![\\d一二三四五六七八九十百千万])(?<t>${HAN_DIGIT}|\\d)成(?:(?<u>${HAN_DIGIT})(?![十百千万个])|(?<half>半))?` +
        '(?![为了立员功就长果年不熟])',
      'g',
    ),
    [[NUMERAL, '%‰之成']],
    ({ p, mille, low, of, q, t, u, half }) => [
      numberValue(mille ? (number(p) ?? NaN) / 10 : number(p ?? low), '%'),
      of && numberValue(((number(q) ?? NaN) * 100) / (number(of) ?? NaN), '%'),
      t && numberValue(10 * (number(t) ?? NaN) + (half ? 5 : u ? (number(u) ?? NaN) : 0), '%'),
    ],
  ),
  // 八折 is `80 percent of the price` and `20 percent off`.
  byPattern(
    'percentage',
    /(?<![\d.打骨曲周波转百三])(?<d>[1-9]\d?|[一二三四五六七八九]{1,2})折(?![断叠磨扣射旧腰子成])|(?<=打)(?<d2>[1-9]\d?|[一二三四五六七八九]{1,2})折/g,
    [[NUMERAL, '折']],
    ({ d, d2 }) => {
      const tenths = number(d ?? d2) ?? NaN;
      const percent = tenths < 10 ? tenths * 10 : tenths;
      return [numberValue(percent, '%'), numberValue(100 - percent, '%')];
    },
  ),
];

const ORDINAL_FINDERS: readonly Finder[] = [
  byPattern(
    'ordinal',
    new RegExp(
      `第\\s?(?<n>${CHINESE_NUMBER})(?!几)|${NUMBER_BEGINS}(?<century>${SMALL_NUMBER})(?=\\s?世纪)|` +
        `(?<=^\\s{0,3}[(（]?|[；;。：:，,]\\s?[(（])(?<label>${SMALL_NUMBER})(?=[)）])|(?<=^\\s{0,3})(?<label2>${SMALL_NUMBER})(?=[、．]|\\.(?!\\d))|` +
        `(?<=附[件录表图]\\s?|[图表]\\s?|步骤\\s?|阶段\\s?)(?<label3>${SMALL_NUMBER})(?![\\d.]|[个张条名位天年月次])`,
      'g',
    ),
    [[NUMERAL, '第纪)）、．.件录表图骤段']],
    ({ n, century, label, label2, label3 }) => [
      numberValue(number(n ?? century ?? label ?? label2 ?? label3), 'o'),
    ],
  ),
  byPattern(
    'ordinal',
    new RegExp(`(?<![A-Za-z])(?<roman>${ROMAN})(?=\\s?[期级型类])`, 'g'),
    [['IVXL', '期级型类']],
    ({ roman = '' }) => [numberValue(romanNumber(roman), 'o')],
  ),
  byPattern(
    'ordinal',
    // In “海星3号” it is the end of a name.
    new RegExp(
      `(?<![A-Za-z])${NUMBER_BEGINS}(?<n>${CHINESE_NUMBER})\\s?号(?:(?<inName>(?=[”」』》]))|)`,
      'dg',
    ),
    [[NUMERAL, '号']],
    ({ n, inName }) => ({
      values: [numberValue(number(n))],
      ...(inName !== undefined && { isHint: true as const }),
    }),
  ),
];

const NUMBER_FINDERS: readonly Finder[] = [
  byPattern(
    'number',
    new RegExp(`${NUMBER_BEGINS}(?<whole>${CHINESE_NUMBER})分之(?<part>${CHINESE_NUMBER})`, 'g'),
    [[NUMERAL, '之']],
    ({ part, whole }) => [fractionValue(number(part), number(whole))],
  ),
  byPattern(
    'number',
    new RegExp(`(?<!第)${NUMBER_BEGINS}${OPEN_NUMBER}|(?<![第\\d])${VAGUE_NUMBER}`, 'g'),
    [[NUMERAL, '多余几数上成']],
    ({ all = '' }) => roughDetails(all) ?? NO_VALUES,
  ),
  byPattern(
    'number',
    new RegExp(`${NUMBER_BEGINS}(?<n>${CHINESE_NUMBER})[个年倍岁天斤里](?=半)半(?![路途夜天死边数])`, 'g'),
    [[NUMERAL, '半']],
    ({ n }) => (n === '一' ? [] : [numberValue((number(n) ?? NaN) + 0.5)]),
  ),
  byPattern('number', /一半|(?<!一)半数|半(?=[个年天日月斤里]|公[里斤])/g, [['半']], () => ({
    values: ['#1/2'],
    isHint: true,
  })),
  byPattern(
    'number',
    new RegExp(
      `(?<![A-Za-z])${NUMBER_BEGINS}(?:${FIGURES}|${FORMAL_NUMBER}|${HAN_DIGIT}${DECIMALS}(?:[万亿]|(?=[倍级度米公乘除斤克元吨个]))|` +
        `${NO_IDIOM}(?:${HAN_NUMERAL}{2,}(?:${DECIMALS})?[万亿]?|(?:一两|[二三四五六七八九十])${MEASURE}|(?<=[乘加减]|除以|乘以|等于)[二三四五六七八九十]|${TWO}))` +
        `(?:(?=(?<open>[多余]|来[个位岁年天]))|)`,
      'gu',
    ),
    // A single 一 is no number but in 一点.
    [[NUMERAL.replace('一', '')], ['点']],
    // 五一 and 三七 are names or idioms; only neighbours such as 三四 say a number.
    ({ all = '', open }) => {
      const values = chineseNumbers(all.replaceAll(' ', ''));
      const isPair = /^[一二三四五六七八九]{2}$/.test(all);
      if (isPair && values.length < 2) return [];
      return {
        values: values.map((value) => numberValue(value)),
        range: open && values.length === 1 ? openRange(values[0]) : undefined,
      };
    },
  ),
];

/** Earlier ones are the more telling ones. */
export const CHINESE_FINDERS: readonly Finder[] = [
  ...FIGURE_FINDERS,
  ...CHINESE_DATE_FINDERS,
  ...PERCENTAGE_FINDERS,
  NUMBER_FINDERS[0]!,
  ...ORDINAL_FINDERS,
  ...AMOUNT_FINDERS,
  ...NUMBER_FINDERS.slice(1),
];
