import { basename } from 'node:path';
import { DuiqiError } from '../errors.ts';
import type { Language } from '../model.ts';
import type { Charsets } from '../read/decoding.ts';
import type { Document } from '../read/document.ts';
import { exists, readBytes } from './files.ts';

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
  return notices.map((notice) => `${path}: ${notice}`);
}

async function readWhole(path: string, { segmented, charsets }: Reading): Promise<Document> {
  const { LARGEST_FILE, tooLarge } = await import('../read/limits.ts');
  const bytes = await readBytes(path, (size) => {
    if (size > LARGEST_FILE) throw tooLarge(path);
  });
  const { readDocument, readSegmented } = await import('../read/document.ts');
  if (!segmented) return readDocument(bytes, path, { charsets });
  return { format: 'text', parts: [readSegmented(bytes, path, { charsets })], notices: [] };
}
