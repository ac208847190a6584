/**
 * How well the sound of a foreign name finds its partner: 500 names of CC-CEDICT that the table was not trained on,
 * each among the 199 Latin names of others. `npm run bench:sound`, after `npm run build`. Fails under the bars.
 *
 * Which 500, without a look at their likeness: foreign names of one word, whose entry says that they are names of
 * persons or places (SAYS_SO), of 2 to 6 characters and at least 3 letters, and no translations: the last character
 * is none of a kind of place (KIND), the first or last letters are no meaning of a part, and the word
 * is not written in the syllables of Japanese, whose names are read, not rendered. No Latin word of the 500
 * is in the training, under whatever Chinese.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type ForeignName, foreignNames } from '../../src/build/foreign-names.ts';
import { train } from '../../src/build/sound.ts';
import { lookUp } from '../../src/language/dictionary.ts';
import { likenessBy, mayBeAlike, parseSounds, SOUNDS_ALIKE } from '../../src/language/sound.ts';
import { soundModel } from '../../src/language/sound-model.ts';
import { ROOT, say } from './measure.ts';

const HELD = 500;
const OTHERS = 199;
const WRONG = 200_000;
const BAR = 0.95;
const MOST_FALSE = 5;
const MOST_MICROSECONDS = 20;
const SEED = Number(process.argv[2] ?? 1);
const SHOWN = 60;

const SAYS_SO =
  /\((?:[a-z]+ )?(?:name|surname)\)|\((?:c\. )?\d{4}|\b(?:city|town|capital|port|island|state|region|province|river|lake|country|republic|kingdom|village)\b|, \p{Lu}/u;
const KIND = /[人语文国州洲岛山城港湾海河江湖市省县区郡邦族教派星座节宫村镇路队主义大学]$/u;
const JAPANESE = /^(?:(?:[kstnhmyrwgzbpdjf]|sh|ch|ts|ky|sy|ny|ry)?[aiueo]n?){3,}$/;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let n = Math.imul(state ^ (state >>> 15), 1 | state);
    n = (n + Math.imul(n ^ (n >>> 7), 61 | n)) ^ n;
    return ((n ^ (n >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = numbers(SEED);
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

function meaningsOf(part: string): string[] {
  return lookUp(part)
    .filter(({ pinyin }) => /^[a-z]/.test(pinyin))
    .flatMap(({ glosses }) =>
      glosses.flatMap((gloss) => gloss.replace(/\([^)]*\)/g, '').match(/[a-z]{3,}/g) ?? []),
    );
}

function isTranslated({ chinese, forms }: ForeignName): boolean {
  const parts = Array.from(chinese).flatMap((_, from) =>
    Array.from({ length: chinese.length - from }, (_, n) => chinese.slice(from, from + n + 1)),
  );
  return parts
    .filter((part) => part !== chinese)
    .flatMap(meaningsOf)
    .some((word) => forms[0]!.startsWith(word) || forms[0]!.endsWith(word));
}

function isEligible(name: ForeignName): boolean {
  const { chinese, forms, gloss, isWhole } = name;
  if (!isWhole || forms.length > 1 || forms[0]!.length < 3 || chinese.length > 6) return false;
  return SAYS_SO.test(gloss) && !KIND.test(chinese) && !JAPANESE.test(forms[0]!) && !isTranslated(name);
}

const dictionary = readFileSync(join(ROOT, 'dist', 'dictionary.tsv'), 'utf8');
const names = foreignNames(dictionary);
const formsOf = new Map<string, Set<string>>();
for (const { chinese, forms } of names) {
  formsOf.set(chinese, new Set([...(formsOf.get(chinese) ?? []), ...forms]));
}
const eligible = new Map(names.filter(isEligible).map((name) => [name.chinese, name]));
const held = shuffled([...eligible.values()]).slice(0, HELD);
const heldChinese = new Set(held.map(({ chinese }) => chinese));
const heldForms = new Set(held.map(({ forms }) => forms[0]!));
const rest = names.filter(
  ({ chinese, forms }) => !heldChinese.has(chinese) && !forms.some((form) => heldForms.has(form)),
);
const model = soundModel(parseSounds(train(rest)));
const likeness = (chinese: string, latin: string) => likenessBy(model, chinese, latin);

const misses = held.flatMap(({ chinese, forms }) => {
  const right = likeness(chinese, forms[0]!);
  const others = shuffled([...heldForms].filter((form) => !formsOf.get(chinese)!.has(form))).slice(0, OTHERS);
  const best = others
    .map((form) => ({ form, value: likeness(chinese, form) }))
    .reduce((a, b) => (b.value > a.value ? b : a));
  return right > best.value
    ? []
    : [`${chinese} ${forms[0]} ${right.toFixed(2)}, ${best.form} ${best.value.toFixed(2)}`];
});
const first = 1 - misses.length / held.length;
const rightOnes = held.map(({ chinese, forms }) => likeness(chinese, forms[0]!)).sort((a, b) => a - b);
const recall = rightOnes.filter((value) => value >= SOUNDS_ALIKE).length / held.length;

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

/** Wrong pairs in 10,000 that pass, and the likeness that 1 in 2000 reach. */
function wrong(words: readonly string[]): { passing: number; bound: number; filtered: number } {
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

const [amongNames, amongWords, inCorpus] = [latinNames, ordinary, corpus].map(wrong);
const pairs = Array.from({ length: 100_000 }, () => [oneOf(held).chinese, oneOf(latinNames)] as const);
const began = performance.now();
for (const [chinese, form] of pairs) likeness(chinese, form);
const microseconds = ((performance.now() - began) * 1000) / pairs.length;

say(
  `${names.length} names, ${eligible.size} of them eligible, ${rest.length} trained on, ${held.length} held`,
);
say(`right partner first of ${OTHERS + 1}: ${first.toFixed(3)} (bar ${BAR})`);
say(`right pairs that reach SOUNDS_ALIKE (${SOUNDS_ALIKE}): ${recall.toFixed(3)}`);
for (const [label, { passing, bound, filtered }] of [
  ['other names', amongNames!],
  ['ordinary words, capitalised', amongWords!],
  ['capitalised words of corpus/', inCorpus!],
] as const) {
  say(
    `wrong pairs of 10,000 that reach it, ${label}: ${passing.toFixed(1)} (at most ${MOST_FALSE}); 1 in 2000 reach ${bound.toFixed(3)}; ended by consonants alone: ${filtered.toFixed(2)}`,
  );
}
const lost = held.filter(({ chinese, forms }) => !mayBeAlike(chinese, forms[0]!)).length;
say(`right pairs ended by consonants alone: ${lost}`);
say(`microseconds for a pair: ${microseconds.toFixed(1)} (at most ${MOST_MICROSECONDS})`);
say(`${misses.length} misses, the name and what came first:`);
for (const miss of misses.slice(0, SHOWN)) say(`  ${miss}`);
const fails = first < BAR || microseconds > MOST_MICROSECONDS;
process.exitCode =
  fails || [amongNames!, amongWords!, inCorpus!].some(({ passing }) => passing > MOST_FALSE) ? 1 : 0;
