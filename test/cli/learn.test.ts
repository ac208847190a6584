import { expect, test } from 'vitest';
import { duiqi, folderWith, recordsOf, textOf } from './command-line.ts';
import { filesOf, generatedPairs } from './generated.ts';

test('a lexicon learnt from many is a table, the same with workers, and aligns', async () => {
  const at = folderWith({ ...filesOf(generatedPairs(5, 4)), 'en/0003.txt': '\u0000' });
  const learn = (...more: string[]) => duiqi('learn', '--pairs', at('pairs.tsv'), ...more);
  const { code, stdout, stderr } = await learn('-o', at('one.lexicon'));
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(`${at('pairs.tsv')}:5: `);
  expect(stderr).toMatch(/4 pairs of texts: \d+ pairs of words, \d+ Chinese and \d+ English words\.\n$/);
  const text = textOf(at('one.lexicon'));
  expect(text).toMatch(/^# duiqi lexicon 1\t\d+\t\d+\nzh\t/);
  expect(text).toMatch(/^pair\t石桥\tbridg\t[\d.]+\t[\d.]+\t\d+$/m);
  await learn('-o', at('two.lexicon'), '--jobs', '2');
  expect(textOf(at('two.lexicon'))).toBe(text);

  await learn('-o', at('packed.lexicon.gz'));
  const aligned = (lexicon: string) => duiqi('align', '--pairs', at('pairs.tsv'), '--lexicon', at(lexicon));
  const [plain, packed] = [await aligned('one.lexicon'), await aligned('packed.lexicon.gz')];
  expect(recordsOf(plain.stdout).length).toBeGreaterThan(12);
  expect(packed.stdout).toBe(plain.stdout);
}, 300_000);

test('one pair is told as one', async () => {
  const at = folderWith(filesOf(generatedPairs(1, 4)));
  const { code, stderr } = await duiqi('learn', at('zh/0000.txt'), at('en/0000.txt'), '-o', at('x.lexicon'));
  expect(code).toBe(0);
  expect(stderr).toMatch(/^1 pair of texts: \d+ pairs? of words, /);
});

test.each([
  [['zh', 'en'], '-o: a file for the lexicon is missing.'],
  [['-o', 'x'], 'too few files.'],
  [['zh', 'en', '-o', 'zh/x.lexicon'], 'this is an input, or lies in one.'],
  [['zh', 'en', '-o', 'x', '--lexicon', 'y'], '--lexicon: unknown option.'],
])('learn %s is refused', async (words, message) => {
  const at = folderWith(filesOf(generatedPairs(1, 1)));
  const placed = words.map((word) => (/^-/.test(word) ? word : at(word)));
  const { code, stderr } = await duiqi('learn', ...placed);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test.each([
  ['align', '-o', 'zh/0000.txt.jsonl'],
  ['align', '--penalty-below', '0.9', 'zh/0000.txt.jsonl', '-o', 'all.jsonl'],
  ['learn', '-o', 'zh/0000.txt.jsonl'],
])('%s does not write over a document that a manifest names', async (name, ...words) => {
  const pairs = filesOf(generatedPairs(2, 4));
  const document = pairs['zh/0000.txt']!;
  const manifest = pairs['pairs.tsv']!.replaceAll('zh/0000.txt', 'zh/0000.txt.jsonl');
  const at = folderWith({ ...pairs, 'zh/0000.txt.jsonl': document, 'pairs.tsv': manifest });
  const placed = words.map((word) => (word.endsWith('jsonl') ? at(word) : word));
  const adapt = name === 'align' ? ['--adapt', 'pair'] : [];
  const { code, stderr } = await duiqi(name, '--pairs', at('pairs.tsv'), ...adapt, ...placed);
  expect(stderr).toContain('zh/0000.txt.jsonl: this is an input, or lies in one.');
  expect(code).toBe(2);
  expect(textOf(at('zh/0000.txt.jsonl'))).toBe(document);
});
