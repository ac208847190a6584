import { describe, expect, test } from 'vitest';
import { translationsOf } from '../../src/evidence/glosses.ts';
import { properNounsOf } from '../../src/evidence/names/proper-nouns.ts';
import { stem } from '../../src/language/english.ts';

const sum = (shares: Iterable<number>) => [...shares].reduce((total, share) => total + share, 0);

describe('translationsOf', () => {
  test.each([
    ['河', 'river'],
    ['美国', 'US'],
    ['跑', 'run'],
    ['孩子', 'child'],
    ['软件', 'software'],
  ])('%s may become %s', (word, english) => {
    expect([...translationsOf(word).keys()]).toContain(stem(english));
  });

  test.each(['河', '跑', '打', '的', '三棵树'])('the shares of %s add up to one', (word) => {
    expect(sum(translationsOf(word).values())).toBeCloseTo(1, 9);
  });

  test('remarks of the dictionary are no translations', () => {
    const stems = [...translationsOf('书').keys()];
    expect(stems).toContain('book');
    expect(stems).not.toContain('cl');
    expect(stems).not.toContain('variant');
  });

  test('a word that the dictionary lacks has the translations of the words it is made of', () => {
    const stems = [...translationsOf('石桥河').keys()];
    expect(stems).toContain(stem('river'));
    expect(stems).toContain(stem('bridge'));
  });

  test.each(['', '，', 'zzzz', '\ud800'])('%j has none', (word) => {
    expect(translationsOf(word).size).toBe(0);
  });

  test('a word of thousands of letters is read at once', () => {
    const address = 'q7'.repeat(3000);
    const start = performance.now();
    expect(translationsOf(address).size).toBe(0);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('properNounsOf', () => {
  test.each([
    ['美国', 'ns', 'place', 'United States'],
    ['莫斯科', 'nrt', 'place', 'Moscow'],
    ['乌干达', 'nrt', 'place', 'Uganda'],
    ['莎士比亚', 'nrt', 'person', 'Shakespeare'],
    ['普林斯顿大学', 'nt', 'organisation', 'Princeton University'],
    ['中科院', 'x', 'organisation', 'Chinese Academy of Sciences'],
    ['陈', 'nr', 'person', 'Chen'],
  ])('%s (%s) is the %s %s', (word, tag, kind, name) => {
    expect(properNounsOf(word, tag)).toContainEqual({ kind, name });
  });

  test('a person is also known by the last name', () => {
    expect(properNounsOf('毛泽东', 'nr').map(({ name }) => name)).toEqual(['Mao Zedong', 'Zedong']);
  });

  test('ordinary words have none', () => {
    expect(properNounsOf('跑', 'v')).toEqual([]);
    expect(properNounsOf('没有的词', 'n')).toEqual([]);
  });
});
