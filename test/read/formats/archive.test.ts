import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { DuiqiError } from '../../../src/errors.ts';
import {
  entryName,
  folderOf,
  kindOfArchive,
  oleError,
  openArchive,
} from '../../../src/read/formats/archive.ts';
import { MOST_ENTRIES } from '../../../src/read/limits.ts';
import { packedZeros, type ZipEntry, zip } from './zip.ts';

const FILE = 'lamp.zip';
const STORED = 0;
const TEXT = '灯亮了。The lamp was lit.\n'.repeat(20);

async function read(archive: Uint8Array, name: string): Promise<string | undefined> {
  const bytes = await (await openArchive(archive, FILE)).read(name);
  return bytes && new TextDecoder().decode(bytes);
}

/** What opening the archive, or reading its entry `a`, throws. */
async function errorOf(archive: Uint8Array): Promise<DuiqiError> {
  const result = await read(archive, 'a').catch((error: unknown) => error);
  expect(result).toMatchObject({ name: 'DuiqiError', position: { file: FILE } });
  return result as DuiqiError;
}

const codeOf = async (...entries: ZipEntry[]) => (await errorOf(zip(entries))).code;

/** An entry of so many mebibytes of zeros. */
function zeros(name: string, mebibytes: number): ZipEntry {
  const size = mebibytes << 20;
  return { name, data: packedZeros(mebibytes), packed: true, size, crc: crc32(Buffer.alloc(size)) };
}

