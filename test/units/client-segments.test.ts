import { expect, test } from 'vitest';
import { ClientSegments } from '../../src/units/client-segments.ts';
import { TMX, toTmx } from '../../src/units/formats/tmx.ts';
import type { Unit } from '../../src/units/unit.ts';
import { unitsIn, WRITING } from './contract.ts';
import { unit } from './sample.ts';

/** Units one after the other, in the paragraphs that are named by their numbers. */
function story(...rows: readonly (readonly [zh: string, en: string, paragraph: number])[]): Unit[] {
  return rows.map(([zh, en, paragraph], i) =>
    unit({ zh, en, zhIds: [i], enIds: [i], zhParagraphs: [paragraph], enParagraphs: [paragraph] }),
  );
}

/** What a client gets beside the units themselves, in the order of a file. */
function derivedFrom(source: 'zh' | 'en', units: readonly Unit[]): [zh: string, en: string][] {
  const segments = new ClientSegments(source);
  const found = units.flatMap((one) => [...segments.before(one), ...segments.behind(one)]);
  return [...found, ...segments.end()].map(({ zh, en }) => [zh, en]);
}

const QUOTED = story(
  ['“走吧！”', '"Let\'s go!"', 0],
  ['她关上门。', 'She shut the door.', 0],
  ['天亮了。', 'Day broke.', 0],
);

test('sentences that a client leaves together are one unit more', () => {
  expect(derivedFrom('en', QUOTED)).toEqual([['“走吧！”她关上门。', '"Let\'s go!" She shut the door.']]);
  expect(derivedFrom('zh', QUOTED)).toEqual([['“走吧！”她关上门。', '"Let\'s go!" She shut the door.']]);
});

test('not across paragraphs, documents, a gap or where the source ends like a sentence', () => {
  const [first, second] = [QUOTED[0]!, QUOTED[1]!];
  const others = [
    { ...second, enParagraphs: [1] },
    { ...second, enDoc: 'c.txt#en1' },
    { ...second, enIds: [5] },
  ];
  for (const other of others) expect(derivedFrom('en', [first, other])).toEqual([]);
  expect(derivedFrom('en', [{ ...first, en: 'Let us go!' }, second])).toEqual([]);
  const { enParagraphs, ...unknown } = first;
  expect(enParagraphs).toEqual([0]);
  expect(derivedFrom('en', [unknown, second])).toEqual([]);
});

test('an item is one unit more without its number, where English is the source', () => {
  const items = story(['（一）船名；', '1. the name;', 0], ['2. 船长。', '2. The captain.', 1]);
  expect(derivedFrom('en', items)).toEqual([
    ['船名；', 'the name;'],
    ['船长。', 'The captain.'],
  ]);
  expect(derivedFrom('zh', items)).toEqual([]);
  expect(derivedFrom('en', story(['3.5公里。', '3.5 kilometers.', 0]))).toEqual([]);
});

test('a joined unit has the lowest score and the sentences of all, and reading a memory passes it over', async () => {
  const units = QUOTED.map((one, i) => ({ ...one, score: 0.9 - i / 10 }));
  const text = toTmx(units, WRITING);
  expect(text.match(/<tu /g)).toHaveLength(4);
  expect(text).toContain('<prop type="x-derived">joined</prop>');
  expect(text).toMatch(/x-score">0\.80<.*x-bead">2-2<.*x-zh-ids">0,1<.*x-derived/s);
  expect((await unitsIn(TMX, [text])).map(({ zh }) => zh)).toEqual(units.map(({ zh }) => zh));
});
