/**
 * How often the charset of a text is found: `npm run bench:charset`, a number behind it is another seed. For each charset
 * 200 texts from 200 bytes on (half of them 200 to 400, the others up to 4,000), and 200 of 2,000 to 4,000 bytes. A text is
 * right when it comes back as it was. Fails under the bars: .99, and all of the longer ones.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hongKongCharacters } from '../../src/read/charset/hkscs.ts';
import type { Charset } from '../../src/read/charset/names.ts';
import { decode } from '../../src/read/charset.ts';
import { ROOT, say } from './measure.ts';
import { numbers } from './random.ts';

const TEXTS = 200;
const BAR = 0.99;
const LONG_BAR = 1;
const SHORTEST = 200;
const SHORT = 400;
const LONG = 2_000;
const LONGEST = 4_000;
const BEYOND_ASCII = /[\u0080-\uffff]/;

const SIMPLIFIED = `
“你今天怎么又迟到了？”班主任推了推眼镜。小胖低着头，半天才挤出一句：“路上有只猫被卡在栏杆里，我帮它弄出来的。”
把五花肉切成两厘米见方的块，冷水下锅，加三片姜、一勺料酒，烧开后撇去浮沫；另起油锅，小火把冰糖炒成枣红色，再倒进肉块翻炒上色。
本台消息：受冷空气影响，今天夜里到明天上午，我市大部分地区有小到中雨，局部大雨，最低气温将降到6℃左右，请市民注意添衣保暖。
尊敬的客户：您于3月14日提交的退货申请（编号TH-20417）已通过审核，退款将在七个工作日内原路返回，如有疑问请致电客服中心。
首先拔掉电源插头，等待五分钟，让电容放电完毕。然后用十字螺丝刀拧下底部的四颗螺钉，轻轻取出旧的滤网，换上新的，注意箭头朝外。
旧时巷口卖糖粥，竹梆声里夜如秋。归来不见提灯客，一树桂花落满头。
甲方：北岭林场。乙方：张德福。经双方协商一致，甲方将位于北坡的一百二十亩杉木林承包给乙方管护，期限自签字之日起十年。
姐，妈的药我已经寄出去了，快递说后天到。你让她别省着吃，一天两次，一次一粒，饭后！对了，阳台上那盆茉莉记得浇水哈。
研究人员在《湖沼学通讯》上撰文指出，近二十年来该湖水位平均每年下降11厘米，水鸟的种类却由63种增加到78种，原因尚不清楚。
林秋 上海 修表匠 陈默 王家驹 欧阳雪 诸葛亭 赵四海 孙小梅 钱塘江 贵州省遵义市湄潭县 呼和浩特 乌鲁木齐 葛洲坝 鄱阳湖 阿克苏
`;
const TRADITIONAL = `
「老闆，這支鋼筆還能修嗎？」她把布包一層層打開。老人接過去，對著窗外的光看了半晌，說：「筆尖沒壞，只是乾了太久，像人一樣。」
豆腐切成小塊，用鹽水泡十分鐘；蔥花、蒜末爆香，放入豆瓣醬炒出紅油，加一碗高湯，煮滾後轉小火燜三分鐘，起鍋前勾薄芡，撒上花椒粉。
氣象署表示，鋒面通過加上東北季風增強，北部及東半部地區今晚起轉為溼涼，山區有局部大雨的機會，提醒民眾攜帶雨具，並留意落石。
各位家長您好：本校訂於十月二十五日（週六）上午九時舉辦校慶運動會，敬請踴躍參加。當天校內停車位有限，請儘量搭乘大眾運輸工具。
安裝軟體之前，請先關閉所有執行中的程式，並備份重要檔案。若畫面出現「存取被拒」的訊息，請以系統管理員的身分重新登入。
昨夜潮聲到枕邊，醒來猶是舊時天。漁燈三兩無人語，一葉輕舟泊淺灘。
被告辯稱，當日並未到過倉庫，門口監視器錄到的身影只是衣著相似；惟證人李阿財指認歷歷，且指紋鑑定結果亦與被告相符，所辯不足採信。
阿嬤每天清晨四點就起床，把前一晚泡好的米磨成漿，一邊顧爐火一邊聽收音機裡的歌仔戲。她常說，碗粿要好吃，沒有別的訣竅，就是不能急。
學者發現，這座古墓的壁畫採用了兩種不同的顏料，年代相差將近八十年，推測後人曾經重新繪製。詳細報告將刊登於下一期的學報。
林秋 臺北 鐘錶師傅 陳默 歐陽雪 諸葛亭 趙四海 孫小梅 澎湖縣望安鄉 嘉義市 雲林縣斗六鎮 烏來 鹿港 劉銘傳 蕭麗紅 顏水龍 龔自珍
`;
const CANTONESE = `
「喂，你喺邊度呀？我哋等咗你成粒鐘喇！」阿強喺電話入面嗌。我望住架死火嘅巴士，唔知點同佢講好。
琴日落好大雨，街市門口嗰檔賣魚蛋嘅阿婆冇帶遮，成身濕晒。我將把遮畀咗佢，佢硬係要塞返兩串魚蛋畀我，話：「後生仔，唔好客氣啦。」
部𨋢又壞咗，十八樓啲街坊要行樓梯。𠝹開個紙箱，入面嗰啲碗碟仲完好無缺，阿媽先至鬆一口氣，話呢次搬屋真係攰到死。
你咪喺度亂噏啦，邊個話我唔識煮飯㗎？我琴晚先至煲咗鍋靚湯，蒸咗條魚，炒咗碟菜，連我阿爺都食晒成碗飯，仲話好味添！
個𡃁仔揸住張紙，企喺舖頭門口睇咗好耐，先至細聲問老闆：「呢隻錶仲整唔整得返㗎？係我老豆留低嘅。」老闆冇出聲，除低眼鏡，慢慢打開個底蓋。
嗱，我同你講啦，呢件事唔關佢事，係我自己唔小心打爛咗個花樽。你要鬧就鬧我，唔好鬧個細路，佢喊到眼都腫晒。
收工嗰陣已經十點幾，巴士站冇乜人。有個後生女喺度等車，瞓着咗，個袋跌咗落地都唔知。我執返起嚟，放喺佢側邊，等到架車嚟先至叫醒佢。
嘥咗咁多時間，仲未搵到條鎖匙？𠵱家啲人真係冇記性。你諗清楚啲，係咪擺喺餸籃入面，定係留咗喺阿姨屋企嘅枱面度呀？
`;
const ENGLISH = `
“Don’t touch that!” cried Zoë, and the naïve young façade-painter dropped his brush. “It’s wet—it’s been wet since nine o’clock.”
The café on the corner charged €4.50 for a crème brûlée, £3 for tea… and nothing at all for the view. ‘We’d sell it if we could,’ the owner said.
Dear Mr Müller, thank you for your letter of 3–5 May. We’re sorry to hear that the décor of the Señorita Suite didn’t please you; a refund of €85 is on its way.
• Remove the cover. • Unscrew the four bolts (M5×20). • Heat the plate to 180°C ± 5°. © Nordhavn Werke™ — all rights reserved.
She’d read Brontë at ten, Voltaire at twelve, and at thirteen—so she claimed—the whole of the Encyclopædia, “from Aardvark to Zürich.”
The résumé said he’d worked as a maître d’ in Québec, as an au pair in Málaga, and, for one cold winter, as a smørrebrød cook in Århus.
He counted the coins again. Forty-one. “You’re short,” said the ferryman. “I’m always short,” said the boy, “but I’ll grow.”
Results for the third quarter: revenue rose 7½% to €1.2 billion; “other income” fell to £14 million. The company’s outlook—“cautious”—didn’t change.
`;

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
const corpus = (name: string) =>
  ['administrative', 'fiction', 'news'].flatMap((story) =>
    linesOf(readFileSync(join(ROOT, 'corpus', story, name), 'utf8')),
  );

/** Text as a word processor writes it: curly quotation marks, dashes without blanks. */
const typeset = (line: string) =>
  line
    .replaceAll(/(^|[\s(—])"/g, '$1“')
    .replaceAll('"', '”')
    .replaceAll("'", '’')
    .replaceAll(', and ', '—and ');

const simplified = [...linesOf(SIMPLIFIED), ...corpus('zh-CN.txt')];
const traditional = [...linesOf(TRADITIONAL), ...corpus('zh-TW.txt')];
const english = [...linesOf(ENGLISH), ...corpus('en.txt').map(typeset)];
const cantonese = linesOf(CANTONESE);
const all = [...simplified, ...traditional, ...cantonese, ...english];

interface Kind {
  readonly name: string;
  readonly charset: Charset;
  readonly mark?: true;
  readonly lines: readonly string[];
}

const KINDS: readonly Kind[] = [
  { name: 'utf-8', charset: 'utf-8', lines: all },
  { name: 'utf-8 with a mark', charset: 'utf-8', mark: true, lines: all },
  { name: 'utf-16le', charset: 'utf-16le', lines: all },
  { name: 'utf-16le with a mark', charset: 'utf-16le', mark: true, lines: all },
  { name: 'utf-16be', charset: 'utf-16be', lines: all },
  { name: 'utf-16be with a mark', charset: 'utf-16be', mark: true, lines: all },
  { name: 'gb18030 simplified', charset: 'gb18030', lines: simplified },
  { name: 'gb18030 traditional', charset: 'gb18030', lines: traditional },
  { name: 'big5', charset: 'big5', lines: traditional },
  { name: 'big5-hkscs', charset: 'big5', lines: cantonese },
  { name: 'windows-1252', charset: 'windows-1252', lines: english },
];

type Code = readonly number[];
const inverses = new Map<string, ReadonlyMap<string, Code>>();

/** Node cannot encode GB18030, Big5 and Windows-1252: all their codes are decoded, and looked up the other way round. */
function inverseOf(charset: 'gb18030' | 'big5' | 'windows-1252'): ReadonlyMap<string, Code> {
  const made = inverses.get(charset);
  if (made) return made;
  const decoder = new TextDecoder(charset);
  const hongKong = charset === 'big5' ? hongKongCharacters() : new Map<number, string>();
  const inverse = new Map<string, Code>();
  for (const code of codesOf(charset)) {
    const decoded = decoder.decode(Uint8Array.from(code));
    const character = hongKong.get(decoded.charCodeAt(0)) ?? decoded;
    if (!inverse.has(character)) inverse.set(character, code);
  }
  inverses.set(charset, inverse);
  return inverse;
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

function codesOf(charset: 'gb18030' | 'big5' | 'windows-1252'): Code[] {
  if (charset === 'windows-1252') return range(0xa0, 0xff).map((byte) => [byte]);
  const trails = charset === 'big5' ? [...range(0x40, 0x7e), ...range(0xa1, 0xfe)] : range(0x40, 0xfe);
  const pairs = range(0x81, 0xfe).flatMap((lead) => trails.map((trail) => [lead, trail]));
  const fours = charset === 'gb18030' ? range(0, LAST_OF_BASIC_PLANE).map(fourBytes) : [];
  return [...pairs.filter(([, trail]) => trail !== 0x7f), ...fours];
}

/** Numbers of four-byte codes: U+FFFF, and U+10000 from which on one follows the other. */
const LAST_OF_BASIC_PLANE = 39_419;
const FIRST_ASTRAL = 189_000;

/** What Node's own decoder does not know of Windows-1252, in the order of the bytes from 0x80. */
const HIGH_1252 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/** The bytes of a character. @throws Error when the charset has none for it */
function codeOf(character: string, charset: 'gb18030' | 'big5' | 'windows-1252'): Code {
  const point = character.codePointAt(0)!;
  if (point < 0x80) return [point];
  const high = charset === 'windows-1252' ? HIGH_1252.indexOf(character) : -1;
  const code = high >= 0 ? [0x80 + high] : inverseOf(charset).get(character);
  if (code) return code;
  if (charset === 'gb18030' && point >= 0x10000) return fourBytes(FIRST_ASTRAL + point - 0x10000);
  throw new Error(`${charset} has no ${character}`);
}

function fourBytes(number: number): Code {
  const third = Math.floor(number / 10);
  const second = Math.floor(third / 126);
  return [0x81 + Math.floor(second / 10), 0x30 + (second % 10), 0x81 + (third % 126), 0x30 + (number % 10)];
}

/** The text in a charset, without a byte order mark. @throws Error when a character is not in it */
export function encode(text: string, charset: Charset): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(text);
  if (charset === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (charset === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  return Uint8Array.from(Array.from(text, (character) => codeOf(character, charset)).flat());
}

/**
 * Whole characters from a random place of the lines in a random order, of at least so many bytes. Some of them are
 * beyond ASCII: others are right in every charset.
 */
function cut(lines: readonly string[], charset: Charset, bytes: number, random: () => number): string {
  const order = lines.map((line) => ({ line, key: random() })).sort((a, b) => a.key - b.key);
  const characters = Array.from(order.map(({ line }) => `${line}\n`).join(''));
  const start = Math.floor(random() * characters.length);
  let text = '';
  for (let i = start, size = 0; size < bytes; i++) {
    const character = characters[i % characters.length]!;
    text += character;
    size += encode(character, charset).length;
  }
  return BEYOND_ASCII.test(text) ? text : cut(lines, charset, bytes, random);
}

interface Miss {
  readonly kind: string;
  readonly text: string;
  readonly found: string;
}

function isRight(kind: Kind, bytes: number, random: () => number, misses: Miss[]): boolean {
  const text = cut(kind.lines, kind.charset, bytes, random);
  const encoded = encode(`${kind.mark ? '\ufeff' : ''}${text}`, kind.charset);
  try {
    const decoded = decode(encoded, 'bench');
    if (decoded.text === text) return true;
    misses.push({ kind: kind.name, text, found: `${decoded.charset}: ${decoded.reason}` });
  } catch (error) {
    misses.push({ kind: kind.name, text, found: String(error) });
  }
  return false;
}

function report(seed: number): boolean {
  const random = numbers(seed);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const misses: Miss[] = [];
  const shareRight = (kind: Kind, lengths: readonly number[]) =>
    lengths.filter((bytes) => isRight(kind, bytes, random, misses)).length / lengths.length;
  let passes = true;
  say(`seed ${seed}              200 bytes on   2,000 bytes on`);
  for (const kind of KINDS) {
    const mixed = range(1, TEXTS).map((i) => between(SHORTEST, i % 2 === 0 ? SHORT : LONGEST));
    const share = shareRight(kind, mixed);
    const long = shareRight(
      kind,
      range(1, TEXTS).map(() => between(LONG, LONGEST)),
    );
    passes &&= share >= BAR && long >= LONG_BAR;
    say(
      `${kind.name.padEnd(24)}${(share * TEXTS).toFixed().padStart(8)}/200 ${(long * TEXTS).toFixed().padStart(12)}/200`,
    );
  }
  for (const { kind, text, found } of misses.slice(0, 10))
    say(`${kind}: ${found}\n  ${JSON.stringify(text.slice(0, 200))}`);
  return passes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!report(Number(process.argv[2] ?? 1))) process.exitCode = 1;
}
