import { describe, expect, test } from 'vitest';
import { sharedQuantities } from '../../src/evidence/quantity-anchors.ts';
import { readingOf } from './sides.ts';

/** The quantities that two sentences share, written kind:zh=en. */
function sharedIn(zh: string, en: string): string[] {
  return sharedQuantities(readingOf('zh', zh), readingOf('en', en)).map(
    (match) => `${match.kind}:${zh.slice(...match.zh)}=${en.slice(...match.en)}`,
  );
}

describe('shared are', () => {
  test.each([
    ['三千五百万人', '35 million people', 'number:三千五百万=35 million'],
    ['3.5亿人', '350 million people', 'number:3.5亿=350 million'],
    ['两艘船', 'two ships', 'number:两=two'],
    ['十几个人', 'a dozen or so people', 'number:十几=a dozen'],
    ['十几个人', 'more than ten people', 'number:十几=ten'],
    ['二十多艘船', 'twenty-odd ships', 'number:二十=twenty'],
    ['二十几艘船', 'more than twenty ships', 'number:二十几=twenty'],
    ['几十艘船', 'dozens of ships', 'number:几十=dozens'],
    ['几十艘船', 'some forty ships', 'number:几十=forty'],
    ['12日凌晨', 'early on July 12', 'date:12日=July 12'],
    ['12日凌晨', 'early on the 12th', 'date:12日=12th'],
    ['７月１２日', 'July 12, 2031', 'date:７月１２日=July 12, 2031'],
    ['7 月 12 日', 'July 12', 'date:7 月 12 日=July 12'],
    ['上週三', 'last Wednesday', 'date:上週三=last Wednesday'],
    ['周四早间', 'early Thursday', 'date:周四=Thursday'],
    ['去年7月', 'July of last year', 'date:去年7月=July of last year'],
    ['2034年底', 'late 2034', 'date:2034年底=late 2034'],
    ['2034年底', 'in 2034', 'date:2034年底=2034'],
    ['2018 年', 'in 2018', 'date:2018 年=2018'],
    ['民國112年', 'in 2023', 'date:民國112年=2023'],
    ['公元前221年', 'in 221 BC', 'date:公元前221年=221 BC'],
    ['90 分鍾', '90 minutes', 'time:90 分鍾=90 minutes'],
    ['90 分鍾', 'one and a half hours', 'time:90 分鍾=one and a half hours'],
    ['4100多小时', 'more than 4,100', 'number:4100=4,100'],
    ['三成', '30 percent', 'percentage:三成=30 percent'],
    ['八折', '20 percent off', 'percentage:八折=20 percent'],
    ['2.4个百分点', '2.4 percentage points', 'number:2.4=2.4'],
    ['100元', '100 yuan', 'amount:100元=100 yuan'],
    ['100元', 'RMB 100', 'amount:100元=RMB 100'],
    ['100元', 'NT$100', 'amount:100元=NT$100'],
    ['100美元', '$100', 'amount:100美元=$100'],
    ['100港元', '100 dollars', 'amount:100港元=100 dollars'],
    ['2000万克朗', '20 million', 'amount:2000万克朗=20 million'],
    ['200磅', '200 pounds', 'number:200=200'],
    ['200英镑', '200 pounds', 'amount:200英镑=200 pounds'],
    ['3号码头', 'Pier No. 3', 'ordinal:3号=No. 3'],
    ['3号码头', 'Pier 3', 'number:3=3'],
    ['3层', '3rd Floor', 'ordinal:3=3rd'],
    ['十五队', 'the fifteenth team', 'ordinal:十五=fifteenth'],
    ['第四章', 'Chapter IV', 'ordinal:第四=IV'],
    ['请拨打6600-1289。', 'Call 6600-1289.', 'other:6600-1289=6600-1289'],
  ])('%s and %s', (zh, en, shared) => {
    expect(sharedIn(zh, en)).toEqual([shared]);
  });
});

describe('not shared are', () => {
  test.each([
    ['去年', 'last year'],
    ['上个月', 'last month'],
    ['半个小时', 'half an hour'],
    ['一半', 'half of them'],
    ['100美元', '100 yuan'],
    ['100元', '$100'],
    ['100元', 'US$100'],
    ['100人民币', '100 yen'],
    ['3月2日', 'two ships'],
    ['7月', 'July 12'],
    ['2031年', 'July 12, 2031'],
    ['2031年7月12日', 'July 12, 2030'],
    ['12日', 'Wednesday'],
    ['2000年', '2,000 ships'],
    ['公元前221年', '221 ships'],
    ['90分钟', '90 hours'],
    ['三分钟', 'three ships'],
    ['三元', 'three ships'],
    ['3号甲板', 'three decks'],
    ['第三', 'three'],
    ['三个', 'No. 3'],
    ['几十艘', 'five ships'],
    ['十几个', 'twenty ships'],
    ['25个', 'more than 20 percent'],
    ['25个', 'over 20%'],
  ])('%s and %s', (zh, en) => {
    expect(sharedIn(zh, en)).toEqual([]);
  });
});

test('a number in a range is shared only where nothing is the same', () => {
  expect(sharedIn('几十艘船和四十个人', 'dozens of ships and forty people')).toEqual([
    'number:几十=dozens',
    'number:四十=forty',
  ]);
});
