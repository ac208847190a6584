/** Which format a file has, by its content; its ending is asked only where several readings are possible. */
import { DuiqiError } from '../errors.ts';
import { isBlank } from './blank.ts';
import type { Contents } from './contents.ts';
import { type Charsets, type Decoded, decodeAs } from './decoding.ts';
import { type Flow, flowOf, plainFlow } from './flow.ts';
import { LARGEST_FILE, LONGEST_TEXT, tooLarge } from './limits.ts';

export const FORMAT_NAMES = ['text', 'markdown', 'html', 'subtitles', 'docx', 'epub', 'pdf'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
type BinaryFormat = 'docx' | 'epub' | 'pdf';
type TextFormat = Exclude<FormatName, BinaryFormat>;

/** A document read by the reader of its format. */
export interface Opened {
  readonly format: FormatName;
  readonly decoded?: Decoded;
  readonly flow: Flow;
  readonly notices: readonly string[];
}

/** How much of a file is looked at for marks of its format, in bytes or UTF-16 units. */
const BEGINNING = 2048;

/**
 * @throws DuiqiError `too-large`, `format` for formats that duiqi does not read, or what the reader of the format finds
 */
export async function openFlow(bytes: Uint8Array, file: string, charsets?: Charsets): Promise<Opened> {
  if (bytes.length > LARGEST_FILE) throw tooLarge(file);
  const binary = await binaryFormat(bytes, file);
  if (binary) return opened(binary, await readBinary(binary, bytes, file), file);
  const decoded = decodeAs(bytes, file, charsets);
  const format = await textFormat(decoded.text, file);
  if (format === 'text') return { format, decoded, flow: plainFlow(decoded.text), notices: [] };
  return { ...opened(format, await readMarkedUp(format, decoded.text, file), file), decoded };
}

function opened(format: FormatName, contents: Contents, file: string): Opened {
  const flow = flowOf(contents);
  if (flow.text.length > LONGEST_TEXT) throw tooLarge(file);
  if (!isBlank(flow.text)) return { format, flow, notices: contents.notices };
  const reason = `There is no text in this file, which was read as ${NAMES[format]}.`;
  throw new DuiqiError('empty', reason, { file }, 'Open it in its own program and look.');
}

const NAMES: Readonly<Record<FormatName, string>> = {
  text: 'plain text',
  markdown: 'Markdown',
  html: 'HTML',
  subtitles: 'subtitles',
  docx: 'a Word document',
  epub: 'an e-book',
  pdf: 'PDF',
};

/** What begins with these bytes, as Latin-1. */
const MAGIC = { zip: 'PK\x03\x04', emptyZip: 'PK\x05\x06', ole: '\xd0\xcf\x11\xe0', rtf: '{\\rtf' };
/** Some programs write something in front of it; a text that only speaks of PDF does not end as one does. */
const PDF = /^[\s\S]{0,1024}?%PDF-\d/;
const PDF_END = '%%EOF';

async function binaryFormat(bytes: Uint8Array, file: string): Promise<BinaryFormat | undefined> {
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1');
  if (beginning.startsWith(MAGIC.zip) || beginning.startsWith(MAGIC.emptyZip))
    return archiveFormat(bytes, file);
  if (beginning.startsWith(MAGIC.ole)) throw (await import('./formats/archive.ts')).oleError(bytes, file);
  if (beginning.startsWith(MAGIC.rtf)) throw notRead('RTF', '.docx', file);
  return PDF.test(beginning) && (beginning.startsWith('%PDF-') || endsAsPdf(bytes)) ? 'pdf' : undefined;
}

function endsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-BEGINNING)).toString('latin1').includes(PDF_END);
}

async function archiveFormat(bytes: Uint8Array, file: string): Promise<BinaryFormat> {
  const { kindOfArchive } = await import('./formats/archive.ts');
  const kind = await kindOfArchive(bytes, file);
  if (kind === 'docx' || kind === 'epub') return kind;
  if (kind === 'odt') throw notRead('OpenDocument text', '.docx', file);
  if (kind === 'xlsx' || kind === 'pptx')
    throw notRead(kind === 'xlsx' ? 'a spreadsheet' : 'a presentation', '.docx or .txt', file);
  const advice = 'Unpack it and give the files, or their folder.';
  throw new DuiqiError('format', 'This is an archive, not a document.', { file }, advice);
}

async function readBinary(format: BinaryFormat, bytes: Uint8Array, file: string): Promise<Contents> {
  if (format === 'docx') return (await import('./formats/docx.ts')).readDocx(bytes, file);
  if (format === 'epub') return (await import('./formats/epub.ts')).readEpub(bytes, file);
  return (await import('./formats/pdf.ts')).readPdf(bytes, file);
}

/** Fragments have no `<html>`, but end tags of blocks. */
const HTML = /^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b/i;
const HTML_TAG = /<\/(?:p|div|h[1-6]|li|td|body|span|article)\s*>|<br\s*\/?>/i;
const XML = /^\s*<\?xml\b[\s\S]{0,500}?<(?!\?|!)([\w:.-]+)/;

const isNamed = (file: string, ...endings: string[]) =>
  endings.includes(/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '');

async function textFormat(text: string, file: string): Promise<TextFormat> {
  const beginning = text.slice(0, BEGINNING);
  if (HTML.test(beginning)) return 'html';
  const root = XML.exec(beginning)?.[1];
  if (root !== undefined) return root === 'html' ? 'html' : xmlFault(root, file);
  if (isNamed(file, 'html', 'htm', 'xhtml') && HTML_TAG.test(text)) return 'html';
  const { looksLikeSubtitles } = await import('./formats/subtitles.ts');
  if (looksLikeSubtitles(beginning)) return 'subtitles';
  if (isNamed(file, 'md', 'markdown', 'mdx', 'rmd')) return 'markdown';
  const { looksLikeMarkdown } = await import('./formats/markdown-look.ts');
  return looksLikeMarkdown(text) ? 'markdown' : 'text';
}

async function readMarkedUp(
  format: Exclude<TextFormat, 'text'>,
  text: string,
  file: string,
): Promise<Contents> {
  if (format === 'html') return (await import('./formats/html.ts')).readHtml(text, file);
  if (format === 'subtitles') return (await import('./formats/subtitles.ts')).readSubtitles(text, file);
  return (await import('./formats/markdown.ts')).readMarkdown(text, file);
}

function xmlFault(root: string, file: string): never {
  const reason = `This is XML of a kind that duiqi does not read: its root is <${root}>.`;
  throw new DuiqiError('format', reason, { file }, 'Give the document itself, or save it as text.');
}

function notRead(what: string, as: string, file: string): DuiqiError {
  return new DuiqiError(
    'format',
    `This is ${what}, which duiqi does not read.`,
    { file },
    `Save it as ${as}.`,
  );
}
