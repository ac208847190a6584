import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/read/formats/pdf.ts';
import { column, makePdf, type PageOf, paragraph, type Text, widthOf } from './pdf-maker.ts';

const read = (...pages: readonly (readonly Text[] | PageOf)[]) =>
  readPdf(makePdf(pages.map((page) => ('texts' in page ? page : { texts: page }))), 'ferry.pdf');
const rolesAndTexts = async (...pages: readonly (readonly Text[] | PageOf)[]) =>
  (await read(...pages)).pieces.map(({ role, text }) => [role, text]);
const texts = async (...pages: readonly (readonly Text[] | PageOf)[]) =>
  (await read(...pages)).pieces.map(({ text }) => text);

const NOON =
  'The ferry left the island at noon with two goats, a piano and eleven children on board, and nobody on the quay waved, because everybody who could wave was on the ship.';
const ENGINE =
  'In the middle of the strait the engine stopped. The captain, who had been asleep, came up on deck and looked at the sea for a while as if it owed him money.';
const PIANO =
  'One of the children opened the piano. It was out of tune from the damp, and two of its keys were missing, but she knew a song that needed neither of them.';
const GOATS =
  'The goats listened. When the song was over the engine started again without having been touched, and the captain, shaking his head, went back to his bunk.';
const NOON_ZH =
  '渡船中午离开小岛，船上有两只山羊、一架钢琴和十一个孩子，码头上没有人挥手，因为凡是能挥手的人都在船上。';
const ENGINE_ZH =
  '船到海峡中央，发动机停了。船长本来睡着了，他走上甲板，朝大海看了一会儿，好像大海欠了他的钱似的。';
const STORY = [NOON, ENGINE, PIANO, GOATS];

describe('the paragraphs of a PDF', () => {
  it('are told by the indents of their first lines', async () => {
    expect(await texts(column(STORY, { indent: 15, isStretched: true }))).toEqual(STORY);
  });

  it('are told by the space between them', async () => {
    expect(await texts(column(STORY, { gap: 6 }))).toEqual(STORY);
  });

  it('are told by the room at the end of their last lines', async () => {
    expect(await texts(column(STORY))).toEqual(STORY);
  });

  it('are told by the size of their letters', async () => {
    const small = paragraph(ENGINE, { size: 8, top: 108, width: 320 });
    expect(await texts([...paragraph(NOON, { width: 320 }), ...small])).toEqual([NOON, ENGINE]);
  });

  it('may be short talk, each in a line of its own', async () => {
    const talk = ['“Is it far?” asked the goat.', '“No,” said the girl.', '“Good.”'];
    expect(await texts(column([NOON, ...talk, ENGINE], { indent: 15 }))).toEqual([NOON, ...talk, ENGINE]);
  });

  it('may be set in on both sides', async () => {
    const lines = [
      ...paragraph(NOON, { isStretched: true }),
      ...paragraph(`${PIANO} ${GOATS}`, { left: 102, width: 240, top: 120, isStretched: true }),
      ...paragraph(ENGINE, { top: 216, isStretched: true }),
    ];
    expect(await texts(lines)).toEqual([NOON, `${PIANO} ${GOATS}`, ENGINE]);
  });

  it('go on over the break of a page', async () => {
    const lines = column(STORY, { indent: 15, isStretched: true });
    const second = lines.slice(8).map((line, i) => ({ ...line, top: 72 + 12 * i }));
    expect(lines[8]!.left).toBe(72);
    expect(await texts(lines.slice(0, 8), second)).toEqual(STORY);
  });

  it('end at the break of a page when the next one is set in', async () => {
    const end = 'All of them slept until the ferry came to the other shore, even the little one';
    const lines = column([NOON, end], { indent: 15, isStretched: true });
    expect(await texts(lines, column([ENGINE, PIANO], { indent: 15, isStretched: true }))).toEqual([
      NOON,
      end,
      ENGINE,
      PIANO,
    ]);
  });

  it('of Chinese are told in the same way, and joined without spaces', async () => {
    const zh = [NOON_ZH, ENGINE_ZH];
    expect(await texts(column(zh, { indent: 20, leading: 16 }))).toEqual(zh);
    expect(await texts(column(zh, { gap: 8, leading: 16 }))).toEqual(zh);
  });

  it('keep the words of a line in their order whatever the order of painting', async () => {
    const words = ['went', 'back', 'to', 'his', 'bunk.'];
    const painted = words.map((text, i) => ({ text, left: 72 + 30 * i, top: 72 })).toReversed();
    expect(await texts(painted)).toEqual(['went back to his bunk.']);
  });

  it('begin with the initial that hangs over several lines', async () => {
    const lines = paragraph(NOON.slice(1), { left: 96, width: 276 }).map((line, i) =>
      i < 2 ? line : { ...line, left: 72 },
    );
    expect(await texts([{ text: 'T', left: 72, top: 84, size: 44 }, ...lines])).toEqual([NOON]);
  });
});

