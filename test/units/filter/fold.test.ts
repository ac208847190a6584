import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded } from '../../../src/units/filter/fold.ts';

test.each([
  ['後來，颱風過了。', '后来台风过了'],
  ['她乾了一杯，裡裡外外都忙著', '她干了一杯，里里外外都忙着。'],
  ['那麼', '那么'],
  ['Café  ＡＢＣ, “x”', 'cafe abc x'],
  ['N\u0303', 'Ñ'],
])('%s and %s are one', (x, y) => {
  expect(folded(x)).toBe(folded(y));
});

test('figures tell sentences apart, however long they are', () => {
  const long = (n: string) => `It rained for ${n} days on the hills above the old harbor town.`;
  expect(folded(long('12'))).not.toBe(folded(long('13')));
  expect(folded(long('1.5'))).not.toBe(folded(long('15')));
  expect(folded(long('12,000'))).toBe(folded(long('12000')));
  expect(folded(long('１．５'))).toBe(folded(long('1.5')));
});

test('folding what is folded changes nothing', () => {
  expect(folded('\uF970')).toBe('杀');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      expect(folded(folded(text))).toBe(folded(text));
    }),
  );
});
