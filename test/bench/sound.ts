/**
 * How well the sound of a foreign name finds its partner: 500 names of CC-CEDICT that the table was not trained on,
 * each among the 199 Latin names of others. `npm run bench:sound`, after `npm run build`. Fails under the bars.
 *
 * Which 500, by what the entry says and without a look at a likeness (sound-names.ts): names rendered by their sound.
 * - `(name)` or `(surname)` in the gloss: the entry is a name by itself;
 * - or years: a person, whose last name is the last part after the dot, or who has one name only;
 * - or a kind of place, or a place after a comma, and at least 3 characters: place names of two are mostly old
 *   or come by way of another language (万象 is Vientiane, 棉兰 is Medan).
 * Always one word of at least 3 letters in 2 to 6 characters, and no brands or works; and no translations: the last
 * character is none of a kind of place, the first or last letters are no meaning of a part, and the word is not written
 * in the syllables of Japanese, whose names are read, not rendered. No Latin word of the 500 is in the training, under
 * whatever Chinese. The bars are for these names; the figures of a wider rule, without the limits on persons, places
 * and brands, are printed for comparison. A number behind the command is another draw.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type ForeignName, foreignNames } from '../../src/build/foreign-names.ts';
import { train } from '../../src/build/sound.ts';
import {
  type Likeness,
  likenessBy,
  mayBeAlike,
  parseSounds,
  SOUNDS_ALIKE,
} from '../../src/language/sound.ts';
import { ROOT, say } from './measure.ts';
import { numbers } from './random.ts';
import { isNamedSomehow, isRendered, type Rule } from './sound-names.ts';

const HELD = 500;
const OTHERS = 199;
const WRONG = 200_000;
const BAR = 0.95;
const MOST_FALSE = 5;
/** What is printed only: other foreign names, where every word is a candidate. */
const NO_BAR = 'other names';
const SEED = Number(process.argv[2] ?? 1);
const SHOWN = 60;

const random = numbers(SEED);
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

const dictionary = readFileSync(join(ROOT, 'dist', 'dictionary.tsv'), 'utf8');
const names = foreignNames(dictionary);
const formsOf = new Map<string, Set<string>>();
for (const { chinese, forms } of names) {
  formsOf.set(chinese, new Set([...(formsOf.get(chinese) ?? []), ...forms]));
}

/** Names held apart, and the likeness learnt from the rest. */
interface Draw {
  readonly held: readonly ForeignName[];
  readonly likeness: Likeness;
  readonly origin: string;
}

function draw(rule: Rule): Draw {
  const eligible = new Map(names.filter(rule).map((name) => [name.chinese, name]));
  const held = shuffled([...eligible.values()]).slice(0, HELD);
  const heldChinese = new Set(held.map(({ chinese }) => chinese));
  const heldForms = new Set(held.map(({ forms }) => forms[0]!));
  const rest = names.filter(
    ({ chinese, forms }) => !heldChinese.has(chinese) && !forms.some((form) => heldForms.has(form)),
  );
  const before = process.cpuUsage().user;
  const likeness = likenessBy(parseSounds(train(rest)));
  const seconds = (process.cpuUsage().user - before) / 1e6;
  const origin = `${names.length} names, ${eligible.size} eligible, ${rest.length} trained on in ${seconds.toFixed(1)} s, ${held.length} held`;
  return { held, likeness, origin };
}

/** The names whose partner does not come first, and what did. */
function missesOf({ held, likeness }: Draw): string[] {
  const forms = [...new Set(held.map(({ forms }) => forms[0]!))];
  return held.flatMap(({ chinese, forms: [own = ''] }) => {
    const right = likeness(chinese, own);
    const others = shuffled(forms.filter((form) => !formsOf.get(chinese)!.has(form))).slice(0, OTHERS);
    const best = others
      .map((form) => ({ form, value: likeness(chinese, form) }))
      .reduce((a, b) => (b.value > a.value ? b : a));
    return right > best.value
      ? []
      : [`${chinese} ${own} ${right.toFixed(2)}, ${best.form} ${best.value.toFixed(2)}`];
  });
}

