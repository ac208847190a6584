/**
 * Kills `duiqi align` at twenty random moments, each time lets the same command go on, and compares all that it writes
 * with what an undisturbed run has written: `npm run check:resume -- [seed]`, after `npm run build`. A few hundred small
 * pairs, one of them broken; one memory of all, and files for each story.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { DUIQI, say } from '../bench/measure.ts';
import { numbers } from '../bench/random.ts';
import { filesOf, generatedPairs } from '../cli/generated.ts';

const PAIRS = 200;
const LINES = 4;
const MOMENTS = 20;
const JOBS = '2';

/** @returns seconds that it took; killed after `seconds`, if given */
async function align(folder: string, argv: readonly string[], seconds?: number): Promise<number> {
  const start = performance.now();
  const flags = ['align', '--pairs', 'pairs.tsv', '--adapt', 'pair', '--jobs', JOBS];
  const child = spawn(process.execPath, [DUIQI, ...flags, ...argv], { cwd: folder, stdio: 'ignore' });
  const closed = once(child, 'close');
  if (seconds !== undefined) {
    await Promise.race([closed, after(1000 * seconds)]);
    child.kill('SIGKILL');
  }
  const [code] = await closed;
  if (seconds === undefined && code !== 1)
    throw new Error(`the exit code is ${code}, but one pair is broken`);
  return (performance.now() - start) / 1000;
}

/** Path → bytes of all that stands in a folder, hidden files and folders too. */
function contentsOf(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const content = (path: string) => (statSync(path).isFile() ? readFileSync(path, 'latin1') : 'a folder');
  return new Map(paths.map((path) => [path, content(join(folder, path))]));
}

/** What differs between two folders, path by path. */
function differences(wanted: string, found: string): string[] {
  const [one, other] = [contentsOf(wanted), contentsOf(found)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));
}

const KINDS = {
  'one memory': (out: string) => ['-o', `${out}/all.tmx`, '-o', `${out}/all.jsonl`, '--summary'],
  'files for each': (out: string) => ['-o', out, '--format', 'tmx', '--format', 'jsonl'],
} as const;

async function main(): Promise<void> {
  const random = numbers(Number(process.argv[2] ?? 11));
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-resume-'));
  const at = (path: string) => join(folder, path);
  try {
    for (const [path, content] of Object.entries(filesOf(generatedPairs(PAIRS, LINES)))) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), content);
    }
    writeFileSync(at('zh/0123.txt'), '\u0000');
    for (const [kind, argv] of Object.entries(KINDS)) {
      mkdirSync(at(`whole ${kind}`));
      const seconds = await align(folder, argv(`whole ${kind}`));
      say(`${kind}: ${PAIRS} pairs, undisturbed ${seconds.toFixed(1)} s`);
      for (let moment = 0; moment < MOMENTS / 2; moment++) {
        mkdirSync(at('killed'));
        const killed = await align(folder, argv('killed'), seconds * random());
        await align(folder, argv('killed'));
        const wrong = differences(at(`whole ${kind}`), at('killed'));
        if (wrong.length > 0) process.exitCode = 1;
        say(
          `killed after ${killed.toFixed(1)} s: ${wrong.length === 0 ? 'the same' : `DIFFERS: ${wrong.join(', ')}`}`,
        );
        rmSync(at('killed'), { recursive: true });
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
