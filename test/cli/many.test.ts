import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { duiqi, folderWith, recordsOf, textOf, withoutProgress } from './command-line.ts';
import { filesOf, generatedPairs } from './generated.ts';
import { BRIDGE_ZH, PAGE, WATCH_EN, WATCH_ZH, WATCH_ZH_TW } from './stories.ts';

/** Milliseconds: each worker loads its dictionaries. */
const SLOW = 300_000;

const FILES = filesOf(generatedPairs(8, 3));
const hidden = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('.'));

test(
  'one story after the other gives the same as workers do, in the order of the list',
  async () => {
    const at = folderWith({ ...FILES, 'zh/0002.txt': new Uint8Array([0, 1, 2, 0]) });
    const run = (name: string, ...more: string[]) => {
      const outputs = ['jsonl', 'tmx', 'tsv'].flatMap((ending) => ['-o', at(`${name}.${ending}`)]);
      return duiqi('align', '--pairs', at('pairs.tsv'), '--adapt', 'pair', '--summary', ...outputs, ...more);
    };
    const [one, two] = [await run('one', '--jobs', '1'), await run('two', '--jobs', '2')];
    expect(one.code).toBe(1);
    expect(one.stderr).toContain(`duiqi: ${at('pairs.tsv')}:4: ${at('zh/0002.txt')}:1:1: This is not text`);
    expect(one.stderr).toContain('7 pairs of texts: ');
    expect(two.code).toBe(1);
    expect(withoutProgress(two.stderr)).toBe(withoutProgress(one.stderr));
    for (const ending of ['jsonl', 'tmx', 'tsv']) {
      expect(textOf(at(`two.${ending}`))).toBe(textOf(at(`one.${ending}`)));
    }
    const records = recordsOf(textOf(at('one.jsonl')));
    const docs = records.flatMap(({ zhDoc }) => zhDoc ?? []);
    expect([...new Set(docs)]).toEqual([0, 1, 3, 4, 5, 6, 7].map((n) => `000${n}.txt#zh1`));
    expect(records.slice(-7).every(({ summary }) => summary.relation)).toBe(true);
    expect(hidden(at('.'))).toEqual([]);
  },
  SLOW,
);

test('what each story comes to does not depend on the others, on the shard, or on where it is written', async () => {
  const at = folderWith(FILES);
  const aligned = (...more: string[]) => duiqi('align', at('zh'), at('en'), '--adapt', 'none', ...more);
  const { stdout } = await aligned();
  const shards = [];
  for (const shard of ['1/3', '2/3', '3/3']) shards.push((await aligned('--shard', shard)).stdout);
  expect(shards.join('')).toBe(stdout);
  expect(shards.every((shard) => shard !== '')).toBe(true);
  await aligned('-o', at('out'), '--format', 'jsonl');
  const names = readdirSync(at('out')).sort();
  expect(names.map((name) => textOf(at(`out/${name}`))).join('')).toBe(stdout);
  expect((await aligned('--shard', '9/9', '-o', at('some.jsonl'))).code).toBe(0);
});

test('a shard without a story is an empty memory', async () => {
  const at = folderWith(FILES);
  const { code } = await duiqi('align', at('zh'), at('en'), '--shard', '1/9', '-o', at('no.jsonl'));
  expect(code).toBe(0);
  expect(textOf(at('no.jsonl'))).toBe('');
});

test('files for each story, a memory of doubtful units, parts and scripts are as they are for few', async () => {
  const at = folderWith(FILES);
  const run = (folder: string, ...more: string[]) =>
    duiqi(
      ...['align', at('zh'), at('en'), '-o', at(folder), '--format', 'tmx', '--format', 'jsonl'],
      ...['--penalty-below', '0.995', at(`${folder}.tmx`), '--split', '2', '--to-script', 'tw', ...more],
    );
  const few = await run('few', '--adapt', 'pair', '--shard', '1/8');
  const many = await run('many', '--adapt', 'pair');
  expect([few.code, many.code]).toEqual([0, 0]);
  expect(many.stderr).toMatch(/\.tmx: \d+ units? written in \d+ files; left out: .*scored below 0\.995/);
  for (const name of readdirSync(at('few')))
    expect(textOf(at(`many/${name}`))).toBe(textOf(at(`few/${name}`)));
  expect(textOf(at('many/0003-001.tmx'))).toContain('xml:lang="zh-TW"');
  expect(readdirSync(at('.')).filter((name) => name.startsWith('many-'))).not.toEqual([]);
  expect(hidden(at('many'))).toEqual([]);
});

test('--explain tells of every bead, story by story', async () => {
  const at = folderWith(filesOf(generatedPairs(2, 2)));
  const { stderr } = await duiqi('align', '--pairs', at('pairs.tsv'), '--adapt', 'pair', '--explain');
  expect(stderr.indexOf('0000.txt#zh1 with 0000.txt#en1')).toBeLessThan(stderr.indexOf('0001.txt#zh1 with'));
  expect(stderr).toMatch(/Bead 0 {3}1-1 {3}score/);
});

