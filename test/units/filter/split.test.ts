import { expect, test } from 'vitest';
import { withOrigin } from '../../../src/units/filter/origin.ts';
import { openSplit } from '../../../src/units/filter/split.ts';
import { unit } from '../sample.ts';

const SHARES = { dev: 0.1, test: 0.2 };
const inDocument = (name: string) => unit({ zhDoc: `${name}.zh.txt#zh1`, enDoc: `${name}.en.txt#en2` });
const { zhDoc: _, enDoc: __, ...LOOSE } = unit();

test('all units of a document are in one set, and the shares are met over many documents', () => {
  const set = openSplit(SHARES);
  const counts = { train: 0, dev: 0, test: 0 };
  for (let k = 0; k < 3_000; k++) {
    const first = set(inDocument(`story-${k}`));
    counts[first]++;
    expect(set({ ...inDocument(`story-${k}`), zhDoc: `story-${k}.zh.txt#zh3` })).toBe(first);
  }
  expect(counts.dev / 3_000).toBeCloseTo(0.1, 1);
  expect(counts.test / 3_000).toBeCloseTo(0.2, 1);
});

test('another run gives the same sets, another seed others', () => {
  const names = Array.from({ length: 100 }, (_one, k) => inDocument(`story-${k}`));
  const sets = (seed?: number) => names.map(openSplit(SHARES, seed));
  expect(sets()).toEqual(sets());
  expect(sets(1)).not.toEqual(sets());
});

test('units without a document are taken in blocks of neighbours, or by their page', () => {
  const set = openSplit({ dev: 0.3, test: 0.3 });
  const sets = Array.from({ length: 1_000 }, () => set(LOOSE));
  for (let block = 0; block < 10; block++)
    expect(new Set(sets.slice(100 * block, 100 * block + 100)).size).toBe(1);
  expect(new Set(sets).size).toBe(3);
  const page = { ...LOOSE, url: 'https://example.org/1' };
  const first = set(page);
  for (let k = 0; k < 200; k++) expect(set(page)).toBe(first);
});

test('an origin fills what is lacking and changes nothing else', () => {
  const known = unit({ licence: 'CC BY 4.0' });
  expect(withOrigin(known, { source: 'lanterns', licence: 'CC0', url: undefined })).toEqual({
    ...known,
    source: 'lanterns',
    licence: 'CC BY 4.0',
  });
  expect(withOrigin(known, {})).toEqual(known);
});
