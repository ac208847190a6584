/**
 * Documents that nobody should have to read, through the built command, one process each: every one must end in under ten
 * seconds and a gigabyte with a message that names it and says what to do, or come out as text.
 * `npm run check:bad-documents`, after `npm run build`.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '../../src/cli/terminal.ts';
import { DUIQI, ROOT, say } from '../bench/measure.ts';
import { packedZeros, zip } from '../read/formats/zip.ts';

const MOST_SECONDS = 10;
const MOST_MIB = 1024;
/** Bytes that an archive claims, and nobody would unpack. */
const TEN_GIGABYTES = 10_240;

const PARAGRAPH = '<w:p><w:r><w:t>那天早上港口没有一个人，船都还没有回来。</w:t></w:r></w:p>';
const DOCX_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body: string, before = '') =>
  zip([
    { name: '[Content_Types].xml', data: DOCX_TYPES },
    { name: 'word/document.xml', data: `${before}<w:document ${W}><w:body>${body}</w:body></w:document>` },
  ]);
const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>';
const OPF =
  '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>';
const epub = (chapter: string | Uint8Array, more: object = {}) =>
  zip([
    { name: 'mimetype', data: 'application/epub+zip' },
    { name: 'META-INF/container.xml', data: CONTAINER },
    { name: 'a.opf', data: OPF },
    { name: 'a.xhtml', data: chapter, ...more },
  ]);
const bomb = (name: string) => ({
  name,
  data: packedZeros(TEN_GIGABYTES),
  packed: true,
  size: 0xffff_0000,
  crc: 0,
});
const laughs = `<!DOCTYPE d [${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}<!ENTITY a0 "ha">]>`;
const story = readFileSync(join(ROOT, 'corpus', 'news', 'zh-CN.txt'));

