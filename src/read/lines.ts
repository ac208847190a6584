/** A slice [start, end) of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The lines of a text without their line breaks; a text that ends in a line break ends in an empty line. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const found of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
    lines.push({ start, end: found.index });
    start = found.index + found[0].length;
  }
  lines.push({ start, end: text.length });
  return lines;
}
