/** The pieces of a document from its columns in the order of reading. */
import type { Role } from '../../model.ts';
import { type Piece, pieceOf } from '../contents.ts';
import type { Column } from './pdf-columns.ts';
import { type Habits, habitsOf, joinLines } from './pdf-joining.ts';
import { type Layout, layoutOf } from './pdf-layout.ts';
import { endsSentence, isCaption, isItem, withoutBullet } from './pdf-letters.ts';
import { type Frame, framesOf, type Line, lineOf, withSoftHyphen } from './pdf-lines.ts';
import { countNotes, type Note, notesOf } from './pdf-notes.ts';
import { continuesParagraph, startsParagraph } from './pdf-paragraphs.ts';
import type { Row } from './pdf-rows.ts';
import { type Table, withTables } from './pdf-tables.ts';

/** A column of a page, read. */
interface Part {
  readonly content: readonly (Line | Table)[];
  readonly notes: readonly Note[];
  readonly frame: Frame;
}

type Block =
  | { readonly kind: 'text'; readonly lines: Line[] }
  | { readonly kind: 'note'; readonly lines: string[] }
  | { readonly kind: 'table'; readonly cells: readonly string[] };

/** Headings are larger than the text by this factor, or bold; and short: in UTF-16 units, and in lines. */
const LARGER = 1.12;
const LONGEST_HEADING = 200;
const MOST_HEADING_LINES = 4;
/** Large headings may ask or exclaim. */
const ENDS_STATEMENT = /[.,;。，、；]['"’”」』)）]*$/;

/**
 * The pieces that the columns of all pages hold. Notes come behind the paragraph that stands last on their page.
 *
 * @param em the size of the document's text
 */
export function piecesOf(pages: readonly (readonly Column[])[], em: number): Piece[] {
  const parts = partsOf(pages, em);
  const stretches = parts.map(({ content, frame }) => ({ lines: content.filter(isLine), frame }));
  const layout = layoutOf(stretches, em);
  const habits = habitsOf(stretches.flatMap(({ lines }) => lines.map(({ text }) => text)));
  return blocksOf(parts, layout).flatMap((block) => piecesOfBlock(block, layout, habits));
}

function partsOf(pages: readonly (readonly Column[])[], em: number): Part[] {
  const frames = framesOf(pages.flat(), em);
  return pages
    .flatMap((columns) => {
      const read = columns.map(({ rows }) => {
        const end = rows.length - countNotes(rows, em);
        return { rows: withTables(rows.slice(0, end), em), notes: notesOf(rows.slice(end)) };
      });
      const marks = new Set(read.flatMap(({ notes }) => notes.flatMap(({ mark }) => mark ?? [])));
      return read.map(({ rows, notes }) => ({ content: contentOf(rows, marks), notes }));
    })
    .map(({ content, notes }, i) => ({
      content: hyphenated(content, frames[i]!, em),
      notes,
      frame: frames[i]!,
    }));
}

function hyphenated(content: readonly (Line | Table)[], frame: Frame, em: number): (Line | Table)[] {
  return content.map((one, i) => {
    const next = content[i + 1];
    return next && isLine(one) && isLine(next) ? withSoftHyphen(one, next, frame, em) : one;
  });
}

function contentOf(rows: readonly (Row | Table)[], marks: ReadonlySet<string>): (Line | Table)[] {
  return rows
    .map((row) => ('cells' in row ? row : lineOf(row, marks)))
    .filter((line) => 'cells' in line || line.text !== '');
}

function isLine(one: Line | Table): one is Line {
  return !('cells' in one);
}

/** The blocks in their order; one may go on at the top of the next column, a note on the next page. */
function blocksOf(parts: readonly Part[], layout: Layout): Block[] {
  const blocks: Block[] = [];
  let open: Line[] | undefined;
  for (const [k, { content, notes, frame }] of parts.entries()) {
    for (const [i, one] of content.entries()) {
      const before = i === 0 ? parts[k - 1] : undefined;
      if (!isLine(one)) {
        open = undefined;
        blocks.push({ kind: 'table', cells: one.cells });
      } else if (open && goesOn(one, open, before, frame, layout)) {
        open.push(one);
      } else {
        open = [one];
        blocks.push({ kind: 'text', lines: open });
      }
    }
    addNotes(blocks, notes);
  }
  return blocks;
}

function addNotes(blocks: Block[], notes: readonly Note[]): void {
  for (const { mark, lines } of notes) {
    const last = mark === undefined ? blocks.findLast((block) => block.kind === 'note') : undefined;
    if (last && !endsSentence(last.lines.at(-1)!)) last.lines.push(...lines);
    else blocks.push({ kind: 'note', lines: [...lines] });
  }
}

/** Whether a line goes on with the open paragraph; `before` is the column before when it is the first of its own. */
function goesOn(
  line: Line,
  open: readonly Line[],
  before: Part | undefined,
  frame: Frame,
  layout: Layout,
): boolean {
  return before
    ? continuesParagraph(line, open, [before.frame, frame], layout)
    : !startsParagraph(line, open, frame, layout);
}

function piecesOfBlock(block: Block, layout: Layout, habits: Habits): Piece[] {
  if (block.kind === 'table') return block.cells.flatMap((cell) => pieceOf(cell, 'cell'));
  if (block.kind === 'note') return pieceOf(joinLines(block.lines, habits), 'note');
  const text = joinLines(
    block.lines.map((line) => line.text),
    habits,
  );
  return pieceOf(withoutBullet(text), roleOf(text, block.lines, layout));
}

function roleOf(text: string, lines: readonly Line[], { em, isBold }: Layout): Role {
  if (isCaption(text)) return 'caption';
  const isShort = text.length <= LONGEST_HEADING && lines.length <= MOST_HEADING_LINES;
  const isLarger = isShort && lines.every(({ size }) => size >= LARGER * em);
  const isBolder = isShort && !isBold && lines.every((line) => line.isBold);
  if (isLarger ? !ENDS_STATEMENT.test(text) : isBolder && !endsSentence(text)) return 'heading';
  return isItem(text) ? 'item' : 'paragraph';
}
