import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { DuiqiError } from '../../../src/errors.ts';
import { toTmx } from '../../../src/units/formats/tmx.ts';
import { type Element, elements, parseXml as parseWithoutComments } from '../formats/xml.ts';
import { LANTERN_UNITS } from '../sample.ts';
import { findingsIn, mended } from './reading.ts';
import { soundMemory, VARIANTS } from './variants.ts';

const HEADER =
  '<header creationtool="pier" creationtoolversion="2" segtype="sentence" o-tmf="pier" adminlang="en" srclang="en" datatype="plaintext"/>';

const parseXml = (xml: string) => parseWithoutComments(xml.replaceAll(/<!--.*?-->\s*/gs, ''));

/** @throws Error where it is not well-formed, as a parser that knows nothing of duiqi sees it */
function checkWellFormed(xml: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

const memory = (units: string, header = HEADER) => `<tmx version="1.4">${header}<body>${units}</body></tmx>`;
const tuv = (tag: string, text: string) => `<tuv xml:lang="${tag}"><seg>${text}</seg></tuv>`;

const rulesIn = async (tmx: string) => (await findingsIn(tmx)).map(({ rule }) => rule);

/** Elements with their attributes and own texts, so that two files can be compared but for their layout. */
const contentOf = (root: Element) =>
  ['header', 'tu', 'note', 'prop', 'tuv', 'seg', 'bpt', 'ept', 'ph'].map((name) =>
    elements(root, name).map(({ attributes, text }) => [name, { ...attributes }, text.trim()]),
  );

test('of a sound memory nothing is lost: attributes, notes, properties, codes and comments', async () => {
  const { main, losses } = await mended(soundMemory(5));
  expect(contentOf(parseXml(main))).toEqual(contentOf(parseXml(soundMemory(5))));
  expect(main).toContain('<!-- the bell & the rain -->');
  expect(losses).toEqual([]);
});

test('units of another pair of locales go to a file of their own, with a header of their own', async () => {
  const units = [
    `<tu>${tuv('en', 'Mind the gap.')}${tuv('zh-CN', '小心空隙。')}</tu>`,
    `<tu>${tuv('en', 'Mind your head.')}${tuv('zh-TW', '小心碰頭。')}</tu>`,
    `<tu>${tuv('en-GB', 'Mind the doors.')}${tuv('zh-CN', '小心车门。')}</tu>`,
    `<tu>${tuv('en', 'Hold on.')}${tuv('zh-CN', '抓稳。')}${tuv('zh-TW', '抓穩。')}</tu>`,
  ];
  const { files, losses } = await mended(memory(units.join('')));
  const segmentsOf = (file: string) => elements(parseXml(files.get(file)!), 'seg').map(({ text }) => text);
  expect([...files.keys()]).toEqual(['', 'zh-TW', 'en-GB']);
  expect(segmentsOf('')).toEqual(['Mind the gap.', '小心空隙。', 'Hold on.', '抓稳。']);
  expect(segmentsOf('zh-TW')).toEqual(['Mind your head.', '小心碰頭。', 'Hold on.', '抓穩。']);
  expect(elements(parseXml(files.get('en-GB')!), 'header')[0]!.attributes.srclang).toBe('en-GB');
  expect(losses).toEqual([]);
  for (const text of files.values()) expect(await rulesIn(text)).toEqual([]);
});

test('what cannot be written is told with its line', async () => {
  const units = [
    `<tu>${tuv('en', 'Mind the gap.')}${tuv('zh-CN', '小心空隙。')}</tu>`,
    `<tu>${tuv('en', 'Hold on.')}${tuv('zh-CN', ' ')}</tu>`,
    `<tu creationdate="soon">${tuv('en', 'Stand\u0001 back.')}${tuv('zh-CN', '往后站。')}</tu>`,
    'stray',
    `<tu>${tuv('Chinese (Simplified)', '往后站。')}${tuv('en', 'Stand back.')}</tu>`,
  ];
  const { losses } = await mended(memory(units.join('\n')));
  expect(losses.toSorted()).toEqual(['characters 3', 'date 3', 'language 5', 'text 4', 'unit 2', 'unit 5']);
});

test('what has no place in TMX becomes a property or a note', async () => {
  const unit = `<tu status="new"><rating>5</rating>by hand${tuv('en', 'Hold on.')}${tuv('zh-CN', '抓稳。')}</tu>`;
  const { main } = await mended(memory(unit));
  expect(main).toContain('<prop type="x-rating">5</prop>');
  expect(main).toContain('<note>by hand</note>');
  expect(main).toContain('<prop type="x-status">new</prop>');
  expect(await rulesIn(main)).toEqual([]);
});

test('tags of other languages in a segment are text', async () => {
  const unit = `<tu>${tuv('en', 'Hold <b>on</b>.<br/>')}${tuv('zh-CN', '抓稳。')}</tu>`;
  const { main } = await mended(memory(unit));
  expect(elements(parseXml(main), 'seg')[0]!.text).toBe('Hold <b>on</b>.<br/>');
});

test('codes that lack what they must have become placeholders', async () => {
  const unit = `<tu>${tuv('en', 'Hold <bpt x="1">{</bpt>on<it pos="middle">}</it>.')}${tuv('zh-CN', '抓稳。')}</tu>`;
  const { main } = await mended(memory(unit));
  expect(main).toContain('<seg>Hold <ph x="1">{</ph>on<ph>}</ph>.</seg>');
});

test('of several texts in one language each goes to a unit', async () => {
  const unit = `<tu>${tuv('en', 'Hold on.')}${tuv('zh-CN', '抓稳。')}${tuv('zh-CN', '站稳。')}</tu>`;
  const { main } = await mended(memory(unit));
  expect(elements(parseXml(main), 'seg').map(({ text }) => text)).toEqual([
    'Hold on.',
    '抓稳。',
    'Hold on.',
    '站稳。',
  ]);
});

test('a file without a source language gets the one that is asked for, or that units begin with', async () => {
  const units = `<tu>${tuv('zh-CN', '抓稳。')}${tuv('en', 'Hold on.')}</tu>`;
  const without = memory(units, HEADER.replace(' srclang="en"', ''));
  const srclangOf = (tmx: string) => elements(parseXml(tmx), 'header')[0]!.attributes.srclang;
  expect(srclangOf((await mended(without)).main)).toBe('zh-CN');
  expect(srclangOf((await mended(without, { srclang: 'en' })).main)).toBe('en');
  const other = memory(units.replaceAll('"en"', '"en-US"'));
  expect(srclangOf((await mended(other)).main)).toBe('en-US');
});

test('OmegaT’s own properties stay in its own memories', async () => {
  const unit = `<tu><prop type="file">a.txt</prop>${tuv('en', 'Hold on.')}${tuv('zh-CN', '抓稳。')}</tu>`;
  const own = memory(unit, HEADER.replace('"pier"', '"OmegaT"'));
  expect(await rulesIn(own)).toEqual([]);
  expect((await mended(own)).main).toContain('<prop type="file">');
  expect((await mended(memory(unit))).main).toContain('<prop type="x-file">');
});

test('where the header is to call the units paragraphs, each says what it was', async () => {
  const units = [
    `<tu>${tuv('en', 'Hold on.')}${tuv('zh-CN', '抓稳。')}</tu>`,
    `<tu>${tuv('en', 'Hold on. We are off!')}${tuv('zh-CN', '抓稳。出发了！')}</tu>`,
  ];
  const root = parseXml((await mended(memory(units.join('')))).main);
  expect(elements(root, 'header')[0]!.attributes.segtype).toBe('paragraph');
  expect(elements(root, 'tu').map(({ attributes }) => attributes.segtype)).toEqual(['sentence', 'paragraph']);
});

test('what duiqi writes is found to be sound, but for what the header says of its paragraphs', async () => {
  const twoSided = LANTERN_UNITS.filter(({ zh, en }) => zh && en);
  const tmx = toTmx(twoSided, { date: new Date(0), toolVersion: '1' });
  expect((await rulesIn(tmx)).filter((rule) => rule !== 'header-segtype')).toEqual([]);
});

test.each([
  ['', 'it holds no <tmx>'],
  ['no XML at all & < >', 'it holds no <tmx>'],
  ['<html><body>Hello</body></html>', 'it begins with <html>'],
])('“%s” is no TMX', async (text, reason) => {
  const error = await mended(text).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DuiqiError);
  expect(error).toMatchObject({ code: 'format', message: expect.stringContaining(reason) });
});

