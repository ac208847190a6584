import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTmxDate, mendedDate } from '../../../src/units/check/dates.ts';

test('a date of TMX is one, and of the calendar', () => {
  expect(isTmxDate('20240305T060708Z')).toBe(true);
  expect(isTmxDate('20240229T235959Z')).toBe(true);
  for (const text of ['20230229T000000Z', '20241301T000000Z', '20240305T250000Z', '20240305T060708', '']) {
    expect(isTmxDate(text)).toBe(false);
  }
});

test.each([
  ['2024-03-05', '20240305T000000Z'],
  ['2024-03-05T06:07:08Z', '20240305T060708Z'],
  ['2024-03-05T06:07:08.123+08:00', '20240304T220708Z'],
  ['2024-03-05 06:07', '20240305T060700Z'],
  ['20240305 060708', '20240305T060708Z'],
  ['20240305T060708', '20240305T060708Z'],
  ['20240305T060708z', '20240305T060708Z'],
  ['2024/03/05', '20240305T000000Z'],
])('%s is mended to %s', (text, date) => {
  expect(mendedDate(text)).toBe(date);
});

test.each(['yesterday', '05.03.2024', '2024-02-30', '2024-3-5', '99999999T999999Z', ''])(
  '“%s” can be no date',
  (text) => {
    expect(mendedDate(text)).toBeUndefined();
  },
);

test('what is mended is a date of TMX', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') }), (date) => {
      const mended = mendedDate(date.toISOString());
      expect(mended && isTmxDate(mended)).toBe(true);
    }),
  );
});
