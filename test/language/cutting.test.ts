import { beforeAll, expect, test } from 'vitest';
import { chineseWords } from '../../src/language/chinese.ts';
import { chineseWordsOf, startCutting } from '../../src/language/cutting.ts';

const TEXTS = [
  '她在北京买了书。',
  '',
  '王小明说联合国在开会',
  '，。😀',
  '用 Python 写了 3 行 ok',
  '坏\ud842的 𠮷野家',
];
const many = Array.from({ length: 2500 }, (_, k) => `${TEXTS[k % TEXTS.length]}${k}`);

let here: unknown[][];

beforeAll(async () => {
  here = Array.from(await chineseWordsOf(many));
});

test('without the thread the texts are cut here', () => {
  expect(here).toEqual(many.map(chineseWords));
});

test('the thread cuts as it is cut here', async () => {
  startCutting();
  const [none, first, all] = await Promise.all([[], TEXTS, many].map(chineseWordsOf));
  expect([...none!]).toEqual([]);
  expect([...first!]).toEqual(TEXTS.map(chineseWords));
  expect([...all!]).toEqual(here);
});
