/**
 * What web pages have around a story, told by its wording: bylines, datelines, source lines, photo credits, comment forms,
 * share buttons, standing footers. Each pattern must fit a whole sentence, so that a story that speaks of such things
 * keeps them.
 */

/** Such lines are short; longer ones are left to the reader. */
const LONGEST = 240;

const NAME = "(?:\\p{Lu}[\\p{L}.'’-]*|de|van|von|der|bin|al)";
const NAMES = `${NAME}(?:\\s+${NAME}){0,3}`;
const SEVERAL_NAMES = `${NAMES}(?:\\s*(?:,|&|and|,\\s*and)\\s*${NAMES}){0,5}`;
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const CLOCK = '\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s*[ap]\\.?m\\.?)?(?:\\s*\\(?[A-Z]{2,4}\\)?)?';
const ENGLISH_DATE = `(?:${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}\\s+${MONTH},?\\s+\\d{4})`;
const FIGURE_DATE = '(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})';
const CHINESE_DATE = '\\d{4}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日';
const DATE = `(?:${ENGLISH_DATE}|${FIGURE_DATE}|${CHINESE_DATE})`;
const AGENCY =
  '(?:Reuters|REUTERS|AP|AFP|EPA|Xinhua|Bloomberg|Getty(?: Images)?|Associated Press|CNN|BBC|New York Times|Wall Street Journal|Financial Times|Washington Post|Guardian|CNA|UPI|VOA|DPA|dpa|TASS|Kyodo(?: News)?)';
const CHINESE_AGENCY =
  '(?:路透社?|新[华華]社|法新社|美[联聯]社|中新社|中央社|彭博社?|德[国國]之[声聲]|央[视視]|人民[网網])';

const CHINESE_NAMES = '[\\p{Script=Han}·]{2,6}(?:[、\\s]+[\\p{Script=Han}·]{2,6}){0,3}';

