/** What can be known of many texts before workers cut them. */
import { DuiqiError } from '../errors.ts';
import { narrow, simplify } from '../language/han.ts';
import { Neighbours } from '../language/word-extract.ts';
import { type Charsets, decodeAs } from '../read/decoding.ts';
import { readBytes } from './files.ts';
import { inOrder } from './ordered.ts';

/** Looking through more, in bytes, takes longer than loading what it spares. */
export const MOST_FORESEEN = 20_000_000;

/** Files that are asked for at a time. They answer late, and most are small. */
const AT_ONCE = 8;

/**
 * Writes Neighbours of the texts of these files to some memory: a tenth of a second for each megabyte. Files of formats that
 * do not show their text as it is read, and those that can't be read, are left out: a worker will see what they hold.
 */
export async function lookThrough(
  files: Iterable<string>,
  charsets: Charsets,
  memory: SharedArrayBuffer,
): Promise<void> {
  const neighbours = new Neighbours([], memory);
  for await (const text of inOrder(files, AT_ONCE, (file) => textOf(file, charsets))) {
    const key = narrow(simplify(text));
    neighbours.add(key);
    // Reading may join what a line break parts.
    neighbours.add(key.replace(/\s+/gu, ''));
  }
}

async function textOf(file: string, charsets: Charsets): Promise<string> {
  try {
    return decodeAs(await readBytes(file), file, charsets).text;
  } catch (error) {
    if (error instanceof DuiqiError) return '';
    throw error;
  }
}
