/** PDF files with text in them, read by pdf.js: where its letters stand tells what they are part of. */
import { DuiqiError } from '../../errors.ts';
import type { Contents, Piece } from '../contents.ts';
import { columnsOf } from './pdf-columns.ts';
import { withoutFurniture } from './pdf-furniture.ts';
import { countUnknown } from './pdf-letters.ts';
import { type Page, pageMaker } from './pdf-page.ts';
import { piecesOf } from './pdf-pieces.ts';
import { readPages } from './pdf-process.ts';
import { prevailingSize, rowsOf } from './pdf-rows.ts';
import { checkStreams } from './pdf-streams.ts';

/** A font that says nothing about its letters gives characters of its own for them all; symbols are few. */
const MOST_UNKNOWN = 0.3;
/** So many numbers of pages are told. */
const MOST_NAMED = 10;

/**
 * Reads the text of a PDF: paragraphs, headings, items, captions, footnotes and cells, as the places of its lines tell
 * them. Running heads, feet and page numbers are left out.
 *
 * @throws DuiqiError `damaged`, `encrypted`, `too-large`, or `format` when there is no text that can be read
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<Contents> {
  const isBroken = checkStreams(bytes, file);
  const pages = await readPages(bytes, file, pageMaker());
  if (pages.every(({ runs }) => runs.length === 0)) throw withoutText(pages, file);
  refuseIllegible(pages, file);
  const em = prevailingSize(pages.flatMap(({ runs }) => runs));
  const rows = withoutFurniture(
    pages.map(({ runs, height }) => ({ height, rows: rowsOf(runs, em) })),
    em,
  );
  const columns = rows.map((rowsOfPage) => columnsOf(rowsOfPage, em));
  const pieces = piecesOf(columns, em);
  return { pieces, notices: noticesOf(pages, pieces, isBroken) };
}

function noticesOf(pages: readonly Page[], pieces: readonly Piece[], isBroken: boolean): string[] {
  const empty = pages.filter(({ runs }) => runs.length === 0).map(({ number }) => number);
  const others = pages.some(({ runs, hasOtherText }) => hasOtherText && runs.length > 0);
  return [
    ...(empty.length > 0
      ? [`${pagesNamed(empty)} no text and ${empty.length > 1 ? 'were' : 'was'} left out.`]
      : []),
    ...(others ? ['Text that does not run from left to right was left out.'] : []),
    ...(pieces.some(({ text }) => countUnknown(text) > 0)
      ? ['Some letters could not be read, for their fonts do not say which they are.']
      : []),
    ...(isBroken ? ['Part of the file is damaged; some text may be missing.'] : []),
  ];
}

/** `Page 3 has`, `Pages 3 and 7 have`, `Pages 3, 7 and 12 more have`. */
function pagesNamed(numbers: readonly number[]): string {
  if (numbers.length === 1) return `Page ${numbers[0]} has`;
  const named = numbers.length > MOST_NAMED ? numbers.slice(0, MOST_NAMED) : numbers.slice(0, -1);
  const rest = numbers.length > MOST_NAMED ? `${numbers.length - MOST_NAMED} more` : numbers.at(-1);
  return `Pages ${named.join(', ')} and ${rest} have`;
}

function withoutText(pages: readonly Page[], file: string): DuiqiError {
  if (pages.length === 0) {
    return new DuiqiError('format', 'This PDF has no pages.', { file }, 'Check that it is the right file.');
  }
  if (pages.some(({ hasOtherText }) => hasOtherText)) {
    return new DuiqiError(
      'format',
      'All text of this PDF runs vertically, which duiqi cannot read.',
      { file },
      'Save the document with horizontal lines, or as plain text.',
    );
  }
  return new DuiqiError(
    'format',
    'This PDF has no text, only pictures of it.',
    { file },
    'Run it through OCR first, for instance with ocrmypdf -l chi_sim+eng.',
  );
}

function refuseIllegible(pages: readonly Page[], file: string): void {
  const texts = pages.flatMap(({ runs }) => runs.map(({ text }) => text));
  const all = texts.reduce((sum, text) => sum + text.length, 0);
  const alien = texts.reduce((sum, text) => sum + countUnknown(text), 0);
  if (alien <= all * MOST_UNKNOWN) return;
  throw new DuiqiError(
    'format',
    'The fonts of this PDF do not say which letters they show, so its text cannot be read.',
    { file },
    'Run it through OCR, for instance with ocrmypdf --force-ocr -l chi_sim+eng.',
  );
}
