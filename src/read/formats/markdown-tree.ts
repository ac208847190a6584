import type { fromMarkdown } from 'mdast-util-from-markdown';
import type { Role } from '../../model.ts';
import { type Piece, pieceOf, unwrapped } from '../contents.ts';
import { piecesOfHtml } from './html-pieces.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root['children'][number];

/** Stands for a line break that a reader sees; the parser leaves no such character in a text. */
const BREAK = '\0';
const IS_BREAK = /^<br\b/i;
/** `<span class="caption">Listing 1: …</span>`. */
const CAPTION_TAG = /^<\w+[^>]*\sclass\s*=\s*["']?(?:fig)?caption\b/i;
/** Above a program, `<span class="filename">File: main.c</span>`. */
const FILE_NAME_TAG = /^<\w+[^>]*\sclass\s*=\s*["']?filename\b/i;
/** A link that shows nothing but where it leads, as to the page that was translated. */
const ADDRESS = /^[\w-]*[./][\w./:#?=&%-]*$/;
/** `{#install}`, `{ .wide }` behind a heading. */
const HEADING_ATTRIBUTES = /\s*\{\s*[#.:][^{}]*\}\s*$/;
/** `{width=50%}`, `{ .wide }` behind a picture, a link, code. */
const INLINE_ATTRIBUTES = /^\{(?:\s*[#.:]|[^{}=\s]+=)[^{}\n]*\}/;

/** The pieces of a parsed document; a paragraph of its own has the role `paragraph`. */
export function piecesOfTree({ children }: Root): Piece[] {
  return children.flatMap((node) => piecesOfBlock(node, 'paragraph'));
}

function piecesOfBlock(node: Node, role: Role): Piece[] {
  switch (node.type) {
    case 'paragraph':
      return pieceOfParagraph(node.children, role);
    case 'heading':
      return pieceOf(proseOf(node.children).replace(HEADING_ATTRIBUTES, ''), 'heading');
    case 'tableCell':
      return pieceOf(proseOf(node.children), 'cell');
    case 'html':
      return piecesOfHtml(node.value);
    case 'listItem':
      return node.children.flatMap((child) => piecesOfBlock(child, 'item'));
    case 'footnoteDefinition':
      return node.children.flatMap((child) => piecesOfBlock(child, 'note'));
    case 'blockquote':
    case 'list':
    case 'table':
    case 'tableRow':
      return node.children.flatMap((child) => piecesOfBlock(child, role));
    default:
      return [];
  }
}

function pieceOfParagraph(nodes: readonly Node[], role: Role): Piece[] {
  const [first] = nodes;
  const opening = first?.type === 'html' ? first.value : '';
  const pieces = pieceOf(proseOf(nodes), CAPTION_TAG.test(opening) ? 'caption' : role);
  const isAddress = nodes.length === 1 && first?.type === 'link' && ADDRESS.test(inlineText(nodes));
  const isNoise = isAddress || FILE_NAME_TAG.test(opening);
  return isNoise ? pieces.map((piece) => ({ ...piece, isNoise })) : pieces;
}

function proseOf(nodes: readonly Node[]): string {
  return inlineText(nodes).split(BREAK).map(unwrapped).join('\n');
}

function inlineText(nodes: readonly Node[]): string {
  return nodes.map((node, i) => withoutAttributes(textOf(node), nodes[i - 1])).join('');
}

function textOf(node: Node): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return BREAK;
    case 'html':
      return IS_BREAK.test(node.value) ? BREAK : '';
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return inlineText(node.children);
    default:
      return '';
  }
}

/** The text behind a node, without the attributes that Pandoc and MkDocs put there for that node. */
function withoutAttributes(text: string, before: Node | undefined): string {
  const hasAttributes = before && /^(?:image|link|inlineCode)/.test(before.type);
  return hasAttributes ? text.replace(INLINE_ATTRIBUTES, '') : text;
}
