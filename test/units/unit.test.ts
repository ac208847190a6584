import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/model.ts';
import { reasonToLeaveOut, unitsOf } from '../../src/units/unit.ts';
import { alignment, LANTERN_UNITS, LANTERNS, part, unit } from './sample.ts';

function zhText(sentence: string): string {
  return unitsOf(alignment(part('zh', [sentence]), part('en', ['Yes.']), [[1, 1]]))[0]!.zh;
}

function enText(sentence: string): string {
  return unitsOf(alignment(part('zh', ['是。']), part('en', [sentence]), [[1, 1]]))[0]!.en;
}

describe('a unit', () => {
  test('holds the fields of its bead', () => {
    expect(LANTERN_UNITS[0]).toEqual({
      zh: '林月提着3盏灯笼走下山来。',
      en: 'Lin Yue came down the hill. She carried 3 lanterns.',
      bead: '1-2',
      score: 0.9731,
      parallel: 1,
      zhIds: [0],
      enIds: [0, 1],
      zhSentences: ['林月提着3盏灯笼走下山来。'],
      enSentences: ['Lin Yue came down the hill.', 'She carried 3 lanterns.'],
      zhSpans: [[0, 13]],
      enSpans: [
        [0, 27],
        [28, 51],
      ],
      zhParagraphs: [0],
      enParagraphs: [0, 1],
      lengthRatio: 3.64,
      anchors: [
        { kind: 'person', zh: '林月', en: 'Lin Yue' },
        { kind: 'number', zh: '3', en: '3' },
      ],
      zhDoc: 'a.txt#zh1',
      enDoc: 'b.txt#en1',
      zhLang: 'zh-CN',
      enLang: 'en',
    });
  });

  test('joins Chinese sentences with nothing and English ones with a space', () => {
    expect(LANTERN_UNITS[4]).toMatchObject({
      zh: '她笑了。“走吧！”',
      bead: '2-1',
      zhIds: [3, 4],
      enIds: [4],
    });
    expect(LANTERN_UNITS[0]!.en).toBe('Lin Yue came down the hill. She carried 3 lanterns.');
  });

  test('has spans that cut its sentences out of the text of the part', () => {
    for (const { zhSpans, zhSentences, enSpans, enSentences } of LANTERN_UNITS) {
      expect(zhSpans.map(([start, end]) => LANTERNS.zh.text.slice(start, end))).toEqual(zhSentences);
      expect(enSpans.map(([start, end]) => LANTERNS.en.text.slice(start, end))).toEqual(enSentences);
    }
  });

  test('is empty on the missing side of an omission, and has no length ratio there', () => {
    expect(LANTERN_UNITS[1]).toMatchObject({
      bead: '1-0',
      en: '',
      enIds: [],
      enSentences: [],
      enSpans: [],
      lengthRatio: null,
    });
    expect(LANTERN_UNITS[2]).toMatchObject({
      bead: '0-1',
      zh: '',
      zhIds: [],
      zhSpans: [],
      lengthRatio: null,
    });
  });

  test('has no length ratio when its Chinese side has no Chinese character', () => {
    const [only] = unitsOf(alignment(part('zh', ['OK 123！']), part('en', ['OK 123!']), [[1, 1]]));
    expect(only!.lengthRatio).toBeNull();
  });

  test('takes rare Chinese characters outside the basic plane as one character each', () => {
    const [only] = unitsOf(alignment(part('zh', ['𠮷野']), part('en', ['Yoshino']), [[1, 1]]));
    expect(only!.lengthRatio).toBe(3.5);
  });
});

describe('a line break inside a sentence', () => {
  test.each([
    ['天上的\n星星', '天上的星星'],
    ['他说，\r\n  “走吧。”', '他说，“走吧。”'],
    ['她等着……\n“谁？”', '她等着……“谁？”'],
    ['約翰·\n克里', '約翰·克里'],
    ['他用\nPython\n写诗', '他用 Python 写诗'],
    ['天\n上\n的\u2028星', '天上的星'],
    ['𠮷\n野', '𠮷野'],
  ])('of Chinese %j reads %j', (sentence, expected) => {
    expect(zhText(sentence)).toBe(expected);
  });

  test.each([
    ['The stars\nin the sky', 'The stars in the sky'],
    ['The stars \r\n  in the sky', 'The stars in the sky'],
    ['She waited…\n“Who?”', 'She waited… “Who?”'],
    ['the word 星\n星 means star', 'the word 星星 means star'],
    ['one\u0085two\u2029three\vfour', 'one two three four'],
  ])('of English %j reads %j', (sentence, expected) => {
    expect(enText(sentence)).toBe(expected);
  });
});

test('the ends of a sentence are trimmed, but the blanks inside it stay', () => {
  expect(zhText('\u3000\u3000月　亮 \n')).toBe('月　亮');
  expect(enText(' two  blanks ')).toBe('two  blanks');
  expect(enText('one\ntwo  three\u0085')).toBe('one two  three');
});

test('a long run of blanks takes linear time', () => {
  const blanks = ' '.repeat(200_000);
  expect(enText(`a${blanks}b\nc`)).toBe(`a${blanks}b c`);
});

test.each<[Language, string]>([
  ['zh', '龍與鳳——臺灣「雲」'],
  ['en', 'naïve café — “so”'],
])('the text of a %s sentence stays as it came', (language, text) => {
  expect(language === 'zh' ? zhText(text) : enText(text)).toBe(text);
});

describe('a unit goes to a translator', () => {
  test('when it has two sides and scores high enough', () => {
    const reasons = LANTERN_UNITS.map((one) => reasonToLeaveOut(one, 0.5));
    expect(reasons).toEqual([undefined, 'zhOnly', 'enOnly', 'belowMinScore', undefined]);
  });

  test('when its score is just the lowest asked for, or is not known', () => {
    expect(reasonToLeaveOut(unit({ score: 0.5 }), 0.5)).toBeUndefined();
    expect(reasonToLeaveOut(unit({ score: 0.4999 }), 0.5)).toBe('belowMinScore');
    const { score, ...unscored } = unit();
    expect(score).toBe(1);
    expect(reasonToLeaveOut(unscored, 0.5)).toBeUndefined();
  });

  test('when somebody changed it by hand, whatever its score', () => {
    expect(reasonToLeaveOut(unit({ score: 0.1, edited: true }), 0.5)).toBeUndefined();
    expect(reasonToLeaveOut(unit({ en: '', edited: true }), 0.5)).toBe('zhOnly');
  });

  test('not when one side is no part of the story, but when both are none', () => {
    expect(reasonToLeaveOut(unit({ noise: ['zh'] }), 0.5)).toBe('noise');
    expect(reasonToLeaveOut(unit({ noise: ['zh', 'en'] }), 0.5)).toBeUndefined();
  });
});
