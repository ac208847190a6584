import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INTERTEXT } from '../../../src/units/formats/intertext.ts';
import type { Unit, UnitRead } from '../../../src/units/unit.ts';
import { anyText, sourceOf } from '../contract.ts';
import { LANTERN_UNITS, unit } from '../sample.ts';
import { damaged, read, readOrTold, written } from './rereading.ts';

/** What the files hold of a unit made of a bead. */
function held(one: Unit): UnitRead {
  const { zh, en, bead, zhIds, enIds, zhSentences, enSentences, zhDoc, enDoc, zhLang, enLang, edited } = one;
  return {
    ...{ zh, en, bead, zhIds, enIds, zhSentences, enSentences },
    ...(zhSentences?.length && { zhDoc, zhLang }),
    ...(enSentences?.length && { enDoc, enLang }),
    ...(edited && { edited }),
  } as UnitRead;
}

test('the three files read like this', async () => {
  const units = [...LANTERN_UNITS.slice(0, 3), { ...LANTERN_UNITS[4]!, edited: true }];
  const { files } = await written(INTERTEXT, units, { title: 'lanterns' });
  expect(files).toEqual([
    `<?xml version="1.0" encoding="utf-8"?>
<linkGrp toDoc="lanterns.en.xml" fromDoc="lanterns.zh.xml">
<link type="2-1" xtargets="1:1 1:2;1:1" status="auto"/>
<link type="0-1" xtargets=";1:2" status="auto"/>
<link type="1-0" xtargets="1:3;" status="auto"/>
<link type="1-2" xtargets="1:5;1:4 1:5" status="man"/>
</linkGrp>
`,
    `<?xml version="1.0" encoding="utf-8"?>
<text xml:space="preserve">
<p id="1" xml:lang="zh-CN" source="a.txt#zh1">
<s id="1:1">林月提着3盏灯笼走下山来。</s>
<s id="1:2">没有人说话。</s>
<s id="1:4">她笑了。</s>
<s id="1:5">“走吧！”</s>
</p>
</text>
`,
    `<?xml version="1.0" encoding="utf-8"?>
<text xml:space="preserve">
<p id="1" xml:lang="en" source="b.txt#en1">
<s id="1:1">Lin Yue came down the hill.</s>
<s id="1:2">She carried 3 lanterns.</s>
<s id="1:3">It was late.</s>
<s id="1:5">She smiled &amp; said, "Let's go!"</s>
</p>
</text>
`,
  ]);
});

test('every bead of a story is read back, omissions too', async () => {
  const { files } = await written(INTERTEXT, LANTERN_UNITS);
  expect(await read(INTERTEXT, files)).toEqual({ units: LANTERN_UNITS.map(held), notices: [] });
});

test('units of other documents stand in paragraphs of their own, and are read back with them', async () => {
  const others = LANTERN_UNITS.map((one) => ({
    ...one,
    zhDoc: 'c.txt#zh2',
    enDoc: 'd.txt#en1',
    zhLang: 'zh-TW',
  }));
  const { files } = await written(INTERTEXT, [...LANTERN_UNITS, ...others]);
  expect(files[1]).toContain('<p id="2" xml:lang="zh-TW" source="c.txt#zh2">\n<s id="2:1">');
  expect((await read(INTERTEXT, files)).units).toEqual([...LANTERN_UNITS, ...others].map(held));
});

test('documents are named without their folders', async () => {
  const { files } = await written(INTERTEXT, [
    unit({ zhDoc: '/home/li/第#1.txt#zh1', enDoc: 'C:\\texts\\b.txt' }),
  ]);
  expect(files[1]).toContain('source="第#1.txt#zh1"');
  expect(files[2]).toContain('source="b.txt"');
});

test('a memory without units is still three whole files', async () => {
  const { files, losses } = await written(INTERTEXT, [
    unit({ zh: '', en: '', zhSentences: [], enSentences: [] }),
  ]);
  expect(await read(INTERTEXT, files)).toEqual({ units: [], notices: [] });
  expect(losses.blank).toBe(1);
});

