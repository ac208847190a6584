import type { Anchor, Bead } from '../model.ts';
import type { PairSides } from './evidence.ts';
import type { Mention } from './names/name-table.ts';
import { sharedNames } from './names/shared-names.ts';
import { type Match, type Place, sharedQuantities } from './quantity-anchors.ts';
import type { Reading } from './tokens.ts';

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

/**
 * The names of which both forms stand somewhere in the parts: each Chinese form that is written, in their order, with the
 * longest English one.
 */
export function commonNames({ zh, en, names }: PairSides): Anchor[] {
  const zhTexts = writtenForms(zh.readings, (reading) => names.inChinese(reading));
  const enTexts = writtenForms(en.readings, (reading) => names.inEnglish(reading));
  const written = new Map(enTexts.map(([text, form]) => [form, text]));
  return zhTexts.flatMap(([text, form]): Anchor[] => {
    const links = names.linksOf(form).filter((link) => written.has(link.en));
    const [fullest] = links.toSorted((x, y) => y.en.length - x.en.length);
    return fullest ? [{ kind: fullest.kind, zh: text, en: written.get(fullest.en)! }] : [];
  });
}

/** The distinct texts of mentions, each with its form: 謝鋒 and 谢锋 are one form. */
function writtenForms(
  readings: readonly Reading[],
  mentionsIn: (reading: Reading) => readonly Mention[],
): [text: string, form: string][] {
  const written = new Map<string, string>();
  for (const reading of readings) {
    for (const { form, place } of mentionsIn(reading)) written.set(reading.text.slice(...place), form);
  }
  return [...written];
}

function matchesOf({ zh, en }: Bead, sides: PairSides): PlacedMatch[] {
  const matches: PlacedMatch[] = [];
  for (let zhSentence = zh.start; zhSentence < zh.end; zhSentence++) {
    for (let enSentence = en.start; enSentence < en.end; enSentence++) {
      const x = sides.zh.readings[zhSentence]!;
      const y = sides.en.readings[enSentence]!;
      for (const match of [...sharedQuantities(x, y), ...sharedNames(x, y, sides.names)]) {
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
