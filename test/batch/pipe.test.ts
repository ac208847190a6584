import { expect, test } from 'vitest';
import { sourceOfMember } from '../../src/batch/member.ts';
import { jsonLines, readRecord } from '../../src/batch/pipe.ts';

async function linesOf(chunks: readonly string[], longest?: number) {
  async function* stream() {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  const lines: (readonly [number, string | undefined])[] = [];
  for await (const { line, bytes } of jsonLines(stream(), longest)) {
    lines.push([line, bytes && Buffer.from(bytes).toString()]);
  }
  return lines;
}

test('lines are put together from what comes in, the last without a line end too', async () => {
  expect(await linesOf(['{"a', '":1}\n{"b":2}\n', '\n', '{"c":3}'])).toEqual([
    [1, '{"a":1}'],
    [2, '{"b":2}'],
    [3, ''],
    [4, '{"c":3}'],
  ]);
  expect(await linesOf([])).toEqual([]);
});

test('of a line that is too long nothing is kept, and the next one is read', async () => {
  expect(await linesOf(['1234', '5678', '9\n123\n'], 8)).toEqual([
    [1, undefined],
    [2, '123'],
  ]);
  expect(await linesOf(['123456789'], 8)).toEqual([[1, undefined]]);
});

const read = (text: string) => readRecord({ line: 7, bytes: Buffer.from(text) });

test('a record has an id of any kind, and two texts or lists of sentences', () => {
  expect(read('{"id":1,"zh":"你","en":["You."]}')).toEqual({ id: '1', line: 7, zh: '你', en: ['You.'] });
  expect(read('  ')).toBeUndefined();
});

test.each([
  ['{"zh":"你","en":"You."}', 'null', '"id" is missing.'],
  ['{"id":1,"en":"You."}', '1', '"zh" is missing.'],
  ['{"id":1,"zh":"你","en":[1]}', '1', '"en" must be a text, or a list of sentences.'],
  ['[1]', 'null', 'this is not a JSON object.'],
  ['{"id":1,', 'null', 'the line breaks off.'],
  ['{"id":1 2}', 'null', 'this is not JSON, from column 9 on.'],
])('%s is refused', (text, id, reason) => {
  expect(read(text)).toEqual({ id, line: 7, reason });
});

test('a line that is too long or not UTF-8 is refused', () => {
  expect(readRecord({ line: 1, bytes: undefined })).toMatchObject({
    reason: expect.stringContaining('64 MB'),
  });
  expect(readRecord({ line: 1, bytes: Uint8Array.of(0xff, 0xfe) })).toMatchObject({
    reason: 'this is not UTF-8.',
  });
});

test.each([
  ['{"id":12345678901234567890,"zh":""}', '12345678901234567890'],
  ['{"zh":"\\"id\\":5, {[","id" : 1.0 }', '1.0'],
  ['{"a":{"id":1},"b":[{"id":2}],"id":{"c":[1,{"id":3}]}}', '{"c":[1,{"id":3}]}'],
  ['{"\\u0069d":null}', 'null'],
  ['{"id":1,"id":"two"}', '"two"'],
  ['{"zh":"id","en":["id",":",1]}', undefined],
])('the id of %s is %s, as it stands there', (text, id) => {
  expect(sourceOfMember(text, 'id')).toBe(id);
});
