import { expect, test } from 'vitest';
import { duiqi, folderWith, recordsOf, textOf } from './command-line.ts';
import { BRIDGE_EN, BRIDGE_ZH, PAGE, WATCH_EN, WATCH_ZH } from './stories.ts';

const WATCH = { 'zh.txt': WATCH_ZH, 'en.txt': WATCH_EN };

test('--links keeps sentences in one bead', async () => {
  const at = folderWith({ ...WATCH, 'links.txt': '# these two belong together\n0 1\n[4]:[3,4]\n' });
  const { code, stdout } = await duiqi(
    ...['align', at('zh.txt'), at('en.txt'), '--links', at('links.txt'), '--format', 'align'],
  );
  expect(code).toBe(0);
  const beads = stdout.trimEnd().split('\n');
  expect(beads).toContainEqual(expect.stringMatching(/^\[0[,\d]*\]:\[(?:0,)?1\]$/));
  expect(beads).toContainEqual(expect.stringMatching(/\b4\]:\[(?:\d,)*3,4\]$/));
});

test('links name the parts of a page that has several pairs', async () => {
  const at = folderWith({
    'page.txt': PAGE,
    'links.txt': 'zh2 en1 0 1\n',
    'unnamed.txt': '0 1\n',
    'wrong.txt': 'zh3 en1 0 1',
  });
  const aligned = (...argv: string[]) => duiqi('align', `${at('page.txt')}`, '--links', ...argv);
  const { stdout } = await aligned(at('links.txt'));
  const first = recordsOf(stdout).filter(({ enIds }) => enIds[0] === 0);
  expect(first.map(({ zhDoc, enIds }) => [zhDoc, enIds.includes(1)])).toEqual([
    ['page.txt#zh1', false],
    ['page.txt#zh2', true],
  ]);
  const unnamed = await aligned(at('unnamed.txt'));
  expect(unnamed.code).toBe(2);
  expect(unnamed.stderr).toBe(
    `duiqi: ${at('unnamed.txt')}:1:1: there are 2 pairs of parts, and this link names none of them. ` +
      'Write one of zh1 en1, zh2 en1 in front of its numbers, or choose parts on the command line with ' +
      'FILE#zh1 and FILE#en1.\n',
  );
  const wrong = await aligned(at('wrong.txt'));
  expect(wrong.stderr).toContain('wrong.txt:1:1: there is no pair zh3 en1. The pairs are zh1 en1, zh2 en1.');
  const chosen = await duiqi('align', `${at('page.txt')}#zh2`, '--links', at('unnamed.txt'));
  expect(chosen.code).toBe(0);
});

test('part names that fit two pairs are refused', async () => {
  const at = folderWith({
    'a.txt': `${WATCH_ZH}\n${BRIDGE_EN.repeat(3)}`,
    'b.txt': `${WATCH_EN}\n${BRIDGE_ZH.repeat(3)}`,
    'links.txt': 'zh1 en1 0 1\n',
  });
  const { code, stderr } = await duiqi('align', at('a.txt'), at('b.txt'), '--links', at('links.txt'));
  expect(code).toBe(2);
  expect(stderr).toContain('links.txt:1:1: zh1 en1 is the name of 2 pairs here. Choose parts on the command');
});

test.each([
  ['3 8', '1:1: there is no sentence en 8: en.txt#en1 has 5. Its sentences are 0 to 4.'],
  ['4 0\n0 3', '2:1: the link zh 0 with en 3 crosses the link zh 4 with en 0 of line 1.'],
  ['0 2\n4 2', '2:1: with this link zh 0 to 4 and en 2 to 2 would be one bead; the largest has 4'],
  ['0 2 5', '1:1: this is not a link.'],
])('the links %j are refused, and an older output stays', async (links, message) => {
  const at = folderWith({ ...WATCH, 'links.txt': links, 'out.tmx': 'old' });
  const { code, stderr } = await duiqi(
    ...['align', at('zh.txt'), at('en.txt'), '--links', at('links.txt'), '-o', at('out.tmx')],
  );
  expect(code).toBe(2);
  expect(stderr).toContain(`duiqi: ${at('links.txt')}:${message}`);
  expect(textOf(at('out.tmx'))).toBe('old');
});

test('links are not for folders', async () => {
  const at = folderWith({ 'zh/a.txt': WATCH_ZH, 'en/a.txt': WATCH_EN, 'links.txt': '0 0' });
  const { code, stderr } = await duiqi('align', at('zh'), at('en'), '--links', at('links.txt'));
  expect(code).toBe(2);
  expect(stderr).toBe(
    'duiqi: --links: sentence numbers belong to one story, not to folders. ' +
      'Align two files with --links, or leave it out.\n',
  );
});

test('--glossary is read by align and anchors, and what is wrong in it is told with its place', async () => {
  const at = folderWith({
    ...WATCH,
    'good.csv': 'zh,en\n林秋,Lin Qiu\n',
    'bad.csv': '林秋,Lin Qiu\n怀表,\n',
  });
  for (const name of ['align', 'anchors']) {
    const read = await duiqi(name, at('zh.txt'), at('en.txt'), '--glossary', at('good.csv'));
    expect(read.code).toBe(0);
    const { code, stderr } = await duiqi(name, at('zh.txt'), at('en.txt'), '--glossary', at('bad.csv'));
    expect(code).toBe(2);
    expect(stderr).toContain(
      `duiqi: ${at('bad.csv')}:2:4: no English in this row. Write a Chinese and an English`,
    );
    const none = await duiqi(name, at('zh.txt'), at('en.txt'), '--glossary', at('none.csv'));
    expect(none.stderr).toContain(`${at('none.csv')}: no such file.`);
  }
});

test('an output that is the glossary or the links is refused', async () => {
  const at = folderWith({ ...WATCH, 'terms.tsv': '林秋\tLin Qiu\n', 'links.align': '[0]:[0]\n' });
  const files = [at('zh.txt'), at('en.txt'), '--glossary', at('terms.tsv'), '--links', at('links.align')];
  for (const output of ['terms.tsv', 'links.align']) {
    const { code, stderr } = await duiqi('align', ...files, '-o', at(output));
    expect(code).toBe(2);
    expect(stderr).toContain(`${at(output)}: this is an input`);
  }
  expect(textOf(at('terms.tsv'))).toBe('林秋\tLin Qiu\n');
});
