import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disarmed, rearmed } from '../../../src/units/formats/armed-cells.ts';
import { anyText } from '../contract.ts';

test.each([
  '=1+1',
  '+49 30 1234',
  '-5',
  '@name',
  '\tx',
  '\rx',
  '#N/A',
  '007',
  '1/2',
  '3-4',
  '2024-03-05',
  '10:30',
  '9.7e5',
  '50%',
  '$5',
  '５００',
  'TRUE',
  'May 5',
  '5 January 2024',
  'Mon, 3 PM',
  '2024年3月5日',
  '下午三点',
  "'=1+1",
  "''007",
])('what a spreadsheet would run or rewrite is disarmed: %j', (text) => {
  expect(disarmed(text)).toBe(`'${text}`);
  expect(rearmed(disarmed(text))).toBe(text);
});

test.each(['', '灯笼。', 'She has 3 cats.', "'Tis late.", "'90s music", 'May I?x', '第3章', 'a=b'])(
  'sentences are left as they are: %j',
  (text) => {
    expect(disarmed(text)).toBe(text);
    expect(rearmed(text)).toBe(text);
  },
);

test('every text comes back, and none of the written cells begins a formula', () => {
  const text = fc.oneof(
    anyText,
    fc.array(fc.constantFrom("'", '=', '-', '1', '/', 'a', '月', ' ')).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (one) => {
      expect(rearmed(disarmed(one))).toBe(one);
      expect(disarmed(one)).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});
