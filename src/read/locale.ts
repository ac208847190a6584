import type { Language } from '../model.ts';

/**
 * The most frequent characters that are written in one of the scripts only. Left out are those that the other
 * script also has, with a meaning of its own (后 里 只 干 面 台 几 云 …).
 */
const SIMPLIFIED =
  '们这来个说时国会过对为没学还发样动进实现开问长头经间机关门见东车书马话点两电业边从当应给让写认气军将' +
  '战总员产则队内师结变条论图强报设记数风运济义观难区转传单华亲农张远连节离响导级线选满类质计识确联银务' +
  '该标题贵专热红织组议简压双圣营约验调语责财贸负资费购贺护异毕乡龙龟岁戏欢汉汤泪爱乐孙宝审宁岛币归协卖' +
  '买卫历厅与丰临举习乱争亚亿仅优伤伦众伟侦俩债兰兴场处备够奖妇妈宫尔层带帮庆库庙弹录忆忧态恋惊愿户执扩' +
  '体';
const TRADITIONAL =
  '們這來個說時國會過對為沒學還發樣動進實現開問長頭經間機關門見東車書馬話點兩電業邊從當應給讓寫認氣軍將' +
  '戰總員產則隊內師結變條論圖強報設記數風運濟義觀難區轉傳單華親農張遠連節離響導級線選滿類質計識確聯銀務' +
  '該標題貴專熱紅織組議簡壓雙聖營約驗調語責財貿負資費購賀護異畢鄉龍龜歲戲歡漢湯淚愛樂孫寶審寧島幣歸協賣' +
  '買衛歷廳與豐臨舉習亂爭亞億僅優傷倫眾偉偵倆債蘭興場處備夠獎婦媽宮爾層帶幫慶庫廟彈錄憶憂態戀驚願戶執擴' +
  '體';

const unitsOf = (text: string) => new Set(Array.from(text, (_, at) => text.charCodeAt(at)));
const ONLY_SIMPLIFIED = unitsOf(SIMPLIFIED);
const ONLY_TRADITIONAL = unitsOf(TRADITIONAL);

/** What only Hong Kong writes: Cantonese, and words that are others in Taiwan. */
const HONG_KONG =
  /[嘅咗喺嚟冇佢哋啲嗰嘢乜]|港元|港鐵|的士|巴士|特首|行政長官|立法會|警務處|軟件|硬件|網絡|電郵|質素|數碼|互聯網|打印|光碟|人工智能|資訊科技|屋邨|私隱|酒樓|差餉|公屋|薪酬|冷氣機|朱古力|三文治|單車|影印/g;
/** What only Taiwan writes. */
const TAIWAN =
  /新台幣|新臺幣|台幣|軟體|硬體|網路|電子郵件|品質|數位|網際網路|列印|計程車|公車|捷運|總統府|立法院|行政院|縣市|程式|滑鼠|硬碟|預設|透過|螢幕|資料庫|影片|人工智慧|腳踏車|國小|里長|機車|冷氣|巧克力|三明治|幼稚園|全民健保|民眾|警員|影印機/g;
/** A word or two may be quoted; so many more of them than of the other region's tell. */
const LEAD = 2;

/**
 * BCP 47, found by looking: zh-CN, or zh-TW when Traditional characters prevail, or zh-HK when these come with the wording
 * of Hong Kong; `en` for English.
 */
export function localeOf(text: string, language: Language): string {
  if (language === 'en') return 'en';
  if (count(text, ONLY_TRADITIONAL) <= count(text, ONLY_SIMPLIFIED)) return 'zh-CN';
  const hongKong = text.match(HONG_KONG)?.length ?? 0;
  const taiwan = text.match(TAIWAN)?.length ?? 0;
  return hongKong >= taiwan + LEAD ? 'zh-HK' : 'zh-TW';
}

/** The characters are all of one code unit. */
function count(text: string, characters: ReadonlySet<number>): number {
  let found = 0;
  for (let at = 0; at < text.length; at++) if (characters.has(text.charCodeAt(at))) found++;
  return found;
}
