import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lenientTextOf } from '../../../src/units/check/decode.ts';
import { sourceOf } from './reading.ts';

/** Chunks after the first 65,536 bytes come in `size`. */
async function decoded(bytes: Uint8Array, size = 65_536): Promise<{ text: string; told: string[] }> {
  const told: string[] = [];
  let text = '';
  const pieces = lenientTextOf(sourceOf(bytes, size), (rule, _place, message) =>
    told.push(`${rule}: ${message}`),
  );
  for await (const piece of pieces) text += piece;
  return { text, told };
}

/** Longer than what the encoding is told by, so that the rest comes in chunks of its own. */
const LONG = `<tmx>${'渡轮 ferry 😀 '.repeat(5_000)}`;

test('UTF-8 and UTF-16 come out as they went in, however they are cut', async () => {
  const swapped = Buffer.from(`\ufeff${LONG}`, 'utf16le').swap16();
  for (const bytes of [
    Buffer.from(LONG),
    Buffer.from(`\ufeff${LONG}`),
    Buffer.from(LONG, 'utf16le'),
    swapped,
  ]) {
    for (const size of [1, 5, 65_536]) expect(await decoded(bytes, size)).toEqual({ text: LONG, told: [] });
  }
});

test('a byte that is no UTF-8 becomes half of a pair, and reading goes on', async () => {
  const bytes = Buffer.concat([Buffer.from('<tmx>渡'), Uint8Array.of(0xe6, 0xb8), Buffer.from('轮')]);
  expect((await decoded(bytes)).text).toBe('<tmx>渡\udce6\udcb8轮');
  expect((await decoded(Uint8Array.of(0x3c, 0xf5, 0xc0, 0x80, 0xed, 0xa0, 0x80))).text).toHaveLength(7);
});

test('half of a pair in UTF-16 stays half of a pair', async () => {
  expect((await decoded(Buffer.from('<tmx>\ud83d<', 'utf16le'))).text).toBe('<tmx>\ud83d<');
});

test('what a file says of its encoding is compared with what it is in', async () => {
  const gb = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="GB2312"?><tmx>'),
    Uint8Array.of(0xb6, 0xc9, 0xc2, 0xd6),
  ]);
  expect(await decoded(gb)).toMatchObject({ told: [], text: expect.stringMatching(/渡轮$/) });
  const wrong = Buffer.from('<?xml version="1.0" encoding="Big5"?><tmx>渡轮</tmx>');
  expect((await decoded(wrong)).told).toEqual([
    'encoding: The file says that it is in Big5, but it is in UTF-8.',
  ]);
  const wide = Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-8"?><tmx>', 'utf16le');
  expect((await decoded(wide)).told).toEqual([
    'encoding: The file says that it is in UTF-8, but it is in UTF-16LE.',
  ]);
});

test('a file of more than 1 GB is told, once', async () => {
  const chunk = Buffer.alloc(2 ** 24, ' ');
  const source = {
    file: 'big.tmx',
    async *bytes() {
      for (let i = 0; i < 70; i++) yield chunk;
    },
  };
  const told: string[] = [];
  let length = 0;
  for await (const text of lenientTextOf(source, (rule) => told.push(rule))) length += text.length;
  expect(told).toEqual(['too-large']);
  expect(length).toBe(70 * 2 ** 24);
});

test('any bytes give some text, and the same in any chunks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 200 }),
      fc.integer({ min: 1, max: 50 }),
      async (tail, size) => {
        const bytes = Buffer.concat([Buffer.from(LONG), tail]);
        expect(await decoded(bytes, size)).toEqual(await decoded(bytes));
      },
    ),
    { numRuns: 20 },
  );
});
