/** The stories that a manifest names. */
import { dirname, resolve } from 'node:path';
import { DuiqiError } from '../errors.ts';
import type { Part } from '../model.ts';
import type { ManifestRow } from '../pair/manifest.ts';
import { describe } from './describe.ts';
import { exists, namedFile, noticesOf, openDocument, type Reading, readBytes } from './documents.ts';
import type { Stories, Story } from './stories.ts';
import { printable } from './terminal.ts';
import { checked, crossed } from './versions.ts';

/** What a manifest says of documents that have no partner. */
const UNPAIRED = ['none', 'unrelated'];
/** Ids that would be files elsewhere, or none on some system. */
const UNSAFE =
  /[<>:"|?*\\\u0000-\u001f]|(?:^|\/)\.{0,2}(?:\/|$)|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)/i;

/**
 * A story for each row that has both documents; paths are looked for from here, then from the folder of the manifest.
 *
 * @throws DuiqiError as reading the manifest finds
 */
export async function readManifestStories(path: string, reading: Reading): Promise<Stories> {
  const { readManifest } = await import('../pair/manifest.ts');
  const rows = readManifest(await readBytes(path), path).filter(
    ({ zh, en, kind }) => zh && en && !UNPAIRED.includes(kind),
  );
  const failures: string[] = [];
  const notices = new Set<string>();
  const stories: Story[] = [];
  const open = partsReader(path, reading, notices);
  for (const row of rows) {
    try {
      stories.push(await storyOf(row, path, open));
    } catch (error) {
      failures.push(`${printable(path)}:${row.line}: ${describe(error)}`);
    }
  }
  return { stories, failures, notices: [...notices] };
}

/** The parts that a manifest means by a path, with `#zh1` or without. */
type OpenParts = (named: string) => Promise<{ readonly file: string; readonly parts: readonly Part[] }>;

/** Reads what is named once, however many rows name it, so that its parts are the same objects in all of them. */
function partsReader(manifest: string, reading: Reading, notices: Set<string>): OpenParts {
  const read = new Map<string, ReturnType<OpenParts>>();
  const open: OpenParts = async (named) => {
    const here = await namedFile(named);
    const beside = await namedFile(resolve(dirname(manifest), named));
    const isBeside = !(await exists(here.path)) && (await exists(beside.path));
    const file = isBeside ? beside : here;
    const document = await openDocument(file, reading);
    for (const notice of noticesOf(file.path, document)) notices.add(notice);
    return { file: file.path, parts: document.parts };
  };
  return (named) => {
    const already = read.get(named) ?? open(named);
    read.set(named, already);
    return already;
  };
}

async function storyOf({ id, zh, en, line }: ManifestRow, manifest: string, open: OpenParts): Promise<Story> {
  if (UNSAFE.test(id)) {
    const advice = 'Use letters, digits, hyphens and full stops.';
    throw new DuiqiError(
      'format',
      `the id ${id} can't be the name of a file.`,
      { file: manifest, line },
      advice,
    );
  }
  const [ofZh, ofEn] = [await open(zh), await open(en)];
  const files = [...new Set([ofZh.file, ofEn.file])];
  const pairs = checked(crossed(ofZh.parts, ofEn.parts), files, [...ofZh.parts, ...ofEn.parts]);
  return { stem: id, files, pairs };
}
