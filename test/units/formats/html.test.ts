import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { HTML } from '../../../src/units/formats/html.ts';
import type { Unit, UnitRead } from '../../../src/units/unit.ts';
import { anyText } from '../contract.ts';
import { LANTERN_UNITS, unit } from '../sample.ts';
import { damaged, read, readOrTold, written } from './rereading.ts';

const FULL: Unit = unit({
  score: 0.4321,
  noise: ['zh', 'en'],
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
    ['Project = one', '<two> "words"'],
  ],
});

/** What the page holds of a unit. */
function held({
  zhSentences: _1,
  enSentences: _2,
  zhSpans: _3,
  enSpans: _4,
  zhParagraphs: _p1,
  enParagraphs: _p2,
  lengthRatio: _5,
  anchors,
  zhIds,
  enIds,
  ...others
}: Unit): UnitRead {
  return {
    ...others,
    ...(anchors?.length && { anchors }),
    ...(zhIds?.length && { zhIds }),
    ...(enIds?.length && { enIds }),
  };
}

test('a page reads like this', async () => {
  const { files } = await written(
    HTML,
    [{ ...LANTERN_UNITS[0]!, notes: ['Check.'] }, ...LANTERN_UNITS.slice(2, 4)],
    {
      title: 'Lanterns & <lamps>',
    },
  );
  const body = files[0]!.slice(files[0]!.indexOf('<body>'));
  expect(body).toBe(`<body>
<h1><bdi>Lanterns &amp; &lt;lamps&gt;</bdi></h1>
<p class="legend">The score is the probability that the two sides are exactly each other’s translation. Below 0.8 a pair is marked as <strong>doubtful</strong>; “only” marks what the other text leaves out.</p>
<h2><bdi>b.txt#en1</bdi> – <bdi>a.txt#zh1</bdi></h2>
<table>
<thead><tr><th scope="col">English</th><th scope="col">Chinese</th><th scope="col">Score</th></tr></thead>
<tbody>
<tr data-score="0.9731" data-parallel="1.00" data-bead="1-2" data-anchors="林月=Lin Yue; 3=3" data-anchor-kinds="person,number" data-zh-file="a.txt" data-en-file="b.txt" data-zh-part="zh1" data-en-part="en1" data-zh-ids="0" data-en-ids="0,1">
<td class="en" lang="en">Lin Yue came down the hill. She carried 3 lanterns.</td>
<td class="zh" lang="zh-CN">林月提着3盏灯笼走下山来。</td>
<td class="about"><p>0.9731, 1-2</p><p><bdi>林月</bdi> = <bdi>Lin Yue</bdi>; <bdi>3</bdi> = <bdi>3</bdi></p><p class="note">Check.</p></td>
</tr>
<tr class="only" data-score="0.70" data-parallel="0.00" data-bead="0-1" data-zh-file="a.txt" data-en-file="b.txt" data-zh-part="zh1" data-en-part="en1" data-en-ids="2">
<td class="en" lang="en">It was late.</td>
<td class="zh" lang="zh-CN"></td>
<td class="about"><p>0.7, 0-1, <strong>only English</strong></p></td>
</tr>
<tr class="doubtful" data-score="0.40" data-parallel="1.00" data-bead="1-1" data-zh-file="a.txt" data-en-file="b.txt" data-zh-part="zh1" data-en-part="en1" data-zh-ids="2" data-en-ids="3">
<td class="en" lang="en">Was the wind gone?</td>
<td class="zh" lang="zh-CN">风停了吗？</td>
<td class="about"><p>0.4, 1-1, <strong>doubtful</strong></p></td>
</tr>
</tbody>
</table>
</body>
</html>
`);
});

test.each(['zh', 'en'] as const)('reads back what it wrote, with %s on the left', async (source) => {
  const units = [...LANTERN_UNITS, FULL, unit({ zhLang: 'zh-TW', enLang: 'en-GB', zhDoc: 'c.txt#zh1' })];
  const { files } = await written(HTML, units, { source });
  expect(await read(HTML, files)).toEqual({ units: units.map(held), notices: [] });
  const columns = [...files[0]!.matchAll(/<th scope="col">(\w+)/g)].map(([, name]) => name);
  expect(columns.slice(0, 2)).toEqual(source === 'zh' ? ['Chinese', 'English'] : ['English', 'Chinese']);
});

