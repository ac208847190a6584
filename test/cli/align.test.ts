import { linkSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { width } from '../../src/cli/terminal.ts';
import { duiqi, folderWith, Memory, recordsOf, textOf } from './command-line.ts';
import { BRIDGE_EN, BRIDGE_ZH, PAGE, WATCH_EN, WATCH_ZH } from './stories.ts';

const ONE_TO_ONE = '[0]:[0]\n[1]:[1]\n[2]:[2]\n[3]:[3]\n[4]:[4]\n';
const WATCH = { 'zh.txt': WATCH_ZH, 'en.txt': WATCH_EN };

test('the beads go to standard output as JSON Lines, and a summary to standard error', async () => {
  const at = folderWith(WATCH);
  const { code, stdout, stderr } = await duiqi('align', at('zh.txt'), at('en.txt'));
  expect(code).toBe(0);
  const records = recordsOf(stdout);
  expect(records).toHaveLength(5);
  expect(records[0]).toMatchObject({
    bead: '1-1',
    zhIds: [0],
    enIds: [0],
    zhDoc: 'zh.txt#zh1',
    enDoc: 'en.txt#en1',
  });
  expect(stderr).toBe(
    'Translation; 100 % of the Chinese and 100 % of the English have a counterpart.\n' +
      '5 beads: 5 paired, 0 only Chinese, 0 only English.\n',
  );
});

test('--summary ends JSON Lines with what the alignment is as a whole', async () => {
  const at = folderWith(WATCH);
  const { stdout } = await duiqi('align', at('zh.txt'), at('en.txt'), '--summary');
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(6);
  expect(JSON.parse(lines[5]!)).toEqual({
    summary: {
      zhDoc: 'zh.txt#zh1',
      enDoc: 'en.txt#en1',
      relation: 'translation',
      zhPaired: expect.closeTo(1, 1),
      enPaired: expect.closeTo(1, 1),
      beads: 5,
      paired: 5,
      zhOnly: 0,
      enOnly: 0,
    },
  });
});

test('which file is Chinese is found by looking, whatever their order', async () => {
  const at = folderWith(WATCH);
  const [one, other] = [
    await duiqi('align', at('zh.txt'), at('en.txt')),
    await duiqi('align', at('en.txt'), at('zh.txt')),
  ];
  expect(other).toEqual(one);
});

test('the ending of each -o chooses a format, and nothing goes to standard output', async () => {
  const at = folderWith(WATCH);
  const outputs = ['out.tmx', 'out.jsonl', 'out.tsv', 'OUT.ALIGN'].flatMap((name) => ['-o', at(name)]);
  const { code, stdout } = await duiqi('align', at('zh.txt'), at('en.txt'), ...outputs);
  expect(code).toBe(0);
  expect(stdout).toBe('');
  expect(textOf(at('out.tmx'))).toContain('srclang="en"');
  expect(recordsOf(textOf(at('out.jsonl')))).toHaveLength(5);
  expect(textOf(at('out.tsv')).split('\n')[0]).toMatch(/^林秋[^\t]+\tLin Qiu[^\t]+\t[\d.]+$/);
  expect(textOf(at('OUT.ALIGN'))).toBe(ONE_TO_ONE);
  expect(readdirSync(at('.')).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('--format chooses the format of standard output', async () => {
  const at = folderWith(WATCH);
  const { stdout } = await duiqi('align', at('zh.txt'), at('en.txt'), '--format', 'align');
  expect(stdout).toBe(ONE_TO_ONE);
});

test('--from and the locales reach the memory', async () => {
  const at = folderWith(WATCH);
  const flags = ['--from', 'zh', '--zh-lang', 'zh-SG', '--en-lang', 'en-gb', '--format', 'tmx'];
  const { stdout } = await duiqi('align', at('zh.txt'), at('en.txt'), ...flags);
  expect(stdout).toContain('srclang="zh-SG"');
  expect(stdout).toContain('<tuv xml:lang="en-GB">');
});

test('SOURCE_DATE_EPOCH dates a memory, so that it comes out the same each time', async () => {
  const at = folderWith(WATCH);
  process.env.SOURCE_DATE_EPOCH = '86400';
  const { stdout } = await duiqi('align', at('zh.txt'), at('en.txt'), '--format', 'tmx');
  delete process.env.SOURCE_DATE_EPOCH;
  expect(stdout).toContain('creationdate="19700102T000000Z"');
});

test('--min-score leaves units out of formats for translators, and standard error says how many', async () => {
  const at = folderWith(WATCH);
  const flags = ['--min-score', '1', '-o', at('all.tsv'), '-o', at('all.jsonl')];
  const { stderr } = await duiqi('align', at('zh.txt'), at('en.txt'), ...flags);
  const records = recordsOf(textOf(at('all.jsonl')));
  const sure = records.filter(({ score }) => score >= 1).length;
  expect(records).toHaveLength(5);
  expect(textOf(at('all.tsv')).split('\n')).toHaveLength(sure + 1);
  expect(stderr).toContain(`.tsv: ${sure} units written; left out: ${5 - sure} scored below 1.`);
});

test('what one version lacks is told as left out of a memory', async () => {
  const at = folderWith({ 'zh.txt': `${WATCH_ZH}${BRIDGE_ZH}`, 'en.txt': WATCH_EN });
  const { stderr } = await duiqi('align', at('zh.txt'), at('en.txt'), '--format', 'tmx');
  expect(stderr).toMatch(/\.tmx: \d+ units? written; left out: .*\d of one language only/);
});

test('a page with both languages gives one alignment for each Chinese version', async () => {
  const at = folderWith({ 'page.txt': PAGE });
  const { code, stdout } = await duiqi('align', at('page.txt'));
  expect(code).toBe(0);
  const docs = recordsOf(stdout).map(({ zhDoc, enDoc }) => `${zhDoc} ${enDoc}`);
  expect([...new Set(docs)]).toEqual(['page.txt#zh1 page.txt#en1', 'page.txt#zh2 page.txt#en1']);
});

test('FILE#zh2 takes one Chinese version, and Traditional text stays Traditional', async () => {
  const at = folderWith({ 'page.txt': PAGE });
  const { stdout } = await duiqi('align', `${at('page.txt')}#zh2`);
  const records = recordsOf(stdout);
  expect([...new Set(records.map(({ zhDoc }) => zhDoc))]).toEqual(['page.txt#zh2']);
  expect(records[0].zh).toBe('林秋在鎮上開了一家修錶店。');
  const two = await duiqi('align', `${at('page.txt')}#zh2`, `${at('page.txt')}#en1`);
  expect(two.stdout).toBe(stdout);
});

test('a page with several versions does not go into one .align, and the advice works', async () => {
  const at = folderWith({ 'page.txt': PAGE });
  const { code, stderr } = await duiqi('align', at('page.txt'), '-o', at('page.align'));
  expect(code).toBe(2);
  expect(stderr).toContain('holds one alignment, but there are 2. Write -o DIR --format align');
  const done = await duiqi(
    'align',
    at('page.txt'),
    '-o',
    at('out'),
    '--format',
    'align',
    '--format',
    'jsonl',
  );
  expect(done.code).toBe(0);
  expect(readdirSync(at('out')).sort()).toEqual(['page.jsonl', 'page.zh1-en1.align', 'page.zh2-en1.align']);
  expect(textOf(at('out/page.zh1-en1.align'))).toBe(ONE_TO_ONE);
});

test('versions of several locales go into one memory each', async () => {
  const at = folderWith({ 'page.txt': PAGE });
  const { code, stderr } = await duiqi('align', at('page.txt'), '-o', at('page.tmx'));
  expect(code).toBe(2);
  expect(stderr).toContain('holds one pair of locales, but there are zh-CN with en, zh-TW with en.');
  await duiqi('align', at('page.txt'), '-o', at('out'), '--format', 'tmx');
  expect(readdirSync(at('out')).sort()).toEqual(['page.zh1-en1.tmx', 'page.zh2-en1.tmx']);
});

test('--explain says on standard error why each bead was made, in 80 columns', async () => {
  const at = folderWith(WATCH);
  const { stdout, stderr } = await duiqi('align', at('zh.txt'), at('en.txt'), '--explain');
  expect(recordsOf(stdout)).toHaveLength(5);
  expect(stderr).toContain('zh.txt#zh1 with en.txt#en1');
  expect(stderr).toContain('林秋 = Lin Qiu (person)');
  expect(stderr).toMatch(/weights +\w+ [+-]\d/);
  for (const line of stderr.split('\n')) expect(width(line), line).toBeLessThanOrEqual(80);
});

test('without Chinese, or without English, nothing is aligned', async () => {
  const at = folderWith({ ...WATCH, 'b.txt': BRIDGE_EN, 'c.txt': BRIDGE_ZH });
  const english = await duiqi('align', at('en.txt'), at('b.txt'));
  expect(english.code).toBe(2);
  expect(english.stderr).toContain(
    `${at('en.txt')} and ${at('b.txt')}: no Chinese text here, only English. Give one English`,
  );
  const chinese = await duiqi('align', at('c.txt'));
  expect(chinese.code).toBe(2);
  expect(chinese.stderr).toContain(
    `${at('c.txt')}: no English text here, only Chinese. Give the English version as a second file.`,
  );
});

test('an output that is an input is refused before anything happens to it', async () => {
  const at = folderWith({ 'zh.tsv': WATCH_ZH, 'en.txt': WATCH_EN });
  linkSync(at('zh.tsv'), at('hard.tsv'));
  symlinkSync(at('zh.tsv'), at('soft.tsv'));
  for (const output of ['zh.tsv', 'hard.tsv', 'soft.tsv']) {
    const { code, stderr } = await duiqi('align', at('zh.tsv'), at('en.txt'), '-o', at(output));
    expect(code).toBe(2);
    expect(stderr).toContain(`${at(output)}: this is an input`);
  }
  expect(textOf(at('zh.tsv'))).toBe(WATCH_ZH);
});

test('an output that can not be written is refused', async () => {
  const at = folderWith(WATCH);
  mkdirSync(at('dir.tmx'));
  const refused = async (...outputs: string[]) => {
    const { code, stderr } = await duiqi('align', at('zh.txt'), at('en.txt'), ...outputs);
    expect(code).toBe(2);
    return stderr;
  };
  expect(await refused('-o', at('nowhere/out.tmx'))).toContain('its folder does not exist.');
  expect(await refused('-o', at('zh.txt/out.tmx'))).toContain('a file stands where its folder should be.');
  expect(await refused('-o', at('dir.tmx'))).toContain('this is a folder.');
  expect(await refused('-o', at('zh.txt'), '--format', 'tmx')).toContain(
    'a file stands where the folder should be.',
  );
  expect(await refused('-o', at('a.tmx'), '-o', at('./a.tmx'))).toContain('this output is named twice.');
});

test('an output replaces an older one, through a link too', async () => {
  const at = folderWith({ ...WATCH, 'old/out.align': 'old' });
  symlinkSync(at('old/out.align'), at('out.align'));
  expect((await duiqi('align', at('zh.txt'), at('en.txt'), '-o', at('out.align'))).code).toBe(0);
  expect(textOf(at('old/out.align'))).toBe(ONE_TO_ONE);
});

test('a file given twice, or a folder beside a file, is refused', async () => {
  const at = folderWith({ ...WATCH, 'folder/zh.txt': WATCH_ZH });
  expect((await duiqi('align', at('zh.txt'), at('zh.txt'))).stderr).toContain('this file is given twice.');
  expect((await duiqi('align', at('folder'), at('en.txt'))).stderr).toContain('this is a folder.');
});

test('a reader of standard output that goes away ends the work quietly', async () => {
  const at = folderWith(WATCH);
  const stdout = new Memory();
  stdout._write = (_chunk, _encoding, done: (error?: Error) => void) =>
    done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  stdout.on('error', () => undefined);
  const stderr = new Memory();
  expect(await run(['align', at('zh.txt'), at('en.txt')], { stdout, stderr })).toBe(0);
  expect(stderr.text).toBe('');
});

test('two folders are paired by names, and a file for each pair is written', async () => {
  const at = folderWith({
    'zh/watch.zh.txt': WATCH_ZH,
    'zh/part2/bridge.txt': BRIDGE_ZH,
    'en/watch.en.txt': WATCH_EN,
    'en/part2/bridge.txt': BRIDGE_EN,
  });
  const { code } = await duiqi('align', at('en'), at('zh'), '-o', at('out'), '--format', 'align');
  expect(code).toBe(0);
  expect(textOf(at('out/watch.align'))).toBe(ONE_TO_ONE);
  expect(textOf(at('out/part2/bridge.align'))).toBe('[0]:[0]\n[1]:[1]\n[2]:[2]\n');
});

test('two folders can go into one memory', async () => {
  const at = folderWith({
    'zh/a.txt': WATCH_ZH,
    'zh/b.txt': BRIDGE_ZH,
    'en/a.txt': WATCH_EN,
    'en/b.txt': BRIDGE_EN,
  });
  const { code } = await duiqi('align', at('zh'), at('en'), '-o', at('all.jsonl'));
  expect(code).toBe(0);
  const docs = recordsOf(textOf(at('all.jsonl'))).map(({ zhDoc }) => zhDoc);
  expect([...new Set(docs)]).toEqual(['a.txt#zh1', 'b.txt#zh1']);
});

test('a file without partner and a bad document are told, and do not stop the others', async () => {
  const at = folderWith({
    'zh/watch.txt': WATCH_ZH,
    'zh/alone.txt': BRIDGE_ZH,
    'zh/bad.txt': new Uint8Array([0, 1, 2, 0]),
    'zh/same.txt': BRIDGE_ZH,
    'en/watch.txt': WATCH_EN,
    'en/bad.txt': BRIDGE_EN,
    'en/same.txt': BRIDGE_ZH,
  });
  const { code, stderr } = await duiqi('align', at('zh'), at('en'), '-o', at('out'), '--format', 'align');
  expect(code).toBe(1);
  expect(stderr).toContain(`duiqi: ${at('zh/alone.txt')}: no partner named alone`);
  expect(stderr).toContain(`duiqi: ${at('zh/bad.txt')}:1:1: This is not text`);
  expect(stderr).toContain('no English text here, only Chinese.');
  expect(readdirSync(at('out'))).toEqual(['watch.align']);
});

test('when no pair of two folders can be aligned, nothing was done', async () => {
  const at = folderWith({
    'zh/a.txt': WATCH_ZH,
    'en/b.txt': WATCH_EN,
    'empty/.hidden': '',
    'void/.hidden': '',
  });
  expect((await duiqi('align', at('zh'), at('en'), '-o', at('out.jsonl'))).code).toBe(2);
  const { code, stderr } = await duiqi('align', at('empty'), at('void'), '-o', at('out.jsonl'));
  expect(code).toBe(2);
  expect(stderr).toContain('no files in it.');
});

test('an output inside a folder that is read is refused', async () => {
  const at = folderWith({ 'zh/a.txt': WATCH_ZH, 'en/a.txt': WATCH_EN });
  for (const output of [
    ['-o', at('zh/all.tmx')],
    ['-o', at('zh/out'), '--format', 'align'],
    ['-o', at('en'), '--format', 'tmx'],
  ]) {
    const { code, stderr } = await duiqi('align', at('zh'), at('en'), ...output);
    expect(code).toBe(2);
    expect(stderr).toContain('this is an input, or lies in one.');
  }
  expect(readdirSync(at('zh'))).toEqual(['a.txt']);
});

test('with --segmented lines are sentences as they stand', async () => {
  const at = folderWith({
    'zh.txt': '第一句。还是第一句。\n第二句\n',
    'en.txt': 'The first. Still the first.\nThe second\n',
  });
  const { stdout } = await duiqi('align', at('zh.txt'), at('en.txt'), '--segmented');
  expect(recordsOf(stdout).flatMap(({ zhSentences }) => zhSentences)).toEqual([
    '第一句。还是第一句。',
    '第二句',
  ]);
});
