import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A stream that keeps what is written to it. */
export class Memory extends Writable {
  text = '';
  readonly isTTY: boolean;

  constructor(isTTY = false) {
    super({ decodeStrings: false });
    this.isTTY = isTTY;
  }

  override _write(chunk: string, _encoding: string, done: () => void): void {
    this.text += chunk;
    done();
  }
}

/** Runs duiqi inside this process, as if it had been typed. */
export async function duiqi(...argv: string[]): Promise<Outcome> {
  const [stdout, stderr] = [new Memory(), new Memory()];
  const code = await run(argv, { stdout, stderr });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

/** A new folder with these files (path → text or bytes); gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): (path: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return (path) => join(folder, path);
}

export const textOf = (path: string) => readFileSync(path, 'utf8');

export const recordsOf = (jsonl: string) =>
  jsonl
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** What standard error says but for how far the work is, which only a slow machine tells. */
export const withoutProgress = (stderr: string) =>
  stderr.replaceAll(/^(?:aligning|learning) \d+\/\d+.*\n/gm, '');
