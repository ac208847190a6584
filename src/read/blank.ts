/**
 * What may stand between sentences but never at the end of one: white space, no-break and ideographic spaces
 * among it, and characters without width.
 */
const BLANKS: ReadonlySet<number> = new Set([
  ...[0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xa0, 0x1680, 0x180e],
  ...[0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a],
  ...[0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff],
]);

/** Whether the character at `index` is blank; the places before and after the text count as blank. */
export function isBlankAt(text: string, index: number): boolean {
  return index < 0 || index >= text.length || BLANKS.has(text.charCodeAt(index));
}

/** The index of the first character at or after `index` that is not blank, `end` if there is none. */
export function skipBlanks(text: string, index: number, end: number): number {
  let next = index;
  while (next < end && isBlankAt(text, next)) next++;
  return next;
}

/** [start, end) without the blank characters at its ends; may be empty. */
export function trim(text: string, start: number, end: number): { start: number; end: number } {
  const from = skipBlanks(text, start, end);
  let to = end;
  while (to > from && isBlankAt(text, to - 1)) to--;
  return { start: from, end: to };
}

export function isBlank(text: string): boolean {
  return skipBlanks(text, 0, text.length) === text.length;
}
