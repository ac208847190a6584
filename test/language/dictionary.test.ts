import { describe, expect, test } from 'vitest';
import { lookUp } from '../../src/language/dictionary.ts';
import { readings, romanise } from '../../src/language/pinyin.ts';

describe('lookUp', () => {
  test('a word has its Traditional form, pinyin and meanings', () => {
    const [entry, ...more] = lookUp('软件');
    expect(entry).toMatchObject({ traditional: '軟件', pinyin: 'ruan3 jian4' });
    expect(entry?.glosses.join()).toContain('software');
    expect(more).toEqual([]);
  });

  test('a word has all of its readings', () => {
    const pinyin = lookUp('行').map((entry) => entry.pinyin);
    expect(pinyin).toEqual(expect.arrayContaining(['hang2', 'xing2']));
  });

  test('words that begin alike are not mixed up', () => {
    expect(lookUp('中').every((entry) => entry.traditional === '中')).toBe(true);
    expect(lookUp('中国').map((entry) => entry.traditional)).toEqual(['中國']);
  });

  test('the first and the last entry of the file are found', () => {
    expect(lookUp('%')).toHaveLength(1);
    expect(lookUp('110')).toHaveLength(1);
    expect(lookUp('𱌹')).toHaveLength(1);
  });

  test.each([
    '',
    '没有的词',
    '中国国',
    '\u0000',
    '\u{10ffff}',
    'zzz',
    '#',
    '# CC-CEDICT',
    '\ud800',
    `𱌶𱌹${'一'.repeat(200)}`,
  ])('%j is unknown', (word) => {
    expect(lookUp(word)).toEqual([]);
  });

  test('the Traditional form is no headword', () => {
    expect(lookUp('軟件')).toEqual([]);
  });

  test('a variant has the meanings of the word that it is a variant of', () => {
    const variants = lookUp('德').filter((entry) => entry.traditional !== '德');
    expect(variants.length).toBeGreaterThan(0);
    for (const variant of variants) expect(variant.glosses).toContain('virtue');
  });

  test('the same word gives the same entries again', () => {
    expect(lookUp('北京')).toBe(lookUp('北京'));
  });
});

describe('readings', () => {
  test.each([
    ['谢', ['xie']],
    ['中', ['zhong']],
    ['吕', ['lu', 'lv']],
    ['绿', ['lu', 'lv']],
    ['重', ['chong', 'zhong']],
  ])('%s is read %j', (character, spellings) => {
    expect(readings(character)).toEqual(spellings);
  });

  test.each(['', '，', '1', '😀'])('%j has no reading', (character) => {
    expect(readings(character)).toEqual([]);
  });
});

describe('romanise', () => {
  test.each([
    ['清扬', ['qingyang']],
    ['谢锋', ['xiefeng']],
    ['重庆', ['chongqing', 'zhongqing']],
    ['吕', ['lu', 'lv']],
  ])('%s is spelled %j', (word, spellings) => {
    expect(romanise(word)).toEqual(spellings);
  });

  test('a word with a character that has no reading has no spelling', () => {
    expect(romanise('谢，锋')).toEqual([]);
  });

  test('there are never more than eight spellings', () => {
    expect(romanise('行重行重行重行重').length).toBe(8);
  });
});
