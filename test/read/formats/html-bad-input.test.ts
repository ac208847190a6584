import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/read/formats/html.ts';
import { piecesOfHtml } from '../../../src/read/formats/html-pieces.ts';

const MANY = 100_000;
const read = async (html: string) => (await readHtml(html, 'page.html')).pieces.map(({ text }) => text);

describe('bad HTML', () => {
  it.each([
    ['div', '<div>', '</div>'],
    ['b', '<b>', '</b>'],
    ['table', '<table>', '</table>'],
    ['cell', '<table><tr><td>', '</td></tr></table>'],
    ['item', '<ul><li>', '</li></ul>'],
    ['link', '<a href="x"><div>', '</div></a>'],
    ['superscript', '<sup>', '</sup>'],
  ])('of 100,000 elements within one another is read: %s', async (_, start, end) => {
    const html = `<p>Before.</p>${start.repeat(MANY)}Deep down.${end.repeat(MANY)}<p>After.</p>`;
    expect(piecesOfHtml(html).map(({ text }) => text)).toEqual(['Before.', 'Deep down.', 'After.']);
    expect(await read(html)).toContain('Deep down.');
  });

  it('of nothing but tags without an end is read', async () => {
    for (const tag of ['<div>', '<b>', '<table>', '<a href=x>', '<svg>', '<li>', '<span hidden>', '<sup>'])
      expect(await read(tag.repeat((1 << 20) / tag.length))).toEqual([]);
  });

  it('of nothing but end tags is read', async () => {
    const html = `<section>${'<div>'.repeat(MANY)}One.${'</p></x></section></td>'.repeat(MANY)}Two.`;
    expect((await read(html)).join(' ')).toBe('One. Two.');
  });

  it('with a million attributes is read', async () => {
    const attributes = Array.from({ length: 1_000_000 }, (_, i) => `a${i}=1`).join(' ');
    expect(await read(`<p ${attributes}>One.</p>`)).toEqual(['One.']);
  });

  it('with an attribute of megabytes is read', async () => {
    expect(
      await read(`<p class="${'title-'.repeat(3e5)}" style="${'display'.repeat(3e5)}">One.</p>`),
    ).toEqual(['One.']);
  });

  it('of one text of megabytes is read', async () => {
    const text = '字，'.repeat(1e6);
    expect(await read(`<p>${text}</p>`)).toEqual([text]);
  });

  it('with NUL characters is read without them', async () => {
    expect(await read('<p>On\0e.\0</p>\0<p>Two&#0;.</p>')).toEqual(['One.', 'Two\ufffd.']);
  });

  it('with broken entities is read', async () => {
    expect(await read('<p>A &amp B &nosuch; &#x110000; &#xZZ; & C&</p>')).toEqual([
      'A & B &nosuch; \ufffd &#xZZ; & C&',
    ]);
    expect(await read(`<p>${'&'.repeat(1e6)}</p>`)).toEqual(['&'.repeat(1e6)]);
  });

  it('never has the entities expanded that it declares', async () => {
    const html = `<!DOCTYPE html [<!ENTITY x "boom"><!ENTITY y SYSTEM "file:///etc/passwd">
      ]><html><body><p>One &x; &y;.</p></body></html>`;
    expect(await read(html)).toEqual(['One &x; &y;.']);
    expect(await read('<!DOCTYPE html [\n]><p>One.</p>')).toEqual(['One.']);
  });

  it('that breaks off in a tag, a comment or a script is read as far as it goes', async () => {
    for (const end of ['<b', '<b class="x', '<!-- x', '<script>x', '<![CDATA[x', '<!DOCTYPE x', '<style>'])
      expect(await read(`<p>One.</p>${end}`)).toEqual(['One.']);
  });

  it('with signs that only look like tags is read', async () => {
    expect(await read('<p>a < b, c <3 d, 1<2>1, <>, </ >x</p>')).toEqual(['a < b, c <3 d, 1<2>1, <>, x']);
  });

  it('of too many paragraphs or line breaks is refused with advice', async () => {
    await expect(readHtml('<p>a'.repeat(250_001), 'page.html')).rejects.toMatchObject({
      code: 'too-large',
      position: { file: 'page.html' },
      advice: 'Cut it into several files.',
    });
    const reason = 'book.epub: This document has more than 250,000 lines.';
    expect(() => piecesOfHtml('a<br>'.repeat(250_001), 'book.epub')).toThrow(reason);
  });
});
