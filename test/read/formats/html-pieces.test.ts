import { describe, expect, it } from 'vitest';
import { piecesOfHtml } from '../../../src/read/formats/html-pieces.ts';

const texts = (html: string) => piecesOfHtml(html).map(({ text }) => text);
const pairs = (html: string) => piecesOfHtml(html).map(({ text, role }) => [role, text]);

describe('the pieces of HTML', () => {
  it('are its blocks in the order of reading, with their roles', () => {
    const html = `<h1>钟楼</h1><p>The tower stood.</p><div>It fell.</div>
      <ul><li>one</li><li>two</li></ul><dl><dt>tower</dt><dd>a high house</dd></dl>
      <figure><img src="t.jpg"><figcaption>The tower in 1950</figcaption></figure>
      <table><caption>Heights</caption><tr><th>name</th><td>12 m</td></tr></table><blockquote>Quoted.</blockquote>`;
    expect(pairs(html)).toEqual([
      ['heading', '钟楼'],
      ['paragraph', 'The tower stood.'],
      ['paragraph', 'It fell.'],
      ['item', 'one'],
      ['item', 'two'],
      ['item', 'tower'],
      ['item', 'a high house'],
      ['caption', 'The tower in 1950'],
      ['caption', 'Heights'],
      ['cell', 'name'],
      ['cell', '12 m'],
      ['paragraph', 'Quoted.'],
    ]);
  });

  it('are headings and captions by their class too, unless they are long', () => {
    const long = 'A long text about towers. '.repeat(20);
    expect(
      pairs(
        `<p class="chapter-title">One</p><div class="title">${long}</div><p class="wp-caption-text">A picture</p>`,
      ),
    ).toEqual([
      ['heading', 'One'],
      ['paragraph', long.trim()],
      ['caption', 'A picture'],
    ]);
  });

  it('are one for each block in an item or a cell', () => {
    const html = '<ul><li><p>first</p><p>second</p></li></ul><table><tr><td>a<p>b</p>c</td></tr></table>';
    expect(pairs(html)).toEqual([
      ['item', 'first'],
      ['item', 'second'],
      ['cell', 'a'],
      ['cell', 'b'],
      ['cell', 'c'],
    ]);
  });

  it('are notes where they stand among footnotes, without the way back', () => {
    const word = '<ol><li id="footnote-1"><p>He was a smith. <a href="#footnote-ref-1">↑</a></p></li></ol>';
    const book = '<aside epub:type="footnote" id="n1"><p>In the north.</p></aside>';
    expect(pairs(word + book)).toEqual([
      ['note', 'He was a smith.'],
      ['note', 'In the north.'],
    ]);
  });

  it('keep the words of inline elements together', () => {
    const html =
      '<p>The <b>old</b> <i>man</i> <code>ran</code>, <s>slowly</s><ins>fast</ins>; <font>他</font><a href="x">走</a>了。</p>';
    expect(texts(html)).toEqual(['The old man ran, slowlyfast; 他走了。']);
  });

  it('lose the line breaks of the source', () => {
    expect(texts('<p>one\n   two\r\nthree\t four</p><p>他来\n了。\n She</p>')).toEqual([
      'one two three four',
      '他来了。 She',
    ]);
  });

  it('have a line break for a br, and end at two', () => {
    expect(texts('<p>one<br>two<br/>three<br><br>four<br>&nbsp;<br>five</br></p>')).toEqual([
      'one\ntwo\nthree',
      'four',
      'five',
    ]);
  });

  it('end where the next line is indented', () => {
    expect(texts('　　第一段。<br>　　第二段。<br>&nbsp;&nbsp;&nbsp; 第三段。<br>还是第三段。')).toEqual([
      '第一段。',
      '第二段。',
      '第三段。\n还是第三段。',
    ]);
  });

  it.each([
    ['script', '<script>let a = "<p>no</p>";</script>'],
    ['style', '<style>p { color: red }</style>'],
    ['template', '<template><p>no</p></template>'],
    ['noscript', '<noscript><p>no</p></noscript>'],
    ['svg', '<svg><title>no</title><text>no</text></svg>'],
    ['pre', '<pre>no<b>no</b></pre>'],
    ['deleted text', '<del>no</del>'],
    ['button', '<button>no</button>'],
    ['select', '<select><option>no<option>no</select>'],
    ['hidden attribute', '<div hidden><p>no</p></div>'],
    ['aria-hidden', '<span aria-hidden="true">no <span>no</span> no</span>'],
    ['display none', '<div style="color: red; DISPLAY : none"><div>no</div> no</div>'],
    ['comment', '<!-- no > <p>no</p> -->'],
    ['unclosed hidden paragraph', '<div><p hidden>no</div>'],
    ['annotation of a formula', '<math><annotation encoding="x">no</annotation></math>'],
    ['mark for those who edit', '<span class="mw-editsection">[<a href="e">no</a>]</span>'],
  ])('leave out what is no running text: %s', (_, html) => {
    expect(texts(`<p>before</p>${html}<p>after</p>`)).toEqual(['before', 'after']);
  });

  it('leave out a block that is all code, but no heading', () => {
    expect(
      texts('<h2><code>open()</code></h2><p><code>npm install</code></p><p>Use <code>open</code>.</p>'),
    ).toEqual(['open()', 'Use open.']);
  });

  it('leave out the readings of characters', () => {
    expect(texts('<p><ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</ruby>很难。</p>')).toEqual([
      '漢字很难。',
    ]);
  });

  it.each([
    ['in Wikipedia', 'word<sup class="reference"><a href="#cite_note-1">[1]</a></sup>.'],
    ['of pandoc', 'word<a href="#fn1" id="fnref1"><sup>1</sup></a>.'],
    ['of a converter from Word', 'word<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>.'],
    ['of an e-book', 'word<a epub:type="noteref" href="notes.xhtml#n1">*</a>.'],
    ['without a link', 'word<sup>[1]</sup><sup>[注 2]</sup>.'],
    ['that asks for a source', 'word<sup>[<i><a href="/wiki/x">citation needed</a></i>]</sup>.'],
  ])('leave out marks of footnotes %s', (_, html) => {
    expect(texts(`<p>A ${html}</p>`)).toEqual(['A word.']);
  });

  it('keep other superscripts', () => {
    expect(
      texts(
        '<p>10 m<sup>2</sup>, the 4<sup>th</sup> <sup><a href="/full-story">more of the story</a></sup></p>',
      ),
    ).toEqual(['10 m2, the 4th more of the story']);
  });

  it('show a tab that is not shown at the moment, and a page that is hidden behind a question', () => {
    const html = `<div id="app" aria-hidden="true"><div class="tab-pane" style="display:none">中文</div>
      <section lang="en" hidden>English</section></div>`;
    expect(texts(html)).toEqual(['中文', 'English']);
  });

  it('show headings that unfold a text, and what an element of its own shows', () => {
    const html = `<h3><button>Chapter 2</button></h3><my-story><template shadowrootmode="open"><p>One.</p></template></my-story>`;
    expect(texts(html)).toEqual(['Chapter 2', 'One.']);
  });

  it('have their entities decoded, the five of XML and all others of HTML', () => {
    expect(texts('<p>&lt;A &amp; B&gt; &quot;&apos;&eacute;&hellip;&#20013;&#x6587;&#128512;</p>')).toEqual([
      '<A & B> "\'é…中文😀',
    ]);
  });

  it('keep ideographic and no-break spaces inside', () => {
    expect(texts('<p>　张　三&nbsp;来了　</p>')).toEqual(['张　三\u00a0来了']);
  });

  it('are none without text', () => {
    expect(piecesOfHtml('')).toEqual([]);
    expect(
      piecesOfHtml('<html><head><title>x</title></head><body><p>&nbsp;</p><img src="x"></body></html>'),
    ).toEqual([]);
  });
});

