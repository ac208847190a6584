import { Converter } from 'opencc-js/t2cn';

type Convert = (text: string) => string;

const HAN = /\p{Script=Han}/u;

let toSimplified: Convert | undefined;

/**
 * The Simplified key of a Chinese text: Traditional, Taiwan and Hong Kong forms and what bad conversions
 * leave behind (分鍾, 克裏, 週三 in Simplified text) become one. Only a key for comparison, never written.
 * Sentence by sentence it has the length of the text, so that offsets into one are offsets into the other.
 */
export function simplify(text: string): string {
  // OpenCC would take as long for English, and change nothing.
  if (!HAN.test(text)) return text;
  toSimplified ??= Converter({ from: 'tw', to: 'cn' }) as Convert;
  const convert = toSimplified;
  const key = convert(text);
  if (key.length === text.length) return key;
  // A phrase of another length would shift all offsets behind it: go by single characters.
  return Array.from(text, (character) => {
    const single = convert(character);
    return single.length === character.length ? single : character;
  }).join('');
}

/**
 * Full-width letters, digits, percent and number marks as ASCII, spaces of all widths as a space; same length.
 * A full-width comma is one of thousands only among full-width digits: 300，400 are two numbers.
 */
export function narrow(text: string): string {
  return text.replace(
    /[\uff0b\uff0d\uff0e\uff10-\uff1a\uff21-\uff3a\uff41-\uff5a\uff05\u3000\u00a0\u2007\u202f]|(?<=[\uff10-\uff19])\uff0c(?=[\uff10-\uff19]{3})/g,
    (character) => {
      const code = character.charCodeAt(0);
      return code < 0xff00 || code === 0x3000 ? ' ' : String.fromCharCode(code - 0xfee0);
    },
  );
}

export function isHan(character: string): boolean {
  return HAN.test(character);
}