const ENGLISH = [
  // Bylines, and those that have lost their names with their links
  `(?:Story |Text |Photos? |Words )?By:?(?:\\s+(?:${SEVERAL_NAMES}|and))*[\\s,|·•–—-]*(?:${DATE})?[\\s,|·•–—-]*(?:${CLOCK})?`,
  `(?:Reporting|Additional reporting|Writing|Editing|Compiled|Translated|Edited|Written|Photographed|Posted|Published) by:?\\s+${NAME}.{0,200}`,
  `(?:Author|Editor|Source|Photo|Image|Credit|Photo credit|Photographer|Translator|Via|Tags?|Categor(?:y|ies)|Filed under|Topics?)\\s*:\\s*.{1,100}`,
  // Datelines and times that stand alone
  `(?:(?:Last\\s+)?(?:Posted|Published|Updated|Modified|First published|date)(?:\\s+on|\\s+at|:)?\\s*)?(?:${DATE}|${CLOCK})(?:[\\s,|·•–—-]+(?:${DATE}|${CLOCK}|at|Updated|Published))*`,
  // Photo credits and source lines
  `(?:${AGENCY})(?:\\s*\\/\\s*[\\p{L} .'’-]{1,40}){1,3}`,
  `[(\\[]?(?:The )?${AGENCY}(?:\\s*(?:,|;|\\/|and|&)\\s*(?:The )?${AGENCY})*[)\\]]?`,
  `(?:${NAMES})\\s*\\/\\s*(?:${AGENCY})(?:\\s*\\/.{0,30})?`,
  // Forms, buttons, standing footers
  'Learn More|Read More|See More|Show More|Continue Reading|Read Next|Read the (?:full|original) (?:story|article).{0,40}|Click here.{0,60}',
  'Leave a (?:Reply|Comment).{0,40}|Cancel reply|Post (?:a )?Comment|\\d+ Comments?|Add a comment|No comments(?: yet)?|Reply|Join the (?:discussion|conversation)',
  'Your email address will not be published|(?:Required )?fields are marked(?: \\*)?|Required fields are marked|Save my name, email.{0,80}|Notify me of.{0,60}|(?:Name|E-?mail|Website|Comment)\\s*\\*?',
  'Share(?: this)?(?: (?:on|via|with) .{1,40})?|Share this(?: (?:article|post|story|page|entry))?:?|Tweet|Like this:?|Print(?: this page)?|E-?mail this.{0,20}|Follow us.{0,60}|Like us on.{0,40}|Copy link',
  'Subscribe(?: (?:now|to|for).{0,60})?|Sign up.{0,80}newsletter.{0,40}|Sign (?:in|up)|Log ?in|Register(?: now)?|Download (?:the|our) app.{0,30}',
  "Advertise(?:ment|ments| with us)?|Sponsored(?: content)?|Related (?:articles?|posts?|stories|topics|news|coverage)|You (?:may|might) also like|Recommended(?: for you)?|Most (?:read|popular)|More (?:from|stories).{0,40}|Trending(?: now)?|Editors?['’] picks?",
  'All rights reserved|(?:©|(?:\\(c\\)|Copyright)(?=\\W{0,3}(?:©\\s?)?\\d{4})).{0,120}|Terms (?:of (?:use|service)|and conditions)|Privacy (?:policy|notice)|Cookie (?:policy|settings)|Contact us|About us|Our Standards: .{1,60}|(?:Back to|Top of) (?:top|page)|Skip to (?:main )?content',
];
const CHINESE = [
  // Bylines and source lines
  '(?:文章|稿件|消息|信息|[图圖]片|[资資]料|新[闻聞]|[内內]容)?[来來]源(?:[:：于於].{1,80})?',
  '(?:本文)?(?:作者|[撰文][稿字]?|[编編][辑輯譯译]?|[责責]任?[编編][辑輯]?|[译譯]者|翻[译譯]|[校审審][对對校]?|通[讯訊][员員]|[摄攝]影|[图圖]文?|文|排版|[监監][制製]|出品)\\s*[:：／/|][^，。！？；]{1,60}',
  `(?:本[報报刊网網台]|新[华華]社|中新[网網社]|中央社)(?:特[约約派])?[記记]者\\s*${CHINESE_NAMES}(?:\\s*.{0,8}[報报][导導道])?`,
  `(?:特[约約派])?[記记]者\\s*${CHINESE_NAMES}\\s*[／/]?\\s*.{0,8}(?:[報报][导導道]|[摄攝])|[（(][記记]者[:：].{1,20}[）)]`,
  '[^。！？]{2,160}[报報][导導道][;；]\\s*[^。！？]{1,60}[编編][辑輯译譯]',
  // Datelines and times that stand alone
  `(?:[发發][布佈表][时時][间間]|[发發][布佈]|[时時][间間]|日期|更新(?:[时時][间間])?|最[后後]更新)?\\s*[:：]?\\s*${DATE}(?:\\s*(?:星期.|周.|週.|[上下]午)?\\s*(?:${CLOCK})?)`,
  // Photo credits
  `${CHINESE_AGENCY}(?:\\s*[／/].{1,40}){1,3}`,
  `[（(]${CHINESE_AGENCY}(?:[、,，／/\\s]+${CHINESE_AGENCY})*(?:[图圖]片?)?[）)]`,
  '[（(]?(?:[资資]料)?(?:[图圖]片?|照片|[档檔]案照片?|[图圖][为為])[）)]?|[（(].{0,30}(?:[资資]料照片?|[档檔]案照|[图圖]片?[来來]源.{0,30})[）)]',
  // Forms, buttons, standing footers
  '(?:我要)?[发發]表?(?:[评評][论論]|留言|回[复復覆])|(?:添加|查看|共有?)?\\s*\\d*\\s*[条條]?(?:[评評][论論]|留言|回[复復])(?:\\s*[(（]\\d+[)）])?|[登]?[录錄入].{0,6}后?[后後]?(?:发表|評論|评论)',
  '(?:[您你]的)?(?:[电電]子)?[邮郵]箱?地址不[会會]被公[开開].{0,20}|必填(?:[项項][已用].{0,12})?|[标標]有?\\*.{0,20}必填.{0,10}',
  '分享(?:到|至|本文|[给給]).{0,30}|分享|[转轉][发發]|收藏|[点點][赞贊讚]|[关關]注我[们們].{0,30}|[扫掃]描?二[维維][码碼].{0,40}|[复複][制製][链鏈][接結]|[打列][印]',
  '(?:相[关關]|延伸|推[荐薦]|[热熱][门門])(?:[阅閱][读讀]|新[闻聞]|文章|[链鏈][接結]|[报報][导導道])(?:[:：].{0,60})?|猜[您你]喜[欢歡]|更多(?:[内內]容|新[闻聞]|精彩.{0,8}|[阅閱][读讀])?|[阅閱][读讀](?:全文|原文|更多)|[点點][击擊][这這查].{0,30}|上一[篇页頁].{0,40}|下一[篇页頁].{0,40}|返回(?:首[页頁]|[顶頂]部|目[录錄]|列表)',
  '[广廣]告|(?:未[经經].{0,10}(?:授[权權]|[许許]可|同意)|版[权權](?:所有|[归歸声聲]).{0,40}).{0,60}|[免][责責][声聲]明.{0,80}|本文[仅僅]代表作者.{0,40}|[转轉][载載][请請].{0,40}|[隐隱]私(?:政策|[权權]).{0,20}|[联聯][系繫][我]?[们們]?|[关關][于於]我[们們]|原[标標][题題][:：].{1,80}|原文(?:[链鏈][接結]|地址)?[:：].{1,200}',
];

/** Buttons ask and exclaim, too, but speakers do so more often. */
const IS_SAID = /[?!？！]["”’」』)）]*$/;
/** An arrow, a bullet, a bracket or an end mark around it changes nothing. */
const AROUND = '[\\s\\p{P}\\p{S}]*';
const ENGLISH_NOISE = new RegExp(`^${AROUND}(?:${ENGLISH.join('|')})${AROUND}$`, 'u');
const CHINESE_NOISE = new RegExp(`^${AROUND}(?:${CHINESE.join('|')})${AROUND}$`, 'u');

/** Whether a sentence is no part of the story, by its wording alone. */
export function isNoise(sentence: string): boolean {
  if (sentence.length > LONGEST || IS_SAID.test(sentence)) return false;
  return ENGLISH_NOISE.test(sentence) || CHINESE_NOISE.test(sentence);
}
