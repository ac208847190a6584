/** A part of a document that can be read without the rest of it. */
export interface Chunk {
  readonly text: string;
  /** It has no mark of Markdown: every block of it is a paragraph. */
  readonly isPlain: boolean;
}

/**
 * In UTF-16 units. The parser takes quadratic time for some marks, so it gets a document in parts: blocks are joined up
 * to the first length, and cut up from there to the second.
 */
const SHORT_CHUNK = 2048;
const LONG_CHUNK = 4096;

const BLANK = /^\s*$/;
const INDENT = /^[ \t]*/;
/** A line with which a block may begin, after a blank one. */
const STARTS_BLOCK = /^\S/;
/** A line that begins a block without a blank one before it. */
const STARTS_ITEM = /^(?:[-*+] +\S|#{1,6} )/;
const ENDS_SENTENCE = /[.!?…。！？][\s"'”’」』）)*_]*$/;
const SENTENCE_END = /[.!?…。！？]["'”’」』）)*_]*\s*/g;
const WORD_END = /\s+/g;
/** A unit that is no first half of a character. */
const CHARACTER_END = /[^\ud800-\udbff]/g;
const MARKED = /[\\`*_[\]<>&|~]|^[ \t]*(?:[-+=#]|\d{1,9}[.)][ \t])|^(?: {4}| {0,3}\t)|(?: {2})$/m;
const DELIMITER_ROW = /^[ >]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** The parts of a document, between blank lines if may be. */
export function* chunksOf(lines: readonly string[]): Generator<Chunk> {
  let gathered = '';
  for (const block of blocksOf(lines)) {
    const text = block.join('\n');
    const isPlain = !MARKED.test(text);
    if (gathered && (isPlain || gathered.length + text.length > SHORT_CHUNK)) {
      yield { text: gathered, isPlain: false };
      gathered = '';
    }
    if (isPlain) yield { text, isPlain };
    else if (text.length <= LONG_CHUNK) gathered += `${text}\n\n`;
    else for (const part of partsOf(block)) yield { text: part, isPlain: false };
  }
  if (gathered) yield { text: gathered, isPlain: false };
}

function* blocksOf(lines: readonly string[]): Generator<string[]> {
  let block: string[] = [];
  let isAfterBlank = false;
  for (const line of lines) {
    if (isAfterBlank && STARTS_BLOCK.test(line)) {
      yield block;
      block = [];
    }
    block.push(line);
    isAfterBlank = BLANK.test(line);
  }
  yield block;
}

/**
 * A block that is too long, cut before items of a list and after sentences if may be. The rows of a table are given
 * its second line again, without which they would be text; what is indented is not, or it would be code.
 */
function* partsOf(block: readonly string[]): Generator<string> {
  let part = '';
  let head = '';
  let margin = 0;
  let last = '';
  for (const line of block.flatMap(shortLines)) {
    if (isCut(part, last, line, head !== '')) {
      yield part;
      part = head;
      margin = INDENT.exec(line)![0].length;
    }
    if (BLANK.test(line)) head = '';
    else if (last.includes('|') && line.includes('|') && DELIMITER_ROW.test(line)) head = tableHead(line);
    part += `${line.slice(Math.min(margin, INDENT.exec(line)![0].length))}\n`;
    last = line;
  }
  yield part;
}

function isCut(part: string, last: string, line: string, isTable: boolean): boolean {
  if (part.length + line.length > LONG_CHUNK) return part !== '';
  if (part.length < SHORT_CHUNK) return false;
  return isTable || STARTS_ITEM.test(line) || ENDS_SENTENCE.test(last);
}

/** An empty first line of a table with as many columns, and the second. */
function tableHead(delimiterRow: string): string {
  const lead = /^[ >]*/.exec(delimiterRow)![0].trimStart();
  const columns = delimiterRow.match(/-+/g)!.length;
  return `${lead}|${' |'.repeat(columns)}\n${lead}|${'-|'.repeat(columns)}\n`;
}

/** The line in parts that are short enough, cut after sentences, or else words, if may be. */
function shortLines(line: string): string[] {
  const parts: string[] = [];
  let start = 0;
  while (line.length - start > LONG_CHUNK) {
    const end = start + SHORT_CHUNK + endIn(line.slice(start + SHORT_CHUNK, start + LONG_CHUNK));
    parts.push(line.slice(start, end));
    start = end;
  }
  return [...parts, line.slice(start)];
}

/** Where a text that is too long is best cut. */
function endIn(text: string): number {
  for (const end of [SENTENCE_END, WORD_END, CHARACTER_END]) {
    const last = Array.from(text.matchAll(end)).at(-1);
    if (last) return last.index + last[0].length;
  }
  return text.length;
}
