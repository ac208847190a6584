import { expect, test } from 'vitest';
import { pairFolders } from '../../src/cli/folders.ts';
import { stemOf } from '../../src/cli/stem.ts';
import { folderWith } from './command-line.ts';

test.each([
  ['a.txt', 'a'],
  ['a.zh.txt', 'a'],
  ['a.zh-CN.txt', 'a'],
  ['a_en_US.md', 'a'],
  ['a-zh-Hant-TW.html', 'a'],
  ['a.en', 'a'],
  ['part1/a.EN.txt', 'part1/a'],
  ['chapter.1.txt', 'chapter.1'],
  ['amazen.txt', 'amazen'],
  ['zh.txt', 'zh'],
  ['README', 'README'],
])('the stem of %s is %s', (file, stem) => {
  expect(stemOf(file)).toBe(stem);
});

test('files are paired by their stems, in the folders within too, and in a fixed order', async () => {
  const at = folderWith({
    'zh/b.zh.txt': '',
    'zh/a.md': '',
    'zh/deep/c.txt': '',
    'zh/.hidden.txt': '',
    'en/a.txt': '',
    'en/b.en-GB.txt': '',
    'en/deep/c.txt': '',
  });
  const { pairs, unpaired } = await pairFolders(at('zh'), at('en'));
  expect(pairs.map(({ stem }) => stem)).toEqual(['a', 'b', 'deep/c']);
  expect(pairs[1]).toEqual({ stem: 'b', a: at('zh/b.zh.txt'), b: at('en/b.en-GB.txt') });
  expect(unpaired).toEqual([]);
});

test('a file without a partner, and one with two, are told', async () => {
  const at = folderWith({ 'zh/a.txt': '', 'zh/b.txt': '', 'en/b.txt': '', 'en/b.md': '', 'en/c.txt': '' });
  const { pairs, unpaired } = await pairFolders(at('zh'), at('en'));
  expect(pairs).toEqual([]);
  expect(unpaired).toHaveLength(3);
  expect(unpaired[0]).toContain(`${at('zh/a.txt')}: no partner named a in ${at('en')}.`);
  expect(unpaired[1]).toContain('it is not clear which of them belong together.');
  expect(unpaired[2]).toContain(`${at('en/c.txt')}: no partner named c in ${at('zh')}.`);
});
