import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { narrow, simplify } from '../../src/language/han.ts';
import { extractFor, NEIGHBOURS_SIZE, Neighbours } from '../../src/language/word-extract.ts';

const CORPUS = new URL('../../corpus/', import.meta.url);

function storyTexts(): string[] {
  const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /zh.*\.txt$/.test(file),
  );
  return files.flatMap((file) => narrow(simplify(readFileSync(new URL(file, CORPUS), 'utf8'))).split('\n'));
}

/** Of nodejieba's own user words, words that the model of characters finds, and what a dictionary hardly has. */
const RARE = [
  '区块链和云计算',
  '去了蓝翔',
  '韩玉鉴赏',
  '王小明和欧阳澍',
  '𠮷野家的坏\ud842字',
  'AT&T 的 c# 与B超',
  '。一。二',
];
const DRAWN = fc.sample(fc.stringMatching(/^[一-龥]{0,12}$/), { numRuns: 300, seed: 7 });

test('what the texts can hold of the dictionary cuts them as the whole dictionary does', async () => {
  vi.resetModules();
  const { loadFor, taggedWords } = await import('../../src/language/tagger.ts');
  const texts = [...storyTexts(), ...RARE, ...DRAWN];
  expect(texts.length).toBeGreaterThan(500);
  loadFor(texts);
  const byExtract = texts.map(taggedWords);
  taggedWords('another text asks for all of the dictionary: 龘');
  expect(texts.map(taggedWords)).toEqual(byExtract);
}, 60_000);

test('texts that come later are cut so too, whether they were foreseen or not', async () => {
  vi.resetModules();
  const { foresee, loadFor, taggedWords } = await import('../../src/language/tagger.ts');
  const texts = storyTexts();
  const memory = new SharedArrayBuffer(NEIGHBOURS_SIZE);
  foresee(memory);
  new Neighbours(texts.slice(100, 200), memory);
  loadFor(texts.slice(0, 100));
  const foreseen = texts.slice(0, 200).map(taggedWords);
  loadFor(texts.slice(200));
  const extended = texts.map(taggedWords);
  expect(extended.slice(0, 200)).toEqual(foreseen);
  taggedWords('another text asks for all of the dictionary: 龘');
  expect(texts.map(taggedWords)).toEqual(extended);
}, 60_000);

test('an extract keeps the frequencies of all words together, and the least of them', () => {
  const neighbours = new Neighbours(['他说他来了', '北京', 'é𠮷野家']);
  const extractOf = (dictionary: string) => extractFor(neighbours, Buffer.from(dictionary)).toString();
  expect(
    extractOf(
      '他 10 r\n来了 4 v\n了来 5 v\n北京 3 ns\n京 2 b\n上海 7 ns\n他说 1 v\n𠮷野 1 n\né 1 n\n𠮶 1 n\né野 1 n\n',
    ),
  ).toBe('他 10 r\n来了 4 v\n北京 3 ns\n京 2 b\n他说 1 v\n𠮷野 1 n\né 1 n\n。一 13 x\n。二 1 x\n');
  expect(extractOf('他 10 r')).toBe('他 10 r\n');
});

test('neighbours hold what is made of the same pairs, and nothing else', () => {
  const neighbours = new Neighbours(['甲乙丙', '丙丁']);
  const held = ['', '甲', '乙丙', '甲乙丙丁', ' 乙 甲  丙丁 '].filter((text) => neighbours.holds(text));
  expect(held).toEqual(['', '甲', '乙丙', '甲乙丙丁', ' 乙 甲  丙丁 ']);
  expect(['戊', '乙甲', '甲丙', '丁丙', '甲 戊'].filter((text) => neighbours.holds(text))).toEqual([]);
});

test('without room for a file the whole dictionary is loaded', async () => {
  vi.resetModules();
  vi.stubEnv('TMPDIR', '/nowhere/at/all');
  try {
    const { loadFor, taggedWords } = await import('../../src/language/tagger.ts');
    loadFor(['他来了']);
    expect(taggedWords('区块链').map(({ word }) => word)).toEqual(['区块链']);
  } finally {
    vi.unstubAllEnvs();
  }
}, 60_000);

test('where nodejieba has not been built, it is said how to build it', async () => {
  vi.resetModules();
  const missing = Object.assign(new Error('Cannot find module'), { code: 'MODULE_NOT_FOUND' });
  const require = () => {
    throw missing;
  };
  vi.doMock('node:module', () => ({ createRequire: () => Object.assign(require, { resolve: String }) }));
  try {
    const { startCutting } = await import('../../src/language/cutting.ts');
    expect(startCutting).toThrow(
      expect.objectContaining({ code: 'missing-file', advice: 'Run npm rebuild nodejieba.' }),
    );
  } finally {
    vi.doUnmock('node:module');
  }
});
