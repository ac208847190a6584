/** Whether each side is in its language, told by scripts, and of languages in Latin letters by their small words. */
import { LATIN_TONGUES } from '../../read/latin-tongues.ts';
import { tell } from '../../read/tongue.ts';
import { FURTHER_TONGUES } from './further-tongues.ts';
import { type Side, sideOf } from './side.ts';

/** A Chinese character says as much as so many Latin letters. */
const LETTERS_PER_HAN = 3;
/** Shorter words without any Chinese character may be a name, which Chinese leaves as it is. */
const LONGEST_NAME = 3;
/** A line with fewer letters of another script quotes it, or spells a name. */
const FEWEST_FOREIGN = 2;
/** The share of letters in another script that no longer quotes: Japanese is a third to two thirds kana. */
const FOREIGN_SHARE = 0.15;
const FOREIGN_WORD =
  /(?:(?![\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])\p{L}\p{M}*){2}/u;
/** Forms that only Japanese has: with a kana or another of them, and so much of a short text, they are no name. */
const ONLY_JAPANESE =
  /[圧囲壱隠栄駅円塩応桜仮価覚楽関観帰拠挙勲恵掲継検権顕験広鉱済剤雑桟賛歯児釈従縦処奨焼乗剰畳嬢譲醸図粋酔髄瀬斉専戦銭繊捜挿巣蔵臓続対帯滝択沢単団弾鋳庁聴逓鉄転闘読縄悩脳廃拝売発髪抜払辺舗穂訳薬様謡頼覧猟塁隷霊齢営変気渋渇]/g;
