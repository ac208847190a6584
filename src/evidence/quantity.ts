import type { AnchorKind } from '../model.ts';

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
}

/** Finds quantities of one kind in a text, in order. */
export type Finder = (text: string) => Iterable<Quantity>;

/** The named groups of a match, and the whole of it as `all`. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** Finds by a pattern; `read` gives the values of a match, none when it is no such quantity after all. */
export function byPattern(
  kind: AnchorKind,
  pattern: RegExp,
  read: (groups: Groups) => readonly (string | undefined)[],
): Finder {
  return function* (text) {
    for (const match of text.matchAll(pattern)) {
      const values = read({ ...match.groups, all: match[0] }).filter((value) => value !== undefined);
      if (values.length) yield { kind, start: match.index, end: match.index + match[0].length, values };
    }
  };
}

/** `#5` a number, `%5` a percentage, `o5` an ordinal, `m5` a month, `d5` a day, `w5` a weekday. */
export function numberValue(
  n: number | undefined,
  mark: '#' | '%' | 'o' | 'm' | 'd' | 'w' = '#',
): string | undefined {
  return n === undefined || !Number.isFinite(n) ? undefined : `${mark}${n}`;
}

/** Clock times are compared on the twelve hours of the dial: one side may say `p.m.`, the other 晚间 or 21时. */
export function timeValue(hour: number | undefined, minute = 0): string | undefined {
  return hour === undefined || hour > 24 || minute > 59 ? undefined : `t${hour % 12}:${minute}`;
}

/** `#1/3` a third. */
export function fractionValue(part: number | undefined, whole: number | undefined): string | undefined {
  return part === undefined || whole === undefined ? undefined : `#${part}/${whole}`;
}