test('a text is one sentence where its sentences are not known, or are others by now', async () => {
  const units = [
    { zh: '灯灭了。天黑了。', en: 'The lamp went out.', zhLang: 'zh', enLang: 'en' },
    unit({ zh: '他笑了。', en: 'He smiled.', zhIds: [4, 5] }),
  ];
  const { files } = await written(INTERTEXT, units);
  const reread = (await read(INTERTEXT, files)).units;
  expect(reread.map(({ bead, zhSentences, enSentences }) => [bead, zhSentences, enSentences])).toEqual([
    ['1-1', ['灯灭了。天黑了。'], ['The lamp went out.']],
    ['1-1', ['他笑了。'], ['He smiled.']],
  ]);
});

test('ids stay new and rising when the numbers of the units do not', async () => {
  const units = [5, 2, 2, 9].map((id) => unit({ zhIds: [id], enIds: [id] }));
  const { files } = await written(INTERTEXT, units);
  expect(files[1]!.match(/"1:\d+"/g)).toEqual(['"1:6"', '"1:7"', '"1:8"', '"1:10"']);
  expect((await read(INTERTEXT, files)).units.map(({ zhIds }) => zhIds)).toEqual([[5], [6], [7], [9]]);
});

test('whatever the sentences hold, they are read back, and what XML forbids is dropped and counted', async () => {
  const sides = fc.record({
    zhSentences: fc.array(anyText, { maxLength: 3 }),
    enSentences: fc.array(anyText, { maxLength: 3 }),
    zhDoc: fc.constantFrom('a.txt#zh1', 'a.txt#zh2', '"<&>.txt'),
    edited: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(sides, { maxLength: 5 }), async (all) => {
      const units = all.map((one) => unitOf(one.zhSentences, one.enSentences, one));
      const { files, losses } = await written(INTERTEXT, units, { title: `"it's" <&>` });
      const { units: found } = await read(INTERTEXT, files);
      const texts = found.map(({ zhSentences, enSentences, zhDoc, edited }) => [
        zhSentences,
        enSentences,
        zhDoc,
        edited,
      ]);
      const expected = units.filter(({ bead }) => bead !== '0-0');
      expect(texts).toEqual(
        expected.map(({ zhSentences, enSentences, zhDoc, edited }) => [
          zhSentences!.map(legal),
          enSentences!.map(legal),
          zhSentences!.length > 0 ? zhDoc : undefined,
          edited || undefined,
        ]),
      );
      expect(losses.blank).toBe(units.length - expected.length);
      const written_ = units.flatMap(({ zhSentences, enSentences }) => [...zhSentences!, ...enSentences!]);
      const dropped = written_.reduce((sum, text) => sum + text.length - legal(text).length, 0);
      expect(losses.droppedCharacters).toBe(dropped);
    }),
    { numRuns: 200 },
  );
});

function unitOf(
  zhSentences: readonly string[],
  enSentences: readonly string[],
  changes: Partial<Unit>,
): Unit {
  const { zhIds: _, enIds: __, ...others } = unit({ ...changes, zhSentences, enSentences });
  const bead = `${zhSentences.length}-${enSentences.length}`;
  return { ...others, zh: zhSentences.join(''), en: enSentences.join(' '), bead };
}

