/** The characters that make up most of any Chinese text: what rubbish from a wrong charset has next to none of. */
import { big5Tables, gb18030Pairs } from './tables.ts';

/**
 * The 600 or so most frequent characters of modern Chinese, and some of stories, written down from memory; not counted
 * in any text that duiqi is measured by.
 */
const SIMPLIFIED =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里' +
  '用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实' +
  '日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政' +
  '美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员' +
  '解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件' +
  '计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象' +
  '完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运风步改收根' +
  '干造言联持组每济车亲极林服快办议往元英士证近失转夫令准布始怎呢存未远叫台单影具罗字爱击流备兵连调深商' +
  '算质团集百需价花党华城石级整府离况亚请技际约示复病息究线似官火断精满支视消越器容照须九增研写称企八功' +
  '吗包片史委乎查轻易早曾除农找装广显吧阿李标谈吃图念六引历首医局突专费号尽另周较注语仅考落青随选列武红' +
  '响虽推势参希古众构房半节土投某案黑维革划敌致陈律足态护七兴派孩验责营星够章音跟志底站严巴例防族供效续' +
  '施留讲型料终答紧黄绝奇察母京段依批群项故按河米围江织害斗双境客纪采举杀攻父苏密低朝友诉止细愿千值胜您' +
  '咱哪谁啊哦嘛坐拿笑哭跑睡喝桌床窗灯雨雪夜晚忽忙店街村镇船钱钟岁爷奶妈爸哥姐弟妹娘叔脸嘴耳脚衣帽树叶草' +
  '鱼鸟狗猫鸡饭菜茶酒';
/** The same where Taiwan or Hong Kong write them otherwise. */
const TRADITIONAL =
  '這個們來爲為國說説時會對於著過發後裏裡種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭體' +
  '見產話內給門兒東聲員論處義幾認條氣題爾別變總電數報結務場計資許統區隊決馬書則聽卻達強難權設記類據邊張' +
  '該規萬覺術領確傳師觀讓識帶導爭運風幹聯組濟車親極辦議證轉準遠臺單羅愛擊備連調質團價黨華級離況亞請際約' +
  '復線斷滿視須寫稱嗎輕農裝廣顯標談喫圖歷醫專費號盡較語僅隨選紅響雖勢參衆眾構節維劃敵陳態護興驗責營夠嚴' +
  '續講終緊黃絕羣項圍織鬥雙紀採舉殺蘇訴細願勝誰牀燈鎮錢鍾歲爺媽臉腳樹葉魚鳥貓雞飯麽啟乾髮隻錶鐘係佈佔週' +
  '麵衝綫讚';
/** Of Cantonese as it is spoken. */
const CANTONESE = '嘅咗喺唔佢哋啲嚟嗰冇咁畀俾攞睇諗嘢啦喎啱瞓揾搵乜咩噉嗱嘞囉喇屋';
/** Of the names of people and places, which lists and glossaries consist of. */
const NAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏' +
  '钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚欧阳葛秋梅兰英玉芳秀娟丽娜' +
  '静敏霞燕莉凤琴杰涛鹏磊强军勇斌浩宇轩州湖省县桥岭洲岛港湾沙河溪' +
  '張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許蘇盧賈葉閻鍾譚鄒陸顧龍萬錢湯喬賀賴龔歐陽蘭麗靜鳳傑濤鵬強軍軒縣橋嶺島灣臺';
/** Not ※, §, ○, 〞 and the like: a wrong charset makes them of quotation marks. */
const PUNCTUATION = '“”‘’—–…·‧•€™、。，《》〈〉「」『』【】（）！？：；～％￥\u3000';
const FULL_WIDTH = '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ';

const FREQUENT: ReadonlySet<number> = new Set(
  Array.from(SIMPLIFIED + TRADITIONAL + CANTONESE + NAMES + PUNCTUATION + FULL_WIDTH, (c) => c.charCodeAt(0)),
);

/** Both standards put the characters of daily use first: 3,755 and 5,401. Pairs of bytes, the last one included. */
const GB2312_LEVEL_1 = { first: 0xb0a1, last: 0xd7f9, leastTrail: 0xa1 };
const BIG5_LEVEL_1 = { first: 0xa440, last: 0xc67e, leastTrail: 0x40 };

let ordinary: ReadonlySet<number> | undefined;

/** Whether the UTF-16 unit is one of the most frequent Chinese characters and marks. */
export function isFrequent(unit: number): boolean {
  return FREQUENT.has(unit);
}

/** Whether GB2312 or Big5 has it among the characters of daily use, as they have nearly all of the frequent ones. */
export function isOrdinary(unit: number): boolean {
  ordinary ??= new Set([
    ...level(gb18030Pairs(), GB2312_LEVEL_1),
    ...level(big5Tables().pairs, BIG5_LEVEL_1),
  ]);
  return ordinary.has(unit);
}

function level(pairs: Uint16Array, { first, last, leastTrail }: typeof GB2312_LEVEL_1): Uint16Array {
  return pairs.subarray(first, last + 1).filter((unit, i) => unit > 0 && ((first + i) & 0xff) >= leastTrail);
}
