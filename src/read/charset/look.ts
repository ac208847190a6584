/** The charset of bytes, found by looking: a byte order mark, then whether they are UTF-8, then how they read. */
import { isAscii, isUtf8 } from 'node:buffer';
import { declaredCharset } from './declared.ts';
import { CHARSETS, type Charset, charsetNamed, isWide, TITLES } from './names.ts';
import { LEAST_SCORE, type Readability, readability } from './readability.ts';
import { isCut, readAnyhow } from './reading.ts';

export interface Finding {
  readonly charset: Charset;
  /** Why, as whole sentences. */
  readonly reason: string;
}

/** A charset that bytes may be in, and how they read in it. */
interface Candidate extends Readability {
  readonly charset: Charset;
  readonly text: string;
  /** Its score, and what the document says of itself. */
  readonly chance: number;
}

const MARKS: readonly (readonly [Charset, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** How much is read to see how it reads, in bytes: a long chapter. */
const SAMPLE = 1 << 18;
/** How many bytes are searched at a time for the first one beyond ASCII, and at the beginning for zero bytes. */
const BLOCK = 4096;
const LINE_FEED = 0x0a;

/** By how many frequent characters a charset must be better than the next. It matters for texts of a few characters. */
const LEAST_LEAD = 0.75;
/** What a document says of itself adds so much to the score of that charset; it needs no lead. */
const DECLARED = 0.25;

/** What UTF-8 has three and four bytes for in English: in Windows-1252 these read as â€œ, and never mean it. */
const TYPICAL_OF_UTF8 = /[–—‘’“”•…€™\ud83c-\ud83e]/;

/** The charset of the bytes, or undefined when they read well in none, or in two of them about as well. */
export function look(bytes: Uint8Array): Finding | undefined {
  const marked = markedCharset(bytes);
  if (marked) return { charset: marked, reason: 'It begins with a byte order mark.' };
  const hasZeros = bytes.subarray(0, BLOCK).includes(0);
  if (!hasZeros && isUtf8ToTheEnd(bytes)) return { charset: 'utf-8', reason: 'Its bytes are valid UTF-8.' };
  const declared = declaredCharset(bytes) ?? '';
  const [best, ...others] = candidates(bytes, hasZeros, charsetNamed(declared));
  if (best === undefined || best.chance < LEAST_SCORE) return undefined;
  const rival = others.find(({ text }) => text !== best.text);
  const lead = rival ? (best.chance - rival.chance) * best.count : Infinity;
  if (lead < LEAST_LEAD && best.charset !== charsetNamed(declared)) return undefined;
  return { charset: best.charset, reason: reasonFor(best, others, declared) };
}

/** The charset whose byte order mark the bytes begin with. */
export function markedCharset(bytes: Uint8Array): Charset | undefined {
  return MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
}

/** Whether they are UTF-8; a last character may be cut off, if there are others beyond ASCII. */
function isUtf8ToTheEnd(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return true;
  return [1, 2, 3].some((missing) => {
    const whole = bytes.subarray(0, Math.max(0, bytes.length - missing));
    return isCut(bytes, whole.length, 'utf-8') && isUtf8(whole) && !isAscii(whole);
  });
}

/** The charsets that the bytes may be in, the likeliest first; of several that read alike, the simplest. */
function candidates(bytes: Uint8Array, hasZeros: boolean, declared?: Charset): Candidate[] {
  const beginning = bytes.subarray(0, SAMPLE);
  const sample = hasZeros ? beginning : fromFirstBeyondAscii(bytes);
  const isMojibake = !hasZeros && TYPICAL_OF_UTF8.test(readAnyhow(sample, 'utf-8'));
  return CHARSETS.toReversed()
    .filter((charset) => isWide(charset) || !hasZeros)
    .filter((charset) => charset !== 'windows-1252' || !isMojibake)
    .map((charset) => {
      const text = readAnyhow(isWide(charset) ? beginning : sample, charset);
      const readable = readability(text, isWide(charset));
      return { charset, text, ...readable, chance: readable.score + (charset === declared ? DECLARED : 0) };
    })
    .sort((a, b) => b.chance - a.chance);
}

/** A sample from the line of the first byte beyond ASCII on: a page of HTML may begin with much that tells nothing. */
function fromFirstBeyondAscii(bytes: Uint8Array): Uint8Array {
  let block = 0;
  while (block < bytes.length && isAscii(bytes.subarray(block, block + BLOCK))) block += BLOCK;
  const first = block + bytes.subarray(block, block + BLOCK).findIndex((byte) => byte >= 0x80);
  const start = Math.max(bytes.lastIndexOf(LINE_FEED, first) + 1, first - BLOCK);
  return bytes.subarray(start, start + SAMPLE);
}

function reasonFor(best: Candidate, others: readonly Candidate[], declared: string): string {
  const title = TITLES[best.charset];
  if (best.charset === charsetNamed(declared))
    return `It says that it is in ${declared}, and reads well in it.`;
  if (best.charset === 'windows-1252') {
    return `It reads as English in ${title}: ${best.frequent} of its ${best.count} characters beyond ASCII are quotation marks, dashes, accents and the like.`;
  }
  if (isWide(best.charset))
    return `It reads well in ${title}: ${per100(best)} of 100 characters are frequent.`;
  const other = others.find(({ charset }) => charset === (best.charset === 'big5' ? 'gb18030' : 'big5'));
  const contrast = other ? `; in ${TITLES[other.charset]} only ${per100(other)}` : '';
  return `It reads as common Chinese in ${title}: ${per100(best)} of 100 characters are frequent${contrast}.`;
}

function per100({ frequent, count }: Readability): number {
  return Math.round((100 * frequent) / Math.max(1, count));
}
