import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { checkCommand } from '../../src/cli/check.ts';
import { soundMemory, VARIANTS } from '../units/check/variants.ts';
import { folderWith, Memory, type Outcome, textOf } from './command-line.ts';

async function check(
  files: readonly string[],
  values: { fix?: boolean; o?: string; srclang?: string; all?: boolean } = {},
): Promise<Outcome> {
  const [stdout, stderr] = [new Memory(), new Memory()];
  const typed = { fix: undefined, o: undefined, srclang: undefined, all: undefined, ...values };
  const code = await checkCommand.run(files, typed, { stdout, stderr });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

const variant = (name: string) => VARIANTS.find((one) => one.name === name)!.make(9);
const BARE = variant('a bare ampersand');

test('a sound memory ends with 0, and one with a fault with 1', async () => {
  const at = folderWith({ 'good.tmx': soundMemory(9), 'bad.tmx': BARE });
  expect(await check([at('good.tmx')])).toEqual({
    code: 0,
    stdout: '',
    stderr: `${at('good.tmx')}: nothing found.\n`,
  });
  const { code, stdout, stderr } = await check([at('bad.tmx')]);
  expect(code).toBe(1);
  expect(stdout).toBe(
    `${at('bad.tmx')}:10:33: bare-ampersand: Here is a bare &, which XML wants as &amp;.\n`,
  );
  expect(stderr).toContain('1 bare-ampersand');
  expect(stderr).toContain('OmegaT loads nothing of');
});

test('what is no TMX ends with 2, or with 1 beside one that could be checked', async () => {
  const at = folderWith({ 'good.tmx': soundMemory(9), 'page.html': '<html></html>' });
  const { code, stderr } = await check([at('page.html')]);
  expect(code).toBe(2);
  expect(stderr).toContain('this is no TMX: it begins with <html>.');
  expect((await check([at('page.html'), at('good.tmx')])).code).toBe(1);
  expect((await check([at('missing.tmx')])).code).toBe(2);
});

test('of a fault that is everywhere the first are shown, and all with --all', async () => {
  const unit = '<tu><tuv xml:lang="en"><seg>a &\u0007 b</seg></tuv></tu>';
  const at = folderWith({ 'bad.tmx': soundMemory(9).replace('<body>', `<body>${`${unit}\n`.repeat(30)}`) });
  const few = await check([at('bad.tmx')]);
  const linesOf = (text: string) => text.split('\n').filter((line) => line.includes(': bare-ampersand:'));
  expect(linesOf(few.stdout)).toHaveLength(20);
  expect(few.stderr).toMatch(/30 bare-ampersand/);
  expect(few.stderr).toContain('--all');
  expect(linesOf((await check([at('bad.tmx')], { all: true })).stdout)).toHaveLength(30);
});

test('no file can steer the terminal', async () => {
  const at = folderWith({ 'bad.tmx': soundMemory(9).replace('20240305T060708Z', 'soon\u001b[31m&#x9b;') });
  expect((await check([at('bad.tmx')])).stdout).not.toMatch(/[\u001b\u009b]/);
});

test('--fix writes a sound memory, and leaves the input as it was', async () => {
  const at = folderWith({ 'bad.tmx': BARE });
  const { code, stderr } = await check([at('bad.tmx')], { fix: true, o: at('new.tmx') });
  expect(code).toBe(1);
  expect(stderr).toContain(`${at('new.tmx')}: mended.`);
  expect((await check([at('new.tmx')])).code).toBe(0);
  expect(textOf(at('bad.tmx'))).toBe(Buffer.from(BARE).toString());
});

test('units of another pair of locales go to a file beside it, and losses are told', async () => {
  const at = folderWith({
    'tw.tmx': variant('a unit in zh-TW among those in zh-CN'),
    'half.tmx': variant('an empty translation'),
  });
  await check([at('tw.tmx')], { fix: true, o: at('new.tmx') });
  expect(readdirSync(at('.')).toSorted()).toEqual(['half.tmx', 'new.tmx', 'new.zh-TW.tmx', 'tw.tmx']);
  const { stderr } = await check([at('half.tmx')], { fix: true, o: at('half-new.tmx') });
  expect(stderr).toContain('left out: 1 unit without texts in two languages (line 14)');
});

test('what cannot be mended is told', async () => {
  const at = folderWith({ 'long.tmx': variant('a text that is too long') });
  const { stderr } = await check([at('long.tmx')], { fix: true, o: at('new.tmx') });
  expect(stderr).toContain('not mended: 1 too-long');
});

test('packed memories are read and written', async () => {
  const at = folderWith({ 'bad.tmx.gz': gzipSync(BARE) });
  expect((await check([at('bad.tmx.gz')], { fix: true, o: at('new.tmx.gz') })).code).toBe(1);
  expect(gunzipSync(readFileSync(at('new.tmx.gz'))).toString()).toContain('quay &amp; pier');
});

test.each([
  [{ o: 'new.tmx' }, 'Add --fix'],
  [{ srclang: 'en' }, 'Add --fix'],
  [{ fix: true }, 'with -o'],
  [{ fix: true, o: 'new.tmx', srclang: 'English!' }, 'no locale'],
])('%j is refused', async (values, advice) => {
  const at = folderWith({ 'bad.tmx': BARE });
  await expect(check([at('bad.tmx')], values)).rejects.toThrow(advice);
});

test('the input is never written over, nor a half mended file left behind', async () => {
  const at = folderWith({ 'bad.tmx': BARE, 'page.tmx': '<html>', 'old.tmx': 'old' });
  await expect(check([at('bad.tmx')], { fix: true, o: at('bad.tmx') })).rejects.toThrow('input');
  expect((await check([at('page.tmx')], { fix: true, o: at('old.tmx') })).code).toBe(2);
  expect(textOf(at('old.tmx'))).toBe('old');
  expect(existsSync(at('.old.tmx'))).toBe(false);
  expect(readdirSync(at('.')).toSorted()).toEqual(['bad.tmx', 'old.tmx', 'page.tmx']);
});
