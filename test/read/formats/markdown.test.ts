import type { DuiqiError } from 'duiqi';
import { describe, expect, it } from 'vitest';
import { looksLikeMarkdown, readMarkdown } from '../../../src/read/formats/markdown.ts';

const read = (source: string, file = 'story.md') => readMarkdown(source, file);
const texts = async (source: string, file?: string) =>
  (await read(source, file)).pieces.map(({ text }) => text);
const roles = async (source: string) =>
  (await read(source)).pieces.map(({ role, text }) => `${role}: ${text}`);
const failure = (source: string): Promise<DuiqiError> =>
  read(source).then(
    () => expect.fail('nothing was thrown'),
    (error) => error,
  );

describe('the blocks of a Markdown document', () => {
  it('have roles', async () => {
    const source = `# The ferry

It was late[^1] again.

灯塔
====

> It will come.
>
> > It always does.

- Tea
- Bread

  and salt
  1. black
  2. white

[^1]: By an hour.

    Or two.
`;
    expect(await roles(source)).toEqual([
      'heading: The ferry',
      'paragraph: It was late again.',
      'heading: 灯塔',
      'paragraph: It will come.',
      'paragraph: It always does.',
      'item: Tea',
      'item: Bread',
      'item: and salt',
      'item: black',
      'item: white',
      'note: By an hour.',
      'note: Or two.',
    ]);
  });

  it('may be tables, cell by cell', async () => {
    expect(await roles('| Boat | 船名 |\n|:--|--:|\n| Swan | **天鹅** |\n| | a\\|b `c` |\n\nEnd.')).toEqual([
      'cell: Boat',
      'cell: 船名',
      'cell: Swan',
      'cell: 天鹅',
      'cell: a|b c',
      'paragraph: End.',
    ]);
  });

  it('may be captions in tags of that class', async () => {
    expect(
      await roles('<span class="caption">图 1：`渡船` 来了</span>\n\n<figcaption>The ferry</figcaption>'),
    ).toEqual(['caption: 图 1：渡船 来了', 'caption: The ferry']);
  });

  it('leave out code, rules, formulas, comments, pictures, and definitions of links', async () => {
    const source = `Before.
\`\`\`js
const x = '*not this*'; // $$

\`\`\`
Between.

    indented code

~~~~
\`\`\`
~~~
not this
~~~~

* * *

$$
a^2 + b^2

= c^2
$$

$$ x $$

<!-- not
this -->

![not this](a.png "nor this")

[a]: http://example.org "nor this"
- one
  \`\`\`
  not this
  \`\`\`
- two

> said
> \`\`\`
> not this
told
`;
    expect(await texts(source)).toEqual(['Before.', 'Between.', 'one', 'two', 'said', 'told']);
  });

  it('do not begin with two amounts in dollars', async () => {
    expect(await texts('$$ was all he had.\n\nHe said: $$$')).toEqual(['$$ was all he had.', 'He said: $$$']);
  });

  it('may be HTML, of which the words stay', async () => {
    const source =
      '<div align="center">\n  <b>The ferry</b> is late.\n</div>\n\n<script>\nlet x;\n\nlet y;\n</script>\n\n<details><summary>More</summary>\n\nIt *came*.\n\n</details>\n';
    expect(await texts(source)).toEqual(['The ferry is late.', 'More', 'It came.']);
  });

  it('are told from what only looks like a block', async () => {
    expect(await texts('1984 was cold.\n\n#ferry late\n\n-5 degrees\n\n+1 said she')).toEqual([
      '1984 was cold.',
      '#ferry late',
      '-5 degrees',
      '+1 said she',
    ]);
  });
});

