import { expect, test } from 'vitest';
import { longProgressOn, progressOn } from '../../src/cli/progress.ts';
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

test('of long work a line every half minute tells the rate and what is left, none in the first', () => {
  const output = new Memory(false);
  let time = 0;
  const progress = longProgressOn(output, () => time);
  for (time = 10_000; time <= 100_000; time += 10_000) progress.report(time / 10_000, 100, 'aligning');
  progress.clear();
  expect(output.text).toBe(
    'aligning 3/100, 6.0 a minute, 17 min left\n' +
      'aligning 6/100, 6.0 a minute, 16 min left\n' +
      'aligning 9/100, 6.0 a minute, 16 min left\n',
  );
});

test('on a terminal long work has one line, which goes away for others', () => {
  const output = new Memory(true);
  let time = 0;
  const progress = longProgressOn(output, () => time);
  time = 1_100;
  progress.report(501, 20_000, 'aligning');
  time = 2_100;
  progress.report(511, 20_000, 'aligning');
  progress.clear();
  progress.clear();
  expect(output.text).toBe(
    '\r\u001b[Kaligning 501/20000\r\u001b[Kaligning 511/20000, 10.0 a second, 33 min left\r\u001b[K',
  );
});
