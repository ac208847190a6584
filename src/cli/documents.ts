import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DuiqiError } from '../errors.ts';
import type { Language } from '../model.ts';
import type { Charsets } from '../read/decoding.ts';
import type { Document } from '../read/document.ts';
import { refusedReading, systemCode } from './system.ts';
import { printable } from './terminal.ts';
import { charsetOf, localeOf } from './values.ts';

/** How files are read, as the command line says. */
export interface Reading {
  /** One sentence a line, already cut. */
  readonly segmented: boolean;
  /** What to call the locale of a language's parts instead of what looking finds. */
  readonly locales: Partial<Record<Language, string>>;
  /** The charset of a language's files instead of what looking finds. */
  readonly charsets: Charsets;
}

/** A file argument: `page.txt`, or `page.txt#zh1` for one part of it. */
export interface NamedFile {
  readonly path: string;
  readonly part: string | undefined;
}

export const READING_OPTIONS = {
  segmented: { type: 'boolean', describe: 'The files hold one sentence a line' },
  'zh-lang': { type: 'string', describe: 'The locale of the Chinese, instead of looking (zh-TW)' },
  'en-lang': { type: 'string', describe: 'The locale of the English (en-GB)' },
  'zh-encoding': { type: 'string', describe: 'The charset of Chinese files, instead of looking (big5)' },
  'en-encoding': { type: 'string', describe: 'The charset of English files (windows-1252)' },
} as const;

/** @throws DuiqiError `usage` when a locale or a charset is none */
export async function readingOf(values: {
  readonly segmented?: boolean | undefined;
  readonly 'zh-lang'?: string | undefined;
  readonly 'en-lang'?: string | undefined;
  readonly 'zh-encoding'?: string | undefined;
  readonly 'en-encoding'?: string | undefined;
}): Promise<Reading> {
  const { 'zh-lang': zh, 'en-lang': en, 'zh-encoding': zhCharset, 'en-encoding': enCharset } = values;
  return {
    segmented: values.segmented ?? false,
    locales: {
      ...(zh === undefined ? {} : { zh: localeOf('--zh-lang', zh, 'zh') }),
      ...(en === undefined ? {} : { en: localeOf('--en-lang', en, 'en') }),
    },
    charsets: {
      ...(zhCharset === undefined ? {} : { zh: await charsetOf('--zh-encoding', zhCharset) }),
      ...(enCharset === undefined ? {} : { en: await charsetOf('--en-encoding', enCharset) }),
    },
  };
}

/** Splits the name of a part off, unless a file of that very name exists. */
export async function namedFile(argument: string): Promise<NamedFile> {
  const [, path, part] = /^(.+)#((?:zh|en)\d+)$/s.exec(argument) ?? [];
  if (path === undefined || (await exists(argument))) return { path: argument, part: undefined };
  return { path, part };
}

/**
 * A file with all its parts, or the one that was asked for.
 *
 * @throws DuiqiError `missing-file`, `not-a-file`, `unreadable`, `part`, or what reading finds wrong
 */
export async function openDocument({ path, part }: NamedFile, reading: Reading): Promise<Document> {
  const document = await readWhole(path, reading);
  const parts = document.parts
    .filter(({ id }) => part === undefined || id === part)
    .map((one) => ({ ...one, file: basename(path), locale: reading.locales[one.language] ?? one.locale }));
  if (parts.length > 0) return { ...document, parts };
  const ids = document.parts.map(({ id }) => id).join(', ');
  throw new DuiqiError('part', `there is no part ${part}.`, { file: path }, `Its parts are ${ids}.`);
}

/** What the user should know of a document that was read, one line each. */
export function noticesOf(path: string, { notices }: Document): string[] {
  return notices.map((notice) => printable(`${path}: ${notice}`));
}

async function readWhole(path: string, { segmented, charsets }: Reading): Promise<Document> {
  await checkSize(path);
  const bytes = await readBytes(path);
  const { readDocument, readSegmented } = await import('../read/document.ts');
  if (!segmented) return readDocument(bytes, path, { charsets });
  return { format: 'text', parts: [readSegmented(bytes, path, { charsets })], notices: [] };
}

/** A file that is too large is not even loaded. @throws DuiqiError `too-large` */
async function checkSize(path: string): Promise<void> {
  const { LARGEST_FILE, tooLarge } = await import('../read/limits.ts');
  if (((await statOf(path))?.size ?? 0) > LARGEST_FILE) throw tooLarge(path);
}

/** @throws DuiqiError `missing-file`, `not-a-file` or `unreadable` */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    if (!isTooLarge(error)) throw refusedReading(error, path);
    const reason = 'it is too large: more than 2 GB.';
    throw new DuiqiError('unreadable', reason, { file: path }, 'Cut it into several files.');
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_FS_FILE_TOO_LARGE';
}

export async function isFolder(path: string): Promise<boolean> {
  return (await statOf(path))?.isDirectory() ?? false;
}

export async function exists(path: string): Promise<boolean> {
  return (await statOf(path)) !== undefined;
}

async function statOf(path: string) {
  return stat(path).catch((error: unknown) => {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  });
}