describe('the text of a Markdown paragraph', () => {
  it.each([
    ['emphasis', 'The *late* __ferry__ ~~came~~ ***at*** last.', 'The late ferry came at last.'],
    [
      'emphasis beside Chinese punctuation',
      '她说**“慢一点。”**然后*（笑了）*走开。',
      '她说“慢一点。”然后（笑了）走开。',
    ],
    ['code', 'Call ``a ` b`` or `Vec<T>`.', 'Call a ` b or Vec<T>.'],
    [
      'links',
      '[The *ferry*](x.md "t"), <http://a.b>, [late][1], [Again], [again][].\n\n[1]: #\n[AGAIN]: #',
      'The ferry, http://a.b, late, Again, again.',
    ],
    ['bare addresses', 'See http://a.b/c_d_e and a@b.c now.', 'See http://a.b/c_d_e and a@b.c now.'],
    ['brackets that are no links', 'He [the pilot][sic] came [late].', 'He [the pilot][sic] came [late].'],
    ['pictures in a line', 'A ![no](x.png){width=50%} swan ![no][x].\n\n[x]: y', 'A swan .'],
    ['inline HTML', 'A <b>cold</b> H<sub>2</sub>O.<!-- not\nthis -->', 'A cold H2O.'],
    ['escapes and entities', '1\\. \\*not\\* &lt;b&gt; &amp; &#x8239; &copy;', '1. *not* <b> & 船 ©'],
    ['references of notes, defined or not', 'Late[^1], cold[^zhu].', 'Late, cold.'],
    ['soft breaks in English', 'The ferry\nwas   late.', 'The ferry was late.'],
    ['soft breaks in Chinese', '渡船\n晚了。', '渡船晚了。'],
    ['hard breaks', 'Roses,  \nred\\\nand white<br>too', 'Roses,\nred\nand white\ntoo'],
    ['blanks of Chinese', '　　渡船 晚了。', '渡船 晚了。'],
    ['attributes', '[Go](x){.md-button} `now`{ .js }, {not this}', 'Go now, {not this}'],
  ])('has no marks: %s', async (_, source, text) => {
    expect((await texts(source))[0]).toBe(text);
  });
});

describe('front matter', () => {
  it('is left out but for the title', async () => {
    expect(
      await roles('---\n# comment\nlayout: post\ntitle: "The \\"late\\" ferry"\ndate: 2020\n---\n\nIt came.'),
    ).toEqual(['heading: The "late" ferry', 'paragraph: It came.']);
    expect(await texts("+++\ntitle = '渡船'\n+++\r\n来了。")).toEqual(['渡船', '来了。']);
    expect(await texts('\uFEFF---\nkey: value\n---\nIt came.')).toEqual(['It came.']);
  });

  it('gives no title that a heading says', async () => {
    expect(await texts('---\ntitle: The ferry\n---\n# The *Ferry*\n')).toEqual(['The Ferry']);
  });

  it('is told from a text between two rules', async () => {
    expect(await texts('---\n\nIt came: late.\n\n---\n')).toEqual(['It came: late.']);
    expect(await texts('---\nIt came.\n\n---\n')).toEqual(['It came.']);
  });
});

