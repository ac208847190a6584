import type { Language, Part } from '../../src/model.ts';
import { segment } from '../../src/read/segment.ts';

/** A story in both languages, each as running text. */
export interface Story {
  readonly zh: string;
  readonly en: string;
}

/** A document that holds a text. */
export function documentOf(language: Language, text: string, file = `${language}.txt`): Part {
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  return { id: `${language}1`, language, locale, file, text, sentences: segment(text, language) };
}

/** Stories of some eight lines, no two of one subject. */
export const STORIES = {
  clock: {
    zh: `镇上的钟停了整整十七年。修钟匠沈禾每天早晨从钟楼下走过，从不抬头。
有一天，一个小女孩问他：“爷爷，钟为什么不走？”
他说，齿轮里卡着一只麻雀的窝。
女孩第二天搬来一架梯子，还带了一只篮子。
她把鸟窝轻轻放进篮子，挂在自家的窗前。
沈禾给齿轮上了油，拧紧了生锈的发条。
中午十二点，钟声响了，面包师吓得把一盘面包掉在地上。
从此麻雀听到钟声就飞来吃面包屑。`,
    en: `The town clock had stood still for seventeen years. Every morning the clockmaker Shen He walked past the tower and never looked up.
One day a little girl asked him, "Grandfather, why doesn't the clock go?"
A sparrow's nest was stuck in the gears, he said.
The next day the girl brought a ladder and a basket.
She laid the nest gently in the basket and hung it outside her own window.
Shen He oiled the gears and tightened the rusty spring.
At twelve noon the bell rang, and the baker was so startled that he dropped a tray of bread.
Ever since, the sparrows come for crumbs when they hear the bell.`,
  },
  whale: {
    zh: `渔民陆海生在雾里听见一头鲸鱼唱歌。
他关掉马达，让小船随波漂着。
鲸鱼的尾巴被一张旧渔网缠住了。
他用刀割了三个小时，手掌磨出了血。
最后一根绳子断了，鲸鱼沉进了深绿色的水里。
他以为它再也不会回来。
第二年春天，他的罗盘坏了，四面都是浓雾。
他又听见了那首歌，就跟着歌声回到了港口。`,
    en: `In the fog the fisherman Lu Haisheng heard a whale singing.
He turned off the engine and let the boat drift with the waves.
The whale's tail was tangled in an old fishing net.
He cut with his knife for three hours, until his palms bled.
The last rope snapped, and the whale sank into the dark green water.
He thought that it would never come back.
The next spring his compass broke, with thick fog on every side.
He heard the song again, and followed it back to the harbour.`,
  },
  tea: {
    zh: `茶商罗文泰带着四十二箱茶叶翻过雪山。
骡子在冰上滑倒，六箱茶叶滚下了悬崖。
山谷里住着一位瞎眼的老和尚。
和尚闻到茶香，以为是佛祖送来的礼物。
他烧起雪水，请所有的牧羊人来喝。
罗文泰下山找货时，人们正围着火堆唱歌。
和尚递给他一只碗，说：“喝吧，这是天上掉下来的。”
他没有要一个铜板，只要了那只碗。`,
    en: `The tea merchant Luo Wentai was crossing the snow mountains with forty-two chests of tea.
A mule slipped on the ice, and six chests rolled over the cliff.
In the valley lived a blind old monk.
The monk smelled the tea and took it for a gift from the Buddha.
He boiled snow water and invited all the shepherds to drink.
When Luo Wentai came down to look for his goods, they were singing around a fire.
The monk handed him a bowl and said, "Drink, it has fallen from heaven."
He asked for no copper coin, only for the bowl.`,
  },
  school: {
    zh: `学校的屋顶漏雨，黑板下面放着五个水桶。
校长方老师写了十一封信，没有一封有回音。
学生们决定自己种向日葵来卖。
他们把操场的一半翻成了花圃。
八月，黄色的花比围墙还高。
一位路过的记者拍了一张照片，登在报纸的头版。
三周以后，木匠们带着瓦片和钉子来了。
新屋顶下面，那五个水桶里种着五棵向日葵。`,
    en: `The roof of the school leaked, and five buckets stood under the blackboard.
The headmaster, Mr Fang, wrote eleven letters, and not one was answered.
The pupils decided to grow sunflowers and sell them.
They dug up half of the playground for flower beds.
In August the yellow flowers were taller than the wall.
A passing journalist took a photograph, and it appeared on the front page of the newspaper.
Three weeks later carpenters came with tiles and nails.
Under the new roof five sunflowers grow in the five buckets.`,
  },
} satisfies Record<string, Story>;

/** Another translation of the clock, freer than the first. */
export const CLOCK_AGAIN = `For seventeen years the clock in the tower had not moved. Shen He repaired clocks, and each morning he passed beneath it with his eyes on the ground.
"Why won't it go, Grandpa?" a small girl wanted to know one day.
"Because sparrows have built their nest among the gears."
Next day she turned up carrying a ladder, with a basket over her arm.
Very gently she put the nest into the basket, and it now hangs at her window.
Then Shen He oiled the wheels and wound up the rusty spring.
When the bell struck twelve at noon, the frightened baker let a whole tray of bread fall.
The sparrows have come at the sound of the bell to eat the crumbs ever since.`;

/** Two reports of one event by different hands: what happened is the same, hardly a sentence is. */
export const REPORTS: Story = {
  zh: `（本报鹭汀3月14日电）鹭汀湾大桥工程指挥部14日宣布，大桥主缆当天上午全部架设完毕，比计划提前26天。
总工程师贺兰庭在现场对记者说，主缆由187根钢索组成，总重9300吨。
“最难的不是重量，而是风，”贺兰庭说。
市长欧阳晓岚出席了合龙仪式，并向工人代表颁发了奖章。
来自挪威的顾问埃里克·索尔海姆（Erik Solheim）表示，他从未见过这么快的施工速度。
环保组织“蓝湾之友”则担心桥墩会影响中华白海豚的迁徙。
大桥全长4860米，预计明年10月通车，届时从鹭汀到澜沙只需12分钟。
欧阳晓岚表示，市政府将在下周公布收费标准。`,
  en: `LUTING, China (AP) - For sixty years the ferry captain Tao Jin has watched the fog decide who gets to work on time.
By October he expects to be out of a job.
Across the water from his pier, cranes have hung the last cable of a bridge that will take drivers to Lansha in 12 minutes; his boat needs two hours.
"I will sell the engine and keep the whistle," he said Friday, as fireworks went off over Luting Bay.
A handful of protesters from Friends of the Blue Bay stood outside the ceremony with a white dolphin made of paper.
Mayor Ouyang Xiaolan walked past them without a word.
Erik Solheim, a Norwegian who advises the builders, said he would have believed in a delay sooner than in an early finish.
How much a crossing will cost has not been decided.
Chief engineer He Lanting, who grew up in a village that the approach road has replaced, wore his father's old straw hat.
Each of the 187 strands above him was spun in a factory inland and came down the river on barges.
`,
};
