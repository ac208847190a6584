import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sentence } from '../../src/model.ts';
import { readDocument, readSegmented } from '../../src/read/document.ts';
import { segment } from '../../src/read/segment.ts';

const BLANK_ENDS = /^[\s\u200B-\u200F\u2060]|[\s\u200B-\u200F\u2060]$/;
const ALL_BLANK = /^[\s\u180E\u200B-\u200F\u2060]*$/;

const PIECES = [
  ...[
    '。',
    '！',
    '？',
    '……',
    '…',
    '.',
    '!',
    '?',
    '...',
    '. . .',
    '，',
    '、',
    '：',
    '；',
    ',',
    ':',
    ';',
    '—',
    '——',
    '-',
  ],
  ...[
    '“',
    '”',
    '‘',
    '’',
    '「',
    '」',
    '『',
    '』',
    '"',
    "'",
    '（',
    '）',
    '(',
    ')',
    '《',
    '》',
    '[',
    ']',
    '【',
    '】',
    '[1]',
  ],
  ...[' ', '\u00a0', '\u3000', '\u200b', '\ufeff', '\t', '\n', '\r\n', '\r', '\u2028'],
  ...[
    '他',
    '说',
    '问',
    '你好',
    '我們',
    '的',
    '他问',
    '听说',
    'He',
    'said',
    'Tom asked',
    'the',
    'Mr',
    'U.S',
    'e.g',
    'I',
  ],
  ...['1', '3.5', '2024', 'No', 'a', 'B', 'http://a.b/c?d', '🎉', '\ud83d', 'é', 'か'],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const language = fc.constantFrom('zh' as const, 'en' as const);

function expectProperSentences(source: string, sentences: readonly Sentence[]): void {
  let end = 0;
  let paragraph = 0;
  for (const sentence of sentences) {
    expect(source.slice(sentence.start, sentence.end)).toBe(sentence.text);
    expect(sentence.text).not.toBe('');
    expect(sentence.text).not.toMatch(BLANK_ENDS);
    expect(source.slice(end, sentence.start)).toMatch(ALL_BLANK);
    expect(sentence.start).toBeGreaterThanOrEqual(end);
    expect(sentence.paragraph).toBeGreaterThanOrEqual(paragraph);
    ({ end, paragraph } = sentence);
  }
  expect(source.slice(end)).toMatch(ALL_BLANK);
}

describe('sentences', () => {
  it('are slices in order that leave out nothing but white space', () => {
    fc.assert(
      fc.property(text, language, (source, lang) => expectProperSentences(source, segment(source, lang))),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('come out the same when a text is cut twice', () => {
    fc.assert(
      fc.property(text, language, (source, lang) => {
        expect(segment(source, lang)).toEqual(segment(source, lang));
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it('have the properties in every part of a document', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (drawn) => {
        const source = drawn.replace(/[\u0000-\u0008\u000E-\u001F]/g, '');
        const { parts } = await readDocument(
          new TextEncoder().encode(`Title of it\n${source}\n这是一句话`),
          'a.txt',
        );
        for (const part of parts) expectProperSentences(part.text, part.sentences);
        expect(parts.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000, seed: 3 },
    );
  });

  it('are as many as lines in a segmented file', () => {
    const line = fc.constantFrom('他来了。', 'He came. She left.', '', ' ', '……', 'No. 5');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const source = ['这是第一行', ...lines, 'last'].join('\n');
        const { sentences } = readSegmented(new TextEncoder().encode(`${source}\n`), 'a.txt');
        expect(sentences.map((sentence) => sentence.text)).toEqual(source.split('\n').map((l) => l.trim()));
      }),
      { seed: 4 },
    );
  });
});

describe('a single line of a megabyte', () => {
  const ZH = [
    '。”',
    '（',
    '（。）',
    '……',
    '《！》',
    '字',
    '。\n',
    '他说。',
    '“他说。',
    '“你好？”他问。',
    '“……”',
  ];
  const EN = [
    '"',
    '.',
    '“',
    '(a. ',
    'U.S. ',
    '. ',
    '—',
    '—”',
    "'",
    'a',
    ' ',
    '.[1]',
    'I... ',
    '{[(',
    '" a. "',
    'x\u200b',
  ];
  const lines = [...ZH.map((unit) => ['zh', unit] as const), ...EN.map((unit) => ['en', unit] as const)];
  it.each(lines)('in %s, of %j, is cut', (lang, unit) => {
    const source = `字a${unit.repeat(Math.floor(1_000_000 / unit.length))}`;
    const sentences = segment(source, lang);
    expect(sentences[0]!.start).toBe(0);
    let covered = 0;
    for (const { start, end } of sentences) {
      if (start < covered || end <= start) throw new Error(`${start} to ${end} after ${covered}`);
      covered = end;
    }
    expect(source.slice(covered)).toMatch(ALL_BLANK);
  });
});
