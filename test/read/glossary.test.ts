import { type DuiqiError, readGlossary } from 'duiqi';
import { describe, expect, it } from 'vitest';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readGlossary(utf8(text), 'terms.tsv');
const pairs = (text: string) => read(text).map(({ zh, en }) => [zh, en]);

const LIN = ['林秋', 'Lin Qiu'];
const SHOP = ['修表店', 'watch repair shop'];

describe('a glossary', () => {
  it.each([
    ['tabs', '林秋\tLin Qiu\n修表店\twatch repair shop\n'],
    ['commas', '林秋,Lin Qiu\n修表店,watch repair shop'],
    ['semicolons', '林秋;Lin Qiu\n修表店;watch repair shop\n'],
    ['a byte order mark and Windows line ends', '\uFEFF林秋\tLin Qiu\r\n修表店\twatch repair shop\r\n'],
    ['old line ends', '林秋\tLin Qiu\r修表店\twatch repair shop\r'],
    ['English first', 'Lin Qiu\t林秋\nwatch repair shop\t修表店\n'],
    ['blank lines and blanks around the terms', '\n 林秋 \t Lin Qiu\n\n\t\n修表店\twatch repair shop\n\n'],
    ['a comment', '# names\n林秋\tLin Qiu\n#\told\n修表店\twatch repair shop\n'],
    ['quoted fields', '"林秋","Lin Qiu"\n"修表店","watch repair shop"\n'],
    ['the same row twice', '林秋\tLin Qiu\n修表店\twatch repair shop\n林秋\tLin Qiu\n'],
    ['one row that stands the other way round', '林秋\tLin Qiu\nwatch repair shop\t修表店\n'],
    ['further columns', '林秋\tLin Qiu\tthe hero\tx\n修表店\twatch repair shop\t\n'],
  ])('may have %s', (_, text) => {
    expect(pairs(text)).toEqual([LIN, SHOP]);
  });

  it.each(['zh,en', 'en-US,zh_CN', 'Chinese,English', '中文,英文', '源,译', '"Source",Target,Kind'])(
    'may have the header %s',
    (header) => {
      const row = /^en/.test(header) ? 'Lin Qiu,林秋' : '林秋,Lin Qiu';
      expect(pairs(`${header}\n${row}\n`)).toEqual([LIN]);
    },
  );

  it('may hold the names of the languages as terms', () => {
    expect(pairs('英语\tEnglish\n中文\tChinese\n')).toEqual([
      ['英语', 'English'],
      ['中文', 'Chinese'],
    ]);
  });

  it('may hold several English forms of a term', () => {
    expect(pairs('林秋\tLin Qiu|Qiu; Ms Lin;\n')).toEqual([LIN, ['林秋', 'Qiu'], ['林秋', 'Ms Lin']]);
    expect(pairs('林秋,Lin Qiu;Qiu\n')).toEqual([LIN, ['林秋', 'Qiu']]);
  });

  it('may hold delimiters, line breaks and quotation marks in quoted fields', () => {
    expect(pairs('"江, 河","the ""great"" river, or\nstream"\n林秋,Lin Qiu\n')).toEqual([
      ['江, 河', 'the "great" river, or\nstream'],
      LIN,
    ]);
  });

  it('may hold Chinese terms with Latin letters: most rows tell which column is Chinese', () => {
    expect(pairs('A股\tA-share (A股)\n林秋\tLin Qiu\n')[0]).toEqual(['A股', 'A-share (A股)']);
    expect(pairs('A-share (A股)\tA股\nLin Qiu\t林秋\n')[0]).toEqual(['A股', 'A-share (A股)']);
  });

  it('may hold a kind in the third column', () => {
    expect(
      read('林秋\tLin Qiu\tperson\n北城\tNorthtown\tPlace\n厂\tWorks\torganization\n店\tshop\tnice\n'),
    ).toEqual([
      { zh: '林秋', en: 'Lin Qiu', kind: 'person' },
      { zh: '北城', en: 'Northtown', kind: 'place' },
      { zh: '厂', en: 'Works', kind: 'organisation' },
      { zh: '店', en: 'shop' },
    ]);
    expect(read('林秋\tLin Qiu\n林秋\tLin Qiu\tperson\n')).toEqual([
      { zh: '林秋', en: 'Lin Qiu', kind: 'person' },
    ]);
  });

  it.each([
    [
      'Lin Qiu\tMs Lin',
      'format',
      '2:1: no Chinese in this row. Write a Chinese and an English term with a tab',
    ],
    ['林秋\t', 'format', '2:4: no English in this row.'],
    ['林秋\t秋', 'format', '2:4: no English in this row.'],
    ['林秋', 'format', '2:1: no English in this row.'],
    ['Lin', 'format', '2:1: no Chinese in this row.'],
    ['林秋\t"Lin', 'format', '2:4: this quotation mark is never closed.'],
  ])('with the row %j is refused', (row, code, message) => {
    let error: DuiqiError | undefined;
    try {
      read(`店\tshop\n${row}\n`);
    } catch (thrown) {
      error = thrown as DuiqiError;
    }
    expect(error?.code).toBe(code);
    expect(error?.message).toContain(`terms.tsv:${message}`);
  });

  it('is told the place behind a field of several lines', () => {
    expect(() => read('店,"shop\n🎉 or"\n"x🎉",nothing\n')).toThrow('terms.tsv:3:1: no Chinese in this row.');
    expect(() => read('店,"shop\nor",x,"y\n"🎉,"z')).toThrow('terms.tsv:3:4: this quotation mark');
  });

  it('with a kind that is none, in a column called so, is refused', () => {
    expect(() => read('zh\ten\tkind\n林秋\tLin Qiu\tpersn\n')).toThrow(
      'terms.tsv:2:12: persn: unknown kind. It takes one of person, place',
    );
  });

  it.each([
    ['', 'empty'],
    [' \n\t\n', 'empty'],
    ['# nothing\t\n', 'empty'],
    ['zh\ten\n', 'empty'],
  ])('%j is no glossary', (text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code }) as DuiqiError);
  });

  it('in two charsets is refused', () => {
    const bytes = Uint8Array.from([...utf8('林秋\tLin Qiu\n'), 0xb5, 0xda]);
    expect(() => readGlossary(bytes, 'terms.tsv')).toThrow(
      'terms.tsv:2:1: This file mixes two charsets: line 2 is not UTF-8',
    );
  });

  it('of a million quotation marks, or of a million fields, is read in no time', () => {
    expect(() => read(`店\t"${'""'.repeat(1_000_000)}`)).toThrow('never closed');
    expect(pairs(`店\tshop${'\t"x"'.repeat(1_000_000)}`)).toEqual([['店', 'shop']]);
  }, 10_000);
});
