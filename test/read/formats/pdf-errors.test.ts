import { deflateSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import type { DuiqiError } from '../../../src/errors.ts';
import { readPdf } from '../../../src/read/formats/pdf.ts';
import { makeObjects, makePdf, paragraph, stream, type Text } from './pdf-maker.ts';

const text = 'The ferry left the island at noon with two goats and a piano on board.';
const lines = paragraph(text, { width: 200 });
const MEBIBYTE = 1 << 20;

async function errorOf(bytes: Uint8Array): Promise<Pick<DuiqiError, 'code' | 'message'>> {
  const error: DuiqiError = await readPdf(bytes, 'ferry.pdf').then(
    () => expect.fail('It was read.'),
    (thrown) => thrown,
  );
  return { code: error.code, message: error.message };
}

/** A page with one letter in a font whose widths and table are as given. */
function withFont(widths: string, table: Uint8Array): Uint8Array {
  return makeObjects([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    stream('BT /F 10 Tf 72 700 Td <0041> Tj ET'),
    '<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>',
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W${widths}/FontDescriptor 8 0 R>>`,
    table,
    '<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
  ]);
}

describe('a PDF', () => {
  it('is left as it is, and nothing is printed', async () => {
    const bytes = makePdf([{ texts: lines }]);
    const before = Uint8Array.from(bytes);
    const written = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
    await readPdf(bytes, 'ferry.pdf');
    const calls = written.flatMap((spy) => spy.mock.calls);
    for (const spy of written) spy.mockRestore();
    expect(calls).toEqual([]);
    expect(bytes).toEqual(before);
  });

  it('may come in a Buffer, as files are read, or be a slice of one', async () => {
    const bytes = makePdf([{ texts: lines }]);
    const slice = Buffer.concat([Buffer.from('before'), bytes]).subarray(6);
    for (const buffer of [Buffer.from(bytes), slice]) {
      const { pieces } = await readPdf(buffer, 'ferry.pdf');
      expect(pieces.map((piece) => piece.text)).toEqual([text]);
    }
  });

  it('that is read twice gives the same', async () => {
    const bytes = makePdf([{ texts: lines }, { texts: lines }]);
    expect(await readPdf(bytes, 'a.pdf')).toEqual(await readPdf(bytes, 'b.pdf'));
  });

  it('with a password is refused', async () => {
    const entry = `/Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>`;
    const bytes = makePdf([{ texts: lines }], `/Encrypt<<${entry}>>/ID[<41><41>]`);
    expect(await errorOf(bytes)).toEqual({
      code: 'encrypted',
      message:
        'ferry.pdf: This PDF is protected by a password. Open it, save a copy without a password (print it to a new PDF), and try again.',
    });
  });

  it('that is cut off is refused', async () => {
    const bytes = makePdf([{ texts: lines }]);
    const { code, message } = await errorOf(bytes.subarray(0, bytes.length - 200));
    expect([code, message]).toEqual(['damaged', expect.stringContaining('The end of this PDF is missing.')]);
  });

  it.each([
    [
      'whose pages contain themselves',
      makeObjects(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
    ],
    ['without a catalogue', makeObjects(['<</Type/Nothing>>'])],
    ['that is none', new TextEncoder().encode('%PDF-1.7 and nothing behind it startxref 5')],
  ])('%s is refused', async (_, bytes) => {
    expect((await errorOf(bytes)).code).toBe('damaged');
  });

  it('of pictures only is refused', async () => {
    expect(await errorOf(makePdf([{ texts: [] }, { texts: [] }]))).toEqual({
      code: 'format',
      message:
        'ferry.pdf: This PDF has no text, only pictures of it. Run it through OCR first, for instance with ocrmypdf -l chi_sim+eng.',
    });
  });

  it('without pages is refused', async () => {
    expect((await errorOf(makePdf([]))).message).toContain('This PDF has no pages.');
  });

  it('of vertical lines only is refused', async () => {
    const texts: Text[] = [{ text: '渡船离开小岛', left: 400, top: 100, font: 'vertical' }];
    const { code, message } = await errorOf(makePdf([{ texts }]));
    expect([code, message]).toEqual(['format', expect.stringContaining('runs vertically')]);
  });

  it('whose fonts do not say which letters they show is refused', async () => {
    const mute = lines.map(
      (line): Text => ({ ...line, font: 'mute', text: line.text.replace(/./g, '\u0003') }),
    );
    const { code, message } = await errorOf(makePdf([{ texts: mute }]));
    expect([code, message]).toEqual([
      'format',
      expect.stringContaining('do not say which letters they show'),
    ]);
  });

  it.each([
    [[2], 'Page 2 has no text and was left out.'],
    [[2, 5], 'Pages 2 and 5 have no text and were left out.'],
    [[1, 2, 4], 'Pages 1, 2 and 4 have no text and were left out.'],
    [
      Array.from({ length: 14 }, (_, i) => i + 2),
      'Pages 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 4 more have no text and were left out.',
    ],
  ])('tells that pages %j have no text', async (empty, notice) => {
    const pages = Array.from({ length: 16 }, (_, i) => ({
      texts: empty.includes(i + 1) ? [] : [{ text: `It was day ${i} of the journey.`, left: 72, top: 300 }],
    }));
    expect((await readPdf(makePdf(pages), 'ferry.pdf')).notices).toEqual([notice]);
  });

  it('tells that some letters are unknown', async () => {
    const { pieces, notices } = await readPdf(
      makePdf([{ texts: [...lines, { text: 'a\u0002b', left: 72, top: 200 }] }]),
      'ferry.pdf',
    );
    expect(pieces.at(-1)?.text).toBe('a\ufffdb');
    expect(notices).toEqual(['Some letters could not be read, for their fonts do not say which they are.']);
  });

  it('tells that a part of it is broken', async () => {
    const packed = deflateSync(Buffer.alloc(5000, 'q Q ')).fill(7, 12, 20);
    const pages = Buffer.from(makePdf([{ texts: lines }]));
    const broken = Buffer.concat([Buffer.from('%PDF-1.7\n'), stream(packed, '/Filter/FlateDecode')]);
    const offset = Number(/startxref\n(\d+)/.exec(pages.toString('latin1'))![1]);
    const shifted = Buffer.concat([pages.subarray(0, offset), broken, pages.subarray(offset)]);
    const end = shifted.toString('latin1').replace(/startxref\n\d+/, `startxref\n${offset + broken.length}`);
    const { pieces, notices } = await readPdf(new Uint8Array(Buffer.from(end, 'latin1')), 'ferry.pdf');
    expect(pieces.map((piece) => piece.text)).toEqual([text]);
    expect(notices).toEqual(['Part of the file is damaged; some text may be missing.']);
  });

  it('of too many pages is refused', async () => {
    const kids = Array.from({ length: 5_001 }, () => '3 0 R').join(' ');
    const { code, message } = await errorOf(
      makeObjects([
        '<</Type/Catalog/Pages 2 0 R>>',
        `<</Type/Pages/Kids[${kids}]/Count 5001>>`,
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
      ]),
    );
    expect([code, message]).toEqual(['too-large', expect.stringContaining('it has 5001 pages')]);
  });

  it('that unpacks to gigabytes is refused', async () => {
    const bomb = deflateSync(Buffer.alloc(130 * MEBIBYTE, 32), { level: 1 });
    const bytes = withFont('[65[500]]', stream(bomb, '/Filter/FlateDecode'));
    expect(bytes.length).toBeLessThan(MEBIBYTE);
    const { code, message } = await errorOf(bytes);
    expect([code, message]).toEqual(['too-large', expect.stringContaining('unpacks to far more')]);
  });

  it('that makes pdf.js loop for ever is refused', async () => {
    const { code, message } = await errorOf(withFont('[0 2000000000 500]', stream('')));
    expect([code, message]).toEqual(['too-large', expect.stringContaining('reasonable time and memory')]);
  });

  it('that shows itself within itself thousands of times is refused', async () => {
    const form = (inner: number) =>
      stream(
        '/X Do '.repeat(10),
        `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>/XObject<</X ${inner} 0 R>>>>`,
      );
    const bytes = makeObjects([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 6 0 R>>>>>>',
      stream('/X Do'),
      '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>',
      ...Array.from({ length: 9 }, (_, i) => form(7 + i)),
      stream(
        'BT /F 10 Tf 72 700 Td (goat) Tj ET',
        '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>',
      ),
    ]);
    expect((await errorOf(bytes)).code).toBe('too-large');
  });
});
