/**
 * Where pdf.js runs: in a process of its own. Some files of a few hundred bytes send it into loops of hours, or let its
 * heap grow until V8 ends the process, even from a thread; only a process can be stopped and die alone. It also keeps
 * away from duiqi what pdf.js writes to the console, and the fonts of the system that its canvas package would open.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { DuiqiError } from '../../errors.ts';
import { LONGEST_TEXT } from '../limits.ts';

const MEBIBYTE = 1 << 20;
/** Long novels have some 1,500 pages. */
const MOST_PAGES = 5_000;
/** Runs of glyphs; where words are set one by one, War and Peace has half a million. */
const MOST_ITEMS = 4_000_000;
/** The heap of pdf.js, in MiB: a book of 1,000 pages needs some 50. */
const LARGEST_HEAP = 384;
/** All memory of its process, in MiB. It is looked at only between pieces of work; the heap and the time hold the rest. */
const LARGEST_PROCESS = 640;
/** In milliseconds: a page takes some 10, opening a book of 60 MiB some 2,000. */
const LONGEST_SILENCE = 8_000;
/** Milliseconds for each byte of a file: ten times what books take. A small file must not keep us for long. */
const TIME_PER_BYTE = 0.02;

/** a b c d e f as in PDF's `cm`: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A run of glyphs, as pdf.js gives it. */
export interface PdfItem {
  readonly text: string;
  /** Along the line, in units of the page. */
  readonly width: number;
  /** From glyphs one unit high to the page. */
  readonly transform: Matrix;
  readonly font: string;
  readonly isVertical: boolean;
}

export interface PdfPage {
  /** From the page to its upright view, whose origin is the left upper corner. */
  readonly viewport: Matrix;
  readonly width: number;
  readonly height: number;
  readonly items: readonly PdfItem[];
  /** The names of fonts that stand on no page before: `g_d0_f1` → `ABCDEF+Times-Bold`. */
  readonly fonts: Readonly<Record<string, string>>;
}

type Message =
  | { readonly kind: 'start' }
  | { readonly kind: 'page'; readonly page: PdfPage }
  | { readonly kind: 'end' }
  | { readonly kind: 'limit'; readonly pages: number }
  | { readonly kind: 'error'; readonly name: string; readonly message: string };

/**
 * The program of the process; a string, since a file in TypeScript could not be run from the sources. pdf.mjs makes a
 * DOMMatrix when it is loaded, which nothing uses unless pages are painted. The names of fonts come only with the
 * operators of a page; images larger than a pixel are not decoded for that.
 */
const PROGRAM = `
const { pathToFileURL } = require('node:url');
const host = require('process');
globalThis.DOMMatrix ??= class {};
const tell = (kind, rest) => host.send({ kind, ...rest });

async function namesOf(page, fonts) {
  const names = {};
  if (fonts.length === 0) return names;
  // Without it fonts have no names, and nothing is bold; the text is there all the same.
  await page.getOperatorList().catch(() => undefined);
  for (const font of fonts) names[font] = page.commonObjs.has(font) ? page.commonObjs.get(font).name ?? '' : '';
  return names;
}

async function textOf(page, budget) {
  const items = [];
  const styles = {};
  for await (const chunk of page.streamTextContent({ disableNormalization: true })) {
    Object.assign(styles, chunk.styles);
    for (const { str, width, transform, fontName } of chunk.items) {
      if (str.trim() === '') continue;
      budget.items -= 1;
      budget.text -= str.length;
      items.push({ text: str, width, transform, font: fontName, isVertical: styles[fontName]?.vertical === true });
    }
    if (budget.items < 0 || budget.text < 0) return undefined;
  }
  return items;
}

async function run({ pdfjs, options, limits }) {
  const { getDocument } = await import(pathToFileURL(pdfjs));
  tell('start');
  const document = await getDocument(options).promise;
  if (document.numPages > limits.pages) return tell('limit', { pages: document.numPages });
  const budget = { ...limits };
  const known = new Set();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const items = await textOf(page, budget);
    if (items === undefined) return tell('limit', { pages: 0 });
    const fresh = [...new Set(items.map(({ font }) => font))].filter((font) => !known.has(font));
    const fonts = await namesOf(page, fresh);
    fresh.forEach((font) => known.add(font));
    const { width, height, transform: viewport } = page.getViewport({ scale: 1 });
    tell('page', { page: { viewport, width, height, items, fonts } });
    page.cleanup();
  }
  tell('end');
}

host.on('message', (job) => {
  setInterval(() => host.memoryUsage.rss() > job.limits.memory && host.exit(), 50);
  run(job).catch((error) => tell('error', { name: error?.name, message: error?.message }));
});
`;

