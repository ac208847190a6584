/**
 * Tab-separated values without a header: Chinese, English, score, and, where a unit has them, its source, licence and
 * address. Nothing is quoted. A review sheet that a spreadsheet saved under this ending is read as one.
 */
import { DuiqiError } from '../../errors.ts';
import type { Format } from '../format.ts';
import { type NumberedLine, numberedLines } from '../lines.ts';
import { linesOf } from '../source.ts';
import { roundScore, type UnitRead } from '../unit.ts';
import { isReviewHeader, readReview } from './review.ts';
import { onOneRow, scoreIn } from './rows.ts';

export const TSV: Format = {
  name: 'tsv',
  endings: ['.tsv'],
  holdsEveryBead: false,
  holdsAnchors: false,
  holdsSeveralAlignments: true,
  holdsSeveralLocales: false,
  open: () => ({
    add: (unit) => [rowOf(unit)],
    end: () => [''],
    losses: { blank: 0, droppedCharacters: 0 },
  }),
  async *read([source], options) {
    const { file } = source!;
    const first: NumberedLine[] = [];
    let order: Order | undefined;
    for await (const line of linesOf(source!)) {
      if (order) {
        yield readRow(line, order, file);
        continue;
      }
      if (first.length === 0 && isReviewHeader(line.line)) return yield* readReview(source!, options);
      first.push(line);
      if (first.length < LOOKED_AT) continue;
      order = orderOf(first);
      for (const one of first) yield readRow(one, order, file);
    }
    if (!order) for (const one of first) yield readRow(one, orderOf(first), file);
  },
};

/** Whether the Chinese stands before the English, as duiqi writes it. */
type Order = 'zh en' | 'en zh';

/** So many lines tell which column is Chinese. */
const LOOKED_AT = 100;
const HAN = /\p{Script=Han}/u;

/** One line a unit, each with its line end. Tabs and line breaks inside a text become spaces. */
export function* writeTsv(units: Iterable<UnitRead>): Generator<string> {
  for (const unit of units) yield rowOf(unit);
}

/**
 * The units of a file of two or more columns, in its order; blank lines are passed over. Files of other programs may
 * have the English first.
 *
 * @param text the whole file
 * @param file its name, for errors
 * @throws DuiqiError `format` where a line has no second column, or a third one that is no score
 */
export function readTsv(text: string, file: string): UnitRead[] {
  const lines = [...numberedLines(text)];
  const order = orderOf(lines.slice(0, LOOKED_AT));
  return lines.map((line) => readRow(line, order, file));
}

function rowOf({ zh, en, score, source, licence, url }: UnitRead): string {
  const texts = [zh, en, score === undefined ? '' : String(roundScore(score))];
  const origin = [source, licence, url];
  const columns = origin.every((one) => !one) ? texts : [...texts, ...origin.map((one) => one ?? '')];
  return `${columns.map(onOneRow).join('\t')}\n`;
}

function orderOf(lines: readonly NumberedLine[]): Order {
  const count = (column: number) =>
    lines.filter(({ line }) => HAN.test(line.split('\t')[column] ?? '')).length;
  return count(1) > count(0) ? 'en zh' : 'zh en';
}

function readRow({ number, line }: NumberedLine, order: Order, file: string): UnitRead {
  const [first = '', second, score = '', source, licence, url, ...more] = line.split('\t');
  const fail = (column: number, reason: string): never => {
    const advice = 'Each line holds the Chinese, the English and a score, with tabs between them.';
    throw new DuiqiError('format', reason, { file, line: number, column }, advice);
  };
  if (second === undefined) return fail(line.length + 1, 'the line ends before its second column.');
  if (more.length > 0) {
    return fail(
      line.length - more.join('\t').length + 1,
      'there are more columns than source, licence and address.',
    );
  }
  const place = { file, line: number, column: first.length + second.length + 3 };
  return {
    zh: order === 'zh en' ? first : second,
    en: order === 'zh en' ? second : first,
    ...(score !== '' && { score: scoreIn(score, place) }),
    ...(source && { source }),
    ...(licence && { licence }),
    ...(url && { url }),
  };
}
