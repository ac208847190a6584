/** Sentences in other languages, and a few in the two that stand on the wrong side. */

const lines = (text: string) => text.trim().split('\n');

/** What stands where Chinese should: language → sentences. */
export const NOT_CHINESE: Readonly<Record<string, readonly string[]>> = {
  Japanese: lines(`
昨日は友達と一緒に映画を見に行きました。
この橋は百年前に建てられたそうです。
会議は午後三時から始まりますので、遅れないでください。
駅までの道を教えていただけませんか。
コーヒーをください。`),
  Korean: lines(`
어제 친구와 함께 영화를 보러 갔습니다.
이 다리는 백 년 전에 세워졌다고 합니다.
회의는 오후 세 시에 시작합니다.
역까지 가는 길을 알려 주시겠어요?`),
  Russian: lines(`
Вчера мы с друзьями ходили в кино.
Этот мост построили сто лет назад.
Собрание начнётся в три часа дня.
Скажите, пожалуйста, как пройти на вокзал?`),
  English: lines(`
The bridge was built a hundred years ago and nobody has repaired it since.
Please come to the meeting on time.
She had never seen so much snow in her life.
Click the button below to continue
Terms and conditions apply to all orders`),
  French: lines(`
Le pont a été construit il y a cent ans et personne ne l'a réparé depuis.
Nous vous prions de venir à l'heure à la réunion.`),
  Vietnamese: lines(`
Cây cầu này được xây dựng cách đây một trăm năm.
Xin vui lòng đến họp đúng giờ.`),
  pinyin: lines(`
Zhè zuò qiáo shì yì bǎi nián qián jiàn de.
Wo men ming tian zai che zhan jian mian ba
Qing ni ba men guan shang hao bu hao`),
  Thai: lines('สะพานนี้สร้างขึ้นเมื่อร้อยปีก่อน'),
  Arabic: lines('بُني هذا الجسر قبل مئة عام.'),
  'half English': lines(`
The committee approved 预算 for the coming year and will publish it in the spring.
We would like to thank 各位来宾 for coming all the way to our little town this evening.
Before you start the engine, make sure that the 手刹 is on and the doors are closed.`),
};

/** What stands where English should. */
export const NOT_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  French: lines(`
Le pont a été construit il y a cent ans et personne ne l'a réparé depuis.
Elle n'avait jamais vu autant de neige de sa vie.
Nous vous prions de bien vouloir arriver à l'heure.
Les enfants jouaient dans la cour pendant que la pluie tombait.`),
  German: lines(`
Die Brücke wurde vor hundert Jahren gebaut und seitdem nicht mehr repariert.
Bitte kommen Sie pünktlich zu der Besprechung.
Sie hatte in ihrem Leben noch nie so viel Schnee gesehen.
Das Wetter war schön, aber wir blieben zu Hause.`),
  Spanish: lines(`
El puente fue construido hace cien años y nadie lo ha reparado desde entonces.
Nunca había visto tanta nieve en su vida.
Los niños jugaban en el patio mientras caía la lluvia.`),
  Italian: lines(`
Il ponte è stato costruito cento anni fa e nessuno lo ha più riparato.
Non aveva mai visto tanta neve nella sua vita.`),
  Portuguese: lines(`
A ponte foi construída há cem anos e ninguém a reparou desde então.
Ela nunca tinha visto tanta neve na sua vida.`),
  Polish: lines('Most został zbudowany sto lat temu i od tego czasu nikt go nie naprawiał.'),
  Turkish: lines('Köprü yüz yıl önce yapılmıştı ve o günden beri hiç kimse onarmadı.'),
  Vietnamese: lines(`
Cây cầu này được xây dựng cách đây một trăm năm.
Cô ấy chưa bao giờ thấy nhiều tuyết như vậy trong đời.`),
  Indonesian: lines('Jembatan ini dibangun seratus tahun yang lalu dan tidak pernah diperbaiki sejak itu.'),
  Russian: lines(`
Этот мост построили сто лет назад, и с тех пор его никто не чинил.
Она никогда в жизни не видела столько снега.`),
  Japanese: lines(`
この橋は百年前に建てられたそうです。
こんなにたくさんの雪を見たのは生まれて初めてだった。`),
  Korean: lines('이 다리는 백 년 전에 세워졌고 그 뒤로 아무도 고치지 않았다.'),
  Chinese: lines(`
这座桥是一百年前修的，后来再也没有人管过。
她这辈子从没见过这么大的雪。
请大家准时参加会议。`),
  'half Chinese': lines(`
The bridge 是一百年前修的 and nobody has 修理过它 since.
She had never 见过这么大的雪 in her life.
Please 准时参加 the meeting on Friday.`),
  pinyin: lines(`
Zhè zuò qiáo shì yì bǎi nián qián jiàn de.
Ta zhe bei zi cong lai mei jian guo zhe me da de xue.
Qing ni ba chuang hu guan shang.`),
};