test('anchors are found where anything shows them, and a table is the same without', async () => {
  const at = folderWith(FILES);
  const run = (...more: string[]) =>
    duiqi('align', '--pairs', at('pairs.tsv'), '--adapt', 'pair', '--jobs', '1', ...more);
  const lone = await run('-o', at('lone.tsv'));
  const beside = await run('-o', at('beside.tsv'), '-o', at('beside.jsonl'));
  const explained = await run('-o', at('explained.tsv'), '--explain');
  const penalty = await run('-o', at('most.tsv'), '--penalty-below', '1', at('doubtful.jsonl'));
  expect([lone, beside, explained, penalty].map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  for (const name of ['beside', 'explained']) expect(textOf(at(`${name}.tsv`))).toBe(textOf(at('lone.tsv')));
  const hasAnchors = ({ anchors }: { anchors: unknown[] }) => anchors.length > 0;
  expect(recordsOf(textOf(at('beside.jsonl'))).some(hasAnchors)).toBe(true);
  expect(recordsOf(textOf(at('doubtful.jsonl'))).some(hasAnchors)).toBe(true);
  expect(explained.stderr).toMatch(/^ {2}anchors {4}.* = /m);
});

test('a story of other locales does not go into a memory that holds one pair of them', async () => {
  const at = folderWith({
    'zh/a.txt': WATCH_ZH,
    'zh/b.txt': WATCH_ZH_TW,
    'en/a.txt': WATCH_EN,
    'en/b.txt': WATCH_EN,
  });
  const run = (...more: string[]) => duiqi('align', at('zh'), at('en'), '--adapt', 'pair', ...more);
  const { code, stderr } = await run('-o', at('out.tmx'));
  expect(code).toBe(1);
  expect(stderr).toContain(
    'b.txt: a file of the format tmx holds one pair of locales, but there are zh-CN with en',
  );
  expect(textOf(at('out.tmx')).split('<tu ').length - 1).toBe(5);
  expect((await run('-o', at('all.jsonl'))).code).toBe(0);
  expect((await run('-o', at('named.tmx'), '--zh-lang', 'zh')).code).toBe(0);
  const refused = await run('-o', at('out.align'));
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain(
    'a file of the format align holds one alignment, but there are 2 stories. Write -o DIR --format align for a file each.',
  );
});

test('rows that share a document learn together and stand together', async () => {
  const at = folderWith({
    'page.txt': PAGE,
    'w.txt': WATCH_EN,
    'b.txt': BRIDGE_ZH,
    'be.txt': 'The stone bridge is long.\n',
    'list.tsv':
      'id\tzh\ten\r\none\tpage.txt#zh1\tw.txt\r\ntwo\tb.txt\tbe.txt\r\nthree\tpage.txt#zh2\tw.txt\r\nfour\tno.txt\tw.txt\r\n',
  });
  const { code, stdout, stderr } = await duiqi('align', '--pairs', at('list.tsv'), '--adapt', 'pair');
  expect(code).toBe(1);
  expect(stderr).toContain(`${at('list.tsv')}:5: no.txt: no such file.`);
  const docs = recordsOf(stdout).map(({ zhDoc }) => zhDoc);
  expect([...new Set(docs)]).toEqual(['page.txt#zh1', 'page.txt#zh2', 'b.txt#zh1']);
});

test('when no story can be aligned, nothing is written', async () => {
  const at = folderWith({ 'zh/a.txt': '\u0000', 'zh/b.txt': '', 'en/a.txt': WATCH_EN, 'en/b.txt': WATCH_EN });
  const { code, stderr } = await duiqi('align', at('zh'), at('en'), '--adapt', 'pair', '-o', at('x.tmx'));
  expect(code).toBe(2);
  expect(stderr.match(/^duiqi: /gm)).toHaveLength(2);
  expect(readdirSync(at('.')).sort()).toEqual(['en', 'zh']);
});

test('what an earlier run has left half done is cleared away, what a running one writes is not', async () => {
  const dead = 999_999_999;
  const at = folderWith({
    ...filesOf(generatedPairs(2, 2)),
    [`.x.tmx.${dead}.tmp`]: 'half',
    [`.x-003.tmx.${dead}.tmp`]: 'half',
    [`.x.tmx.${process.pid}.tmp`]: 'being written',
    [`.y.tmx.${dead}.tmp`]: 'another',
  });
  await duiqi('align', at('zh'), at('en'), '--adapt', 'pair', '-o', at('x.tmx'));
  expect(hidden(at('.')).sort()).toEqual([`.y.tmx.${dead}.tmp`]);
});

test.each([
  [['--shard', '0/3'], '--shard 0/3: not a part of a whole.'],
  [['--shard', '4/3'], '--shard 4/3: not a part of a whole.'],
  [['--jobs', '0'], '--jobs 0: not a number from 1 to 1024.'],
  [['--jobs', 'all'], '--jobs all: not a number'],
  [['--adapt', 'pairs'], '--adapt pairs: unknown. Did you mean pair?'],
  [['--lexicon', 'pairs.tsv'], 'pairs.tsv:1:1: this is not a lexicon of duiqi.'],
  [['--lexicon', 'no.tsv'], 'no.tsv: no such file.'],
])('%s is refused before any work', async (flags, message) => {
  const at = folderWith(FILES);
  const placed = flags.map((flag) => (flag.endsWith('.tsv') ? at(flag) : flag));
  const { code, stderr } = await duiqi('align', at('zh'), at('en'), '-o', at('x.tmx'), ...placed);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(readdirSync(at('.')).sort()).toEqual(['en', 'pairs.tsv', 'zh']);
});
