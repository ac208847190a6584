import { execFileSync } from 'node:child_process';
import { existsSync, truncateSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openDocument } from '../../src/batch/documents.ts';
import { readBytes } from '../../src/batch/files.ts';
import { folderWith } from '../cli/command-line.ts';

const READING = { segmented: false, locales: {}, charsets: {} };
const opened = (path: string) => openDocument({ path, part: undefined }, READING);
const LONG = '从前有一座山。\n'.repeat(100_000);

test('a file is read whole: empty, short and long', async () => {
  for (const text of ['', 'short', LONG]) {
    const at = folderWith({ 'a.txt': text });
    expect(Buffer.from(await readBytes(at('a.txt'))).equals(Buffer.from(text))).toBe(true);
  }
});

test.skipIf(process.platform === 'win32')('a pipe is read to its end', async () => {
  const at = folderWith({ 'a.txt': LONG });
  execFileSync('mkfifo', [at('pipe')]);
  const [bytes] = await Promise.all([readBytes(at('pipe')), writeFile(at('pipe'), LONG)]);
  expect(Buffer.from(bytes).toString()).toBe(LONG);
});

test.skipIf(!existsSync('/proc/self/stat'))('a file that does not say how long it is, is read', async () => {
  expect((await readBytes('/proc/self/stat')).length).toBeGreaterThan(10);
});

test('what is no file, and what is too large for a document, is refused', async () => {
  const at = folderWith({ 'a.txt': '' });
  truncateSync(at('a.txt'), (64 << 20) + 1);
  await expect(opened(at('a.txt'))).rejects.toMatchObject({ code: 'too-large' });
  await expect(opened(at('.'))).rejects.toMatchObject({ code: 'not-a-file' });
  await expect(opened(at('none.txt'))).rejects.toMatchObject({ code: 'missing-file' });
  writeFileSync(at('a.txt'), 'short again');
  expect((await readBytes(at('a.txt'))).length).toBe(11);
});
