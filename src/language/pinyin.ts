import { lookUp } from './dictionary.ts';

const known = new Map<string, readonly string[]>();

/** The readings of one Chinese character without tones, `ü` as `u`, as names are written: 吕 is `lu` and `lv`. */
export function readings(character: string): readonly string[] {
  let result = known.get(character);
  if (!result) {
    result = [...new Set(lookUp(character).flatMap(({ pinyin }) => spellings(pinyin)))].filter((s) =>
      /^[a-z]+$/.test(s),
    );
    known.set(character, result);
  }
  return result;
}

function spellings(pinyin: string): string[] {
  const plain = pinyin.toLowerCase().replace(/[1-5]/g, '');
  return plain.includes('u:') ? [plain.replace('u:', 'u'), plain.replace('u:', 'v')] : [plain];
}

/** The most spellings that `romanise` gives for one word. */
const MOST = 8;

/** The pinyin spellings of a word, syllables joined: 清扬 is `qingyang`; none when a character has no reading. */
export function romanise(word: string): readonly string[] {
  let spelled = [''];
  for (const character of word) {
    const syllables = readings(character);
    spelled = spelled.flatMap((start) => syllables.map((syllable) => start + syllable)).slice(0, MOST);
  }
  return spelled;
}

/** A syllable of pinyin cut into its initial, which may be empty, and its final: `zh` and `ong`. */
export function halvesOf(syllable: string): readonly [initial: string, final: string] {
  const initial = /^(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?/.exec(syllable)![0];
  return [initial, syllable.slice(initial.length)];
}
