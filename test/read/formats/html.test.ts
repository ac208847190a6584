import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/read/formats/html.ts';

const STORY = [
  'On the hill above the harbour there lived a woman who repaired umbrellas, and in our town it rained two days out of three.',
  '“What do I owe you?” people asked her.',
  'She never named a price, so everybody paid what the last rain had been worth to him, and she wrote nothing down.',
  'When she died they found eleven hundred umbrellas in her cellar, each with the name of somebody who had forgotten it.',
];
const CHINESE = [
  '港口上面的小山上住着一个修伞的女人，而我们镇上三天里有两天下雨。',
  '“我该付您多少钱？”人们问她。',
  '她从不开价，所以每个人都按上一场雨对自己的价值付钱，她也从不记账。',
  '她去世以后，人们在她的地窖里找到了一千一百把伞，每一把上都写着忘了它的人的名字。',
];
const TITLE = 'The umbrella woman';
const NAME = '修伞的女人';

const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('\n');
const both = CHINESE.flatMap((zh, i) => [zh, STORY[i]!]);

async function story(html: string): Promise<string[]> {
  const { pieces } = await readHtml(html, 'page.html');
  return pieces.filter(({ isNoise }) => !isNoise).map(({ text }) => text);
}

/** A post of a blog as WordPress builds it: menus, a sidebar, links to share it and to other posts, comments. */
const wordpress = (
  body: string,
) => `<!DOCTYPE html><html><head><title>x</title><script>var x = 1;</script></head>
<body class="single single-post comments-open has-sidebar"><div id="page" class="site"><a class="skip-link" href="#c">Skip to content</a>
<header id="masthead" class="site-header" role="banner"><p class="site-title"><a href="/">Harbour Notes</a></p><p class="site-description">Small stories from a wet place, one every month.</p>
<nav class="main-navigation"><ul><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul></nav></header>
<div id="content" class="site-content"><main id="main" class="site-main"><article class="post-7 post type-post category-social tag-comments">
<header class="entry-header"><h1 class="entry-title">${TITLE}</h1><div class="entry-meta">By <a rel="author" href="/a">Ida Brandt</a> on May 3, 2019</div></header>
<div class="entry-content">${body}<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="?t">Twitter</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p><a href="/r">The ferryman's dog. He waited.</a></p></div></div>
<footer class="entry-footer">Posted in <a href="/s">Stories</a></footer></article>
<nav class="post-navigation"><a href="/p">Previous post</a></nav>
<div id="comments" class="comments-area"><h2>1 thought on this story</h2><ol class="comment-list"><li class="comment"><article class="comment-body"><p>I have read this to my children, and they asked for the names on the umbrellas. It took us an hour to make them all up, and in the end nobody wanted to go to bed.</p></article></li></ol>
<div id="respond"><h3>Leave a Reply</h3><form><p>Your email address will not be published.</p></form></div></div></main>
<aside id="secondary" class="widget-area"><section class="widget"><h2>About me</h2><p>I write these stories on the ferry to work, with a pencil, and change a little every time.</p></section></aside></div>
<footer class="site-footer"><p>Harbour Notes is made by hand.</p></footer></div></body></html>`;

/** A newspaper that uses nothing but `<div>`, with classes that say nothing. */
const newspaper = (
  title: string,
  body: string,
) => `<html><body><div class="wrap"><div class="a1"><a href="/">首页</a> | <a href="/gn">国内</a> | <a href="/ty">体育</a></div>
<div class="a2">您的位置：<a href="/">首页</a> &gt; <a href="/b">文化</a> &gt; 正文</div><div class="a3"><div class="l6">
<div class="bt">${title}</div><div class="nr">${body}</div>
<div class="xg"><div class="t">相关阅读</div><div><a href="/1">雨季将提前到来</a></div><div><a href="/2">渡船停航两天</a></div></div>
<div class="pl"><div class="t">网友评论</div><div>港口人家：我小时候也去那里修过伞，她给我糖吃，真想念她。</div></div></div>
<div class="r3"><div class="t">热点排行</div><div><a href="/3">今年夏天多雨</a></div><div><a href="/4">图书馆里的猫</a></div></div></div>
<div class="f1">关于我们 | 广告服务 | 联系我们</div></div></body></html>`;

