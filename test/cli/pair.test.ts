import { expect, test } from 'vitest';
import { duiqi, folderWith, recordsOf, textOf } from './command-line.ts';
import { BRIDGE_EN, BRIDGE_ZH, WATCH_EN, WATCH_ZH } from './stories.ts';

const HEADER = 'id\tzh\ten\tscore\tkind';
const files = { 'x/1.txt': BRIDGE_ZH, 'x/2.txt': WATCH_EN, 'y/3.txt': WATCH_ZH, 'y/4.txt': BRIDGE_EN };

/** The rows of a manifest by their English file, without scores. */
function rowsOf(manifest: string): (readonly [zh: string, en: string, kind: string])[] {
  const [header, ...lines] = manifest.trimEnd().split('\n');
  expect(header!.startsWith(HEADER)).toBe(true);
  return lines.map((line) => {
    const [, zh, en, , kind] = line.split('\t');
    return [zh!, en!, kind!] as const;
  });
}

test('documents whose names tell nothing are paired, and the manifest aligns', async () => {
  const at = folderWith(files);
  const { code, stdout, stderr } = await duiqi('pair', at('x'), at('y'));
  expect(code).toBe(0);
  expect(rowsOf(stdout)).toEqual([
    [at('x/1.txt'), at('y/4.txt'), 'translation'],
    [at('y/3.txt'), at('x/2.txt'), 'translation'],
  ]);
  expect(stderr).toBe('2 translations, 0 comparable; without a partner: 0 Chinese, 0 English.\n');

  const written = await duiqi('pair', at('x'), at('y'), '-o', at('pairs.tsv'));
  expect(written.stdout).toBe('');
  expect(textOf(at('pairs.tsv'))).toBe(stdout);
  const aligned = await duiqi('align', '--pairs', at('pairs.tsv'));
  expect(aligned.code).toBe(0);
  const records = recordsOf(aligned.stdout);
  expect(records.filter(({ zh, en }) => zh && en)).toHaveLength(8);
  expect(records.map(({ zhDoc }) => zhDoc)).toContain('3.txt#zh1');
});

test('a document without a partner is in the manifest, too, and is not aligned', async () => {
  const at = folderWith({ 'a.txt': BRIDGE_ZH, 'b.txt': WATCH_EN, 'c.txt': BRIDGE_EN });
  const { stdout } = await duiqi('pair', at('a.txt'), at('b.txt'), at('c.txt'), '-o', at('p.tsv'));
  expect(stdout).toBe('');
  expect(rowsOf(textOf(at('p.tsv')))).toEqual([
    [at('a.txt'), at('c.txt'), 'translation'],
    ['', at('b.txt'), 'none'],
  ]);
  const records = recordsOf((await duiqi('align', '--pairs', at('p.tsv'))).stdout);
  expect(new Set(records.map(({ enDoc }) => enDoc))).toEqual(new Set(['c.txt#en1']));
});

test('the anchors of each pair stand in a column when asked for', async () => {
  const at = folderWith({ 'a.txt': WATCH_ZH, 'b.txt': WATCH_EN });
  const { stdout } = await duiqi('pair', at('a.txt'), at('b.txt'), '--anchors');
  expect(stdout.split('\n')[0]).toBe(`${HEADER}\tanchors`);
  expect(stdout).toContain('林秋 = Lin Qiu');
});

test('a file that can not be read is told, and the others are paired', async () => {
  const at = folderWith({ ...files, 'y/5.bin': Uint8Array.of(0, 1, 2, 3) });
  const { code, stdout, stderr } = await duiqi('pair', at('x'), at('y'), at('z'));
  expect(code).toBe(1);
  expect(rowsOf(stdout)).toHaveLength(2);
  expect(stderr).toContain('5.bin');
  expect(stderr).toContain(`${at('z')}: no such file.`);
});

test('paths of a manifest are looked for from here, then beside it', async () => {
  const at = folderWith({
    'm/a.txt': BRIDGE_ZH,
    'm/b.txt': BRIDGE_EN,
    'm/list.tsv': 'zh\ten\na.txt\tb.txt\n',
  });
  const { code, stdout } = await duiqi('align', '--pairs', at('m/list.tsv'));
  expect(code).toBe(0);
  expect(recordsOf(stdout)).toHaveLength(3);
});

test('a row that can not be aligned is told with its line, and the others are aligned', async () => {
  const rows = ['id\tzh\ten\tscore\tkind', 'one\ta.txt\tgone.txt\t\t', 'two\ta.txt\tb.txt\t1\ttranslation'];
  const at = folderWith({ 'a.txt': BRIDGE_ZH, 'b.txt': BRIDGE_EN, 'list.tsv': `${rows.join('\n')}\n` });
  const { code, stdout, stderr } = await duiqi(
    'align',
    '--pairs',
    at('list.tsv'),
    '-o',
    at('out'),
    '--format',
    'tsv',
  );
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(`${at('list.tsv')}:2: gone.txt: no such file.`);
  expect(textOf(at('out/two.tsv')).split('\n')).toHaveLength(4);
});

test.each([
  [['align', '--pairs'], '--pairs: its value is missing.'],
  [['align', 'a.txt', '--pairs', 'list.tsv'], '--pairs: there are files beside it.'],
  [['align'], 'too few files.'],
  [['pair'], 'too few files.'],
])('a wrong command line is refused: %j', async (argv, message) => {
  const { code, stderr } = await duiqi(...argv);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test('an id that would lead elsewhere is refused', async () => {
  const list = 'id\tzh\ten\n../x\ta.txt\tb.txt\n';
  const at = folderWith({ 'a.txt': BRIDGE_ZH, 'b.txt': BRIDGE_EN, 'list.tsv': list });
  const { code, stderr } = await duiqi(
    'align',
    '--pairs',
    at('list.tsv'),
    '-o',
    at('out'),
    '--format',
    'tsv',
  );
  expect(code).toBe(2);
  expect(stderr).toBe(
    `duiqi: ${at('list.tsv')}:2: the id ../x can't be the name of a file. Use letters, digits, hyphens and full stops.\n`,
  );
});

test('a row that lacks a document without saying so is told, most often a tab was meant', async () => {
  const aligned = (...rows: string[]) => {
    const list = ['id\tzh\ten\tkind', ...rows].map((row) => `${row}\n`).join('');
    const at = folderWith({ 'a.txt': BRIDGE_ZH, 'b.txt': BRIDGE_EN, 'list.tsv': list });
    return duiqi('align', '--pairs', at('list.tsv'));
  };
  const missing = await aligned('1\ta.txt b.txt', '2\ta.txt\tb.txt', '3\t\tb.txt\tnone');
  expect(missing.code).toBe(1);
  expect(missing.stderr).toContain('list.tsv:2: this row names no English document. Put a tab between');
  expect(missing.stderr.match(/^duiqi: /gm)).toHaveLength(1);
  const none = await aligned('1\ta.txt\t\tnone');
  expect(none.code).toBe(2);
  expect(none.stderr).toContain('list.tsv: no row has a Chinese and an English document.');
});
