import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/read/formats/pdf.ts';
import { habitsOf, joinLines } from '../../../src/read/formats/pdf-joining.ts';
import { makePdf, paragraph, type Text, widthOf } from './pdf-maker.ts';

const textOf = async (texts: readonly Text[]) =>
  (await readPdf(makePdf([{ texts }]), 'ferry.pdf')).pieces.map(({ text }) => text).join('\n');

describe('the lines of a paragraph', () => {
  const join = (lines: readonly string[], elsewhere: readonly string[] = []) =>
    joinLines(lines, habitsOf([...lines, ...elsewhere]));

  it.each([
    [['The ferry left', 'at noon.'], 'The ferry left at noon.'],
    [['渡船中午离开', '小岛。'], '渡船中午离开小岛。'],
    [['他说：“', '好。”'], '他说：“好。”'],
    [['船上有', '11个孩子'], '船上有11个孩子'],
    [['她弹的是Chopin', '的曲子'], '她弹的是Chopin的曲子'],
    [['from 1914–', '1918 and'], 'from 1914–1918 and'],
    [['the sea—', 'and the sky'], 'the sea—and the sky'],
    [['the sea —', 'and the sky'], 'the sea — and the sky'],
    [['渡船', 'Ariadne', '号'], '渡船Ariadne号'],
  ])('%j are joined as %j', (lines, text) => {
    expect(join(lines)).toBe(text);
  });

  it('have a space between Han and Latin letters where the document has it', () => {
    expect(join(['船上有', '11 个孩子'], ['还有 2 只山羊和 1 架钢琴'])).toBe('船上有 11 个孩子');
  });

  it.each([
    ['cut in two', ['the obser-', 'vatory'], [], 'the observatory'],
    ['cut with the hyphen of typesetters', ['the obser‐', 'vatory'], [], 'the observatory'],
    ['cut at a soft hyphen', ['the obser\u00ad', 'vatory'], [], 'the observatory'],
    [
      'that stands elsewhere with a hyphen',
      ['a well-', 'known goat'],
      ['the well-known song'],
      'a well-known goat',
    ],
    ['that stands elsewhere without one', ['a co-', 'operative goat'], ['cooperative'], 'a cooperative goat'],
    ['whose second part has a capital', ['the Anglo-', 'Saxon goat'], [], 'the Anglo-Saxon goat'],
    ['of figures', ['in 1914-', '18 the'], [], 'in 1914-18 the'],
    ['of figures and letters', ['a 40-', 'year old'], [], 'a 40-year old'],
    ['of three parts', ['a state-of-', 'the-art ship'], [], 'a state-of-the-art ship'],
  ])('may end within a word %s', (_, lines, elsewhere, text) => {
    expect(join(lines, elsewhere)).toBe(text);
  });
});

