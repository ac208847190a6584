import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../../src/units/format.ts';
import { XLIFF } from '../../../src/units/formats/xliff.ts';
import { XLIFF2 } from '../../../src/units/formats/xliff2.ts';
import type { Unit, UnitRead } from '../../../src/units/unit.ts';
import { anyText } from '../contract.ts';
import { LANTERN_UNITS, unit } from '../sample.ts';
import { damaged, read, readOrTold, written } from './rereading.ts';
import { elements, parseXml } from './xml.ts';

const FORMATS: readonly Format[] = [XLIFF, XLIFF2];
const TWO_SIDED = LANTERN_UNITS.filter(({ zh, en }) => zh !== '' && en !== '');
const FULL: Unit = unit({
  score: 0.4321,
  noise: ['zh'],
  edited: true,
  source: 'Own stories',
  licence: 'CC0',
  url: 'https://example.org/?a=1&b=2',
  created: '20240101T000000Z',
  createdBy: 'Lin "L" Yue',
  changed: '20240203T040506Z',
  changedBy: 'A & B',
  notes: ['First\nnote', ' second '],
  properties: [
    ['x-mine', '1'],
    ['Project = one', 'two words'],
    ['x-other', 'a=b'],
    ['x-created', 'as another program says'],
    ['', ''],
    ['back\\slash', '='],
  ],
});

/** What XLIFF holds of a unit. */
function held({
  zhSentences: _1,
  enSentences: _2,
  zhSpans: _3,
  enSpans: _4,
  zhParagraphs: _p1,
  enParagraphs: _p2,
  lengthRatio: _5,
  anchors,
  ...others
}: Unit): UnitRead {
  return { ...others, ...(anchors?.length && { anchors }) };
}

test('a whole file of XLIFF 1.2 reads like this', async () => {
  const { files } = await written(XLIFF, [
    { ...LANTERN_UNITS[0]!, en: 'Lin Yue & <3> lanterns.', notes: ['Check.'] },
  ]);
  expect(files[0]).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="b.txt" source-language="en" target-language="zh-CN" datatype="plaintext" date="2024-03-05T06:07:08Z" tool-id="duiqi">
    <header>
      <tool tool-id="duiqi" tool-name="duiqi" tool-version="1.2.3"/>
    </header>
    <body>
      <trans-unit id="1" xml:space="preserve">
        <source>Lin Yue &amp; &lt;3&gt; lanterns.</source>
        <target state="translated">林月提着3盏灯笼走下山来。</target>
        <context-group purpose="information">
          <context context-type="x-score">0.9731</context>
          <context context-type="x-parallel">1.00</context>
          <context context-type="x-bead">1-2</context>
          <context context-type="x-anchors">林月=Lin Yue; 3=3</context>
          <context context-type="x-anchor-kinds">person,number</context>
          <context context-type="x-zh-file">a.txt</context>
          <context context-type="x-en-file">b.txt</context>
          <context context-type="x-zh-part">zh1</context>
          <context context-type="x-en-part">en1</context>
          <context context-type="x-zh-ids">0</context>
          <context context-type="x-en-ids">0,1</context>
        </context-group>
        <note>Check.</note>
      </trans-unit>
    </body>
  </file>
</xliff>
`);
});

test('a whole file of XLIFF 2.1 reads like this', async () => {
  const { files } = await written(XLIFF2, [unit({ notes: ['Check.'], anchors: [], edited: true })], {
    source: 'zh',
  });
  expect(files[0]).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" srcLang="zh-CN" trgLang="en">
  <file id="f1" original="a.txt" xml:space="preserve">
    <unit id="u1">
      <mda:metadata>
        <mda:metaGroup category="duiqi">
          <mda:meta type="x-score">1.00</mda:meta>
          <mda:meta type="x-parallel">1.00</mda:meta>
          <mda:meta type="x-bead">1-1</mda:meta>
          <mda:meta type="x-zh-file">a.txt</mda:meta>
          <mda:meta type="x-en-file">b.txt</mda:meta>
          <mda:meta type="x-zh-part">zh1</mda:meta>
          <mda:meta type="x-en-part">en1</mda:meta>
          <mda:meta type="x-zh-ids">0</mda:meta>
          <mda:meta type="x-en-ids">0</mda:meta>
          <mda:meta type="x-edited">yes</mda:meta>
        </mda:metaGroup>
      </mda:metadata>
      <notes>
        <note>Check.</note>
      </notes>
      <segment state="final">
        <source>她笑了。</source>
        <target>She smiled.</target>
      </segment>
    </unit>
  </file>
</xliff>
`);
});