describe('the columns of a PDF', () => {
  const left = { width: 200, indent: 12, isStretched: true } as const;
  const right = { ...left, left: 300 };

  it('are read one after the other, and the paragraph that goes on is joined', async () => {
    const lines = column(STORY, left);
    const moved = lines.slice(8).map((line, i) => ({ ...line, left: line.left + 228, top: 72 + 12 * i }));
    const byRow = [...lines.slice(0, 8), ...moved].toSorted((a, b) => a.top - b.top);
    expect(await texts(byRow)).toEqual(STORY);
  });

  it('end at a heading and at text across the page', async () => {
    const page = [
      { text: 'Crossing the Strait', left: 200, top: 40, size: 18 },
      ...paragraph(NOON, { width: 428, top: 72, isStretched: true }),
      ...column([ENGINE], { ...left, top: 120 }),
      ...column([PIANO], { ...right, top: 120 }),
      { text: 'Landing', left: 72, top: 210, size: 14 },
      ...paragraph(GOATS, { width: 428, top: 230, isStretched: true }),
    ];
    expect(await texts(page)).toEqual(['Crossing the Strait', NOON, ENGINE, PIANO, 'Landing', GOATS]);
  });

  it('may be three, with lines that do not stand on one level', async () => {
    const narrow = { ...left, width: 140 };
    const page = [
      ...column([NOON], narrow),
      ...column([ENGINE], { ...narrow, left: 226, top: 76 }),
      ...column([PIANO], { ...narrow, left: 380, top: 74 }),
    ];
    expect(await texts(page)).toEqual([NOON, ENGINE, PIANO]);
  });

  it('of Chinese may have a full stop that hangs over the gutter', async () => {
    const narrow = { width: 200, leading: 16 };
    const page = [
      ...column([NOON_ZH.slice(0, -1)], narrow),
      { text: '。', left: 272, top: 104 },
      ...column([ENGINE_ZH], { ...narrow, left: 290 }),
    ];
    expect((await texts(page)).at(-1)).toBe(ENGINE_ZH);
  });
});

