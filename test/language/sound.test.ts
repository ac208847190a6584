import { expect, test } from 'vitest';
import { foreignNames } from '../../src/build/foreign-names.ts';
import { train } from '../../src/build/sound.ts';
import { likenessBy, parseSounds, SOUNDS_ALIKE, soundLikeness } from '../../src/language/sound.ts';

const NAMES: readonly (readonly [chinese: string, latin: string])[] = [
  ['耶伦', 'Yellen'],
  ['布林肯', 'Blinken'],
  ['拉特纳', 'Ratner'],
  ['克拉夫特', 'Craft'],
  ['海因里希', 'Heinrich'],
  ['沙利文', 'Sullivan'],
  ['奥斯汀', 'Austin'],
  ['雷蒙多', 'Raimondo'],
  ['特朗普', 'Trump'],
  ['希拉里', 'Hillary'],
  ['马克龙', 'Macron'],
  ['泽连斯基', 'Zelensky'],
  ['卢卡申科', 'Lukashenko'],
  ['梅德韦杰夫', 'Medvedev'],
  ['拉夫罗夫', 'Lavrov'],
  ['扎克伯格', 'Zuckerberg'],
  ['蒙特利尔', 'Montreal'],
  ['赫尔辛基', 'Helsinki'],
  ['斯洛伐克', 'Slovakia'],
  ['曼德拉', 'Mandela'],
  ['安德森', 'Anderson'],
  ['亚历山大', 'Alexander'],
  ['弗吉尼亚', 'Virginia'],
  ['彼得森', 'Petersen'],
  ['尼克松', 'Nixon'],
  ['基辛格', 'Kissinger'],
  ['奥巴马', 'Obama'],
  ['麦肯齐', 'McKenzie'],
  ['博尔索纳罗', 'Bolsonaro'],
  ['内塔尼亚胡', 'Netanyahu'],
  ['梅克尔', 'Merkel'],
  ['戈尔巴乔夫', 'Gorbachev'],
  ['黛安', 'Diane'],
  ['霍尔丹', 'Haldane'],
  ['史汀生', 'Stimson'],
  ['科维', 'Corvey'],
  ['马克', 'Mark'],
  ['安塞尔', 'Ansell'],
];

test.each(NAMES)('%s sounds like %s', (chinese, latin) => {
  expect(soundLikeness(chinese, latin)).toBeGreaterThanOrEqual(SOUNDS_ALIKE);
});

test('a name sounds most like its own partner among thirty', () => {
  const firsts = NAMES.filter(([chinese, latin]) => {
    const own = soundLikeness(chinese, latin);
    return NAMES.every(([, other]) => other === latin || soundLikeness(chinese, other) < own);
  });
  expect(firsts).toHaveLength(NAMES.length);
});

test.each([
  ['耶伦', 'Beijing'],
  ['布林肯', 'Sullivan'],
  ['克拉夫特', 'Monday'],
  ['海因里希', 'However'],
  ['奥斯汀', 'Because'],
  ['马克龙', 'The'],
  ['拉特纳', 'Netanyahu'],
  ['特朗普', 'Government'],
])('%s does not sound like %s', (chinese, latin) => {
  expect(soundLikeness(chinese, latin)).toBeLessThan(SOUNDS_ALIKE);
});

test('case and accents make no difference', () => {
  expect(soundLikeness('勒克莱齐奥', 'Le Clézio')).toBe(soundLikeness('勒克莱齐奥', 'leclezio'));
});

test('what has no letters or no characters sounds like nothing', () => {
  expect(soundLikeness('', 'Craft')).toBe(0);
  expect(soundLikeness('克拉夫特', '')).toBe(0);
  expect(soundLikeness('克拉夫特', '1984')).toBe(0);
});

test('a likeness is between 0 and 1, whatever the lengths', () => {
  for (const latin of ['A', 'Wolverhampton', 'Llanfairpwllgwyngyllgogerychwyrndrobwll', 'x'.repeat(400)]) {
    for (const chinese of ['阿', '克拉夫特', '斯'.repeat(60)]) {
      const likeness = soundLikeness(chinese, latin);
      expect(likeness).toBeGreaterThanOrEqual(0);
      expect(likeness).toBeLessThanOrEqual(1);
    }
  }
});

const ENTRIES = [
  '丹尼斯\t丹尼斯\tDan1 ni2 si1\tDennis (name)',
  '德莱塞\t德萊塞\tDe2 lai2 se4\tDreiser (surname)\tTheodore Dreiser (1871–1945), American writer',
  '史蒂夫·乔布斯\t史蒂夫·喬布斯\tShi3 di4 fu1 · Qiao2 bu4 si1\tSteve Jobs (1955-2011), US co-founder of Apple',
  '纽约\t紐約\tNiu3 yue1\tNew York',
  '王毅\t王毅\tWang2 Yi4\tWang Yi (1953-), PRC foreign minister',
  '丸山\t丸山\tWan2 shan1\tMaruyama (Japanese surname and place name)',
  '大学\t大學\tda4 xue2\tuniversity',
].join('\n');

test('foreign names are taken from the dictionary, Chinese and Japanese ones are not', () => {
  const found = foreignNames(ENTRIES).map(({ chinese, forms }) => [chinese, ...forms].join(' '));
  expect(found).toContain('丹尼斯 dennis');
  expect(found).toContain('史蒂夫 steve');
  expect(found).toContain('乔布斯 jobs');
  expect(found).toContain('纽约 new york newyork');
  expect(found.join(' ')).not.toMatch(/wangyi|maruyama|university/);
});

test('training is deterministic and teaches the names it was given', () => {
  const names = foreignNames(ENTRIES);
  const table = train(names);
  expect(train(names)).toBe(table);
  const likeness = likenessBy(parseSounds(table));
  expect(likeness('丹尼斯', 'Dennis')).toBeGreaterThan(likeness('丹尼斯', 'Jobs'));
});
