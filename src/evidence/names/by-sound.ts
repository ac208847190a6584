import { isOrdinaryWord } from '../../language/english.ts';
import { SOUNDS_ALIKE, soundLikeness } from '../../language/sound.ts';
import { soundCandidates } from './chinese-names.ts';
import { capitalisedRuns } from './english-names.ts';
import { PLACE_ENDINGS } from './kinds.ts';
import type { NameLink, Story } from './link.ts';

/** Shorter words sound like too much. */
const FEWEST_LETTERS = 3;
/** The likeness to ask of a word that may be no name, such as `Guard` or `Craft`. */
const SURELY_ALIKE = 0.9;
/** Among so many pairs chance finds some that sound alike, among so many more it finds likelier ones. */
const MANY_PAIRS = 20_000;
const VERY_MANY_PAIRS = 200_000;
const LIKELY_ALIKE = 0.8;
/** How far from its place, in sentences and as a share of all, a name may stand in the translation. */
const FAR = 25;
const FAR_SHARE = 0.05;
/** How much more often it may stand there. */
const MORE_OFTEN = 5;
const SOME_MORE = 3;

/** How well a Chinese string and an English word sound alike. */
interface Likeness {
  readonly zh: string;
  readonly en: string;
  readonly value: number;
}

/**
 * Foreign names that Chinese writes by their sound: 耶伦 for Yellen, 布林肯 for Blinken. A Chinese string and an English
 * word are linked when each is what the other sounds most like, and they stand about as often in about the same places.
 * `words` are English names of one word, and `taken` tells which Chinese strings already have a name.
 */
export function linksBySound(
  story: Story,
  words: readonly string[],
  taken: (zh: string) => boolean,
): NameLink[] {
  const candidates = [...soundCandidates(story.zh)].filter(([zh]) => !taken(zh));
  const named = [...placesOfWords(story, new Set(words))].filter(([word]) => word.length >= FEWEST_LETTERS);
  const least = leastLikeness(candidates.length * named.length);
  const alike = named.flatMap(([en, enPlaces]) => {
    const needed = Math.max(least, isOrdinaryWord(en.toLowerCase()) ? SURELY_ALIKE : 0);
    return candidates.flatMap(([zh, zhPlaces]): Likeness[] => {
      if (!isNear(zhPlaces, enPlaces, story)) return [];
      const value = soundLikeness(zh, en);
      return value >= needed ? [{ zh, en, value }] : [];
    });
  });
  const byZh = bestOf(alike, ({ zh }) => zh);
  const byEn = bestOf(alike, ({ en }) => en);
  const best = alike.filter((one) => byZh.get(one.zh) === one && byEn.get(one.en) === one);
  return withoutPieces(best).map(({ zh, en }) => ({ kind: isPlace(zh, story) ? 'place' : 'person', zh, en }));
}

function leastLikeness(pairs: number): number {
  if (pairs > VERY_MANY_PAIRS) return Math.max(SOUNDS_ALIKE, SURELY_ALIKE);
  return pairs > MANY_PAIRS ? Math.max(SOUNDS_ALIKE, LIKELY_ALIKE) : SOUNDS_ALIKE;
}

/** The numbers of the sentences in which each word stands. */
function placesOfWords({ en }: Story, words: ReadonlySet<string>): Map<string, number[]> {
  const places = new Map<string, number[]>();
  en.forEach(({ text }, j) => {
    for (const [start, end] of capitalisedRuns(text).flat()) {
      const word = text.slice(start, end);
      if (!words.has(word)) continue;
      const own = places.get(word);
      if (own) own.push(j);
      else places.set(word, [j]);
    }
  });
  return places;
}

function isNear(zhPlaces: readonly number[], enPlaces: readonly number[], { zh, en }: Story): boolean {
  const [few, many] = [zhPlaces.length, enPlaces.length].sort((x, y) => x - y) as [number, number];
  if (many > MORE_OFTEN * few + SOME_MORE) return false;
  const slope = en.length / zh.length;
  const far = FAR + FAR_SHARE * en.length;
  let j = 0;
  for (const i of zhPlaces) {
    while (j < enPlaces.length && enPlaces[j]! < i * slope - far) j++;
    if (j < enPlaces.length && enPlaces[j]! <= i * slope + far) return true;
  }
  return false;
}

/** A name that what a place is always follows is a place: 伊尔马岛. */
function isPlace(zh: string, story: Story): boolean {
  const places = story.zh.flatMap(({ key }) =>
    [...key.matchAll(new RegExp(zh, 'gu'))].map(({ index }) =>
      PLACE_ENDINGS.has(key[index + zh.length] ?? ''),
    ),
  );
  return places.length > 0 && places.every(Boolean);
}

/** Of strings that are one in another only the most alike: 史汀生 for `Stimson`, not 汀生 for `Thomson`. */
function withoutPieces(alike: readonly Likeness[]): Likeness[] {
  const kept: Likeness[] = [];
  for (const one of alike.toSorted((x, y) => y.value - x.value)) {
    if (kept.every(({ zh }) => !zh.includes(one.zh) && !one.zh.includes(zh))) kept.push(one);
  }
  return kept;
}

function bestOf(alike: readonly Likeness[], side: (one: Likeness) => string): Map<string, Likeness> {
  const best = new Map<string, Likeness>();
  for (const one of alike) {
    const before = best.get(side(one));
    if (!before || one.value > before.value) best.set(side(one), one);
  }
  return best;
}