/** A forum of the nineties: tables within tables, fonts, line breaks. */
const forum = (
  title: string,
  body: string,
) => `<html><body bgcolor=#ffffff><center><table width=950><tr><td><font size=2><a href=/n>新闻</a> <a href=/b>论坛</a> <a href=/h>房产</a></font></td></tr></table>
<table width=950><tr><td width=700><table><tr><td><a href=/>首页</a>&nbsp;»&nbsp;<a href=/b>论坛</a></td></tr></table>
<table><tr><td align=center><font size=5><b>${title}</b></font></td></tr><tr><td><font size=3>${body}</font></td></tr><tr><td>[<a href=#>加跟贴</a>] [<a href=#>收藏</a>]</td></tr></table>
<table><tr><td><b>所有跟帖：</b></td></tr><tr><td><li><a href=/r>好文！</a> -<a href=/u>远山</a>- (0 bytes)</li></td></tr></table></td>
<td width=250><table><tr><td><b>热门主题</b></td></tr><tr><td>· <a href=/1>露天电影</a><br>· <a href=/2>种菜十年</a></td></tr></table></td></tr></table></center></body></html>`;

describe('the main text of a web page', () => {
  it('is the article of a WordPress post', async () => {
    expect(await story(wordpress(paragraphs(STORY)))).toEqual([TITLE, ...STORY]);
  });

  it('is the article even if it is much shorter than the comments', async () => {
    expect(await story(wordpress('<p>It rained.</p><p>She sang.</p>'))).toEqual([
      TITLE,
      'It rained.',
      'She sang.',
    ]);
  });

  it('is found in nested divs without telling names', async () => {
    const body = CHINESE.map((text) => `<div>　　${text}</div>`).join('');
    expect(await story(newspaper(NAME, body))).toEqual([NAME, ...CHINESE]);
  });

  it('is found in a div with line breaks only', async () => {
    expect(await story(newspaper(NAME, CHINESE.join('<br><br>\n')))).toEqual([NAME, ...CHINESE]);
  });

  it('is found in a forum of tables, where it is no cell', async () => {
    const html = forum(
      NAME,
      CHINESE.concat(CHINESE)
        .map((text) => `&nbsp;&nbsp;&nbsp;&nbsp;${text}`)
        .join('<br>\n&nbsp;<br>\n'),
    );
    expect(await story(html)).toEqual([NAME, ...CHINESE, ...CHINESE]);
    const { pieces } = await readHtml(html, 'page.html');
    expect(new Set(pieces.slice(1).map(({ role }) => role))).toEqual(new Set(['paragraph']));
  });

  it('is the article of a wiki, without boxes, contents, references and marks for editors', async () => {
    const html = `<body class="mediawiki"><div id="content" class="mw-body" role="main"><h1 id="firstHeading">${TITLE}</h1><div id="siteSub" class="noprint">From the wiki of the harbour</div>
<div class="mw-parser-output"><div class="hatnote">For the song, see <a href="/s">Umbrella song</a>.</div><table class="infobox"><tr><th>Born</th><td>in the rain</td></tr></table>
<p>${STORY[0]}<sup class="reference"><a href="#cite_note-1">[1]</a></sup></p><div id="toc" class="toc"><h2>Contents</h2><ul><li><a href="#w">1 Work</a></li></ul></div>
<h2><span id="w">Work</span><span class="mw-editsection">[<a href="/e">edit</a>]</span></h2><div class="thumb"><div class="thumbcaption">Her house in 1931</div></div><p>${STORY[2]}</p><ul><li>black umbrellas</li><li>red ones</li></ul>
<div class="reflist"><ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">^</a> Harbour chronicle, p. 12.</li></ol></div><div class="navbox"><a href="/1">Bakers</a> <a href="/2">Smiths</a></div></div><div id="catlinks" class="catlinks"><a href="/c">Categories</a></div></div>
<div id="mw-panel"><h3>Tools</h3><ul><li><a href="/w">What links here</a></li></ul></div><div id="footer" role="contentinfo">This page was last edited in May.</div></body>`;
    expect(await story(html)).toEqual([
      TITLE,
      STORY[0],
      'Work',
      'Her house in 1931',
      STORY[2],
      'black umbrellas',
      'red ones',
    ]);
  });

  it('is a notice of an office, with its signature', async () => {
    const html = `<body><div class="header"><ul><li><a href="/">首页</a></li><li><a href="/z">政务公开</a></li></ul></div><div class="BreadcrumbNav">当前位置：<a href="/">首页</a></div>
<div class="article"><h1>关于修伞铺的通知</h1><div class="pages_content"><p>各街道：</p><p>修伞铺自五月一日起由镇政府管理，每天上午九时开门。</p><p>特此通知。</p><p align="right">港口镇政府</p></div><div class="related">相关稿件<ul><li><a href="/1">关于雨季的通知</a></li></ul></div></div><div class="footer"><p>主办单位：港口镇政府办公室。</p></div></body>`;
    expect(await story(html)).toEqual([
      '关于修伞铺的通知',
      '各街道：',
      '修伞铺自五月一日起由镇政府管理，每天上午九时开门。',
      '特此通知。',
      '港口镇政府',
    ]);
  });

  it('is the page of a manual, with its notes and steps', async () => {
    const html = `<body><nav class="navbar"><a href="/">Umbrella tools</a></nav><div class="main-wrapper"><aside class="sidebar"><ul class="menu"><li><a href="/i">Opening an umbrella</a></li></ul></aside><main><article><nav class="breadcrumbs"><a href="/">Home</a></nav>
<header><h1>Closing</h1></header><p>Before you close it, shake the water off.</p><pre><code>$ umbrella --close</code></pre><div class="admonition"><p>Mind your fingers.</p></div><ol><li>Press the <code>button</code>.</li></ol></article><nav class="pagination-nav"><a href="/n">Next: Opening</a></nav></main>
<div class="table-of-contents"><a href="#x">Closing</a></div></div><footer><p>Made with care by many people.</p></footer></body>`;
    expect(await story(html)).toEqual([
      'Closing',
      'Before you close it, shake the water off.',
      'Mind your fingers.',
      'Press the button.',
    ]);
  });

  it('keeps captions, standfirsts and quotations, and drops what is set into it', async () => {
    const html = `<body><main><article><h1>${TITLE}</h1><p class="standfirst">What a cellar held</p><figure><figcaption>The cellar. Photograph: R. Stone</figcaption></figure>
<div itemprop="articleBody"><p>${STORY[0]}</p><aside class="related"><p>Related: <a href="/r">The ferryman's dog</a></p></aside><blockquote><p>${STORY[2]}</p></blockquote><div class="ad-slot"><p>Advertisement</p></div><div class="newsletter"><p>Our letter comes every morning at six, free of charge.</p></div><p>${STORY[3]}</p></div></article></main></body>`;
    expect(await story(html)).toEqual([
      TITLE,
      'What a cellar held',
      'The cellar. Photograph: R. Stone',
      STORY[0],
      STORY[2],
      STORY[3],
    ]);
    const { pieces } = await readHtml(html, 'page.html');
    expect(pieces.map(({ role }) => role)).toEqual([
      'heading',
      'paragraph',
      'caption',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  it('goes on before and behind a list or a long quotation', async () => {
    const rules = [
      'Shake it before you come in, and then once more.',
      'Never lend it.',
      'Never open it in the house.',
    ];
    const html = `<body><div class="page"><h1>Rules</h1><p>She had three.</p><ol>${rules.map((text) => `<li>${text}</li>`).join('')}</ol><p>She broke them all.</p></div><div class="recommended"><ul><li><a href="/1">Soups</a></li></ul></div></body>`;
    expect(await story(html)).toEqual(['Rules', 'She had three.', ...rules, 'She broke them all.']);
  });

  it('keeps paragraphs that are full of links', async () => {
    const linked = STORY.map((text) => `<p><a href="/x">${text.slice(0, 17)}</a>${text.slice(17)}</p>`).join(
      '',
    );
    const html = `<body><div><a href="/">Home</a> <a href="/2">Archive</a></div><div><h1>${TITLE}</h1>${linked}<p><a href="/y">All of this sentence is a link.</a></p></div></body>`;
    expect(await story(html)).toEqual([TITLE, ...STORY, 'All of this sentence is a link.']);
  });

  it('is what stands in a form or a sidebar that holds the whole page', async () => {
    const html = `<body class="comments-open"><form id="aspnetForm"><div id="sidebar-wrapper"><div><a href="/">Home</a></div><div><h2>${TITLE}</h2>${paragraphs(STORY)}</div></div></form></body>`;
    expect(await story(html)).toEqual([TITLE, ...STORY]);
  });

  it('is a plain text that is saved as a page', async () => {
    const html = `<html><body><pre style="white-space: pre-wrap">${STORY.join('\n\n')}\n\n${NAME}\n　　${CHINESE[0]}\n　　${CHINESE[2]}</pre></body></html>`;
    expect(await story(html)).toEqual([...STORY, NAME, CHINESE[0], CHINESE[2]]);
  });

  it('is no code, even if the page has little else', async () => {
    const html = `<body><p>A small program.</p><pre>${'if (rain) { open(umbrella); }\n'.repeat(20)}</pre></body>`;
    expect(await story(html)).toEqual(['A small program.']);
  });
});

describe('the main text in two languages', () => {
  it.each([
    [
      'in two containers',
      `<div lang="zh">${paragraphs(CHINESE)}</div><div lang="en">${paragraphs(STORY)}</div>`,
      [...CHINESE, ...STORY],
    ],
    ['paragraph by paragraph', paragraphs(both), both],
    [
      'in two columns of a table',
      `<table>${CHINESE.map((zh, i) => `<tr><td>${zh}</td><td>${STORY[i]}</td></tr>`).join('')}</table>`,
      both,
    ],
    [
      'in two cells',
      `<table><tr><td>${paragraphs(CHINESE)}</td><td>${paragraphs(STORY)}</td></tr></table>`,
      [...CHINESE, ...STORY],
    ],
    [
      'in rows of divs',
      CHINESE.map((zh, i) => `<div class="row"><div>${zh}</div><div>${STORY[i]}</div></div>`).join(''),
      both,
    ],
    [
      'in tabs, one of them hidden',
      `<div class="tab-pane">${paragraphs(CHINESE)}</div><div class="tab-pane" style="display:none">${paragraphs(STORY)}</div>`,
      [...CHINESE, ...STORY],
    ],
    ['with line breaks only', both.join('<br><br>'), both],
    [
      'of which one is much shorter',
      `<div class="a">${paragraphs(STORY)}</div><div class="b">${paragraphs(CHINESE.slice(0, 1))}</div>`,
      [...STORY, CHINESE[0]],
    ],
  ])('is read %s, in a blog, in a newspaper and without any structure', async (_, body, expected) => {
    expect(await story(wordpress(body))).toEqual([TITLE, ...expected]);
    expect(await story(newspaper(TITLE, body))).toEqual([TITLE, ...expected]);
    expect(await story(body)).toEqual(expected);
  });

  it('is read in a forum of tables', async () => {
    const body = `${CHINESE.map((text) => `<p>　　${text}`).join('\n')}<p>&nbsp;<p><b>${TITLE}</b>${STORY.map((text) => `<p>${text}`).join('\n')}`;
    expect(await story(forum(NAME, body))).toEqual([NAME, ...CHINESE, TITLE, ...STORY]);
  });
});

describe('a page without a main text', () => {
  it('gives all of its text', async () => {
    const links = ['The umbrella woman', 'The ferryman', 'The baker'];
    const html = `<body><h1>Archive</h1><ul>${links.map((text) => `<li><a href="x">${text}</a></li>`).join('')}</ul></body>`;
    expect(await story(html)).toEqual(['Archive', ...links]);
  });

  it('gives its words if they are few', async () => {
    expect(await story('<nav>Menu</nav>')).toEqual(['Menu']);
    expect(await story('好。')).toEqual(['好。']);
  });

  it('gives no pieces without words', async () => {
    expect(await readHtml('<html><body><img src="a.png"></body></html>', 'page.html')).toEqual({
      pieces: [],
      notices: [],
    });
    expect(await readHtml('', 'page.html')).toEqual({ pieces: [], notices: [] });
  });
});

describe('who wrote a page, and when', () => {
  it('is noise where the structure says so', async () => {
    const { pieces } = await readHtml(wordpress(paragraphs(STORY)), 'page.html');
    const noise = pieces.filter(({ isNoise }) => isNoise).map(({ text }) => text);
    expect(noise).toEqual(['By Ida Brandt on May 3, 2019']);
  });

  it('is noise in an address and in the footer of an article', async () => {
    const html = `<body><article><address>Ida Brandt</address>${paragraphs(STORY)}<footer>She lives by the harbour.</footer></article></body>`;
    const { pieces } = await readHtml(html, 'page.html');
    expect(pieces.filter(({ isNoise }) => isNoise).map(({ text }) => text)).toEqual([
      'Ida Brandt',
      'She lives by the harbour.',
    ]);
  });

  it('is no noise if the element of that name holds a text', async () => {
    const html = `<body><div class="author-page">${paragraphs(STORY)}${paragraphs(STORY)}</div></body>`;
    expect(await story(html)).toEqual([...STORY, ...STORY]);
  });
});
