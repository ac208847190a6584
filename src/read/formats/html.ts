import type { Contents, Piece } from '../contents.ts';
import { standingOf } from './html-apparatus.ts';
import { type Block, blocksOf } from './html-blocks.ts';
import { mainText } from './html-main.ts';
import { pieceOfBlock } from './html-pieces.ts';
import { readTagsOfPlainText } from './html-preformatted.ts';
import { isRegion, type Part, type Region, regionsOf } from './html-regions.ts';

/** A cell, or an item, with more blocks is one of the columns of a page's layout. */
const MOST_IN_CELL = 4;
const PRE = /<pre\b/i;
/** In letters: what is longer is no byline, whatever its class. */
const LONGEST_CREDITS = 400;

/** The share of these characters in code, and in prose that speaks of code. */
const CODE_MARKS = /[{}<>=;$\\_|]/g;
const MOST_CODE_MARKS = 0.02;

/**
 * The main text of a web page as users save it, in all the languages that it has, without menus, comments, links to other
 * pages and the like; bylines and datelines are noise. A page whose main text cannot be told gives all of its text, one
 * without text no pieces.
 *
 * @throws DuiqiError `too-large` for more than 250,000 lines
 */
export async function readHtml(html: string, file: string): Promise<Contents> {
  const blocks = textBlocks(html, file);
  const pieces: Piece[] = [];
  const add = (part: Part, place: Place): void => {
    if (!isRegion(part)) pieces.push(...pieceAt(part.block, place));
    else for (const child of part.parts) add(child, placeIn(part, place));
  };
  const main = blocks.length === 0 ? [] : mainText(regionsOf(blocks));
  for (const part of main) add(part, { isNoise: false, isLayout: false });
  return { pieces, notices: [] };
}

/** The blocks of a page; with those in `<pre>` if that is where the text stands, as in a saved plain text. */
function textBlocks(html: string, file: string): readonly Block[] {
  const blocks = blocksOf(html, file);
  if (!PRE.test(html)) return blocks;
  const all = blocksOf(html, file, readTagsOfPlainText);
  const text = all.map((block) => block.text).join('');
  const marks = text.match(CODE_MARKS)?.length ?? 0;
  const isPlainText = lengthOf(blocks) < text.length / 2 && marks < text.length * MOST_CODE_MARKS;
  return isPlainText ? all : blocks;
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((length, { text }) => length + text.length, 0);
}

/** What the regions around a block make of it. */
interface Place {
  readonly isNoise: boolean;
  /** It stands in a cell that is a column of the page. */
  readonly isLayout: boolean;
}

function placeIn({ element, weight }: Region, { isNoise, isLayout }: Place): Place {
  const isCell = element.name === 'td' || element.name === 'th';
  const isColumn = element.role === 'cell' && weight.blocks > MOST_IN_CELL;
  const isCredits =
    standingOf(element, true) === 'credits' && weight.text <= LONGEST_CREDITS && !weight.hasMain;
  return { isNoise: isNoise || isCredits, isLayout: isColumn || (isLayout && !isCell) };
}

function pieceAt(block: Block, { isNoise, isLayout }: Place): Piece[] {
  return pieceOfBlock(block).map(({ text, role }) => ({
    text,
    role: role === 'cell' && isLayout ? 'paragraph' : role,
    ...(isNoise ? { isNoise } : {}),
  }));
}
