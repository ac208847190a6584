import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Alignment,
  align,
  alignTogether,
  DuiqiError,
  type Part,
  readDocument,
  readSegmented,
  unitsOf,
  writeJsonl,
} from 'duiqi';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partOf } from './evidence/sides.ts';

const NEWS = fileURLToPath(new URL('../corpus/news/', import.meta.url));
const news = async (name: string) =>
  (await readDocument(readFileSync(NEWS + name), name)).parts.find(({ id }) => /1$/.test(id))!;

const CHINESE = Array.from('我你他们说今天下雨了船长看海三十五人。？！，、：；“”「」（）…… \n');
const ENGLISH = Array.from('abcdefgh tainsworle ABC 0123 .?!,:;"\'()—…\n');
const STRANGE = [
  '\u0000',
  '\u0007',
  '\ud800',
  '\udc00',
  '😀',
  '\u202e',
  '\u00a0',
  '\u200b',
  '\u2028',
  '\r\n',
  '\t',
];

const textOf = (letters: readonly string[]) =>
  fc
    .array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...letters) }, fc.constantFrom(...STRANGE)), {
      maxLength: 120,
    })
    .map((characters) => characters.join(''));

/** What reading makes of a text, or nothing where it rightly refuses. */
async function read(text: string, segmented: boolean): Promise<Part | undefined> {
  try {
    const bytes = Buffer.from(text, 'utf8');
    return segmented ? readSegmented(bytes, 'a.txt') : (await readDocument(bytes, 'a.txt')).parts[0];
  } catch (error) {
    if (error instanceof DuiqiError) return undefined;
    throw error;
  }
}

/** The share of the beads of an alignment that another one has too. */
function agreement(one: Alignment, other: Alignment): number {
  const key = ({ zh, en }: Alignment['beads'][number]) => `${zh.start}-${zh.end}:${en.start}-${en.end}`;
  const beads = new Set(other.beads.map(key));
  return one.beads.filter((bead) => beads.has(key(bead))).length / one.beads.length;
}

function expectWhole({ zh, en, beads }: Alignment): void {
  for (const side of ['zh', 'en'] as const) {
    let next = 0;
    for (const bead of beads) {
      expect(bead[side].start).toBe(next);
      expect(bead[side].end).toBeGreaterThanOrEqual(next);
      next = bead[side].end;
    }
    expect(next).toBe((side === 'zh' ? zh : en).sentences.length);
  }
  for (const { zh: a, en: b, score } of beads) {
    expect(a.end - a.start + b.end - b.start).toBeGreaterThan(0);
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
  }
}

function expectSlices({ text, sentences }: Part): void {
  let at = 0;
  for (const sentence of sentences) {
    expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
    expect(text.slice(at, sentence.start).replace(/[\s\u200b\u2060\ufeff]/gu, '')).toBe('');
    at = sentence.end;
  }
  expect(text.slice(at).replace(/[\s\u200b\u2060\ufeff]/gu, '')).toBe('');
}

const jsonl = (alignments: readonly Alignment[]) =>
  alignments.flatMap((alignment) => [...writeJsonl(unitsOf(alignment))]).join('');

test('whatever the texts hold, each sentence is in one bead, in order, and is a slice of its text', async () => {
  await fc.assert(
    fc.asyncProperty(textOf(CHINESE), textOf(ENGLISH), fc.boolean(), async (chinese, english, segmented) => {
      const zh = await read(`船${chinese}`, segmented);
      const en = await read(`Ship ${english}`, segmented);
      if (!zh || !en) return;
      expectSlices(zh);
      expectSlices(en);
      const alignment = await align(zh, en, { explain: true });
      expectWhole(alignment);
      expect(jsonl([await align(zh, en)])).toBe(jsonl([alignment]));
    }),
    { numRuns: 60 },
  );
});

/** Sentences that no reader would cut so: anything goes, lone halves of characters and empty ones among it. */
const anySentences = (letters: readonly string[]) =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: textOf(letters).map((text) => text.slice(0, 40)) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('', '……', '!?', '\ud83d', '1', '“', '十'.repeat(50), 'one '.repeat(20)),
      },
    ),
    { maxLength: 8 },
  );

