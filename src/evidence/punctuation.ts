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

const QUOTES = 1;
/** The marks that are counted, each with a bit for the characters that it begins with. */
const COUNTED = [
  { name: 'questions', characters: '?？', pattern: /[?？]+/g, bit: 2 },
  { name: 'exclamations', characters: '!！', pattern: /[!！]+/g, bit: 4 },
  { name: 'colons', characters: ':：', pattern: /[:：]/g, bit: 8 },
  { name: 'dashes', characters: '—–―-', pattern: /[—–―]+|--+/g, bit: 16 },
  { name: 'brackets', characters: '(（[【〔', pattern: /[(（[【〔]/g, bit: 32 },
  { name: 'commas', characters: ',，、;；', pattern: /[,，、;；]/g, bit: 64 },
] as const;
const BITS = new Uint8Array(0x10000);
for (const { characters, bit } of COUNTED) for (const c of characters) BITS[c.charCodeAt(0)]! |= bit;
for (const quote of '"“”„‟「」『』＂〝〞\'‘’') BITS[quote.charCodeAt(0)]! |= QUOTES;

/** Bits of the marks that stand in a text, so that no pattern looks for others. */
function marksIn(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= BITS[text.charCodeAt(at)]!;
  return bits;
}

type Counts = Record<(typeof COUNTED)[number]['name'], number>;

function countsOf(text: string, marks: number): Counts {
  const counts: Counts = { questions: 0, exclamations: 0, colons: 0, dashes: 0, brackets: 0, commas: 0 };
  for (const { name, pattern, bit } of COUNTED) {
    if (marks & bit) counts[name] = text.match(pattern)?.length ?? 0;
  }
  return counts;
}

/** The marks of each sentence of a part, in order. */
export function readMarks(texts: readonly string[]): Marks[] {
  let quoted = false;
  return texts.map((text) => {
    const beginsQuoted = quoted;
    let opened = 0;
    let closed = 0;
    const marks = marksIn(text);
    for (const match of marks & QUOTES ? text.matchAll(QUOTE) : []) {
      quoted = opens(text, match.index, match[0], quoted);
      if (quoted) opened++;
      else closed++;
    }
    const counts = countsOf(text, marks);
    const last = lastMark(text);
    return {
      questions: counts.questions,
      exclamations: counts.exclamations,
      colons: counts.colons,
      dashes: counts.dashes,
      brackets: counts.brackets,
      commas: counts.commas,
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
