import { expect, test } from 'vitest';
import { MOSES } from '../../../src/units/formats/moses.ts';
import { LONGEST_LINE, type Source } from '../../../src/units/source.ts';
import { filesOf, sourceOf, unitsIn } from '../contract.ts';
import { unit } from '../sample.ts';

test('each file has a line for each unit, whatever its text breaks', async () => {
  const { files } = await filesOf(MOSES, [unit({ zh: '月\n亮', en: 'the\u2028moon', score: 0.5 }), unit()]);
  expect(files.map(String)).toEqual(['月 亮\n她笑了。\n', 'the moon\nShe smiled.\n', '0.5\n1\n']);
});

test('a zero, which would make a short file look like UTF-16, is a space', async () => {
  const { files } = await filesOf(MOSES, [unit({ zh: '月\0亮', en: 'm\0' })]);
  expect(files.map(String)).toEqual(['月 亮\n', 'm \n', '1\n']);
  const [read] = await unitsIn(MOSES, files);
  expect(read).toMatchObject({ zh: '月 亮', en: 'm ' });
});

test('scores may be missing, a line of them or the file', async () => {
  expect(await unitsIn(MOSES, ['月\n日\n', 'moon\nsun', '0.5\n\n'])).toMatchObject([
    { zh: '月', en: 'moon', score: 0.5 },
    { zh: '日', en: 'sun' },
  ]);
  const units: unknown[] = [];
  const sources = [sourceOf('月\r\n'), sourceOf('moon\r\n'), undefined];
  for await (const one of MOSES.read!(sources, {})) units.push(one);
  expect(units).toEqual([{ zh: '月', en: 'moon' }]);
});

test('lines that are blank on both sides are passed over, and told', async () => {
  const notices: string[] = [];
  const onNotice = (notice: string) => notices.push(notice);
  const units = await unitsIn(MOSES, ['月\n\n日\n', 'moon\n\nsun\n', '\n\n\n'], { onNotice });
  expect(units.map(({ zh }) => zh)).toEqual(['月', '日']);
  expect(notices).toEqual(['1 blank line passed over.']);
});

test.each([
  [['月\n日\n', 'moon\n', '1\n1\n'], 'story.en:2: the other file has more lines.'],
  [['月\n日\n', 'moon\nsun\n', '1\n'], 'story.scores:2: the other file has more lines.'],
  [['月\n', 'moon\n', 'good\n'], 'story.scores:1:1: this is not a score from 0 to 1.'],
])('files that do not belong together are told: %j', async (files, message) => {
  await expect(unitsIn(MOSES, files)).rejects.toThrow(message);
});

test('a file without line ends is refused before it fills the memory', async () => {
  const block = Buffer.alloc(1 << 20, 'x');
  const endless: Source = {
    file: 'endless.zh',
    async *bytes() {
      for (let size = 0; size < 4 * LONGEST_LINE; size += block.length) yield block;
    },
  };
  const readAll = async () => {
    const reading = MOSES.read!([endless, sourceOf('x\n'), undefined], {});
    for await (const one of reading) expect(one).toBeDefined();
  };
  await expect(readAll()).rejects.toMatchObject({
    code: 'too-large',
    position: { file: 'endless.zh', line: 1 },
  });
});