describe('the marks of site generators', () => {
  it.each([
    ['mdBook', '{{#include a.rs}}\n\n## Late {#late}\n\n> {{#include b.rs}}', ['Late']],
    [
      'Docusaurus',
      ':::note[Mind *this*]\nIt is late.\n:::\n\n:::tip\n\nRun.\n\n:::',
      ['Mind this', 'It is late.', 'Run.'],
    ],
    ['VuePress', '::: warning 小心\n水冷。\n:::\n\n[[toc]]', ['小心', '水冷。']],
    ['Pandoc', '::: {.box #x}\nIt is late.\n:::', ['It is late.']],
    [
      'MkDocs',
      '!!! note "Mind this"\n    It is late.\n\n    ??? tip\n        Run.\n\n        And jump.\nOut.\n\n=== "Boat"\n\n    Row.',
      ['Mind this', 'It is late.', 'Run.', 'And jump.', 'Out.', 'Boat', 'Row.'],
    ],
    ['GitHub', '> [!WARNING]\n> The water is cold.', ['The water is cold.']],
    ['Obsidian', '> [!note]- Mind this\n> It is late.', ['Mind this', 'It is late.']],
    [
      'kramdown and Jekyll',
      '# Late {: .big }\n{: .wide}\n\n{% include x.html %}\n\nIt came.',
      ['Late', 'It came.'],
    ],
    [
      'MDX',
      "import Tabs from '@theme/Tabs';\nimport {\n  A\n} from 'a';\n\nexport const x = {\n  a: 1,\n};\n\n{/* no */}\n## Late {/*late*/}\n",
      ['Late'],
    ],
    [
      'components',
      '<Listing number="1" caption="no">\n\n```c\nno\n```\n\n</Listing>\n<Tabs\n  values={[\n    { label: "no" },\n  ]}>\n<Tab>It is *late*.</Tab></Tabs>\n\n<Intro>\n\nRun.\n\n</Intro>',
      ['It is late.', 'Run.'],
    ],
  ])('are left out: %s', async (_, source, expected) => {
    expect(await texts(source)).toEqual(expected);
  });

  it('do not hide prose that only begins like them', async () => {
    const prose = [
      'import duties rose.',
      'export the late ferry.',
      '!!! he cried',
      '??? - And now',
      '[toc] of it',
    ];
    expect(await texts(prose.join('\n\n'))).toEqual(prose);
    expect(await texts('`<Tab>` is late.')).toEqual(['<Tab> is late.']);
  });

  it('make indented text prose in MDX only', async () => {
    const source = '<Tab>\n\n    It is late.\n\n</Tab>';
    expect(await texts(source, 'story.mdx')).toEqual(['It is late.']);
    expect(await texts(source)).toEqual([]);
  });

  it('show names of files and addresses that are noise', async () => {
    const { pieces } = await read(
      '[ch01.md](https://example.org/ch01.md)\n\n<span class="filename">File: a.c</span>\n\n[Home](x.md)',
    );
    expect(pieces.map(({ text, isNoise = false }) => [text, isNoise])).toEqual([
      ['ch01.md', true],
      ['File: a.c', true],
      ['Home', false],
    ]);
  });
});

describe('what has no end', () => {
  it.each([
    ['code block', 'Before.\n\n```\ncode'],
    ['comment', 'Before.\n\n<!-- not\n\nthis'],
    ['script', 'Before.\n\n<script>\n\nlet x;'],
  ])('is left out with a notice: %s', async (what, source) => {
    const { pieces, notices } = await read(source);
    expect(pieces.map(({ text }) => text)).toEqual(['Before.']);
    expect(notices).toEqual([
      `The ${what} that begins in line 3 has no end: all that follows it was left out.`,
    ]);
  });
});

