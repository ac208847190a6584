import type { Anchor, AnchorKind, Bead } from '../model.ts';
import type { PairSides } from './evidence.ts';
import { sharedNames } from './names.ts';
import type { Quantity } from './quantity.ts';
import type { Reading } from './tokens.ts';

type Place = readonly [start: number, end: number];

/** Two mentions that mean the same, where they stand in their sentences. */
interface Match {
  readonly kind: AnchorKind;
  readonly zh: Place;
  readonly en: Place;
}

/** A match of sentence `zhSentence` with sentence `enSentence`. */
interface PlacedMatch extends Match {
  readonly zhSentence: number;
  readonly enSentence: number;
}

/** The anchors of a bead, in the order of the Chinese text: what a reader can see that both sides share. */
export function anchorsOf(bead: Bead, sides: PairSides): Anchor[] {
  return withoutOverlaps(matchesOf(bead, sides))
    .sort((x, y) => x.zhSentence - y.zhSentence || x.zh[0] - y.zh[0])
    .map(({ kind, zhSentence, zh, enSentence, en }) => ({
      kind,
      zh: sides.zh.readings[zhSentence]!.text.slice(...zh),
      en: sides.en.readings[enSentence]!.text.slice(...en),
    }));
}

function matchesOf({ zh, en }: Bead, sides: PairSides): PlacedMatch[] {
  const matches: PlacedMatch[] = [];
  for (let zhSentence = zh.start; zhSentence < zh.end; zhSentence++) {
    for (let enSentence = en.start; enSentence < en.end; enSentence++) {
      const x = sides.zh.readings[zhSentence]!;
      const y = sides.en.readings[enSentence]!;
      for (const match of [...sharedQuantities(x, y), ...sharedNames(x, y)]) {
        matches.push({ ...match, zhSentence, enSentence });
      }
    }
  }
  return matches;
}

/**
 * A mention means one thing: the longest match takes it (`COVID-19`, not 19), of equal ones a name rather than the
 * Latin original behind it in 詹姆斯（James）, then the first.
 */
function withoutOverlaps(matches: readonly PlacedMatch[]): PlacedMatch[] {
  const zhTaken = new Map<number, Place[]>();
  const enTaken = new Map<number, Place[]>();
  const length = ([start, end]: Place) => end - start;
  const isLatin = ({ kind }: Match) => Number(kind === 'latin');
  return matches
    .toSorted((x, y) => length(y.en) - length(x.en) || isLatin(x) - isLatin(y) || length(y.zh) - length(x.zh))
    .filter(({ zhSentence, zh, enSentence, en }) => {
      const zhPlaces = placesIn(zhTaken, zhSentence);
      const enPlaces = placesIn(enTaken, enSentence);
      if (overlaps(zhPlaces, zh) || overlaps(enPlaces, en)) return false;
      zhPlaces.push(zh);
      enPlaces.push(en);
      return true;
    });
}

function placesIn(taken: Map<number, Place[]>, sentence: number): Place[] {
  const places = taken.get(sentence) ?? [];
  taken.set(sentence, places);
  return places;
}

function overlaps(places: readonly Place[], [start, end]: Place): boolean {
  return places.some(([otherStart, otherEnd]) => start < otherEnd && otherStart < end);
}

function sharedQuantities(zh: Reading, en: Reading): Match[] {
  return zh.quantities.flatMap((x) =>
    en.quantities
      .filter((y) => same(x, y))
      .map(
        (y): Match => ({
          kind: x.kind === 'number' ? y.kind : x.kind,
          zh: [x.start, x.end],
          en: [y.start, y.end],
        }),
      ),
  );
}

/** Whether two quantities share a value and contradict each other in none: a date may leave out its year. */
function same(x: Quantity, y: Quantity): boolean {
  const [few, many] = x.values.length <= y.values.length ? [x.values, y.values] : [y.values, x.values];
  return few.every((value) => many.includes(value));
}
