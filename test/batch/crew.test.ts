import { expect, test } from 'vitest';
import { alone, crewOf } from '../../src/batch/crew.ts';
import { folderWith } from '../cli/command-line.ts';
import { BRIDGE_EN, BRIDGE_ZH } from '../cli/stories.ts';

const OPTIONS = {
  reading: { segmented: false, locales: {}, charsets: {} },
  glossary: [],
  adapt: 'pair',
  anchors: true,
  explain: false,
} as const;

test('a worker that fills its memory fails with its story, and another one takes its place', async () => {
  const at = folderWith({ 'zh.txt': BRIDGE_ZH, 'en.txt': BRIDGE_EN });
  const files = [at('zh.txt'), at('en.txt')];
  const groups = [0, 1].map((number) => ({
    stories: [{ number, source: { kind: 'named', stem: 'x', inputs: files, files } as const }],
  }));
  // Less than the dictionaries need.
  const crew = crewOf(1, OPTIONS, 12);
  try {
    const results = await crew.align(groups, undefined);
    const failure = {
      message: 'aligning it takes more memory than a worker has (12 MiB). Cut it into several files.',
      place: files.join(' and '),
    };
    expect(results).toEqual(groups.map(() => ({ stories: [], failures: [failure], notices: [] })));
  } finally {
    await crew.close();
  }
}, 600_000);

test('units have anchors where these are wanted, and are else the same', async () => {
  const at = folderWith({ 'zh.txt': BRIDGE_ZH, 'en.txt': BRIDGE_EN });
  const files = [at('zh.txt'), at('en.txt')];
  const group = {
    stories: [{ number: 0, source: { kind: 'named', stem: 'x', inputs: files, files } as const }],
  };
  const pairsOf = async (anchors: boolean) => {
    const aligned = await alone({ ...OPTIONS, anchors }).align([group], undefined);
    return aligned.flatMap(({ stories }) => stories).flatMap(({ pairs }) => pairs);
  };
  const [[shown], [bare]] = [await pairsOf(true), await pairsOf(false)];
  expect(shown!.units).toContain('"anchors":[{"kind":"number","zh":"四百二十","en":"420"}]');
  expect(bare).toEqual({ ...shown, units: shown!.units.replaceAll(/"anchors":\[[^\]]*\]/g, '"anchors":[]') });
});

test('a worker does its tasks in the order in which they were given', async () => {
  const crew = crewOf(1, OPTIONS);
  try {
    const lines = [1, 2, 3, 4, 5, 6];
    const done: number[] = [];
    const answers = lines.map(async (line) => {
      await crew.record({ id: `${line}`, line, zh: '', en: '' }, undefined);
      done.push(line);
    });
    await Promise.all(answers);
    expect(done).toEqual(lines);
  } finally {
    await crew.close();
  }
});
