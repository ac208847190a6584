import type { Anchor, AnchorKind, Bead } from '../model.ts';
import type { PairSides } from './evidence.ts';
import { sharedNames } from './names.ts';
import type { Quantity } from './quantities.ts';
import type { Reading } from './tokens.ts';

type Place = readonly [start: number, end: number];

/** Two mentions that mean the same, where they stand in their sentences. */
interface Match {
  readonly kind: AnchorKind;
  readonly zh: Place;
  readonly en: Place;
}

/** The anchors of a bead, in the order of the Chinese text: what a reader can see that both sides share. */
export function anchorsOf(bead: Bead, sides: PairSides): Anchor[] {
  const zhTaken = new Map<number, Place[]>();
  const enTaken = new Map<number, Place[]>();
  const anchors: { readonly at: number; readonly anchor: Anchor }[] = [];
  for (let i = bead.zh.start; i < bead.zh.end; i++) {
    for (let j = bead.en.start; j < bead.en.end; j++) {
      const zh = sides.zh.readings[i]!;
      const en = sides.en.readings[j]!;
      for (const match of [...sharedQuantities(zh, en), ...sharedNames(zh, en)]) {
        const zhPlaces = placesIn(zhTaken, i);
        const enPlaces = placesIn(enTaken, j);
        // A mention means one thing: the first match takes it.
        if (overlaps(zhPlaces, match.zh) || overlaps(enPlaces, match.en)) continue;
        zhPlaces.push(match.zh);
        enPlaces.push(match.en);
        const texts = { zh: zh.text.slice(...match.zh), en: en.text.slice(...match.en) };
        anchors.push({ at: i * 1e9 + match.zh[0], anchor: { kind: match.kind, ...texts } });
      }
    }
  }
  return anchors.sort((x, y) => x.at - y.at).map(({ anchor }) => anchor);
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
