/** Which language a line is in, told from the line alone. */
import type { Language } from '../model.ts';
import { LATIN_TONGUES } from './latin-tongues.ts';
import { type ScriptWeight, scriptWeight } from './script.ts';

/** `zh`, `en`, or the name of another language, for messages: `Japanese`, `Cyrillic letters`. */
export type Tongue = string;

export function isAligned(tongue: Tongue): tongue is Language {
  return tongue === 'zh' || tongue === 'en';
}

/** A line that says less, in Latin letters, does not tell its language: `OK`, `p.m.`, a lone character. */
const TELLING_WEIGHT = 4;
/**
 * Chinese names people and products in Latin letters, English hardly ever in Han characters: a line with both is
 * English only when it says this many times more in Latin, and says it with English words, not names alone.
 */
const LATIN_PREVAILS = 2;
const ENGLISH_WORD = /\b(?:the|a|an|of|and|or|to|in|on|at|is|are|was|were|for|by|with|from|that|it)\b/i;

/** Japanese is a third to two thirds kana; Chinese has a の in a brand name. */
const JAPANESE_SHARE = 0.15;
const FEWEST_KANA = 3;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Scripts that write neither Chinese nor English, and what to call what is written in them. */
const SCRIPTS: readonly (readonly [Tongue, RegExp])[] = [
  ['Korean', /\p{Script=Hangul}/gu],
  ['Cyrillic letters', /\p{Script=Cyrillic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Arabic letters', /\p{Script=Arabic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Devanagari letters', /\p{Script=Devanagari}/gu],
];
const MAY_BE_FOREIGN =
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]/u;

/** Foreign languages in Latin letters show in their small words; a line with fewer words of any kind shows nothing. */
const FEWEST_WORDS = 5;
const LEAST_SHARE = 0.2;
/** Names and quotations bring a small word or two of another language into English. */
const PREVAILS = 2;
const WORDS = /[\p{Script=Latin}\p{M}'’]+/gu;
/** Only the beginning of a long line is looked at. */
const SIGHT = 600;

export interface ToldLine {
  /** undefined: the line does not tell. */
  readonly tongue: Tongue | undefined;
  /** How much it says, in Latin letters. */
  readonly weight: number;
}

export function tell(line: string): ToldLine {
  const script = scriptWeight(line);
  const foreign = MAY_BE_FOREIGN.test(line) ? foreignScript(line, script) : undefined;
  if (foreign) return foreign;
  const weight = script.han + script.latin;
  return { tongue: weight < TELLING_WEIGHT ? undefined : chineseOrLatin(line, script), weight };
}

function chineseOrLatin(line: string, { han, latin }: ScriptWeight): Tongue | undefined {
  if (han > latin) return 'zh';
  if (han === 0) return latinTongue(line);
  return latin >= LATIN_PREVAILS * han && ENGLISH_WORD.test(line) ? 'en' : undefined;
}

function foreignScript(line: string, { han, latin }: ScriptWeight): ToldLine | undefined {
  const kana = count(line, KANA);
  const characters = han / 3;
  if (kana >= FEWEST_KANA && kana >= JAPANESE_SHARE * (kana + characters) && latin < kana + han) {
    return { tongue: 'Japanese', weight: kana + han };
  }
  for (const [name, script] of SCRIPTS) {
    const letters = count(line, script);
    if (letters >= TELLING_WEIGHT && letters > han + latin) return { tongue: name, weight: letters };
  }
  return undefined;
}

/** English, unless small words of another language say otherwise. */
function latinTongue(line: string): Tongue {
  const words = line.slice(0, SIGHT).toLowerCase().match(WORDS) ?? [];
  if (words.length < FEWEST_WORDS) return 'en';
  const english = words.filter((word) => ENGLISH_WORD.test(word)).length;
  let most = Math.max(LEAST_SHARE * words.length, PREVAILS * english);
  let tongue: Tongue = 'en';
  for (const [name, isOfIt] of LATIN_TONGUES) {
    const own = words.filter(isOfIt).length;
    if (own <= most) continue;
    most = own;
    tongue = name;
  }
  return tongue;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
