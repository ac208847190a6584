import { type Piece, pieceOf } from '../contents.ts';
import { type Block, blocksOf } from './html-blocks.ts';

/** A longer text is no heading, whatever its class: the class is that of a part of the page. */
const LONGEST_HEADING = 300;

/**
 * All the text of an HTML or XHTML document, or of a fragment of one, in the order of its source: menus and footers
 * too, but nothing that is hidden, and no code, controls, readings of characters, or marks of footnotes. A line break in
 * a piece is a `<br>`. Entities are those of HTML; none that the document declares is expanded. Takes linear time,
 * whatever is wrong with the mark-up.
 *
 * @throws DuiqiError `too-large` for more than 250,000 lines
 */
export function piecesOfHtml(html: string, file?: string): Piece[] {
  return blocksOf(html, file).flatMap(pieceOfBlock);
}

/** The block as a piece, in a list. */
export function pieceOfBlock({ text, element }: Block): Piece[] {
  const isTooLong = element.role === 'heading' && text.length > LONGEST_HEADING;
  return pieceOf(text, isTooLong ? 'paragraph' : element.role);
}
