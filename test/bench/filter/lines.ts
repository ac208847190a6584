/** Good pairs that stand for themselves: dialogue, titles, terms, lines with mark-up or code in them. */
import type { Pair } from './templates.ts';

const LINES = `
好。 | Fine.
走吧！ | Let's go!
谁？ | Who is it?
不，不，不！ | No, no, no!
哈哈哈！ | Ha ha ha!
……是你？ | ...Is it you?
“嗯。” | "Mm."
再见。 | Goodbye.
我饿了。 | I'm hungry.
真的吗？ | Really?
第一章 | Chapter One
第十二章 雾中的船 | Chapter 12: A Boat in the Mist
目录 | Contents
致谢 | Acknowledgments
参考文献 | References
附录B：术语表 | Appendix B: Glossary
OK，我知道了。 | OK, I see.
他用的是iPhone。 | He uses an iPhone.
请按Ctrl+C复制，再按Ctrl+V粘贴。 | Press Ctrl+C to copy, then Ctrl+V to paste.
运行 npm install 安装依赖。 | Run npm install to install the dependencies.
函数 parseDate() 返回一个 Date 对象。 | The function parseDate() returns a Date object.
请将 <b>重要</b> 两个字加粗。 | Please set the word <b>important</b> in bold.
变量 user_name 不能为空。 | The variable user_name must not be empty.
来信请寄 help@example.org，我们会尽快答复。 | Write to help@example.org and we will answer as soon as we can.
更多内容请访问 www.example.com。 | Visit www.example.com for more.
“咖啡馆”在法语里叫café。 | A coffee house is called a café in French.
她在简历（résumé）里没有提到这件事。 | She did not mention it in her résumé.
“道”字写作道，读作dào。 | The word for "way" is written 道 and read dào.
“福”字（福）倒着贴在门上。 | The character for luck (福) hung upside down on the door.
他在日记里写道：“Je ne regrette rien.” | In his diary he wrote: "Je ne regrette rien."
她用俄语说了声“спасибо”。 | She said "спасибо" in Russian.
这家店叫“鮨の匠”，只有八个座位。 | The place is called Sushi no Takumi and has only eight seats.
α粒子带两个正电荷。 | An alpha particle carries two positive charges.
水的化学式是H₂O。 | The formula of water is H₂O.
面积约为25 km²。 | The area is about 25 km².
温度低于−5 °C时请勿使用。 | Do not use below −5 °C.
© 2021 远山基金会。保留所有权利。 | © 2021 Far Hills Foundation. All rights reserved.
版本号见文件README.md。 | For the version number, see the file README.md.
他出生于公元前551年。 | He was born in 551 BC.
一心一意，三言两语，五光十色。 | Wholeheartedly, in a few words, in every color.
千万别去！ | Whatever you do, don't go!
万一下雨怎么办？ | What if it rains?
十分感谢您的来信。 | Thank you very much for your letter.
她三十出头，他四十好几。 | She was in her early thirties, he well into his forties.
几十年过去了，什么也没有变。 | Decades went by and nothing changed.
他三天两头往医院跑。 | He is at the hospital every other day.
二〇〇八年五月十二日，全镇的钟都停了。 | On May 12, 2008, every clock in the town stopped.
民国二十六年，学校迁往山里。 | In 1937 the school moved into the mountains.
两千五百名工人参加了罢工。 | 2,500 workers went on strike.
一个半小时后，飞机降落了。 | Ninety minutes later the plane landed.
半数以上的村民已经搬走。 | More than half of the villagers have moved away.
三分之二的选票来自农村。 | Two thirds of the votes came from the countryside.
每公斤二十元，买三送一。 | Twenty yuan a kilo, buy three, get one free.
他重达一百八十斤。 | He weighed ninety kilos.
星期五之前交作业。 | Hand in your homework by Friday.
祝你生日快乐！祝你生日快乐！ | Happy birthday to you! Happy birthday to you!
快跑！快跑！ | Run! Run!
雨下了一天又一天，下得没完没了。 | It rained day after day after day, without end.
滴答，滴答，滴答，钟还在走。 | Tick-tock, tick-tock, tick-tock: the clock was still going.
那么，就这样吧——明天再说。 | Well then, leave it at that—we'll talk tomorrow.
《红楼梦》 | Dream of the Red Chamber
“为什么？”“因为我高兴。” | "Why?" "Because I feel like it."
注意：此操作无法撤销！！ | Warning: this cannot be undone!!
是/否 | Yes/No
男 | Male
电话：0571-8800-2345 | Phone: 0571-8800-2345
联系人：何女士（分机 208） | Contact: Ms. He (ext. 208)
（一）总则 | (1) General provisions
3. 打开盖子。 | 3. Open the lid.
· 支持离线使用 | • Works offline
表2　各地降水量 | Table 2. Rainfall by region
图 4-1 系统结构 | Figure 4-1. System architecture
见第18页。 | See page 18.
[3] 同上，第45页。 | [3] Ibid., p. 45.
她最喜欢的歌是《Yesterday》。 | Her favorite song is "Yesterday".
Müller先生来自Köln。 | Mr. Müller comes from Köln.
Łukasz和Zoë住在Gdańsk。 | Łukasz and Zoë live in Gdańsk.
他说的是“Ça va”，不是“sava”。 | What he said was "Ça va", not "sava".
😀 太好了！ | 😀 Great!
谢谢👍 | Thanks 👍
𠮷野家已经打烊了。 | Yoshinoya had already closed.
韓愈，字退之。@zh-TW | Han Yu, whose courtesy name was Tuizhi.
這款軟體支援繁體中文。@zh-TW | This software supports Traditional Chinese.
他把鑰匙放在桌子下面。@zh-TW | He put the key under the table.
請洽「資訊科技部」王先生。@zh-HK | Please contact Mr. Wong of the Information Technology Department.
「你真係冇聽我講。」@zh-HK | "You really didn't listen to me."
颱風過後，港口停滿了船。@zh-TW | After the typhoon the harbor was full of ships.
她輕輕關上門，沒有回頭。@zh-TW | She closed the door softly and did not look back.
中山路一段12號。@zh-TW | No. 12, Section 1, Zhongshan Road.
`;

/** With the locale of the Chinese; zh-CN where the line names none. */
export const GOOD_LINES: readonly (Pair & { readonly locale: string })[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [left = '', en = ''] = line.split(' | ');
    const [zh = '', locale = 'zh-CN'] = left.split('@');
    return locale.startsWith('zh-') ? { zh, en, locale } : { zh: left, en, locale: 'zh-CN' };
  });