test('whatever the sentences, all numbers of the result are numbers', async () => {
  const letters = [...CHINESE, ...ENGLISH];
  await fc.assert(
    fc.asyncProperty(anySentences(letters), anySentences(letters), async (chinese, english) => {
      const alignment = await align(partOf('zh', chinese), partOf('en', english), { explain: true });
      expectWhole(alignment);
      for (const { score, explanation, anchors } of alignment.beads) {
        expect(Number.isFinite(score)).toBe(true);
        for (const weight of Object.values(explanation!.weights)) expect(Number.isFinite(weight)).toBe(true);
        for (const { probability } of explanation!.words) {
          expect(probability).toBeGreaterThan(0);
          expect(probability).toBeLessThanOrEqual(1);
        }
        for (const { zh, en } of anchors) {
          expect(chinese.join('\n')).toContain(zh);
          expect(english.join('\n')).toContain(en);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('two Chinese versions of one story hardly change each other', async () => {
  const [cn, tw, en] = [await news('zh-CN.txt'), await news('zh-TW.txt'), await news('en.txt')];
  const together = await alignTogether([
    { zh: cn, en },
    { zh: tw, en },
  ]);
  expect(agreement(together[0]!, await align(cn, en))).toBeGreaterThan(0.95);
  expect(agreement(together[1]!, await align(tw, en))).toBeGreaterThan(0.95);
}, 60_000);

describe('parts of a strange kind are aligned all the same:', () => {
  const many = (count: number, text: string) => Array.from({ length: count }, (_, k) => `${text} ${k}`);
  test.each<[name: string, zh: string[], en: string[]]>([
    ['no sentences', [], []],
    ['no Chinese sentences', [], ['One.', 'Two.']],
    ['no English sentences', ['一。', '二。'], []],
    ['no words on the Chinese side', ['……', '——', '！'], ['He left.', 'She stayed.']],
    ['no words on the English side', ['他走了。', '她没走。'], ['...', '—', '!']],
    ['no words on either side', ['……', '！'], ['...', '!']],
    ['empty sentences', ['', '他走了。', ''], ['', '', 'He left.', '']],
    ['one sentence beside many', ['他们一个接一个地走了。'], many(90, 'They left')],
    ['many sentences beside one', many(90, '他们走了'), ['They left one by one.']],
    ['the same sentence again and again', new Array(40).fill('是的。'), new Array(50).fill('Yes.')],
    ['English on the Chinese side', ['He left.', 'She stayed.'], ['He left.', 'She stayed.']],
    ['Chinese on the English side', ['他走了。'], ['他走了。']],
    ['a sentence of thousands of characters', ['长'.repeat(4000)], ['long '.repeat(2000)]],
  ])('%s', async (_, zh, en) => {
    expectWhole(await align(partOf('zh', zh), partOf('en', en), { explain: true }));
  });
});

describe('alignTogether', () => {
  const first = {
    zh: partOf('zh', ['谢锋在北京。', '他买了三本书。', '他走了。']),
    en: partOf('en', ['Xie Feng is in Beijing.', 'He bought three books.', 'He left.']),
  };
  const second = {
    zh: partOf('zh', ['三本书都很旧。', '“多少钱？”', '二十元。']),
    en: partOf('en', ['The three books were old.', '“How much?”', 'Twenty yuan.']),
  };

  test('of one pair is align', async () => {
    const together = await alignTogether([first], { explain: true });
    expect(together).toEqual([await align(first.zh, first.en, { explain: true })]);
  });

  test('of no pairs is nothing', async () => {
    expect(await alignTogether([])).toEqual([]);
  });

  test('gives the alignments in the order of the pairs', async () => {
    for (const pairs of [
      [first, second],
      [second, first],
      [first, second, first],
    ]) {
      const alignments = await alignTogether(pairs);
      expect(alignments.map(({ zh, en }) => ({ zh, en }))).toEqual(pairs);
      for (const alignment of alignments) {
        expectWhole(alignment);
        expect(alignment.beads).toHaveLength(3);
      }
    }
  });

  test('takes one part in several pairs', async () => {
    const alignments = await alignTogether([
      first,
      { zh: second.zh, en: first.en },
      { zh: first.zh, en: second.en },
    ]);
    for (const alignment of alignments) expectWhole(alignment);
  });
});

test('the same input gives the same bytes, alone or beside its like', async () => {
  const [zh, en] = [await news('zh-TW.txt'), await news('en.txt')];
  const once = await align(zh, en);
  expectWhole(once);
  expect(jsonl([await align(zh, en)])).toBe(jsonl([once]));
  const [first, second] = await alignTogether([
    { zh, en },
    { zh, en },
  ]);
  expect(jsonl([second!])).toBe(jsonl([first!]));
});

test('Simplified and Traditional get the same beads, but for their wording', async () => {
  const read = (name: string) => readSegmented(readFileSync(`${NEWS}gold/${name}`), name);
  const keysOf = async (name: string) =>
    (await align(read(name), read('en.txt'))).beads.map(
      ({ zh, en }) => `${zh.start}-${zh.end}:${en.start}-${en.end}`,
    );
  const [simplified, traditional] = [await keysOf('zh-CN.txt'), new Set(await keysOf('zh-TW.txt'))];
  const same = simplified.filter((bead) => traditional.has(bead));
  expect(same.length).toBeGreaterThan(0.8 * simplified.length);
});

test('a story that the English shortens is aligned as its gold says', async () => {
  const read = (name: string) => readSegmented(readFileSync(`${NEWS}gold/${name}`), name);
  const { beads } = await align(read('zh-CN.txt'), read('en.txt'));
  const gold = new Set(readFileSync(`${NEWS}gold/alignment.align`, 'utf8').trim().split('\n'));
  const ids = (start: number, end: number) => `[${Array.from({ length: end - start }, (_, k) => start + k)}]`;
  const right = beads.filter(({ zh, en }) => gold.has(`${ids(zh.start, zh.end)}:${ids(en.start, en.end)}`));
  expect(right.length / beads.length).toBeGreaterThan(0.85);
});

describe('without anchors', () => {
  const sentencesOf = (path: string) =>
    readSegmented(readFileSync(new URL(`../corpus/${path}`, import.meta.url)), path).sentences.map(
      ({ text }) => text,
    );
  const withoutLists = ({ beads, ...alignment }: Alignment): Alignment => ({
    ...alignment,
    names: [],
    beads: beads.map((bead) => ({ ...bead, anchors: [] })),
  });

  test('beads, scores, kinship and explanations are the same, the lists empty', async () => {
    const [zh, en] = [await news('zh-CN.txt'), await news('en.txt')];
    const shown = await align(zh, en, { explain: true });
    expect(shown.names.length).toBeGreaterThan(0);
    expect(shown.beads.some(({ anchors }) => anchors.length > 0)).toBe(true);
    expect(await align(zh, en, { explain: true, anchors: true })).toEqual(shown);
    expect(await align(zh, en, { explain: true, anchors: false })).toEqual(withoutLists(shown));
  });

  test('texts that have nothing but people in common are comparable all the same', async () => {
    const zh = partOf('zh', [
      '谢锋、孙韵和李尚福都走了。',
      ...sentencesOf('fiction/gold/zh-CN.txt').slice(0, 20),
    ]);
    const en = partOf('en', [
      ...sentencesOf('news/gold/en.txt').slice(0, 20),
      'Xie Feng, Yun Sun and Li Shangfu have left.',
    ]);
    const shown = await align(zh, en);
    // Too little is paired: it is the names that decide.
    expect(Math.max(shown.kinship.zhPaired, shown.kinship.enPaired)).toBeLessThan(0.04);
    expect(shown.kinship.relation).toBe('comparable');
    expect(await align(zh, en, { anchors: false })).toEqual(withoutLists(shown));
  });
});

test('progress is told step by step up to the total', async () => {
  const told: string[] = [];
  await align(await news('zh-CN.txt'), await news('en.txt'), {
    onProgress: (done, total, stage) => told.push(`${done}/${total} ${stage}`),
  });
  expect(told[0]).toMatch(/^1\/\d+ reading$/);
  const [done, total] = told.at(-1)!.split(' ')[0]!.split('/');
  expect(done).toBe(total);
});

describe('links', () => {
  const story = {
    zh: readSegmented(readFileSync(`${NEWS}gold/zh-CN.txt`), 'zh-CN.txt'),
    en: readSegmented(readFileSync(`${NEWS}gold/en.txt`), 'en.txt'),
  };
  const shortened = (part: Part, count: number): Part => ({
    ...part,
    sentences: part.sentences.slice(0, count),
  });

  /** Links that do not contradict each other: bound blocks in order, at most 4 with 7 sentences, and gaps. */
  const consistentLinks = fc
    .array(
      fc.record({
        skipped: fc.tuple(fc.nat(7), fc.nat(7)),
        size: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 7 })),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((blocks) => {
      let [zh, en] = [0, 0];
      return blocks.flatMap(({ skipped, size: [zhCount, enCount] }) => {
        const first = { zh: zh + skipped[0], en: en + skipped[1] };
        [zh, en] = [first.zh + zhCount, first.en + enCount];
        const last = { zh: zh - 1, en: en - 1 };
        return [first, { zh: first.zh, en: last.en }, last];
      });
    });

  const expectObeyed = ({ beads }: Alignment, links: readonly { zh: number; en: number }[]) => {
    for (const link of links) {
      const holding = beads.filter(({ zh }) => zh.start <= link.zh && link.zh < zh.end);
      expect(holding).toHaveLength(1);
      expect(holding[0]!.en.start).toBeLessThanOrEqual(link.en);
      expect(holding[0]!.en.end).toBeGreaterThan(link.en);
    }
  };

  test('that do not contradict each other are always obeyed, and each sentence stays in one bead', async () => {
    await fc.assert(
      fc.asyncProperty(consistentLinks, fc.nat(30), fc.nat(30), async (links, zhMore, enMore) => {
        const { zh: lastZh, en: lastEn } = links.at(-1)!;
        const zh = shortened(story.zh, lastZh + 1 + zhMore);
        const en = shortened(story.en, lastEn + 1 + enMore);
        fc.pre(zh.sentences.length > lastZh && en.sentences.length > lastEn);
        const [alignment] = await alignTogether([{ zh, en, links }]);
        expectWhole(alignment!);
        expectObeyed(alignment!, links);
        for (const { score } of alignment!.beads) expect(Number.isFinite(score)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('far from where the evidence leads are obeyed too', async () => {
    const [last, count] = [story.en.sentences.length - 1, story.zh.sentences.length];
    const wrong = [
      [{ zh: 0, en: last }],
      [{ zh: count - 1, en: 0 }],
      [
        { zh: 1, en: 20 },
        { zh: count - 2, en: 21 },
      ],
    ];
    for (const links of wrong) {
      const [alignment] = await alignTogether([{ ...story, links }], { explain: true });
      expectWhole(alignment!);
      expectObeyed(alignment!, links);
    }
  });

  test('that say what the alignment is anyway hardly change a bead', async () => {
    const plain = await align(story.zh, story.en);
    const links = plain.beads
      .filter(({ zh, en }) => zh.end > zh.start && en.end > en.start)
      .map(({ zh, en }) => ({ zh: zh.start, en: en.end - 1 }));
    const [linked] = await alignTogether([{ ...story, links }]);
    expect(agreement(plain, linked!)).toBeGreaterThan(0.95);
  });

  test('of one pair leave the others alone, and contradictions are refused before any work', async () => {
    const [free, linked] = await alignTogether([story, { ...story, links: [{ zh: 0, en: 3 }] }]);
    expectObeyed(linked!, [{ zh: 0, en: 3 }]);
    expect(free!.beads[0]!.en.end).toBeLessThan(3);
    const crossing = [
      { zh: 3, en: 8 },
      { zh: 5, en: 6 },
    ];
    await expect(alignTogether([{ ...story, links: crossing }])).rejects.toThrow(
      /^the link zh 5 with en 6 crosses the link zh 3 with en 8\./,
    );
  });
});
