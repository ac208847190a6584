import { basename, dirname, join, sep } from 'node:path';

/** A language at the end of a name: `.zh`, `_en`, `-zh-CN`, `.zh_Hant_TW`. */
const LANGUAGE_SUFFIX = /[._-](?:zh|en)(?:[-_](?:[a-z]{4}|[a-z]{2}|\d{3})){0,2}$/i;

/** What the two language versions of a file have in common: its name without ending and language. */
export function stemOf(file: string): string {
  const name = basename(file).replace(/(?<=.)\.[^.]*$/, '');
  const stem = name.replace(LANGUAGE_SUFFIX, '') || name;
  return join(dirname(file), stem).split(sep).join('/');
}
