import { expect, test } from 'vitest';
import type { Finding } from '../../../src/units/check/rules.ts';
import { Scanner, type Token } from '../../../src/units/check/scan.ts';
import { soundMemory, VARIANTS } from './variants.ts';

function scan(text: string, size = text.length): { tokens: Token[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const scanner = new Scanner('a.tmx', (rule, { line, column }, message) =>
    findings.push({ rule, line, column, message }),
  );
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at += size) tokens.push(...scanner.write(text.slice(at, at + size)));
  return { tokens: [...tokens, ...scanner.end()], findings };
}

const namesOf = (tokens: readonly Token[]) =>
  tokens.map((token) =>
    token.kind === 'text' ? token.text : token.kind === 'aside' ? token.raw : `${token.kind} ${token.name}`,
  );

const rulesIn = (text: string) =>
  scan(text).findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`);

test('tags, texts and comments come with their places', () => {
  const { tokens, findings } = scan('<tu>\n  <seg>a &lt; b</seg><!-- c --></tu>');
  expect(namesOf(tokens)).toEqual([
    'open tu',
    '\n  ',
    'open seg',
    'a < b',
    'close seg',
    '<!-- c -->',
    'close tu',
  ]);
  expect(tokens.map(({ line, column }) => `${line}:${column}`)).toEqual([
    '1:1',
    '1:5',
    '2:3',
    '2:8',
    '2:16',
    '2:22',
    '2:32',
  ]);
  expect(findings).toEqual([]);
});

test('a file in pieces of one character gives the same tokens and findings', () => {
  for (const { make } of VARIANTS) {
    const text = Buffer.from(make(3)).toString('utf8');
    expect(scan(text, 1)).toEqual(scan(text));
    expect(scan(text, 7)).toEqual(scan(text));
  }
});

test('attributes hold what they mean, and line breaks in them are spaces', () => {
  const { tokens } = scan(`<prop type='a "b"\n&amp;&#x4E2D;' x = "1"/>`);
  expect(tokens).toMatchObject([{ kind: 'open', name: 'prop', isEmpty: true }]);
  const [tag] = tokens;
  expect(tag?.kind === 'open' && [...tag.attributes]).toEqual([
    ['type', 'a "b" &中'],
    ['x', '1'],
  ]);
});

test('a bare less-than is text, also before letters', () => {
  const { tokens, findings } = scan('<seg>1 <2, a <b and c, <</seg>');
  expect(namesOf(tokens).slice(1, -1).join('')).toBe('1 <2, a <b and c, <');
  expect(findings.map(({ column }) => column)).toEqual([8, 14, 24]);
});

test('a broken tag of TMX is that tag all the same', () => {
  expect(namesOf(scan('<tuv xml:lang=en>x</tuv y><seg a="b').tokens)).toEqual(['open tuv', 'x', 'close tuv']);
  const [tag] = scan('<tuv xml:lang=en usagecount="1"lang="a<b">').tokens;
  expect(tag?.kind === 'open' && Object.fromEntries(tag.attributes)).toEqual({
    'xml:lang': 'en',
    usagecount: '1',
    lang: 'a<b',
  });
  expect(rulesIn('<tu><tuv xml:lang="en"<seg>x</seg>')).toEqual(['markup 1:5']);
});

test('an attribute that is given twice has its first value', () => {
  const { tokens, findings } = scan('<tu tuid="1"\n tuid="2">');
  expect(tokens[0]?.kind === 'open' && tokens[0].attributes.get('tuid')).toBe('1');
  expect(findings).toMatchObject([{ rule: 'markup', line: 2, message: '<tu> has “tuid” twice.' }]);
});

test('a rule that one text breaks often is told once, with the number', () => {
  const { findings } = scan('<seg>\n a & b & c & d</seg>');
  expect(findings).toEqual([
    {
      rule: 'bare-ampersand',
      line: 2,
      column: 4,
      message: 'Here is a bare &, which XML wants as &amp;. It is the first of 3 in this text.',
    },
  ]);
});

test('entities of HTML become their characters, unknown ones stay as they are', () => {
  const { tokens } = scan('<seg>a&nbsp;&mdash;&foo;&constructor;</seg>');
  expect(tokens[1]).toMatchObject({ text: 'a\u00a0—&foo;&constructor;' });
});

test('entities of the document type are resolved, those made of others are not', () => {
  const dtd = '<!DOCTYPE tmx [<!ENTITY inn "客栈"><!ENTITY lol "&inn;&inn;">]>';
  const { tokens, findings } = scan(`${dtd}<seg>&inn;&lol;</seg>`);
  expect(tokens[1]).toMatchObject({ text: '客栈&lol;' });
  expect(findings.map(({ rule }) => rule)).toEqual(['own-entity', 'unknown-entity']);
});

test('a text of references to a long entity does not fill the memory', () => {
  const dtd = `<!DOCTYPE tmx [<!ENTITY long "${'x'.repeat(1_000)}">]>`;
  const { tokens } = scan(`${dtd}<seg>${'&long;'.repeat(100_000)}</seg>`);
  expect(tokens[1]?.kind === 'text' && tokens[1].text.length).toBeLessThan(2_000_000);
});

test('references to what XML forbids go, those to rare characters stay', () => {
  const { tokens, findings } = scan('<seg>&#0;&#xD800;&#x110000;&#99999999;&#x1F600;&#13;\ufffe</seg>');
  expect(tokens[1]).toMatchObject({ text: '\u{1f600}\r' });
  expect(findings.map(({ rule }) => rule)).toEqual(['control-reference', 'control-character']);
});

test('a comment, an instruction and a section that never end are text', () => {
  expect(namesOf(scan('<!-- a > b').tokens).join('')).toBe('<!-- a > b');
  expect(namesOf(scan('<?a > b').tokens).join('')).toBe('<?a > b');
  expect(namesOf(scan('<![CDATA[a > b').tokens).join('')).toBe('<![CDATA[a > b');
});

test('a comment is mended, and a section is text', () => {
  expect(namesOf(scan('<!-- a -- b ---><![CDATA[a < b & c]]>').tokens)).toEqual([
    '<!-- a - - b - -->',
    'a < b & c',
  ]);
});

test('line ends of Windows count once and are line feeds', () => {
  const { tokens } = scan('<seg>a\r\nb\rc</seg>\r\n<tu>');
  expect(tokens[1]).toMatchObject({ text: 'a\nb\nc' });
  expect(tokens[4]).toMatchObject({ name: 'tu', line: 3, column: 1 });
});

test('an XML declaration that stands elsewhere than at the beginning is told', () => {
  expect(rulesIn('<?xml version="1.0"?><tmx>')).toEqual([]);
  expect(rulesIn('\n<?xml version="1.0"?><tmx>')).toEqual(['markup 2:1']);
});

test('many broken tags take time linear in their number', () => {
  const start = performance.now();
  scan('<tuv a="'.repeat(40_000));
  scan(`<tuv ${'a="&" '.repeat(40_000)}>`);
  scan('& '.repeat(100_000));
  scan('<!--'.repeat(40_000));
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('the sound memory has nothing to tell', () => {
  expect(scan(soundMemory(1)).findings).toEqual([]);
});