describe.each(FORMATS)('$name', (format) => {
  test.each(['zh', 'en'] as const)('reads back what it wrote, with %s as the source', async (source) => {
    const units = [...TWO_SIDED, FULL];
    const { files } = await written(format, units, { source });
    expect(await read(format, files)).toEqual({ units: units.map(held), notices: [] });
  });

  test('is read by the reader of the other version too', async () => {
    const { files } = await written(format, [FULL]);
    for (const other of FORMATS) expect((await read(other, files)).units).toEqual([held(FULL)]);
  });

  test('has a file for each run of units of the same two documents', async () => {
    const named = (zhDoc: string, enDoc: string) => unit({ zhDoc, enDoc });
    const units = [
      named('/home/li/a.txt#zh1', 'b.txt#en1'),
      named('/home/li/a.txt#zh2', 'b.txt#en2'),
      named('c.txt#zh1', 'C:\\texts\\d.txt#en1'),
    ];
    const { files } = await written(format, [...units, unit()]);
    expect(files[0]!.match(/original="[^"]*"/g)).toEqual([
      'original="b.txt"',
      'original="d.txt"',
      'original="b.txt"',
    ]);
    expect(files[0]).not.toContain('home');
    const nameless = await written(format, [{ zh: '好。', en: 'Good.', zhLang: 'zh', enLang: 'en' }], {
      title: 'my',
    });
    expect(nameless.files[0]).toContain('original="my"');
  });

  test('holds one pair of locales', async () => {
    await expect(written(format, [unit(), unit({ zhLang: 'zh-TW' })])).rejects.toThrow(
      expect.objectContaining({
        code: 'language',
        message: expect.stringContaining('an XLIFF file holds one pair'),
      }),
    );
  });

  test('leaves out units with a blank side, and drops and counts what XML forbids', async () => {
    const dirty = unit({ zh: '\u000b 她\ud800笑\ufffe了。\udc00', en: 'She \u0000smiled. \u001f' });
    const { files, losses } = await written(format, [dirty, unit({ en: ' ' }), unit({ zh: '\u0001' })]);
    expect(losses).toEqual({ blank: 2, droppedCharacters: 7 });
    const { units } = await read(format, files);
    expect(units.map(({ zh, en }) => [zh, en])).toEqual([['她笑了。', 'She smiled.']]);
  });

  test('is a whole file also without units', async () => {
    const { files } = await written(format, []);
    expect(await read(format, files)).toEqual({ units: [], notices: [] });
    expect(files[0]).toMatch(/<\/xliff>\n$/);
  });

  test('reads back whatever the texts hold', async () => {
    const texts = fc.record({
      zh: anyText,
      en: anyText,
      createdBy: anyText,
      notes: fc.array(anyText, { minLength: 1, maxLength: 2 }),
      properties: fc.array(
        fc.tuple(
          anyText.map((name) => `?${name}`),
          anyText,
        ),
        { minLength: 1, maxLength: 2 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { maxLength: 4 }), async (all) => {
        const units = all.map((changes) => unit(changes));
        const { files, losses } = await written(format, units);
        const { units: found } = await read(format, files, 64);
        const expected = units.map(legalUnit).filter(({ zh, en }) => zh !== '' && en !== '');
        expect(found).toEqual(expected.map(held));
        expect(losses.blank).toBe(units.length - expected.length);
      }),
      { numRuns: 200 },
    );
  });
});

function legalUnit(one: Unit): Unit {
  return {
    ...one,
    zh: legal(one.zh).trim(),
    en: legal(one.en).trim(),
    createdBy: legal(one.createdBy!),
    notes: one.notes!.map(legal),
    properties: one.properties!.map(([name, value]) => [legal(name), legal(value)]),
  };
}

/** Character by character, as clause 2.2 of XML 1.0 has it. */
function legal(text: string): string {
  return Array.from(text)
    .filter((character) => {
      const code = character.codePointAt(0)!;
      if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
      return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff);
    })
    .join('');
}

