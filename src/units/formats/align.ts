/** The `.align` format of Vecalign and Bertalign: one bead a line, `[0]:[0,1]`, Chinese first. */
import { DuiqiError } from '../../errors.ts';
import type { Alignment } from '../../model.ts';
import type { Format } from '../format.ts';
import { numberedLines } from '../lines.ts';
import { numbersIn } from '../unit.ts';

export const ALIGN: Format = {
  name: 'align',
  endings: ['.align'],
  holdsEveryBead: true,
  holdsAnchors: false,
  holdsSeveralAlignments: false,
  holdsSeveralLocales: true,
  open: () => ({
    add: ({ zhIds, enIds }) => {
      if (!zhIds || !enIds) throw withoutNumbers();
      return [lineOf({ zh: zhIds, en: enIds })];
    },
    end: () => [''],
    losses: { blank: 0, droppedCharacters: 0 },
  }),
};

/** At most 9 digits, so that each stays an exact number. */
const NUMBER_LIST = /^\[\s*(?:\d{1,9}\s*(?:,\s*\d{1,9}\s*)*)?\]/;

/** A bead as 0-based sentence numbers. Unlike runs they may have gaps, as hand-made beads have. */
export interface IdBead {
  readonly zh: readonly number[];
  readonly en: readonly number[];
}

export function idBeadsOf(alignment: Alignment): IdBead[] {
  return alignment.beads.map((bead) => ({ zh: numbersIn(bead.zh), en: numbersIn(bead.en) }));
}

/** One line a bead, each with its line end. */
export function* writeAlign(beads: Iterable<IdBead>): Generator<string> {
  for (const bead of beads) yield lineOf(bead);
}

function lineOf({ zh, en }: IdBead): string {
  return `[${zh.join(',')}]:[${en.join(',')}]\n`;
}

function withoutNumbers(): DuiqiError {
  const reason = 'a unit has no sentence numbers, and .align holds nothing else.';
  return new DuiqiError('usage', reason, {}, 'Choose another format, such as .jsonl.');
}

/**
 * The beads of an `.align` file, in its order. Spaces are allowed, blank lines are passed over, and what
 * follows a second colon, such as a cost, is ignored.
 *
 * @param text the whole file
 * @param file its name, for errors
 * @throws DuiqiError `format` where a line is no bead
 */
export function readAlign(text: string, file: string): IdBead[] {
  return Array.from(numberedLines(text), ({ number, line }) => readBead(line, number, file));
}

function readBead(line: string, number: number, file: string): IdBead {
  let at = 0;
  const take = (pattern: RegExp, expected: string): string => {
    at += /^\s*/.exec(line.slice(at))?.[0].length ?? 0;
    const taken = pattern.exec(line.slice(at))?.[0];
    if (taken === undefined) {
      const reason = `this is not a bead: ${expected} should stand here.`;
      const advice = 'Write one bead a line, such as [0]:[0,1], the Chinese sentence numbers first.';
      throw new DuiqiError('format', reason, { file, line: number, column: at + 1 }, advice);
    }
    at += taken.length;
    return taken;
  };
  const zh = take(NUMBER_LIST, 'a list of sentence numbers in brackets');
  take(/^:/, 'a colon');
  const en = take(NUMBER_LIST, 'a list of sentence numbers in brackets');
  take(/^(?::|$)/, 'a second colon or the end of the line');
  return { zh: numbersOf(zh), en: numbersOf(en) };
}

function numbersOf(list: string): number[] {
  return Array.from(list.matchAll(/\d+/g), ([digits]) => Number(digits));
}