describe('the roles of a PDF', () => {
  it('are heading for large and for bold lines that end no sentence', async () => {
    const page = [
      { text: 'The Ferry', left: 72, top: 72, size: 16 },
      { text: 'Noon', left: 72, top: 96, font: 'bold' },
      ...paragraph(NOON, { top: 108 }),
      { text: 'It was the goat who said so.', left: 72, top: 156, font: 'bold' },
    ] satisfies Text[];
    expect(await rolesAndTexts(page)).toEqual([
      ['heading', 'The Ferry'],
      ['heading', 'Noon'],
      ['paragraph', NOON],
      ['paragraph', 'It was the goat who said so.'],
    ]);
  });

  it('are one heading for a title in several lines', async () => {
    const title = ['The Captain Who Would Not Look at', 'Mediterranean Goats'].map((text, i) => {
      return { text, left: 222 - widthOf(text, 16) / 2, top: 72 + 20 * i, size: 16 };
    });
    expect(await rolesAndTexts([...title, ...paragraph(NOON, { top: 130 })])).toEqual([
      ['heading', 'The Captain Who Would Not Look at Mediterranean Goats'],
      ['paragraph', NOON],
    ]);
  });

  it('are item for bullets, which go, and for numbers, which stay', async () => {
    const hanging = { left: 90, width: 282, isStretched: true };
    const page = [
      ...paragraph(NOON, { isStretched: true }),
      { text: '•', left: 78, top: 120 },
      ...paragraph(PIANO, { ...hanging, top: 120 }),
      { text: '\uf0b7', left: 78, top: 156 },
      ...paragraph('two goats', { ...hanging, top: 156 }),
      { text: '2.', left: 78, top: 180 },
      ...paragraph(GOATS, { ...hanging, top: 180 }),
      { text: '（3）一架钢琴', left: 78, top: 228 },
    ];
    expect((await rolesAndTexts(page)).slice(1)).toEqual([
      ['item', PIANO],
      ['item', 'two goats'],
      ['item', `2. ${GOATS}`],
      ['item', '（3）一架钢琴'],
    ]);
  });

  it('are caption for what names a figure or a table, not for a sentence about it', async () => {
    const page = column(
      ['Figure 3: The piano on deck', '图3 甲板上的钢琴', '表一：乘客', 'Figure 3 shows the piano on deck.'],
      { gap: 10 },
    );
    const roles = (await rolesAndTexts([...page, ...paragraph(NOON, { top: 300 })])).map(([role]) => role);
    expect(roles).toEqual(['caption', 'caption', 'caption', 'paragraph', 'paragraph']);
  });

  it('are cell for the texts of a table, row by row', async () => {
    const row = (cells: readonly string[], top: number) =>
      cells.map((text, i) => ({ text, left: 72 + 100 * i, top }));
    const page = [
      ...paragraph(NOON),
      ...row(['Passenger', 'Fare', 'Luggage'], 130),
      ...row(['goat', 'half', 'none'], 142),
      ...row(['child', 'free', 'a bag with bread'], 154),
      { text: 'and a hat', left: 272, top: 166 },
      ...row(['captain', 'none', 'a pipe'], 178),
    ];
    const cells = 'Passenger Fare Luggage goat half none child free'.split(' ');
    expect((await rolesAndTexts(page)).slice(1)).toEqual(
      [...cells, 'a bag with bread and a hat', 'captain', 'none', 'a pipe'].map((text) => ['cell', text]),
    );
  });

  it('are paragraph for lines of verse, each of its own', async () => {
    const verse = [
      'Two goats and a piano',
      'went over the sea,',
      'and nobody knew',
      'whose piano it might be.',
    ];
    const lines = verse.map((text, i) => ({ text, left: 110, top: 130 + 12 * i }));
    expect((await rolesAndTexts([...paragraph(NOON), ...lines])).slice(1)).toEqual(
      verse.map((text) => ['paragraph', text]),
    );
  });
});

