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

const ONLY_SIMPLIFIED: ReadonlySet<string> = new Set(SIMPLIFIED);
const ONLY_TRADITIONAL: ReadonlySet<string> = new Set(TRADITIONAL);

/** BCP 47, found by looking: zh-TW when Traditional characters prevail, else zh-CN; `en` for English. */
export function localeOf(text: string, language: Language): string {
  if (language === 'en') return 'en';
  return count(text, ONLY_TRADITIONAL) > count(text, ONLY_SIMPLIFIED) ? 'zh-TW' : 'zh-CN';
}

function count(text: string, characters: ReadonlySet<string>): number {
  let found = 0;
  for (const character of text) if (characters.has(character)) found++;
  return found;
}