function legal(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

const LINKS = (links: string, attributes = 'toDoc="m.en.xml" fromDoc="m.zh.xml"') =>
  `<linkGrp ${attributes}>\n${links}</linkGrp>`;
const ZH = `<?xml version='1.0'?><doc id="lamp" language="zh"><head id="1"><hi>一盏</hi>灯</head>
<p id="2"><s id="2:1">风
起了。</s><s id="2:2"><w id="w1">雨</w><w id="w2">停</w>了。</s></p><p id="3"/></doc>`;
const EN = `<doc><p id="1"><s id="1:1">A <![CDATA[<lamp>]]></s></p><p id="2"><s id="2:1">The wind
  rose.</s></p></doc>`;

describe('files of InterText itself', () => {
  test('may hold mark-up, sentences that are no <s>, and line breaks that do not count', async () => {
    const links = LINKS(`<link type='1-1' xtargets='1:1;1' status='auto' mark='1'/>
      <link type='1-2' xtargets='2:1;2:1 2:2' status='man'/><link type='0-0' xtargets=';'/>`);
    const { units, notices } = await read(INTERTEXT, [links, ZH, EN]);
    expect(notices).toEqual([]);
    expect(units).toEqual([
      {
        ...{ zh: '一盏灯', en: 'A <lamp>', bead: '1-1', zhIds: [0], enIds: [0] },
        ...{ zhSentences: ['一盏灯'], enSentences: ['A <lamp>'] },
      },
      {
        ...{
          zh: '风起了。雨停了。',
          en: 'The wind rose.',
          bead: '2-1',
          zhIds: [1, 2],
          enIds: [1],
          edited: true,
        },
        ...{ zhSentences: ['风起了。', '雨停了。'], enSentences: ['The wind rose.'] },
      },
    ]);
  });

  test('may have the Chinese document as the second', async () => {
    const reversed = LINKS("<link xtargets='2:1;1:1'/>", "toDoc='m.zh.xml' fromDoc='m.en.xml'");
    const { units, notices } = await read(INTERTEXT, [reversed, ZH, EN]);
    expect(units.map(({ zh, en }) => [zh, en])).toEqual([['风起了。', 'A <lamp>']]);
    expect(notices).toEqual(['3 sentences without a link passed over.']);
  });

  test.each([
    [
      [LINKS("<link xtargets='9:9;2:1'/>"), ZH, EN],
      'm.zh.en.xml:2:27: there is no sentence "9:9" in m.en.xml.',
    ],
    [[LINKS("<link xtargets='1:1'/>"), ZH, EN], 'm.zh.en.xml:2:23: "xtargets" must hold two lists'],
    [['<tmx/>', ZH, EN], 'm.zh.en.xml:1:7: this is no alignment of InterText: it begins with <tmx>.'],
    [[LINKS(''), '<doc>\n<s id="1">', EN], 'm.zh.xml:2:11: this is not well-formed XML: unclosed tag: s.'],
    [[LINKS(''), ZH, '<doc><s id="1">a</s><s id="1">b</s></doc>'], 'there is a sentence "1" already.'],
    [[LINKS(''), ZH, '<a>'.repeat(201)], 'elements are nested too deep.'],
  ])('are told to be wrong with the place: %#', async (files, message) => {
    await expect(read(INTERTEXT, files)).rejects.toThrow(
      expect.objectContaining({ code: 'format', message: expect.stringContaining(message) }),
    );
  });

  test('must all be there', async () => {
    const sources = [sourceOf(LINKS(''), 'm.zh.en.xml'), undefined, sourceOf(EN, 'm.en.xml')];
    const reading = INTERTEXT.read!(sources, {})[Symbol.asyncIterator]().next();
    await expect(reading).rejects.toThrow(
      expect.objectContaining({
        code: 'missing-file',
        message: expect.stringContaining('m.zh.en.xml: the file of the Chinese document is missing.'),
      }),
    );
  });
});

test('damaged files are read or told to be wrong, never more', async () => {
  const { files } = await written(INTERTEXT, LANTERN_UNITS);
  const some = fc.tuple(damaged(files[0]!), damaged(files[1]!), fc.constant(files[2]!));
  await fc.assert(
    fc.asyncProperty(some, async (all) => {
      expect(['read', 'told']).toContain(await readOrTold(INTERTEXT, all));
    }),
    { numRuns: 300 },
  );
});
