/** The bytes of a file as text, whatever is wrong with them: what is no character is marked, and reading goes on. */
import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { look, markedCharset } from '../../read/charset/look.ts';
import { type Charset, charsetNamed, isWide, TITLES } from '../../read/charset/names.ts';
import type { Source } from '../source.ts';
import type { Tell } from './rules.ts';

/** Trados' limit. */
const LARGEST_UPLOAD = 2 ** 30;
const START = { line: 1, column: 1 };
/** A byte b that is no UTF-8 becomes U+DC00 + b: half of a surrogate pair, which no file's text can hold by right. */
const STRAY = 0xdc00;
/** A file that is UTF-8 but for some damage has fewer stray bytes among those beyond ASCII. */
const LARGEST_DAMAGE = 0.05;

/**
 * The text of the source without its byte order mark. What is no character of its encoding becomes half of a
 * surrogate pair, so that whoever reads the text finds the place. Tells `encoding` where the file is not in the
 * encoding that it names, and `too-large`.
 */
export async function* lenientTextOf({ bytes }: Source, tell: Tell): AsyncGenerator<string> {
  let decode: Decoder | undefined;
  let size = 0;
  for await (const chunk of withLongBeginning(bytes())) {
    if (!decode) {
      const charset = charsetOf(chunk);
      compareWithDeclared(chunk, charset, tell);
      decode = decoderFor(charset);
      yield withoutMark(decode(chunk, false));
    } else yield decode(chunk, false);
    if (size <= LARGEST_UPLOAD && size + chunk.length > LARGEST_UPLOAD) {
      tell('too-large', START, 'The file is larger than 1 GB.');
    }
    size += chunk.length;
  }
  if (decode) yield decode(new Uint8Array(), true);
}

/** The chunks, of which the first is long enough to tell the encoding by, or the whole file. */
async function* withLongBeginning(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let beginning: Uint8Array[] | undefined = [];
  let size = 0;
  for await (const chunk of chunks) {
    if (!beginning) {
      yield chunk;
      continue;
    }
    beginning.push(chunk);
    size += chunk.length;
    if (size < BEGINNING) continue;
    yield Buffer.concat(beginning);
    beginning = undefined;
  }
  if (beginning && size > 0) yield Buffer.concat(beginning);
}

/** In bytes. */
const BEGINNING = 65_536;

type Decoder = (chunk: Uint8Array, isLast: boolean) => string;

const withoutMark = (text: string) => (text.startsWith('\ufeff') ? text.slice(1) : text);

function charsetOf(beginning: Uint8Array): Charset {
  const marked = markedCharset(beginning);
  if (marked) return marked;
  const [first, second] = beginning;
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  if (isNearlyUtf8(beginning)) return 'utf-8';
  const declared = charsetNamed(declaredEncoding(beginning) ?? '');
  if (declared && declared !== 'utf-8' && !isWide(declared)) return declared;
  const found = look(beginning)?.charset;
  return found === undefined || found === 'windows-1252' ? 'utf-8' : found;
}

function isNearlyUtf8(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return true;
  const text = utf8WithStrays(bytes);
  const strays = text.match(/\p{Surrogate}/gu)?.length ?? 0;
  const beyondAscii = bytes.reduce((count, byte) => (byte >= 0x80 ? count + 1 : count), 0);
  return strays <= 3 || strays < LARGEST_DAMAGE * beyondAscii;
}

const DECLARATION = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]{1,40})["']/;

function declaredEncoding(beginning: Uint8Array, charset: Charset = 'windows-1252'): string | undefined {
  const text = new TextDecoder(charset).decode(beginning.subarray(0, 400));
  return DECLARATION.exec(withoutMark(text))?.[1];
}

function compareWithDeclared(beginning: Uint8Array, charset: Charset, tell: Tell): void {
  const name = declaredEncoding(beginning, charset);
  const title = TITLES[charset];
  if (name === undefined) {
    if (charset === 'utf-8' || isWide(charset)) return;
    tell('encoding', START, `The file is in ${title}, but does not say so.`);
    return;
  }
  const declared = charsetNamed(name);
  const isSame = declared === charset || (declared && isWide(declared) && isWide(charset));
  if (!isSame) tell('encoding', START, `The file says that it is in ${name}, but it is in ${title}.`);
}

function decoderFor(charset: Charset): Decoder {
  if (charset === 'utf-8') return inWholes(utf8Tail, utf8WithStrays);
  if (charset === 'utf-16le') return inWholes(oddByte, (bytes) => Buffer.from(bytes).toString('utf16le'));
  if (charset === 'utf-16be') {
    return inWholes(oddByte, (bytes) => {
      const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
      return even.swap16().toString('utf16le');
    });
  }
  const decoder = new TextDecoder(charset);
  return (chunk, isLast) => decoder.decode(chunk, { stream: !isLast }).replaceAll('\ufffd', '\udcff');
}

/** Keeps the bytes at the end of a chunk that belong to a character of the next one. */
function inWholes(tail: (bytes: Uint8Array) => number, decode: (bytes: Uint8Array) => string): Decoder {
  let kept: Uint8Array = new Uint8Array();
  return (chunk, isLast) => {
    const bytes = kept.length > 0 ? Buffer.concat([kept, chunk]) : chunk;
    const end = bytes.length - (isLast ? 0 : tail(bytes));
    kept = bytes.slice(end);
    return decode(bytes.subarray(0, end));
  };
}

const oddByte = (bytes: Uint8Array) => bytes.length % 2;

/** How many bytes at the end begin a character that is not complete. */
function utf8Tail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return utf8Length(byte) > back ? back : 0;
  }
  return 0;
}

const utf8Length = (lead: number) => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1);

function utf8WithStrays(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isUtf8(buffer)) return buffer.toString('utf8');
  const pieces: string[] = [];
  let start = 0;
  for (let i = 0; i < buffer.length; ) {
    const length = utf8Length(buffer[i]!);
    const isWhole =
      buffer[i]! < 0x80 ||
      (length > 1 && i + length <= buffer.length && isUtf8(buffer.subarray(i, i + length)));
    if (!isWhole) {
      pieces.push(buffer.toString('utf8', start, i), String.fromCharCode(STRAY + buffer[i]!));
      start = i + 1;
    }
    i += isWhole ? length : 1;
  }
  return [...pieces, buffer.toString('utf8', start)].join('');
}