/**
 * Reads the text of all pages, in their order, each made into something smaller by `pageOf`. The bytes are copied.
 *
 * @throws DuiqiError `encrypted`, `damaged` or `too-large`
 */
export async function readPages<Page>(
  bytes: Uint8Array,
  file: string,
  pageOf: (page: PdfPage) => Page,
): Promise<Page[]> {
  const pages: Page[] = [];
  const child = startProcess(bytes);
  const alarm = new AbortController();
  const ring = () => alarm.abort();
  const silence = setTimeout(ring, LONGEST_SILENCE);
  const total = setTimeout(ring, LONGEST_SILENCE + bytes.length * TIME_PER_BYTE);
  try {
    await new Promise<void>((resolve, reject) => {
      alarm.signal.addEventListener('abort', () => reject(tooMuchWork(file)));
      child.on('error', reject);
      child.on('exit', () => reject(tooMuchWork(file)));
      child.on('message', (message: Message) => {
        silence.refresh();
        if (message.kind === 'page') pages.push(pageOf(message.page));
        if (message.kind === 'end') resolve();
        if (message.kind === 'limit') reject(tooLong(message.pages, file));
        if (message.kind === 'error') reject(unread(message, file));
      });
    });
  } finally {
    clearTimeout(silence);
    clearTimeout(total);
    child.kill('SIGKILL');
  }
  return pages;
}

function startProcess(bytes: Uint8Array): ChildProcess {
  const pdfjs = createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(dirname(dirname(pdfjs)));
  const options = {
    // A Buffer arrives as one, which pdf.js refuses.
    data: new Uint8Array(bytes),
    cMapUrl: join(folder, 'cmaps') + sep,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    isEvalSupported: false,
    disableFontFace: true,
    maxImageSize: 1,
    verbosity: 0,
  };
  const child = fork('', [], {
    execArgv: [`--max-old-space-size=${LARGEST_HEAP}`, '--input-type=commonjs', '--eval', PROGRAM],
    env: { DISABLE_SYSTEM_FONTS_LOAD: '1' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const memory = LARGEST_PROCESS * MEBIBYTE;
  const limits = { pages: MOST_PAGES, items: MOST_ITEMS, text: LONGEST_TEXT, memory };
  child.send({ pdfjs, options, limits });
  return child;
}

/** What pdf.js says in its own words is passed on, for it may be a fault of ours. */
function unread({ name, message }: { name: string; message: string }, file: string): DuiqiError {
  if (name === 'PasswordException') {
    return new DuiqiError(
      'encrypted',
      'This PDF is protected by a password.',
      { file },
      'Open it, save a copy without a password (print it to a new PDF), and try again.',
    );
  }
  return new DuiqiError(
    'damaged',
    name === 'InvalidPDFException'
      ? 'This PDF is damaged: its pages cannot be found in it.'
      : `This PDF cannot be read; pdf.js says “${message}”.`,
    { file },
    'Get it again from where it came; it may have been cut off on the way.',
  );
}

function tooLong(pages: number, file: string): DuiqiError {
  const size = pages > 0 ? `it has ${pages} pages` : 'it has more text than a book';
  return new DuiqiError(
    'too-large',
    `This PDF is too long: ${size}.`,
    { file },
    'Cut it into several files.',
  );
}

/** It depends on the machine only for files that are made for harm, or so broken that nobody can show them. */
function tooMuchWork(file: string): DuiqiError {
  return new DuiqiError(
    'too-large',
    'This PDF cannot be read with reasonable time and memory.',
    { file },
    'Print it to a new PDF and read that, or save its text as a plain text file.',
  );
}
