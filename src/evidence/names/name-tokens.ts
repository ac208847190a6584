import type { Reading, Token } from '../tokens.ts';
import type { Mention, NameTable } from './name-table.ts';

/** The longest mentions that leave room for one another, in order. */
function withoutNested(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  const length = ({ place: [start, end] }: Mention) => end - start;
  for (const mention of mentions.toSorted((x, y) => length(y) - length(x) || x.place[0] - y.place[0])) {
    const [start, end] = mention.place;
    if (kept.every(({ place }) => place[1] <= start || end <= place[0])) kept.push(mention);
  }
  return kept.sort((x, y) => x.place[0] - y.place[0]);
}

/** A Chinese sentence with one token for each mention of a name, whatever nodejieba made of it. */
export function withNameTokens(reading: Reading, table: NameTable): Reading {
  const mentions = withoutNested(table.inChinese(reading));
  if (mentions.length === 0) return reading;
  const names = mentions.map(
    ({ form, place: [start, end] }): Token => ({ key: form, start, end, tag: 'nr' }),
  );
  const rest = reading.tokens.flatMap((token) => outside(token, names));
  return { ...reading, tokens: [...names, ...rest].sort((a, b) => a.start - b.start) };
}

/** What of a token no name covers. */
function outside(token: Token, names: readonly Token[]): Token[] {
  let pieces = [token];
  for (const { start, end } of names) {
    if (start >= token.end || end <= token.start) continue;
    if (token.tag === 'value') return [token];
    pieces = pieces.flatMap((piece) => [
      ...piecesOf(piece, piece.start, Math.min(piece.end, start)),
      ...piecesOf(piece, Math.max(piece.start, end), piece.end),
    ]);
  }
  return pieces;
}

function piecesOf(token: Token, start: number, end: number): Token[] {
  if (start >= end) return [];
  const key = token.key.slice(start - token.start, end - token.start);
  return [{ key, start, end, tag: key === token.key ? token.tag : 'x' }];
}
