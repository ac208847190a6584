import { expect, test } from 'vitest';
import { crewOf } from '../../src/batch/crew.ts';
import { folderWith } from '../cli/command-line.ts';
import { BRIDGE_EN, BRIDGE_ZH } from '../cli/stories.ts';

const OPTIONS = {
  reading: { segmented: false, locales: {}, charsets: {} },
  glossary: [],
  adapt: 'pair',
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
    const results = await Promise.all(groups.map((group) => crew.align(group, undefined)));
    const failure = {
      message: 'aligning it takes more memory than a worker has (12 MiB). Cut it into several files.',
      place: files.join(' and '),
    };
    expect(results).toEqual(groups.map(() => ({ stories: [], failures: [failure], notices: [] })));
  } finally {
    await crew.close();
  }
}, 600_000);
