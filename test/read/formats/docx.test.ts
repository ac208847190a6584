import { describe, expect, it } from 'vitest';
import type { DuiqiError } from '../../../src/errors.ts';
import { readDocx } from '../../../src/read/formats/docx.ts';
import { packedZeros, type ZipEntry, zip } from './zip.ts';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const root = (name: string, content: string) =>
  `<?xml version="1.0"?><w:${name} ${NAMESPACES}>${content}</w:${name}>`;

/** A Word file with this body; other parts by their names in the folder word. */
function word(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return zip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'word/document.xml', data: root('document', `<w:body>${body}</w:body>`) },
    ...Object.entries(parts).map(([name, content]) => ({
      name: `word/${name}.xml`,
      data: root(name, content),
    })),
  ]);
}

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const styled = (style: string, text: string) => paragraph(run(text), `<w:pStyle w:val="${style}"/>`);
const plain = (text: string) => paragraph(run(text));
const numbered = (text: string, list = '1') =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);
const cell = (content: string) => `<w:tc><w:tcPr/>${content}</w:tc>`;
const table = (...cells: string[]) => `<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`;
const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

async function pieces(body: string, parts?: Readonly<Record<string, string>>): Promise<string[]> {
  const contents = await readDocx(word(body, parts), 'lamp.docx');
  return contents.pieces.map(({ role, text }) => (role === 'paragraph' ? text : `${role}: ${text}`));
}

async function errorOf(bytes: Uint8Array): Promise<DuiqiError> {
  const result = await readDocx(bytes, 'lamp.docx').catch((error: unknown) => error);
  expect(result).toMatchObject({ name: 'DuiqiError', position: { file: 'lamp.docx' } });
  return result as DuiqiError;
}

