/** Elements of a run that stand for a character. A soft hyphen shows only at the end of a line: it is none. */
export const CHARACTERS: readonly (readonly [string, string])[] = [
  ['tab', ' '],
  ['ptab', ' '],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '\u2011'],
];

const PICTURE_FONT = /symbol|dings/i;
/** Codes of the private use area have a meaning only in their font. */
const isPrivate = (code: number) => code >= 0xe000 && code <= 0xf8ff;
const LAST_CODE = 0x10ffff;

/** The character of a code in hexadecimal digits; undefined where only the font knows what it shows. */
export function symbolOf(font = '', digits = ''): string | undefined {
  const code = Number.parseInt(digits, 16);
  const isText = code <= LAST_CODE && !isPrivate(code) && !PICTURE_FONT.test(font);
  return isText ? String.fromCodePoint(code) : undefined;
}
