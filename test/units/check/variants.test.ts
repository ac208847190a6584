import { describe, expect, test } from 'vitest';
import { RULES, type RuleName } from '../../../src/units/check/rules.ts';
import { TMX } from '../../../src/units/formats/tmx.ts';
import { findingsIn, mended, sourceOf } from './reading.ts';
import { soundMemory, VARIANTS } from './variants.ts';

const placesOf = async (bytes: Uint8Array, size?: number) =>
  (await findingsIn(bytes, size)).map(({ rule, line }) => [rule, line]);

async function textsIn(tmx: string): Promise<[string, string][]> {
  const texts: [string, string][] = [];
  for await (const { zh, en } of TMX.read!([sourceOf(tmx)], {})) texts.push([zh, en]);
  return texts;
}

test('there are at least 36 variants, each with a name of its own', () => {
  const names = VARIANTS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(36);
});

test('every rule is broken by some variant, but for the size of the file', () => {
  const broken = new Set(VARIANTS.flatMap(({ finds }) => finds.map(([rule]) => rule)));
  const never = Object.keys(RULES).filter((rule) => !broken.has(rule as RuleName));
  expect(never).toEqual(['too-large']);
});

describe.each(VARIANTS)('$name', ({ make, finds, remains = [], holds }) => {
  test('what is wrong is found, where it is, and nothing else', async () => {
    expect(await placesOf(make(7))).toEqual(finds);
  });

  test('how the file comes in pieces does not matter', async () => {
    expect(await findingsIn(make(7), 97)).toEqual(await findingsIn(make(7)));
  });

  test('in the mended files nothing is found but what cannot be mended', async () => {
    const { files } = await mended(make(7));
    for (const text of files.values()) {
      expect((await findingsIn(text)).map(({ rule }) => rule)).toEqual(remains);
    }
  });

  test('mending what is mended gives it again', async () => {
    for (const text of (await mended(make(7))).files.values()) {
      const again = await mended(text);
      expect([...again.files]).toEqual([['', text]]);
      expect(again.losses).toEqual([]);
    }
  });

  test('the texts of the memory are those of the sound one, but for what the fault took', async () => {
    const { main } = await mended(make(7));
    const texts = await textsIn(main);
    const sound = await textsIn(soundMemory(7));
    if (!holds) expect(texts).toEqual(sound);
    expect(sound.filter((pair) => texts.some((other) => other[0] === pair[0])).length).toBeGreaterThanOrEqual(
      2,
    );
  });
});
