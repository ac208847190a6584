import type { AnchorKind } from '../model.ts';
import type { Quantity } from './quantity.ts';
import type { Reading } from './tokens.ts';

/** [start, end) in the text of a sentence. */
export type Place = readonly [start: number, end: number];

/** Two mentions that mean the same, where they stand in their sentences. */
export interface Match {
  readonly kind: AnchorKind;
  readonly zh: Place;
  readonly en: Place;
}

/** What has more is no sentence, and comparing all with all would take its square. */
const MOST_QUANTITIES = 200;
/** A unit may be left out on one side (`4100小时`, `4,100`), but small numbers agree by chance. */
const LEAST_WITHOUT_UNIT = 20;
/** A number above it without 第 may be an ordinal: 十五队, `the fifteenth team`. */
const LEAST_ORDINAL = 10;
/** From the telling piece of a date to those that the other side may leave out. */
const DATE_PIECES = ['w', 'd', 'm', '#', 'b', 'y', 'M', 'W'];

/** How well two quantities agree: a number in the range of 几十 is less than the same number. */
type Agreement = 'same' | 'inRange' | undefined;

/** The quantities that two sentences share; a mention may be in several matches. */
export function sharedQuantities(zh: Reading, en: Reading): Match[] {
  const pairs = zh.quantities.slice(0, MOST_QUANTITIES).flatMap((x) =>
    en.quantities.slice(0, MOST_QUANTITIES).flatMap((y) => {
      const agreement = x.isHint || y.isHint ? undefined : agreementOf(x, zh, y, en);
      return agreement ? [{ x, y, agreement }] : [];
    }),
  );
  const isSure = new Set(pairs.filter(({ agreement }) => agreement === 'same').flatMap(({ x, y }) => [x, y]));
  return pairs
    .filter(({ x, y, agreement }) => agreement === 'same' || !(isSure.has(x) || isSure.has(y)))
    .map(({ x, y }) => matchOf(x, y));
}

/** Of a measure and a number without its unit only the numbers are a match: 4100小时 and `4,100`. */
function matchOf(x: Quantity, y: Quantity): Match {
  const kind = x.kind === 'number' ? y.kind : x.kind;
  const zh: Place = [x.start, x.end];
  const en: Place = [y.start, y.end];
  if (x.kind !== 'number' && y.kind === 'number' && x.number) return { kind: 'number', zh: x.number, en };
  if (y.kind !== 'number' && x.kind === 'number' && y.number) return { kind: 'number', zh, en: y.number };
  return { kind, zh, en };
}

function agreementOf(x: Quantity, zh: Reading, y: Quantity, en: Reading): Agreement {
  if (x.kind === 'date' && y.kind === 'date') return datesAgree(x, y) ? 'same' : undefined;
  if (x.kind === 'date' || y.kind === 'date') return dateAndNumberAgree(x, zh, y, en) ? 'same' : undefined;
  if (x.kind === 'ordinal' || y.kind === 'ordinal') return ordinalsAgree(x, zh, y, en) ? 'same' : undefined;
  if (!sameCurrency(x, y)) return undefined;
  const seconds = [x, y].map((quantity) => valuesOf(quantity, 'x'));
  if (seconds.every((values) => values.length)) return share(seconds[0]!, seconds[1]!) ? 'same' : undefined;
  return mayLackUnit(x, y) ? numbersAgree(x, y) : undefined;
}

