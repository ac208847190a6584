import { distance } from 'fastest-levenshtein';

/** The known name that was probably meant: at most 2 letters off, or a third of the name; the first of equals. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((name) => ({ name, away: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, away }) => away <= Math.max(2, name.length / 3) && away < name.length)
    .sort((a, b) => a.away - b.away);
  return best?.name;
}
