/** Units of measure and money: what one side gives in its own measure, the other may give in another. */

interface Measure {
  readonly name: string;
  /** Measures of the same dimension may stand for each other: miles for kilometers. */
  readonly dimension: string;
}

/** Of each dimension the names, longest first: 美元 is not 元. */
const DIMENSIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  money: {
    dollar: '美元|美金|US\\$|\\$|dollars?|USD',
    euro: '欧元|€|euros?',
    pound: '英镑|£|pounds? sterling',
    yen: '日元|日圆|yen',
    yuan: '(?<![美欧日港台加澳韩坡])[元圆]|块|人民币|[¥￥]|yuan|RMB|renminbi',
    crown: '克朗|crowns?|kron(?:er|or|a|e)',
    other: '卢布|卢比|法郎|韩元|港币|rubles?|rupees?|francs?|won',
  },
  length: {
    kilometer: '公里|千米|kilomet(?:er|re)s?|km',
    centimeter: '厘米|公分|centimet(?:er|re)s?|cm',
    millimeter: '毫米|millimet(?:er|re)s?|mm',
    mile: '英里|海里|miles?|nautical',
    foot: '英尺|feet|foot|ft',
    inch: '英寸|inch(?:es)?',
    yard: '码|yards?',
    meter: '(?<![千厘毫])米|公尺|met(?:er|re)s?|m',
    li: '(?<![公英海])里|li',
    chi: '(?<!英)[尺寸]|丈',
  },
  weight: {
    kilogram: '公斤|千克|kilo(?:gram)?s?|kg',
    ton: '吨|ton(?:ne)?s?',
    pound: '磅|pounds?|lbs?',
    ounce: '盎司|ounces?|oz',
    gram: '(?<!千)克(?!朗)|grams?',
    jin: '(?<!公)斤|两|jin|catty|catties',
  },
  temperature: {
    fahrenheit: '华氏|℉|°\\s?F|degrees Fahrenheit',
    celsius: '摄氏|℃|°\\s?C|度|degrees(?: Celsius)?|°',
  },
  area: { mu: '亩|mu', hectare: '公顷|hectares?', acre: '英亩|acres?', square: '平方\\S{1,2}|square \\w+' },
  volume: { liter: '升|lit(?:er|re)s?', gallon: '加仑|gallons?', pint: '品脱|pints?' },
  time: {
    minute: '分钟|minutes?',
    second: '秒钟?|seconds?',
    hour: '小时|钟头|hours?',
    day: '[天日]|days?',
    week: '周|星期|weeks?',
    month: '个月|months?',
    year: '[年岁]|years?',
  },
};

const MEASURES: readonly Measure[] = Object.entries(DIMENSIONS).flatMap(([dimension, names]) =>
  Object.keys(names).map((name) => ({ dimension, name })),
);
const WORDS: readonly string[] = Object.values(DIMENSIONS).flatMap((names) => Object.values(names));
const bounded = (words: string) => `(?:${words})(?![a-z])`;
const groups = WORDS.map((words) => `(${bounded(words)})`).join('|');
const BEHIND = new RegExp(
  `^[\\s-]?(?:hundred|thousand|million|billion|[百千万亿多余]+)?[\\s-]?(?:${groups})`,
  'i',
);
const BEFORE = new RegExp(`(?:${groups})\\s?$`, 'i');
/** Dimension → its measures, wherever a text names them. */
const NAMED = new Map(
  Object.entries(DIMENSIONS).map(([dimension, names]) => [
    dimension,
    Object.entries(names).map(([name, words]) => ({
      name,
      pattern: new RegExp(`(?<![a-z])${bounded(words)}`, 'i'),
    })),
  ]),
);

/** The measure that a number is given in, by what stands around it. */
export function measureOf(before: string, behind: string): Measure | undefined {
  const found =
    BEHIND.exec(behind) ?? (/[$€£¥￥民]\s?$|[BDR]\s?$/.test(before) ? BEFORE.exec(before) : undefined);
  const k = found?.slice(1).findIndex((group) => group !== undefined) ?? -1;
  return k < 0 ? undefined : MEASURES[k];
}

/** Whether a text names another measure of the dimension and not this one, so that it has converted the number. */
export function converts(text: string, { dimension, name }: Measure): boolean {
  const named = NAMED.get(dimension)!.filter(({ pattern }) => pattern.test(text));
  return named.length > 0 && named.every((other) => other.name !== name);
}

/** Whether two numbers can't be the same in two measures: they have one measure, or one has none, or they are of two kinds. */
export function areComparable(x: Measure | undefined, y: Measure | undefined): boolean {
  return !x || !y || x.dimension !== y.dimension || x.name === y.name;
}
export type { Measure };
