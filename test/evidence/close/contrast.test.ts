import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { contrastOf } from '../../../src/evidence/close/contrast.ts';
import type { Bead } from '../../../src/model.ts';
import { type GoldSet, readGold } from '../../train/gold.ts';

describe('the contrast of the words of a story', () => {
  let story: GoldSet;
  let pairs: Bead[];

  beforeAll(() => {
    story = readGold(fileURLToPath(new URL('../../../corpus/fiction', import.meta.url)));
    pairs = story.documents[0]!.beads.filter(({ zh, en }) => zh.end > zh.start && en.end > en.start);
  });

  const contrast = (beads: readonly Bead[]) => contrastOf(story.evidence, story.evidence.pairs[0]!, beads);

  test('is high where its beads are right', () => {
    expect(contrast(pairs)).toBeGreaterThan(1.9);
  });

  test('is about 1 where they pair sentences with others', () => {
    const wrong = pairs.map(({ zh }, k) => ({ zh, en: pairs[(k + 7) % pairs.length]!.en }));
    expect(contrast(wrong)).toBeGreaterThan(0.7);
    expect(contrast(wrong)).toBeLessThan(1.3);
  });

  test('cannot be told of one bead, or of none', () => {
    expect(contrast(pairs.slice(0, 1))).toBe(Infinity);
    expect(contrast([])).toBe(Infinity);
  });
});
