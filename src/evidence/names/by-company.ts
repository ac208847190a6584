import { isOrdinaryWord } from '../../language/english.ts';
import type { Reading } from '../tokens.ts';
import { capitalisedRuns } from './english-names.ts';
import { seemingKind } from './kinds.ts';
import type { LinkedNames, NameLink, ReadBead } from './link.ts';

/** Names that meet less often may do so by chance. */
const FEWEST_MEETINGS = 3;
/** The least share of the beads with either name that have both (Dice's coefficient). */
const TOGETHER = 0.6;
/** A word that another one nearly always stands beside is a piece of a longer name. */
const INSEPARABLE = 0.8;
/** The share of its occurrences in which a name that could be an ordinary word stands alone. */
const MOSTLY = 0.7;
/** Characters of a Chinese name. */
const SHORTEST = 2;
const LONGEST = 6;
/** Signs that stand in no name. */
const NO_NAME = /[的了是在不我他她它你们这那着过吗呢吧啊也就都到对向从把被给让和与或]|\P{Script=Han}/u;

interface Pair {
  readonly zh: string;
  readonly en: string;
  readonly dice: number;
}

/**
 * Names that nothing but their company links: where 韦小宝 stands, there stands `Trinket`. The Chinese one is looked for
 * among all strings of the beads, since nodejieba cuts a name that it does not know now so, now so. A Chinese and an
 * English name are linked when they stand in the same beads and neither fits another as well.
 */
export function linksByCompany(beads: readonly ReadBead[], names: LinkedNames): NameLink[] {
  const texts = beads.map(({ zh }) => zh.map(({ key }) => key).join('\n'));
  const beadTexts = new BeadTexts(texts);
  const pairs = [...englishNames(beads, names)].flatMap(([en, numbers]) => {
    const zh = companionOf(numbers, beadTexts, names);
    // 「安塞爾夫人號」 is the ship Lady Ansell.
    return zh ? [{ en, dice: zh.dice, zh: zh.zh.replace(/(?<=..)号$/u, '') }] : [];
  });
  const tags = new Map(
    beads.flatMap(({ zh }) => zh.flatMap(({ tokens }) => tokens.map(({ key, tag }) => [key, tag]))),
  );
  return bestOnBothSides(pairs).map(({ zh, en }) => ({
    kind: seemingKind(zh, en, tags.get(zh) ?? '', texts),
    zh,
    en,
  }));
}

/** The English names that lack a counterpart, with the numbers of their beads. */
function englishNames(beads: readonly ReadBead[], names: LinkedNames): Map<string, Set<number>> {
  const runs = beads.map(({ en }) => en.flatMap(wordRuns));
  const wholes = wholeNames(runs.flat(), names);
  const numbers = new Map<string, Set<number>>();
  runs.forEach((own, bead) => {
    for (const word of own.flat()) {
      const form = wholes.get(word);
      if (form && !names.hasEnglish(form)) numbers.set(form, (numbers.get(form) ?? new Set()).add(bead));
    }
  });
  const texts = beads.flatMap(({ en }) => en.map(({ text }) => text));
  return new Map(
    [...numbers].filter(([form, own]) => own.size >= FEWEST_MEETINGS && standsAlone(form, texts)),
  );
}

/**
 * Whether a form is a name though all its words have a meaning: nobody writes `the Little Bean` or `the Little Bean
 * Office`, as one writes `this Notice` and `the Small Craft Administration`.
 */
function standsAlone(form: string, texts: readonly string[]): boolean {
  if (!form.split(' ').every((word) => isOrdinaryWord(word.toLowerCase()))) return true;
  let all = 0;
  let alone = 0;
  for (const text of texts) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      all++;
      const isDetermined = /(?:\b(?:the|this|that|these|an?|any|no)|\b\p{Lu}\p{L}*) $/u.test(
        text.slice(Math.max(0, at - 20), at),
      );
      const goesOn = /^ (?:of |\p{Lu}|\d)/u.test(text.slice(at + form.length));
      if (!isDetermined && !goesOn) alone++;
    }
  }
  return alone >= MOSTLY * all;
}

