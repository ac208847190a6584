import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { duiqi, folderWith, recordsOf, textOf } from './command-line.ts';

const unit = (zh: string, en: string, more: object = {}) =>
  `${JSON.stringify({ zh, en, zhLang: 'zh-CN', enLang: 'en', ...more })}\n`;
const SOUND = unit('她提着三盏灯笼走下山来。', 'She came down the hill with three lanterns.');
const MEMORY =
  SOUND +
  unit('没有人说话。', '') +
  unit('风停了吗？', 'Was the wind gone?') +
  SOUND +
  unit('風停了嗎？', 'was the wind gone', { zhLang: 'zh-TW' }) +
  unit('共有35人。', 'There were 53 of them.') +
  unit('\u001b[31m没有人说话。', 'Nobody\u001b[0m spoke.');

test('what stays is written, and standard error says how much was dropped', async () => {
  const at = folderWith({ 'a.jsonl': MEMORY });
  const { code, stdout, stderr } = await duiqi('filter', at('a.jsonl'), '-o', at('out.jsonl'));
  expect(code).toBe(0);
  expect(stdout).toBe('');
  expect(recordsOf(textOf(at('out.jsonl'))).map(({ zh }) => zh)).toEqual([
    '她提着三盏灯笼走下山来。',
    '风停了吗？',
  ]);
  expect(stderr).toBe(`${at('out.jsonl')}: 2 units written.\n7 units read, 2 kept, 5 dropped.\n`);
});

test('without -o the units are printed as JSONL', async () => {
  const at = folderWith({ 'a.jsonl': SOUND });
  const { stdout } = await duiqi('filter', at('a.jsonl'));
  expect(recordsOf(stdout)).toMatchObject([{ zh: '她提着三盏灯笼走下山来。' }]);
});

test('the report has a line for each rule that is on', async () => {
  const at = folderWith({ 'a.jsonl': MEMORY });
  const { stderr } = await duiqi(
    'filter',
    at('a.jsonl'),
    '-o',
    at('out.tmx'),
    '--report',
    '--without',
    'too-long,numbers',
  );
  expect(stderr).toMatch(/^rule +units +share$/m);
  expect(stderr).toMatch(/^one-sided +1 +14\.29 %$/m);
  expect(stderr).toMatch(/^near-duplicate +1 +14\.29 %$/m);
  expect(stderr).not.toMatch(/^numbers/m);
  expect(stderr).toMatch(/^kept +3 +42\.86 %$/m);
});

test('rules can be chosen alone', async () => {
  const at = folderWith({ 'a.jsonl': MEMORY });
  const { stdout } = await duiqi('filter', at('a.jsonl'), '--only', 'duplicate', '--only', 'numbers');
  expect(recordsOf(stdout)).toHaveLength(5);
});

test('a dry run writes nothing and shows samples that can not steer a terminal', async () => {
  const at = folderWith({ 'a.jsonl': MEMORY });
  const { code, stdout, stderr } = await duiqi('filter', at('a.jsonl'), '-o', at('out.jsonl'), '--dry-run');
  expect(code).toBe(0);
  expect(existsSync(at('out.jsonl'))).toBe(false);
  expect(stdout).toContain(
    'numbers: 1 unit with a number on one side that the other lacks\n  zh 共有35人。\n  en There were 53 of them.\n',
  );
  expect(stdout).toContain('Nobody\\u001b[0m spoke.');
  expect(stdout).not.toContain('\u001b');
  expect(stderr).toContain('7 units read, 2 would stay, 5 dropped.');
});

test('thresholds can be others', async () => {
  const at = folderWith({ 'a.jsonl': SOUND + unit('她笑了。', 'She smiled.') });
  const { stdout } = await duiqi('filter', at('a.jsonl'), '--min-words', '3');
  expect(recordsOf(stdout)).toHaveLength(1);
});

test('what stands in test sets is dropped, be they memories or lines of text', async () => {
  const at = folderWith({
    'a.jsonl':
      SOUND +
      unit('风停了吗，没有人说话。', 'Was the wind gone? Nobody spoke.') +
      unit('她笑了。', 'She smiled.'),
    'test.txt': '風停了嗎，沒有人說話\n',
    'test.tsv': '灯笼\tShe came down the hill with three lanterns!\n',
  });
  const { stdout, stderr } = await duiqi(
    'filter',
    at('a.jsonl'),
    '--test-set',
    at('test.txt'),
    '--test-set',
    at('test.tsv'),
    '--report',
  );
  expect(recordsOf(stdout).map(({ en }) => en)).toEqual(['She smiled.']);
  expect(stderr).toMatch(/^overlap +2/m);
});

