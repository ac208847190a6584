import { expect, test } from 'vitest';
import { explainAlignment } from '../../src/cli/explain.ts';
import { width } from '../../src/cli/terminal.ts';
import type { Alignment, Language, Part } from '../../src/model.ts';

function partOf(language: Language, sentences: readonly string[]): Part {
  const text = sentences.join('\n');
  let at = 0;
  const placed = sentences.map((sentence) => {
    const start = at;
    at += sentence.length + 1;
    return { text: sentence, start, end: start + sentence.length, paragraph: 0 };
  });
  const file = language === 'zh' ? 'bridge.zh.txt' : 'bridge.en.txt';
  return { id: `${language}1`, language, locale: language, file, text, sentences: placed };
}

const ALIGNMENT: Alignment = {
  zh: partOf('zh', [
    '那座石桥有四百二十米长，工人们花了三年才把它建成，桥头的石碑上刻着每一个人的名字。',
    '碑已风化。',
  ]),
  en: partOf('en', ['The stone bridge is 420 metres long.', 'It took the workers three years to build it.']),
  beads: [
    {
      zh: { start: 0, end: 1 },
      en: { start: 0, end: 2 },
      score: 0.987,
      parallel: 0.994,
      anchors: [{ kind: 'number', zh: '四百二十', en: '420' }],
      explanation: {
        words: [
          { zh: '石桥', en: 'bridge', probability: 0.6 },
          { zh: '工人', en: 'workers', probability: 0.71 },
          { zh: '建成', en: 'build', probability: 0.4 },
          { zh: '三', en: 'three', probability: 0.93 },
          { zh: '年', en: 'years', probability: 0.88 },
        ],
        weights: { lexicon: 12.3456, length: -0.25 },
      },
    },
    { zh: { start: 1, end: 2 }, en: { start: 2, end: 2 }, score: 0.5, parallel: 0, anchors: [] },
  ],
  kinship: { relation: 'translation', zhPaired: 0.9, enPaired: 1 },
  names: [],
};

test('an explanation shows sentences, anchors, matched words and what each evidence weighs', () => {
  const text = explainAlignment(ALIGNMENT);
  expect(text).toContain('bridge.zh.txt#zh1 with bridge.en.txt#en1');
  expect(text).toContain('1-2   score 0.99');
  expect(text).toContain('en 1       It took the workers');
  expect(text).toContain('四百二十 = 420 (number)');
  expect(text).toContain('石桥 = bridge 0.60');
  expect(text).toContain('lexicon +12.35, length -0.25');
  expect(text).toContain('1-0   score 0.50');
});

test('an explanation can be read on a terminal of 80 columns', () => {
  for (const line of explainAlignment(ALIGNMENT).split('\n')) expect(width(line)).toBeLessThanOrEqual(80);
});
