import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeJsonl } from '../../src/units/formats/jsonl.ts';
import { toTmx } from '../../src/units/formats/tmx.ts';
import { FORMATS } from '../../src/units/formats.ts';
import type { Unit } from '../../src/units/unit.ts';
import { unit } from '../units/sample.ts';
import { duiqi, folderWith } from './command-line.ts';

const OPTIONS = { date: new Date('2024-03-05T06:07:08Z'), toolVersion: '1' };
const UNITS: Unit[] = [
  unit({ zh: '灯亮了。', en: 'The lamp was lit.', score: 0.95, zhDoc: 'books/a.txt#zh1' }),
  unit({ zh: '谁在那里？', en: 'Who is there?', score: 0.7 }),
  unit({ zh: '猫 & <狗>', en: 'A cat & <a dog>', score: 0.6 }),
  unit({ zh: '雨停了。', en: 'The rain had stopped.', score: 0.3 }),
  unit({
    zh: '没有人回答。',
    en: '',
    bead: '1-0',
    enIds: [],
    enSentences: [],
    enSpans: [],
    enParagraphs: [],
  }),
];
const jsonl = (units: readonly Unit[] = UNITS) => [...writeJsonl(units)].join('');
const text = (path: string) => readFileSync(path, 'utf8');

beforeAll(() => {
  process.env.SOURCE_DATE_EPOCH = '1709618828';
});

