import { expect, test } from 'vitest';
import { alignTogether } from '../src/align.ts';
import { countWords, LexiconSum, learnLexicon } from '../src/learn.ts';
import { partOf } from './evidence/sides.ts';

const pair = (zh: readonly string[], en: readonly string[]) => ({
  zh: partOf('zh', zh),
  en: partOf('en', en),
});
const PAIRS = [
  pair(
    ['渡轮在港口停了三天。', '船长没有下船。'],
    ['The ferry stayed in port for three days.', 'The captain did not go ashore.'],
  ),
  pair(
    ['渡轮回来了。', '孩子们在港口等着。'],
    ['The ferry has come back.', 'The children were waiting in port.'],
  ),
];

test('what several beads show is learnt, what one shows is not', async () => {
  const lexicon = await learnLexicon(PAIRS);
  const words = lexicon.pairs.map(({ zh, en }) => `${zh} ${en}`);
  expect(words).toContain('渡轮 ferri');
  expect(words).toContain('港口 port');
  expect(words.filter((one) => one.startsWith('船长'))).toEqual([]);
  expect(lexicon.pairs.every(({ beads }) => beads >= 2)).toBe(true);
  expect(words).toEqual(words.toSorted());
});

test('counts of documents on their own sum up, and the sum is a lexicon to align by', async () => {
  const sum = new LexiconSum();
  for (const one of PAIRS) sum.add(await countWords([one]));
  const lexicon = sum.lexicon();
  const ferry = lexicon.pairs.find(({ zh, en }) => zh === '渡轮' && en === 'ferri')!;
  expect(ferry.beads).toBe(2);
  expect(lexicon.zh.find(({ word }) => word === '渡轮')?.count).toBe(2);
  const alignments = await alignTogether(PAIRS, { lexicon, adapt: 'none' });
  expect(alignments.map(({ beads }) => beads.length)).toEqual([2, 2]);
});

test('with adapt pair a story is aligned as if it were alone', async () => {
  const [alone] = await alignTogether([PAIRS[1]!]);
  const [, beside] = await alignTogether(PAIRS, { adapt: 'pair' });
  expect(beside).toEqual(alone);
});