/** Whether a measure may go with a plain number, if one of the two is such. */
function mayLackUnit(x: Quantity, y: Quantity): boolean {
  const [measure, ...more] = [x, y].filter(({ kind }) => kind === 'amount' || kind === 'time');
  if (!measure || more.length || [x, y].every(({ kind }) => kind !== 'number')) return true;
  const isWeightOrMoney = measure.kind === 'amount' && measure.number;
  const isLarge = measure.values.some((value) => Number(value.replace(/^[#~]/, '')) > LEAST_WITHOUT_UNIT);
  return Boolean(isWeightOrMoney) || isLarge;
}

/** Numbers, percentages, clock times, telephone numbers: a value in common, or one in the range of the other. */
function numbersAgree(x: Quantity, y: Quantity): Agreement {
  if (share(x.values, y.values)) return 'same';
  return isWithin(x, rangeOf(y)) || isWithin(y, rangeOf(x)) ? 'inRange' : undefined;
}

function isWithin(quantity: Quantity, range: readonly [number, number] | undefined): boolean {
  return (
    range !== undefined &&
    valuesOf(quantity, '#').some(
      (value) => Number(value.slice(1)) >= range[0] && Number(value.slice(1)) <= range[1],
    )
  );
}

/** 几十 may be 20 to 99. */
function rangeOf({ range, values }: Quantity): readonly [number, number] | undefined {
  const sizes = values.filter((value) => value.startsWith('~')).map((value) => Number(value.slice(1)));
  return range ?? (sizes.length ? [2 * Math.min(...sizes), 10 * Math.max(...sizes) - 1] : undefined);
}

/** The finest piece must be the same and none may contradict: 12日 and `July 12`, but not 7月 and `July 12`. */
function datesAgree(x: Quantity, y: Quantity): boolean {
  const [finest, other] = [x, y].map((date) => DATE_PIECES.find((piece) => valuesOf(date, piece).length));
  return (
    finest === other &&
    [...DATE_PIECES, 'a'].every((piece) => !contradict(valuesOf(x, piece), valuesOf(y, piece)))
  );
}

function contradict(x: readonly string[], y: readonly string[]): boolean {
  return x.length > 0 && y.length > 0 && !share(x, y);
}

/** 1998年 and `1998`, but not 2000年 and `2,000`; 12日 and `the 12th`. */
function dateAndNumberAgree(x: Quantity, zh: Reading, y: Quantity, en: Reading): boolean {
  const [date, other] = x.kind === 'date' ? [x, y] : [y, x];
  const mention = other === x ? zh.key.slice(x.start, x.end) : en.text.slice(y.start, y.end);
  const isDay = date.values.length === 1 && date.values[0]!.startsWith('d');
  if (isDay && other.kind === 'ordinal')
    return other.values.some((value) => value.slice(1) === date.values[0]!.slice(1));
  const isYear = date.values.every((value) => /^(?:#|at:)/.test(value));
  return isYear && other.kind === 'number' && share(date.values, other.values) && !/[,\s万千]/.test(mention);
}

/** 第三 and `third`; 3号 and `No. 3`, or `Pier 3`, but not `three`; 3层 and `3rd Floor`, 十五队 and `fifteenth`. */
function ordinalsAgree(x: Quantity, zh: Reading, y: Quantity, en: Reading): boolean {
  if (x.kind === 'ordinal' && y.kind === 'ordinal') return share(x.values, y.values);
  if (x.kind === 'ordinal') return y.kind === 'number' && share(x.values, y.values) && isInName(y, en.text);
  if (x.kind !== 'number') return false;
  const isCounted = /^[层楼届版级期队班组团章节回集卷岁页行列]/.test(zh.key.slice(x.end, x.end + 1));
  const isOrdinal = valuesOf(x, '#').some((value) => {
    const n = Number(value.slice(1));
    return (isCounted || n > LEAST_ORDINAL) && y.values.includes(`o${n}`);
  });
  return isOrdinal || (/^\d+$/.test(zh.key.slice(x.start, x.end)) && share(x.values, y.values));
}

function isInName({ start, end }: Quantity, text: string): boolean {
  return (
    /^\d+$/.test(text.slice(start, end)) &&
    (/\p{Lu}\p{Ll}+\s$/u.test(text.slice(Math.max(0, start - 20), start)) ||
      /^\s\p{Lu}/u.test(text.slice(end, end + 2)))
  );
}

/** Only currencies that both sides name can contradict. */
function sameCurrency({ currencies: x = [] }: Quantity, { currencies: y = [] }: Quantity): boolean {
  return !contradict(x, y);
}

function valuesOf({ values }: Quantity, mark: string): string[] {
  return values.filter((value) => value.startsWith(mark));
}

function share(x: readonly string[], y: readonly string[]): boolean {
  return x.some((value) => y.includes(value));
}
