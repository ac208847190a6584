import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseQuantities, englishQuantities } from '../../src/evidence/quantities.ts';
import type { Quantity } from '../../src/evidence/quantity.ts';
import { narrow, simplify } from '../../src/language/han.ts';

const [zhCases, enCases] = readFileSync(new URL('quantities.cases.txt', import.meta.url), 'utf8')
  .split(/^## (?:zh|en)$/m)
  .slice(1)
  .map((block) =>
    block
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => line.split(' |') as [sentence: string, found: string]),
  );

const chinese = (text: string) => chineseQuantities(narrow(simplify(text)));
const written = (text: string, quantities: readonly Quantity[]) =>
  quantities
    .map(
      ({ kind, start, end, values, isHint }) =>
        `${kind}${isHint ? '?' : ''}:${text.slice(start, end)}=${values}`,
    )
    .join('; ');

describe('in Chinese', () => {
  test.each(zhCases!)('%s |%s', (sentence, found) => {
    expect(written(sentence, chinese(sentence))).toBe(found.trim());
  });

  test.each([
    ['三億五千萬美元', '#350000000'],
    ['兩萬多元', '#20000'],
    ['週三', 'w3'],
    ['第１２條', 'o12'],
    ['百分之３５', '%35'],
    ['９時１５分', 't9:15'],
  ])('Traditional and full-width writing is read too: %s', (sentence, value) => {
    expect(chinese(sentence).map(({ values }) => values)).toEqual([[value]]);
  });
});

describe('in English', () => {
  test.each(enCases!)('%s |%s', (sentence, found) => {
    expect(written(sentence, englishQuantities(sentence))).toBe(found.trim());
  });
});

describe('in both languages the same value has', () => {
  test.each([
    ['3.5亿美元', '$350 million'],
    ['3.5亿美元', '350 million dollars'],
    ['三成', '30 percent'],
    ['百分之三十', 'thirty percent'],
    ['9时15分', '9:15 a.m.'],
    ['21时15分', '9:15 p.m.'],
    ['九点半', 'half past nine'],
    ['90分钟', '90 minutes'],
    ['去年', 'last year'],
    ['本月', 'this month'],
    ['几十', 'dozens'],
    ['数百万', 'millions'],
    ['一半', 'half of'],
    ['公元前221年', '221 B.C.'],
    ['第三', 'third'],
    ['第二十一', '21st'],
    ['第三十二条', 'Article 32'],
    ['7月12日', 'July 12'],
    ['七月十二日', '12 July'],
    ['2031年7月12日', 'July 12, 2031'],
    ['一九九八年', '1998'],
    ['90年代', 'the nineties'],
    ['20世纪90年代', 'the 1990s'],
    ['星期三', 'Wednesday'],
    ['周日', 'Sunday'],
    ['三百四十二个', 'three hundred and forty-two'],
    ['1亿2000万', '120 million'],
    ['三分之一', 'one third'],
    ['四分之三', 'three-quarters'],
    ['七点五米', 'seven point five meters'],
    ['五百元', '500 yuan'],
    ['十二个', 'a dozen'],
    ['五十万', 'half a million'],
  ])('%s and %s', (zh, en) => {
    const [zhValues, enValues] = [chinese(zh), englishQuantities(en)].map((found) => found[0]?.values);
    expect(zhValues).toBeDefined();
    expect(zhValues).toEqual(enValues);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...'零一二两三十百千万亿点分之第年月日号时%个元几数半成世纪代周',
    ...'0123456789,.:$- ',
    'one ',
    'twenty',
    '-',
    ' and ',
    'hundred',
    ' million',
    'May ',
    'third',
    ' o’clock',
    '\ud800',
    '\n',
  );
  const texts = fc.array(pieces, { maxLength: 30 }).map((list) => list.join(''));

  test.each([
    ['Chinese', chineseQuantities],
    ['English', englishQuantities],
  ])('as %s has quantities in order, without overlap, with values that are numbers', (_, find) => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end, values } of find(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(values.length).toBeGreaterThan(0);
          for (const value of values)
            expect(value).toMatch(
              /^(?:[#%~omdwxb]\d+(?:\.\d+)?(?:e[+-]\d+)?|#[\d.e+]+\/[\d.e+]+|t\d+:\d+|n\d{7,}|[yMW][+-]\d|at:\w+)$/,
            );
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    '1',
    '十',
    '一十',
    '万',
    '1,',
    '1,111',
    '1.',
    '一点',
    '1年',
    '1月',
    '第',
    '百分之',
    'one ',
    'one and ',
    'a hundred ',
    '1 May ',
    '年',
    ' ',
    ',',
    '1-',
    '几',
    '数百',
    '一年',
    '半',
    '一个半',
    '¥',
    '去年',
    'last ',
    'one hour and ',
    'I',
    '(1',
    '1 or 2 or ',
  ])('of %j over and over is read in time that grows with its length', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    // Squares of such a length would take minutes; the time limit of the test is the guard.
    expect(chineseQuantities(text).length + englishQuantities(text).length).toBeLessThanOrEqual(
      2 * text.length,
    );
  });
});
