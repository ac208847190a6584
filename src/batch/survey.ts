import { createHash } from 'node:crypto';
import { statOf } from './files.ts';

/** What is known of the files of a run before any of them is read. */
export interface Survey {
  /** The size of each file; 0 where there is none such. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The size of all of them. */
  readonly bytes: number;
  /** When the newest was changed, in milliseconds since 1970; 0 without any file. */
  readonly newest: number;
  /** A hash of their names, sizes and times: another one means that something has changed. */
  readonly digest: string;
  /** Device and number of each, to know them by whatever they are called. */
  readonly identities: ReadonlySet<string>;
}

/** Looks at each file once. */
export async function surveyOf(files: Iterable<string>): Promise<Survey> {
  const sizes = new Map<string, number>();
  const identities = new Set<string>();
  const hash = createHash('sha256');
  let newest = 0;
  let bytes = 0;
  for (const file of new Set(files)) {
    const found = await statOf(file);
    const size = found?.isFile() ? found.size : 0;
    sizes.set(file, size);
    bytes += size;
    newest = Math.max(newest, found?.mtimeMs ?? 0);
    hash.update(`${file}\0${size}\0${found?.mtimeMs ?? ''}\n`);
    if (found) identities.add(identityOf(found));
  }
  return { sizes, bytes, newest, digest: hash.digest('hex'), identities };
}

export const identityOf = ({ dev, ino }: { readonly dev: number; readonly ino: number }) => `${dev}:${ino}`;
