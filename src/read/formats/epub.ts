/** E-books (EPUB 2 and 3): an archive with XHTML files and a package document that orders them. */
import { DuiqiError } from '../../errors.ts';
import type { Contents, Piece } from '../contents.ts';
import { openArchive } from './archive.ts';
import { chaptersOf } from './epub-package.ts';
import { charsetOf } from './xml.ts';

/** So many names of missing files are told. */
const MOST_NAMED = 3;

/**
 * Reads the chapters of an e-book in the order of reading. Tables of contents and what does not belong to the run of the
 * text are left out; a chapter that is missing is told in a notice.
 *
 * @throws DuiqiError `damaged`, `encrypted`, `too-large` or `format`
 */
export async function readEpub(bytes: Uint8Array, file: string): Promise<Contents> {
  const { piecesOfHtml } = await import('./html-pieces.ts');
  const archive = await openArchive(bytes, file);
  const chapters = await chaptersOf(archive, file);
  const pieces: Piece[][] = [];
  const missing: string[] = [];
  const illegible: string[] = [];
  for (const name of new Set(chapters)) {
    const chapter = await archive.read(name);
    if (chapter === undefined) {
      missing.push(name);
      continue;
    }
    const { text, isLegible } = decoded(chapter);
    if (!isLegible) illegible.push(name);
    pieces.push(piecesOfHtml(text, file));
  }
  if (pieces.length === 0) throw withoutChapters(file);
  return { pieces: pieces.flat(), notices: [...missingNotice(missing), ...illegibleNotice(illegible)] };
}

/** A chapter with some wrong bytes is better than none. */
function decoded(bytes: Uint8Array): { text: string; isLegible: boolean } {
  const charset = charsetOf(bytes);
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(bytes), isLegible: true };
  } catch {
    return { text: new TextDecoder().decode(bytes), isLegible: false };
  }
}

function missingNotice(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [`Missing in the e-book, though it names them: ${listed(names)}.`];
}

function illegibleNotice(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [
    `Some characters could not be read, for they are not in the charset of the file: ${listed(names)}.`,
  ];
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function withoutChapters(file: string): DuiqiError {
  const reason = 'This e-book is damaged: none of its chapters is in it.';
  return new DuiqiError('damaged', reason, { file }, 'Copy or download it again.');
}
