import type { AlignedBead, Alignment, Language, Part } from '../../src/model.ts';
import { type Unit, unitsOf } from '../../src/units/unit.ts';

/** A part whose sentences stand one after the other, with a line end between them. */
export function part(language: Language, sentences: readonly string[], changes: Partial<Part> = {}): Part {
  let end = -1;
  return {
    id: `${language}1`,
    language,
    locale: language === 'zh' ? 'zh-CN' : 'en',
    file: language === 'zh' ? 'a.txt' : 'b.txt',
    text: sentences.join('\n'),
    sentences: sentences.map((text, paragraph) => {
      const start = end + 1;
      end = start + text.length;
      return { text, start, end, paragraph };
    }),
    ...changes,
  };
}

/** A bead from the end of the one before it: so many Chinese sentences, so many English ones. */
export type Step = readonly [zh: number, en: number, score?: number, anchors?: AlignedBead['anchors']];

export function alignment(zh: Part, en: Part, steps: readonly Step[]): Alignment {
  let zhAt = 0;
  let enAt = 0;
  const beads = steps.map(([zhSize, enSize, score = 1, anchors = []]) => {
    const bead = {
      zh: { start: zhAt, end: zhAt + zhSize },
      en: { start: enAt, end: enAt + enSize },
      score,
      parallel: zhSize && enSize ? 1 : 0,
      anchors,
    };
    zhAt = bead.zh.end;
    enAt = bead.en.end;
    return bead;
  });
  const kinship = { relation: 'partial translation', zhPaired: 0.75, enPaired: 0.8 } as const;
  return { zh, en, beads, kinship, names: [] };
}

/** Lanterns: a 1-2 bead with an anchor, an omission on each side, a doubtful 1-1 bead, a sure 2-1 bead. */
export const LANTERNS = alignment(
  part('zh', ['林月提着3盏灯笼走下山来。', '没有人说话。', '风停了吗？', '她笑了。', '“走吧！”']),
  part('en', [
    'Lin Yue came down the hill.',
    'She carried 3 lanterns.',
    'It was late.',
    'Was the wind gone?',
    'She smiled & said, "Let\'s go!"',
  ]),
  [
    [
      1,
      2,
      0.97314,
      [
        { kind: 'person', zh: '林月', en: 'Lin Yue' },
        { kind: 'number', zh: '3', en: '3' },
      ],
    ],
    [1, 0, 0.8],
    [0, 1, 0.7],
    [1, 1, 0.4],
    [2, 1, 0.9],
  ],
);

export const LANTERN_UNITS = unitsOf(LANTERNS);

/** A sound 1-1 unit, but for the changes. */
export function unit(changes: Partial<Unit> = {}): Unit {
  return {
    ...unitsOf(alignment(part('zh', ['她笑了。']), part('en', ['She smiled.']), [[1, 1]]))[0]!,
    ...changes,
  };
}