test('XLIFF 1.2 shows editors which units are done and which are doubtful', async () => {
  const { files } = await written(XLIFF, [unit({ score: 0.79 }), unit(), unit({ score: 0.1, edited: true })]);
  const root = parseXml(files[0]!);
  expect(elements(root, 'target').map(({ attributes }) => attributes.state)).toEqual([
    'needs-review-translation',
    'translated',
    'final',
  ]);
  expect(elements(root, 'trans-unit').map(({ attributes }) => attributes.approved)).toEqual([
    undefined,
    undefined,
    'yes',
  ]);
});

const ONE_TWO = (body: string, languages = 'source-language="en-GB" target-language="zh_TW"') =>
  `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.example/1.0"><file original="x" datatype="plaintext" ${languages}><body>${body}</body></file></xliff>`;

async function textsIn(file: string): Promise<string[][]> {
  return (await read(XLIFF, [file])).units.map(({ zh, en }) => [zh, en]);
}

describe('a file of another program', () => {
  test('loses codes, keeps the words inside them, and says how many codes', async () => {
    const file = ONE_TWO(
      `<trans-unit id="a"><source>The <g id="1">old <x id="2"/>lamp</g><bpt id="3">&lt;b></bpt> glows<ept id="3">&lt;/b><sub>not this</sub></ept>.</source>
       <target><mrk mtype="term">旧<ph id="2">{0}</ph>灯</mrk>亮着。<it id="9" pos="open">[</it></target>
       <alt-trans><source>wrong</source><target>错</target></alt-trans><note>Wick</note></trans-unit>`,
    );
    expect(await read(XLIFF, [file])).toEqual({
      units: [
        { zh: '旧灯亮着。', en: 'The old lamp glows.', zhLang: 'zh-TW', enLang: 'en-GB', notes: ['Wick'] },
      ],
      notices: ['6 codes of the original format left out of the texts.'],
    });
  });

  test('has a unit for each segment that an editor has marked', async () => {
    const file = ONE_TWO(
      `<group><trans-unit id="a"><source>Rain. Wind. Snow.</source>
       <seg-source><mrk mtype="seg" mid="1">Rain.</mrk> <g id="1"><mrk mtype="seg" mid="2">Wind<mrk mtype="x-note">.</mrk></mrk></g> <mrk mtype="seg" mid="3">Snow.</mrk></seg-source>
       <target><mrk mtype="seg" mid="1">雨。</mrk><g id="1"><mrk mtype="seg" mid="2">风。</mrk></g><mrk mtype="seg" mid="3"/></target>
       <sdl:seg-defs><sdl:seg id="1" conf="Translated"/></sdl:seg-defs></trans-unit></group>`,
    );
    const { units, notices } = await read(XLIFF, [file]);
    expect(units.map(({ zh, en }) => [zh, en])).toEqual([
      ['雨。', 'Rain.'],
      ['风。', 'Wind.'],
    ]);
    expect(notices[0]).toBe('1 unit without Chinese or without English passed over.');
  });

  test('may be XLIFF 2 with several segments a unit and matches beside them', async () => {
    const file = `<xliff version="2.0" srcLang="zh-Hans-CN" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><file id="f"><unit id="u">
      <mtc:matches><mtc:match ref="#s"><source>不要</source><target>not this</target></mtc:match></mtc:matches>
      <originalData><data id="d">&lt;b></data></originalData>
      <segment><source>雨<pc id="1" dataRefStart="d">停</pc>了。</source><target>The rain <pc id="1"><mrk id="m" type="term">stopped</mrk></pc>.<cp hex="0001"/></target></segment>
      <ignorable><source> </source><target> </target></ignorable>
      <segment><source>风起了。</source><target>Wind rose.</target></segment></unit></file></xliff>`;
    expect(await read(XLIFF2, [file])).toEqual({
      units: [
        { zh: '雨停了。', en: 'The rain stopped.', zhLang: 'zh-Hans-CN', enLang: 'en' },
        { zh: '风起了。', en: 'Wind rose.', zhLang: 'zh-Hans-CN', enLang: 'en' },
      ],
      notices: ['3 codes of the original format left out of the texts.'],
    });
  });

  test('has its line breaks and indents as spaces unless it says that they count', async () => {
    const sides = '<source>\n  One\n  lamp.\n</source><target>\n  一盏\n  灯。\n</target>';
    expect(await textsIn(ONE_TWO(`<trans-unit id="a">${sides}</trans-unit>`))).toEqual([
      ['一盏灯。', 'One lamp.'],
    ]);
    const [[, kept]] = (await textsIn(
      ONE_TWO(`<trans-unit id="a" xml:space="preserve">${sides}</trans-unit>`),
    )) as [[string, string]];
    expect(kept).toBe('\n  One\n  lamp.\n');
    const broken = `<trans-unit id="a" xml:space="preserve"><source>One<x id="1" ctype="lb"/>lamp.</source><target>一盏<x id="1" ctype="lb"/>灯。</target></trans-unit>`;
    expect(await textsIn(ONE_TWO(broken))).toEqual([['一盏灯。', 'One lamp.']]);
  });

  test('is told apart by the languages of its sides', async () => {
    const sides = (source: string, target: string) =>
      `<trans-unit id="a"><source ${source}>Lamp</source><target ${target}>灯</target></trans-unit>`;
    expect(await textsIn(ONE_TWO(sides('', 'xml:lang="zh"'), 'source-language="en"'))).toEqual([
      ['灯', 'Lamp'],
    ]);
    const other = await read(XLIFF, [ONE_TWO(sides('', ''), 'source-language="de" target-language="zh"')]);
    expect(other.units).toEqual([]);
    expect(other.notices).toEqual(['1 unit without Chinese or without English passed over.']);
  });

  test('may write its elements with a prefix', async () => {
    const file = `<x:xliff version="1.1" xmlns:x="urn:oasis:names:tc:xliff:document:1.1"><x:file source-language="en" target-language="zh"><x:body><x:trans-unit id="1"><x:source>Lamp</x:source><x:target>灯</x:target></x:trans-unit></x:body></x:file></x:xliff>`;
    expect(await textsIn(file)).toEqual([['灯', 'Lamp']]);
  });
});

