import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TmxOptions, type TmxReport, toTmx, writeTmx } from '../../src/units/tmx.ts';
import type { Unit } from '../../src/units/unit.ts';
import { LANTERN_UNITS, unit } from './sample.ts';
import { type Element, elements, parseXml } from './xml.ts';

const OPTIONS: TmxOptions = { date: new Date('2024-03-05T06:07:08.999Z'), toolVersion: '1.2.3' };

function tmx(units: readonly Unit[], options: Partial<TmxOptions> = {}): Element {
  return parseXml(toTmx(units, { ...OPTIONS, ...options }));
}

function report(units: readonly Unit[]): TmxReport | undefined {
  let written: TmxReport | undefined;
  const onWritten = (found: TmxReport) => {
    written = found;
  };
  toTmx(units, { ...OPTIONS, onWritten });
  return written;
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
  <header creationtool="duiqi" creationtoolversion="1.2.3" segtype="sentence" o-tmf="duiqi" adminlang="en" srclang="en" datatype="plaintext" creationdate="20240305T060708Z"/>
  <body>
    <tu segtype="paragraph" creationdate="20240305T060708Z" changedate="20240305T060708Z">
      <prop type="x-score">0.9731</prop>
      <prop type="x-bead">1-2</prop>
      <prop type="x-anchors">林月=Lin Yue; 3=3</prop>
      <prop type="x-zh-file">a.txt</prop>
      <prop type="x-en-file">b.txt</prop>
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

  test('may be named for all units', () => {
    const root = tmx(mixed, { zhLang: 'zh-Hans', enLang: 'en-US' });
    const locales = elements(root, 'tuv').map(({ attributes }) => attributes['xml:lang']);
    expect(locales).toEqual(['en-US', 'zh-Hans', 'en-US', 'zh-Hans']);
    expect(elements(root, 'header')[0]!.attributes.srclang).toBe('en-US');
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
  expect(report([])).toEqual({ written: 0, blank: 0, droppedCharacters: 0 });
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
  expect(report([dirty])).toEqual({ written: 1, blank: 0, droppedCharacters: 6 });
});

test('a unit with a blank side is left out and counted', () => {
  const units = [unit(), unit({ zh: '' }), unit({ en: ' ' }), unit({ en: '\u0001' })];
  expect(elements(tmx(units), 'tu')).toHaveLength(1);
  expect(report(units)).toEqual({ written: 1, blank: 3, droppedCharacters: 1 });
});

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(
        ']]>',
        '<![CDATA[',
        '-->',
        '&amp;',
        '&#xB;',
        '"',
        "'",
        '👩‍👩‍👧',
        '\u202e\u2067',
        '\r\n',
        '\u0085',
      ),
    ),
  )
  .map((pieces) => pieces.join(''));

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
      expect(report(units)!.written).toBe(expected.length);
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
