import { isFunctionWord } from '../language/chinese.ts';
import { isFunctionStem } from '../language/english.ts';
import { type Band, LONGEST, type Part, type Term } from '../model.ts';
import { Explained, type Lessons } from './explained.ts';
import type { PairEvidence, SurfaceEvidence } from './features.ts';
import { type Habits, NO_HABITS } from './habits.ts';
import { type Landmarks, landmarksOf } from './landmarks.ts';
import { type LearntLexicon, tablesOf, withLearnt } from './learnt-lexicon.ts';
import { dictionaryLexicon, type Lexicon } from './lexicon.ts';
import type { NameTable } from './names/name-table.ts';
import { withNameTokens } from './names/name-tokens.ts';
import { resolveNames } from './names/resolve.ts';
import { Runs } from './runs.ts';
import { layOut, type Side } from './side.ts';
import { type Parts, type StoryParts, storiesOf } from './stories.ts';
import { SurfaceWeight } from './surface-weight.ts';
import { type Reading, readAllTokens, readTokens } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';
import type { Weights } from './weights.ts';

/** A Chinese and an English part, read. */
export interface PairSides {
  readonly zh: Side;
  readonly en: Side;
  /** The names of the story that they are versions of. */
  readonly names: NameTable;
  /** The names and values of that story. */
  readonly landmarks: Landmarks;
}

/** All pairs of parts of one run, over common vocabularies. */
export interface Evidence {
  readonly pairs: readonly PairSides[];
  readonly vocabularies: { readonly zh: Vocabulary; readonly en: Vocabulary };
  readonly zhFrequency: Float64Array;
  readonly enFrequency: Float64Array;
  /** What the dictionary says, the names, and a learnt lexicon where there is one. */
  readonly lexicon: Lexicon;
}

/** The evidence as `readEvidence` gives it, whose Chinese is cut by the thread of `startCutting` where that has been started. */
export async function readEvidenceAside(
  pairs: readonly Parts[],
  glossary?: readonly Term[],
  learnt?: LearntLexicon,
): Promise<Evidence> {
  const readings = await readAllTokens(new Set(pairs.flatMap(({ zh, en }) => [zh, en])));
  return readEvidence(pairs, glossary, learnt, (part) => readings.get(part)!);
}

/**
 * Reads the parts of all pairs; a part that stands in several pairs is read once. `glossary` holds what the user knows
 * of names and terms, `learnt` what other documents have taught of words.
 */
export function readEvidence(
  pairs: readonly Parts[],
  glossary: readonly Term[] = [],
  learnt?: LearntLexicon,
  read: (part: Part) => Reading[] = readTokens,
): Evidence {
  const zhVocabulary = new Vocabulary();
  const enVocabulary = new Vocabulary();
  const stories = storiesOf(pairs).map((story) =>
    readStory(story, glossary, read, zhVocabulary, enVocabulary),
  );
  const sides = pairs.map(({ zh, en }): PairSides => {
    const { parts, ...story } = stories.find((one) => one.parts.has(zh))!;
    return { ...story, zh: parts.get(zh)!, en: parts.get(en)! };
  });
  const names = stories.flatMap((story) => story.names.links);
  const dictionary = dictionaryLexicon(zhVocabulary, enVocabulary, names);
  return {
    pairs: sides,
    vocabularies: { zh: zhVocabulary, en: enVocabulary },
    zhFrequency: zhVocabulary.frequencies(isFunctionWord),
    enFrequency: enVocabulary.frequencies(isFunctionStem),
    lexicon: learnt ? withLearnt(dictionary, tablesOf(learnt), zhVocabulary, enVocabulary) : dictionary,
  };
}

interface ReadStory {
  readonly parts: ReadonlyMap<Part, Side>;
  readonly names: NameTable;
  readonly landmarks: Landmarks;
}

function readStory(
  { zh, en }: StoryParts,
  glossary: readonly Term[],
  read: (part: Part) => Reading[],
  zhVocabulary: Vocabulary,
  enVocabulary: Vocabulary,
): ReadStory {
  const readings = new Map([...zh, ...en].map((part) => [part, read(part)]));
  const all = (parts: Iterable<Part>) => [...parts].flatMap((part) => readings.get(part)!);
  const names = resolveNames({ zh: all(zh), en: all(en) }, glossary);
  const parts = new Map<Part, Side>();
  for (const part of zh) {
    const named = readings.get(part)!.map((reading) => withNameTokens(reading, names.beyondDictionary));
    parts.set(part, layOut(part, named, zhVocabulary));
  }
  for (const part of en) parts.set(part, layOut(part, readings.get(part)!, enVocabulary));
  const readingsOf = (some: Iterable<Part>) => [...some].flatMap((part) => parts.get(part)!.readings);
  const landmarks = landmarksOf(readingsOf(zh), readingsOf(en), names.all);
  return { parts, names: names.all, landmarks };
}

