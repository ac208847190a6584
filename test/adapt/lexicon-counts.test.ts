import { describe, expect, test } from 'vitest';
import { type LexiconCounts, lexiconCounts } from '../../src/adapt/lexicon-counts.ts';
import { readEvidence } from '../../src/evidence/evidence.ts';
import { flatBeads } from '../../src/search/flat-beads.ts';
import type { Found } from '../../src/search/search.ts';
import { partOf } from '../evidence/sides.ts';

// 呜噜 is no word of any dictionary, nor is `snork`.
const ZH = ['呜噜在吃鱼。', '他看见呜噜。', '呜噜跑了。', '她喜欢呜噜。', '呜噜很大。', '他在吃米饭。'];
const EN = [
  'The snork was eating fish.',
  'He saw the snork.',
  'The snork ran.',
  'She liked the snork.',
  'The snork was big.',
  'He was eating rice.',
];

function oneToOne(count: number, confidence = 1): Found {
  const beads = Array.from({ length: count }, (_, k) => {
    const run = { start: k, end: k + 1 };
    return { zh: run, en: run };
  });
  const probabilities = beads.map(() => confidence);
  return {
    beads,
    probabilities,
    contenders: flatBeads(beads),
    chances: Float64Array.from(probabilities),
  };
}

/** What one document teaches, its sentences paired one to one. */
function countsOf(zh: readonly string[], en: readonly string[], confidence = 1): LexiconCounts {
  const evidence = readEvidence([{ zh: partOf('zh', zh), en: partOf('en', en) }]);
  return lexiconCounts(evidence, [oneToOne(zh.length, confidence)]);
}

const pairOf = ({ pairs }: LexiconCounts, zh: string, en: string) =>
  pairs.find((pair) => pair.zh === zh && pair.en === en);

describe('counts of what documents have taught', () => {
  const counts = countsOf(ZH, EN);

  test('expect a new word beside its translation more often than beside all others', () => {
    const snork = pairOf(counts, '呜噜', 'snork')!;
    for (const { zh, en, zhToEn, enToZh } of counts.pairs) {
      if (zh === '呜噜') expect(zhToEn).toBeLessThanOrEqual(snork.zhToEn);
      if (en === 'snork') expect(enToZh).toBeLessThanOrEqual(snork.enToZh);
    }
    expect(snork.zhToEn).toBeGreaterThan(2);
    expect(snork.enToZh).toBeGreaterThan(2);
    expect(Math.max(snork.zhToEn, snork.enToZh)).toBeLessThanOrEqual(5);
    expect(snork.beads).toBe(5);
  });

  test('have totals that hold the pairs that are left out too', () => {
    const sum = (direction: 'zhToEn' | 'enToZh', isWanted: (pair: { zh: string; en: string }) => boolean) =>
      counts.pairs.filter(isWanted).reduce((total, pair) => total + pair[direction], 0);
    for (const [zh, total] of counts.zhTotals) {
      expect(total + 1e-9).toBeGreaterThanOrEqual(sum('zhToEn', (pair) => pair.zh === zh));
    }
    for (const [en, total] of counts.enTotals) {
      expect(total + 1e-9).toBeGreaterThanOrEqual(sum('enToZh', (pair) => pair.en === en));
    }
    const all = [...counts.zhTotals.values()].reduce((total, one) => total + one, 0);
    expect(all).toBeGreaterThan(sum('zhToEn', () => true));
    // Each English word was made once, by a Chinese word or by chance.
    expect(all).toBeLessThan(EN.join(' ').split(' ').length);
  });

  test('list no pair that is hardly expected, in order of first appearance', () => {
    for (const pair of counts.pairs) expect(Math.max(pair.zhToEn, pair.enToZh)).toBeGreaterThanOrEqual(0.05);
    expect(pairOf(counts, '鱼', 'fish')).toBeDefined();
    const place = (zh: string, en: string) =>
      counts.pairs.findIndex((pair) => pair.zh === zh && pair.en === en);
    expect(place('呜噜', 'snork')).toBeLessThan(place('鱼', 'fish'));
    expect(place('鱼', 'fish')).toBeLessThan(place('米饭', 'rice'));
  });

  test('take a bead that repeats another for no further support', () => {
    const twice = countsOf([...ZH, ZH[0]!, ZH[0]!], [...EN, EN[0]!, EN[0]!]);
    expect(pairOf(twice, '呜噜', 'snork')!.beads).toBe(5);
    expect(pairOf(twice, '呜噜', 'snork')!.zhToEn).toBeGreaterThan(
      pairOf(counts, '呜噜', 'snork')!.zhToEn + 1,
    );
  });

  test('add up over documents', () => {
    const parts = (from: number, to: number) => ({
      zh: partOf('zh', ZH.slice(from, to)),
      en: partOf('en', EN.slice(from, to)),
    });
    const evidence = readEvidence([parts(0, 3), parts(3, 6)]);
    const both = lexiconCounts(evidence, [oneToOne(3), oneToOne(3)]);
    expect(both.pairs).toHaveLength(counts.pairs.length);
    for (const pair of both.pairs) {
      expect(pair.zhToEn).toBeCloseTo(pairOf(counts, pair.zh, pair.en)!.zhToEn, 9);
      expect(pair.beads).toBe(pairOf(counts, pair.zh, pair.en)!.beads);
    }
  });

  test('are small where beads are hardly believed, and none where they are not', () => {
    const doubted = pairOf(countsOf(ZH, EN, 0.5), '呜噜', 'snork')!;
    expect(doubted.zhToEn).toBeLessThan(pairOf(counts, '呜噜', 'snork')!.zhToEn);
    expect(countsOf(ZH, EN, 0)).toEqual({ pairs: [], zhTotals: new Map(), enTotals: new Map() });
  });

  test('are the same each time', () => {
    expect(countsOf(ZH, EN)).toEqual(counts);
  });
});
