import { type Contents, type Piece, pieceOf, unwrapped } from '../contents.ts';
import { chunksOf } from './markdown-chunks.ts';
import { frontMatterOf, titleIn } from './markdown-front-matter.ts';
import { checkEffort, linesWithinLimits } from './markdown-limits.ts';
import { proseOf } from './markdown-lines.ts';
import { withDefinitions } from './markdown-references.ts';
import { piecesOfTree } from './markdown-tree.ts';

export { looksLikeMarkdown } from './markdown-look.ts';

/** Bare addresses are text all the same; to find them takes a third of the time. */
const BARE_LINKS = ['wwwAutolink', 'protocolAutolink', 'emailAutolink'];
/** There is no indented code in MDX. */
const MDX = /\.mdx$/i;
const PARAGRAPH_END = /\n[ \t]*\n/;

type Parse = (markdown: string) => Piece[];

/**
 * What a Markdown document says: CommonMark with the tables, footnotes and struck text of GitHub, and the marks of
 * mdBook, MkDocs, Docusaurus, VuePress and MDX. Left out are code blocks, formulas, pictures, comments, the targets of
 * links, and the front matter but for the title. The ending of `file` tells MDX; else it only names the place of an
 * error.
 *
 * @throws DuiqiError `too-large`
 */
export async function readMarkdown(source: string, file: string): Promise<Contents> {
  const lines = linesWithinLimits(source, file);
  const frontMatter = frontMatterOf(lines);
  const prose = proseOf(lines.fill('', 0, frontMatter.length));
  const chunks = withDefinitions(Array.from(chunksOf(prose.lines)), prose.lines);
  checkEffort(chunks, file);
  const parse = await parserFor(file);
  const pieces = chunks.flatMap(({ text, isPlain }) => (isPlain ? paragraphsOf(text) : parse(text)));
  return { pieces: [...headingFor(titleIn(frontMatter), pieces), ...pieces], notices: prose.notices };
}

async function parserFor(file: string): Promise<Parse> {
  const { fromMarkdown } = await import('mdast-util-from-markdown');
  const { gfm } = await import('micromark-extension-gfm');
  const { gfmFromMarkdown } = await import('mdast-util-gfm');
  const { cjkFriendlyExtension } = await import('micromark-extension-cjk-friendly');
  const disabled = MDX.test(file) ? [...BARE_LINKS, 'codeIndented'] : BARE_LINKS;
  const extensions = [gfm(), cjkFriendlyExtension(), { disable: { null: disabled } }];
  const mdastExtensions = gfmFromMarkdown().filter(({ transforms }) => transforms === undefined);
  return (markdown) => piecesOfTree(fromMarkdown(markdown, { extensions, mdastExtensions }));
}

function paragraphsOf(text: string): Piece[] {
  return text.split(PARAGRAPH_END).flatMap((paragraph) => pieceOf(unwrapped(paragraph), 'paragraph'));
}

/** The title as a heading, unless a heading of the document says the same. */
function headingFor(title: string, pieces: readonly Piece[]): Piece[] {
  const isThere = pieces.some(({ text, role }) => role === 'heading' && wordsOf(text) === wordsOf(title));
  return isThere ? [] : pieceOf(title, 'heading');
}

function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