function wordRuns({ text }: Reading): string[][] {
  return capitalisedRuns(text).map((run) => run.map((place) => text.slice(...place)));
}

/** For each word that is a name the whole of which it is a piece: `Foghorn` and `Hu` are `Foghorn Hu`. */
function wholeNames(runs: readonly (readonly string[])[], names: LinkedNames): Map<string, string> {
  const counts = new Map<string, number>();
  for (const word of runs.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const beside = new Map<string, number>();
  for (const run of runs) {
    for (let k = 1; k < run.length; k++) {
      const pair = `${run[k - 1]} ${run[k]}`;
      beside.set(pair, (beside.get(pair) ?? 0) + 1);
    }
  }
  const wholes = new Map<string, string>();
  for (const word of counts.keys()) if (names.isName(word)) wholes.set(word, word);
  for (const [pair, times] of beside) {
    for (const word of pair.split(' ')) {
      if (wholes.has(word) && times >= INSEPARABLE * counts.get(word)!) wholes.set(word, pair);
    }
  }
  return wholes;
}

/** The Chinese of the beads, and which of them hold two characters in a row. */
class BeadTexts {
  readonly of: readonly string[];
  readonly #beads = new Map<string, number[]>();

  constructor(texts: readonly string[]) {
    this.of = texts;
    texts.forEach((text, bead) => {
      for (let at = 0; at + SHORTEST <= text.length; at++) {
        const start = text.slice(at, at + SHORTEST);
        const beads = this.#beads.get(start);
        if (!beads) this.#beads.set(start, [bead]);
        else if (beads.at(-1) !== bead) beads.push(bead);
      }
    });
  }

  /** How many beads hold a string of two characters or more. */
  beadsWith(string: string): number {
    const beads = this.#beads.get(string.slice(0, SHORTEST)) ?? [];
    return string.length === SHORTEST
      ? beads.length
      : beads.reduce((sum, bead) => sum + Number(this.of[bead]!.includes(string)), 0);
  }
}

/** The Chinese string that stands in these beads and in no others, the longest of equal ones. */
function companionOf(
  numbers: ReadonlySet<number>,
  texts: BeadTexts,
  names: LinkedNames,
): Omit<Pair, 'en'> | undefined {
  const counts = new Map<string, number>();
  for (const bead of numbers) {
    for (const string of stringsIn(texts.of[bead]!)) counts.set(string, (counts.get(string) ?? 0) + 1);
  }
  let best: Omit<Pair, 'en'> | undefined;
  const least = Math.max(FEWEST_MEETINGS, Math.ceil((TOGETHER / (2 - TOGETHER)) * numbers.size));
  for (const [zh, count] of counts) {
    // At best it stands nowhere else.
    const hope = (2 * count) / (numbers.size + count);
    if (count < least || hope < (best?.dice ?? TOGETHER) || names.hasChinese(zh)) continue;
    const dice = (2 * count) / (numbers.size + texts.beadsWith(zh));
    const isBetter = !best || dice > best.dice || (dice === best.dice && zh.length > best.zh.length);
    if (dice >= TOGETHER && isBetter) best = { zh, dice };
  }
  return best;
}

/** The distinct strings of a text that may be names. */
function stringsIn(text: string): Set<string> {
  const strings = new Set<string>();
  for (let start = 0; start < text.length; start++) {
    for (let length = 1; length <= LONGEST && start + length <= text.length; length++) {
      if (NO_NAME.test(text[start + length - 1]!)) break;
      if (length >= SHORTEST) strings.add(text.slice(start, start + length));
    }
  }
  return strings;
}

function bestOnBothSides(pairs: readonly Pair[]): Pair[] {
  const taken = new Set<string>();
  return pairs
    .toSorted((x, y) => y.dice - x.dice || (x.zh < y.zh ? -1 : 1))
    .filter(({ zh }) => {
      const isFree = !taken.has(zh);
      taken.add(zh);
      return isFree;
    });
}