test('a unit larger than any program takes ends the check, and does not fill the memory', async () => {
  const huge = memory(`<tu>${'<note/>'.repeat(100_001)}</tu>`);
  await expect(findingsIn(huge)).rejects.toMatchObject({ code: 'too-large' });
});

/** Bytes flipped, taken out and put in. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 40 }),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc
        .constantFrom(
          '<',
          '>',
          '&',
          '"',
          "'",
          '/',
          '<tu>',
          '</tuv>',
          '<seg>',
          '</tmx>',
          '<!--',
          ']]>',
          '<![CDATA[',
        )
        .map((text) => Uint8Array.from(Buffer.from(text))),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

test('however a file is damaged, what is mended is sound, and mending it again changes nothing', async () => {
  const variants = fc.constantFrom(...VARIANTS.map(({ name }) => name));
  await fc.assert(
    fc.asyncProperty(variants, damage, async (variant, faults) => {
      let bytes = Buffer.from(VARIANTS.find(({ name }) => name === variant)!.make(4));
      for (const { at, length, bytes: put } of faults) {
        const start = Math.floor(at * bytes.length);
        bytes = Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + length)]);
      }
      const found = await findingsIn(bytes).catch((error: unknown) => error);
      if (!Array.isArray(found)) {
        expect(found).toBeInstanceOf(DuiqiError);
        return;
      }
      for (const text of (await mended(bytes)).files.values()) {
        checkWellFormed(text);
        expect((await rulesIn(text)).filter((rule) => rule !== 'too-long')).toEqual([]);
        expect([...(await mended(text)).files]).toEqual([['', text]]);
      }
    }),
    { numRuns: 150 },
  );
});
