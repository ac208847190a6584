import { readings } from '../language/pinyin.ts';
import { plainLetters } from '../language/sound.ts';

/** A foreign name of CC-CEDICT in Chinese and what Latin word it may be, plain letters: of several one is it. */
export interface ForeignName {
  readonly chinese: string;
  readonly forms: readonly string[];
  readonly gloss: string;
  /** False for one of the names in 史蒂夫·乔布斯. */
  readonly isWhole: boolean;
  /** Whether it is the whole or the last of the names in 史蒂夫·乔布斯. */
  readonly isLast: boolean;
}

/** What names of China, Japan, Korea and Vietnam say, and what is no name or explained elsewhere. */
const NOT_FOREIGN =
  /\b(?:Taiwan(?:ese)?|Japan(?:ese)?|Korean?|Vietnam(?:ese)?|Chin(?:a|ese)|PRC|Tibet(?:an)?|Xinjiang|Mongolian?|Hong Kong|Macau|dynasty|[Ee]mperor|Buddh(?:a|ism|ist)|Confucian|Sichuan|Yunnan|Guangxi|Guangdong|Qinghai|Gansu|county|[Tt]ownship|district|Ming|Qing|surname|abbr|see|variant|pr\.|same as|ethnic|constellation|species|mythology|company|brand|website)\b|\p{Script=Han}/u;
const ELSEWHERE = /surname |^abbr\. for|^see /;
/** Last characters of what is not rendered to its end: languages, peoples, creeds, kinds of things. */
const MEANT = /[人语文族教派学节座主义]$/u;
const REMARKS = /\((?:person )?name\)|\(Tw\)|\(loanword\)|^the /g;
const NAME_WORD = /^(?:\p{Lu}|Mc|d'|al-)[\p{L}\p{M}'’-]*$/u;
const SMALL_WORD = /^(?:de|la|el|van|von|der|al|du|di|da|le|of|bin|ibn|the|den)$/;
const MOST_WORDS = 4;
const MOST_CHARACTERS = 8;

/** The foreign names in the text of dist/dictionary.tsv. */
export function foreignNames(dictionary: string): ForeignName[] {
  const found = new Map<string, ForeignName>();
  for (const line of dictionary.split('\n')) {
    const [simplified = '', , pinyin = '', ...glosses] = line.split('\t');
    if (!isForeign(simplified, pinyin) || glosses.some((gloss) => ELSEWHERE.test(gloss))) continue;
    for (const name of glosses.flatMap((gloss) => namesIn(simplified, gloss))) {
      const id = [name.chinese, ...name.forms].join(' ');
      if (!found.has(id)) found.set(id, name);
    }
  }
  return [...found.values()];
}

/** Chinese persons have a second capital in their pinyin: `Wang2 Yi4`; foreign ones have none: `De2 lai2 se4`. */
function isForeign(simplified: string, pinyin: string): boolean {
  if (MEANT.test(simplified) || !/^\p{Lu}/u.test(pinyin) || !/^[\p{Script=Han}·]+$/u.test(simplified))
    return false;
  return simplified.includes('·') || !/\s\p{Lu}/u.test(pinyin);
}

function namesIn(simplified: string, gloss: string): ForeignName[] {
  if (NOT_FOREIGN.test(gloss)) return [];
  const head = gloss
    .replace(REMARKS, ' ')
    .replace(/["“”]/g, ' ')
    .split(/[,(]|\s[-–]/)[0]!;
  return head
    .split(/ or |[;/]/)
    .flatMap((text) => pairsOf(simplified, text.trim().split(/\s+/)))
    .map(([chinese, words]) => ({
      chinese,
      forms: [...new Set(words.map(plainLetters))].filter(
        (form) => form.length >= 2 && !isPinyin(chinese, form),
      ),
      gloss,
      isWhole: chinese === simplified,
      isLast: simplified.endsWith(chinese),
    }))
    .filter(
      ({ chinese, forms }) => forms.length > 0 && chinese.length >= 2 && chinese.length <= MOST_CHARACTERS,
    );
}

/** Which Latin words each part of the Chinese may be. */
function pairsOf(simplified: string, all: readonly string[]): [chinese: string, words: readonly string[]][] {
  const words = all.filter((word) => NAME_WORD.test(word));
  const isName = all.every(
    (word) => NAME_WORD.test(word) || SMALL_WORD.test(word) || /^\p{Lu}\.$/u.test(word),
  );
  if (!isName || !words.length || all.length > MOST_WORDS) return [];
  const parts = simplified.split('·');
  if (parts.length === 1) return [[simplified, words.length === 1 ? words : [...words, words.join('')]]];
  return parts.length === words.length ? parts.map((part, k) => [part, [words[k]!]]) : [];
}

function isPinyin(chinese: string, form: string): boolean {
  let read = [''];
  for (const character of chinese) {
    const longer = read.flatMap((start) => readings(character).map((syllable) => start + syllable));
    read = longer.filter((start) => form.startsWith(start));
  }
  return read.includes(form);
}
