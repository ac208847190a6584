/**
 * East Asian Wide and Fullwidth characters (Unicode Standard Annex 11) in blocks, coarse at the edges:
 * what a terminal shows in two columns.
 */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]/u;
const ZERO_WIDTH = /\p{Mn}|\p{Me}|[\u200B-\u200D\u2060\uFEFF]/u;

/** C0 and C1 controls, line and paragraph separators, and the marks that turn the direction of writing. */
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The text with every control character written as `\u001b`, so that no file can steer a terminal. */
export function printable(text: string): string {
  return text.replaceAll(CONTROL, escaped);
}

/** Like `printable`, for text of several lines or with tabs between its fields. */
export function printableLines(text: string): string {
  return text.replaceAll(CONTROL, (character) => (/[\n\t]/.test(character) ? character : escaped(character)));
}

/** How many columns the text takes on a terminal; wide characters take 2. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += ZERO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}

/** What must stay on one line: a wide character with the closing marks after it, or a word, with its spaces. */
const UNBREAKABLE = new RegExp(
  `${WIDE.source}[，。、；：？！）》」』】〉”’…—]*\\s*|(?:(?!${WIDE.source})\\S)+\\s*|\\s+`,
  'gu',
);

/** Cuts a text into lines of at most `columns` columns; a word longer than that is cut as well. */
export function wrap(text: string, columns: number): string[] {
  return fill(
    Array.from(text.matchAll(UNBREAKABLE), ([piece]) => piece),
    columns,
  );
}

/** Lines of at most `columns` columns, of pieces that are cut only where they are wider than a line. */
function fill(pieces: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  const place = (piece: string) => {
    if (line && width((line + piece).trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  };
  for (const piece of pieces) {
    if (width(piece.trimEnd()) > columns) for (const character of piece) place(character);
    else place(piece);
  }
  return [...lines, line.trimEnd()];
}

/** The text wrapped beside a label; `columns` is the width of the whole. */
export function labelled(label: string, text: string, labelColumns: number, columns = 80): string {
  return beside(label, wrap(text, columns - labelColumns), labelColumns);
}

/** Like `labelled`, for a list whose entries stay in one piece. */
export function labelledList(
  label: string,
  entries: readonly string[],
  labelColumns: number,
  columns = 80,
): string {
  const pieces = entries.map((entry, i) => (i < entries.length - 1 ? `${entry}, ` : entry));
  return beside(label, fill(pieces, columns - labelColumns), labelColumns);
}

function beside(label: string, [first = '', ...rest]: readonly string[], labelColumns: number): string {
  const indent = ' '.repeat(labelColumns);
  return [padEnd(label, labelColumns) + first, ...rest.map((line) => indent + line)].join('\n');
}

/** The rows as an aligned table with two spaces between the columns; columns in `right` are set flush right. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...rows.map((row) => width(row[i] ?? ''))),
  );
  const cell = (text: string, i: number) =>
    right.includes(i) ? ' '.repeat(widths[i]! - width(text)) + text : padEnd(text, widths[i]!);
  return rows.map((row) => `${row.map(cell).join('  ').trimEnd()}\n`).join('');
}

function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}