describe('a long Markdown document', () => {
  const letters = (pieces: readonly string[]) => pieces.join('').replace(/[^\p{L}\p{N}]/gu, '');

  it('is read as a short one', async () => {
    const chapter = `## 渡船 [late][l]

The *ferry*[^1] came, and \`nobody\` saw it.

- one
- two

    > three

| a | b |
|---|---|
| c | d |

`;
    const short = await roles(`${chapter}[l]: #\n[^1]: Yes.`);
    const long = await roles(`${chapter.repeat(40)}[l]: #\n[^1]: Yes.`);
    expect(long).toEqual([...Array.from({ length: 40 }, () => short.slice(0, -1)).flat(), short.at(-1)]);
  });

  it('may have long tables, lists and paragraphs', async () => {
    const table = `| a | b |\n|---|:-:|\n${'| *c* | d |\n'.repeat(500)}`;
    expect(await roles(table)).toEqual(
      ['a', 'b', ...Array(500).fill(['c', 'd']).flat()].map((x) => `cell: ${x}`),
    );
    const list = '- *a*\n    - b\n        - c\n'.repeat(200);
    expect(await roles(list)).toEqual(
      Array(200)
        .fill(['a', 'b', 'c'])
        .flat()
        .map((x) => `item: ${x}`),
    );
    const deep = `- a\n${'    - *b*\n'.repeat(500)}`;
    expect(await roles(deep)).toEqual(['a', ...Array(500).fill('b')].map((x) => `item: ${x}`));
    const paragraph = 'The *ferry* was late, but nobody minded at all.\n'.repeat(300);
    expect(letters(await texts(paragraph))).toBe(letters([paragraph]));
    const line = '渡船*晚*了，没有人在意。'.repeat(1000);
    expect(await texts(line)).toSatisfy((all: string[]) =>
      all.slice(0, -1).every((text) => text.endsWith('。')),
    );
    expect(letters(await texts(line))).toBe(letters([line]));
    const runOn = `*a${'𠀀'.repeat(5000)}`;
    expect((await texts(runOn)).join('')).toBe(runOn);
    const inList = `- a\n\n    | a | b |\n    |---|---|\n${'    | c | d |\n'.repeat(500)}`;
    expect((await roles(inList)).slice(-1000)).toEqual(Array(500).fill(['cell: c', 'cell: d']).flat());
  });

  it('may be plain text', async () => {
    const source = 'The ferry was late.\nNobody minded.\n\n  Or so they said.\n\n\n\n'.repeat(5000);
    expect(await texts(source)).toHaveLength(10_000);
  });

  it.each([
    ['quotations', `${'>'.repeat(100_000)} end`],
    ['lists', `${'- '.repeat(100_000)}end`],
    ['lists line by line', Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- end`).join('\n')],
    ['brackets', `${'['.repeat(10_000)}end`],
    ['pictures', `${'![a'.repeat(5_000)}end`],
    ['asterisks', `${'*'.repeat(100_000)}end`],
    ['emphasis', `${'*a **b '.repeat(3_000)}end`],
    ['parentheses', `${'('.repeat(100_000)}end`],
    ['tags', `${'<b>'.repeat(10_000)}end`],
    ['components', `${'<Aa {{'.repeat(10_000)}end`],
    ['dollars', `${'$$a\n'.repeat(10_000)}end`],
  ])('may be nested deeply in %s', async (_, source) => {
    expect((await texts(source)).at(-1)).toMatch(/end$/);
  });

  it.each([
    ['units', 'a'.repeat((1 << 24) + 1)],
    ['lines', '\n'.repeat(500_000)],
    ['marks', '| a '.repeat(1_000_000)],
    ['items', '- a\n'.repeat(400_000)],
  ])('is refused when it has too many %s', async (_, source) => {
    const error = await failure(source);
    expect(error).toMatchObject({ name: 'DuiqiError', code: 'too-large', position: { file: 'story.md' } });
    expect(error.message).toMatch(
      /^story\.md: This Markdown file is too large\. .*\. Cut it into several files/,
    );
  });
});

describe('what looks like Markdown', () => {
  it.each([
    ['headings and links', '# Late\n\nSee [the ferry](https://example.org).'],
    ['headings and code', '## 渡船\n\n运行 `make`。'],
    ['headings and strong words', '# 渡船\n\n她**没有**来。'],
    ['headings and a fence', '# Late\n\n```\nx\n```\n'],
    ['headings and a table', '# Late\n\n| a | b |\n|---|---|\n| c | d |'],
    ['several headings and a list', '# Late\r\n\r\n- a\r\n- b\r\n- c\r\n\r\n## Later\r\n'],
  ])('has %s', (_, text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['a plain story with breaks', 'Chapter 1\n\nIt was late.\n\n* * *\n\nIt was *very* late, _he_ said.'],
    ['a single heading', '# 1\n\nIt was late. [He] came (at noon).'],
    ['headings only', '# 1\n\nIt was late.\n\n# 2\n\nIt was later.'],
    ['dialogue behind dashes', '# 1\n\n- Late?\n- Late.\n- Well.\n- Good night.'],
    ['links without headings', 'See [the ferry](https://example.org) and **run**.'],
    ['hashes within lines', 'Boat #1 and **2**.\n#tag `x`'],
  ])('has not only %s', (_, text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });
});
