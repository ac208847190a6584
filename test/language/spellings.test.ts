import { expect, test } from 'vitest';
import { readSpelling, spelledBy, spellingsOf } from '../../src/language/spellings.ts';
import { wadeGiles } from '../../src/language/wade-giles.ts';

const NAMES: readonly (readonly [characters: string, name: string])[] = [
  ['谢锋', 'Xie Feng'],
  ['孙韵', 'Yun Sun'],
  ['习近平', 'Xi Jinping'],
  ['姚明', 'Yao Ming'],
  ['郎平', 'Ping Lang'],
  ['蒋介石', 'Chiang Kai-shek'],
  ['孙逸仙', 'Sun Yat-sen'],
  ['蒋经国', 'Chiang Ching-kuo'],
  ['毛泽东', 'Mao Tse-tung'],
  ['周恩来', 'Chou En-lai'],
  ['邓小平', 'Teng Hsiao-p’ing'],
  ['蔡英文', 'Tsai Ing-wen'],
  ['马英九', 'Ma Ying-jeou'],
  ['赖清德', 'Lai Ching-te'],
  ['李登辉', 'Lee Teng-hui'],
  ['陈水扁', 'Chen Shui-bian'],
  ['连战', 'Lien Chan'],
  ['萧美琴', 'Hsiao Bi-khim'],
  ['韩国瑜', 'Han Kuo-yu'],
  ['侯友宜', 'Hou Yu-ih'],
  ['柯文哲', 'Ko Wen-je'],
  ['吴敦义', 'Wu Den-yih'],
  ['宋美龄', 'Soong Mei-ling'],
  ['辜振甫', 'Koo Chen-fu'],
  ['董建华', 'Tung Chee-hwa'],
  ['曾荫权', 'Tsang Yam-kuen'],
  ['梁振英', 'Leung Chun-ying'],
  ['李家超', 'Lee Ka-chiu'],
  ['李嘉诚', 'Li Ka-shing'],
  ['陈茂波', 'Chan Mo-po'],
  ['黎智英', 'Lai Chee-ying'],
  ['周润发', 'Chow Yun-fat'],
  ['刘德华', 'Lau Tak-wah'],
  ['梁朝伟', 'Leung Chiu-wai'],
  ['张国荣', 'Cheung Kwok-wing'],
  ['王家卫', 'Wong Kar-wai'],
  ['周星驰', 'Chow Sing-chi'],
  ['李小龙', 'Lee Siu-lung'],
  ['徐克', 'Tsui Hark'],
  ['李光耀', 'Lee Kuan Yew'],
  ['李显龙', 'Lee Hsien Loong'],
  ['吴作栋', 'Goh Chok Tong'],
  ['王瑞杰', 'Heng Swee Keat'],
  ['李安', 'Ang Lee'],
  ['侯孝贤', 'Hou Hsiao-hsien'],
  ['杨振宁', 'Chen-Ning Yang'],
  ['李政道', 'Tsung-Dao Lee'],
  ['丘成桐', 'Shing-Tung Yau'],
  ['陈省身', 'Shiing-Shen Chern'],
  ['贝聿铭', 'Ieoh Ming Pei'],
  ['吴健雄', 'Chien-Shiung Wu'],
  ['马友友', 'Yo-Yo Ma'],
  ['林语堂', 'Lin Yutang'],
  ['胡适', 'Hu Shih'],
  ['张忠谋', 'Chang Chung-mou'],
  ['北京', 'Peking'],
  ['高雄', 'Kaohsiung'],
  ['香港', 'Hong Kong'],
  ['九龙', 'Kowloon'],
  ['旺角', 'Mong Kok'],
  ['尖沙咀', 'Tsim Sha Tsui'],
  ['屯门', 'Tuen Mun'],
  ['欧阳淑', 'Ouyang Shu'],
  ['欧阳淑', 'Shu Au Yeung'],
];

test.each(NAMES)('%s is spelled %s', (characters, name) => {
  expect(spelledBy(characters, name.split(' '))).toBe(true);
});

const STRANGERS: readonly (readonly [characters: string, name: string])[] = [
  ['蒋介石', 'Chiang Kai'],
  ['蒋介石', 'Chiang Kai-shek Jr'],
  ['蒋介石', 'Kai Chiang Shek'],
  ['李嘉诚', 'Li Ka'],
  ['习近平', 'Jin Xiping'],
  ['蔡英文', 'Tsai Ming-wen'],
  ['马英九', 'Ma Ying'],
  ['立刻', 'Lake'],
  ['何', 'Ho'],
  ['何好', 'Here'],
  ['陈安', 'Chanon'],
  ['苏陶', 'Soto'],
  ['张三李四王', 'Zhang San Li Si Wang'],
  ['a李', 'A Li'],
  ['李，', 'Li'],
  ['李安', ''],
];

test.each(STRANGERS)('%s is not spelled %s', (characters, name) => {
  expect(spelledBy(characters, name.split(' '))).toBe(false);
});

test('no words spell no name', () => {
  expect(spelledBy('李安', [])).toBe(false);
  expect(spelledBy('', ['Li'])).toBe(false);
});

test('a character has its pinyin, its Wade-Giles and its customary spellings', () => {
  expect(spellingsOf('陈')).toEqual(expect.arrayContaining(['chen', 'chan', 'tan']));
  expect(spellingsOf('谢')).toEqual(expect.arrayContaining(['xie', 'hsieh', 'tse']));
  expect(spellingsOf('黄')).toEqual(expect.arrayContaining(['huang', 'wong']));
  expect(spellingsOf('吕')).toEqual(expect.arrayContaining(['lu', 'lv', 'lui']));
  expect(spellingsOf('x')).toEqual([]);
});

test.each([
  ['zhong', 'chung'],
  ['xiao', 'hsiao'],
  ['qian', 'chien'],
  ['gui', 'kuei'],
  ['hui', 'hui'],
  ['guo', 'kuo'],
  ['luo', 'lo'],
  ['shuo', 'shuo'],
  ['he', 'ho'],
  ['de', 'te'],
  ['zi', 'tzu'],
  ['xue', 'hsueh'],
  ['xiong', 'hsiung'],
  ['rong', 'jung'],
  ['you', 'yu'],
  ['yan', 'yen'],
])('Wade and Giles write %s as %s', (pinyin, spelling) => {
  expect(wadeGiles(pinyin)).toContain(spelling);
});

test('a spelling is read in a running text from a place on', () => {
  expect(readSpelling('今天蔡英文说', 2, 'tsaiingwen')).toBe(5);
  expect(readSpelling('今天蔡英文说', 1, 'tsaiingwen')).toBeUndefined();
  expect(readSpelling('今天蔡英', 2, 'tsaiingwen')).toBeUndefined();
  expect(readSpelling('蔡英文', 0, '')).toBeUndefined();
});

test('a spelling of any length takes next to no time', () => {
  const text = '一'.repeat(2000);
  const start = performance.now();
  expect(readSpelling(text, 0, 'yi'.repeat(1000))).toBeUndefined();
  expect(readSpelling(text, 0, `${'yi'.repeat(14)}x`)).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(500);
});