describe('duiqi convert', () => {
  test('writes what scores 0.5 or more of a .jsonl, and says what it left out', async () => {
    const at = folderWith({ 'a.jsonl': jsonl() });
    const { code, stdout, stderr } = await duiqi(
      'convert',
      at('a.jsonl'),
      '-o',
      at('a.tmx'),
      '-o',
      at('a.tsv'),
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe(
      '.tmx: 3 units written; left out: 1 of one language only, 1 scored below 0.5.\n' +
        '.tsv: 3 units written; left out: 1 of one language only, 1 scored below 0.5.\n',
    );
    expect(text(at('a.tmx'))).toBe(toTmx(UNITS.slice(0, 3), { ...OPTIONS, toolVersion: '0.1.0' }));
    expect(text(at('a.tsv'))).toContain('谁在那里？\tWho is there?\t0.7\n');
  });

  test('leaves nothing out of other formats unless told', async () => {
    const at = folderWith({ 'a.tsv': '灯亮了。\tThe lamp was lit.\t0.2\n' });
    expect((await duiqi('convert', at('a.tsv'), '-o', at('a.tmx'))).stderr).toBe('.tmx: 1 unit written.\n');
    const { stderr } = await duiqi('convert', at('a.tsv'), '-o', at('b.tmx'), '--min-score', '0.5');
    expect(stderr).toBe('.tmx: 0 units written; left out: 1 scored below 0.5.\n');
  });

  test.each(FORMATS.filter(({ read }) => read).map(({ name, endings }) => [name, endings[0]!] as const))(
    'takes a memory to %s and back',
    async (_, ending) => {
      const at = folderWith({ 'a.jsonl': jsonl() });
      await duiqi('convert', at('a.jsonl'), '-o', at(`b${ending}`), '--min-score', '0.5');
      const { code } = await duiqi('convert', at(`b${ending}`), '-o', at('c.jsonl'));
      expect(code).toBe(0);
      const texts = text(at('c.jsonl'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ zh, en }) => [zh, en]);
      expect(texts.slice(0, 3)).toEqual(UNITS.slice(0, 3).map(({ zh, en }) => [zh, en]));
    },
  );

  test('the same input gives the same bytes, a file for each format in a folder', async () => {
    const at = folderWith({ 'a.jsonl': jsonl() });
    const formats = FORMATS.flatMap(({ name }) => ['--format', name]).filter(
      (_, i, all) => all[i | 1] !== 'align',
    );
    for (const name of ['b', 'c']) await duiqi('convert', at('a.jsonl'), ...formats, '-o', at(name));
    const files = readdirSync(at('b'));
    expect(files).toEqual(expect.arrayContaining(['a.html', 'a.tmx', 'a.zh', 'a.zh.en.xml']));
    for (const file of files) {
      expect(Buffer.compare(readFileSync(at(`b/${file}`)), readFileSync(at(`c/${file}`))), file).toBe(0);
    }
  });

  test('packs and unpacks by gzip, formats of several files too', async () => {
    const at = folderWith({ 'a.jsonl': jsonl() });
    await duiqi('convert', at('a.jsonl'), '-o', at('b.zh.gz'), '-o', at('b.tmx.gz'));
    expect(gunzipSync(readFileSync(at('b.en.gz'))).toString()).toBe(
      'The lamp was lit.\nWho is there?\nA cat & <a dog>\n',
    );
    const { code } = await duiqi('convert', at('b.en.gz'), '-o', at('c.tsv'));
    expect(code).toBe(0);
    expect(text(at('c.tsv'))).toContain('灯亮了。\tThe lamp was lit.\t0.95\n');
    writeFileSync(at('misnamed.tmx'), readFileSync(at('b.tmx.gz')));
    expect((await duiqi('convert', at('misnamed.tmx'))).stdout).toContain('灯亮了。');
  });

  test('says that packed data are cut off, and leaves no file', async () => {
    const at = folderWith({});
    writeFileSync(at('a.jsonl.gz'), gzipSync(jsonl()).subarray(0, 60));
    const { code, stderr } = await duiqi('convert', at('a.jsonl.gz'), '-o', at('b.tmx'));
    expect(code).toBe(2);
    expect(stderr).toBe(
      `duiqi: ${at('a.jsonl.gz')}: its compressed data are damaged or cut off. Get it again, or unpack it with gunzip to see how far it goes.\n`,
    );
    expect(readdirSync(at('.'))).toEqual(['a.jsonl.gz']);
  });

  test('sends doubtful units to a memory of their own', async () => {
    const at = folderWith({ 'a.jsonl': jsonl() });
    const { stderr } = await duiqi(
      ...['convert', at('a.jsonl'), '-o', at('b.tmx'), '--penalty-below', '0.8', at('tm/penalty-20/b.tmx')],
    );
    expect(stderr).toContain('its folder does not exist');
    const done = await duiqi(
      'convert',
      at('a.jsonl'),
      '-o',
      at('b.tmx'),
      '--penalty-below',
      '0.8',
      at('c.tmx'),
    );
    expect(done.stderr).toBe(
      `.tmx: 1 unit written; left out: 1 of one language only, 1 scored below 0.5, 2 scored below 0.8 in ${at('c.tmx')}.\n` +
        `${at('c.tmx')}: 2 units written.\n`,
    );
    expect(text(at('b.tmx')).match(/<tu /g)).toHaveLength(1);
    expect(text(at('c.tmx')).match(/<tu /g)).toHaveLength(2);
  });

  test('begins a new file after so many units, or before so many bytes', async () => {
    const at = folderWith({
      'a.jsonl': jsonl(Array.from({ length: 25 }, (_, i) => unit({ zh: `第${i}盏灯。` }))),
    });
    const byUnits = await duiqi('convert', at('a.jsonl'), '-o', at('u.tmx'), '--split', '10');
    expect(byUnits.stderr).toBe('.tmx: 25 units written in 3 files.\n');
    expect(readdirSync(at('.'))).toEqual(['a.jsonl', 'u-001.tmx', 'u-002.tmx', 'u-003.tmx']);
    for (const [name, count] of [
      ['u-001.tmx', 10],
      ['u-003.tmx', 5],
    ] as const) {
      const memory = text(at(name));
      expect(memory.match(/<tu /g)).toHaveLength(count);
      expect(memory).toMatch(/^<\?xml.*<\/tmx>\n$/s);
    }
    const fewer = await duiqi('convert', at('a.jsonl'), '-o', at('u.tmx'), '--split', '20');
    expect(fewer.stderr).toContain('u-003.tmx is of an earlier run');
    await duiqi('convert', at('a.jsonl'), '-o', at('b.zh'), '--split', '0.2kB');
    const parts = readdirSync(at('.')).filter((name) => /^b-\d{3}\.zh$/.test(name));
    expect(parts.length).toBeGreaterThan(2);
    for (const name of parts) expect(readFileSync(at(name)).length).toBeLessThanOrEqual(200);
    expect(
      parts
        .map((name) => text(at(name)))
        .join('')
        .trimEnd()
        .split('\n'),
    ).toHaveLength(25);
  });

  test('converts the script by phrases on request, and names the locale', async () => {
    const at = folderWith({
      'a.jsonl': jsonl([
        unit({ zh: '他写的软件在鼠标旁边。', anchors: [{ kind: 'other', zh: '软件', en: 'software' }] }),
      ]),
    });
    const convert = async (...options: string[]) => {
      const { stdout } = await duiqi('convert', at('a.jsonl'), ...options);
      const { zh, zhLang, anchors } = JSON.parse(stdout);
      return [zh, zhLang, anchors[0].zh];
    };
    expect(await convert('--to-script', 'tw')).toEqual(['他寫的軟體在滑鼠旁邊。', 'zh-TW', '軟體']);
    expect(await convert('--to-script', 'hk')).toEqual(['他寫的軟件在鼠標旁邊。', 'zh-HK', '軟件']);
    expect(await convert('--to-script', 'hant', '--zh-lang', 'zh-MO')).toEqual([
      '他寫的軟件在鼠標旁邊。',
      'zh-MO',
      '軟件',
    ]);
    expect(await convert('--to-script', 'hans')).toEqual(['他写的软件在鼠标旁边。', 'zh-Hans', '软件']);
    expect(await convert('--zh-lang', 'zh-sg')).toEqual(['他写的软件在鼠标旁边。', 'zh-SG', '软件']);
  });

  test('marks what differs from the memory as it was', async () => {
    const at = folderWith({ 'a.jsonl': jsonl(UNITS.slice(0, 3)) });
    await duiqi('convert', at('a.jsonl'), '-o', at('a.tsv'));
    writeFileSync(at('a.tsv'), text(at('a.tsv')).replace('Who is there?', "Who's there?"));
    await duiqi('convert', at('a.tsv'), '--original', at('a.jsonl'), '-o', at('b.tmx'));
    const units = text(at('b.tmx')).split('</tu>');
    expect(units.map((one) => one.includes('<prop type="x-edited">yes</prop>'))).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(units[0]).toContain('<prop type="x-zh-file">a.txt</prop>');
    expect(units[1]).toContain("Who's there?");
  });

  test.each([
    [['a.doc'], 'a.doc: this is no memory in a format that duiqi knows.'],
    [['none.tmx'], 'none.tmx: no such file.'],
    [['lonely.zh'], 'lonely.zh: its other side is missing.'],
    [['broken.tmx', '-o', 'x.tsv'], 'broken.tmx:1:'],
    [['mixed.jsonl', '-o', 'x.tmx'], 'a TMX file holds one pair of locales'],
    [['a.jsonl', '-o', 'x.doc'], 'x.doc: the ending .doc stands for no format.'],
    [
      ['a.jsonl', '-o', 'x.csv'],
      'x.csv: files with this ending are read, but not written. Choose .review.tsv.',
    ],
    [['a.jsonl', '-o', 'a.jsonl'], 'a.jsonl: this is an input'],
    [['a.jsonl', '--split', '0'], '--split 0: neither a number of units nor a size.'],
    [['a.jsonl', '--split', '5 pages'], '--split 5 pages: neither'],
    [['a.jsonl', '--to-script', 'latin'], '--to-script latin: unknown.'],
    [['a.jsonl', '--penalty-below', '0.4', 'x.tmx'], '--penalty-below 0.4: no unit scores below that'],
    [['a.jsonl', '--format', 'moses'], "the format moses can't be printed."],
    [['a.jsonl', '--zh-lang', 'en'], '--zh-lang en: not a language tag of Chinese.'],
  ])('refuses %j', async (typed, message) => {
    const at = folderWith({
      'a.jsonl': jsonl(),
      'a.doc': 'x',
      'lonely.zh': '月\n',
      'broken.tmx': '<tmx><body><tu>',
      'mixed.jsonl': jsonl([unit(), unit({ zhLang: 'zh-TW' })]),
    });
    const before = readdirSync(at('.'));
    const words = typed.map((word) => (/\.\w+$/.test(word) && !/^\d/.test(word) ? at(word) : word));
    const { code, stderr } = await duiqi('convert', ...words);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(readdirSync(at('.'))).toEqual(before);
  });
});

