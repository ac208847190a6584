import { expect, test } from 'vitest';
import { duiqi, folderWith, recordsOf } from './command-line.ts';
import { WATCH_EN, WATCH_ZH } from './stories.ts';

test('the distinct anchors of a pair are listed with their counts, the most frequent first', async () => {
  const at = folderWith({ 'zh.txt': WATCH_ZH, 'en.txt': WATCH_EN });
  const { code, stdout } = await duiqi('anchors', at('zh.txt'), at('en.txt'), '--format', 'jsonl');
  expect(code).toBe(0);
  const records = recordsOf(stdout);
  expect(records[0]).toEqual({ kind: 'person', zh: '林秋', en: 'Lin Qiu', count: 2 });
  expect(records.find(({ zh }) => zh.startsWith('1923'))?.en).toContain('1923');
  const counts = records.map(({ count }) => count);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
});

test('the table has a heading and one line an anchor', async () => {
  const at = folderWith({ 'zh.txt': WATCH_ZH, 'en.txt': WATCH_EN });
  const { stdout } = await duiqi('anchors', at('en.txt'), at('zh.txt'));
  expect(stdout).toMatch(/^kind +zh +en +count\n/);
  expect(stdout).toMatch(/^person +林秋 +Lin Qiu +2$/m);
});
