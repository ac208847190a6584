import { createHash } from 'node:crypto';
import { statNow } from './files.ts';

/** What is known of the files of a run before any of them is read. */
export interface Survey {
  /** The size of each file of a story; 0 where there is none such. */
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

/**
 * Looks at each file once.
 *
 * @param stories files of the stories
 * @param guides what else is read: folders, manifest, glossary; they do not count as bytes
 */
export function surveyOf(stories: Iterable<string>, guides: Iterable<string> = []): Survey {
  const sizes = new Map<string, number>();
  const identities = new Set<string>();
  const hash = createHash('sha256');
  let newest = 0;
  const look = (path: string) => {
    const found = statNow(path);
    newest = Math.max(newest, found?.mtimeMs ?? 0);
    if (found) identities.add(identityOf(found));
    const size = found?.isFile() ? found.size : 0;
    hash.update(`${path}\0${size}\0${found?.mtimeMs ?? ''}\n`);
    return size;
  };
  let bytes = 0;
  for (const path of new Set(stories)) {
    const size = look(path);
    sizes.set(path, size);
    bytes += size;
  }
  for (const path of guides) look(path);
  return { sizes, bytes, newest, digest: hash.digest('hex'), identities };
}

export const identityOf = ({ dev, ino }: { readonly dev: number; readonly ino: number }) => `${dev}:${ino}`;
