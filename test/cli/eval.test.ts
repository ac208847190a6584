import { expect, test } from 'vitest';
import { duiqi, folderWith } from './command-line.ts';

const GOLD = '[0]:[0]\n[1]:[1,2]\n[2]:[]\n[3,4]:[3]\n';
const OUT = '[0]:[0]\n[1]:[1]\n[]:[2]\n[2]:[]\n[3,4]:[3]\n';

test('the figures stand in the first line, and a table by shapes below', async () => {
  const at = folderWith({ 'gold.align': GOLD, 'out.align': OUT });
  const { code, stdout } = await duiqi('eval', at('gold.align'), at('out.align'));
  expect(code).toBe(0);
  const [figures, blank, heading, ...rows] = stdout.trimEnd().split('\n');
  // Three of five beads are right; one more shares a pair. Two of three two-sided gold beads are found.
  expect(figures).toBe('P=0.600 R=0.667 F1=0.632 Plax=0.800 Rlax=1.000 F1lax=0.889');
  expect(blank).toBe('');
  expect(heading).toMatch(/^shape +gold +made +right +P +R$/);
  expect(rows.find((row) => row.startsWith('1-1'))).toMatch(/^1-1 +1 +2 +1 +0\.500 +1\.000$/);
  expect(rows.find((row) => row.startsWith('1-2'))).toMatch(/^1-2 +1 +0 +0 +- +0\.000$/);
});

test('the counts of the files of two folders are added up', async () => {
  const at = folderWith({
    'gold/a.align': GOLD,
    'gold/b.align': '[0]:[0]\n',
    'gold/notes.txt': 'no gold',
    'out/a.align': OUT,
    'out/b.align': '[0]:[0]\n',
    'out/c.align': '[0]:[0]\n',
  });
  const { code, stdout } = await duiqi('eval', at('gold'), at('out'));
  expect(code).toBe(0);
  expect(stdout.split('\n')[0]).toBe('P=0.667 R=0.750 F1=0.706 Plax=0.833 Rlax=1.000 F1lax=0.909');
});

test('with --verse the beads within one verse count as one', async () => {
  const at = folderWith({
    'gold.align': '[0,1]:[0]\n[2]:[1]\n',
    'out.align': '[0]:[0]\n[1]:[]\n[2]:[1]\n',
    'zh.verse': 'Song:1:1\nSong:1:1\nSong:1:2\n',
    'en.verse': 'Song:1:1\nSong:1:2\n',
  });
  const files = [at('gold.align'), at('out.align')];
  expect((await duiqi('eval', ...files)).stdout).toMatch(/^P=0\.333/);
  const { code, stdout } = await duiqi('eval', ...files, '--verse', at('zh.verse'), at('en.verse'));
  expect(code).toBe(0);
  expect(stdout).toMatch(/^P=1\.000 R=1\.000 F1=1\.000/);
});

test('what lacks, is no alignment, or mixes a file with a folder is told with its place', async () => {
  const at = folderWith({
    'gold/a.align': GOLD,
    'out/b.align': OUT,
    'empty/x.txt': '',
    'bad.align': '[0]:[0]\nzero\n',
  });
  const refused = async (...files: string[]) => {
    const { code, stderr } = await duiqi('eval', ...files.map(at));
    expect(code).toBe(2);
    return stderr;
  };
  expect(await refused('gold', 'out')).toContain('it lacks a.align.');
  expect(await refused('empty', 'out')).toContain('no .align files in it.');
  expect(await refused('gold', 'bad.align')).toContain('this is a folder.');
  expect(await refused('bad.align', 'bad.align')).toContain(`${at('bad.align')}:2:1: `);
});

test('a verse file that was forgotten is told', async () => {
  const { code, stderr } = await duiqi('eval', 'gold', 'out', '--verse', 'zh.verse');
  expect(code).toBe(2);
  expect(stderr).toContain('verse');
});
