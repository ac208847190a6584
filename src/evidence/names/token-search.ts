import type { Token } from '../tokens.ts';

/** The number of the last token that begins at a place or before it, -1 when there is none; by halving. */
export function tokenNumberAt(tokens: readonly Token[], at: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The token that covers a place. */
export function tokenAt(tokens: readonly Token[], at: number): Token | undefined {
  const token = tokens[tokenNumberAt(tokens, at)];
  return token && token.end > at ? token : undefined;
}

/** The tokens that lie wholly or partly in [start, end). */
export function tokensIn(tokens: readonly Token[], start: number, end: number): Token[] {
  const found: Token[] = [];
  for (let k = tokenNumberAt(tokens, end - 1); k >= 0 && tokens[k]!.end > start; k--) found.push(tokens[k]!);
  return found.reverse();
}
