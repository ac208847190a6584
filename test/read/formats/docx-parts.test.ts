import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/read/formats/docx.ts';
import { errorOf, field, paragraph, pieces, plain, root, run, style, styled, word } from './word.ts';
import { packedZeros, type ZipEntry, zip } from './zip.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

describe('the notes of a Word file', () => {
  const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const note = (kind: string, id: number, text: string) =>
    `<w:${kind} w:id="${id}">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(text)}`)}</w:${kind}>`;

  it('stand behind the text in the order in which it refers to them, without marks', async () => {
    const body = [
      paragraph(run('灯') + reference('endnote', 1) + run('亮了') + reference('footnote', 3) + run('。')),
      paragraph(run('Fog.') + reference('footnote', 2)),
    ].join('');
    const separator = `<w:footnote w:type="separator" w:id="0">${paragraph('<w:r><w:separator/></w:r>')}</w:footnote>`;
    const footnotes = separator + note('footnote', 2, ' of the river') + note('footnote', 3, '铜灯');
    const endnotes = note('endnote', 1, '见第三章');
    expect(await pieces(body, { footnotes, endnotes })).toEqual([
      ...['灯亮了。', 'Fog.', 'note: 铜灯', 'note: of the river', 'note: 见第三章'],
    ]);
  });

  it('are left out when only deleted text refers to them', async () => {
    const body = paragraph(
      `${run('灯')}<w:del>${reference('footnote', 2)}</w:del>${reference('footnote', 3)}`,
    );
    const footnotes = note('footnote', 2, 'gone') + note('footnote', 3, '铜灯');
    expect(await pieces(body, { footnotes })).toEqual(['灯', 'note: 铜灯']);
  });

  it('are left out when only hidden text refers to them', async () => {
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r>';
    expect(await pieces(paragraph(run('灯') + hidden), { footnotes: note('footnote', 2, 'gone') })).toEqual([
      '灯',
    ]);
  });

  it('do not swallow one another by fields without beginning or end', async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r>';
    const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const footnotes =
      `<w:footnote w:id="1">${paragraph(begin + run('one'))}</w:footnote>` +
      `<w:footnote w:id="2">${paragraph(run('two') + end)}</w:footnote>`;
    const body = paragraph(reference('footnote', 1) + reference('footnote', 2));
    expect(await pieces(body, { footnotes })).toEqual(['note: one', 'note: two']);
  });

  it('may have marks of the author, which leave the text too', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="a7"><w:name w:val="footnote reference"/></w:style>';
    const mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="5"/><w:t>*</w:t></w:r>';
    const footnotes = `<w:footnote w:id="5">${paragraph(run('*', '<w:rStyle w:val="a7"/>') + run('a brass one'))}</w:footnote>`;
    expect(await pieces(paragraph(run('lamp') + mark + run(' on')), { styles, footnotes })).toEqual([
      'lamp on',
      'note: a brass one',
    ]);
  });
});

describe('what is lost of a Word file', () => {
  it('is told', async () => {
    const body = [
      '<w:r><w:drawing><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></w:drawing></w:r>',
      '<w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Wingdings" w:char="F04B"/></w:r>',
      field('EQ \\o\\ad(\\s\\up 11(dēng),灯)', ''),
      run('灯'),
    ].join('');
    const { notices } = await readDocx(word(`${paragraph(body)}<w:altChunk r:id="x"/>`), 'lamp.docx');
    expect(notices).toEqual([
      'The text of a diagram or chart was not read.',
      'The text of another file that the document shows was not read.',
      'The text of 2 symbols of picture fonts was not read.',
      'The text of a character or formula in an EQ field was not read.',
    ]);
  });

  it('is nothing in a plain document', async () => {
    expect((await readDocx(word(plain('灯')), 'lamp.docx')).notices).toEqual([]);
  });
});

describe('the parts of a Word file', () => {
  const relations = (...targets: [string, string][]) =>
    `<Relationships>${targets.map(([type, target]) => `<Relationship Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

  it('are found by their relations', async () => {
    const bytes = zip([
      { name: '_rels/.rels', data: relations(['officeDocument', '/word/document2.xml']) },
      {
        name: 'word/_rels/document2.xml.rels',
        data: relations(['styles', 'looks/a.xml'], ['footnotes', '../n.xml']),
      },
      { name: 'word/looks/a.xml', data: root('styles', style('9', 'heading 1')) },
      { name: 'n.xml', data: root('footnotes', `<w:footnote w:id="1">${plain('注')}</w:footnote>`) },
      {
        name: 'word/document2.xml',
        data: root(
          'document',
          `${styled('9', '雾')}${paragraph('<w:r><w:footnoteReference w:id="1"/></w:r>')}`,
        ),
      },
    ]);
    const { pieces } = await readDocx(bytes, 'lamp.docx');
    expect(pieces).toEqual([
      { text: '雾', role: 'heading' },
      { text: '注', role: 'note' },
    ]);
  });

  it('are found by their usual names when their relations lead nowhere', async () => {
    const bytes = zip([
      { name: '_rels/.rels', data: relations(['officeDocument', 'http://example.org/document.xml']) },
      { name: 'word/_rels/document.xml.rels', data: relations(['styles', 'gone.xml']) },
      { name: 'word/styles.xml', data: root('styles', style('9', 'heading 1')) },
      { name: 'word/document.xml', data: root('document', styled('9', '雾')) },
    ]);
    expect((await readDocx(bytes, 'lamp.docx')).pieces).toEqual([{ text: '雾', role: 'heading' }]);
  });

  it('may have other prefixes, a byte order mark or UTF-16', async () => {
    const renamed =
      '<?xml version="1.0" encoding="UTF-16"?><x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>雾来了。</x:t></x:r></x:p></x:body></x:document>';
    for (const data of [`\uFEFF${renamed.replace('16', '8')}`, Buffer.from(`\uFEFF${renamed}`, 'utf16le')]) {
      const { pieces } = await readDocx(zip([{ name: 'word/document.xml', data }]), 'lamp.docx');
      expect(pieces).toEqual([{ text: '雾来了。', role: 'paragraph' }]);
    }
  });
});

describe('a bad Word file', () => {
  const document = (data: string, more: Partial<ZipEntry> = {}) =>
    zip([{ name: 'word/document.xml', data, ...more }]);

  it('without a text is refused', async () => {
    const error = await errorOf(zip([{ name: '[Content_Types].xml', data: '<Types/>' }]));
    expect(error.code).toBe('damaged');
    expect(error.message).toContain('word/document.xml');
  });

  it.each([
    ['no XML', 'Dear reader,', 'damaged'],
    ['XML that breaks off', root('document', '<w:p>').slice(0, -3), 'damaged'],
    ['an unknown entity', root('document', '<w:p><w:r><w:t>&nbsp;</w:t></w:r></w:p>'), 'damaged'],
    ['bytes that are no text', '', 'damaged'],
    ['100,000 elements in one another', root('document', '<w:p>'.repeat(100_000)), 'too-large'],
  ])('with %s is refused, with the place', async (_, data, code) => {
    const error = await errorOf(document(data));
    expect(error.code).toBe(code);
    expect(error.position.line).toBe(1);
    expect(error.message).toContain('word/document.xml');
  });

  it('with other bytes than its charset has is refused', async () => {
    const data = Buffer.from(root('document', plain('\u00e9')), 'latin1');
    expect((await errorOf(zip([{ name: 'word/document.xml', data }]))).message).toContain(
      'cannot be read as UTF-8',
    );
  });

  it('that declares entities is refused before any is used', async () => {
    const laughs = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const doctype = `<!DOCTYPE w:document [<!ENTITY l0 "ha"><!ENTITY x SYSTEM "file:///etc/passwd">${laughs}]>`;
    const error = await errorOf(document(`${doctype}<w:document>&l10;&x;</w:document>`));
    expect(error.code).toBe('damaged');
    expect(error.message).toContain('entities of its own');
  });

  it('with ten gigabytes of zeros is refused, whether it tells their number or not', async () => {
    const zeros = packedZeros(10 * 1024);
    const data = { name: 'word/document.xml', data: zeros, packed: true, crc: 0 };
    expect((await errorOf(zip([{ ...data, size: 10 * 1024 ** 3 }]))).code).toBe('too-large');
    expect((await errorOf(zip([{ ...data, size: 5000 }]))).code).toBe('damaged');
  });

  it('that breaks off anywhere is refused', async () => {
    const whole = word(plain('灯亮了。').repeat(50));
    for (let part = 0; part < 1; part += 0.05) {
      expect((await errorOf(whole.subarray(0, Math.floor(whole.length * part)))).code).toBe('damaged');
    }
  });

  it.each([
    [
      'an element with a thousand attributes',
      `<w:p ${Array.from({ length: 2000 }, (_, i) => `a${i}=""`).join(' ')}/>`,
    ],
    ['millions of elements', '<w:b/>'.repeat(4_000_000)],
    ['millions of entities', '&amp;'.repeat(4_000_000)],
  ])('with %s is refused', async (_, body) => {
    expect((await errorOf(document(root('document', body)))).code).toBe('too-large');
  });

  it('with too many elements in all its parts together is refused', async () => {
    const many = paragraph('<w:b/>'.repeat(2_500_000));
    const body = paragraph(`${'<w:b/>'.repeat(1_500_000)}<w:r><w:footnoteReference w:id="1"/></w:r>`);
    const footnotes = `<w:footnote w:id="1">${many}</w:footnote>`;
    expect((await errorOf(word(body, { footnotes }))).message).toContain('word/footnotes.xml');
  });

  it('with megabytes before its first element is refused', async () => {
    const doctype = `<!DOCTYPE w [${'<!ENTITY a "b">'.repeat(100_000)}`;
    expect((await errorOf(document(doctype))).message).toContain('no element at its beginning');
  });

  it('with so much in one cell or box that it would not fit on the stack is read', async () => {
    const many = plain('雾').repeat(200_000);
    const box = paragraph(
      `<w:r><w:pict><v:textbox><w:txbxContent>${many}</w:txbxContent></v:textbox></w:pict></w:r>`,
    );
    expect(await pieces(box)).toHaveLength(200_000);
  });
});
