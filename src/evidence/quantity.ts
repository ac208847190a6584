import type { AnchorKind } from '../model.ts';
import type { Needs } from './quantity-signs.ts';

/**
 * A number, date, time, percentage or amount found in a sentence: [start, end) in its text, and the values by
 * which it is compared, the same in both languages. A date has a value for each piece that it names, so that
 * 7月12日 and `July 12, 2023` share two of three; 三四十 has two, for it is 30 or 40.
 */
export interface Quantity {
  readonly kind: AnchorKind;
  readonly start: number;
  readonly end: number;
  readonly values: readonly string[];
  /** The numbers that it may stand for, both ends included: 10 to 19 for 十几, 20 to 29 for `more than twenty`. */
  readonly range?: readonly [low: number, high: number] | undefined;
  /** The currencies that an amount may be in; see currencies.ts. */
  readonly currencies?: readonly string[];
  /** [start, end) of the number alone in a measure: the 90 of 90分钟, the 3 of 3号. */
  readonly number?: readonly [start: number, end: number] | undefined;
  /** A word of time or measure that speaks for a translation but is no anchor: 去年, `half of`. */
  readonly isHint?: true;
}

/** What a finder tells of a quantity besides its place. */
export type Details = Pick<Quantity, 'values' | 'range' | 'currencies' | 'isHint'>;

/** Finds quantities of one kind in a text, in order; none in a text that lacks what it needs. */
export interface Finder {
  readonly find: (text: string) => Iterable<Quantity>;
  readonly needs: Needs;
}

/** The named groups of a match, and the whole of it as `all`. */
export type Groups = Readonly<Record<string, string | undefined>>;

type Values = readonly (string | undefined)[];
type FoundDetails = Omit<Details, 'values'> & { readonly values: Values };

/**
 * Finds by a pattern; `read` gives the values of a match, none when it is no such quantity after all. A pattern
 * with the flag `d` names the number alone by its group `n`.
 */
export function byPattern(
  kind: AnchorKind,
  pattern: RegExp,
  needs: Needs,
  read: (groups: Groups) => Values | FoundDetails,
): Finder {
  function* find(text: string): Iterable<Quantity> {
    for (const match of text.matchAll(pattern)) {
      const found = read({ ...match.groups, all: match[0] });
      const details = isDetails(found) ? found : { values: found };
      const values = details.values.filter((value) => value !== undefined);
      const number = match.indices?.groups?.n;
      const place = { start: match.index, end: match.index + match[0].length };
      if (values.length) yield { ...details, kind, ...place, values, number };
    }
  }
  return { find, needs };
}

function isDetails(found: Values | FoundDetails): found is FoundDetails {
  return !Array.isArray(found);
}

export const FIGURE = '0123456789';

/** What both languages write alike in figures. */
export const FIGURE_FINDERS: readonly Finder[] = [
  byPattern(
    'date',
    /(?<![\d.\-/])(?<y>[12]\d{3})(?<mark>[-/.])(?<m>\d{1,2})\k<mark>(?<d>\d{1,2})(?![\d\-/]|\.\d)/g,
    [[FIGURE, '-/.']],
    ({ y, m, d }) => dateValues(Number(y), Number(m), Number(d)),
  ),
  byPattern(
    'number',
    /(?<![\d/.])(?<part>\d{1,2})\/(?<whole>\d{1,3})(?![\d/]|\.\d)/g,
    [[FIGURE, '/']],
    ({ part, whole }) => (Number(part) < Number(whole) ? [`#${Number(part)}/${Number(whole)}`] : []),
  ),
  byPattern(
    'other',
    /(?<![\d\p{Script=Latin}.,-])(?:\+\d{1,3}[ -])?(?:\(\d{2,5}\) ?)?\d{2,4}(?:-\d{3,8}){1,3}(?![\d\p{Script=Latin}-]|[.,:]\d)/gu,
    [[FIGURE, '-']],
    ({ all = '' }) => [telephoneValue(all)],
  ),
];

/** 1939-1945 are years and 5000-6000 is a range of numbers. */
function telephoneValue(text: string): string | undefined {
  const groups = text.match(/\d+/g) ?? [];
  const digits = groups.join('');
  const [first = '', second = ''] = groups;
  const isRange =
    groups.length === 2 &&
    Number(first) < Number(second) &&
    [/0$/, /^(?:1\d|20)\d\d$/].some((form) => groups.every((group) => form.test(group)));
  return digits.length < 7 || isRange ? undefined : `n${digits}`;
}

/** `#5` a number, `%5` a percentage, `o5` an ordinal, `m5` a month, `d5` a day, `w5` a weekday, `x5` seconds. */
export function numberValue(
  n: number | undefined,
  mark: '#' | '%' | 'o' | 'm' | 'd' | 'w' | 'x' | '~' = '#',
): string | undefined {
  return n === undefined || !Number.isFinite(n) ? undefined : `${mark}${n}`;
}

/** A year alone, a month, a day, or what of them there is. */
export function dateValues(year?: number, month = NaN, day = NaN): (string | undefined)[] {
  return [
    numberValue(year),
    month <= 12 ? numberValue(month, 'm') : undefined,
    day <= 31 ? numberValue(day, 'd') : undefined,
  ];
}

/** Clock times are compared on the twelve hours of the dial: one side may say `p.m.`, the other 晚间 or 21时. */
export function timeValue(hour: number | undefined, minute = 0): string | undefined {
  return hour === undefined || hour > 24 || minute > 59 ? undefined : `t${hour % 12}:${minute}`;
}

/** `#1/3` a third. */
export function fractionValue(part: number | undefined, whole: number | undefined): string | undefined {
  return part === undefined || whole === undefined ? undefined : `#${part}/${whole}`;
}

/** `y-1` last year, `M+0` this month, `W+1` next week. */
export function relativeValue(unit: 'y' | 'M' | 'W', shift: number): string {
  return `${unit}${shift < 0 ? '' : '+'}${shift}`;
}

/** The numbers of 二十多 and `more than twenty`: up to the next that is as round; undefined for 23, which is not. */
export function openRange(n: number | undefined, scale = 1): [low: number, high: number] | undefined {
  if (n === undefined || !Number.isInteger(n) || n < 10 || n % 10 > 0) return undefined;
  let step = 10;
  while (n % (step * 10) === 0) step *= 10;
  return [n * scale, (n + step) * scale - 1];
}
