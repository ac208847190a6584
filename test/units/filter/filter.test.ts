import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFilter } from '../../../src/units/filter/filter.ts';
import { RULE_NAMES, type RuleName } from '../../../src/units/filter/rules.ts';
import { TestSet } from '../../../src/units/filter/test-set.ts';
import type { Unit } from '../../../src/units/unit.ts';
import { LANTERN_UNITS, unit } from '../sample.ts';

const pair = (zh: string, en: string, changes: Partial<Unit> = {}) => unit({ zh, en, ...changes });
const ruleFor = (zh: string, en: string, changes: Partial<Unit> = {}) =>
  openFilter().judge(pair(zh, en, changes));

/** Without a sentence that comes twice. */
const LONG_ZH = Array.from({ length: 400 }, (_, k) => `${String.fromCharCode(0x4e00 + k)}山下，`).join('');

test.each<[RuleName, string, string]>([
  ['one-sided', '', 'Nobody spoke.'],
  ['one-sided', '没有人说话。', ' \u200b'],
  ['mojibake', 'æ²¡æœ‰äººè¯´è¯\u009dã€‚', 'Nobody spoke.'],
  ['mojibake', '没有人说话。', 'Nobodyâ€™s here.'],
  ['mojibake', '没有人锟斤拷话。', 'Nobody spoke.'],
  ['repeated', '哈哈哈哈哈哈哈哈哈哈哈哈', 'Ha ha ha!'],
  ['repeated', '没有人说话，没有人说话。', 'Nobody spoke.'],
  ['no-words', 'https://example.org/zh', 'https://example.org/en'],
  ['no-words', '2031-04-17', '17/04/2031'],
  ['repeated', '没有人说话。', Array(6).fill('of the old harbor').join(' ')],
  ['no-words', '{0}: {1}', '%s - %d'],
  ['no-words', 'IMG_2031.JPG', 'DSC0417.png'],
  ['no-words', 'C:\\Program Files\\lantern\\zh.dll', '/usr/lib/lantern/en_US.so'],
  ['no-words', '[[File:lantern.jpg|thumb]]', '[[Image:lamp.png|right]]'],
  ['too-short', '甲', 'A'],
  ['too-long', LONG_ZH, 'Nobody spoke.'],
  ['identical', 'Nobody spoke.', 'NOBODY SPOKE'],
  ['identical', '没有人说话。', '沒有人說話。'],
  ['identical', 'Lanterns of the old town - Example', 'Lanterns of the old town'],
  ['wrong-language', '誰も話しませんでした。', 'Nobody spoke.'],
  ['wrong-language', '没有人说话。', "Personne n'a parlé dans la salle et nous avons attendu."],
  ['wrong-language', '没有人说话。', 'Tidak ada orang yang berbicara.'],
  ['wrong-language', '没有人说话。', 'meiyou ren shuo hua'],
  ['wrong-language', '没有人说话，风停了。', 'De wind is niet meer voor ons.'],
  ['wrong-language', '本日営業時間変更', 'Opening hours change today'],
  ['wrong-language', 'About our lanterns', 'Who makes these lamps'],
  ['wrong-script', '没有人说话，風停了嗎？', 'Nobody spoke. Was the wind gone?'],
  ['wrong-script', '沒有人說話，風停了嗎？', 'Nobody spoke. Was the wind gone?'],
  ['length-ratio', '没有人说话，她提着三盏灯笼走下山来，一路上什么也没有看见。', 'Nobody.'],
  ['numbers', '她提着13盏灯笼走下山来。', 'She came down the hill with 15 lanterns.'],
])('%s drops its like', (rule, zh, en) => {
  expect(ruleFor(zh, en)).toBe(rule);
});

test.each([
  ['好。', 'Fine.'],
  ['哈哈哈哈！', 'Ha ha ha ha!'],
  ['她说：“ｏｋ”。', 'Ｓｈｅ ｓａｉｄ ｔｈａｔ ｉｔ ｗａｓ ｆｉｎｅ.'],
  ['走吧！走吧！', "Let's go! Let's go!"],
  ['她提着三盏灯笼走下山来。', 'She came down the hill with 3 lanterns.'],
  ['1.2万人在二十一世纪初搬走了。', 'In the early 21st century 12,000 people moved away.'],
  ['林月（Lin Yue）用的是iPhone。', 'Lin Yue (林月) uses an iPhone.'],
  ['她说了声“спасибо”。', 'She said "спасибо".'],
  ['第十二条', 'Article 12'],
  ['更多内容请访问 www.example.com。', 'Visit www.example.com for more.'],
  ['鸟叫着：“吱吱……吱吱吱……”', 'The birds cried: "Chee...chi...chi...chee!"'],
  ['再说也没有用。', "The answer's no, so it's no use trying."],
  ['她在咖啡馆（café）里写信。', 'She wrote letters in the café.'],
])('the sound pair %s stays', (zh, en) => {
  expect(ruleFor(zh, en)).toBeUndefined();
});

test('omissions of an alignment are dropped, and its other units stay', () => {
  const filter = openFilter();
  expect(LANTERN_UNITS.map((one) => filter.judge(one))).toEqual([
    undefined,
    'one-sided',
    'one-sided',
    undefined,
    undefined,
  ]);
  expect(filter.counts).toMatchObject({ judged: 5, kept: 3, dropped: { 'one-sided': 2, numbers: 0 } });
});