describe('around the text of a PDF', () => {
  const body = [NOON, ENGINE, PIANO].map((text) => paragraph(text, { top: 100 }));
  const withEdges = (head: (page: number) => Text[]) => body.map((lines, i) => [...head(i + 1), ...lines]);

  it.each([
    ['a head', (page: number) => [{ text: 'The Ferry', left: 72 + page, top: 40 }]],
    ['a number', (page: number) => [{ text: String(page), left: 290, top: 800 }]],
    ['a Roman number', (page: number) => [{ text: 'i'.repeat(page), left: 290, top: 800 }]],
    ['第…页', (page: number) => [{ text: `第${'一二三'[page - 1]}页`, left: 290, top: 800 }]],
    ['Page … of …', (page: number) => [{ text: `Page ${page} of 3`, left: 290, top: 800 }]],
    [
      'numbers at changing sides',
      (page: number) => [{ text: `${page}`, left: page % 2 ? 500 : 72, top: 40 }],
    ],
    [
      'two rows above each other',
      (page: number) => [
        { text: 'Salt Street Press', left: 72, top: 30 },
        { text: `The Ferry ${page}`, left: 72, top: 42 },
      ],
    ],
  ])('%s is left out', async (_, head) => {
    expect(await texts(...withEdges(head))).toEqual([NOON, ENGINE, PIANO]);
  });

  it('heads that change are left out where most are repeated', async () => {
    const heads = ['One', 'One', 'Two', 'Three', 'Three'];
    const pages = heads.map((text, i) => [
      { text, left: 72, top: 40 },
      { text: `Then came day ${i} of the journey.`, left: 72, top: 300 },
    ]);
    expect(await texts(...pages)).toEqual(heads.map((_, i) => `Then came day ${i} of the journey.`));
  });

  it('the number of the only page is left out, one within the text is not', async () => {
    const page = [
      ...paragraph(NOON),
      { text: '1923', left: 72, top: 130 },
      { text: '– 7 –', left: 290, top: 800 },
    ];
    expect(await texts(page)).toEqual([NOON, '1923']);
  });

  it.each([
    ['Chapter 1', 'Chapter 2', 'Chapter 3'],
    ['第一章', '第二章', '第三章'],
    ['I', 'II', 'III'],
  ])('headings at the head of the page stay, though numbered: %s', async (...headings) => {
    const pages = headings.flatMap((text, i) => [
      [{ text, left: 72, top: 80 }, ...paragraph(STORY[i]!, { top: 200 })],
      paragraph(`It was day ${i} of the journey.`, { top: 200 + 20 * i }),
    ]);
    expect((await texts(...pages)).filter((text) => headings.includes(text))).toEqual(headings);
  });

  it('a refrain in the middle of several pages stays', async () => {
    const pages = body.map((lines) => [...lines, { text: 'And the sea said nothing.', left: 72, top: 400 }]);
    expect((await texts(...pages)).filter((text) => text.startsWith('And'))).toHaveLength(3);
  });

  it('a table of contents is left out', async () => {
    const entry = (title: string, page: number, i: number) => `${title} ${'. '.repeat(30 + i)}${page}`;
    const contents = ['Noon', 'The Engine', 'The Song'].map((title, i) => ({
      text: entry(title, i + 3, i),
      left: 72,
      top: 100 + 14 * i,
    }));
    expect(await texts([{ text: 'Contents', left: 72, top: 72 }, ...contents], paragraph(NOON))).toEqual([
      'Contents',
      NOON,
    ]);
  });
});

describe('the footnotes of a PDF', () => {
  const small = { size: 8, leading: 10 };
  const reference = (text: string, left: number, top: number): Text => ({
    text,
    left,
    top: top - 3.5,
    size: 6,
  });

  it('stand behind the paragraph that goes on over the page, without their marks', async () => {
    const lines = column([NOON, `${ENGINE} ${PIANO}`], { indent: 15, isStretched: true });
    const first = [
      ...lines.slice(0, 7),
      reference('1', 372, lines[1]!.top),
      ...paragraph('1 Goats travel at half the fare.', { ...small, top: 760 }),
      ...paragraph(
        '2 The strait is 40 sea miles wide and in the month of June so calm that one sees the bottom of it from the deck.',
        { ...small, top: 770 },
      ),
    ];
    const second = lines.slice(7).map((line, i) => ({ ...line, top: 72 + 12 * i }));
    expect(await rolesAndTexts(first, second)).toEqual([
      ['paragraph', NOON],
      ['paragraph', `${ENGINE} ${PIANO}`],
      ['note', 'Goats travel at half the fare.'],
      [
        'note',
        'The strait is 40 sea miles wide and in the month of June so calm that one sees the bottom of it from the deck.',
      ],
    ]);
  });

  it('go on at the foot of the next page', async () => {
    const page = (text: string, note: string) => [
      ...paragraph(text),
      ...paragraph(note, { ...small, top: 770 }),
    ];
    const notes = (
      await rolesAndTexts(page(NOON, '* He had lost it in the'), page(ENGINE, 'winter, at cards.'))
    ).filter(([role]) => role === 'note');
    expect(notes).toEqual([['note', 'He had lost it in the winter, at cards.']]);
  });

  it('are none where raised figures belong to no note of the page', async () => {
    const page = [
      { text: 'The deck has 40 m', left: 72, top: 72 },
      reference('2', 72 + widthOf('The deck has 40 m'), 72),
      { text: 'of planks.', left: 153, top: 72 },
    ];
    expect(await texts([...page, ...paragraph(NOON, { top: 96 })])).toEqual([
      'The deck has 40 m2 of planks.',
      NOON,
    ]);
  });
});
