/** The text of a file, by what the user says of charsets, or by looking. */
import type { Language } from '../model.ts';
import { LEAST_SCORE, readability } from './charset/readability.ts';
import { type Charset, type Decoded, decode } from './charset.ts';

export type { Decoded } from './charset.ts';

/** The charset of files that hold Chinese, and of those that hold only English. */
export type Charsets = Partial<Record<Language, Charset>>;

/** How much is looked at to tell, in bytes. */
const BEGINNING = 1 << 18;

/**
 * Which of the charsets counts depends on what the file holds: Chinese, as far as the charset for Chinese makes Chinese of
 * it, or only English.
 *
 * @throws DuiqiError `empty`, `binary`, `encoding`, `too-large`
 */
export function decodeAs(bytes: Uint8Array, file: string, { zh, en }: Charsets = {}): Decoded {
  const charset = zh !== undefined && holdsChinese(bytes, zh) ? zh : en;
  return decode(bytes, file, charset === undefined ? {} : { charset });
}

/** Its characters are those that Chinese is written with; the curly quotes of an English file make rare ones. */
function holdsChinese(bytes: Uint8Array, charset: Charset): boolean {
  const text = new TextDecoder(charset).decode(bytes.subarray(0, BEGINNING));
  return readability(text, false).score >= LEAST_SCORE;
}