test('of duplicates the first stays, and those in other script, case, width, spaces or marks are near duplicates', () => {
  const filter = openFilter();
  expect(filter.judge(pair('风停了吗？', 'Was the wind gone?'))).toBeUndefined();
  expect(filter.judge(pair('风停了吗？', 'Was the wind gone?'))).toBe('duplicate');
  expect(filter.judge(pair('風停了嗎？', 'Was the wind gone?', { zhLang: 'zh-TW' }))).toBe('near-duplicate');
  expect(filter.judge(pair('风 停了吗', 'WAS the  wind ｇｏｎｅ'))).toBe('near-duplicate');
  expect(filter.judge(pair('风停了吗？', 'Had the wind gone?'))).toBeUndefined();
});

test('what another rule drops is no first occurrence', () => {
  const filter = openFilter();
  const traditional = pair('風停了嗎，沒有人說話。', 'Was the wind gone? Nobody spoke.');
  expect(filter.judge(traditional)).toBe('wrong-script');
  expect(filter.judge({ ...traditional, zhLang: 'zh-TW' })).toBeUndefined();
});

test('sentences that differ in figures alone are no duplicates', () => {
  const filter = openFilter();
  const rain = (mm: number) =>
    pair(
      `昨天夜里白石镇降雨${mm}毫米，河水上涨。`,
      `Last night ${mm} millimeters of rain fell on the town of Baishi, and the river rose.`,
    );
  expect(filter.judge(rain(31))).toBeUndefined();
  expect(filter.judge(rain(47))).toBeUndefined();
  expect(filter.judge(rain(31))).toBe('duplicate');
  expect(filter.judge(pair('第12章', 'Chapter 12'))).toBeUndefined();
  expect(filter.judge(pair('第13章', 'Chapter 13'))).toBeUndefined();
});

test('what stands in the test set is an overlap, on either side and in either script', () => {
  const testSet = new TestSet();
  testSet.addPair('她提着燈籠走下山來。', '');
  testSet.addSentence('Nobody in the village said a single word.');
  testSet.addPair('好。', 'Fine.');
  const filter = openFilter({ testSet });
  expect(filter.judge(pair('她提着灯笼走下山来。', 'She came down with lanterns.'))).toBe('overlap');
  expect(filter.judge(pair('村里没有一个人说话。', 'nobody in the village said a single word'))).toBe(
    'overlap',
  );
  expect(filter.judge(pair('好。', 'Fine.'))).toBe('overlap');
  expect(filter.judge(pair('好。', 'All right.'))).toBeUndefined();
});

test('a unit is hardly parallel by what it is known to be, and not when somebody has changed it', () => {
  const [low, sure] = [
    { parallel: 0.1, score: 0.9 },
    { parallel: 0.9, score: 0.1 },
  ];
  expect(ruleFor('她笑了。', 'She smiled.', low)).toBe('low-parallel');
  expect(ruleFor('她笑了。', 'She smiled.', sure)).toBeUndefined();
  expect(ruleFor('她笑了。', 'She smiled.', { ...low, edited: true })).toBeUndefined();
  const { parallel: _, score: __, ...unscored } = pair('她笑了。', 'She smiled.');
  expect(openFilter().judge(unscored)).toBeUndefined();
  expect(openFilter().judge({ ...unscored, score: 0.1 })).toBe('low-parallel');
});

test('rules can be switched off, and thresholds be others', () => {
  const rules = RULE_NAMES.filter((name) => name !== 'numbers');
  const odd = pair('她提着13盏灯笼走下山来。', 'She came down the hill with 15 lanterns.');
  expect(openFilter({ rules }).judge(odd)).toBeUndefined();
  expect(openFilter({ rules }).counts.dropped).not.toHaveProperty('numbers');
  expect(openFilter({ thresholds: { minWords: 3 } }).judge(pair('她笑了。', 'She smiled.'))).toBe(
    'too-short',
  );
  expect(openFilter({ thresholds: { minCharacters: 4 } }).judge(pair('她笑了。', 'She smiled.'))).toBe(
    'too-short',
  );
});

test('with duplicates alone, near duplicates stay', () => {
  const filter = openFilter({ rules: ['duplicate'] });
  expect(filter.judge(pair('风停了吗？', 'Was the wind gone?'))).toBeUndefined();
  expect(filter.judge(pair('风停了吗', 'Was the wind gone?'))).toBeUndefined();
  expect(filter.judge(pair('风停了吗？', 'Was the wind gone?'))).toBe('duplicate');
});

test('any text is judged, the same way each time, and the counts add up', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'风停了吗沒有人。，12.5%万 aA\n\u0000\ud800\ufffd<>&'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 80,
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 20 }), (pairs) => {
      const [first, second] = [openFilter(), openFilter()];
      const rules = pairs.map(([zh, en]) => first.judge(pair(zh, en)));
      expect(pairs.map(([zh, en]) => second.judge(pair(zh, en)))).toEqual(rules);
      const { judged, kept, dropped } = first.counts;
      expect(kept + Object.values(dropped).reduce((sum, count) => sum + count, 0)).toBe(judged);
    }),
  );
});

test('hostile texts take no time to speak of', () => {
  const long = 20_000;
  const texts = [
    'a',
    ' ',
    '1',
    '1,',
    '一',
    '(',
    '“',
    '<a',
    '&',
    'a.',
    '…',
    '\\u',
    '0.1 ',
    '百分之',
    '[1, ',
    'one ',
    '-',
  ];
  const start = performance.now();
  const filter = openFilter();
  for (const text of texts) filter.judge(pair(`${text.repeat(long)}。`, `${text.repeat(long)}!`));
  // Rules behind the lengths see them, too, when these are off.
  const rules = RULE_NAMES.filter((name) => !/too|repeated|words|identical|ratio|mojibake/.test(name));
  const open = openFilter({ rules });
  for (const text of texts) open.judge(pair(`风12${text.repeat(long)}。`, `The 13${text.repeat(long)}!`));
  expect(performance.now() - start).toBeLessThan(20_000);
});
