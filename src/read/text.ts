import { decode } from './charset.ts';

/**
 * The text that the bytes hold, in whatever charset they are; see `decode`. `file` is only used to name the place of an
 * error.
 *
 * @throws DuiqiError as `decode`
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  return decode(bytes, file).text;
}