test('there is a heading for each pair of documents, without folders', async () => {
  const units = [
    unit({ zhDoc: '/home/li/a.txt#zh1', enDoc: 'C:\\texts\\b.txt#en1' }),
    unit({ zhDoc: '/home/li/a.txt#zh1', enDoc: 'C:\\texts\\b.txt#en1' }),
    unit({ zhDoc: 'a.txt#zh2' }),
    { zh: '好。', en: 'Good.', zhLang: 'zh', enLang: 'en' },
  ];
  const { files } = await written(HTML, units, { source: 'zh' });
  expect([...files[0]!.matchAll(/<h2>.*<\/h2>/g)].map(([heading]) => heading)).toEqual([
    '<h2><bdi>a.txt#zh1</bdi> – <bdi>b.txt#en1</bdi></h2>',
    '<h2><bdi>a.txt#zh2</bdi> – <bdi>b.txt#en1</bdi></h2>',
  ]);
  expect(files[0]).not.toContain('home');
  expect((await read(HTML, files)).units).toHaveLength(4);
});

test('what is doubtful, left out, changed by hand or no part of the story is told in words', async () => {
  const kinds = [
    unit({ score: 0.7999 }),
    unit({ score: 0.1, edited: true }),
    unit({ noise: ['zh'] }),
    unit({ en: '', enIds: [], bead: '1-0' }),
  ];
  const { files } = await written(HTML, kinds);
  expect([...files[0]!.matchAll(/<td class="about"><p>(.*?)<\/p>/g)].map(([, words]) => words)).toEqual([
    '0.7999, 1-1, <strong>doubtful</strong>',
    '0.1, 1-1, changed by hand',
    '1, 1-1, the Chinese is no part of the story',
    '1, 1-0, <strong>only Chinese</strong>',
  ]);
});

test('the page allows its own style and nothing else', async () => {
  const { files } = await written(HTML, []);
  const style = /<style>(.*)<\/style>/s.exec(files[0]!)![1]!;
  const hash = createHash('sha256').update(style).digest('base64');
  expect(files[0]).toContain(
    `http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
  );
  expect(style).not.toMatch(/url\(|@import/);
  for (const rule of ['prefers-color-scheme: dark', 'print', 'max-width: 40rem'])
    expect(style).toContain(rule);
});

test('a memory without units is still a page', async () => {
  const { files, losses } = await written(HTML, [unit({ zh: '', en: '\u0000' })]);
  expect(files[0]).toContain('There are no units.');
  expect(await read(HTML, files)).toEqual({ units: [], notices: [] });
  expect(losses).toEqual({ blank: 1, droppedCharacters: 1 });
});

const anyUnit = fc
  .record({
    zh: anyText,
    en: anyText,
    createdBy: anyText,
    doc: anyText,
    word: anyText,
    notes: fc.array(anyText, { minLength: 1, maxLength: 2 }),
    properties: fc.array(
      fc.tuple(
        anyText.map((name) => `?${name}`),
        anyText,
      ),
      { minLength: 1, maxLength: 2 },
    ),
  })
  .map(({ doc, word, ...changes }) =>
    unit({
      ...changes,
      zhDoc: `a${doc.replaceAll(/[/\\#]/g, '')}`,
      anchors: [{ kind: 'other', zh: `好${word}`, en: 'a' }],
    }),
  );

test('whatever the texts hold, they are read back without what pages forbid', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyUnit, { maxLength: 4 }), async (units) => {
      const { files, losses } = await written(HTML, units);
      const { units: found } = await read(HTML, files, 64);
      const expected = units.map(legalUnit).filter(({ zh, en }) => zh !== '' || en !== '');
      expect(found).toEqual(expected.map(held));
      const lost = units.reduce(
        (sum, { zh, en }) => sum + zh.length + en.length - legal(zh).length - legal(en).length,
        0,
      );
      expect(losses).toEqual({ blank: units.length - expected.length, droppedCharacters: lost });
    }),
    { numRuns: 200 },
  );
});