describe('an archive', () => {
  it('gives the bytes of its entries, packed or not', async () => {
    const archive = zip([
      { name: 'a', data: TEXT },
      { name: 'b/c.xml', data: 'stored', method: STORED },
      { name: 'empty', data: '' },
    ]);
    expect((await openArchive(archive, FILE)).names).toEqual(new Set(['a', 'b/c.xml', 'empty']));
    expect(await read(archive, 'a')).toBe(TEXT);
    expect(await read(archive, 'b/c.xml')).toBe('stored');
    expect(await read(archive, 'empty')).toBe('');
    expect(await read(archive, 'A')).toBeUndefined();
  });

  it('is found within a larger buffer', async () => {
    const archive = zip([{ name: 'a', data: TEXT }]);
    const around = new Uint8Array(archive.length + 20).fill(80);
    around.set(archive, 10);
    expect(await read(around.subarray(10, 10 + archive.length), 'a')).toBe(TEXT);
  });

  it('may have names in UTF-8 that does not say so, in old charsets, or with backslashes', async () => {
    const { names } = await openArchive(
      zip([
        { name: '第一章.xml', data: 'x', flag: 0 },
        { name: Uint8Array.of(0x81, 0x2e, 0x78), data: 'x', flag: 0 },
        { name: 'word\\document.xml', data: 'x' },
      ]),
      FILE,
    );
    expect([...names]).toEqual(['第一章.xml', 'ü.x', 'word/document.xml']);
  });

  it('may have names that lead elsewhere, for they are only keys', async () => {
    const archive = zip([
      { name: '../a', data: 'up' },
      { name: '/etc/passwd', data: 'root' },
      { name: '__proto__', data: 'no' },
    ]);
    expect(await read(archive, '../a')).toBe('up');
    expect(await read(archive, '/etc/passwd')).toBe('root');
    expect(await read(archive, '__proto__')).toBe('no');
    expect(await read(archive, 'toString')).toBeUndefined();
  });

  it('has the later of two entries with one name', async () => {
    const archive = zip([
      { name: 'a', data: 'old' },
      { name: 'a', data: 'new' },
    ]);
    expect(await read(archive, 'a')).toBe('new');
  });

  it('may have entries that share their data, each counted for what it unpacks to', async () => {
    const { read } = await openArchive(zip([zeros('a', 50), { ...zeros('b', 50), at: 0 }]), FILE);
    expect(await read('b')).toHaveLength(50 << 20);
    await expect(read('a')).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('a bad archive', () => {
  it('with a password is refused', async () => {
    expect(await codeOf({ name: 'a', data: TEXT, flag: 1 })).toBe('encrypted');
    expect(await codeOf({ name: 'a', data: TEXT, flag: 0x41 })).toBe('encrypted');
    expect(await codeOf({ name: 'a', data: TEXT, method: 99 })).toBe('encrypted');
  });

  it('is read as far as it is not protected', async () => {
    const archive = zip([
      { name: 'picture', data: 'x', flag: 1 },
      { name: 'a', data: TEXT },
    ]);
    expect(await read(archive, 'a')).toBe(TEXT);
  });

  it('that is packed in another way is refused', async () => {
    expect(await codeOf({ name: 'a', data: TEXT, method: 93 })).toBe('format');
  });

  it.each<[string, Partial<ZipEntry>]>([
    ['less than it has', { size: 10 }],
    ['more than it has', { size: 10_000 }],
    ['nothing', { size: 0 }],
    ['another checksum', { crc: 1 }],
    ['that it is packed, which it is not', { packed: true }],
  ])('whose entry declares %s is refused', async (_, lie) => {
    expect(await codeOf({ name: 'a', data: TEXT, ...lie })).toBe('damaged');
  });

  it('that breaks off anywhere is refused', async () => {
    const archive = zip([
      { name: 'a', data: TEXT },
      { name: 'b', data: TEXT },
    ]);
    for (let length = 0; length < archive.length; length++) {
      expect((await errorOf(archive.subarray(0, length))).code).toBe('damaged');
    }
    expect((await errorOf(archive.subarray(0, 100))).message).toBe(
      'lamp.zip: This file is cut off: its end is missing. Copy or download it again, or open it in the program that it is for and save it again.',
    );
  });

  it('with more entries than its end says, or fewer, is refused or read so far', async () => {
    const entries = [
      { name: 'a', data: TEXT },
      { name: 'b', data: TEXT },
    ];
    expect((await errorOf(zip(entries, 3))).code).toBe('damaged');
    expect((await openArchive(zip(entries, 1), FILE)).names).toEqual(new Set(['a']));
  });

  it('with too many entries is refused before they are looked at', async () => {
    const error = await errorOf(zip([{ name: 'a', data: TEXT }], 50_000));
    expect(error.code).toBe('too-large');
    expect(error.message).toContain('50000 files');
    const entries = Array.from({ length: MOST_ENTRIES }, (_, i) => ({ name: `${i}`, data: '' }));
    expect((await openArchive(zip(entries), FILE)).names.size).toBe(MOST_ENTRIES);
  });

  it('that would unpack to too much is refused, though each entry would not', async () => {
    const { read } = await openArchive(zip(['a', 'b', 'c'].map((name) => zeros(name, 30))), FILE);
    expect(await read('a')).toHaveLength(30 << 20);
    expect(await read('b')).toHaveLength(30 << 20);
    await expect(read('c')).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('the kind of an archive', () => {
  const kindOf = (...entries: ZipEntry[]) => kindOfArchive(zip(entries), FILE);
  const named = (...names: string[]) => kindOf(...names.map((name) => ({ name, data: '' })));
  const typed = (mimetype: string) => kindOf({ name: 'mimetype', data: mimetype, method: STORED });

  it('is told by what is in it', async () => {
    expect(await named('[Content_Types].xml', 'word/document.xml')).toBe('docx');
    expect(await named('word/document2.xml', '[Content_Types].xml')).toBe('docx');
    expect(await named('[Content_Types].xml', 'xl/workbook.xml')).toBe('xlsx');
    expect(await named('[Content_Types].xml', 'ppt/presentation.xml')).toBe('pptx');
    expect(await named('META-INF/container.xml', 'OPS/book.opf')).toBe('epub');
    expect(await typed('application/epub+zip\n')).toBe('epub');
    expect(await typed('application/vnd.oasis.opendocument.text')).toBe('odt');
    expect(await typed('application/vnd.oasis.opendocument.spreadsheet')).toBe('other');
    expect(await named('word/document.xml')).toBe('other');
    expect(await named('story.txt')).toBe('other');
    expect(await kindOfArchive(zip([]), FILE)).toBe('other');
  });
});

describe('a reference within an archive', () => {
  it.each([
    ['OPS', 'a.xhtml', 'OPS/a.xhtml'],
    ['OPS/Package', '../Text/2.xhtml#top', 'OPS/Text/2.xhtml'],
    ['OPS', './a%20b.xhtml?x=1', 'OPS/a b.xhtml'],
    ['OPS', '%E7%81%AF.xhtml', 'OPS/灯.xhtml'],
    ['OPS', '100%.xhtml', 'OPS/100%.xhtml'],
    ['word', '/word/styles.xml', 'word/styles.xml'],
    ['', 'a.xhtml', 'a.xhtml'],
    ['OPS', '../../a.xhtml', undefined],
    ['OPS', 'https://example.org/a.xhtml', undefined],
    ['OPS', '//example.org/a.xhtml', undefined],
    ['OPS', 'file:///etc/passwd', undefined],
  ])('in the folder %j to %j is %j', (folder, reference, name) => {
    expect(entryName(folder, reference)).toBe(name);
  });

  it('has a folder', () => {
    expect(folderOf('OPS/text/a.xhtml')).toBe('OPS/text');
    expect(folderOf('a.xhtml')).toBe('');
  });
});

describe('an Office file of the old kind', () => {
  /** An OLE2 file whose directory, in its second sector, has these streams. */
  function ole(...streams: string[]): Uint8Array {
    const bytes = Buffer.alloc(512 + 128 * (streams.length + 1));
    bytes.write('d0cf11e0a1b11ae1', 'hex');
    ['Root Entry', ...streams].forEach((name, i) => {
      const at = 512 + 128 * i;
      bytes.write(name, at, 'utf16le');
      bytes.writeUInt16LE((name.length + 1) * 2, at + 64);
      bytes[at + 66] = i === 0 ? 5 : 2;
    });
    return bytes;
  }

  it('with a password is told from a .doc and from others', () => {
    expect(oleError(ole('EncryptionInfo', 'EncryptedPackage'), 'a.docx').code).toBe('encrypted');
    const doc = oleError(ole('1Table', 'WordDocument'), 'a.doc');
    expect(doc.code).toBe('format');
    expect(doc.message).toContain('.docx');
    expect(doc.message).toContain('(.doc)');
    const other = oleError(ole('Workbook'), 'a.xls');
    expect(other.code).toBe('format');
    expect(other.message).not.toContain('(.doc)');
  });

  it('is not taken for one with a password because of its text', () => {
    const text = Buffer.concat([
      ole('WordDocument'),
      Buffer.alloc(64),
      ole('EncryptedPackage').subarray(512),
      Buffer.from('EncryptedPackage\0', 'utf16le'),
    ]);
    expect(oleError(text, 'a.doc').message).toContain('(.doc)');
    expect(oleError(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'a.doc').code).toBe('format');
  });
});
