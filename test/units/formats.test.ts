import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Alignment } from '../../src/model.ts';
import { readJsonl } from '../../src/units/formats/jsonl.ts';
import { readTsv } from '../../src/units/formats/tsv.ts';
import {
  FORMATS,
  type Format,
  formatOf,
  type Piece,
  type WriteOptions,
  type WriteReport,
  writeUnits,
} from '../../src/units/formats.ts';
import type { Unit } from '../../src/units/unit.ts';
import { anyText, filesOf, unitsIn } from './contract.ts';
import { elements, parseXml } from './formats/xml.ts';
import { alignment, LANTERN_UNITS, LANTERNS, part, unit } from './sample.ts';

const OPTIONS: WriteOptions = { date: new Date(0), toolVersion: '0.0.0' };
const NIGHT = alignment(part('zh', ['夜深了。\u0001']), part('en', ['It was night.']), [[1, 1, 0.6]]);
const NOTHING_LEFT_OUT = { zhOnly: 0, enOnly: 0, belowMinScore: 0, noise: 0, blank: 0, droppedCharacters: 0 };

function format(ending: string): Format {
  return formatOf(`x${ending}`)!.format;
}

async function write(ending: string, alignments: Alignment[], options: Partial<WriteOptions> = {}) {
  let report: WriteReport | undefined;
  const onWritten = (found: WriteReport) => {
    report = found;
  };
  const pieces: Piece[] = [];
  const written = writeUnits(format(ending), alignments, { ...OPTIONS, ...options, onWritten });
  for await (const [piece] of written) pieces.push(piece!);
  return { text: pieces.join(''), report };
}

test('a format is known by the ending of a file name, packed or not', () => {
  for (const { endings, name } of FORMATS) {
    for (const ending of endings) {
      expect(formatOf(`out/story${ending}`)).toMatchObject({ stem: 'out/story', isPacked: false });
      expect(formatOf(`out/story${ending}`)!.format.name).toBe(name);
      expect(formatOf(`out/story${ending}.gz`)).toMatchObject({ stem: 'out/story', isPacked: true });
    }
  }
  expect(formatOf('STORY.TMX')?.format.name).toBe('tmx');
  expect(formatOf('story.doc')).toBeUndefined();
  expect(formatOf('tmx')).toBeUndefined();
});

describe('formats that hold every bead', () => {
  test('JSONL holds one alignment after the other', async () => {
    const { text, report } = await write('.jsonl', [LANTERNS, NIGHT]);
    const units = readJsonl(text, 'a.jsonl');
    expect(units.slice(0, 5)).toEqual(LANTERN_UNITS);
    expect(units).toHaveLength(6);
    expect(report).toEqual({ ...NOTHING_LEFT_OUT, written: 6 });
  });

  test('JSONL ends with a summary of each alignment where one is asked for', async () => {
    const { text } = await write('.jsonl', [LANTERNS, NIGHT], { summary: true });
    const lines = text.trimEnd().split('\n');
    expect(lines.slice(-2).map((line) => JSON.parse(line).summary.beads)).toEqual([5, 1]);
    expect(readJsonl(text, 'a.jsonl')).toHaveLength(6);
  });

  test('.align holds one alignment, and refuses several', async () => {
    const { text, report } = await write('.align', [LANTERNS], { minScore: 1 });
    expect(text).toBe('[0]:[0,1]\n[1]:[]\n[]:[2]\n[2]:[3]\n[3,4]:[4]\n');
    expect(report?.written).toBe(5);
    await expect(write('.align', [LANTERNS, NIGHT])).rejects.toMatchObject({ code: 'usage' });
    expect((await write('.align', [])).text).toBe('');
  });

  test('.align refuses a unit whose sentence numbers are not known', async () => {
    const { zhIds, ...rest } = unit();
    expect(zhIds).toEqual([0]);
    await expect(filesOf(format('.align'), [rest])).rejects.toThrow('a unit has no sentence numbers');
  });
});

