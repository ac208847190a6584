import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import {
  FEATURES,
  type Feature,
  type SurfaceEvidence,
  surfaceFeaturesOf,
} from '../../src/evidence/features.ts';
import { surfaceOf } from '../../src/evidence/stretch.ts';
import { HOPELESS, SurfaceWeight } from '../../src/evidence/surface-weight.ts';
import { LONGEST } from '../../src/model.ts';
import { readGold } from '../train/gold.ts';

let surface: SurfaceEvidence;

beforeAll(() => {
  const { evidence } = readGold(fileURLToPath(new URL('../../corpus/news', import.meta.url)));
  surface = surfaceOf(evidence.pairs[0]!, { zhOmission: 0.3, enOmission: -0.2, merging: 0.7 });
}, 60_000);

const weights = fc
  .array(fc.double({ min: -3, max: 3, noNaN: true }), {
    minLength: FEATURES.length,
    maxLength: FEATURES.length,
  })
  .map(
    (values) => Object.fromEntries(FEATURES.map((name, k) => [name, values[k]!])) as Record<Feature, number>,
  );

test('it is the sum of the features by their weights, but for large beads of sides that differ in length', () => {
  const zhCount = surface.zh.words.length;
  const enCount = surface.en.words.length;
  const out = new Float64Array(FEATURES.length);
  fc.assert(
    fc.property(weights, fc.nat(zhCount - LONGEST.zh), fc.nat(enCount - LONGEST.en), (table, zh, en) => {
      const weight = new SurfaceWeight(surface, table);
      const byFeatures = (a: number, b: number) => {
        surfaceFeaturesOf(surface, zh, a, en, b, out);
        return FEATURES.reduce((sum, name, k) => sum + table[name] * out[k]!, 0);
      };
      expect(weight.ofZhOmission(zh)).toBeCloseTo(byFeatures(1, 0), 8);
      expect(weight.ofEnOmission(en)).toBeCloseTo(byFeatures(0, 1), 8);
      for (let a = 1; a <= LONGEST.zh; a++) {
        for (let b = 1; b <= LONGEST.en; b++) {
          const own = weight.of(zh, a, en, b);
          const expected = byFeatures(a, b);
          if (own !== HOPELESS) expect(own).toBeCloseTo(expected, 8);
          else expect([a + b > 5, out[FEATURES.indexOf('length')]! < -1]).toEqual([true, true]);
        }
      }
    }),
    { numRuns: 100 },
  );
});
