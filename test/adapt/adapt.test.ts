import { describe, expect, test } from 'vitest';
import { adapt } from '../../src/adapt/adapt.ts';
import { type Evidence, readEvidence } from '../../src/evidence/evidence.ts';
import type { Bead } from '../../src/model.ts';
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

function foundAs(beads: readonly Bead[], confidence: number): Found {
  const probabilities = beads.map(() => confidence);
  return {
    beads,
    probabilities,
    contenders: flatBeads(beads),
    chances: Float64Array.from(probabilities),
  };
}

function oneToOne(confidence: number, count = ZH.length): Found {
  const runs = Array.from({ length: count }, (_, k) => ({ start: k, end: k + 1 }));
  return foundAs(
    runs.map((run) => ({ zh: run, en: run })),
    confidence,
  );
}

/** The number of a word by its key. */
function wordOf(evidence: Evidence, side: 'zh' | 'en', key: string): number {
  for (const pair of evidence.pairs) {
    for (const [i, { tokens }] of pair[side].readings.entries()) {
      const at = tokens.findIndex((token) => token.key === key);
      if (at >= 0) return pair[side].words[i]![at]!;
    }
  }
  throw new Error(`no ${key}`);
}

/** p(English word | Chinese word) and the reverse. */
function translation(
  evidence: Evidence,
  found: readonly Found[],
  zhKey: string,
  enKey: string,
): [number, number] {
  const { lexicon } = adapt(evidence, found);
  const [zh, en] = [wordOf(evidence, 'zh', zhKey), wordOf(evidence, 'en', enKey)];
  const [there, back] = [lexicon.zhToEn[zh]!, lexicon.enToZh[en]!];
  return [there.probabilities[there.ids.indexOf(en)] ?? 0, back.probabilities[back.ids.indexOf(zh)] ?? 0];
}

const evidence = readEvidence([{ zh: partOf('zh', ZH), en: partOf('en', EN) }]);

describe('a lexicon learnt from beads', () => {
  test('knows a new word, in both directions', () => {
    const [there, back] = translation(evidence, [oneToOne(1)], '呜噜', 'snork');
    expect(there).toBeGreaterThan(0.35);
    expect(back).toBeGreaterThan(0.35);
    expect(translation(evidence, [oneToOne(1)], '呜噜', 'rice')[0]).toBeLessThan(0.05);
  });

  test('is that of the dictionary when the beads are not believed', () => {
    expect(adapt(evidence, [oneToOne(0)]).lexicon).toEqual(evidence.lexicon);
  });

  test('is the same each time', () => {
    expect(adapt(evidence, [oneToOne(0.8)])).toEqual(adapt(evidence, [oneToOne(0.8)]));
  });

  test('knows from one document what another one needs', () => {
    const both = readEvidence([
      { zh: partOf('zh', ZH), en: partOf('en', EN) },
      { zh: partOf('zh', ['呜噜！']), en: partOf('en', ['A snork!']) },
    ]);
    const [there] = translation(both, [oneToOne(1), oneToOne(0, 1)], '呜噜', 'snork');
    expect(there).toBeGreaterThan(0.35);
  });

  test('has lessons and habits for each pair of parts', () => {
    const { lessons, habits } = adapt(evidence, [oneToOne(1)]);
    expect(lessons).toHaveLength(1);
    expect(habits).toHaveLength(1);
    expect(lessons[0]!.zhToEn.from.size).toBe(ZH.length);
    expect(lessons[0]!.enToZh.from.size).toBe(EN.length);
  });

  test('learns nothing from omissions', () => {
    const omissions = foundAs(
      [
        { zh: { start: 0, end: 1 }, en: { start: 0, end: 0 } },
        { zh: { start: 1, end: 1 }, en: { start: 0, end: 1 } },
      ],
      1,
    );
    expect(adapt(evidence, [omissions]).lexicon).toEqual(evidence.lexicon);
  });
});
