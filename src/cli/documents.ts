import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DuiqiError } from '../errors.ts';
import type { Language, Part } from '../model.ts';
import { systemCode } from './system.ts';
import { localeOf } from './values.ts';

/** How files are read, as the command line says. */
export interface Reading {
  /** One sentence a line, already cut. */
  readonly segmented: boolean;
  /** What to call the locale of a language's parts instead of what looking finds. */
  readonly locales: Partial<Record<Language, string>>;
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
} as const;

/** @throws DuiqiError `usage` when a locale is none */
export function readingOf(values: {
  readonly segmented?: boolean | undefined;
  readonly 'zh-lang'?: string | undefined;
  readonly 'en-lang'?: string | undefined;
}): Reading {
  const { 'zh-lang': zh, 'en-lang': en } = values;
  return {
    segmented: values.segmented ?? false,
    locales: {
      ...(zh === undefined ? {} : { zh: localeOf('--zh-lang', zh, 'zh') }),
      ...(en === undefined ? {} : { en: localeOf('--en-lang', en, 'en') }),
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
 * The parts of a file, or the one that was asked for.
 *
 * @throws DuiqiError `missing-file`, `not-a-file`, `unreadable`, `part`, or what reading finds wrong
 */
export async function readParts({ path, part }: NamedFile, reading: Reading): Promise<Part[]> {
  const bytes = await readBytes(path);
  const { readDocument, readSegmented } = await import('../read/document.ts');
  const found = reading.segmented ? [readSegmented(bytes, path)] : readDocument(bytes, path);
  const parts = found.map((one) => ({
    ...one,
    file: basename(path),
    locale: reading.locales[one.language] ?? one.locale,
  }));
  const chosen = parts.filter(({ id }) => part === undefined || id === part);
  if (chosen.length > 0) return chosen;
  const ids = parts.map(({ id }) => id).join(', ');
  throw new DuiqiError('part', `there is no part ${part}.`, { file: path }, `Its parts are ${ids}.`);
}

/** @throws DuiqiError `missing-file`, `not-a-file` or `unreadable` */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = systemCode(error);
    const position = { file: path };
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new DuiqiError('missing-file', 'no such file.', position, 'Look for a slip in its name.');
    }
    if (code === 'EISDIR') {
      throw new DuiqiError(
        'not-a-file',
        'this is a folder.',
        position,
        'Give a file, or two folders to align.',
      );
    }
    if (isTooLarge(error)) {
      const advice = 'Cut it into several files.';
      throw new DuiqiError('unreadable', 'it is too large: more than 2 GB.', position, advice);
    }
    if (code === undefined) throw error;
    throw new DuiqiError('unreadable', `it can't be read (${code}).`, position, 'Look at its permissions.');
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_FS_FILE_TOO_LARGE';
}

export async function isFolder(path: string): Promise<boolean> {
  return (await statOf(path))?.isDirectory() ?? false;
}

async function exists(path: string): Promise<boolean> {
  return (await statOf(path)) !== undefined;
}

async function statOf(path: string) {
  return stat(path).catch((error: unknown) => {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  });
}
