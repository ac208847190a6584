import type { AlignedBead, Alignment, Part, Run } from '../model.ts';
import { shape } from '../model.ts';
import { labelled, labelledList, printable } from './terminal.ts';

/** Columns of the labels on the left. */
const LABELS = 13;

/** Why each bead of an alignment was made, for a terminal of 80 columns. */
export function explainAlignment({ zh, en, beads }: Alignment): string {
  const heading = printable(`${zh.file}#${zh.id} with ${en.file}#${en.id}`);
  return [heading, ...beads.map((bead, i) => explainBead(bead, i, zh, en))].join('\n\n').concat('\n');
}

function explainBead(bead: AlignedBead, number: number, zh: Part, en: Part): string {
  const { anchors, explanation } = bead;
  const matches = explanation?.words ?? [];
  const weights = Object.entries(explanation?.weights ?? {});
  const lines = [
    `Bead ${number}   ${shape(bead)}   score ${bead.score.toFixed(2)}   parallel ${bead.parallel.toFixed(2)}`,
    ...sentenceLines(bead.zh, zh),
    ...sentenceLines(bead.en, en),
    listed(
      'anchors',
      anchors.map(({ kind, zh, en }) => `${zh} = ${en} (${kind})`),
    ),
    listed(
      'words',
      matches.map(({ zh, en, probability }) => `${zh} = ${en} ${probability.toFixed(2)}`),
    ),
    listed(
      'weights',
      weights.map(([name, weight]) => `${name} ${signed(weight)}`),
    ),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function sentenceLines(run: Run, part: Part): string[] {
  return part.sentences
    .slice(run.start, run.end)
    .map(({ text }, i) =>
      labelled(`  ${part.language} ${run.start + i}`, printable(text.replaceAll(/\s+/g, ' ')), LABELS),
    );
}

const listed = (label: string, entries: readonly string[]) =>
  entries.length === 0 ? '' : labelledList(`  ${label}`, entries.map(printable), LABELS);

const signed = (weight: number) => (weight > -0.005 ? '+' : '-') + Math.abs(weight).toFixed(2);
