import { isFunctionWord } from '../language/chinese.ts';
import { isFunctionStem } from '../language/english.ts';
import type { Part, Term } from '../model.ts';
import { type Landmarks, landmarksOf } from './landmarks.ts';
import { type LearntLexicon, tablesOf, withLearnt } from './learnt-lexicon.ts';
import { dictionaryLexicon, type Lexicon } from './lexicon.ts';
import type { NameTable } from './names/name-table.ts';
import { withNameTokens } from './names/name-tokens.ts';
import { resolveNames } from './names/resolve.ts';
import { layOut, type Side } from './side.ts';
import { type Parts, type StoryParts, storiesOf } from './stories.ts';
import { type Reading, readAllTokens, readTokens } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';

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