describe('duiqi merge', () => {
  test('writes the same pair once, with the better provenance', async () => {
    const [lamp, who, cat] = UNITS as [Unit, Unit, Unit];
    const { score, ...byHand } = who;
    expect(score).toBe(0.7);
    const at = folderWith({
      'a.jsonl': jsonl([lamp, who, { ...cat, score: 0.9 }]),
      'b.tmx': toTmx([{ ...lamp, score: 0.99 }, byHand, cat, { ...cat, en: 'Cats & dogs' }], OPTIONS),
    });
    const { code, stderr } = await duiqi('merge', at('a.jsonl'), at('b.tmx'), '-o', at('c.jsonl'));
    expect(code).toBe(0);
    expect(stderr).toBe('.jsonl: 4 units written.\n7 units read; 3 pairs were there already.\n');
    const merged = text(at('c.jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(merged.map(({ en, score }) => [en, score])).toEqual([
      ['A cat & <a dog>', 0.9],
      ['The lamp was lit.', 0.99],
      ['Who is there?', undefined],
      ['Cats & dogs', 0.6],
    ]);
  });

  test('prefers what was changed by hand, and of equals the first', async () => {
    const [lamp] = UNITS as [Unit];
    const at = folderWith({
      'a.jsonl': jsonl([lamp, { ...lamp, source: 'second' }]),
      'b.jsonl': jsonl([{ ...lamp, score: 0.1, edited: true, source: 'hand' }]),
    });
    expect(JSON.parse((await duiqi('merge', at('a.jsonl'))).stdout)).toEqual(JSON.parse(jsonl([lamp])));
    expect(JSON.parse((await duiqi('merge', at('a.jsonl'), at('b.jsonl'))).stdout).source).toBe('hand');
  });

  test('one bad memory is told with its place, and nothing is written', async () => {
    const at = folderWith({ 'a.jsonl': jsonl(), 'b.jsonl': `${jsonl()}{"zh":"月"}\n` });
    const { code, stderr } = await duiqi('merge', at('a.jsonl'), at('b.jsonl'), '-o', at('c.tmx'));
    expect(code).toBe(2);
    expect(stderr).toContain(`${at('b.jsonl')}:6:1: "en" must be a text.`);
    expect(readdirSync(at('.'))).toEqual(['a.jsonl', 'b.jsonl']);
  });
});