test('shares of the documents go to files of their own', async () => {
  const story = (k: number) =>
    unit(`这是第${k}个故事，讲的是一座山。`, `This is story ${k}, and it is about a hill.`, {
      zhDoc: `${k}.txt#zh1`,
      enDoc: `${k}.txt#en1`,
    });
  const at = folderWith({ 'a.jsonl': Array.from({ length: 60 }, (_, k) => story(k + 10)).join('') });
  const args = [
    'filter',
    at('a.jsonl'),
    '-o',
    at('out.zh'),
    '--dev',
    '0.2',
    '--test',
    '0.2',
    '--without',
    'near-duplicate',
  ];
  const { stderr } = await duiqi(...args);
  const counts = ['out.zh', 'out.dev.en', 'out.test.zh'].map(
    (name) => textOf(at(name)).trimEnd().split('\n').length,
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60);
  expect(Math.min(...counts)).toBeGreaterThan(3);
  expect(stderr).toContain('out.dev.zh: ');
});

test('a set that no document fell to is told, with what can be done', async () => {
  const at = folderWith({ 'a.jsonl': SOUND });
  const { stderr } = await duiqi('filter', at('a.jsonl'), '-o', at('out.jsonl'), '--dev', '0.001');
  expect(stderr).toContain(
    'out.dev.jsonl: 0 units written: all documents went to other sets; take other shares',
  );
});

test('an origin is noted where a unit has none', async () => {
  const at = folderWith({ 'a.jsonl': SOUND + unit('她笑了。', 'She smiled.', { licence: 'CC BY 4.0' }) });
  const { stdout } = await duiqi('filter', at('a.jsonl'), '--source', 'lanterns', '--licence', 'CC0');
  expect(recordsOf(stdout)).toMatchObject([
    { source: 'lanterns', licence: 'CC0' },
    { source: 'lanterns', licence: 'CC BY 4.0' },
  ]);
});

test('several memories are one after the other, and what comes again in the second is dropped', async () => {
  const at = folderWith({ 'a.jsonl': SOUND, 'b.jsonl': SOUND + unit('她笑了。', 'She smiled.') });
  const { stdout } = await duiqi('filter', at('a.jsonl'), at('b.jsonl'));
  expect(recordsOf(stdout)).toHaveLength(2);
});

test.each([
  [['--only', 'number'], '--only number: unknown. Did you mean numbers?'],
  [['--only', 'overlap'], '--only overlap: with what?'],
  [['--without', 'length-ratio,x'], '--without x: unknown.'],
  [['--max-ratio', '0.5'], '--max-ratio 0.5: not a number from 1 up.'],
  [['--min-words', 'two'], '--min-words two: not a count.'],
  [['--dev', '0.6', '--test', '0.4'], '--dev and --test leave nothing to train on.'],
  [['--dev', '0.1'], '--dev and --test write several files. Name the first of them with -o.'],
  [['--test-set', 'nowhere.txt'], 'nowhere.txt: no such file.'],
])('%j is refused', async (args, message) => {
  const at = folderWith({ 'a.jsonl': SOUND });
  const { code, stderr } = await duiqi('filter', at('a.jsonl'), ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test('an input or a test set is never written over', async () => {
  const at = folderWith({ 'a.jsonl': SOUND, 'test.tsv': '灯\tlantern after lantern, all night long\n' });
  expect((await duiqi('filter', at('a.jsonl'), '-o', at('a.jsonl'))).stderr).toContain('this is an input');
  const { code } = await duiqi('filter', at('a.jsonl'), '-o', at('test.tsv'), '--test-set', at('test.tsv'));
  expect(code).toBe(2);
  expect(textOf(at('a.jsonl'))).toBe(SOUND);
});

test('a memory that breaks off leaves no file behind', async () => {
  const at = folderWith({ 'a.jsonl': `${SOUND}{"zh":\n` });
  const { code, stderr } = await duiqi('filter', at('a.jsonl'), '-o', at('out.jsonl'));
  expect(code).toBe(2);
  expect(stderr).toContain('a.jsonl:2');
  expect(existsSync(at('out.jsonl'))).toBe(false);
});
