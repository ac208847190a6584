/** Tab-separated values without a header: Chinese, English, score. Nothing is quoted. */
import { DuiqiError } from '../errors.ts';
import { numberedLines } from './lines.ts';
import { roundScore, type Unit } from './unit.ts';

export interface TsvRow {
  readonly zh: string;
  readonly en: string;
  /** 0 to 1. */
  readonly score: number;
}

/** A tab, or anything that some program takes for the end of a line. */
const SEPARATOR = /\r\n|[\t\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/g;
const DECIMAL = /^(?:0|1|[01]\.\d{1,20})$/;

/** One line a unit, each with its line end. Tabs and line breaks inside a text become spaces. */
export function* writeTsv(units: Iterable<Pick<Unit, keyof TsvRow>>): Generator<string> {
  for (const { zh, en, score } of units) {
    yield `${zh.replace(SEPARATOR, ' ')}\t${en.replace(SEPARATOR, ' ')}\t${roundScore(score)}\n`;
  }
}

/**
 * The rows of a file that `writeTsv` wrote, in its order; blank lines are passed over.
 *
 * @param text the whole file
 * @param file its name, for errors
 * @throws DuiqiError `format` where a line has not three columns or its score is none
 */
export function readTsv(text: string, file: string): TsvRow[] {
  return Array.from(numberedLines(text), ({ number, line }) => {
    const [zh, en, score, ...more] = line.split('\t');
    const fail = (column: number, reason: string): never => {
      const advice = 'Each line holds the Chinese, the English and a score, with tabs between them.';
      throw new DuiqiError('format', reason, { file, line: number, column }, advice);
    };
    if (zh === undefined || en === undefined || score === undefined) {
      return fail(line.length + 1, 'the line ends before its third column.');
    }
    const scoreColumn = zh.length + en.length + 3;
    if (!DECIMAL.test(score) || Number(score) > 1) {
      return fail(scoreColumn, 'the third column is not a score from 0 to 1.');
    }
    if (more.length > 0) return fail(scoreColumn + score.length, 'there are more than three columns.');
    return { zh, en, score: Number(score) };
  });
}
