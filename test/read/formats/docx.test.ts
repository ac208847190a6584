import { describe, expect, it } from 'vitest';
import { cell, field, numbered, paragraph, pieces, plain, run, style, styled, table } from './word.ts';

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
