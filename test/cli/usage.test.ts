import { expect, test } from 'vitest';
import { duiqi, folderWith } from './command-line.ts';
import { WATCH_EN, WATCH_ZH } from './stories.ts';

test('without a command the help goes to standard error and nothing was done', async () => {
  const { code, stdout, stderr } = await duiqi();
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('duiqi align');
});

test('the help names every command, the exit codes, and fits in 80 columns', async () => {
  const { code, stdout } = await duiqi('--help');
  expect(code).toBe(0);
  for (const name of ['align', 'segment', 'anchors', 'eval']) expect(stdout).toContain(`duiqi ${name}`);
  expect(stdout).toContain('Exit codes');
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test.each([
  ['align', '--min-score'],
  ['segment', '--segmented'],
  ['anchors', '--format'],
  ['eval', '--verse'],
  ['learn', '--shard'],
  ['pipe', '--lexicon'],
])('the help of %s shows its options, an example and fits in 80 columns', async (name, option) => {
  const { code, stdout } = await duiqi(name, '--help');
  expect(code).toBe(0);
  expect(stdout).toContain(option);
  expect(stdout).toMatch(new RegExp(`^duiqi ${name} \\S`));
  // Each stands on a line of its own.
  expect(stdout).toMatch(/Examples:\n(?: {2}duiqi .*\n)+\n/);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('the version is that of the package', async () => {
  const { code, stdout } = await duiqi('--version');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each([
  [['algin', 'a', 'b'], 'algin: unknown command. Did you mean duiqi align?'],
  [['zh.txt', 'en.txt'], 'zh.txt: unknown command. The commands are align, pair, '],
  [['align', 'a', '--min-scor', '0.4'], '--min-scor: unknown option. Did you mean --min-score?'],
  [['align', 'a', '-x'], '-x: unknown option.'],
  [['align', 'a', '--min-score'], '--min-score: its value is missing.'],
  [['align', 'a', '-o'], '-o: its value is missing.'],
  [['align', 'a', '--min-score', '.4', '--min-score', '.5'], '--min-score: given more than once.'],
  [['align', 'a', '--min-score', '1.5'], '--min-score 1.5: not a number from 0 to 1.'],
  [['align', 'a', '--min-score', '-1'], '--min-score -1: not a number from 0 to 1.'],
  [['align', 'a', '--min-score', 'half'], '--min-score half: not a number from 0 to 1.'],
  [['align', 'a', '--from', 'fr'], '--from fr: unknown. It takes one of en, zh.'],
  [['align', 'a', '--format', 'tmxx'], '--format tmxx: unknown. Did you mean tmx?'],
  [['align', 'a', '--zh-lang', 'en'], '--zh-lang en: not a language tag of Chinese.'],
  [['align', 'a', '--zh-lang', 'zh_TW'], '--zh-lang zh_TW: not a language tag of Chinese.'],
  [['align'], 'too few files. Write duiqi align A [B], or duiqi align --pairs LIST.tsv.'],
  [['align', 'a', 'b', 'c'], 'too many files. Write duiqi align A [B].'],
  [['align', 'a', '-o', 'a.tnx'], 'a.tnx: the ending .tnx stands for no format. Known endings are .tmx, '],
  [['align', 'a', '-o', 'out'], 'out: the name has no ending to choose a format by.'],
  [['align', 'a', '--format', 'tmx', '--format', 'tsv'], 'several formats for standard output.'],
  [['align', 'a', '-o', 'x', '-o', 'y', '--format', 'tmx'], 'with --format, -o names one folder.'],
  [['align', 'nowhere.txt'], 'nowhere.txt: no such file.'],
  [['segment', 'nowhere.txt'], 'nowhere.txt: no such file.'],
  [['pipe', 'pairs.jsonl'], 'too many files. Write duiqi pipe < FILE.'],
  [['eval', 'gold.align'], 'too few files. Write duiqi eval GOLD OUT.'],
])('%j is refused with a reason', async (argv, reason) => {
  const { code, stdout, stderr } = await duiqi(...argv);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.startsWith(`duiqi: ${reason}`), stderr).toBe(true);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('a control character in an argument does not reach the terminal', async () => {
  const { stderr } = await duiqi('align', 'no\u001b[31mwhere.txt');
  expect(stderr).toContain('no\\u001b[31mwhere.txt');
  expect(stderr).not.toContain('\u001b');
});

test('a file whose name starts with a dash can be given after --', async () => {
  const at = folderWith({ 'zh.txt': WATCH_ZH, 'en.txt': WATCH_EN });
  const { code } = await duiqi('segment', '--', at('zh.txt'));
  expect(code).toBe(0);
  expect((await duiqi('segment', '--', '-nowhere.txt')).stderr).toContain('-nowhere.txt: no such file.');
});

test('a stream that fails for a reason of its own is told as what it is, without a stack trace', async () => {
  const { run } = await import('../../src/cli/run.ts');
  const { Memory } = await import('./command-line.ts');
  const stdout = new Memory();
  stdout._write = (_chunk, _encoding, done: (error?: Error) => void) => done(new TypeError('no room'));
  stdout.on('error', () => undefined);
  const stderr = new Memory();
  expect(await run(['--version'], { stdout, stderr })).toBe(2);
  expect(stderr.text).toContain('this is a defect of duiqi');
  expect(stderr.text).toContain('DUIQI_DEBUG=1');
  expect(stderr.text).not.toContain('at ');
});
