/** What the punctuation of one sentence says. Marks of both languages and widths are told as one. */
export interface Marks {
  readonly questions: number;
  readonly exclamations: number;
  readonly colons: number;
  readonly dashes: number;
  readonly brackets: number;
  readonly commas: number;
  readonly opened: number;
  readonly closed: number;
  /** Whether the sentence begins inside a quotation that an earlier one opened. */
  readonly beginsQuoted: boolean;
  /** Whether a quotation is still open behind it. */
  readonly endsQuoted: boolean;
  /** Whether its first sign opens a quotation. */
  readonly startsWithQuote: boolean;
  /** The kind of its last mark: `.`, `?`, `!`, `:`, `…`, or nothing, as a heading has. */
  readonly last: string;
  /** Whether it ends with a colon or without any mark. */
  readonly endsOpen: boolean;
}

/** The marks that are counted over the sentences of a bead. */
export const MARK_COUNTS = [
  'questions',
  'exclamations',
  'colons',
  'dashes',
  'brackets',
  'commas',
  'opened',
  'closed',
] as const satisfies readonly (keyof Marks)[];

const QUOTE = /["“”„‟「」『』＂〝〞]|(?<=^|[\s(])['‘](?=\p{L})|(?<=[,.!?…])['’](?=\s|$)/gu;
const OPENING = new Set('“„「『〝‘');
const CLOSING = new Set('”‟」』〞’');
const LAST_MARKS: Readonly<Record<string, string>> = Object.fromEntries(
  ['.。．', '?？', '!！', ':：', '…⋯'].flatMap((group) =>
    Array.from(group, (mark) => [mark, group[0] ?? '']),
  ),
);

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** The marks of each sentence of a part, in order. */
export function readMarks(texts: readonly string[]): Marks[] {
  let quoted = false;
  return texts.map((text) => {
    const beginsQuoted = quoted;
    let opened = 0;
    let closed = 0;
    for (const match of text.matchAll(QUOTE)) {
      quoted = opens(text, match.index, match[0], quoted);
      if (quoted) opened++;
      else closed++;
    }
    const last = lastMark(text);
    return {
      questions: count(text, /[?？]+/g),
      exclamations: count(text, /[!！]+/g),
      colons: count(text, /[:：]/g),
      dashes: count(text, /[—–―]+|--+/g),
      brackets: count(text, /[(（[【〔]/g),
      commas: count(text, /[,，、;；]/g),
      opened,
      closed,
      beginsQuoted,
      endsQuoted: quoted,
      startsWithQuote: /^\s*["“„「『＂〝]/.test(text),
      last,
      endsOpen: last === '' || last === ':',
    };
  });
}

/** Curly and corner quotes say themselves what they do; straight ones by the white space around them. */
function opens(text: string, at: number, mark: string, quoted: boolean): boolean {
  if (OPENING.has(mark)) return true;
  if (CLOSING.has(mark)) return false;
  const before = text[at - 1];
  const after = text[at + 1];
  const spaceBefore = before === undefined || /[\s(]/.test(before);
  const spaceAfter = after === undefined || /[\s)]/.test(after);
  return spaceBefore === spaceAfter ? !quoted : spaceBefore;
}

const BEHIND_LAST = /["“”‘’'「」『』)）】\]\s]/u;

function lastMark(text: string): string {
  let end = text.length;
  while (end > 0 && BEHIND_LAST.test(text[end - 1]!)) end--;
  return LAST_MARKS[text[end - 1] ?? ''] ?? '';
}
