import { describe, expect, test } from 'vitest';
import type { Alignment } from '../../src/model.ts';
import {
  FORMATS,
  type Format,
  formatOf,
  type WriteOptions,
  type WriteReport,
  writeUnits,
} from '../../src/units/formats.ts';
import { readJsonl } from '../../src/units/jsonl.ts';
import { readTsv } from '../../src/units/tsv.ts';
import { alignment, LANTERN_UNITS, LANTERNS, part } from './sample.ts';
import { elements, parseXml } from './xml.ts';

const OPTIONS: WriteOptions = { date: new Date(0), toolVersion: '0.0.0' };
const NIGHT = alignment(part('zh', ['夜深了。\u0001']), part('en', ['It was night.']), [[1, 1, 0.6]]);

function format(ending: string): Format {
  return formatOf(`x${ending}`)!;
}

function write(ending: string, alignments: Alignment[], options: Partial<WriteOptions> = {}) {
  let report: WriteReport | undefined;
  const onWritten = (found: WriteReport) => {
    report = found;
  };
  const text = [...writeUnits(format(ending), alignments, { ...OPTIONS, ...options, onWritten })].join('');
  return { text, report };
}

test('a format is known by the ending of a file name', () => {
  expect(FORMATS.map(({ ending }) => formatOf(`out/story${ending}`)?.name)).toEqual([
    'tmx',
    'jsonl',
    'tsv',
    'align',
  ]);
  expect(formatOf('STORY.TMX')?.name).toBe('tmx');
  expect(formatOf('story.json')).toBeUndefined();
  expect(formatOf('tmx')).toBeUndefined();
});

describe('formats that hold every bead', () => {
  test('JSONL holds one alignment after the other', () => {
    const { text, report } = write('.jsonl', [LANTERNS, NIGHT]);
    const units = readJsonl(text, 'a.jsonl');
    expect(units.slice(0, 5)).toEqual(LANTERN_UNITS);
    expect(units).toHaveLength(6);
    expect(report).toEqual({
      written: 6,
      zhOnly: 0,
      enOnly: 0,
      belowMinScore: 0,
      noise: 0,
      blank: 0,
      droppedCharacters: 0,
    });
  });

  test('.align holds one alignment, and refuses several before it writes anything', () => {
    const { text, report } = write('.align', [LANTERNS], { minScore: 1 });
    expect(text).toBe('[0]:[0,1]\n[1]:[]\n[]:[2]\n[2]:[3]\n[3,4]:[4]\n');
    expect(report?.written).toBe(5);
    const chunks = writeUnits(format('.align'), [LANTERNS, NIGHT], OPTIONS);
    expect(() => chunks.next()).toThrow(expect.objectContaining({ code: 'usage' }));
    expect(write('.align', []).text).toBe('');
  });
});

describe('formats for translators', () => {
  test('hold two-sided units of a score of at least 0.5, and say what they left out', () => {
    const { text, report } = write('.tsv', [LANTERNS, NIGHT]);
    expect(readTsv(text, 'a.tsv').map(({ score }) => score)).toEqual([0.9731, 0.9, 0.6]);
    expect(report).toEqual({
      written: 3,
      zhOnly: 1,
      enOnly: 1,
      belowMinScore: 1,
      noise: 0,
      blank: 0,
      droppedCharacters: 0,
    });
  });

  test('obey another lowest score', () => {
    expect(write('.tsv', [LANTERNS, NIGHT], { minScore: 0.95 }).report).toMatchObject({
      written: 1,
      belowMinScore: 3,
      noise: 0,
    });
    expect(write('.tsv', [LANTERNS, NIGHT], { minScore: 0 }).report).toMatchObject({
      written: 4,
      belowMinScore: 0,
      noise: 0,
    });
  });

  test('TMX obeys the source and counts dropped characters', () => {
    const { text, report } = write('.tmx', [LANTERNS, NIGHT], { source: 'zh' });
    const root = parseXml(text);
    expect(elements(root, 'header')[0]!.attributes).toMatchObject({
      srclang: 'zh-CN',
      creationdate: '19700101T000000Z',
      creationtoolversion: '0.0.0',
    });
    expect(elements(root, 'seg').at(-2)!.text).toBe('夜深了。');
    expect(report).toMatchObject({ written: 3, droppedCharacters: 1, blank: 0 });
  });

  test('TMX counts a unit that had nothing but forbidden characters as blank, not as written', () => {
    const blank = alignment(part('zh', ['\u0001']), part('en', ['Hm.']), [[1, 1]]);
    expect(write('.tmx', [NIGHT, blank]).report).toMatchObject({
      written: 1,
      blank: 1,
      droppedCharacters: 2,
    });
  });
});

test.each(FORMATS)('$name gives the same text for the same alignment', ({ ending }) => {
  expect(write(ending, [LANTERNS]).text).toBe(write(ending, [structuredClone(LANTERNS)]).text);
});

test('alignments are taken one by one as the chunks are read', () => {
  const taken: string[] = [];
  function* alignments() {
    for (const each of [LANTERNS, NIGHT]) {
      taken.push(each.zh.sentences[0]!.text);
      yield each;
    }
  }
  const chunks = writeUnits(format('.jsonl'), alignments(), OPTIONS);
  chunks.next();
  expect(taken).toEqual(['林月提着3盏灯笼走下山来。']);
});