test('whatever the texts hold, the page has no elements and attributes but its own', async () => {
  const own = /^(html|head|meta|title|style|body|h1|h2|p|strong|table|thead|tbody|tr|th|td|bdi)$/;
  await fc.assert(
    fc.asyncProperty(fc.array(anyUnit, { maxLength: 3 }), anyText, async (units, title) => {
      const { files } = await written(HTML, units, { title });
      const parser = new Parser({
        onopentag: (name, attributes) => {
          expect(name).toMatch(own);
          for (const attribute of Object.keys(attributes)) {
            expect(attribute).toMatch(/^(data-[a-z-]+|class|lang|scope|name|content|charset|http-equiv)$/);
          }
        },
        oncomment: (comment) => expect(comment).toBe('none'),
      });
      parser.write(files[0]!);
      parser.end();
    }),
    { numRuns: 100 },
  );
});

function legalUnit(one: Unit): Unit {
  return {
    ...one,
    zh: legal(one.zh),
    en: legal(one.en),
    createdBy: legal(one.createdBy!),
    zhDoc: legal(one.zhDoc!),
    anchors: one.anchors!.map(({ kind, zh, en }) => ({ kind, zh: legal(zh), en: legal(en) })),
    notes: one.notes!.map(legal),
    properties: one.properties!.map(([name, value]) => [legal(name), legal(value)]),
  };
}

/** Character by character, as HTML has it in "Writing HTML documents", but for carriage returns, which it can hold. */
function legal(text: string): string {
  return Array.from(text)
    .filter((character) => {
      const code = character.codePointAt(0)!;
      if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
      if (code >= 0x7f && code <= 0x9f) return false;
      if ((code >= 0xd800 && code <= 0xdfff) || (code >= 0xfdd0 && code <= 0xfdef)) return false;
      return (code & 0xfffe) !== 0xfffe;
    })
    .join('');
}

describe('a page', () => {
  const ours = async () => (await written(HTML, [LANTERN_UNITS[0]!])).files[0]!;

  test('may have been touched by an editor of pages', async () => {
    const touched = (await ours())
      .replace('came down', 'came <b>down</b>')
      .replaceAll('<tr', '<TR')
      .replaceAll('</td>\n', '\n');
    const { units } = await read(HTML, [touched.replaceAll('\n<td', '<td')]);
    expect(units[0]!.en).toBe('Lin Yue came down the hill. She carried 3 lanterns.');
    expect(units[0]!.score).toBe(0.9731);
  });

  test.each([
    ['<!DOCTYPE html>\n<html>\n<body><table><tr><td>灯</td><td>Lamp</td></tr></table>', 3],
    ['<meta name="generator" content="Some editor"><table>\n<tr><td>灯</td></tr>', 2],
    ['灯', 1],
    ['', 1],
  ])('that duiqi did not write is told: %j', async (page, line) => {
    await expect(read(HTML, [page])).rejects.toThrow(
      expect.objectContaining({
        code: 'format',
        message: `m.html:${line}: this page is none that duiqi wrote. To pair two pages with one another, use duiqi align.`,
      }),
    );
  });

  test('is told where a row lacks a side or holds what can not be read', async () => {
    const page = await ours();
    const line = page.slice(0, page.indexOf('</tr>\n</tbody>')).split('\n').length;
    const without = page.replace(/<td class="en".*\n/, '\n');
    await expect(read(HTML, [without])).rejects.toThrow(
      `m.html:${line}: this row has no cell of the class "en".`,
    );
    const broken = page.replace(' data-score=', ' data-properties="[1" data-score=');
    await expect(read(HTML, [broken])).rejects.toThrow(
      '"data-properties" of this row is no list of names and values.',
    );
  });
});

test('a damaged page is read or told to be wrong, never more', async () => {
  const { files } = await written(HTML, [FULL, ...LANTERN_UNITS]);
  await fc.assert(
    fc.asyncProperty(damaged(files[0]!), async (page) => {
      expect(['read', 'told']).toContain(await readOrTold(HTML, [page]));
    }),
    { numRuns: 300 },
  );
});
