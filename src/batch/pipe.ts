/** Lines of JSON from a pipe, and what is asked of them. */
import { LARGEST_FILE } from '../read/limits.ts';
import { jsonFault } from '../units/formats/json-fault.ts';
import { sourceOfMember } from './member.ts';
import type { PipeRecord, PipeText } from './record.ts';

/** A line that is not blank; undefined where it was too long to be held. */
export interface JsonLine {
  /** From 1. */
  readonly line: number;
  readonly bytes: Uint8Array | undefined;
}

export interface BadRecord {
  /** The id as it stood there, or null. */
  readonly id: string;
  readonly line: number;
  readonly reason: string;
}

const NEWLINE = 10;

/** The lines of a stream, the last with a line end or without; of one that is too long nothing is kept. */
export async function* jsonLines(
  stream: AsyncIterable<string | Uint8Array>,
  longest = LARGEST_FILE,
): AsyncGenerator<JsonLine> {
  let line = 1;
  let pieces: Uint8Array[] = [];
  let size = 0;
  const take = (piece: Uint8Array) => {
    size += piece.length;
    if (size > longest) pieces = [];
    else pieces.push(piece);
  };
  const whole = (): JsonLine => {
    const bytes = size > longest ? undefined : Buffer.concat(pieces);
    pieces = [];
    size = 0;
    return { line: line++, bytes };
  };
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      take(bytes.subarray(start, end));
      start = end + 1;
      yield whole();
    }
    take(bytes.subarray(start));
  }
  if (size > 0) yield whole();
}

/** What a line asks for, or why it can't be done; undefined for a blank line. */
export function readRecord({ line, bytes }: JsonLine): PipeRecord | BadRecord | undefined {
  const bad = (reason: string, id = 'null'): BadRecord => ({ id, line, reason });
  if (!bytes) return bad(`it is longer than ${LARGEST_FILE / 2 ** 20} MB. Cut the texts into several.`);
  const text = textOf(bytes);
  if (text === undefined) return bad('this is not UTF-8.');
  if (text.trim() === '') return undefined;
  const parsed = parsedOf(text);
  if (typeof parsed === 'string') return bad(parsed);
  const id = sourceOfMember(text, 'id');
  if (id === undefined) return bad('"id" is missing.');
  const { zh, en } = parsed;
  const wrong = !isText(zh) ? 'zh' : !isText(en) ? 'en' : undefined;
  if (wrong === undefined) return { id, line, zh: zh as PipeText, en: en as PipeText };
  const is = parsed[wrong] === undefined ? 'is missing' : 'must be a text, or a list of sentences';
  return bad(`"${wrong}" ${is}.`, id);
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** An object, or what is wrong with the line. */
function parsedOf(text: string): Readonly<Record<string, unknown>> | string {
  try {
    const parsed: unknown = JSON.parse(text);
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject ? (parsed as Record<string, unknown>) : 'this is not a JSON object.';
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = jsonFault(text) ?? 0;
    return at < text.length ? `this is not JSON, from column ${at + 1} on.` : 'the line breaks off.';
  }
}

function isText(value: unknown): value is PipeText {
  return typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
}
