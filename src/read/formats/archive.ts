/** The ZIP archive that a Word file or an e-book is. Names in it are only keys: nothing is ever written to disk. */
import { isUtf8 } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { DuiqiError } from '../../errors.ts';
import { LARGEST_UNPACKED, MOST_ENTRIES } from '../limits.ts';
import type { XmlPart } from './xml.ts';

/** Compression methods of APPNOTE.TXT 4.4.5. */
const STORED = 0;
const DEFLATED = 8;
const AES_ENCRYPTED = 99;
/** How yauzl says that the names themselves are encrypted. */
const STRONG_ENCRYPTION = /encryption/;
const NO_END = /End of central directory/;

/** An OLE2 compound file names its streams in directory entries of 128 bytes ([MS-CFB] 2.6.1). */
const OLE_ENTRY = 128;
const OLE_NAME_LENGTH = 64;
const OLE_TYPE = 66;
const OLE_STREAM = 2;

/** What lies in the folders of an Office Open XML file. */
const OFFICE_FOLDERS = { 'word/': 'docx', 'xl/': 'xlsx', 'ppt/': 'pptx' } as const;
const OPEN_DOCUMENT_TEXT = /^application\/vnd\.oasis\.opendocument\.text/;

export type ArchiveKind = 'docx' | 'epub' | 'odt' | 'xlsx' | 'pptx' | 'other';

export interface Archive {
  readonly names: ReadonlySet<string>;
  /**
   * The unpacked bytes of an entry, undefined when there is none of that name.
   *
   * @throws DuiqiError `encrypted`, `damaged`, `format`, or `too-large` when all that was read comes to too much
   */
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
  /** The same, to be read as XML. */
  readonly part: (name: string) => Promise<XmlPart | undefined>;
}

/**
 * Opens an archive. Of two entries with one name the later counts, for archives are changed by adding at the end.
 *
 * @param file only to name the place of an error
 * @throws DuiqiError `damaged`, `encrypted` or `too-large`
 */
export async function openArchive(bytes: Uint8Array, file: string): Promise<Archive> {
  const zip = await orDamaged(file, () => openZip(bytes));
  if (zip.entryCount > MOST_ENTRIES) throw tooManyEntries(zip.entryCount, file);
  const entries = await orDamaged(file, () => entriesOf(zip));
  let unpacked = 0;
  const read = async (name: string) => {
    const entry = entries.get(name);
    if (entry === undefined) return undefined;
    refuseUnreadable(entry, file);
    unpacked += entry.uncompressedSize;
    if (unpacked > LARGEST_UNPACKED) throw tooLarge(file);
    return orDamaged(file, async () => unpack(entry, await packedBytes(zip, entry, bytes)));
  };
  const marks = { count: 0 };
  const part = async (name: string) => {
    const bytes = await read(name);
    return bytes && { bytes, name, file, marks };
  };
  return { names: new Set(entries.keys()), read, part };
}

/**
 * What kind of document an archive is, by what is in it.
 *
 * @throws DuiqiError as `openArchive` and its `read` do
 */
export async function kindOfArchive(bytes: Uint8Array, file: string): Promise<ArchiveKind> {
  const { names, read } = await openArchive(bytes, file);
  const mimetype = new TextDecoder().decode(await read('mimetype')).trim();
  if (OPEN_DOCUMENT_TEXT.test(mimetype)) return 'odt';
  if (mimetype === 'application/epub+zip' || names.has('META-INF/container.xml')) return 'epub';
  if (!names.has('[Content_Types].xml')) return 'other';
  const all = [...names];
  const office = Object.entries(OFFICE_FOLDERS).find(([folder]) =>
    all.some((name) => name.startsWith(folder)),
  );
  return office?.[1] ?? 'other';
}

/**
 * The name of the entry that a reference within another entry means: `../Text/2.xhtml#top` in folder `OPS/Package` is
 * `OPS/Text/2.xhtml`. Undefined for what lies outside of the archive.
 */
