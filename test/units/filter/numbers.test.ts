import { expect, test } from 'vitest';
import { numbersDiffer } from '../../../src/units/filter/numbers.ts';
import { sideOf } from '../../../src/units/filter/side.ts';

const differ = (zh: string, en: string) => numbersDiffer(sideOf(zh), sideOf(en));

test.each([
  ['三', 'three'],
  ['共有35人。', 'There were thirty-five of them.'],
  ['共有三十五人。', 'There were 35 of them.'],
  ['投资1.2万元', 'an investment of 12,000 yuan'],
  ['投资1亿2000万元', 'an investment of 120 million yuan'],
  ['二十一世纪', 'the 21st century'],
  ['上世纪90年代', 'the 1990s'],
  ['一九八四年', 'in 1984'],
  ['民国26年', 'in 1937'],
  ['民国元年', 'in 1912'],
  ['百分之十五', '15%'],
  ['万分之五', '0.05 percent'],
  ['七成的客户', '70 percent of the customers'],
  ['一律八折', 'everything is 20% off'],
  ['18时40分', '6:40 p.m.'],
  ['下午三点半', '3:30 in the afternoon'],
  ['3月5日', 'March 5'],
  ['19日下午', 'on Tuesday afternoon'],
  ['大约107公里', 'about 107 kilometers (66 miles)'],
  ['重一百八十斤', 'weighing ninety kilos'],
  ['约合2.1亿元', 'or about $29 million'],
  ['第三十七条', 'Article 37'],
  ['第十四章', 'Chapter XIV'],
  ['两千五百人', '2,500 people'],
  ['二十多年', 'more than 20 years'],
  ['超过42,000人', 'more than 42.000 people'],
  ['新冠（COVID-19）', 'the disease'],
  ['见文献[12, 15]。', 'See the literature.'],
  ['功率超过20千瓦', 'with more than 20 kilowatts'],
  ['活了三十五岁', 'he lived five and thirty years'],
  ['千万别去！', "Whatever you do, don't go!"],
  ['１２３人', '123 people'],
  ['萬分感謝', 'Thank you so much'],
])('%s and %s have the same numbers', (zh, en) => {
  expect(differ(zh, en)).toBe(false);
});

test.each([
  ['共有35人。', 'There were 53 of them.'],
  ['共有三十五人。', 'There were forty-two of them.'],
  ['增长了15%。', 'It grew by 16 percent.'],
  ['投资1.2万元', 'an investment of 120,000 yuan'],
  ['那是1984年。', 'That was in 1948.'],
  ['共有312名乘客。', 'There were passengers.'],
  ['有乘客。', 'There were 312 passengers.'],
  ['距离35公里', 'at a distance of some kilometers (22 miles)'],
  ['3名水手', '5 sailors'],
  ['1.2万人', '1.2 million people'],
  ['每晚460元', '470 yuan a night'],
])('%s and %s have not', (zh, en) => {
  expect(differ(zh, en)).toBe(true);
});
