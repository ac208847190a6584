import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { expect, test } from 'vitest';
import { Journal } from '../../src/batch/journal.ts';
import { folderWith } from '../cli/command-line.ts';

const holder = (pid: number, living: readonly number[] = []) => ({
  pid,
  host: 'here',
  isAlive: (other: number) => living.includes(other),
});
const open = (folder: string, run = 'run', who = holder(1)) => Journal.open<{ n: number }>(folder, run, who);
const unit = (zh: string) => `${JSON.stringify({ zh, en: zh })}\n`;

async function contents(journal: Journal<{ n: number }>) {
  const units: string[] = [];
  const records: number[] = [];
  for await (const { zh } of journal.units()) units.push(zh);
  for await (const { n } of journal.recorded()) records.push(n);
  return { units, records };
}

test('what was recorded is there when the run goes on, and nothing of what was begun after it', async () => {
  const at = folderWith({});
  const first = await open(at('j'));
  expect(first.beginning).toBe('new');
  await first.append(unit('一') + unit('二'), { n: 0 });
  await first.append('', { n: 1 });
  await first.leave();
  for (const torn of [unit('三'), `${unit('三')}{"record":{"n"`, '{"record":{"n":\u0000}}\n', '{"zh":']) {
    appendFileSync(at('j/spool.jsonl'), torn);
    const again = await open(at('j'));
    expect(again.beginning).toBe('resumed');
    expect(again.records).toBe(2);
    expect(await contents(again)).toEqual({ units: ['一', '二'], records: [0, 1] });
    await again.leave();
  }
  const last = await open(at('j'));
  await last.append(unit('三'), { n: 2 });
  expect(await contents(last)).toEqual({ units: ['一', '二', '三'], records: [0, 1, 2] });
  await last.remove();
  expect(existsSync(at('j'))).toBe(false);
});

test('cut off at any byte, a spool goes on with the records that are whole', async () => {
  const at = folderWith({});
  const journal = await open(at('j'));
  for (let n = 0; n < 4; n++) await journal.append(unit(`第${n}句`), { n });
  await journal.leave();
  const whole = readFileSync(at('j/spool.jsonl'));
  for (let bytes = 0; bytes < whole.length; bytes += 7) {
    writeFileSync(at('j/spool.jsonl'), whole);
    truncateSync(at('j/spool.jsonl'), bytes);
    const again = await open(at('j'));
    const { units, records } = await contents(again);
    expect(units).toHaveLength(again.records);
    expect(records).toEqual(Array.from({ length: again.records }, (_, n) => n));
    for (let n = again.records; n < 4; n++) await again.append(unit(`第${n}句`), { n });
    await again.leave();
    expect(readFileSync(at('j/spool.jsonl'))).toEqual(whole);
  }
});

test('the journal of another run is thrown away', async () => {
  const at = folderWith({});
  const first = await open(at('j'));
  await first.append(unit('一'), { n: 0 });
  writeFileSync(first.lexiconPath, 'learnt');
  await first.leave();
  const other = await open(at('j'), 'another');
  expect(other.beginning).toBe('another');
  expect(other.records).toBe(0);
  expect(existsSync(other.lexiconPath)).toBe(false);
  await other.leave();
});

test('a journal that another process writes is refused, that of a dead one is taken over', async () => {
  const at = folderWith({});
  await open(at('j'), 'run', holder(11));
  await expect(open(at('j'), 'run', holder(12, [11]))).rejects.toThrow('process 11 on here is writing');
  const taken = await open(at('j'), 'run', holder(12));
  expect(readFileSync(at('j/lock'), 'utf8')).toBe('12 here\n');
  await taken.leave();
  expect(readdirSync(at('j')).filter((name) => name.startsWith('lock'))).toEqual([]);
});

test('a process of another machine can not be seen, and so keeps its lock; a lock without sense does not', async () => {
  const at = folderWith({ 'j/lock': '11 elsewhere\n', 'k/lock': '' });
  await expect(open(at('j'))).rejects.toThrow('if it is no more, delete this file');
  await (await open(at('k'))).leave();
});

test.skipIf(!existsSync('/dev/full'))('on a full disk nothing is left of the lock', async () => {
  const at = folderWith({ 'j/run.json': 'run' });
  symlinkSync('/dev/full', at('j/lock.1'));
  await expect(open(at('j'))).rejects.toThrow('ENOSPC');
  expect(readdirSync(at('j'))).toEqual(['run.json']);
});