export function entryName(folder: string, reference: string): string | undefined {
  const path = decoded(reference.replace(/[?#].*/s, '').replaceAll('\\', '/'));
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(path)) return undefined;
  const name: string[] = [];
  for (const step of path.startsWith('/') ? path.split('/') : [...folder.split('/'), ...path.split('/')]) {
    if (step === '..' && name.pop() === undefined) return undefined;
    if (!['', '.', '..'].includes(step)) name.push(step);
  }
  return name.join('/');
}

/** The folder that an entry lies in, without a slash at its end. */
export function folderOf(name: string): string {
  return name.slice(0, Math.max(name.lastIndexOf('/'), 0));
}

/** Some programs write a percent sign for itself. */
function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const { fromBufferPromise } = await import('yauzl');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, autoClose: false });
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const { getFileNameLowLevel } = await import('yauzl');
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const { fileNameRaw, generalPurposeBitFlag, extraFields } = entry;
    // Many programs write UTF-8 without saying so.
    const name = isUtf8(fileNameRaw)
      ? fileNameRaw.toString()
      : getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
    entries.set(name.replaceAll('\\', '/'), entry);
  }
  return entries;
}

async function packedBytes(zip: ZipFile, entry: Entry, bytes: Uint8Array): Promise<Uint8Array> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  return bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
}

/** Unpacks no byte more than the entry declares: a bomb that lies about its size is stopped there. */
function unpack(entry: Entry, packed: Uint8Array): Uint8Array {
  const declared = entry.uncompressedSize;
  const isPacked = entry.compressionMethod === DEFLATED;
  const bytes = isPacked ? inflateRawSync(packed, { maxOutputLength: Math.max(declared, 1) }) : packed;
  if (bytes.length !== declared) throw new Error('size differs from the declared one');
  if (crc32(bytes) !== entry.crc32) throw new Error('checksum differs from the declared one');
  return bytes;
}

function refuseUnreadable(entry: Entry, file: string): void {
  const method = entry.compressionMethod;
  if (entry.isEncrypted() || method === AES_ENCRYPTED) throw encrypted(file);
  if (method === STORED || method === DEFLATED) return;
  const reason = `This file is packed in a way that is not used for documents: method ${method}.`;
  throw new DuiqiError(
    'format',
    reason,
    { file },
    'Open it in the program that it is for and save it again.',
  );
}

/** Whatever the library or zlib find wrong is damage of the file. */
async function orDamaged<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const cause = error instanceof Error ? error.message : '';
    if (STRONG_ENCRYPTION.test(cause)) throw encrypted(file);
    const reason = NO_END.test(cause)
      ? 'This file is cut off: its end is missing.'
      : 'This file is damaged: the archive that it consists of cannot be unpacked.';
    const advice = 'Copy or download it again, or open it in the program that it is for and save it again.';
    throw new DuiqiError('damaged', reason, { file }, advice);
  }
}

function encrypted(file: string): DuiqiError {
  const advice = 'Save it without a password and try again.';
  return new DuiqiError('encrypted', 'This file is protected by a password.', { file }, advice);
}

function tooManyEntries(count: number, file: string): DuiqiError {
  const reason = `This file is too large: it holds ${count} files, and ${MOST_ENTRIES} are the most.`;
  return new DuiqiError('too-large', reason, { file }, 'Save its text as several documents.');
}

function tooLarge(file: string): DuiqiError {
  const reason = `This file is too large: its text unpacks to more than ${LARGEST_UNPACKED >> 20} MiB.`;
  return new DuiqiError('too-large', reason, { file }, 'Save its text as several documents.');
}

/** What to say of an OLE2 file (D0 CF 11 E0 …), whatever its ending: a Word file with a password, or one of before 2007. */
export function oleError(bytes: Uint8Array, file: string): DuiqiError {
  if (hasOleStream(bytes, 'EncryptedPackage')) {
    const advice = 'Open it in Word, save it without a password, and try again.';
    return new DuiqiError('encrypted', 'This file is protected by a password.', { file }, advice);
  }
  const reason = hasOleStream(bytes, 'WordDocument')
    ? 'This is a Word file of the old kind (.doc).'
    : 'This is an Office file of the old kind.';
  const advice = 'Open it in Word or LibreOffice, save it as .docx, and try again.';
  return new DuiqiError('format', reason, { file }, advice);
}

function hasOleStream(bytes: Uint8Array, name: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sought = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = buffer.indexOf(sought); at !== -1; at = buffer.indexOf(sought, at + 1)) {
    const isEntry = at % OLE_ENTRY === 0 && at + OLE_ENTRY <= buffer.length;
    if (!isEntry || buffer.readUInt16LE(at + OLE_NAME_LENGTH) !== sought.length) continue;
    if (buffer[at + OLE_TYPE] === OLE_STREAM) return true;
  }
  return false;
}
