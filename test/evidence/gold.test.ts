import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { anchorsOf } from '../../src/evidence/anchors.ts';
import type { Run } from '../../src/model.ts';
import { readAlign } from '../../src/units/align.ts';
import { sidesOf } from './sides.ts';

const linesOf = (story: string, name: string) =>
  readFileSync(new URL(`../../corpus/${story}/gold/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');

const runOf = (ids: readonly number[]): Run =>
  ids.length ? { start: ids[0]!, end: ids.at(-1)! + 1 } : { start: 0, end: 0 };

/** How many of the anchors found, and how many of those of the gold, are right: the same texts in the same bead. */
function anchorQuality(story: string, locale: string): { precision: number; recall: number } {
  const sides = sidesOf(linesOf(story, `${locale}.txt`), linesOf(story, 'en.txt'));
  const beads = readAlign(linesOf(story, 'alignment.align').join('\n'), story);
  const found = beads.flatMap(({ zh, en }, bead) =>
    anchorsOf({ zh: runOf(zh), en: runOf(en) }, sides).map((anchor) => `${bead}\t${anchor.zh}\t${anchor.en}`),
  );
  const gold = linesOf(story, `anchors.${locale}.tsv`)
    .slice(1)
    .map((line) => line.replace(/^(\d+)\t[^\t]*/, '$1'));
  const left = [...gold];
  const right = found.filter((anchor) => {
    const at = left.indexOf(anchor);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return { precision: right.length / found.length, recall: right.length / gold.length };
}

// The floors lie a little under what was measured when they were last set.
test.each([
  ['news', 'zh-CN', 0.78, 0.69],
  ['news', 'zh-TW', 0.78, 0.69],
  ['fiction', 'zh-CN', 0.74, 0.46],
  ['fiction', 'zh-TW', 0.74, 0.46],
  ['administrative', 'zh-CN', 0.82, 0.73],
  ['administrative', 'zh-TW', 0.82, 0.73],
])(
  'anchors in the gold beads of %s, %s: precision at least %d, recall at least %d',
  (story, locale, least, leastFound) => {
    const { precision, recall } = anchorQuality(story, locale);
    expect(precision).toBeGreaterThanOrEqual(least);
    expect(recall).toBeGreaterThanOrEqual(leastFound);
  },
);
