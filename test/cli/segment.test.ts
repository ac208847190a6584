import { expect, test } from 'vitest';
import { duiqi, folderWith, recordsOf } from './command-line.ts';
import { BRIDGE_EN, BRIDGE_ZH, PAGE, WATCH_EN } from './stories.ts';

test('sentences are printed one a line, and standard error names the part', async () => {
  const at = folderWith({ 'bridge.txt': BRIDGE_ZH.replaceAll('\n', '') });
  const { code, stdout, stderr } = await duiqi('segment', at('bridge.txt'));
  expect(code).toBe(0);
  expect(stdout).toBe(BRIDGE_ZH);
  expect(stderr).toBe('bridge.txt#zh1: 3 sentences, zh-CN\n');
});

test('a part of a page can be chosen', async () => {
  const at = folderWith({ 'page.txt': PAGE });
  const { stdout, stderr } = await duiqi('segment', `${at('page.txt')}#en1`);
  expect(stdout).toBe(WATCH_EN);
  expect(stderr).toMatch(/^page\.txt#en1: 5 sentences, en/);
});

test('a part that is not there is told, with those that are', async () => {
  const at = folderWith({ 'bridge.txt': BRIDGE_EN });
  const { code, stderr } = await duiqi('segment', `${at('bridge.txt')}#zh1`);
  expect(code).toBe(2);
  expect(stderr).toContain('there is no part zh1. Its parts are en1.');
});

test('a file whose own name looks like a part is that file', async () => {
  const at = folderWith({ 'bridge#zh1': BRIDGE_EN });
  const { code, stdout } = await duiqi('segment', at('bridge#zh1'));
  expect(code).toBe(0);
  expect(stdout).toBe(BRIDGE_EN);
});

test('as JSON Lines each sentence has its number, its place and its part', async () => {
  const at = folderWith({ 'bridge.txt': BRIDGE_EN });
  const records = recordsOf((await duiqi('segment', at('bridge.txt'), '--format', 'jsonl')).stdout);
  expect(records.map(({ id }) => id)).toEqual([0, 1, 2]);
  for (const { start, end, text, part } of records) {
    expect(BRIDGE_EN.slice(start, end)).toBe(text);
    expect(part).toBe('bridge.txt#en1');
  }
});

test('with --segmented a line is a sentence, whatever stands in it', async () => {
  const at = folderWith({ 'lines.txt': 'One. Two.\nThree\n' });
  const { stdout } = await duiqi('segment', at('lines.txt'), '--segmented');
  expect(stdout).toBe('One. Two.\nThree\n');
});

test('a locale can be named', async () => {
  const at = folderWith({ 'bridge.txt': BRIDGE_ZH });
  const { stderr } = await duiqi('segment', at('bridge.txt'), '--zh-lang', 'zh-sg');
  expect(stderr).toContain('zh-SG');
});

test('a bad file does not stop the others, and makes the exit code 1', async () => {
  const at = folderWith({ 'bad.txt': new Uint8Array([0, 1, 2, 0]), 'good.txt': BRIDGE_EN });
  const { code, stdout, stderr } = await duiqi('segment', at('bad.txt'), at('good.txt'));
  expect(code).toBe(1);
  expect(stdout).toBe(BRIDGE_EN);
  expect(stderr).toContain(`duiqi: ${at('bad.txt')}:1:1: This is not text`);
});
