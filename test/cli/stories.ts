/** One sentence a line, and each line the translation of its partner. */
export const WATCH_ZH = `林秋在镇上开了一家修表店。
每天早上八点，她准时打开店门。
去年冬天，一位老人带来了一只1923年的怀表。
“这只表还能修好吗？”老人问。
林秋看了很久，最后点了点头。
`;

export const WATCH_EN = `Lin Qiu ran a watch repair shop in the town.
Every morning at eight o'clock she opened the door of the shop on time.
Last winter an old man brought in a pocket watch from 1923.
"Can this watch still be repaired?" the old man asked.
Lin Qiu looked at it for a long time and finally nodded.
`;

export const WATCH_ZH_TW = `林秋在鎮上開了一家修錶店。
每天早上八點，她準時打開店門。
去年冬天，一位老人帶來了一只1923年的懷錶。
「這只錶還能修好嗎？」老人問。
林秋看了很久，最後點了點頭。
`;

export const BRIDGE_ZH = `那座石桥有四百二十米长。
工人们花了三年才把它建成。
如今每年有六万名游客来看它。
`;

export const BRIDGE_EN = `The stone bridge is 420 metres long.
It took the workers three years to build it.
Today 60,000 tourists come to see it every year.
`;

/** A page as one copies it from the web: the English version between two Chinese ones. */
export const PAGE = [WATCH_ZH, WATCH_EN, WATCH_ZH_TW].join('\n');