describe('the letters of a PDF', () => {
  it('are read from the encodings of old Chinese files', async () => {
    const song = '渡船中午离开小岛，船上有两只山羊。';
    expect(await textOf(paragraph(song, { font: 'song' }))).toBe(song);
  });

  it('are Traditional where the file has them', async () => {
    const text = '渡船中午離開小島，船上有兩隻山羊、一架鋼琴和十一個孩子。';
    expect(await textOf(paragraph(text, { width: 200, leading: 16 }))).toBe(text);
  });

  it('take the place of ligatures, and of radicals that look like them', async () => {
    const ligatures = { text: 'The oﬃcer ﬁnds ﬂour.', left: 72, top: 72 };
    expect(await textOf([ligatures, { text: '⼈在⼭上', left: 72, top: 120 }])).toBe(
      'The officer finds flour.\n人在山上',
    );
  });

  it('stay as they are in width and script', async () => {
    const text = 'Ｎｏ．１２，“臺北”…… ½ café';
    expect(await textOf([{ text, left: 72, top: 72 }])).toBe(text);
  });

  it('stand together where a Chinese line is only spread out', async () => {
    const line = '渡船中午离开小岛，船上有山羊。';
    expect(await textOf([{ text: line, left: 72, top: 72, width: 175 }])).toBe(line);
  });

  it('keep the gaps that a Chinese line has of its own', async () => {
    expect(await textOf([{ text: '第一章 渡船离开了小岛', left: 72, top: 72, size: 12 }])).toBe(
      '第一章 渡船离开了小岛',
    );
  });

  it('of Chinese and English stand apart as the gap on the page says', async () => {
    const runs = (gap: number) => [
      { text: '船上有', left: 72, top: 72 },
      { text: '11', left: 102 + gap, top: 72 },
      { text: '个孩子', left: 112 + 2 * gap, top: 72 },
    ];
    expect(await textOf(runs(2.5))).toBe('船上有 11 个孩子');
    expect(await textOf(runs(0))).toBe('船上有11个孩子');
  });

  it('are apart where words were painted one by one', async () => {
    const words = 'The ferry left the island'.split(' ');
    const texts = words.map((text, i) => ({ text, left: 72 + 33 * i, top: 72, size: 11 }));
    expect(await textOf(texts)).toBe('The ferry left the island');
  });

  it('are read once where they are painted twice to look bold', async () => {
    const line = { text: 'The ferry left.', left: 72, top: 72 };
    expect(await textOf([line, { ...line, left: 72.4 }])).toBe('The ferry left.');
  });

  it('of words cut at soft hyphens are joined, though pdf.js passes over those', async () => {
    const lines = [
      'nobody on the quay waved that after\u00ad',
      'noon since everybody who could wave',
      'at all stood on the deck of the ship,',
      'and the ship was already far out at',
      'sea.',
    ];
    // A hyphen is as wide as a letter here, and narrower in most fonts: the line ends 3 points before the others.
    const widths = [202, 200, 200, 200, widthOf('sea.')];
    const texts = lines.map((text, i) => ({ text, left: 72, top: 72 + 12 * i, width: widths[i]! }));
    expect(await textOf(texts)).toContain('that afternoon since');
  });
});

describe('a page of a PDF', () => {
  const lines = paragraph('The ferry left the island at noon with two goats and a piano on board.', {
    width: 200,
  });
  const text = 'The ferry left the island at noon with two goats and a piano on board.';

  it.each([90, 180, 270])('may be turned by %i degrees', async (rotate) => {
    const sideways = {
      90: ({ left, top }: Text) => ({ left: top, top: 842 - left, turned: 90 }),
      180: ({ left, top }: Text) => ({ left: 595 - left, top: 842 - top, turned: 180 }),
      270: ({ left, top }: Text) => ({ left: 595 - top, top: left, turned: 270 }),
    };
    const texts = lines.map((line) => ({ ...line, ...sideways[rotate as 90](line) }));
    const { pieces, notices } = await readPdf(makePdf([{ texts, rotate }]), 'ferry.pdf');
    expect([pieces.map((piece) => piece.text), notices]).toEqual([[text], []]);
  });

  it('may have all its lines sideways', async () => {
    const texts = lines.map((line) => ({ ...line, left: line.top, top: 700 - line.left, turned: 90 }));
    expect(await textOf(texts)).toBe(text);
  });

  it.each([
    ['a vertical line', { text: '渡船离开小岛', left: 400, top: 100, font: 'vertical' }],
    ['a slanted stamp', { text: 'DRAFT', left: 100, top: 500, size: 60, turned: 45 }],
    ['a line along the edge', { text: 'Salt Street Press', left: 20, top: 500, turned: 90 }],
  ] satisfies [string, Text][])('is read without %s, which is told', async (_, other) => {
    const { pieces, notices } = await readPdf(makePdf([{ texts: [...lines, other] }]), 'ferry.pdf');
    expect(pieces.map((piece) => piece.text)).toEqual([text]);
    expect(notices).toEqual(['Text that does not run from left to right was left out.']);
  });
});