/** What the beads of the round before have taught, one document's, for both directions. */
export interface PairLessons {
  readonly zhToEn: Lessons;
  readonly enToZh: Lessons;
}

/** What a search in bands goes by. */
export interface Taught {
  readonly lexicon: Lexicon;
  readonly lessons?: PairLessons | undefined;
  readonly habits?: Habits | undefined;
  /** The longest runs of sentences in the beads that are tried; LONGEST unless told. */
  readonly longest?: { readonly zh: number; readonly en: number };
}

/**
 * The evidence of one pair, laid out along a band.
 *
 * @param before that of a band for the same pair, by the same lexicon and lessons, which differs from this one in places
 */
export function evidenceIn(
  band: Band,
  sides: PairSides,
  evidence: Evidence,
  { lexicon, lessons, habits = NO_HABITS, longest = LONGEST }: Taught,
  before?: PairEvidence,
): PairEvidence {
  const { zh, en } = sides;
  const columns = transposed(band);
  const enByZh = new Explained(
    {
      from: zh.words,
      to: en.words,
      rows: lexicon.zhToEn,
      frequency: evidence.enFrequency,
      range: (i) => [band.low[i]!, band.high[i + 1]!],
      lessons: lessons?.zhToEn,
    },
    longest.zh,
    before?.enByZh,
  );
  const zhByEn = new Explained(
    {
      from: en.words,
      to: zh.words,
      rows: lexicon.enToZh,
      frequency: evidence.zhFrequency,
      range: (j) => [columns.low[j]!, columns.high[j + 1]!],
      lessons: lessons?.enToZh,
    },
    longest.en,
    before?.zhByEn,
  );
  return { ...surfaceOf(sides, habits), enByZh, zhByEn };
}

/** The evidence of one pair, but for what its words say. */
export function surfaceOf(sides: PairSides, habits: Habits): SurfaceEvidence {
  const { zh, en, landmarks } = sides;
  return { zh, en, lettersRatio: lettersRatio(sides), habits, landmarks, ...runsOf(sides) };
}

/** Every round and every band compares the same runs. */
const known = new WeakMap<PairSides, Pick<SurfaceEvidence, 'zhRuns' | 'enRuns'>>();

function runsOf(sides: PairSides): Pick<SurfaceEvidence, 'zhRuns' | 'enRuns'> {
  const { zh, en, landmarks } = sides;
  const runs = known.get(sides) ?? {
    zhRuns: new Runs(zh, landmarks, LONGEST.zh),
    enRuns: new Runs(en, landmarks, LONGEST.en),
  };
  known.set(sides, runs);
  return runs;
}

/** The band as its columns see it: after `j` English sentences, from `low[j]` to `high[j]` Chinese ones. */
function transposed({ low, high }: Band): Band {
  const columns = high[high.length - 1]! + 1;
  const transposedLow = new Int32Array(columns);
  const transposedHigh = new Int32Array(columns);
  let first = 0;
  let last = 0;
  for (let j = 0; j < columns; j++) {
    while (high[first]! < j) first++;
    while (last + 1 < low.length && low[last + 1]! <= j) last++;
    transposedLow[j] = first;
    transposedHigh[j] = last;
  }
  return { low: transposedLow, high: transposedHigh };
}

/** Without letters on one side, the mean of translated texts (2.8 to 4.0 letters for a character). */
const USUAL_RATIO = 3.4;

function lettersRatio({ zh, en }: PairSides): number {
  return Math.log(en.letters.at(-1)! / zh.letters.at(-1)! || USUAL_RATIO);
}

/**
 * The weight of any bead of a pair, in nats: the sum of its features by their weights.
 *
 * @param surface what all but the words weighs, the same in every band
 */
export function weighBy(
  pair: PairEvidence,
  { features }: Weights,
  surface = new SurfaceWeight(pair, features),
) {
  const { enByZh, zhByEn } = pair;
  const { enExplained, zhExplained } = features;
  return (zh: number, zhCount: number, en: number, enCount: number): number => {
    if (enCount === 0) return surface.ofZhOmission(zh);
    if (zhCount === 0) return surface.ofEnOmission(en);
    return (
      surface.of(zh, zhCount, en, enCount) +
      enExplained * enByZh.sum(zh, zhCount, en, enCount) +
      zhExplained * zhByEn.sum(en, enCount, zh, zhCount)
    );
  };
}