const FEWEST_JAPANESE = 2;
const JAPANESE_SHARE = 0.08;
/** English names a person and adds the characters; with a tenth of them outside brackets and quotation marks it is left undone. */
const HAN_IN_ENGLISH = 0.12;
const FEWEST_HAN = 3;
const QUOTED = /[([（［【「『《〈“"'‘][^()[\]（）［］【】「」『』《》〈〉“”"]{0,80}[)\]）］】」』》〉”"'’]/g;

/** Small words of English that are none in the languages that it is told from. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    'the of and to or on at is are was were for by with from that it this you he she we they my your his her our not be ' +
    'been has have had does did will would can could but if what who how when there its'
  ).split(' '),
);
/** Words of other languages that are English ones, too. */
const AMBIGUOUS: ReadonlySet<string> = new Set(
  'no do me as a i so in an die hat war den he am sin come mas'.split(' '),
);
/** Accents are on a word or two of English, but on more in most other languages. */
const ACCENTED = /[^\u0000-\u007f\P{Script=Latin}]/u;
/** The end of it's and they'll. */
const CONTRACTED = /(?:n?['’](?:s|t|re|ll|ve|d|m))$/;
const FEWEST_WORDS = 4;
/** In fewer words, one small word of another language is a name or a loan. */
const FEWEST_WORDS_WITH_ENGLISH = 5;
const WIDE = /[\uff21-\uff5a]/;
/** In a name of two or three words these are not: `About us`. */
const NEVER_IN_NAMES =
  /(?:^|\s)(?:about|us|our|your|my|we|you|is|are|this|that|with|from|how|what|apply)(?=\s|$)/i;
const LATIN_WORDS = /[\p{Script=Latin}\p{M}'’]+/gu;
const SMALL_INITIAL = /(?<![\p{L}\p{M}'’])\p{Ll}/gu;
/** Only the beginning of a long side is looked at. */
const SIGHT = 240;
/** A syllable of Mandarin as pinyin writes it without its tone. */
const SYLLABLE =
  '(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:i(?:a(?:ng|n|o)?|e|n(?:g)?|o(?:ng)?|u)?|u(?:a(?:i|ng|n)?|e|i|n|o)?|ü(?:e|n)?|a(?:i|ng|n|o)?|e(?:i|ng|n|r)?|o(?:u|ng)?)';
const PINYIN = new RegExp(`^(?:${SYLLABLE}){1,4}$`, 'i');
const PINYIN_SHARE = 0.9;
const FEWEST_SYLLABLES = 3;

export function isInWrongLanguage(zh: Side, en: Side): boolean {
  return isNotChinese(zh) || isNotEnglish(en);
}

function isNotChinese(zh: Side): boolean {
  if (isForeign(zh) || isJapaneseInHan(zh)) return true;
  if (zh.latin === 0) return false;
  if (zh.han === 0) return zh.words > LONGEST_NAME || (zh.words > 1 && NEVER_IN_NAMES.test(zh.text));
  return zh.latin > LETTERS_PER_HAN * zh.han && tell(zh.text).tongue === 'en';
}

/** Headings and notices with hardly a kana: 駐車場利用料金の支払方法. */
function isJapaneseInHan({ text, han, kana }: Side): boolean {
  const forms = new Set(text.match(ONLY_JAPANESE)).size;
  return forms >= JAPANESE_SHARE * han && forms > 0 && forms + Math.min(kana, 1) >= FEWEST_JAPANESE;
}

function isNotEnglish(en: Side): boolean {
  if (isForeign(en)) return true;
  if (en.han >= FEWEST_HAN && LETTERS_PER_HAN * hanOutside(en) > HAN_IN_ENGLISH * en.latin) return true;
  if (en.han > 0 && en.latin === 0) return true;
  return en.words >= FEWEST_WORDS && isOtherLatin(en.text.slice(0, SIGHT));
}

/** Japanese, Korean, Russian and others by their scripts; a quotation is none, unless there is nothing else. */
function isForeign(side: Side): boolean {
  if (!isMostlyForeign(side)) return false;
  const outside = sideOf(unquoted(side.text));
  return outside.letters === 0 || isMostlyForeign(outside);
}

function isMostlyForeign({ text, kana, hangul, otherLetters, letters, latin }: Side): boolean {
  // Letters that stand alone are signs: α, β and π.
  const ofWords = otherLetters >= FEWEST_FOREIGN && FOREIGN_WORD.test(text) ? otherLetters : 0;
  const foreign = Math.max(kana, hangul, ofWords);
  return foreign >= FEWEST_FOREIGN && foreign >= FOREIGN_SHARE * (letters - latin / 2);
}

/** Chinese characters that stand neither in brackets nor in quotation marks. */
function hanOutside({ text }: Side): number {
  const outside = unquoted(text).match(/\p{Script=Han}/gu)?.length ?? 0;
  return outside >= FEWEST_HAN ? outside : 0;
}

/** Brackets may stand in brackets. */
function unquoted(text: string): string {
  return text.replace(QUOTED, ' ').replace(QUOTED, ' ');
}

/** French, German, pinyin and others: by their own small words, or by accents where there are no English ones. */
function isOtherLatin(text: string): boolean {
  const narrow = WIDE.test(text) ? text.normalize('NFKC') : text;
  const words = narrow.toLowerCase().match(LATIN_WORDS) ?? [];
  if (words.length < FEWEST_WORDS) return false;
  const english = words.filter((word) => SMALL_WORDS.has(word.replace(CONTRACTED, ''))).length;
  if (english > words.length / 5) return false;
  const least = Math.max(2, words.length / 7, english + 1);
  const telling = words.filter((word) => !AMBIGUOUS.has(word));
  const different = [...new Set(words)];
  // Ha ha ha! and Na na na! are not Spanish: two words of it tell.
  const isOf = (isOfIt: (word: string) => boolean) =>
    telling.filter(isOfIt).length >= least && different.filter(isOfIt).length > 1;
  if (LATIN_TONGUES.some(([, isOfIt]) => isOf(isOfIt)) || FURTHER_TONGUES.some(isOf)) return true;
  if (english > 0) return false;
  // A row of names of Chinese people is pinyin, too.
  const small = narrow.match(SMALL_INITIAL) ?? [];
  if (words.length < FEWEST_WORDS_WITH_ENGLISH && small.length < words.length - 1) return false;
  const accented = words.filter((word) => ACCENTED.test(word)).length;
  // Laughter and refrains are syllables, too, but the same ones: ha ha, na na na.
  const syllables =
    different.length < FEWEST_SYLLABLES ? 0 : words.filter((word) => PINYIN.test(word)).length;
  return accented >= Math.max(2, words.length / 8) || syllables >= PINYIN_SHARE * words.length;
}
