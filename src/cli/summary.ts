import { type Alignment, RELATIONS, size } from '../model.ts';
import type { Format, WriteReport } from '../units/formats.ts';
import { printable } from './terminal.ts';

/** One written file. */
export interface Written {
  readonly format: Format;
  readonly report: WriteReport;
}

/** More alignments than this are told by their number. */
const FEW = 6;

/**
 * What the parts are to each other, a line on all beads, and one on what each format for translators left out and why.
 */
export function summaryOf(
  alignments: readonly Alignment[],
  written: readonly Written[],
  minScore: number,
): string {
  const beads = alignments.flatMap((alignment) => alignment.beads);
  const zhOnly = beads.filter(({ en }) => size(en) === 0).length;
  const enOnly = beads.filter(({ zh }) => size(zh) === 0).length;
  const paired = beads.length - zhOnly - enOnly;
  const lines = [
    ...relationsOf(alignments),
    `${counted(beads.length, 'bead')}: ${paired} paired, ${zhOnly} only Chinese, ${enOnly} only English.`,
  ];
  const selective = written.filter(({ format }) => !format.holdsEveryBead);
  for (const format of new Set(selective.map((one) => one.format))) {
    const reports = selective.filter((one) => one.format === format).map(({ report }) => report);
    lines.push(`${format.ending}: ${contentsOf(reports, minScore)}`);
  }
  return lines.join('\n');
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

function contentsOf(reports: readonly WriteReport[], minScore: number): string {
  const sum = (key: keyof WriteReport) => reports.reduce((total, report) => total + report[key], 0);
  const leftOut = [
    [sum('zhOnly') + sum('enOnly'), 'of one language only'],
    [sum('belowMinScore'), `scored below ${minScore}`],
    [sum('noise'), 'with a byline, a button or the like on one side'],
    [sum('blank'), 'without text'],
  ] as const;
  const reasons = leftOut.filter(([count]) => count > 0).map(([count, reason]) => `${count} ${reason}`);
  const dropped = sum('droppedCharacters');
  return [
    `${counted(sum('written'), 'unit')} written`,
    reasons.length > 0 ? `; left out: ${reasons.join(', ')}` : '',
    dropped > 0 ? `; ${counted(dropped, 'forbidden character')} dropped` : '',
    '.',
  ].join('');
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