/** A PDF whose one page shows a picture and nothing else. */
function picturePdf(): string {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>',
    '<</Length 29>>stream\nq 99 0 0 99 0 0 cm /I Do Q   \nendstream',
    '<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n0\nendstream',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `${text}xref\n0 6\n0000000000 65535 f \n${rows}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
}

/** What an encrypted Word file is: an OLE2 container with two streams of these names. */
function encryptedDocx(): Uint8Array {
  const file = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(3, 26);
  file.writeUInt16LE(0xfffe, 28);
  file.writeUInt16LE(9, 30);
  file.writeUInt16LE(6, 32);
  // One sector of allocation table, which is sector 1 and ends every chain, and the directory in sector 0.
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(0, 48);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(1, 76);
  file.fill(0xff, 1024, 1536);
  file.writeUInt32LE(0xffff_fffe, 1024);
  ['Root Entry', 'EncryptionInfo', 'EncryptedPackage'].forEach((name, i) => {
    file.write(name, 512 + 128 * i, 'utf16le');
    file.writeUInt16LE(2 * name.length + 2, 512 + 128 * i + 64);
    file.writeUInt8(i === 0 ? 5 : 2, 512 + 128 * i + 66);
  });
  return file;
}

type Content = string | Uint8Array;
/** Name of the file → its content, and the code to end with: 0 where it should come out as text. */
const CASES: readonly (readonly [file: string, content: () => Content, code: 0 | 2])[] = [
  ['encrypted.docx', encryptedDocx, 2],
  ['encrypted entry.epub', () => epub('<p>x</p>', { flag: 1 }), 2],
  ['truncated.docx', () => docx(PARAGRAPH.repeat(2000)).subarray(0, 700), 2],
  ['truncated.epub', () => epub(`<p>${story}</p>`).subarray(0, 3000), 2],
  ['bomb.docx', () => zip([{ name: '[Content_Types].xml', data: DOCX_TYPES }, bomb('word/document.xml')]), 2],
  ['bomb.epub', () => epub(packedZeros(TEN_GIGABYTES), { packed: true, size: 0xffff_0000, crc: 0 }), 2],
  ['lying bomb.epub', () => epub(packedZeros(TEN_GIGABYTES), { packed: true, size: 1000, crc: 0 }), 2],
  ['laughs.docx', () => docx(`<w:p><w:r><w:t>&a12;</w:t></w:r></w:p>`, laughs), 2],
  [
    'entity of a file.docx',
    () => docx('<w:p>&x;</w:p>', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    2,
  ],
  ['deep.docx', () => docx(`${'<w:p>'.repeat(100_000)}${'</w:p>'.repeat(100_000)}`), 2],
  ['deep.html', () => `<html>${'<div>'.repeat(100_000)}那天早上港口没有一个人，船都还没有回来。`, 0],
  [
    'deep table.html',
    () => `<html>${'<table><tr><td>'.repeat(33_000)}那天早上港口没有一个人，船都还没有回来。`,
    0,
  ],
  [
    'remote.html',
    () => '<html><script src="http://127.0.0.1:9/x"></script><img src="file:///etc/passwd"><p>他走了。</p>',
    0,
  ],
  ['deep.md', () => `${'>'.repeat(100_000)} 那天早上港口没有一个人。`, 0],
  ['pictures.pdf', picturePdf, 2],
  ['truncated.pdf', () => picturePdf().slice(0, 200), 2],
  ['a word file.txt', () => docx(PARAGRAPH), 0],
  ['a text.docx', () => story, 0],
  ['a web page.pdf', () => '<!DOCTYPE html><title>港口</title><p>那天早上港口没有一个人。</p>', 0],
  [
    'a spreadsheet.docx',
    () =>
      zip([
        { name: 'xl/workbook.xml', data: '<workbook/>' },
        { name: '[Content_Types].xml', data: DOCX_TYPES.replace('/word/document.xml', '/xl/workbook.xml') },
      ]),
    2,
  ],
  ['old.doc', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]), 2],
  [
    'two charsets.txt',
    () => Buffer.concat([story, Buffer.from('b5dabbe1d2e9bdfcccecd4dacfc2cee7cad5b3a1a1a30a', 'hex')]),
    2,
  ],
  ['nothing.html', () => '<html><script>var a = 1;</script></html>', 2],
];

interface Outcome {
  readonly code: number | null;
  readonly seconds: number;
  readonly mib: number;
  readonly message: string;
}

/** Lets the process tell its peak memory, children included, when it ends. */
const TELL_PEAK = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))`;

function segmented(path: string): Outcome {
  const start = performance.now();
  const { status, stderr, output } = spawnSync(
    process.execPath,
    ['--import', TELL_PEAK, DUIQI, 'segment', path],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe', 'pipe'], timeout: 60_000, maxBuffer: 2 ** 28 },
  );
  const seconds = (performance.now() - start) / 1000;
  const [message] = stderr.split('\n');
  return { code: status, seconds, mib: Number(output[3]) / 1024, message: message! };
}

function isGood({ code, seconds, mib, message }: Outcome, wanted: number): boolean {
  const isTold = message.length > 20 && !/defect of duiqi|\bat .*:\d+:\d+\)/.test(message);
  return code === wanted && seconds < MOST_SECONDS && mib < MOST_MIB && isTold;
}

/** 500 MB of Chinese text, most of it a hole in the file. */
function writeHuge(path: string): void {
  const file = openSync(path, 'w');
  writeSync(file, story);
  ftruncateSync(file, 500 * 1024 * 1024);
  closeSync(file);
}

const folder = mkdtempSync(join(tmpdir(), 'duiqi-bad-'));
try {
  const cases: (readonly [string, 0 | 2])[] = CASES.map(([file, content, code]) => {
    writeFileSync(join(folder, file), content());
    return [file, code];
  });
  writeHuge(join(folder, '500 MB.txt'));
  const rows = [...cases, ['500 MB.txt', 2] as const].map(([file, wanted]) => {
    const outcome = segmented(join(folder, file));
    const good = isGood(outcome, wanted);
    if (!good) process.exitCode = 1;
    const { code, seconds, mib, message } = outcome;
    const told = message.replaceAll(`${folder}/`, '').replace(/^duiqi: /, '');
    return [file, String(code), seconds.toFixed(1), mib.toFixed(0), good ? '' : 'WRONG', told];
  });
  say(table([['document', 'exit', 's', 'MiB', '', 'message'], ...rows], [1, 2, 3]).trimEnd());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
