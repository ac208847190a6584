import type { Role } from '../model.ts';
import type { Contents } from './contents.ts';
import type { Span } from './lines.ts';

/** Pieces stand apart like paragraphs, so that no line of one goes on in the next. */
const BETWEEN_PIECES = '\n\n';

/** The running text of a document, and which of its slices is what. */
export interface Flow {
  readonly text: string;
  /** In order, apart from one another. */
  readonly pieces: readonly PlacedPiece[];
}

export interface PlacedPiece extends Span {
  readonly role?: Role;
  readonly isNoise: boolean;
}

/** Plain text: nothing is known of its layout. */
export function plainFlow(text: string): Flow {
  return { text, pieces: [{ start: 0, end: text.length, isNoise: false }] };
}

export function flowOf({ pieces }: Contents): Flow {
  let start = 0;
  const placed = pieces.map(({ text, role, isNoise = false }) => {
    const piece = { start, end: start + text.length, role, isNoise };
    start = piece.end + BETWEEN_PIECES.length;
    return piece;
  });
  return { text: pieces.map(({ text }) => text).join(BETWEEN_PIECES), pieces: placed };
}

/** The piece that a place of the text lies in, or the last one before it. */
export function pieceAt({ pieces }: Flow, index: number): PlacedPiece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.start <= index) low = middle;
    else high = middle - 1;
  }
  return pieces[low]!;
}
