import { isOrdinaryWord } from '../../language/english.ts';
import { plainLetters, SOUNDS_ALIKE, soundLikeness } from '../../language/sound.ts';
import { closenessOf, consonantsOf, skeletonOf } from '../../language/sound-spelling.ts';
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
/** Those of names are alike by .6 and more as a rule: among many pairs it pays to ask for that first. */
const CLOSE_CONSONANTS = 0.5;
/** How far from its place, in sentences and as a share of all, a name may stand in the translation. */
const FAR = 25;
const FAR_SHARE = 0.02;
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
  const candidates = formsOf(soundCandidates(story.zh)).filter(({ text }) => !taken(text));
  const named = formsOf(placesOfWords(story, new Set(words))).filter(
    ({ text }) => text.length >= FEWEST_LETTERS,
  );
  const pairs = candidates.length * named.length;
  const alike: Likeness[] = [];
  eachWorthHearing(candidates, named, pairs, (zh, en) => {
    if (!isNear(zh.places, en.places, story)) return;
    const value = soundLikeness(zh.text, en.text);
    if (value >= leastLikeness(pairs, en.text)) alike.push({ zh: zh.text, en: en.text, value });
  });
  const byZh = bestOf(alike, ({ zh }) => zh);
  const byEn = bestOf(alike, ({ en }) => en);
  const best = alike.filter((one) => byZh.get(one.zh) === one && byEn.get(one.en) === one);
  const linked = withoutPieces(best);
  const places = placesAmong(
    linked.map(({ zh }) => zh),
    story,
  );
  return linked.map(({ zh, en }) => ({ kind: places.has(zh) ? 'place' : 'person', zh, en }));
}

/** A string and the numbers of the sentences in which it stands. */
interface Form {
  readonly text: string;
  readonly places: readonly number[];
}

const formsOf = (places: ReadonlyMap<string, readonly number[]>): Form[] =>
  [...places].map(([text, own]) => ({ text, places: own }));

/** Visits the pairs whose consonants are close enough. There are far fewer strings of consonants than names. */
function eachWorthHearing(
  zhForms: readonly Form[],
  enForms: readonly Form[],
  pairs: number,
  visit: (zh: Form, en: Form) => void,
): void {
  const least = pairs > MANY_PAIRS ? CLOSE_CONSONANTS : 0;
  const zhBones = [...groupBy(zhForms, ({ text }) => skeletonOf(text))];
  for (const [enBone, words] of groupBy(enForms, ({ text }) => consonantsOf(plainLetters(text)))) {
    for (const [zhBone, strings] of zhBones) {
      if (closenessOf(zhBone, enBone) < least) continue;
      for (const en of words) for (const zh of strings) visit(zh, en);
    }
  }
}

function groupBy(forms: readonly Form[], key: (form: Form) => string): Map<string, Form[]> {
  const groups = new Map<string, Form[]>();
  for (const form of forms) {
    const group = groups.get(key(form));
    if (group) group.push(form);
    else groups.set(key(form), [form]);
  }
  return groups;
}

function leastLikeness(pairs: number, en: string): number {
  if (pairs > VERY_MANY_PAIRS || isOrdinaryWord(en.toLowerCase())) return SURELY_ALIKE;
  return pairs > MANY_PAIRS ? LIKELY_ALIKE : SOUNDS_ALIKE;
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
  const few = Math.min(zhPlaces.length, enPlaces.length);
  const many = Math.max(zhPlaces.length, enPlaces.length);
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

/** Of some names those that what a place is always follows: 伊尔马岛. */
function placesAmong(names: readonly string[], { zh }: Story): Set<string> {
  const byFirst = new Map<string, string[]>();
  for (const name of names) byFirst.set(name[0]!, [...(byFirst.get(name[0]!) ?? []), name]);
  const [places, others] = [new Set<string>(), new Set<string>()];
  for (const { key } of zh) {
    const ends = new Map<string, number>();
    for (let at = 0; at < key.length; at++) {
      for (const name of byFirst.get(key[at]!) ?? []) {
        if (at < (ends.get(name) ?? 0) || !key.startsWith(name, at)) continue;
        ends.set(name, at + name.length);
        (PLACE_ENDINGS.has(key[at + name.length] ?? '') ? places : others).add(name);
      }
    }
  }
  return new Set([...places].filter((name) => !others.has(name)));
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
