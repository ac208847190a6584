import { describe, expect, it } from 'vitest';
import type { DuiqiError } from '../../../src/errors.ts';
import { readEpub } from '../../../src/read/formats/epub.ts';
import { packedZeros, type ZipEntry, zip } from './zip.ts';

const FILE = 'lamp.epub';
const CONTAINER = container('OPS/book.opf');

function container(path: string): string {
  return `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
    <rootfile full-path="${path}" media-type="application/oebps-package+xml"/></rootfiles></container>`;
}

interface Item {
  readonly href: string;
  readonly type?: string;
  readonly properties?: string;
  /** Of the spine; absent from it when undefined. */
  readonly linear?: 'yes' | 'no';
}

function opf(items: readonly Item[], more = ''): string {
  const manifest = items.map(
    ({ href, type = 'application/xhtml+xml', properties = '' }, i) =>
      `<item id="i${i}" href="${href}" media-type="${type}" properties="${properties}"/>`,
  );
  const spine = items.map(({ linear }, i) => (linear ? `<itemref idref="i${i}" linear="${linear}"/>` : ''));
  return `<package xmlns="http://www.idpf.org/2007/opf"><manifest>${manifest.join('')}</manifest>
    <spine>${spine.join('')}</spine>${more}</package>`;
}

const chapter = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>${body}</body></html>`;
const page = (href: string): Item => ({ href, linear: 'yes' });

/** A book of these items; files by their names in the folder OPS. */
function book(
  items: readonly Item[],
  files: Readonly<Record<string, string | Uint8Array>>,
  more = '',
): Uint8Array {
  return zip([
    { name: 'mimetype', data: 'application/epub+zip', method: 0 },
    { name: 'META-INF/container.xml', data: CONTAINER },
    { name: 'OPS/book.opf', data: opf(items, more) },
    ...Object.entries(files).map(([name, data]) => ({ name: `OPS/${name}`, data })),
  ]);
}

const read = (bytes: Uint8Array) => readEpub(bytes, FILE);
const texts = async (bytes: Uint8Array) => (await read(bytes)).pieces.map(({ text }) => text);

async function errorOf(bytes: Uint8Array): Promise<DuiqiError> {
  const result = await read(bytes).catch((error: unknown) => error);
  expect(result).toMatchObject({ name: 'DuiqiError', position: { file: FILE } });
  return result as DuiqiError;
}

describe('an e-book', () => {
  it('is read in the order of its spine, not of its files', async () => {
    const files = { 'a.xhtml': chapter('<p>船来了。</p>'), 'b.xhtml': chapter('<h1>雾</h1><p>天黑了。</p>') };
    const { pieces, notices } = await read(book([page('b.xhtml'), page('a.xhtml')], files));
    expect(pieces).toEqual([
      { text: '雾', role: 'heading' },
      { text: '天黑了。', role: 'paragraph' },
      { text: '船来了。', role: 'paragraph' },
    ]);
    expect(notices).toEqual([]);
  });

  it('has names with percent signs, folders, and places within files', async () => {
    const files = {
      'Text/第一 章.xhtml': chapter('<p>one</p>'),
      'Text/b.xhtml': chapter('<p>two</p>'),
      'c%20d.xhtml': chapter('<p>three</p>'),
    };
    const items = [
      'Text/%E7%AC%AC%E4%B8%80%20%E7%AB%A0.xhtml',
      './Text/../Text/b.xhtml#start',
      'c%20d.xhtml',
    ];
    expect(await texts(book(items.map(page), files))).toEqual(['one', 'two', 'three']);
  });

  it('may have its package document in any folder, under any prefix', async () => {
    const bytes = zip([
      { name: 'META-INF/container.xml', data: container('a b.opf') },
      {
        name: 'a b.opf',
        data:
          '<opf:package xmlns:opf="http://www.idpf.org/2007/opf"><opf:manifest><opf:item id="x" href="1.html" media-type="text/html"/>' +
          '</opf:manifest><opf:spine><opf:itemref idref="x"/></opf:spine></opf:package>',
      },
      { name: '1.html', data: '<p>fog' },
    ]);
    expect(await texts(bytes)).toEqual(['fog']);
  });

  it('has no tables of contents, pictures, or what does not belong to the run of the text', async () => {
    const items: Item[] = [
      { href: 'cover.svg', type: 'image/svg+xml', linear: 'yes' },
      page('cover.xhtml'),
      { href: 'nav.xhtml', properties: 'scripted nav', linear: 'yes' },
      page('toc.xhtml'),
      page('1.xhtml'),
      { href: 'answers.xhtml', linear: 'no' },
      { href: 'unused.xhtml' },
    ];
    const files = {
      'cover.svg': '<svg><text>COVER</text></svg>',
      'cover.xhtml': chapter('<img src="c.png" alt="Cover"/>'),
      ...Object.fromEntries(
        ['nav', 'toc', '1', 'answers', 'unused'].map((name) => [`${name}.xhtml`, chapter(`<p>${name}</p>`)]),
      ),
    };
    const guide =
      '<guide><reference type="toc" href="toc.xhtml"/><reference type="text" href="1.xhtml"/></guide>';
    const { pieces, notices } = await read(book(items, files, guide));
    expect(pieces.map(({ text }) => text)).toEqual(['1']);
    expect(notices).toEqual([]);
  });

  it('keeps a chapter with a table of contents at one place in it', async () => {
    const guide = '<guide><reference type="toc" href="1.xhtml#toc"/></guide>';
    expect(await texts(book([page('1.xhtml')], { '1.xhtml': chapter('<p>雾</p>') }, guide))).toEqual(['雾']);
  });

  it('has a chapter once, though the spine names it twice', async () => {
    const items = [page('1.xhtml'), page('1.xhtml#second')];
    expect(await texts(book(items, { '1.xhtml': chapter('<p>雾</p>') }))).toEqual(['雾']);
  });

  it('has its footnotes where they stand', async () => {
    const body =
      '<p>灯亮了<a epub:type="noteref" href="#n1"><sup>1</sup></a>。</p><aside epub:type="footnote" id="n1"><p>铜灯。</p></aside><p>雾散了。</p>';
    expect((await read(book([page('1.xhtml')], { '1.xhtml': chapter(body) }))).pieces).toEqual([
      { text: '灯亮了。', role: 'paragraph' },
      { text: '铜灯。', role: 'note' },
      { text: '雾散了。', role: 'paragraph' },
    ]);
  });

  it('may have chapters in UTF-16 or in the charset that they declare', async () => {
    const text = chapter('<p>雾散了。</p>');
    const gbk = Uint8Array.of(...Buffer.from('<?xml version="1.0" encoding="GBK"?><p>'), 0xce, 0xed, 0x3c);
    const files = {
      '1.xhtml': Buffer.from(`\uFEFF${text}`, 'utf16le'),
      '2.xhtml': Buffer.from(text, 'utf16le').swap16(),
      '3.xhtml': `\uFEFF${text}`,
      '4.xhtml': gbk.slice(0, -1),
      '5.xhtml': text.replace('utf-8', 'utf-16'),
    };
    expect(await texts(book(Object.keys(files).map(page), files))).toEqual([
      ...['雾散了。', '雾散了。', '雾散了。', '雾', '雾散了。'],
    ]);
  });

  it('is read though characters of it are wrong, which is told', async () => {
    const files = {
      '1.xhtml': Uint8Array.of(...Buffer.from('<p>fog '), 0xff),
      '2.xhtml': chapter('<p>boat</p>'),
    };
    const { pieces, notices } = await read(book([page('1.xhtml'), page('2.xhtml')], files));
    expect(pieces.map(({ text }) => text)).toEqual(['fog \uFFFD', 'boat']);
    expect(notices).toEqual([
      'Some characters could not be read, for they are not in the charset of the file: OPS/1.xhtml.',
    ]);
  });

  it('is read though chapters of it are missing, which is told', async () => {
    const items = ['1', '2', '3', '4', '5', '../../up'].map((name) => page(`${name}.xhtml`));
    const { pieces, notices } = await read(book(items, { '3.xhtml': chapter('<p>fog</p>') }));
    expect(pieces.map(({ text }) => text)).toEqual(['fog']);
    expect(notices).toEqual([
      'Missing in the e-book, though it names them: OPS/1.xhtml, OPS/2.xhtml, OPS/4.xhtml and 2 more.',
    ]);
  });

  it('expands no entity that a chapter declares', async () => {
    const declared =
      '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "boom">]><p>fog&amp;&#x96FE; &y;</p>';
    const [text] = await texts(book([page('1.xhtml')], { '1.xhtml': declared }));
    expect(text).toBe('fog&雾 &y;');
  });
});

describe('a bad e-book', () => {
  const files = { '1.xhtml': chapter('<p>fog</p>') };
  const parts = (...entries: ZipEntry[]) =>
    zip([{ name: 'mimetype', data: 'application/epub+zip' }, ...entries]);
  const encryption = (algorithm: string): ZipEntry => ({
    name: 'META-INF/encryption.xml',
    data: `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`,
  });
  const withEncryption = (algorithm: string) =>
    parts(
      { name: 'META-INF/container.xml', data: CONTAINER },
      { name: 'OPS/book.opf', data: opf([page('1.xhtml')]) },
      { name: 'OPS/1.xhtml', data: files['1.xhtml'] },
      encryption(algorithm),
    );

  it('with copy protection is refused; hidden fonts are none', async () => {
    const error = await errorOf(withEncryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc'));
    expect(error.code).toBe('encrypted');
    expect(error.message).toContain('DRM');
    expect(await texts(withEncryption('http://www.idpf.org/2008/embedding'))).toEqual(['fog']);
    expect(await texts(withEncryption('http://ns.adobe.com/pdf/enc#RC'))).toEqual(['fog']);
  });

  it.each<[string, ZipEntry[], string]>([
    ['no container', [], 'META-INF/container.xml is missing'],
    [
      'a container that names nothing',
      [{ name: 'META-INF/container.xml', data: '<a/>' }],
      'names no package document',
    ],
    ['no package document', [{ name: 'META-INF/container.xml', data: CONTAINER }], 'OPS/book.opf is missing'],
  ])('with %s is refused', async (_, entries, message) => {
    const error = await errorOf(parts(...entries));
    expect(error.code).toBe('damaged');
    expect(error.message).toContain(message);
  });

  it('without any of its chapters is refused', async () => {
    expect((await errorOf(book([page('2.xhtml')], files))).message).toContain('none of its chapters');
    expect((await errorOf(book([], files))).code).toBe('damaged');
  });

  it.each([
    ['broken', '<package>\n<manifest></package>', 'unexpected close tag'],
    ['an unknown entity', '<package>\n<x>&nbsp;</x></package>', 'undefined entity'],
    ['entities of its own', '\n<!DOCTYPE p [<!ENTITY x "y">]><package>&x;</package>', 'entities of its own'],
  ])('whose package document has %s is refused, with line and column', async (_, data, message) => {
    const container = { name: 'META-INF/container.xml', data: CONTAINER };
    const error = await errorOf(parts(container, { name: 'OPS/book.opf', data }));
    expect(error).toMatchObject({ code: 'damaged', position: { line: 2, column: expect.any(Number) } });
    expect(error.message).toContain(message);
    expect(error.message).toContain('OPS/book.opf');
  });

  it('whose package document has a DOCTYPE without entities is none', async () => {
    const doctype =
      '<!DOCTYPE package PUBLIC "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN" "http://example.org/p.dtd">';
    const bytes = parts(
      { name: 'META-INF/container.xml', data: CONTAINER },
      { name: 'OPS/book.opf', data: doctype + opf([page('1.xhtml')]) },
      { name: 'OPS/1.xhtml', data: files['1.xhtml'] },
    );
    expect(await texts(bytes)).toEqual(['fog']);
  });

  it('that breaks off anywhere is refused', async () => {
    const whole = book([page('1.xhtml')], { '1.xhtml': chapter('<p>The lamp was lit.</p>'.repeat(50)) });
    for (let part = 0; part < 1; part += 0.05) {
      expect((await errorOf(whole.subarray(0, Math.floor(whole.length * part)))).code).toBe('damaged');
    }
  });

  it('with a chapter of ten gigabytes, or one with a hundred thousand elements in one another, is refused or read', async () => {
    const bomb = {
      name: 'OPS/1.xhtml',
      data: packedZeros(10 * 1024),
      packed: true,
      size: 10 * 1024 ** 3,
      crc: 0,
    };
    const container = { name: 'META-INF/container.xml', data: CONTAINER };
    const bytes = parts(container, { name: 'OPS/book.opf', data: opf([page('1.xhtml')]) }, bomb);
    expect((await errorOf(bytes)).code).toBe('too-large');
    const deep = chapter(`${'<div>'.repeat(100_000)}fog${'</div>'.repeat(100_000)}`);
    expect(await texts(book([page('1.xhtml')], { '1.xhtml': deep }))).toEqual(['fog']);
  });
});
