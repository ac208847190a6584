import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith, textOf, withoutProgress } from './command-line.ts';
import { filesOf, generatedPairs } from './generated.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COUNT = 40;
/** Milliseconds: each run loads its dictionaries anew. */
const SLOW = 600_000;

function start(...argv: string[]): ChildProcess & { readonly told: () => string } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...argv], { cwd: ROOT });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let text = '';
  child.stderr.on('data', (chunk) => {
    text += chunk;
  });
  return Object.assign(child, { told: () => withoutProgress(text) });
}

async function finished(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  const [code, signal] = await once(child, 'close');
  return { code, signal };
}

/** Waits until so many stories stand in the spool, and sends the signal. */
async function stopAt(
  child: ChildProcess,
  spool: string,
  stories: number,
  signal: NodeJS.Signals,
): Promise<void> {
  const recorded = () => readFileSync(spool, 'utf8').split('\n{"record":').length - 1;
  while (child.exitCode === null && !(existsSync(spool) && recorded() >= stories)) await after(2);
  child.kill(signal);
}

/** Everything below a folder, hidden files too: path → bytes. */
function contentsOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, textOf(join(folder, path))]));
}

function inputs(): (path: string) => string {
  const at = folderWith({ ...filesOf(generatedPairs(COUNT, 3)), 'out/.keep': '' });
  writeFileSync(at('en/0004.txt'), '\u0000');
  return at;
}

test(
  'a run that is killed again and again comes to what an undisturbed one comes to, and leaves nothing',
  async () => {
    const at = inputs();
    const argv = (folder: string) => [
      ...['align', at('zh'), at('en'), '--adapt', 'pair', '--summary', '-o', at(`${folder}.tmx`)],
      ...['-o', at(`${folder}.jsonl`), '--penalty-below', '0.99', at(`${folder}-doubt.tsv`)],
    ];
    const whole = start(...argv('a'));
    expect(await finished(whole)).toEqual({ code: 1, signal: null });
    for (const stories of [0, 1, 17, COUNT]) {
      const child = start(...argv('b'));
      await stopAt(child, at('.b.tmx.duiqi/spool.jsonl'), stories, 'SIGKILL');
      await finished(child);
    }
    const last = start(...argv('b'));
    expect((await finished(last)).code).toBe(1);
    expect(last.told()).toContain('An earlier run was stopped: this one goes on after');
    const [[failure], summary] = [whole.told().split('\n'), whole.told().split('\n').slice(1).join('\n')];
    expect(last.told()).toContain(failure);
    expect(last.told().endsWith(summary.replaceAll('a-doubt', 'b-doubt'))).toBe(true);
    for (const name of ['.tmx', '.jsonl', '-doubt.tsv'])
      expect(textOf(at(`b${name}`))).toBe(textOf(at(`a${name}`)));
    expect(readdirSync(at('.')).filter((name) => name.startsWith('.'))).toEqual([]);
  },
  SLOW,
);

test(
  'the same with files for each story',
  async () => {
    const at = inputs();
    const argv = (folder: string) => [
      ...[
        'align',
        at('zh'),
        at('en'),
        '--adapt',
        'pair',
        '-o',
        at(folder),
        '--format',
        'tmx',
        '--format',
        'align',
      ],
    ];
    expect((await finished(start(...argv('a')))).code).toBe(1);
    for (const stories of [1, 20]) {
      const child = start(...argv('b'));
      await stopAt(child, at('b/.duiqi/spool.jsonl'), stories, 'SIGKILL');
      await finished(child);
    }
    expect((await finished(start(...argv('b')))).code).toBe(1);
    expect(contentsOf(at('b'))).toEqual(contentsOf(at('a')));
  },
  SLOW,
);

test(
  'a signal stops it in good order, and it says how to go on; other options begin anew',
  async () => {
    const at = inputs();
    const argv = ['align', at('zh'), at('en'), '--adapt', 'none', '-o', at('out/x.jsonl')];
    const child = start(...argv);
    await stopAt(child, at('out/.x.jsonl.duiqi/spool.jsonl'), 5, 'SIGTERM');
    expect(await finished(child)).toEqual({ code: null, signal: 'SIGTERM' });
    expect(child.told()).toMatch(/Stopped after \d+ of 40 stories\. The same command goes on\.\n$/);
    expect(readdirSync(at('out/.x.jsonl.duiqi')).sort()).toEqual(['run.json', 'spool.jsonl']);

    const other = start(...argv, '--min-score', '0.6');
    expect((await finished(other)).code).toBe(1);
    expect(other.told()).toContain('is of another run, the options or the files have changed since');
    expect(readdirSync(at('out')).sort()).toEqual(['.keep', 'x.jsonl']);
  },
  SLOW,
);
