import { exists } from '../batch/files.ts';
import { type Alignment, RELATIONS, size } from '../model.ts';
import { printable } from './terminal.ts';
import type { Target } from './unit-output.ts';
import type { WrittenMemory } from './writing.ts';

/** More alignments than this are told by their number. */
const FEW = 6;

/**
 * What the parts are to each other, a line on all beads, and one on what each format for translators left out and why.
 */
export function summaryOf(
  alignments: readonly Alignment[],
  written: readonly WrittenMemory[],
  scores: Scores,
): string {
  const beads = alignments.flatMap((alignment) => alignment.beads);
  const zhOnly = beads.filter(({ en }) => size(en) === 0).length;
  const enOnly = beads.filter(({ zh }) => size(zh) === 0).length;
  const paired = beads.length - zhOnly - enOnly;
  return [
    ...relationsOf(alignments),
    `${counted(beads.length, 'bead')}: ${paired} paired, ${zhOnly} only Chinese, ${enOnly} only English.`,
    ...memoriesOf(
      written.filter(({ target }) => !target.format.holdsEveryBead),
      scores,
    ),
  ].join('\n');
}

/** Below which scores units are left out, or go to a memory of their own. */
export interface Scores {
  readonly minScore: number;
  readonly penalty?: { readonly below: number; readonly target?: Target } | undefined;
}

/** A line for each file that an earlier run has left behind: it was split into more parts than this one. */
export async function leftFromEarlier(written: readonly WrittenMemory[]): Promise<string[]> {
  const next = written.flatMap(({ target, parts, isSplit }) => (isSplit ? target.files(parts + 1) : []));
  const there = await Promise.all(next.map(async (path) => ((await exists(path)) ? path : undefined)));
  return there
    .filter((path) => path !== undefined)
    .map(
      (path) =>
        `${printable(path)} is of an earlier run, and those after it: they are not part of this memory.`,
    );
}

/** A line for each format: how many units were written, and what was left out and why. */
export function memoriesOf(written: readonly WrittenMemory[], scores: Scores): string[] {
  const isDoubtful = ({ target }: WrittenMemory) => target === scores.penalty?.target;
  const formats = new Set(written.filter((one) => !isDoubtful(one)).map(({ target }) => target.format));
  return [
    ...Array.from(formats, (format) => {
      const ofFormat = written.filter((one) => one.target.format === format && !isDoubtful(one));
      return `${format.endings[0]}: ${contentsOf(ofFormat, scores)}`;
    }),
    ...written
      .filter(isDoubtful)
      .map((one) => `${printable(one.target.path ?? '')}: ${contentsOf([one], scores)}`),
  ];
}

function relationsOf(alignments: readonly Alignment[]): string[] {
  if (alignments.length > FEW) {
    const counts = RELATIONS.map((relation) => ({
      relation,
      count: alignments.filter(({ kinship }) => kinship.relation === relation).length,
    }));
    const told = counts.filter(({ count }) => count > 0).map(({ relation, count }) => `${count} ${relation}`);
    return [`${alignments.length} pairs of texts: ${told.join(', ')}.`];
  }
  return alignments.map(({ zh, en, kinship }) => {
    const name =
      alignments.length > 1 ? `${printable(zh.file)}#${zh.id} and ${printable(en.file)}#${en.id}: ` : '';
    const percent = (share: number) => `${Math.round(100 * share)} %`;
    return `${name}${capitalised(kinship.relation)}; ${percent(kinship.zhPaired)} of the Chinese and ${percent(kinship.enPaired)} of the English have a counterpart.`;
  });
}

const capitalised = (text: string) => text[0]!.toUpperCase() + text.slice(1);

function contentsOf(reports: readonly WrittenMemory[], { minScore, penalty }: Scores): string {
  const sum = (key: Exclude<keyof WrittenMemory, 'target' | 'isSplit'>) =>
    reports.reduce((total, report) => total + report[key], 0);
  const leftOut = [
    [sum('zhOnly') + sum('enOnly'), 'of one language only'],
    [sum('belowMinScore'), `scored below ${minScore}`],
    [sum('doubtful'), `scored below ${penalty?.below} in ${printable(penalty?.target?.path ?? '')}`],
    [sum('noise'), 'with a byline, a button or the like on one side'],
    [sum('blank'), 'without text'],
  ] as const;
  const reasons = leftOut.filter(([count]) => count > 0).map(([count, reason]) => `${count} ${reason}`);
  const dropped = sum('droppedCharacters');
  const parts = sum('parts') > reports.length ? ` in ${counted(sum('parts'), 'file')}` : '';
  return [
    `${counted(sum('written'), 'unit')} written${parts}`,
    reasons.length > 0 ? `; left out: ${reasons.join(', ')}` : '',
    dropped > 0 ? `; ${counted(dropped, 'forbidden character')} dropped` : '',
    '.',
  ].join('');
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
