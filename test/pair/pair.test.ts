import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Part } from '../../src/model.ts';
import { type Pairing, pairParts } from '../../src/pair/pair.ts';
import { CLOCK_AGAIN, documentOf, REPORTS, STORIES, type Story } from './stories.ts';

const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));
const corpus = (language: 'zh' | 'en', name: string) =>
  documentOf(language, readFileSync(`${CORPUS}${name}`, 'utf8'));

const { clock, whale, tea, school } = STORIES;
const zh = (...stories: readonly Story[]) => stories.map((story) => documentOf('zh', story.zh));
const en = (...stories: readonly Story[]) => stories.map((story) => documentOf('en', story.en));
/** `0-1 translation` */
const briefly = (pairings: readonly Pairing[]) => pairings.map((one) => `${one.zh}-${one.en} ${one.kind}`);
const paired = async (chinese: readonly Part[], english: readonly Part[]) =>
  briefly(await pairParts(chinese, english));

describe('stories of eight lines', () => {
  test('find their translations, whatever the order', async () => {
    expect(await paired(zh(clock, whale, tea, school), en(tea, school, clock, whale))).toEqual([
      '0-2 translation',
      '1-3 translation',
      '2-0 translation',
      '3-1 translation',
    ]);
  });

  test('without a translation stand in no pairing, on either side', async () => {
    expect(await paired(zh(clock, whale, tea), en(school, tea, whale))).toEqual([
      '1-2 translation',
      '2-1 translation',
    ]);
  });

  test('that have nothing to do with each other are not paired, even when there are no others', async () => {
    expect(await paired(zh(clock), en(whale))).toEqual([]);
    expect(await paired(zh(tea), en(school))).toEqual([]);
  });

  test('pair when there are no others', async () => {
    expect(await paired(zh(school), en(school))).toEqual(['0-0 translation']);
  });

  test('find each of two translations', async () => {
    const english = [...en(whale, clock), documentOf('en', CLOCK_AGAIN)];
    const pairings = await pairParts(zh(clock, tea), english);
    expect(briefly(pairings).sort()).toEqual(['0-1 translation', '0-2 translation']);
  });

  test('share one translation when they are two versions of one story', async () => {
    expect(await paired(zh(clock, clock, whale), en(whale, clock))).toEqual([
      '0-1 translation',
      '1-1 translation',
      '2-0 translation',
    ]);
  });

  test('pair with half of a translation', async () => {
    const half = clock.en.split('\n').slice(0, 4).join('\n');
    expect(await paired(zh(whale, clock), [documentOf('en', half), ...en(tea)])).toEqual(['1-0 translation']);
  });
});

describe('reports of the same event', () => {
  test('are comparable, not translations, and strangers to stories', async () => {
    expect(await paired(zh(whale, REPORTS, tea), en(REPORTS, tea, whale))).toEqual([
      '0-2 translation',
      '1-0 comparable',
      '2-1 translation',
    ]);
  });
});

describe('anchors', () => {
  const shown = async (story: Story) => {
    const [pairing] = await pairParts(zh(story), en(story));
    return pairing!.anchors.map((anchor) => anchor.en);
  };

  test('are the names that both hold, each once, with the fullest form', async () => {
    const names = await shown(REPORTS);
    expect(names).toEqual(expect.arrayContaining(['Erik Solheim', 'Ouyang Xiaolan', 'He Lanting']));
    expect(names).not.toContain('Solheim');
    expect(new Set(names).size).toBe(names.length);
  });

  test('are days and numbers, but no small ones and no years', async () => {
    const told = {
      zh: '2019年7月12日，沈禾在钟楼下等人。\n他带了五只篮子，一共数了48只麻雀。\n第二天谁也没有来。',
      en: 'On July 12, 2019, Shen He waited under the clock tower.\nHe had five baskets with him and counted 48 sparrows.\nThe next day nobody came.',
    };
    expect((await shown(told)).sort()).toEqual(['48', 'July 12, 2019', 'Shen He']);
    expect(await shown(school)).toEqual(['eleven']);
  });

  test('are at most twelve', async () => {
    const lines = Array.from({ length: 14 }, (_, k) => ({
      zh: `第${k + 1}个房间里有${31 + 13 * k}把红色的椅子。`,
      en: `In room ${k + 1} there are ${31 + 13 * k} red chairs.`,
    }));
    const story = {
      zh: lines.map((line) => line.zh).join('\n'),
      en: lines.map((line) => line.en).join('\n'),
    };
    expect(await shown(story)).toHaveLength(12);
  });
});

describe('the corpus', () => {
  const folders = ['news', 'fiction', 'administrative'];
  const chinese = folders.flatMap((folder) =>
    ['zh-CN', 'zh-TW'].map((name) => corpus('zh', `${folder}/${name}.txt`)),
  );
  const english = folders.map((folder) => corpus('en', `${folder}/en.txt`));

  test('pairs both Chinese versions of each text with the English one', async () => {
    const pairings = await pairParts(chinese, english);
    const expected = [0, 1, 2, 3, 4, 5].map((number) => `${number}-${number >> 1} translation`);
    expect(briefly(pairings)).toEqual(expected);
    for (const { score } of pairings) expect(score).toBeGreaterThan(0.7);
    for (const { score } of pairings) expect(score).toBeLessThanOrEqual(1);
  });

  test('pairs nothing where the English of a text is gone', async () => {
    const pairings = await pairParts(chinese, [english[2]!, english[0]!]);
    expect(briefly(pairings)).toEqual(['0-1', '1-1', '4-0', '5-0'].map((pair) => `${pair} translation`));
  });
});

describe('a run', () => {
  test('without documents on a side pairs nothing', async () => {
    expect(await pairParts([], [])).toEqual([]);
    expect(await pairParts(zh(clock), [])).toEqual([]);
    expect(await pairParts([], en(clock))).toEqual([]);
  });

  test('takes documents without a word', async () => {
    const empty = documentOf('en', '');
    const dots = documentOf('zh', '……\n！');
    expect(await paired([dots, ...zh(clock)], [empty, ...en(clock)])).toEqual(['1-1 translation']);
  });

  test('gives the same twice', async () => {
    const run = () => pairParts(zh(clock, whale, REPORTS), en(REPORTS, whale, clock));
    expect(await run()).toEqual(await run());
  });

  test('tells how far it is, each step once, up to all of them', async () => {
    const told: string[] = [];
    await pairParts(zh(clock, tea), en(tea), { onProgress: (done, total) => told.push(`${done}/${total}`) });
    const total = told.length;
    expect(told).toEqual(told.map((_, k) => `${k + 1}/${total}`));
    expect(total).toBeGreaterThan(1);
  });

  test('believes a glossary: a name that no dictionary has is an anchor', async () => {
    const texts = {
      zh: [documentOf('zh', clock.zh.replaceAll('沈禾', '铜针怪'))],
      en: [documentOf('en', clock.en.replaceAll('Shen He', 'Tinkerwick'))],
    };
    const anchorsWith = async (glossary: readonly { zh: string; en: string }[]) =>
      (await pairParts(texts.zh, texts.en, { glossary }))[0]!.anchors.map(({ zh, en }) => `${zh} ${en}`);
    expect(await anchorsWith([{ zh: '铜针怪', en: 'Tinkerwick' }])).toContain('铜针怪 Tinkerwick');
    expect(await anchorsWith([])).not.toContain('铜针怪 Tinkerwick');
  });
});
