/** Good pairs made from templates: what a strict filter is tempted to drop. */
import type { Dice } from './dice.ts';
import { digitByDigit, inEnglish, inHan, ordinal, withCommas } from './number-words.ts';

export interface Pair {
  readonly zh: string;
  readonly en: string;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const PEOPLE = [
  ['林晓梅', 'Lin Xiaomei'],
  ['周德安', "Zhou De'an"],
  ['马丁·霍尔特', 'Martin Holt'],
  ['高桥', 'Takahashi'],
  ['艾琳娜·索科洛娃', 'Elena Sokolova'],
  ['陈国栋', 'Chen Guodong'],
  ['若泽·阿尔梅达', 'José Almeida'],
  ['吴思远', 'Wu Siyuan'],
  ['安妮塔·博格', 'Anita Borg-Larsen'],
  ['何老师', 'Ms. He'],
  ['赛琳娜', 'Selina'],
  ['郑船长', 'Captain Zheng'],
  ['苏菲·勒格朗', 'Sophie Legrand'],
  ['老韩', 'Old Han'],
] as const;
const PLACES = [
  ['白石镇', 'Baishi Town'],
  ['北港', 'North Harbor'],
  ['苏黎世', 'Zürich'],
  ['临江市', 'Linjiang'],
  ['雾岛', 'the Isle of Mist'],
  ['昆明', 'Kunming'],
  ['圣保罗', 'São Paulo'],
  ['青溪县', 'Qingxi County'],
  ['奥斯陆', 'Oslo'],
  ['红土坡', 'Red Earth Slope'],
  ['温哥华', 'Vancouver'],
  ['沙岭', 'Shaling'],
] as const;
const THINGS = [
  ['苹果', 'apples'],
  ['灯笼', 'lanterns'],
  ['旧书', 'old books'],
  ['自行车', 'bicycles'],
  ['雨伞', 'umbrellas'],
  ['茶杯', 'teacups'],
  ['木箱', 'wooden crates'],
  ['明信片', 'postcards'],
  ['太阳能板', 'solar panels'],
  ['口罩', 'face masks'],
] as const;
const FIRMS = [
  ['北辰软件', 'Beichen Software'],
  ['蓝鲸物流', 'Blue Whale Logistics'],
  ['Nordlys公司', 'Nordlys'],
  ['晨光纺织厂', 'the Chenguang Textile Mill'],
  ['OpenHarbor', 'OpenHarbor'],
  ['远山基金会', 'the Far Hills Foundation'],
] as const;

type Template = (dice: Dice) => readonly [zh: string, en: string];

const small = (dice: Dice) => dice.from(3, 19);
const middle = (dice: Dice) => dice.from(21, 98);
/** The same number in a form of its own on each side. */
const forms = (dice: Dice, n: number) =>
  [dice.one([String(n), inHan(n)]), dice.one([String(n), inEnglish(n)])] as const;

/** Each is called with dice anew: names and numbers differ, so that hardly two pairs are the same. */
export const TEMPLATES: readonly Template[] = [
  (d) => {
    const [[zp, ep], [zl, el], [m, day, y]] = [
      d.one(PEOPLE),
      d.one(PLACES),
      [d.from(1, 12), d.from(1, 28), d.from(1950, 2023)],
    ];
    return [
      `${zp}于${y}年${m}月${day}日出生在${zl}。`,
      `${ep} was born in ${el} on ${MONTHS[m - 1]} ${day}, ${y}.`,
    ];
  },
  (d) => {
    const [[zp, ep], [zt, et], [zn, en]] = [d.one(PEOPLE), d.one(THINGS), forms(d, middle(d))];
    return [
      `${zp}把${zn}个${zt}搬上了卡车，一句话也没说。`,
      `Without a word, ${ep} loaded ${en} ${et} onto the truck.`,
    ];
  },
  (d) => {
    const [[zf, ef], n, [zl, el]] = [d.one(FIRMS), d.from(11, 99), d.one(PLACES)];
    return [
      `${zf}去年在${zl}的销售额增长了${n}%。`,
      `Last year ${ef} increased its sales in ${el} by ${n} percent.`,
    ];
  },
  (d) => {
    const [[zf, ef], n] = [d.one(FIRMS), d.from(11, 98)];
    return [`${zf}百分之${inHan(n)}的员工在家办公。`, `${n}% of the staff at ${ef} work from home.`];
  },
  (d) => {
    const [n, [zl, el]] = [d.from(11, 99) * 100, d.one(PLACES)];
    return [
      `${n / 10000}万人在广场上迎接${zl}代表团。`,
      `${withCommas(n)} people welcomed the delegation from ${el} in the square.`,
    ];
  },
  (d) => {
    const [n, [zf, ef]] = [d.from(11, 99) / 10, d.one(FIRMS)];
    return [
      `${zf}计划投资${n}亿元建设新码头。`,
      `${ef} plans to invest ${Math.round(n * 100)} million yuan in a new wharf.`,
    ];
  },
  (d) => {
    const [h, min, [zl, el]] = [d.from(13, 22), d.from(1, 5) * 10 + 5, d.one(PLACES)];
    return [`开往${zl}的列车${h}时${min}分发车。`, `The train to ${el} leaves at ${h - 12}:${min} p.m.`];
  },
  (d) => {
    const [h, [zp, ep]] = [d.from(2, 10), d.one(PEOPLE)];
    return [
      `${zp}说她下午${inHan(h)}点半到，可是没有人相信。`,
      `${ep} said she would be here at half past ${inEnglish(h)}, but nobody believed it.`,
    ];
  },
  (d) => {
    const [c, [zl, el]] = [d.from(17, 21), d.one(PLACES)];
    return [
      `${d.one([String(c), inHan(c)])}世纪的${zl}已经认不出来了。`,
      `In the ${ordinal(c)} century, ${el} is beyond recognition.`,
    ];
  },
  (d) => {
    const [y, [zl, el]] = [d.from(1901, 1999), d.one(PLACES)];
    return [
      `那是${digitByDigit(y)}年的事，当时${zl}还没有通电。`,
      `That was in ${y}, before ${el} had electricity.`,
    ];
  },
  (d) => {
    const [dec, [zl, el]] = [d.from(2, 9) * 10, d.one(PLACES)];
    return [
      `上世纪${dec}年代，这种船在${zl}随处可见。`,
      `In the 19${dec}s such boats were a common sight in ${el}.`,
    ];
  },
  (d) => {
    const [km, [zl, el]] = [d.from(12, 95), d.one(PLACES)];
    return [
      `营地离${zl}大约${km}公里。`,
      `The camp is about ${km} kilometers (${Math.round(km * 0.62)} miles) from ${el}.`,
    ];
  },
  (d) => {
    const [n, [zt, et], [zp, ep]] = [small(d), d.one(THINGS), d.one(PEOPLE)];
    return [`“才${inHan(n)}个${zt}？”${zp}皱起了眉头。`, `"Only ${inEnglish(n)} ${et}?" ${ep} frowned.`];
  },
  (d) => {
    const [[zp, ep], [zf, ef]] = [d.one(PEOPLE), d.one(FIRMS)];
    return [`${zp}（${ep}）现任${zf}首席工程师。`, `${ep} (${zp}) is chief engineer at ${ef}.`];
  },
  (d) => {
    const [v, [zp, ep]] = [`${d.from(1, 9)}.${d.from(0, 12)}.${d.from(0, 9)}`, d.one(PEOPLE)];
    return [
      `${zp}建议升级到${v}版，详见 https://docs.example.org/release/${v} 上的说明。`,
      `${ep} suggests upgrading to version ${v}; see the notes at https://docs.example.org/release/${v}.`,
    ];
  },
  (d) => {
    const [code, [zl, el]] = [`KX-${d.from(100, 999)}`, d.one(PLACES)];
    return [`编号${code}的浮标已在${zl}附近找到。`, `Buoy ${code} has been found near ${el}.`];
  },
  (d) => {
    const [n, [zp, ep]] = [d.from(2, 9), d.one(PEOPLE)];
    return [
      `${zp}第${inHan(n)}次敲门的时候，里面才有人应声。`,
      `Only when ${ep} knocked for the ${ordinal(n)} time did somebody answer.`,
    ];
  },
  (d) => {
    const [[zl, el], [zp, ep]] = [d.one(PLACES), d.one(PEOPLE)];
    return [
      `“${zl}？”${zp}笑了，“没听说过。”`,
      `"${el[0]!.toUpperCase()}${el.slice(1)}?" ${ep} laughed. "Never heard of it."`,
    ];
  },
  (d) => {
    const [tens, [zt, et], [zl, el]] = [d.from(2, 9), d.one(THINGS), d.one(PLACES)];
    return [
      `${zl}的仓库里还剩${inHan(tens)}十多个${zt}。`,
      `More than ${inEnglish(tens * 10)} ${et} were left in the warehouse in ${el}.`,
    ];
  },
  (d) => {
    const [tenths, [zf, ef]] = [d.from(2, 9), d.one(FIRMS)];
    return [
      `${zf}的客户中有${inHan(tenths)}成是老年人。`,
      `${inEnglish(tenths * 10)} percent of the customers of ${ef} are elderly.`,
    ];
  },
  (d) => {
    const [off, [zt, et], [zl, el]] = [d.from(1, 7), d.one(THINGS), d.one(PLACES)];
    return [
      `本周${zl}店所有${zt}一律${inHan(10 - off)}折。`,
      `This week all ${et} in our ${el} store are ${off * 10}% off.`,
    ];
  },
  (d) => {
    const [[zp, ep], [zl, el], [zt, et]] = [d.one(PEOPLE), d.one(PLACES), d.one(THINGS)];
    return [
      `听说${zp}要离开${zl}，孩子们把${zt}堆满了门口。`,
      `When they heard that ${ep} was leaving ${el}, the children piled ${et} up at the door.`,
    ];
  },
  (d) => {
    const [[zp, ep], [zf, ef], m] = [d.one(PEOPLE), d.one(FIRMS), d.from(1, 12)];
    return [
      `${inHan(m)}月初，${zp}辞去了在${zf}的工作，从此没有再提起它。`,
      `In early ${MONTHS[m - 1]}, ${ep} resigned from ${ef} and never spoke of it again.`,
    ];
  },
  (d) => {
    const [n, [zl, el]] = [d.from(12, 48), d.one(PLACES)];
    return [
      `《${zl}渔业条例》第${inHan(n)}条禁止夜间捕捞。`,
      `Article ${n} of the ${el} Fisheries Ordinance prohibits fishing at night.`,
    ];
  },
  (d) => {
    const [a, b, [zl, el]] = [d.from(3, 9), d.from(11, 29), d.one(PLACES)];
    return [
      `比赛最后以${b}比${a}结束，${zl}队晋级。`,
      `The match ended ${b}–${a}, sending the team from ${el} through.`,
    ];
  },
  (d) => {
    const [t, [zl, el]] = [d.from(11, 39), d.one(PLACES)];
    return [
      `明天${zl}多云转晴，最高气温${t}℃。`,
      `Tomorrow will be cloudy, then sunny in ${el}, with a high of ${t} °C (${Math.round(t * 1.8 + 32)} °F).`,
    ];
  },
  (d) => {
    const [rooms, price, [zl, el]] = [d.from(2, 9), d.from(12, 98) * 10, d.one(PLACES)];
    return [
      `${zl}的这家客栈只有${inHan(rooms)}间房，每晚${price}元。`,
      `The inn in ${el} has only ${inEnglish(rooms)} rooms, at ${price} yuan a night.`,
    ];
  },
  (d) => {
    const [[zf, ef], n] = [d.one(FIRMS), d.from(11, 99)];
    return [
      `用户可以通过 API 将最多 ${n} 个 JSON 文件上传到${zf}的服务器。`,
      `Users can upload up to ${n} JSON files to the servers of ${ef} through the API.`,
    ];
  },
  (d) => {
    const [[zp, ep], age] = [d.one(PEOPLE), d.from(21, 97)];
    return [
      `${zp}今年${inHan(age)}岁了，仍然每天清晨去江边游泳。`,
      `At ${age}, ${ep} still goes swimming in the river every morning.`,
    ];
  },
  (d) => {
    const [[zp, ep], [zl, el]] = [d.one(PEOPLE), d.one(PLACES)];
    return [
      `等${zp}赶到${zl}，雨已经停了，街上只剩下卖糖人的老人。`,
      `By the time ${ep} reached ${el} the rain had stopped, and only the old man selling sugar figures was left in the street.`,
    ];
  },
];
