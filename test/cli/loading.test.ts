import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from './command-line.ts';
import { BRIDGE_EN, BRIDGE_ZH } from './stories.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Names every module that a process loads on file descriptor 3, those that are required at its end. */
const NAME_RESOLVED = `
  import { writeSync } from 'node:fs';
  export async function resolve(specifier, context, next) {
    const resolved = await next(specifier, context);
    writeSync(3, resolved.url + '\\n');
    return resolved;
  }`;
const TRACE = `
  import { Module, register } from 'node:module';
  import { writeSync } from 'node:fs';
  register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(NAME_RESOLVED)}));
  process.on('exit', () => { for (const file of Object.keys(Module._cache)) writeSync(3, file + '\\n'); });`;

const HEAVY = /nodejieba|opencc|pinyin-pro|\/src\/(?:language|evidence|search|adapt|read)\/|\/src\/align\.ts/;

function modulesLoadedBy(...argv: string[]): string[] {
  const trace = `data:text/javascript,${encodeURIComponent(TRACE)}`;
  const args = ['--import', 'tsx', '--import', trace, 'src/cli/main.ts', ...argv];
  const child = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  expect(child.status, child.stderr).toBe(0);
  return [...new Set(child.output[3]!.trimEnd().split('\n'))];
}

test('help, version and eval load neither the engine nor its dictionaries', () => {
  const at = folderWith({ 'a.align': '[0]:[0]\n' });
  for (const argv of [
    ['--help'],
    ['align', '--help'],
    ['--version'],
    ['eval', at('a.align'), at('a.align')],
  ]) {
    const modules = modulesLoadedBy(...argv);
    expect(modules.some((module) => module.endsWith('/src/cli/run.ts'))).toBe(true);
    expect(modules.filter((module) => HEAVY.test(module))).toEqual([]);
  }
});

/** nodejieba itself, or what starts a thread that loads it. */
const SEGMENTER = /nodejieba|\/language\/cutting\./;

test('help loads no format, and segment no word segmenter', () => {
  // The rules of filter are told in its help; they are a table without imports.
  const units = /\/src\/units\/(?!filter\/(?:rules|thresholds)\.ts)/;
  expect(modulesLoadedBy('--help').filter((module) => units.test(module))).toEqual([]);
  const at = folderWith({ 'en.txt': BRIDGE_EN });
  expect(modulesLoadedBy('segment', at('en.txt')).filter((module) => SEGMENTER.test(module))).toEqual([]);
});

test('the trace would see the word segmenter', () => {
  const at = folderWith({ 'zh.txt': BRIDGE_ZH, 'en.txt': BRIDGE_EN });
  const modules = modulesLoadedBy('align', at('zh.txt'), at('en.txt'));
  expect(modules.some((module) => SEGMENTER.test(module))).toBe(true);
});