describe('the pieces of XHTML', () => {
  it('are found behind elements that close themselves', () => {
    const html = `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/><style/></head>
      <body><h1><a id="c1"/>One</h1><p>He <i/>came.<br/>She <![CDATA[left & <slept>]]>.</p><div/><p/>Tail</body></html>`;
    expect(pairs(html)).toEqual([
      ['heading', 'One'],
      ['paragraph', 'He came.\nShe left & <slept>.'],
      ['paragraph', 'Tail'],
    ]);
  });
});

describe('the pieces of sloppy HTML', () => {
  it.each([
    ['unclosed paragraphs and items', '<p>one<p>two<ul><li>three<li>four</ul>five'],
    ['unclosed cells', '<table><tr><td>one<td>two<tr><td>three<td>four</table>five'],
    ['stray end tags', '</div></p>one</td></table><p>two</b></i></p>three</span><div>four</div></div>five'],
    ['crossed tags', '<b><p>one</b></p><i><div>two</i></div><p>three<div>four</p></div>five'],
    ['terms without ends', '<dl><dt>one<dd>two<dt>three<dd>four</dl>five'],
    ['headings without ends', '<h2>one<h3>two<p>three<h2>four</h2>five'],
    ['capital letters', '<P>one</P><DIV>two<BR><BR>three</DIV><H1>four</H1>five'],
  ])('are found for %s', (_, html) => {
    expect(texts(html)).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  it('are not lost behind an end tag that has no beginning within its cell', () => {
    const html = '<div class="a"><table><tr><td>one</div></td><td>two</td></tr></table>three</div>';
    expect(pairs(html)).toEqual([
      ['cell', 'one'],
      ['cell', 'two'],
      ['paragraph', 'three'],
    ]);
  });
});
