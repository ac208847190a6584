import { type DuiqiError, readLinks } from 'duiqi';
import { describe, expect, it } from 'vitest';
import type { Link } from '../../src/model.ts';
import { bindLinks } from '../../src/read/bind.ts';
import { partOf } from '../evidence/sides.ts';

const read = (text: string) => readLinks(new TextEncoder().encode(text), 'links.txt');
const numbers = (text: string) => read(text).map(({ zh, en }) => [zh, en]);

describe('a file of links', () => {
  it.each([
    ['tabs', '0\t3\n4\t5\n'],
    ['commas', '0,3\r\n4, 5\r\n'],
    ['blanks', '\uFEFF0 3\n\n  4  5'],
    ['a header and comments', '# mine\nzh,en\n0,3\n# and\n4,5\n'],
    ['beads', '[0]:[3]\n[4]:[5]:0.9\n'],
  ])('may have %s', (_, text) => {
    expect(numbers(text)).toEqual([
      [0, 3],
      [4, 5],
    ]);
  });

  it('may name the parts, and each link knows its line', () => {
    expect(read('0 1\nzh2 en1 0 3\nzh1\ten12\t[4]:[5]')).toEqual([
      { zh: 0, en: 1, file: 'links.txt', line: 1 },
      { zh: 0, en: 3, zhPart: 'zh2', enPart: 'en1', file: 'links.txt', line: 2 },
      { zh: 4, en: 5, zhPart: 'zh1', enPart: 'en12', file: 'links.txt', line: 3 },
    ]);
  });

  it('binds all sentences of a bead together', () => {
    const [zh, en] = [partOf('zh', new Array(9).fill('一。')), partOf('en', new Array(9).fill('One.'))];
    expect(bindLinks(read('[2,3]:[4, 6,5]\n[7]:[8]'), zh, en, { zh: 4, en: 7 })).toEqual([
      { zh: { start: 2, end: 4 }, en: { start: 4, end: 7 } },
      { zh: { start: 7, end: 8 }, en: { start: 8, end: 9 } },
    ]);
  });

  it.each([
    ['0', '2:1: this is not a link. Write the numbers'],
    ['0 1 2', '2:1: this is not a link.'],
    ['-1 2', '2:1: this is not a link.'],
    ['1.5 2', '2:1: this is not a link.'],
    ['en1 zh1 0 3', '2:1: this is not a link.'],
    ['9999999999 1', '2:1: this is not a link.'],
    ['[1]:[]', '2:1: a link needs sentence numbers of both languages. Leave out'],
    ['[1]:[2', '2:1: this is not a link.'],
  ])('with the line %j is refused', (line, message) => {
    expect(() => read(`0 0\n${line}\n`)).toThrow(`links.txt:${message}`);
  });

  it.each(['', '\n \n', '# nothing\n', 'zh en\n'])('%j holds no links', (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'empty' }) as DuiqiError);
  });
});

describe('links are refused', () => {
  const [zh, en] = [partOf('zh', Array(12).fill('一。')), partOf('en', Array(12).fill('One.'))];
  const bind = (links: readonly Link[]) => bindLinks(links, zh, en, { zh: 4, en: 7 });

  it.each([
    ['of a sentence that is not there', '0 0\n12 1', '2:1: there is no sentence zh 12: '],
    ['of an English sentence that is not there', '0 12', '1:1: there is no sentence en 12: '],
    [
      'that cross',
      '5 6\n0 0\n3 8',
      '3:1: the link zh 3 with en 8 crosses the link zh 5 with en 6 of line 1.',
    ],
    ['that cross through a neighbour', '3 4\n3 6\n4 5', '3:1: the link zh 4 with en 5 crosses'],
    ['that bind too many Chinese sentences', '0 0\n4 0', '2:1: with this link zh 0 to 4 and en 0 to 0'],
    [
      'that bind too many English sentences',
      '[0]:[0,4]\n1 4\n1 7',
      '3:1: with this link zh 0 to 1 and en 0 to 7',
    ],
  ])('%s', (_, text, message) => {
    expect(() => bind(read(text))).toThrow(`links.txt:${message}`);
  });

  it('with the number of sentences there are', () => {
    expect(() => bind(read('12 0'))).toThrow('#zh1 has 12. Its sentences are 0 to 11.');
  });

  it('without a file or line where they have none', () => {
    expect(() => bind([{ zh: -1, en: 0 }])).toThrow(/^there is no sentence zh -1/);
    expect(() => bind([{ zh: 0.5, en: 0 }])).toThrow(/^there is no sentence zh 0.5/);
  });
});
