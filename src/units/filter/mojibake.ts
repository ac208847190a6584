/** Text that was read in a charset that is not its own: 鏂囧瓧, Ã©, â€™, 锟斤拷, ÖÐÎÄ. */
import { readability } from '../../read/charset/readability.ts';
import { type ByteCharset, bytesIn, readAs } from './bytes.ts';
import type { Side } from './side.ts';

/** What is left of text that was decoded and encoded in vain, of memory that was never filled, and of byte order marks. */
const WRECKS = /锟斤拷|烫烫烫|屯屯屯|ï»¿|ï¿½|嚙[踝賢]|\u9225[\u6500-\u6fff]|\u95b3\u30e6|�/;
/** UTF-8 of Latin letters and of quotation marks and dashes, read as Windows-1252 or Latin-1. */
const UTF8_AS_LATIN =
  /[ÂÃ][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–‘‚“”„†‡•…‰‹›€™](?![\u00bb\u201c\u201d](?:\s|$))|[âï][\u0080€¼½¿][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]|[ÄÅÐÑÎÏ][\u0080-\u009f\u00a1-\u00a9\u00ac-\u00ba\u00bc-\u00bf](?=[ÄÅÐÑÎÏ])|[ä-éï][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–‘‚“”„†‡•…‰‹›€™]{2}/;
/** UTF-8 of the same, read as Mac Roman: ‚Äô, √©, ¬∞; √π is a number. */
const UTF8_AS_MAC = /‚(?:Ä[\u0080-\uffff]|Ç¨)|√[\u00a2-\u00af\u00b1-\u00ff†•ß™≠≤≥∂Æ]|¬[∞©®£±†]/;
/** UTF-8 of Chinese, read as Windows-1251 or KOI8-R: no Russian has such rows, nor frames of tables in its words. */
const UTF8_AS_CYRILLIC =
  /(?:[д-йп][ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЁЄЇІіґё№єјЅѕї\u00a0-\u00bf\u2013-\u2122]{2}){2}|[А-я][\u2550-\u25a0]{1,2}[А-я]/;
const CYRILLIC = /[\u0400-\u04ff]/;
/** A Chinese character that is grown together with an English word: caf茅. */
const HAN_AT_WORD = /(?<=[A-Za-z])\p{Script=Han}|\p{Script=Han}(?=[a-z]{2})/gu;
const WESTERN_LETTER = /^[\u00a0-\u017f]$/;
/** Question marks where English had an apostrophe, an accent, a quotation mark or a dash: It?s, na?ve, ?10. */
const LOST_APOSTROPHE = /[a-z]\?(?:s|t|re|ve|ll|d|m)(?![\w=&])/;
const LOST_MARK = /(?<![\w/.=&?-])(?:[A-Za-z]*[a-z]\?[a-z]+|\?[A-Za-z0-9]+)(?![\w=&/*?])|[a-z] \? [a-z]/;
const QUESTION = /[?？吗嗎呢]/;
/** Letters with accents stand in rows where bytes of Chinese were read as Latin letters; there is no such word. */
const HIGH_ROW = /[\u00a1-\u00ff\u0152-\u0192]{5}/;
/** Question marks where the characters of a text had no code: that many, and such a share of the text. */
const FEWEST_QUESTION_MARKS = 4;
const MOST_QUESTION_MARKS = 0.3;

/** Charsets that Chinese text is mistaken for → those that it may really be in. */
const MISTAKES: readonly (readonly [read: ByteCharset, really: ByteCharset])[] = [
  ['gb18030', 'utf-8'],
  ['big5', 'utf-8'],
  ['gb18030', 'big5'],
  ['big5', 'gb18030'],
  ['euc-kr', 'gb18030'],
  ['euc-kr', 'utf-8'],
  ['windows-1252', 'gb18030'],
  ['windows-1252', 'big5'],
  ['windows-1252', 'utf-8'],
];
/** Frequent characters make up more than this of nearly any Chinese text of as many characters. */
const READS_BADLY = 0.45;
const FEWEST_CHARACTERS = 4;
/** Only the beginning of a longer side is read. In UTF-16 units. */
const SIGHT = 80;
/** A text that was mistaken reads well in its own charset, and that much better. */
const READS_WELL = 0.55;
const BETTER = 0.25;
/** Big5 that is read as GBK is full of kana, but so is Japanese, and some of it reads well as Big5. */
const WELL_BEFORE_KANA = 0.7;

export function isMojibake(zh: Side, en: Side): boolean {
  return (
    isGarbled(zh) ||
    isGarbled(en) ||
    isLost(zh) ||
    hasLostMarks(en, zh) ||
    hasHanForAccents(en) ||
    isMistaken(zh) ||
    isMistaken(en)
  );
}

/** What shows by itself. */
function isGarbled({ text, broken, western, otherLetters }: Side): boolean {
  if (broken > 0 || WRECKS.test(text) || UTF8_AS_MAC.test(text)) return true;
  if (otherLetters > 0 && CYRILLIC.test(text) && UTF8_AS_CYRILLIC.test(text)) return true;
  return western > 0 && (UTF8_AS_LATIN.test(text) || HIGH_ROW.test(text));
}

/** A Chinese side of question marks. */
function isLost({ text, han }: Side): boolean {
  if (han > 0 || !text.includes('??')) return false;
  const marks = text.split('?').length - 1;
  return marks >= FEWEST_QUESTION_MARKS && marks > MOST_QUESTION_MARKS * text.length;
}

/** English that has lost the marks and letters beyond ASCII; where nobody asks anything in Chinese, the fewer signs do. */
function hasLostMarks({ text }: Side, zh: Side): boolean {
  if (!text.includes('?')) return false;
  return LOST_APOSTROPHE.test(text) || (LOST_MARK.test(text) && !QUESTION.test(zh.text));
}

/** English of which the accents, in UTF-8, were read as Chinese characters. */
function hasHanForAccents({ text, han, latin }: Side): boolean {
  if (han === 0 || latin === 0) return false;
  return (text.match(HAN_AT_WORD) ?? []).some((character) =>
    (['gb18030', 'big5'] as const).some((read) =>
      WESTERN_LETTER.test(readAs('utf-8', bytesIn(read, character))),
    ),
  );
}

/** What reads badly, and well once its bytes are read in another charset. */
function isMistaken({ text: whole, han, kana, hangul, western }: Side): boolean {
  if (han + western < FEWEST_CHARACTERS) return false;
  const text = whole.slice(0, SIGHT);
  const now = readability(text, false);
  if (now.count < FEWEST_CHARACTERS || now.score >= READS_BADLY) return false;
  const well = kana > 0 ? WELL_BEFORE_KANA : READS_WELL;
  return MISTAKES.some(([read, really]) => {
    if ((read === 'windows-1252') === han > 0 || (read === 'euc-kr') !== hangul > 0) return false;
    const bytes = bytesIn(read, text);
    const then = readability(readAs(really, bytes), false);
    return then.count > 1 && then.score >= well && then.score >= now.score + BETTER;
  });
}
