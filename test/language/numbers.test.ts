import { describe, expect, test } from 'vitest';
import { chineseNumber, chineseNumbers } from '../../src/language/chinese-numbers.ts';
import { englishNumber, englishNumbersIn, englishOrdinal } from '../../src/language/english-numbers.ts';

/** Two columns, a case a line. */
const rows = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s*=\s*/) as [string, string]);

describe('chineseNumber reads', () => {
  test.each(
    rows(`
      〇 = 0
      零 = 0
      一 = 1
      两 = 2
      十 = 10
      十一 = 11
      二十 = 20
      九十九 = 99
      一百 = 100
      一百零五 = 105
      一百一 = 110
      一百一十 = 110
      二百五 = 250
      三百四十二 = 342
      一千零一 = 1001
      一千零一十五 = 1015
      三千五 = 3500
      两千三百 = 2300
      一万 = 10000
      三万五 = 35000
      一万零五百 = 10500
      十二万 = 120000
      三千五百万 = 35000000
      一亿 = 100000000
      三亿五千万 = 350000000
      四万万 = 400000000
      十三亿 = 1300000000
      一万三千亿 = 1300000000000
      两万亿 = 2000000000000
      二〇二四 = 2024
      一九九八 = 1998
      九一一 = 911
      零零七 = 7
      壹佰贰拾叁 = 123
      三点五 = 3.5
      三点一四 = 3.14
      二十二点五 = 22.5
      一点二亿 = 120000000
      零点零五 = 0.05
      5 = 5
      007 = 7
      3.14 = 3.14
      1,200 = 1200
      3,000,000 = 3000000
      350万 = 3500000
      350 万 = 3500000
      3.5亿 = 350000000
      3.3亿 = 330000000
      0.5亿 = 50000000
      3千 = 3000
      2百万 = 2000000
      5千万 = 50000000
      3万亿 = 3000000000000
      3万5千 = 35000
      1万5000 = 15000
      1亿2000万 = 120000000
      万 = 10000
      百万 = 1000000
    `),
  )('%s as %s', (text, value) => {
    expect(chineseNumber(text)).toBe(Number(value));
  });

  test.each([
    '',
    '人',
    '三个',
    '十十',
    '百千',
    '一五一十',
    '三点',
    '点五',
    '两两',
    '1,',
    '1.2.3',
    '1.',
    'abc',
    '三a',
    '-5',
  ])('no number in %j', (text) => {
    expect(chineseNumber(text)).toBeUndefined();
  });
});

describe('chineseNumbers', () => {
  test.each([
    ['三四', [3, 4]],
    ['两三', [2, 3]],
    ['一两', [1, 2]],
    ['三五', [3, 5]],
    ['三四十', [30, 40]],
    ['五六百', [500, 600]],
    ['两三千万', [20_000_000, 30_000_000]],
    ['十五六', [15, 16]],
    ['三十七八', [37, 38]],
  ])('has both values of %s', (text, values) => {
    expect(chineseNumbers(text)).toEqual(values);
  });

  test.each([
    ['三十四', [34]],
    ['一二三', [123]],
    ['一九三四', [1934]],
    ['四三', [43]],
    ['十', [10]],
    ['350万', [3_500_000]],
    ['人', []],
  ])('has what chineseNumber has of %s', (text, values) => {
    expect(chineseNumbers(text)).toEqual(values);
  });
});

describe('englishNumber reads', () => {
  test.each(
    rows(`
      zero = 0
      one = 1
      twelve = 12
      Nineteen = 19
      twenty = 20
      twenty-one = 21
      ninety nine = 99
      a hundred = 100
      one hundred = 100
      hundred and eight = 108
      three hundred and forty-two = 342
      three hundred fifty = 350
      twelve hundred = 1200
      nineteen hundred = 1900
      a thousand = 1000
      one thousand and one = 1001
      five hundred thousand = 500000
      two million three hundred thousand = 2300000
      one million two hundred and five = 1000205
      thirty-five million = 35000000
      two billion = 2000000000
      a trillion = 1000000000000
      a dozen = 12
      two dozen = 24
      half a dozen = 6
      half a million = 500000
      nineteen eighty-four = 1984
      twenty twenty-four = 2024
      nineteen eighteen = 1918
      seven point five = 7.5
      twenty-two point five = 22.5
      three point one four = 3.14
      5 = 5
      1,200 = 1200
      10,000,000.50 = 10000000.5
      350 million = 3500000e2
      3.5 billion = 3500000000
      3.3 billion = 3300000000
      2.5-million = 2500000
      3.5bn = 3500000000
      100k = 100000
      1.5m = 1500000
      20 thousand = 20000
    `),
  )('%s as %s', (text, value) => {
    expect(englishNumber(text)).toBe(Number(value));
  });

  test.each([
    '',
    'and',
    'a',
    'apple',
    'five apples',
    'one two',
    'five and six',
    'twenty and five',
    'one thousand two thousand',
    'two ten',
    'constructor',
    'toString',
    '三',
  ])('no number in %j', (text) => {
    expect(englishNumber(text)).toBeUndefined();
  });
});

describe('englishNumbersIn', () => {
  const numbersIn = (text: string) =>
    englishNumbersIn(text).map(({ start, end, value }) => [text.slice(start, end), value]);

  test('takes each number as long as it can be', () => {
    expect(numbersIn('two or three of the twenty-one came')).toEqual([
      ['two', 2],
      ['three', 3],
      ['twenty-one', 21],
    ]);
    expect(numbersIn('a hundred and five men, two thousand women')).toEqual([
      ['a hundred and five', 105],
      ['two thousand', 2000],
    ]);
    expect(numbersIn('sixteen hundred; sixty-six; 6,600,600.6; 3.5bn')).toEqual([
      ['sixteen hundred', 1600],
      ['sixty-six', 66],
      ['6,600,600.6', 6_600_600.6],
      ['3.5bn', 3_500_000_000],
    ]);
    expect(numbersIn('Half a dozen, seven point five, a million')).toEqual([
      ['Half a dozen', 6],
      ['seven point five', 7.5],
      ['a million', 1_000_000],
    ]);
  });

  test('tells numbers that stand side by side apart', () => {
    expect(numbersIn('five and six, one two').map(([, value]) => value)).toEqual([5, 6, 1, 2]);
    expect(numbersIn('between one hundred and two hundred')).toEqual([
      ['one hundred', 100],
      ['two hundred', 200],
    ]);
    expect(numbersIn('2 million and 3 million').map(([, value]) => value)).toEqual([2_000_000, 3_000_000]);
  });

  test('sees no number in a longer word', () => {
    expect(numbersIn('often tense, someone wonders; hundreds of dozens; G20 5G x1 half a loaf')).toEqual([]);
  });

  test('reads a run of any number of words in time that grows with its length', () => {
    const many = englishNumbersIn('one '.repeat(50_000));
    expect(many).toHaveLength(50_000);
  });
});

describe('englishOrdinal reads', () => {
  test.each([
    ['first', 1],
    ['Second', 2],
    ['third', 3],
    ['twelfth', 12],
    ['twentieth', 20],
    ['twenty-first', 21],
    ['ninety ninth', 99],
    ['hundredth', 100],
    ['1st', 1],
    ['22nd', 22],
    ['113th', 113],
  ])('%s as %i', (text, value) => {
    expect(englishOrdinal(text)).toBe(value);
  });

  test.each(['', 'one', 'north', 'one-third', 'two-tenth', '5', 'th'])('no ordinal in %j', (text) => {
    expect(englishOrdinal(text)).toBeUndefined();
  });
});
