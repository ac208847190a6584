import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { Memory, recordsOf } from './command-line.ts';
import { WATCH_EN, WATCH_ZH } from './stories.ts';

async function pipe(input: string, ...flags: string[]) {
  const [stdout, stderr] = [new Memory(), new Memory()];
  const stdin = Readable.from([Buffer.from(input)]);
  const code = await run(['pipe', ...flags], { stdout, stderr, stdin });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

const line = (record: object) => `${JSON.stringify(record)}\n`;
const sentences = (text: string) => text.trimEnd().split('\n');

test('a pair of texts a line becomes its beads, in order, and the id comes back as it was', async () => {
  const cut = { zh: sentences(WATCH_ZH), en: sentences(WATCH_EN) };
  const input = `{"id":12345678901234567890,"zh":${JSON.stringify(WATCH_ZH)},"en":${JSON.stringify(WATCH_EN)}}\n`;
  const { code, stdout, stderr } = await pipe(`${input}\n${line({ id: ['x'], ...cut })}`);
  expect(code).toBe(0);
  expect(stderr).toBe('');
  expect(stdout.startsWith('{"id":12345678901234567890,"beads":[{"zh":"林秋')).toBe(true);
  const [running, given] = recordsOf(stdout);
  expect(given.id).toEqual(['x']);
  for (const { beads } of [running, given]) {
    expect(beads).toHaveLength(5);
    expect(beads[0]).toMatchObject({ bead: '1-1', zhIds: [0], enIds: [0], zhLang: 'zh-CN' });
    expect(beads[0].anchors).toContainEqual({ kind: 'person', zh: '林秋', en: 'Lin Qiu' });
    expect(beads[0]).not.toHaveProperty('zhDoc');
  }
  const [start, end] = given.beads[1].enSpans[0];
  expect(cut.en.join('\n').slice(start, end)).toBe(cut.en[1]);
});

test('what is wrong with a line is told in its place, and the others go on', async () => {
  const good = { zh: '渡轮回来了。', en: 'The ferry has come back.' };
  const input = [line({ id: 1, ...good }), 'nonsense\n', line(good), line({ id: 4, zh: ' ', en: 'x' })];
  const swapped = line({ id: 5, zh: good.en, en: good.zh });
  const { code, stdout, stderr } = await pipe(`${input.join('')}${swapped}${line({ id: 6, ...good })}`);
  expect(code).toBe(1);
  expect(stderr).toBe('4 pairs could not be aligned.\n');
  expect(recordsOf(stdout)).toEqual([
    { id: 1, beads: [expect.objectContaining(good)] },
    { id: null, error: 'line 2: this is not JSON, from column 1 on.' },
    { id: null, error: 'line 3: "id" is missing.' },
    { id: 4, error: 'line 4: there is no text in "zh".' },
    { id: 5, error: 'line 5: "zh" holds the English text, and "en" the Chinese one. Swap them.' },
    { id: 6, beads: [expect.objectContaining(good)] },
  ]);
});

test('several workers answer in the same order, with the same bytes', async () => {
  const texts = ['一', '两', '三', '四'].map((n, i) => ({
    id: i,
    zh: `他买了${n}本书。`,
    en: `He bought ${i + 1} books.`,
  }));
  const input = texts
    .map(line)
    .join('')
    .concat(line({ id: 'bad', zh: '', en: '' }));
  const [one, two] = [await pipe(input), await pipe(input, '--jobs', '2')];
  expect(two).toEqual(one);
  expect(recordsOf(one.stdout)).toHaveLength(5);
});

test('nothing comes of nothing', async () => {
  expect(await pipe('')).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('a pipe can not learn from what is still to come', async () => {
  const { code, stderr } = await pipe('', '--adapt', 'batch');
  expect(code).toBe(2);
  expect(stderr).toContain(
    '--adapt batch: a pipe does not know the pairs that are still to come. Learn from',
  );
});