function recallOf({ held, likeness }: Draw): number {
  return held.filter(({ chinese, forms }) => likeness(chinese, forms[0]!) >= SOUNDS_ALIKE).length / HELD;
}

/** Wrong pairs in 10,000 that pass, and the likeness that 1 in 2000 reach. */
function wrong({ held, likeness }: Draw, words: readonly string[]) {
  const pairs = Array.from({ length: WRONG }, () => [oneOf(held), oneOf(words)] as const).filter(
    ([{ chinese }, word]) => !formsOf.get(chinese)!.has(word.toLowerCase()),
  );
  const values = pairs.map(([{ chinese }, word]) => likeness(chinese, word)).sort((a, b) => b - a);
  const passing = values.filter((value) => value >= SOUNDS_ALIKE).length;
  const filtered = pairs.filter(([{ chinese }, word]) => !mayBeAlike(chinese, word.toLowerCase())).length;
  return {
    passing: (10_000 * passing) / pairs.length,
    bound: values[Math.floor(pairs.length / 2000)]!,
    filtered: filtered / pairs.length,
  };
}

const latinNames = [
  ...new Set(names.filter(({ forms }) => forms.length === 1).map(({ forms }) => forms[0]!)),
];
const ordinary = dictionary
  .split('\n')
  .filter((line) => /^[a-z]/.test(line.split('\t')[2] ?? ''))
  .flatMap(
    (line) =>
      line
        .split('\t')
        .slice(3)
        .join(' ')
        .match(/\b[a-z]{2,}\b/g) ?? [],
  );
const corpus = ['news', 'administrative', 'fiction'].flatMap(
  (folder) => readFileSync(join(ROOT, 'corpus', folder, 'en.txt'), 'utf8').match(/\b[A-Z][A-Za-z]+/g) ?? [],
);

const rendered = draw(isRendered);
const misses = missesOf(rendered);
const first = 1 - misses.length / HELD;
say(rendered.origin);
say(`right partner first of ${OTHERS + 1}: ${first.toFixed(3)} (bar ${BAR})`);
say(`right pairs that reach SOUNDS_ALIKE (${SOUNDS_ALIKE}): ${recallOf(rendered).toFixed(3)}`);
const wider = draw(isNamedSomehow);
say(`by the wider rule: ${wider.origin}`);
say(
  `by the wider rule: first ${(1 - missesOf(wider).length / HELD).toFixed(3)}, reach SOUNDS_ALIKE ${recallOf(wider).toFixed(3)}`,
);
const chances = (
  [
    [NO_BAR, latinNames],
    ['ordinary words, capitalised', ordinary],
    ['capitalised words of corpus/', corpus],
  ] as const
).map(([label, words]) => ({ label, ...wrong(rendered, words) }));
for (const { label, passing, bound, filtered } of chances) {
  say(
    `wrong pairs of 10,000 that reach it, ${label}: ${passing.toFixed(1)}${label === NO_BAR ? '' : ` (at most ${MOST_FALSE})`}; 1 in 2000 reach ${bound.toFixed(3)}; ended by consonants alone: ${filtered.toFixed(2)}`,
  );
}
const lost = rendered.held.filter(({ chinese, forms }) => !mayBeAlike(chinese, forms[0]!)).length;
say(`right pairs ended by consonants alone: ${lost}`);
const pairs = Array.from(
  { length: 100_000 },
  () => [oneOf(rendered.held).chinese, oneOf(latinNames)] as const,
);
const began = performance.now();
for (const [chinese, form] of pairs) rendered.likeness(chinese, form);
say(`microseconds for a pair: ${(((performance.now() - began) * 1000) / pairs.length).toFixed(1)}`);
say(`${misses.length} misses, the name and what came first:`);
for (const miss of misses.slice(0, SHOWN)) say(`  ${miss}`);
const mixesUp = chances.some(({ label, passing }) => label !== NO_BAR && passing > MOST_FALSE);
process.exitCode = first < BAR || mixesUp ? 1 : 0;
