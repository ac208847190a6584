/** The bytes of a memory, a piece at a time, as text and as lines: a file of any size takes the memory of one piece. */
import { TextDecoder } from 'node:util';
import { DuiqiError } from '../errors.ts';
import { look } from '../read/charset/look.ts';
import { TITLES } from '../read/charset/names.ts';
import type { NumberedLine } from './lines.ts';

/** A file that is there to be read. */
export interface Source {
  /** As the user named it, for messages. */
  readonly file: string;
  /** Its bytes from the beginning, unpacked if they were packed; each call begins anew. */
  bytes(): AsyncIterable<Uint8Array>;
}

/** In UTF-16 units: no line and no text of a memory is as long. */
export const LONGEST_LINE = 1 << 24;

/**
 * The text of a source without its byte order mark: UTF-8 or UTF-16, or what its beginning looks like.
 *
 * @throws DuiqiError `encoding` with the line where the bytes are of no charset, or no longer of the one they began with
 */
export async function* textOf({ file, bytes }: Source): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let line = 1;
  let last: Uint8Array = new Uint8Array();
  const decoded = (chunk: Uint8Array, isLast: boolean): string => {
    try {
      return decoder!.decode(chunk, { stream: !isLast });
    } catch {
      throw strayByte(decoder!.encoding, last, { file, line });
    }
  };
  for await (const chunk of bytes()) {
    decoder ??= decoderFor(chunk);
    last = chunk;
    const text = decoded(chunk, false);
    yield text;
    line += text.split('\n').length - 1;
  }
  if (decoder) yield decoded(new Uint8Array(), true);
}

/** The whole text of a source, for formats that cannot be read in pieces. @throws DuiqiError `encoding`, `too-large` */
export async function wholeTextOf(source: Source): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const text of textOf(source)) {
    length += text.length;
    if (length > LONGEST_TEXT) {
      throw new DuiqiError(
        'too-large',
        'it is too large to be read as a whole.',
        { file: source.file },
        'Cut it into several files.',
      );
    }
    pieces.push(text);
  }
  return pieces.join('');
}

/** In UTF-16 units. */
const LONGEST_TEXT = 1 << 27;

/** The lines of a source that are not blank, without their line ends. @throws DuiqiError `encoding`, `too-large` */
export async function* linesOf(source: Source): AsyncGenerator<NumberedLine> {
  for await (const line of everyLineOf(source)) if (line.line.trim() !== '') yield line;
}

/** All lines of a source, blank ones too; the last one only if there is something in it. @throws as `linesOf` */
export async function* everyLineOf(source: Source): AsyncGenerator<NumberedLine> {
  let number = 0;
  let rest = '';
  for await (const text of textOf(source)) {
    const lines = text.split('\n');
    lines[0] = rest + lines[0]!;
    rest = lines.pop()!;
    if (rest.length > LONGEST_LINE) throw tooLong(source.file, number + lines.length + 1);
    for (const line of lines) yield { number: ++number, line: withoutReturn(line) };
  }
  if (rest !== '') yield { number: number + 1, line: withoutReturn(rest) };
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);

/** What is no Chinese charset is held to be UTF-8, whose stray bytes are then told with their line. */
function decoderFor(beginning: Uint8Array): TextDecoder {
  const charset = isWideXml(beginning) ?? look(beginning)?.charset ?? 'utf-8';
  return new TextDecoder(charset === 'windows-1252' ? 'utf-8' : charset, { fatal: true });
}

/** UTF-16 without a byte order mark, as XML may be: its first character is `<`. */
function isWideXml([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0x3c && second === 0) return 'utf-16le';
  return first === 0 && second === 0x3c ? 'utf-16be' : undefined;
}

function strayByte(charset: string, chunk: Uint8Array, place: { file: string; line: number }): DuiqiError {
  const before = new TextDecoder(charset).decode(chunk).split('\ufffd', 1)[0]!;
  const line = place.line + before.split('\n').length - 1;
  const title = Object.entries(TITLES).find(([name]) => name === charset)?.[1] ?? charset;
  const reason = `here is a byte that is not ${title}.`;
  return new DuiqiError('encoding', reason, { file: place.file, line }, 'Save the file as UTF-8.');
}

function tooLong(file: string, line: number): DuiqiError {
  const reason = `this line is longer than ${LONGEST_LINE / 2 ** 20} million characters.`;
  return new DuiqiError('too-large', reason, { file, line }, 'Look whether its line ends are lost.');
}
