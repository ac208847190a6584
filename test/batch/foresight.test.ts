import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookThrough } from '../../src/batch/foresight.ts';
import { NEIGHBOURS_SIZE, Neighbours } from '../../src/language/word-extract.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duiqi-foresight-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what stands in the files is foreseen as Simplified keys, over line breaks too; what can not be read is left out', async () => {
  const path = (name: string) => join(folder, name);
  writeFileSync(path('a.txt'), '他們說，\n風雨');
  writeFileSync(path('b.txt'), 'It rained.');
  writeFileSync(path('c.docx'), Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0));
  const memory = new SharedArrayBuffer(NEIGHBOURS_SIZE);
  await lookThrough(['a.txt', 'b.txt', 'c.docx', 'missing.txt'].map(path), {}, memory);
  const neighbours = new Neighbours([], memory);
  expect(['他们说，', '，风雨', 'It'].filter((text) => !neighbours.holds(text))).toEqual([]);
  expect(neighbours.holds('雨风')).toBe(false);
});
