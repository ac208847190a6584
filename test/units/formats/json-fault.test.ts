import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from '../../../src/units/formats/json-fault.ts';

test.each([
  ['', 0],
  ['{"a":}', 5],
  ['{"a" 1}', 5],
  ['{"a":1,}', 7],
  ['[1,]', 3],
  ['[1 2]', 3],
  ['{"a":1', 6],
  ['["a\tb"]', 3],
  ['["\\q"]', 2],
  ['["abc', 5],
  ['[1}', 2],
  ['[1]]', 3],
  ['{1:2}', 1],
  ['nil', 0],
])('%j stops being JSON at %i', (json, offset) => {
  expect(jsonFault(json)).toBe(offset);
});

test('finds a fault exactly where JSON.parse finds one', () => {
  const cut = fc.record({
    json: fc.json(),
    at: fc.nat(),
    insert: fc.constantFrom('', '"', '{', ']', ',', ':', '0'),
  });
  fc.assert(
    fc.property(cut, ({ json, at, insert }) => {
      const i = at % (json.length + 1);
      const text = json.slice(0, i) + insert + json.slice(i + 1);
      expect(jsonFault(text) === undefined).toBe(isJson(text));
    }),
  );
});

test('takes deep nesting and long strings', () => {
  expect(jsonFault('['.repeat(300_000))).toBe(300_000);
  expect(jsonFault(`"${'a\\n'.repeat(300_000)}`)).toBe(900_001);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
