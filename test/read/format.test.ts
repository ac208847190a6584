import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/read/document.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const formatOf = async (text: string, file: string) => (await readDocument(utf8(text), file)).format;
const ZH = '那天早上，港口里一个人也没有。';

describe('the format of a document', () => {
  it.each([
    ['html', `<!DOCTYPE html><title>港口</title><p>${ZH}</p>`, 'a.pdf'],
    ['html', `<!-- saved -->\n<html><body><p>${ZH}</p></body></html>`, 'a.txt'],
    [
      'html',
      `<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body>${ZH}</body></html>`,
      'a',
    ],
    ['html', `<p>${ZH}</p>`, 'fragment.HTM'],
    ['text', ZH, 'no-tags.html'],
    ['text', `<p>${ZH}</p>`, 'about-tags.txt'],
    ['subtitles', `1\n00:00:01,000 --> 00:00:02,000\n${ZH}\n`, 'a.txt'],
    ['subtitles', `WEBVTT\n\n00:01.000 --> 00:02.000\n${ZH}\n`, 'a'],
    ['markdown', `# 港口\n\n${ZH}\n`, 'a.md'],
    ['text', ZH, 'a.docx'],
    ['text', `The header of a PDF reads %PDF-1.7, and that is all that one needs to know.`, 'a.txt'],
  ])('is %s by its content: %j in %s', async (format, text, file) => {
    expect(await formatOf(text, file)).toBe(format);
  });

  it.each([
    ['{\\rtf1\\ansi Hello}', 'a.rtf: This is RTF, which duiqi does not read. Save it as .docx.'],
    [
      '<?xml version="1.0"?>\n<tmx version="1.4"></tmx>',
      'a.rtf: This is XML of a kind that duiqi does not read: its root is <tmx>.',
    ],
    [
      '<html><script>var a = 1;</script></html>',
      'a.rtf: There is no text in this file, which was read as HTML.',
    ],
  ])('that can not be read is told: %j', async (text, message) => {
    await expect(readDocument(utf8(text), 'a.rtf')).rejects.toThrow(message);
  });
});

describe('a charset that the user gives', () => {
  const latin = Uint8Array.from([
    ...utf8('He said '),
    0x93,
    ...utf8('yes'),
    0x94,
    ...utf8(', and she went to the harbour.'),
  ]);
  const gb = Uint8Array.from([0xc4, 0xc7, 0xcc, 0xec, 0xd4, 0xe7, 0xc9, 0xcf, 0xa1, 0xa3]);

  it('for English holds for files without Chinese, and the one for Chinese for the others', async () => {
    const charsets = { zh: 'gb18030', en: 'windows-1252' } as const;
    const [en, zh] = [
      await readDocument(latin, 'a', { charsets }),
      await readDocument(gb, 'b', { charsets }),
    ];
    expect(en.parts[0]!.text).toBe('He said “yes”, and she went to the harbour.');
    expect(en.decoded!.charset).toBe('windows-1252');
    expect(zh.parts[0]!.text).toBe('那天早上。');
    expect(zh.decoded!.charset).toBe('gb18030');
  });
});
