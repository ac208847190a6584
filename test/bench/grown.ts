/**
 * Larger texts out of one with gold: copies of it, one after the other, in each of which other words stand. Plain
 * repetition would mislead a search: each rare word would stand in all copies, at places far apart.
 */
import { readFileSync } from 'node:fs';
import { chineseWords, isFunctionWord } from '../../src/language/chinese.ts';
import { lookUp } from '../../src/language/dictionary.ts';
import { englishWords, isFunctionStem, stem } from '../../src/language/english.ts';
import { narrow, simplify } from '../../src/language/han.ts';
import type { Language } from '../../src/model.ts';
import type { GoldSentence, GoldText } from './gold-text.ts';
import { numbers } from './random.ts';

/** The compact form of CC-CEDICT that `npm run build` makes. */
const DICTIONARY = new URL('../../dist/dictionary.tsv', import.meta.url);
const TWO_CHARACTERS = /^\p{Script=Han}{2}$/u;
const ONE_WORD = /^[a-z]{3,}$/;
/** The share of the words known on both sides that a copy replaces. */
const REPLACED = 0.5;

/** A Chinese word of two characters and an English one by which CC-CEDICT translates it. */
interface WordPair {
  readonly zh: string;
  readonly en: string;
}

/** A word that may be replaced: where it stands and by which key the pairs know it, Simplified or a stem. */
interface Place {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

interface PlacedSentence extends GoldSentence {
  readonly places: readonly Place[];
}

type PlacedText = Readonly<Record<Language, readonly PlacedSentence[]>>;
/** For each gold bead the keys of one side. */
type Keys = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The text and `copies` - 1 copies of it. In each copy about half of the words that CC-CEDICT knows as translations of each
 * other are replaced by other such pairs, on both sides of each gold bead that has both. Sentences, verses and beads stay,
 * by names of their own. The same for the same seed.
 */
export function grown(text: GoldText, copies: number, seed: number): GoldText {
  const random = numbers(seed);
  const placed: PlacedText = { zh: text.zh.map(placedChinese), en: text.en.map(placedEnglish) };
  const [zhKeys, enKeys] = [keysByBead(placed.zh), keysByBead(placed.en)];
  const pairs = pairsIn(zhKeys, enKeys);
  const pool = shuffled(strangePairs(placed), random);
  const partners = new Map(pairs.flatMap(({ zh, en }) => [[zh, en] as const, [en, zh] as const]));
  const isIn = (keys: Keys) => (bead: string, key: string) =>
    keys.get(bead)?.has(partners.get(key)!) ?? false;
  let taken = 0;
  const result: Record<Language, GoldSentence[]> = { zh: [...text.zh], en: [...text.en] };
  for (let copy = 1; copy < copies; copy++) {
    const [zhWords, enWords] = [new Map<string, string>(), new Map<string, string>()];
    for (const { zh, en } of pairs) {
      if (random() >= REPLACED) continue;
      const other = pool[taken++ % pool.length]!;
      zhWords.set(zh, other.zh);
      enWords.set(en, other.en);
    }
    for (const sentence of placed.zh) result.zh.push(copyOf(sentence, copy, zhWords, isIn(enKeys)));
    for (const sentence of placed.en) result.en.push(copyOf(sentence, copy, enWords, isIn(zhKeys)));
  }
  return result;
}

function placedChinese(sentence: GoldSentence): PlacedSentence {
  const words = chineseWords(narrow(simplify(sentence.text)));
  const places = words.filter(({ key }) => TWO_CHARACTERS.test(key) && !isFunctionWord(key));
  return { ...sentence, places };
}

function placedEnglish(sentence: GoldSentence): PlacedSentence {
  const words = englishWords(sentence.text).filter((word) => !isFunctionStem(word.stem));
  const places = words.map(({ stem: key, start, end }) => ({ key, start, end }));
  return { ...sentence, places };
}

function keysByBead(sentences: readonly PlacedSentence[]): Keys {
  const keys = new Map<string, Set<string>>();
  for (const { bead, places } of sentences) {
    const known = keys.get(bead) ?? new Set();
    for (const { key } of places) known.add(key);
    keys.set(bead, known);
  }
  return keys;
}

/** The pairs of which both stand in a bead, each word in one pair: in that which has the most beads. English by stems. */
function pairsIn(zhKeys: Keys, enKeys: Keys): WordPair[] {
  const counts = new Map<string, WordPair & { beads: number }>();
  for (const [bead, words] of zhKeys) {
    for (const zh of words) {
      for (const en of new Set(oneWordGlosses(zh).map(stem))) {
        if (!enKeys.get(bead)?.has(en)) continue;
        const known = counts.get(`${zh} ${en}`) ?? { zh, en, beads: 0 };
        counts.set(`${zh} ${en}`, known);
        known.beads++;
      }
    }
  }
  return eachWordOnce([...counts.values()].sort((a, b) => b.beads - a.beads));
}

const oneWordGlosses = (word: string) => lookUp(word).flatMap(({ glosses }) => oneWordMeanings(glosses));

/** `to speak; to say` has two. */
function oneWordMeanings(glosses: readonly string[]): string[] {
  return glosses
    .flatMap((gloss) => gloss.split('; '))
    .map((meaning) => meaning.replace(/^to /, ''))
    .filter((meaning) => ONE_WORD.test(meaning));
}

/** The first pairs of their words. */
function eachWordOnce(pairs: readonly WordPair[]): WordPair[] {
  const [zhSeen, enSeen] = [new Set<string>(), new Set<string>()];
  return pairs.filter(({ zh, en }) => {
    const isNew = !zhSeen.has(zh) && !enSeen.has(en);
    if (isNew) {
      zhSeen.add(zh);
      enSeen.add(en);
    }
    return isNew;
  });
}

/** Pairs of the dictionary neither of which stands in the text. */
function strangePairs({ zh, en }: PlacedText): WordPair[] {
  const keysOf = (sentences: readonly PlacedSentence[]) =>
    new Set(sentences.flatMap(({ places }) => places.map(({ key }) => key)));
  const [zhKnown, enKnown] = [keysOf(zh), keysOf(en)];
  dictionary ??= dictionaryPairs();
  return eachWordOnce(dictionary.filter((pair) => !zhKnown.has(pair.zh) && !enKnown.has(stem(pair.en))));
}

let dictionary: readonly WordPair[] | undefined;

/** All pairs whose Chinese nodejieba takes for one word. */
function dictionaryPairs(): WordPair[] {
  return readFileSync(DICTIONARY, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [zh = '', , , ...glosses] = line.split('\t');
      const meanings = TWO_CHARACTERS.test(zh) ? oneWordMeanings(glosses) : [];
      const isWord = meanings.length > 0 && chineseWords(zh).length === 1;
      return isWord ? meanings.map((en) => ({ zh, en })) : [];
    })
    .filter(({ zh, en }) => !isFunctionWord(zh) && !isFunctionStem(stem(en)));
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}

function copyOf(
  { text, verse, bead, places }: PlacedSentence,
  copy: number,
  words: ReadonlyMap<string, string>,
  hasPartner: (bead: string, key: string) => boolean,
): GoldSentence {
  let changed = '';
  let at = 0;
  for (const { key, start, end } of places) {
    const word = words.get(key);
    if (word === undefined || !hasPartner(bead, key)) continue;
    changed += text.slice(at, start) + inCaseOf(text.slice(start, end), word);
    at = end;
  }
  return { text: changed + text.slice(at), verse: `${copy}/${verse}`, bead: `${copy}/${bead}` };
}

/** Capitalised where the word was that it replaces. */
function inCaseOf(before: string, word: string): string {
  return /^\p{Lu}/u.test(before) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