describe('the structure of a Word file', () => {
  it('is in the names of its styles, whatever their ids', async () => {
    const styles = [
      style('1', 'heading 1'),
      style('a3', 'Title'),
      style('a5', 'caption'),
      style('x', '标题 2'),
      style('y', '题注'),
      style('z', 'Normal'),
    ].join('');
    const body = ['a3', '1', 'x', 'a5', 'y', 'z'].map((id) => styled(id, `灯塔${id}`)).join('');
    expect(await pieces(body, { styles })).toEqual([
      ...[
        'heading: 灯塔a3',
        'heading: 灯塔1',
        'heading: 灯塔x',
        'caption: 灯塔a5',
        'caption: 灯塔y',
        '灯塔z',
      ],
    ]);
  });

  it('is in the styles that a style is based on, unless it says otherwise', async () => {
    const styles = [
      style('h', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
      style('mine', 'Chapter opening', '<w:basedOn w:val="h"/>'),
      style('quiet', 'Run-in', '<w:basedOn w:val="h"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
      style('level', 'Kapitel', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
      style('loop', 'A', '<w:basedOn w:val="pool"/>'),
      style('pool', 'B', '<w:basedOn w:val="loop"/>'),
    ].join('');
    const body = ['mine', 'quiet', 'level', 'loop', 'unknown'].map((id) => styled(id, id)).join('');
    expect(await pieces(body, { styles })).toEqual([
      'heading: mine',
      'quiet',
      'heading: level',
      'loop',
      'unknown',
    ]);
  });

  it('is told by the ids when there are no styles', async () => {
    expect(
      await pieces(styled('Heading2', 'Fog') + styled('Caption', 'A lamp') + styled('7', 'Seven')),
    ).toEqual(['heading: Fog', 'caption: A lamp', 'Seven']);
  });

  it('may be set on a paragraph', async () => {
    const body =
      paragraph(run('雾'), '<w:outlineLvl w:val="0"/>') + paragraph(run('船'), '<w:outlineLvl w:val="9"/>');
    expect(await pieces(body)).toEqual(['heading: 雾', '船']);
  });

  it('has lists, by the paragraph or by its style; list 0 is none', async () => {
    const styles = style('b', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>');
    const off = paragraph(run('off'), '<w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    const heading = paragraph(run('one'), '<w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr>');
    expect(await pieces(numbered('oil') + styled('b', 'wick') + off + heading, { styles })).toEqual([
      ...['item: oil', 'item: wick', 'off', 'heading: one'],
    ]);
  });

  it('has tables within tables, and paragraphs within cells', async () => {
    const inner = table(cell(plain('内')), cell(plain('里')));
    const body = table(cell(plain('first') + plain('second')), cell(inner + plain('after'))) + plain('below');
    expect(await pieces(body)).toEqual([
      'cell: first',
      'cell: second',
      'cell: 内',
      'cell: 里',
      'cell: after',
      'below',
    ]);
  });

  it('goes through controls, smart tags, links, directions and whatever is newer than this', async () => {
    const words = [
      '<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>The </w:t></w:r></w:sdtContent></w:sdt>',
      '<w:smartTag><w:r><w:t>lamp </w:t></w:r></w:smartTag>',
      '<w:hyperlink r:id="rId9"><w:r><w:t>was </w:t></w:r></w:hyperlink>',
      '<w:dir w:val="ltr"><w:r><w:t>lit </w:t></w:r></w:dir>',
      '<w:customXml><w:future><w:r><w:t>at dusk</w:t></w:r></w:future></w:customXml>',
      '<m:oMath><m:r><m:t>=18h</m:t></m:r></m:oMath>',
    ].join('');
    const block = `<w:sdt><w:sdtContent>${plain('也在这里。')}</w:sdtContent></w:sdt>`;
    expect(await pieces(paragraph(words) + block)).toEqual(['The lamp was lit at dusk=18h', '也在这里。']);
  });
});

describe('the text of a Word file', () => {
  it('has line breaks, spaces for tabs, hyphens and symbols', async () => {
    const tabs = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>';
    const line =
      '<w:r><w:t>他说</w:t><w:br/><w:t>雾来了</w:t><w:tab/><w:t>twenty</w:t><w:noBreakHyphen/><w:t>one ste</w:t>' +
      '<w:softHyphen/><w:t>ps</w:t><w:sym w:font="Arial" w:char="2603"/></w:r>';
    expect(await pieces(paragraph(line, tabs))).toEqual(['他说\n雾来了 twenty\u2011one steps☃']);
  });

  it('stays as it came, but for the line breaks of the source', async () => {
    expect(await pieces(plain('Ａ　b  c &amp; “d”') + plain('one\ntwo'))).toEqual([
      'Ａ　b  c & “d”',
      'one two',
    ]);
  });

  it('has the characters, not the readings over them', async () => {
    const ruby =
      '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>dēng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>灯</w:t></w:r></w:rubyBase></w:ruby></w:r>';
    expect(await pieces(paragraph(`${run('点')}${ruby}${run('了。')}`))).toEqual(['点灯了。']);
  });

  it('begins with its large first letter', async () => {
    const letter = paragraph(run('T'), '<w:framePr w:dropCap="drop" w:lines="3"/>');
    const tabs = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>';
    expect(await pieces(letter + paragraph(run('he fog came.'), tabs))).toEqual(['The fog came.']);
  });

  it('has no hidden text, by itself or by its style', async () => {
    const styles = [
      style('secret', 'Secret', '<w:rPr><w:vanish/></w:rPr>'),
      '<w:style w:type="character" w:styleId="gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>',
    ].join('');
    const hidden = run('hidden', '<w:vanish/>') + run('gone', '<w:rStyle w:val="gone"/>');
    const shown = run('shown ', '<w:vanish w:val="0"/>') + run('again', '<w:webHidden/>');
    const mark = paragraph(run('seen'), '<w:rPr><w:vanish/></w:rPr>');
    expect(await pieces(paragraph(hidden + shown) + styled('secret', 'key') + mark, { styles })).toEqual([
      'shown again',
      'seen',
    ]);
  });

  it('is as it looks with all changes accepted', async () => {
    const changes = [
      run('The '),
      '<w:del w:id="1"><w:r><w:delText>old </w:delText><w:t>older </w:t></w:r></w:del>',
      `<w:ins w:id="2">${run('new ')}</w:ins>`,
      `<w:moveFrom w:id="3">${run('moved ')}</w:moveFrom>`,
      run('lamp was '),
      `<w:moveTo w:id="4">${run('moved ')}</w:moveTo>`,
      run('here.', '<w:rPrChange w:id="5"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
    ].join('');
    const former = '<w:pPrChange w:id="6"><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>';
    expect(await pieces(paragraph(changes, former) + plain('Next.'))).toEqual([
      'The new lamp was moved here.',
      'Next.',
    ]);
  });

  it('goes on over a paragraph mark that was deleted, but not out of a cell', async () => {
    const deleted = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const joined = paragraph(run('夜里'), deleted) + paragraph(run('没有'), deleted) + plain('船。');
    expect(await pieces(joined)).toEqual(['夜里没有船。']);
    expect(await pieces(table(cell(paragraph(run('左'), deleted)), cell(plain('右'))))).toEqual([
      'cell: 左',
      'cell: 右',
    ]);
    expect(await pieces(paragraph(run('The end.'), deleted))).toEqual(['The end.']);
    const box = `<w:r><w:pict><w:txbxContent>${paragraph(run('箱'), deleted)}</w:txbxContent></w:pict></w:r>`;
    expect(await pieces(paragraph(box) + plain('船'))).toEqual(['箱', '船']);
  });

  it('has text boxes once, after the paragraph they hang on', async () => {
    const box = `<w:txbxContent>${plain('箱中一')}${plain('箱中二')}</w:txbxContent>`;
    const choice = `<mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>`;
    const fallback = `<mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback>`;
    const both = `<w:r><mc:AlternateContent>${choice}${fallback}</mc:AlternateContent></w:r>`;
    const expected = ['前后', '箱中一', '箱中二', '下一段'];
    expect(await pieces(paragraph(run('前') + both + run('后')) + plain('下一段'))).toEqual(expected);
    const one = `<w:r><mc:AlternateContent>${choice}</mc:AlternateContent></w:r>`;
    expect(await pieces(paragraph(run('前') + one + run('后')) + plain('下一段'))).toEqual(expected);
    const bare = `<w:r><w:pict><v:textbox>${box}</v:textbox></w:pict></w:r>`;
    expect(await pieces(paragraph(run('前') + bare + run('后')) + plain('下一段'))).toEqual(expected);
  });

  it('takes the old form of what it does not know in the new', async () => {
    const emoji =
      '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx xmlns:w16se="x" w16se:char="1F600"/>' +
      '</mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>';
    expect(await pieces(paragraph(`${run('笑')}${emoji}`))).toEqual(['笑😀']);
  });

  it('has the words of old word art', async () => {
    const art = '<w:r><w:pict><v:shape><v:textpath string="大雾"/></v:shape></w:pict></w:r>';
    expect(await pieces(paragraph(art))).toEqual(['大雾']);
  });

  it('has the results of fields, not their codes', async () => {
    const nested = field(
      `IF ${'</w:instrText></w:r>'}${field('MERGEFIELD a', run('nested'))}<w:r><w:instrText> = 1`,
      run('yes'),
    );
    const simple = '<w:fldSimple w:instr=" SEQ Figure "><w:r><w:t>3</w:t></w:r></w:fldSimple>';
    const page = '<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>';
    const body = [
      paragraph(run('See ') + field('HYPERLINK "https://example.org"', run('the quay')) + run('.')),
      paragraph(run('Figure ') + simple + run(': fog') + page + field(' NUMPAGES ', run('9'))),
      paragraph(nested),
    ].join('');
    expect(await pieces(body)).toEqual(['See the quay.', 'Figure 3: fog', 'yes']);
  });

  it('has no table of contents, whichever way it is marked', async () => {
    const gallery =
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>' +
      `<w:sdtContent>${plain('Fog 1')}</w:sdtContent></w:sdt><w:sdt><w:sdtContent>${plain('kept')}</w:sdtContent></w:sdt>`;
    const entry = (text: string) => run(text) + field('PAGEREF _Toc1', run('12'));
    const code = [
      paragraph(
        `${run('Before ')}<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o</w:instrText>` +
          `<w:fldChar w:fldCharType="separate"/></w:r>${entry('雾')}`,
      ),
      paragraph(entry('船')),
      paragraph(`<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('after')}`),
    ].join('');
    const styles = style('10', 'toc 1') + style('tt', 'TOC Heading');
    expect(await pieces(gallery + code + styled('tt', '目录') + styled('10', '雾\t1'), { styles })).toEqual([
      ...['kept', 'Before after'],
    ]);
  });

  it('is not swallowed by a field that never ends', async () => {
    const open = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r>';
    const stray =
      '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    expect(await pieces(paragraph(open + run('雾')) + plain('船'))).toEqual(['雾', '船']);
    expect(await pieces(paragraph(stray + run('雾')) + plain('船'))).toEqual(['雾', '船']);
  });

  it('has no placeholders, comments, headers or properties', async () => {
    const placeholder =
      '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt>';
    const filled = placeholder.replace('Hdr/', 'Hdr w:val="0"/').replace('Click here', '亮了');
    const comment = '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>';
    const parts = { comments: `<w:comment w:id="0">${plain('Really?')}</w:comment>`, header1: plain('HEAD') };
    expect(await pieces(paragraph(run('灯') + comment + placeholder + filled), parts)).toEqual(['灯亮了']);
  });
});

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
