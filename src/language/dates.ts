/** Names of months and weekdays. */

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const CHINESE_WEEKDAYS = Array.from('一二三四五六日');

export const ENGLISH_MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|Jun(?:e|\\.)?|Jul(?:y|\\.)?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
export const ENGLISH_WEEKDAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';

/** `Sun.` and `Sat.` may end a sentence about the sun: only with a text after them are they days. */
export const ENGLISH_WEEKDAY_SHORT =
  '(?:(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri)\\.|(?:Sat|Sun)\\.(?=,| (?:[a-z\\d(]|[A-Z][a-z]{2,8}\\.? \\d))|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?=[-–](?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))|(?<=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[-–])(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))';

/** 1 to 12 of an English month, short forms included. */
export function monthNumber(name: string): number | undefined {
  const start = name.toLowerCase().slice(0, 3);
  const index = MONTHS.findIndex((month) => month.slice(0, 3) === start);
  return index < 0 ? undefined : index + 1;
}

/** 1 (Monday) to 7 (Sunday) of an English weekday, short forms included, or of the last character of a Chinese one. */
export function weekdayNumber(name: string): number | undefined {
  const start = name.toLowerCase().slice(0, 3);
  const english = start.length < 3 ? -1 : WEEKDAYS.findIndex((weekday) => weekday.startsWith(start));
  const index = english >= 0 ? english : CHINESE_WEEKDAYS.indexOf(name === '天' ? '日' : name);
  return index < 0 ? undefined : index + 1;
}
