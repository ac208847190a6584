import { expect, test } from 'vitest';
import type { PairSides } from '../../src/evidence/evidence.ts';
import { sharedQuantities } from '../../src/evidence/quantity-anchors.ts';
import type { Anchor, Bead } from '../../src/model.ts';
import { compareWithGold, LOCALES, STORIES } from './gold-anchors.ts';

// The floors lie a little under what was measured when they were last set.
test.each([
  ['news', 'zh-CN', 0.97, 0.96],
  ['news', 'zh-TW', 0.97, 0.95],
  ['fiction', 'zh-CN', 0.96, 0.94],
  ['fiction', 'zh-TW', 0.96, 0.94],
  ['administrative', 'zh-CN', 0.96, 0.96],
  ['administrative', 'zh-TW', 0.96, 0.96],
])(
  'anchors in the gold beads of %s, %s: precision at least %d, recall at least %d',
  (story, locale, least, leastFound) => {
    const { right, wrong, missed } = compareWithGold(story, locale);
    expect(right.length / (right.length + wrong.length)).toBeGreaterThanOrEqual(least);
    expect(right.length / (right.length + missed.length)).toBeGreaterThanOrEqual(leastFound);
  },
);

/** What the quantities alone make of a bead, before names take some of them. */
function quantitiesOf({ zh, en }: Bead, sides: PairSides): Anchor[] {
  const zhReadings = sides.zh.readings.slice(zh.start, zh.end);
  const enReadings = sides.en.readings.slice(en.start, en.end);
  return zhReadings.flatMap((x) =>
    enReadings.flatMap((y) =>
      sharedQuantities(x, y).map((match) => ({
        kind: match.kind,
        zh: x.text.slice(...match.zh),
        en: y.text.slice(...match.en),
      })),
    ),
  );
}

const QUANTITIES = ['number', 'ordinal', 'date', 'time', 'percentage', 'amount'];

test.each(STORIES.flatMap((story) => LOCALES.map((locale) => [story, locale])))(
  'nearly every number, date, time and amount in the gold beads of %s, %s is found',
  (story, locale) => {
    const { right, missed } = compareWithGold(story!, locale!, quantitiesOf);
    const found = right.filter(({ gold }) => QUANTITIES.includes(gold.kind)).length;
    const left = missed.filter(({ kind }) => QUANTITIES.includes(kind)).length;
    expect(found / (found + left)).toBeGreaterThanOrEqual(0.99);
  },
);
