import type { AnchorKind } from '../../model.ts';

/** What only a person does. */
const DEEDS = /^(?:[说說问問道笑喊叫答哭]|点头|摇头|点了点头|摇了摇头|先生|女士|小姐|太太|老师)/;

/** Whether a name stands in a text as that of a person who speaks or is addressed. */
export function speaks(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (DEEDS.test(text.slice(at + name.length, at + name.length + 4))) return true;
  }
  return false;
}

/** What may follow the name of a place: 鹭汀湾, 澜沙市. */
export const PLACE_ENDINGS: ReadonlySet<string> = new Set('省市县区镇乡村州路街港湾岛山河江湖寺');
const PLACE = /[州省市县区镇乡村街路巷湾岛山河江湖海港礁堤桥宫]$|码头$/u;
const INSTITUTION =
  /\b(?:University|College|Hospital|Bank|Court|Government|Administration|Authority|Union|Office|Centre|Center|Guard|Federation|Station|Institute|Company|Corporation|Ministry|Department|Committee|Association|Agency|Bureau|School|Party|Council)\b/;

/** What the name of an institution ends with. */
export const OFFICE =
  /(?:局|部|会|院|所|厅|处|署|社|校|团|队|公司|集团|中心|大学|学院|银行|办公室|站|政府|法院|工会|党)$/u;

/** Whether a Chinese name ends as those of places and institutions do. */
export function hasGenericEnding(zh: string): boolean {
  return PLACE.test(zh) || OFFICE.test(zh);
}

/** Whether an English name is that of an institution. */
export function isInstitution(en: string): boolean {
  return INSTITUTION.test(en);
}

/** What a name that no dictionary has seems to be, by its forms, its tag and the Chinese sentences in which it stands. */
export function seemingKind(zh: string, en: string, tag: string, texts: readonly string[]): AnchorKind {
  if (INSTITUTION.test(en) || tag.startsWith('nt')) return 'organisation';
  if (texts.some((text) => speaks(zh, text))) return 'person';
  if (PLACE.test(zh) || tag.startsWith('ns')) return 'place';
  return tag.startsWith('nr') ? 'person' : 'other';
}