describe('formats for translators', () => {
  test('hold two-sided units of a score of at least 0.5, and say what they left out', async () => {
    const { text, report } = await write('.tsv', [LANTERNS, NIGHT]);
    expect(readTsv(text, 'a.tsv').map(({ score }) => score)).toEqual([0.9731, 0.9, 0.6]);
    expect(report).toEqual({ ...NOTHING_LEFT_OUT, written: 3, zhOnly: 1, enOnly: 1, belowMinScore: 1 });
  });

  test('obey another lowest score', async () => {
    const report = async (minScore: number) => (await write('.tsv', [LANTERNS, NIGHT], { minScore })).report;
    expect(await report(0.95)).toMatchObject({ written: 1, belowMinScore: 3, noise: 0 });
    expect(await report(0)).toMatchObject({ written: 4, belowMinScore: 0, noise: 0 });
  });

  test('TMX obeys the source and counts dropped characters', async () => {
    const { text, report } = await write('.tmx', [LANTERNS, NIGHT], { source: 'zh' });
    const root = parseXml(text);
    expect(elements(root, 'header')[0]!.attributes).toMatchObject({
      srclang: 'zh-CN',
      creationdate: '19700101T000000Z',
      creationtoolversion: '0.0.0',
    });
    expect(elements(root, 'seg').at(-2)!.text).toBe('夜深了。');
    expect(report).toMatchObject({ written: 3, droppedCharacters: 1, blank: 0 });
  });

  test('TMX counts a unit that had nothing but forbidden characters as blank, not as written', async () => {
    const blank = alignment(part('zh', ['\u0001']), part('en', ['Hm.']), [[1, 1]]);
    const { report } = await write('.tmx', [NIGHT, blank]);
    expect(report).toMatchObject({ written: 1, blank: 1, droppedCharacters: 2 });
  });
});

const EVERY = FORMATS.map((one) => [one.name, one] as const);

test.each(EVERY)('%s is written with anchors if, and only if, it is said to hold them', async (_, one) => {
  const units = LANTERN_UNITS.filter(({ anchors }) => anchors.length > 0);
  expect(units).toHaveLength(1);
  const bare = units.map((unit) => ({ ...unit, anchors: [] }));
  const [{ files }, without] = [await filesOf(one, units), await filesOf(one, bare)];
  const isSame = files.every((bytes, i) => Buffer.compare(bytes, without.files[i]!) === 0);
  expect(isSame).toBe(!one.holdsAnchors);
});

const READABLE = EVERY.filter(([, { read }]) => read);

test.each(EVERY)('%s gives the same bytes for the same units', async (_, one) => {
  const [first, again] = [
    await filesOf(one, LANTERN_UNITS),
    await filesOf(one, structuredClone(LANTERN_UNITS)),
  ];
  expect(first.files.every((bytes, i) => Buffer.compare(bytes, again.files[i]!) === 0)).toBe(true);
});

describe.each(READABLE)('what %s reads', (_, one) => {
  const offered = (units: readonly Unit[]) => units.filter(({ zh, en }) => one.holdsEveryBead || (zh && en));

  test('is what it wrote: the texts, in order, and written again the same bytes', async () => {
    const { files } = await filesOf(one, offered(LANTERN_UNITS));
    const units = await unitsIn(one, files);
    expect(units.map(({ zh, en }) => [zh, en])).toEqual(offered(LANTERN_UNITS).map(({ zh, en }) => [zh, en]));
    expect(textOf((await filesOf(one, units)).files)).toBe(textOf(files));
  });

  test('does not depend on the pieces in which the bytes come', async () => {
    const { files } = await filesOf(one, offered(LANTERN_UNITS));
    expect(await unitsIn(one, files, { size: 7 })).toEqual(await unitsIn(one, files));
  });

  test('is nothing where nothing was written', async () => {
    expect(await unitsIn(one, (await filesOf(one, [])).files)).toEqual([]);
  });

  test('whatever the texts hold, comes out of a second round as out of the first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { maxLength: 5 }), async (texts) => {
        const units = texts.map(([zh, en]) => unit({ zh: `月${zh}`, en: `m${en}` }));
        const once = await unitsIn(one, (await filesOf(one, units)).files);
        expect(once).toHaveLength(units.length);
        const twice = await unitsIn(one, (await filesOf(one, once)).files);
        expect(twice).toEqual(once);
      }),
      { numRuns: one.name === 'xlsx' ? 20 : 100 },
    );
  });
});

const textOf = (files: readonly Uint8Array[]) =>
  files.map((bytes) => Buffer.from(bytes).toString('latin1')).join();

test('alignments are taken one by one as the pieces are read', async () => {
  const taken: string[] = [];
  function* alignments() {
    for (const each of [LANTERNS, NIGHT]) {
      taken.push(each.zh.sentences[0]!.text);
      yield each;
    }
  }
  await writeUnits(format('.jsonl'), alignments(), OPTIONS).next();
  expect(taken).toEqual(['林月提着3盏灯笼走下山来。']);
});
