import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { englishWords, isFunctionStem, stem } from '../../src/language/english.ts';

const wordsOf = (text: string) => englishWords(text).map((word) => word.text);
const stemsOf = (text: string) => englishWords(text).map((word) => word.stem);

describe('englishWords', () => {
  test.each([
    ["I don't know", ['I', 'do', "n't", 'know']],
    ["China's rivers", ['China', 'rivers']],
    ['the boys’ boats', ['the', 'boys', 'boats']],
    ["They'll say we've, I'm, he'd, you're", ['They', 'say', 'we', 'I', 'he', 'you']],
    ['U.S. and U.K. ships', ['U.S.', 'and', 'U.K.', 'ships']],
    ['The U.S.A.', ['The', 'U.S.A.']],
    ["O'Brien and o’clock", ["O'Brien", 'and', 'o’clock']],
    ['a mother-in-law', ['a', 'mother', 'in', 'law']],
    ['café naïve Ångström', ['café', 'naïve', 'Ångström']],
    ['“Stop!” (he said) — twice…', ['Stop', 'he', 'said', 'twice']],
    ['3 ships, 20th', ['ships', 'th']],
    ['', []],
    ['123 — !?', []],
    ['中文和English', ['English']],
  ])('%j has the words %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('a negation is a word of its own, and what it was joined to gets its own form back', () => {
    expect(stemsOf("can't won't shan't isn't")).toEqual([
      'can',
      'not',
      'will',
      'not',
      'shall',
      'not',
      'be',
      'not',
    ]);
  });

  test('any text: words stand in order, without overlap, each a slice of the text', () => {
    const unit = fc.constantFrom(
      "don't",
      'U.S.',
      "'s",
      '’',
      "n't",
      ' ',
      'word',
      'é',
      'e\u0301',
      '.',
      '-',
      '中',
      '\ud800',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(unit), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { text: word, start, end } of englishWords(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(word);
          last = end;
        }
      }),
    );
  });
});

describe('stem', () => {
  test.each([
    ['running', 'runs'],
    ['policies', 'policy'],
    ['rivers', 'River'],
    ['went', 'go'],
    ['gone', 'goes'],
    ['was', 'been'],
    ['children', 'child'],
    ['women', 'woman'],
    ['feet', 'foot'],
    ['thought', 'think'],
    ['brought', 'brings'],
    ['better', 'best'],
    ['him', 'his'],
    ['Us', 'we'],
    ['knives', 'knife'],
    ['café', 'cafes'],
    ['U.S.', 'US'],
    ['U.N.', 'UN'],
  ])('is the same for %s and %s', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  test('the country is no pronoun', () => {
    expect(stem('U.S.')).not.toBe(stem('us'));
    expect(stem('US')).not.toBe(stem('we'));
  });

  test('words named like parts of an object are words', () => {
    expect(stem('constructor')).toBe('constructor');
    expect(stem('__proto__')).toBe('__proto__');
    expect(stem('toString')).toBe(stem('tostring'));
  });

  test('different words stay different', () => {
    expect(new Set(['think', 'thing', 'thin', 'thank'].map(stem)).size).toBe(4);
  });
});

test('function words are told by their stems', () => {
  expect(['the', 'was', 'having', 'of', 'would'].map((word) => isFunctionStem(stem(word)))).toEqual(
    Array(5).fill(true),
  );
  expect(['river', 'not', 'he', 'go'].map((word) => isFunctionStem(stem(word)))).toEqual(
    Array(4).fill(false),
  );
});
