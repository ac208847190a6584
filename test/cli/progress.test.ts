import { expect, test } from 'vitest';
import { progressOn } from '../../src/cli/progress.ts';
import { Memory } from './command-line.ts';

test('nothing is shown where there is no terminal', () => {
  const output = new Memory(false);
  let time = 0;
  const progress = progressOn(output, () => time);
  time = 60_000;
  progress.report(1, 2, 'align');
  progress.clear();
  expect(output.text).toBe('');
});

test('nothing is shown in the first second, and after that not at every report', () => {
  const output = new Memory(true);
  let time = 0;
  const progress = progressOn(output, () => time);
  const reportAt = (milliseconds: number, done: number) => {
    time = milliseconds;
    progress.report(done, 9, 'align');
  };
  reportAt(900, 1);
  expect(output.text).toBe('');
  reportAt(1001, 2);
  reportAt(1050, 3);
  reportAt(1102, 4);
  expect(output.text).toBe('\r\u001b[Kalign 2/9\r\u001b[Kalign 4/9');
  progress.clear();
  expect(output.text.endsWith('\r\u001b[K')).toBe(true);
});
