/** Links: pairs of sentences that the user says belong in one bead. */
import { DuiqiError } from '../errors.ts';
import type { Link } from '../model.ts';
import { linesOf } from './lines.ts';
import { decodeText } from './text.ts';

/** A link of a file, and which parts it is for where the file says so: `zh1`, `en1`. */
export interface NamedLink extends Link {
  readonly zhPart?: string;
  readonly enPart?: string;
  readonly file: string;
  readonly line: number;
}

const BETWEEN_FIELDS = /[\t,; \u00a0\u3000]+/;
const HEADER = /^[\p{L}_\s,;]+$/u;
const NUMBER = /^\d{1,9}$/;
const PART_NAMES = /^(zh[1-9]\d{0,8})[\t,; ]+(en[1-9]\d{0,8})[\t,; ]+/;
const BEAD = /^\[([\d, \t]*)\]\s*:\s*\[([\d, \t]*)\](?:\s*:.*)?$/;

/**
 * The links of a file, one a line: a Chinese and an English sentence number with a tab, comma or blank between
 * them, or a bead as `.align` files write it, `[0]:[0,1]`. The names of their parts may stand in front:
 * `zh1 en1 0 3`. Blank lines, a header, and lines that begin with `#` are passed over.
 *
 * @param bytes the file, UTF-8 with or without byte order mark
 * @param file its name as the user gave it
 * @throws DuiqiError `empty`, `binary`, `encoding`, or `format` where a line is no link
 */
export function readLinks(bytes: Uint8Array, file: string): NamedLink[] {
  const text = decodeText(bytes, file);
  const lines = linesOf(text)
    .map(({ start, end }, i) => ({ line: text.slice(start, end).trim(), number: i + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
  if (HEADER.test(lines[0]?.line ?? '')) lines.shift();
  if (lines.length > 0) return lines.flatMap(({ line, number }) => linksOfLine(line, number, file));
  throw new DuiqiError('empty', 'there is no link in this file.', { file }, 'Write one a line, such as 0 3.');
}

function linksOfLine(text: string, line: number, file: string): NamedLink[] {
  const [prefix = '', zhPart, enPart] = PART_NAMES.exec(text) ?? [];
  const parts = zhPart !== undefined && enPart !== undefined ? { zhPart, enPart } : {};
  const rest = text.slice(prefix.length);
  const [, zhIds, enIds] = BEAD.exec(rest) ?? [];
  if (zhIds !== undefined && enIds !== undefined) {
    const links = chained(numbersOf(zhIds, file, line), numbersOf(enIds, file, line));
    return links.map((link) => ({ ...link, ...parts, file, line }));
  }
  const [zh, en, more] = rest.split(BETWEEN_FIELDS);
  if (NUMBER.test(zh ?? '') && NUMBER.test(en ?? '') && more === undefined) {
    return [{ zh: Number(zh), en: Number(en), ...parts, file, line }];
  }
  const reason = 'this is not a link.';
  const advice = 'Write the numbers of a Chinese and of an English sentence, such as 0 3 or zh1 en1 0 3.';
  throw new DuiqiError('format', reason, { file, line, column: 1 }, advice);
}

/** @throws DuiqiError `format` for an empty list */
function numbersOf(list: string, file: string, line: number): number[] {
  const numbers = list.split(/[, \t]+/).filter((number) => number !== '');
  if (numbers.length > 0 && numbers.every((number) => NUMBER.test(number))) return numbers.map(Number);
  const reason = 'a link needs sentence numbers of both languages.';
  const advice = 'Leave out beads of one language only.';
  throw new DuiqiError('format', reason, { file, line, column: 1 }, advice);
}

/** Enough links to keep all sentences of a bead together, none of which cross. */
function chained(zhIds: readonly number[], enIds: readonly number[]): { zh: number; en: number }[] {
  const [zh, en] = [zhIds, enIds].map((ids) => [...ids].sort((a, b) => a - b)) as [number[], number[]];
  return [
    ...en.map((number) => ({ zh: zh[0]!, en: number })),
    ...zh.slice(1).map((number) => ({ zh: number, en: en.at(-1)! })),
  ];
}
