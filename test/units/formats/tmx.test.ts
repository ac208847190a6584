import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Losses, WritingOptions } from '../../../src/units/format.ts';
import { openTmx, TMX, toTmx, writeTmx } from '../../../src/units/formats/tmx.ts';
import type { Unit } from '../../../src/units/unit.ts';
import { anyText, filesOf, unitsIn } from '../contract.ts';
import { LANTERN_UNITS, unit } from '../sample.ts';
import { type Element, elements, parseXml } from './xml.ts';

const OPTIONS: WritingOptions = { date: new Date('2024-03-05T06:07:08.999Z'), toolVersion: '1.2.3' };

function tmx(units: readonly Unit[], options: Partial<WritingOptions> = {}): Element {
  return parseXml(toTmx(units, { ...OPTIONS, ...options }));
}

function losses(units: readonly Unit[]): Readonly<Losses> {
  const writer = openTmx(OPTIONS);
  for (const one of units) writer.add(one);
  return writer.losses;
}

function segments(root: Element): string[] {
  return elements(root, 'seg').map(({ text }) => text);
}

test('a whole file reads like this', () => {
  const [first] = LANTERN_UNITS;
  expect(toTmx([{ ...first!, en: 'Lin Yue & <3> lanterns.' }], OPTIONS)).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="duiqi" creationtoolversion="1.2.3" segtype="paragraph" o-tmf="duiqi" adminlang="en" srclang="en" datatype="plaintext" creationdate="20240305T060708Z"/>
  <body>
    <tu segtype="paragraph" creationdate="20240305T060708Z" changedate="20240305T060708Z">
      <prop type="x-score">0.9731</prop>
      <prop type="x-parallel">1.00</prop>
      <prop type="x-bead">1-2</prop>
      <prop type="x-anchors">林月=Lin Yue; 3=3</prop>
      <prop type="x-anchor-kinds">person,number</prop>
      <prop type="x-zh-file">a.txt</prop>
      <prop type="x-en-file">b.txt</prop>
      <prop type="x-zh-part">zh1</prop>
      <prop type="x-en-part">en1</prop>
      <prop type="x-zh-ids">0</prop>
      <prop type="x-en-ids">0,1</prop>
      <tuv xml:lang="en"><seg>Lin Yue &amp; &lt;3&gt; lanterns.</seg></tuv>
      <tuv xml:lang="zh-CN"><seg>林月提着3盏灯笼走下山来。</seg></tuv>
    </tu>
  </body>
</tmx>
`,
  );
});

test('1-1 beads are sentences, all others paragraphs', () => {
  const units = LANTERN_UNITS.filter(({ zh, en }) => zh && en);
  const types = elements(tmx(units), 'tu').map(({ attributes }) => attributes.segtype);
  expect(types).toEqual(['paragraph', 'sentence', 'paragraph']);
});

describe('the source', () => {
  test('is English unless told', () => {
    const root = tmx([unit()]);
    expect(elements(root, 'header')[0]!.attributes.srclang).toBe('en');
    expect(segments(root)).toEqual(['She smiled.', '她笑了。']);
  });

  test('may be Chinese, and then comes first', () => {
    const root = tmx([unit({ zhLang: 'zh-TW' })], { source: 'zh' });
    expect(elements(root, 'header')[0]!.attributes.srclang).toBe('zh-TW');
    expect(segments(root)).toEqual(['她笑了。', 'She smiled.']);
    expect(elements(root, 'tuv').map(({ attributes }) => attributes['xml:lang'])).toEqual(['zh-TW', 'en']);
  });
});

describe('the locales', () => {
  const mixed = [unit(), unit({ zhLang: 'zh-TW' })];

  test('must be one pair in a file', () => {
    expect(() => toTmx(mixed, OPTIONS)).toThrow(expect.objectContaining({ code: 'language' }));
    expect(() => toTmx(mixed, OPTIONS)).toThrow('the units are in zh-CN and in zh-TW');
    expect(() => toTmx([unit(), unit({ enLang: 'en-GB' })], OPTIONS)).toThrow('in en and in en-GB');
  });
});

test('quotation marks stay as they are in texts, and end no attribute', () => {
  const file = toTmx([unit({ en: 'She said, "No."' })], { ...OPTIONS, toolVersion: '1 "beta" & more' });
  expect(file).toContain('<seg>She said, "No."</seg>');
  expect(elements(parseXml(file), 'header')[0]!.attributes.creationtoolversion).toBe('1 "beta" & more');
});

test('a memory without units is still a whole file', () => {
  const root = tmx([], { source: 'zh' });
  expect(elements(root, 'tu')).toEqual([]);
  expect(elements(root, 'header')[0]!.attributes.srclang).toBe('zh');
  expect(losses([])).toEqual({ blank: 0, droppedCharacters: 0 });
});

test.each([
  [1, '1.00'],
  [0.5, '0.50'],
  [0.973, '0.973'],
  [0.12345, '0.1235'],
])('the score %d is written as %s', (score, expected) => {
  expect(elements(tmx([unit({ score })]), 'prop')[0]!.text).toBe(expected);
});

test('a unit without anchors has no x-anchors', () => {
  expect(toTmx([unit()], OPTIONS)).not.toContain('x-anchors');
});

test('files are named without their folders', () => {
  const props = elements(
    tmx([unit({ zhDoc: '/home/li/第#1.txt#zh1', enDoc: 'C:\\texts\\b.txt#en2' })]),
    'prop',
  );
  const named = props.filter(({ attributes }) => attributes.type?.endsWith('-file'));
  expect(named.map(({ text }) => text)).toEqual(['第#1.txt', 'b.txt']);
});

test('characters that XML forbids are dropped and counted, and the ends trimmed after that', () => {
  const dirty = unit({ zh: '\u000b 她\ud800笑\ufffe了。\udc00', en: 'She \u0000smiled. \u001f' });
  expect(segments(tmx([dirty]))).toEqual(['She smiled.', '她笑了。']);
  expect(losses([dirty])).toEqual({ blank: 0, droppedCharacters: 6 });
});

test('a unit with a blank side is left out and counted', () => {
  const units = [unit(), unit({ zh: '' }), unit({ en: ' ' }), unit({ en: '\u0001' })];
  expect(elements(tmx(units), 'tu')).toHaveLength(1);
  expect(losses(units)).toEqual({ blank: 3, droppedCharacters: 1 });
});

test('whatever the texts hold, the file is well formed and holds them', () => {
  const texts = fc.record({ zh: anyText, en: anyText, zhDoc: anyText, enDoc: anyText, word: anyText });
  fc.assert(
    fc.property(fc.array(texts), (all) => {
      const units = all.map(({ zh, en, zhDoc, enDoc, word }) =>
        unit({ zh, en, zhDoc, enDoc, anchors: [{ kind: 'other', zh: word, en: word }] }),
      );
      const expected = units
        .map(({ zh, en }) => [en, zh].map(withoutForbidden))
        .filter(([en, zh]) => en !== '' && zh !== '');
      expect(segments(tmx(units))).toEqual(expected.flat());
      expect(losses(units).blank).toBe(units.length - expected.length);
    }),
  );
});

test('the same units and options give the same text, whole or in chunks', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyText, anyText)), (texts) => {
      const units = texts.map(([zh, en]) => unit({ zh, en }));
      expect([...writeTmx(units, OPTIONS)].join('')).toBe(toTmx(structuredClone(units), { ...OPTIONS }));
    }),
  );
});

/** Character by character, as clause 2.2 of XML 1.0 has it. */
function withoutForbidden(text: string): string {
  const kept = Array.from(text).filter((character) => {
    const code = character.codePointAt(0)!;
    if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
    return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff);
  });
  return kept.join('').trim();
}

describe('the reader', () => {
  const read = (text: string | Uint8Array, options = {}) => unitsIn(TMX, [text], options);

  test('gives back all that the writer wrote of a unit', async () => {
    const rich = unit({
      score: 0.4321,
      parallel: 0.9,
      bead: '2-1',
      zhIds: [3, 4],
      anchors: [
        { kind: 'person', zh: '林;月=\\', en: 'Lin = Yue; "A"' },
        { kind: 'number', zh: '3', en: 'three' },
      ],
      zhDoc: '第#1.txt#zh2',
      noise: ['zh', 'en'],
      edited: true,
      source: 'Lanterns & <Co>',
      licence: 'CC0-1.0',
      url: 'https://example.org/?a=1&b=2',
      created: '20200101T000000Z',
      changed: '20200202T000000Z',
      createdBy: 'li',
      changedBy: 'wang',
      notes: ['Look at this.', 'And at that.'],
      properties: [
        ['x-Domain:SinglePicklist', 'news'],
        ['client', 'a\nb'],
      ],
    });
    const { zhSentences, enSentences, zhSpans, enSpans, zhParagraphs, enParagraphs, lengthRatio, ...held } =
      rich;
    const notHeld = { zhSentences, enSentences, zhSpans, enSpans, zhParagraphs, enParagraphs, lengthRatio };
    expect(Object.keys(notHeld).filter((name) => name in held)).toEqual([]);
    expect(await read(toTmx([rich], OPTIONS))).toEqual([held]);
  });

  test('gives back exactly what was written, whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ zh: anyText, en: anyText, word: anyText })), async (texts) => {
        const units = texts.map(({ zh, en, word }) =>
          unit({ zh, en, anchors: [{ kind: 'other', zh: word, en: word }], notes: [word] }),
        );
        const { files } = await filesOf(TMX, units);
        const expected = units
          .map(({ zh, en }) => [withoutForbidden(zh), withoutForbidden(en)])
          .filter(([zh, en]) => zh !== '' && en !== '');
        expect((await unitsIn(TMX, files)).map(({ zh, en }) => [zh, en])).toEqual(expected);
      }),
    );
  });

  const file = (body: string) =>
    `<?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body>${body}</body></tmx>`;
  const tu = (zh: string, en: string) =>
    `<tu><tuv xml:lang="EN-us"><seg>${en}</seg></tuv><tuv lang="zh_tw"><seg>${zh}</seg></tuv></tu>`;

  test('takes language codes in any spelling, in either attribute', async () => {
    const [only] = await read(file(tu('月', 'moon')));
    expect(only).toEqual({ zh: '月', en: 'moon', zhLang: 'zh-TW', enLang: 'en-US' });
  });

  test('leaves codes of the original format out, keeps the words that they enclose, and says so', async () => {
    const notices: string[] = [];
    const onNotice = (notice: string) => notices.push(notice);
    const text = file(
      tu('<bpt i="1">&lt;b></bpt>月<ept i="1">&lt;/b></ept>', 'the <hi>moon</hi><ph>[1]</ph>'),
    );
    const [only] = await read(text, { onNotice });
    expect([only!.zh, only!.en]).toEqual(['月', 'the moon']);
    expect(notices).toEqual(['3 codes of the original format left out of the texts.']);
  });

  test('passes over units without one of the languages, and makes a unit of each pair of variants', async () => {
    const notices: string[] = [];
    const three =
      '<tu><tuv xml:lang="zh-CN"><seg>软件</seg></tuv><tuv xml:lang="zh-TW"><seg>軟體</seg></tuv><tuv xml:lang="en"><seg>software</seg></tuv></tu>';
    const german =
      '<tu><tuv xml:lang="de"><seg>Mond</seg></tuv><tuv xml:lang="en"><seg>moon</seg></tuv></tu>';
    const units = await read(file(three + german), { onNotice: (notice: string) => notices.push(notice) });
    expect(units.map(({ zh, zhLang }) => [zh, zhLang])).toEqual([
      ['软件', 'zh-CN'],
      ['軟體', 'zh-TW'],
    ]);
    expect(notices).toEqual(['1 unit without Chinese or without English passed over.']);
  });

  test('refuses a unit that would take the memory of many, or the time', async () => {
    const many = (tag: string, text: string) => `<tuv xml:lang="${tag}"><seg>${text}</seg></tuv>`.repeat(30);
    const product = file(`<tu>${many('zh', '月')}${many('en', 'moon')}</tu>`);
    await expect(read(product)).rejects.toThrow('this unit has more texts');
    const properties = file(`<tu>${'<prop type="x">v</prop>'.repeat(200_000)}</tu>`);
    await expect(read(properties)).rejects.toThrow('this unit is larger than any program takes.');
  });

  test('keeps words apart where a code breaks the line', async () => {
    const [only] = await read(
      file(tu('一行<ph type="lb">&lt;br></ph>又一行', 'one line<ph type="lb">&lt;br></ph>and another')),
    );
    expect([only!.zh, only!.en]).toEqual(['一行又一行', 'one line and another']);
  });

  test('and what is written again is sound where the other program was not', async () => {
    const unsound = `<tu creationdate="2020-01-02T03:04:05Z" changedate="yesterday"><prop type="file">a</prop>${tu('月', 'moon').slice(4)}`;
    const units = await read(file(unsound.replace('EN-us', 'en-')));
    const again = toTmx(units, OPTIONS);
    expect(again).toContain('creationdate="20200102T030405Z" changedate="20240305T060708Z"');
    expect(again).toContain('<prop type="x-file">a</prop>');
    expect(again).toContain('<tuv xml:lang="en">');
  });

  test.each(['utf-16le', 'utf8'] as const)('reads %s with a byte order mark', async (encoding) => {
    expect(await read(Buffer.from(`\ufeff${file(tu('月', 'moon'))}`, encoding))).toHaveLength(1);
  });

  test.each([
    ['story.tmx:1:81: this is not well-formed XML', file('<tu><b></tu>')],
    ['this is no TMX: it begins with <html>.', '<html><body/></html>'],
    ['this is not well-formed XML', ''],
    ['this is not well-formed XML', file('<tu>').slice(0, -20)],
    ['this is not well-formed XML: undefined entity', file(tu('&boom;', 'moon'))],
  ])('says %s', async (message, text) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'format',
      message: expect.stringContaining(message),
    });
  });

  test('says in which line a byte is not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(file(tu('月', '\n')).slice(0, 150)),
      Buffer.from([0xff, 0xfe, 0x80]),
    ]);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'encoding' });
  });
});
