/** The stories that a manifest names. */
import { dirname, resolve } from 'node:path';
import { namedFile } from '../batch/documents.ts';
import { exists, readBytes } from '../batch/files.ts';
import type { Group, NumberedSource, RowSource } from '../batch/source.ts';
import { DuiqiError } from '../errors.ts';
import type { ManifestRow } from '../pair/manifest.ts';
import { describe } from './describe.ts';
import type { Listing } from './stories.ts';

/** What a manifest says of documents that have no partner. */
const UNPAIRED = ['none', 'unrelated'];
/** Ids that would be files elsewhere, or none on some system. */
const UNSAFE =
  /[<>:"|?*\\\u0000-\u001f]|(?:^|\/)\.{0,2}(?:\/|$)|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)/i;

/**
 * A story for each row that has both documents; a row that lacks one without a kind that says so fails. Paths are looked
 * for from here, then from the folder of the manifest. No document is read.
 *
 * @throws DuiqiError `empty` when no row has both, or as reading the manifest finds
 */
export async function listManifest(path: string): Promise<Listing> {
  const { readManifest } = await import('../pair/manifest.ts');
  const all = readManifest(await readBytes(path), path);
  const rows = all.filter(({ zh, en, kind }) => (zh && en ? !UNPAIRED.includes(kind) : kind === ''));
  if (rows.length === 0) {
    const advice = 'Give a row both, and another kind than none and unrelated.';
    throw new DuiqiError('empty', 'no row has a Chinese and an English document.', { file: path }, advice);
  }
  const failures: string[] = [];
  const stories: NumberedSource[] = [];
  for (const row of rows) {
    try {
      stories.push({ number: stories.length, source: await sourceOf(row, path) });
    } catch (error) {
      failures.push(describe(error));
    }
  }
  return { groups: groupsOf(stories), failures };
}

/** @throws DuiqiError `format` when a document is missing, or the id can't be the name of a file */
async function sourceOf({ id, zh, en, line }: ManifestRow, manifest: string): Promise<RowSource> {
  const place = { file: manifest, line };
  if (!zh || !en) {
    const reason = `this row names no ${zh ? 'English' : 'Chinese'} document.`;
    throw new DuiqiError('format', reason, place, 'Put a tab between the two, or write none as its kind.');
  }
  if (UNSAFE.test(id)) {
    const advice = 'Use letters, digits, hyphens and full stops.';
    throw new DuiqiError('format', `the id ${id} can't be the name of a file.`, place, advice);
  }
  const [ofZh, ofEn] = [await found(zh, manifest), await found(en, manifest)];
  const files = [ofZh.path, ofEn.path];
  return { kind: 'row', stem: id, zh: ofZh.named, en: ofEn.named, files, manifest, line: line! };
}

/** What a manifest means by a path, with `#zh1` or without. */
async function found(named: string, manifest: string): Promise<{ named: string; path: string }> {
  const here = await namedFile(named);
  if (await exists(here.path)) return { named, path: here.path };
  const elsewhere = resolve(dirname(manifest), named);
  const beside = await namedFile(elsewhere);
  return (await exists(beside.path)) ? { named: elsewhere, path: beside.path } : { named, path: here.path };
}

const isFilled = (list: readonly unknown[]) => list.length > 0;

/** Stories that share a document are of one group, which stands where the first of them stands. */
function groupsOf(stories: readonly NumberedSource[]): Group[] {
  const groupOf = new Map<string, NumberedSource[]>();
  const groups = new Set<NumberedSource[]>();
  for (const story of stories) {
    const { files } = story.source;
    const [first = [], ...others] = new Set(
      files.flatMap((file) => [groupOf.get(file) ?? []].filter(isFilled)),
    );
    for (const other of others) {
      first.push(...other);
      for (const { source } of other) for (const file of source.files) groupOf.set(file, first);
      groups.delete(other);
    }
    first.push(story);
    for (const file of files) groupOf.set(file, first);
    groups.add(first);
  }
  return Array.from(groups, (members) => ({ stories: members.sort((a, b) => a.number - b.number) }));
}