test.each([
  ['<tmx version="1.4"/>', 'm.xlf:1:21: this is no XLIFF: it begins with <tmx>.'],
  ['<xliff version="3.0"/>', 'XLIFF of the version "3.0" is not known.'],
  ['<xliff version="1.2">\n<file></body>', 'm.xlf:2:14: this is not well-formed XML: unexpected close tag.'],
  ['', 'this is not well-formed XML: document must contain a root element.'],
  [`<xliff version="1.2">${'<group>'.repeat(300)}`, 'elements are nested too deep.'],
  ['<!DOCTYPE x [<!ENTITY a "aaaa">]><xliff version="1.2"><file>&a;</file></xliff>', 'undefined entity.'],
])('what is no XLIFF is told with its place: %s', async (text, message) => {
  await expect(read(XLIFF, [text])).rejects.toThrow(
    expect.objectContaining({ code: 'format', message: expect.stringContaining(message) }),
  );
});

test.each(FORMATS)(
  'a damaged file of the format $name is read or told to be wrong, never more',
  async (format) => {
    const { files } = await written(format, [FULL, ...TWO_SIDED]);
    await fc.assert(
      fc.asyncProperty(damaged(files[0]!), async (file) => {
        expect(['read', 'told']).toContain(await readOrTold(format, [file]));
      }),
      { numRuns: 300 },
    );
  },
);

test('what a tracked change has taken out of an SDLXLIFF stays out', async () => {
  const change = (type: string, text: string) => `<mrk mtype="x-sdl-${type}" sdl:revid="1">${text}</mrk>`;
  const text = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="urn:sdl">
    <file source-language="en" target-language="zh-CN"><body><trans-unit id="1">
      <source>A new lamp</source><seg-source><mrk mtype="seg" mid="1">A new lamp</mrk></seg-source>
      <target><mrk mtype="seg" mid="1">一盏${change('deleted', '旧')}${change('added', '新')}灯</mrk></target>
    </trans-unit></body></file></xliff>`;
  const { units } = await read(XLIFF, [text]);
  expect(units.map(({ zh, en }) => [zh, en])).toEqual([['一盏新灯', 'A new lamp']]);
});
