import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingOf } from './sides.ts';

describe('tokens of a Chinese sentence', () => {
  test('are its words and the values of its quantities, in order', () => {
    const { tokens, text } = readingOf('zh', '谢锋在7月12日买了3本书。');
    expect(tokens.map(({ key }) => key)).toEqual(['谢锋', '在', 'm7', 'd12', '买', '了', '#3', '本书']);
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual([
      '谢锋',
      '在',
      '7月12日',
      '7月12日',
      '买',
      '了',
      '3',
      '本书',
    ]);
  });

  test('have Simplified keys, and the places of the Traditional text', () => {
    const { tokens, text, key } = readingOf('zh', '這條運河在１９９８年通航。');
    expect(text).toBe('這條運河在１９９８年通航。');
    expect(key).toBe('这条运河在1998年通航。');
    const canal = tokens.find((token) => token.key === '运河')!;
    expect(text.slice(canal.start, canal.end)).toBe('運河');
    expect(tokens.find(({ tag }) => tag === 'value')).toMatchObject({ key: '#1998', start: 5, end: 10 });
  });

  test('have Latin words in small letters', () => {
    expect(readingOf('zh', '我用PYTHON写').tokens.map(({ key }) => key)).toContain('python');
  });

  test('leave out punctuation and the characters of quantities', () => {
    expect(readingOf('zh', '“二〇三一年！”——').tokens).toEqual([
      { key: '#2031', start: 1, end: 6, tag: 'value' },
    ]);
  });
});

describe('tokens of an English sentence', () => {
  test('are its stems and the values of its quantities, in order', () => {
    const { tokens, text } = readingOf('en', "The ships didn't leave on July 12.");
    expect(tokens.map(({ key }) => key)).toEqual(['the', 'ship', 'do', 'not', 'leav', 'on', 'm7', 'd12']);
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The',
      'ships',
      'did',
      "n't",
      'leave',
      'on',
      'July 12',
      'July 12',
    ]);
  });

  test('have the country and the pronoun apart', () => {
    const keys = readingOf('en', 'The U.S. told us').tokens.map(({ key }) => key);
    expect(keys[1]).not.toBe(keys[3]);
  });
});

test.each([
  ['zh', '你好，world 2！', 8],
  ['zh', '……——', 0],
  ['en', "It's 5 o'clock.", 10],
  ['en', '—', 0],
] as const)('the letters and digits of %s %j are %i', (language, text, letters) => {
  expect(readingOf(language, text).letters).toBe(letters);
});

test.each(['zh', 'en'] as const)(
  'any sentence read as %s has its tokens in order and inside the text',
  (language) => {
    const piece = fc.constantFrom(
      '北京',
      '他说',
      '三百',
      '12',
      '％',
      '，',
      ' ',
      'U.S.',
      "don't",
      'July 4',
      '週三',
      '😀',
      '\ud800',
      '\u0007',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const reading = readingOf(language, text);
        expect(reading.text).toBe(text);
        expect(reading.key).toHaveLength(text.length);
        let last = 0;
        for (const { key, start, end } of reading.tokens) {
          expect(key).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
        for (const { start, end } of reading.quantities) {
          const inside = reading.tokens.filter((token) => token.start < end && token.end > start);
          expect(inside.every(({ tag }) => tag === 'value')).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  },
);