export const WITHOUT_WORDS: readonly (readonly [zh: string, en: string])[] = [
  ['https://www.example.org/zh/news/2031/04/17', 'https://www.example.org/en/news/2031/04/17'],
  ['www.example.com/下载', 'www.example.com/download'],
  ['service@example.cn', 'service@example.com'],
  ['<div class="row"><br/></div>', '<div class="row"><br/></div>'],
  ['<img src="a.png" alt=""/>', '<img src="a.png" alt="">'],
  ['&nbsp;&nbsp;&raquo;', '&nbsp;&nbsp;&raquo;'],
  ['2031-04-17 10:22', '2031-04-17 10:22'],
  ['1,234.56', '1,234.56'],
  ['（3）', '(3)'],
  ['……', '...'],
  ['＊　＊　＊', '* * *'],
  ['const total = items.reduce((a, b) => a + b, 0);', 'const total = items.reduce((a, b) => a + b, 0);'],
  ['print("hello")', 'print("hello, world")'],
  ['$ git commit -m "fix"', '$ git commit -m "Fix"'],
  ['if (x > 0) {', 'if (x > 0) {'],
  ['https://example.org/a', 'See https://example.org/a for the whole text of the agreement.'],
  ['C:\\Users\\Public\\report.docx', 'C:\\Users\\Public\\report.docx'],
  ['{{Infobox|ship}}', '{{Infobox|boat}}'],
  ['12:30–14:00', '12:30–14:00'],
  ['！？', '!?'],
  ['0571-8800-2345', '+86 571 8800 2345'],
  ['![](images/fig-3.png)', '![](images/fig-3.png)'],
  ['50%　35%　15%', '50% 35% 15%'],
  ['/usr/local/bin/duiqi', '/usr/local/bin/duiqi'],
];

export const TOO_SHORT: readonly (readonly [zh: string, en: string])[] = [
  ['甲', 'A'],
  ['乙。', 'B.'],
  ['我', 'I'],
  ['的', "'s"],
  ['叉', 'x'],
  ['（丙）', '(c)'],
  ['丁、', 'D.'],
  ['吨', 't'],
  ['B', 'It is B.'],
  ['是', 'Y'],
  ['否', 'N'],
  ['米', 'm'],
  ['克', 'g'],
  ['男', 'M'],
  ['女', 'F'],
  ['戊：', 'E:'],
  ['哦', 'O'],
  ['x', 'the unknown'],
  ['“啊”', '"a"'],
  ['东', 'E'],
  ['南', 'S'],
  ['西', 'W'],
];

export const REPEATED: readonly (readonly [zh: string, en: string])[] = [
  ['哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈', 'Hahahahahahahahahahahahahahaha'],
  ['这家店非常非常非常非常非常非常非常好。', 'This shop is very very very very very very very good.'],
  ['====================', '===================='],
  ['我们明天出发。我们明天出发。', 'We leave tomorrow.'],
  ['请关好门窗。', 'Please close the doors and windows. Please close the doors and windows.'],
  ['第三章…………………………………………42', 'Chapter Three ........................................ 42'],
  ['啊啊啊啊啊啊啊啊啊啊啊啊！', 'Aaaaaaaaaaaaaaargh!'],
  [
    '请稍候请稍候请稍候请稍候请稍候请稍候',
    'Please wait Please wait Please wait Please wait Please wait Please wait',
  ],
  [
    '他走了。他走了。他走了。他走了。他走了。他走了。',
    'He left. He left. He left. He left. He left. He left.',
  ],
  ['太棒了！！！！！！！！！！', 'Awesome!!!!!!!!!!'],
  ['----------------', '----------------'],
  [
    '库存不足，请联系客服。库存不足，请联系客服。库存不足，请联系客服。',
    'Out of stock, contact us. Out of stock, contact us. Out of stock, contact us.',
  ],
  ['雪雪雪雪雪雪雪雪雪雪雪雪雪雪雪', 'snow snow snow snow snow snow snow snow snow snow'],
  ['广告广告广告广告广告广告广告', 'ad ad ad ad ad ad ad ad ad ad'],
  ['春天来了，春天来了', 'Spring is here'],
  ['她轻轻地关上了门', 'She closed the door softly She closed the door softly'],
  ['### ### ### ### ### ###', '### ### ### ### ### ###'],
  ['好好好好好好好好好好好好', 'ok ok ok ok ok ok ok ok ok'],
  ['点击这里 点击这里 点击这里 点击这里 点击这里', 'Click here Click here Click here Click here Click here'],
  ['______________', 'Name: ______________'],
  ['不要不要不要不要不要不要不要不要', 'No no no no no no no no no no no no'],
  ['会议推迟到下周举行。会议推迟到下周举行。', 'The meeting has been put off until next week.'],
];
