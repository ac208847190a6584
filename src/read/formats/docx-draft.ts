import type { Role } from '../../model.ts';
import { type Piece, pieceOf } from '../contents.ts';
import type { Style } from './docx-styles.ts';

/** A paragraph that is being read. What is undefined is as its style says. */
export interface Paragraph {
  text: string;
  style: Style;
  isHeading?: boolean;
  isItem?: boolean;
  /** The mark at its end was deleted, or it is a large first letter: it goes on in the next paragraph. */
  isJoined: boolean;
  readonly isCell: boolean;
}

/** How much was written at some time. */
export interface Mark {
  readonly pieces: number;
  readonly boxed: number;
  readonly text: string;
}

/**
 * The pieces written so far, and the paragraphs that are open: a text box stands within the paragraph that it is
 * anchored to, and is put after it.
 */
export class Draft {
  readonly pieces: Piece[] = [];
  readonly #boxed: Piece[] = [];
  readonly #open: Paragraph[] = [];
  #joined: Paragraph | undefined;

  /** The innermost open paragraph. */
  get paragraph(): Paragraph | undefined {
    return this.#open.at(-1);
  }

  begin(isCell: boolean): void {
    this.#open.push({ text: this.#joined?.text ?? '', style: {}, isJoined: false, isCell });
    this.#joined = undefined;
  }

  write(text: string): void {
    if (this.paragraph) this.paragraph.text += text;
  }

  end(): void {
    const paragraph = this.#open.pop();
    if (paragraph?.isJoined) this.#joined = paragraph;
    else if (paragraph) this.#add(paragraph);
  }

  /** To be called where no paragraph can go on: at the end of a cell, of a note, of the text. */
  endJoined(): void {
    if (this.#joined) this.#add(this.#joined);
    this.#joined = undefined;
  }

  get mark(): Mark {
    return { pieces: this.pieces.length, boxed: this.#boxed.length, text: this.paragraph?.text ?? '' };
  }

  hasGrown({ pieces, boxed, text }: Mark): boolean {
    const now = this.mark;
    return now.pieces > pieces || now.boxed > boxed || now.text.length > text.length;
  }

  /** Takes back what was written since then, in whichever paragraph. */
  backTo({ pieces, boxed, text }: Mark): void {
    this.pieces.length = Math.min(this.pieces.length, pieces);
    this.#boxed.length = Math.min(this.#boxed.length, boxed);
    if (this.paragraph) this.paragraph.text = text;
  }

  #add(paragraph: Paragraph): void {
    const isOutermost = this.#open.length === 0;
    const target = isOutermost ? this.pieces : this.#boxed;
    if (!paragraph.style.isContents) target.push(...pieceOf(paragraph.text, roleOf(paragraph)));
    if (!isOutermost) return;
    for (const piece of this.#boxed) this.pieces.push(piece);
    this.#boxed.length = 0;
  }
}

function roleOf({ style, isHeading, isItem, isCell }: Paragraph): Role {
  if (isHeading ?? style.role === 'heading') return 'heading';
  if (style.role === 'caption') return 'caption';
  if (isCell) return 'cell';
  return (isItem ?? style.role === 'item') ? 'item' : 'paragraph';
}
