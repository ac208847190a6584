/**
 * How good the anchors are in the gold beads of the corpus: precision, recall and F1 of each kind, both Chinese
 * locales together. An anchor is right when the gold has its two texts in the same bead.
 * `npm run bench:anchors`; with `-- --errors` the missed and the wrong ones follow, with their sentences.
 */

import { ANCHOR_KINDS, type AnchorKind } from '../../src/model.ts';
import {
  type BeadAnchor,
  compareWithGold,
  type GoldComparison,
  LOCALES,
  STORIES,
} from '../evidence/gold-anchors.ts';
import { say } from './measure.ts';

const compared = STORIES.flatMap((story) =>
  LOCALES.map((locale) => ({ story, locale, comparison: compareWithGold(story, locale) })),
);

function pooled(story?: string, locale?: string): GoldComparison {
  const own = compared.filter((one) => (!story || one.story === story) && (!locale || one.locale === locale));
  return {
    right: own.flatMap(({ comparison }) => comparison.right),
    wrong: own.flatMap(({ comparison }) => comparison.wrong),
    missed: own.flatMap(({ comparison }) => comparison.missed),
  };
}

/** Precision counts by the kind that was found, recall by the kind of the gold. */
function quality({ right, wrong, missed }: GoldComparison, kind?: AnchorKind): string {
  const isKind = (anchor: BeadAnchor) => !kind || anchor.kind === kind;
  const share = (part: number, rest: number) => (part + rest ? part / (part + rest) : NaN);
  const precision = share(right.filter(({ found }) => isKind(found)).length, wrong.filter(isKind).length);
  const recall = share(right.filter(({ gold }) => isKind(gold)).length, missed.filter(isKind).length);
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : NaN;
  return [precision, recall, f1].map((x) => (Number.isNaN(x) ? '  –  ' : x.toFixed(3))).join(' ');
}

function row(name: string, cells: readonly string[]): void {
  say(`| ${[name.padEnd(12), ...cells.map((cell) => cell.padEnd(17))].join(' | ')} |`);
}

function rule(count: number): void {
  say(`|${['-'.repeat(14), ...Array<string>(count).fill('-'.repeat(19))].join('|')}|`);
}

const columns = [...STORIES.map((story) => pooled(story)), pooled()];
say('Precision, recall, F1');
row('kind', [...STORIES, 'pooled']);
rule(columns.length);
for (const kind of ANCHOR_KINDS) {
  row(
    kind,
    columns.map((column) => quality(column, kind)),
  );
}
row(
  'all',
  columns.map((column) => quality(column)),
);
for (const locale of LOCALES) {
  row(
    `all, ${locale}`,
    [...STORIES, undefined].map((story) => quality(pooled(story, locale))),
  );
}
const { right } = pooled();
const kindRight = right.filter(({ found, gold }) => found.kind === gold.kind);
say('');
say(
  `right anchors whose kind is right too: ${(kindRight.length / right.length).toFixed(3)} of ${right.length}`,
);

if (process.argv.includes('--errors')) {
  for (const { story, locale, comparison } of compared) {
    const faults = [
      ...comparison.missed.map((anchor) => ({ fault: 'missed', ...anchor })),
      ...comparison.wrong.map((anchor) => ({ fault: 'wrong', ...anchor })),
    ].sort((a, b) => a.bead - b.bead);
    say(`\n## ${story}, ${locale}`);
    faults.forEach(({ fault, bead, kind, zh, en, zhText, enText }, k) => {
      if (faults[k - 1]?.bead !== bead) say(`\n${bead}\n  ${zhText}\n  ${enText}`);
      say(`  - ${fault} ${kind}: ${zh} / ${en}`);
    });
  }
}
