import type { Bead, Explanation, WordMatch } from '../model.ts';
import {
  CLOSE_FEATURES,
  type CloseEvidence,
  type CloseFeature,
  canBeSeenClosely,
  closeFeaturesOf,
} from './close/close-features.ts';
import type { PairSides } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import { MARK_COUNTS } from './punctuation.ts';
import { tablesOf } from './stretch.ts';
import { CLOSE_WEIGHTS } from './weights.ts';

/** The kinds of evidence under which features are told to a reader. */
export const GROUPS = {
  lexicon: ['enExplained', 'zhExplained', 'omittedWords', 'enInOrder', 'zhInOrder', 'enWords', 'zhWords'],
  anchors: ['namesShared', 'namesAlone', 'valuesShared', 'valuesAlone'],
  length: ['length', 'enLonger'],
  shape: [
    '1-2',
    '2-1',
    '1-3',
    '3-1',
    '2-2',
    '1-4',
    '2-3',
    'wide',
    'wider',
    'zhOmitted',
    'enOmitted',
    'omissionHabit',
    'mergingHabit',
  ],
  punctuation: [
    'lastQuestion',
    'lastExclamation',
    'lastOpen',
    'beginsQuoted',
    'endsQuoted',
    'startsWithQuote',
    ...MARK_COUNTS,
  ],
  paragraphs: ['startsParagraph', 'breaksParagraph'],
  layout: ['headings', 'layout', 'noise', 'noiseOmitted'],
} as const satisfies Readonly<Record<string, readonly CloseFeature[]>>;

/** Less probable words are not worth a reader's time. */
const WORTH_TELLING = 0.05;
const MOST_WORDS = 12;

/** Why a bead has the weight that it has; of one too long to be seen closely only its words. */
export function explain(bead: Bead, sides: PairSides, lexicon: Lexicon, close: CloseEvidence): Explanation {
  const words = wordMatches(bead, sides, lexicon);
  if (!canBeSeenClosely(tablesOf(sides), bead)) return { words, weights: {} };
  const features = new Float64Array(CLOSE_FEATURES.length);
  closeFeaturesOf(close, bead, features);
  const share = (name: CloseFeature) =>
    CLOSE_WEIGHTS.features[name] * features[CLOSE_FEATURES.indexOf(name)]!;
  const weights = Object.entries(GROUPS).map(([group, names]) => [
    group,
    names.reduce((sum: number, name) => sum + share(name), 0),
  ]);
  return { words, weights: Object.fromEntries(weights) };
}

/** The most probable translations among the words of a bead, each word once. */
function wordMatches({ zh, en }: Bead, sides: PairSides, lexicon: Lexicon): WordMatch[] {
  const enPlaces = new Map<number, string>();
  for (let j = en.start; j < en.end; j++) {
    sides.en.words[j]!.forEach((word, k) => {
      const { start, end } = sides.en.readings[j]!.tokens[k]!;
      if (!enPlaces.has(word)) enPlaces.set(word, sides.en.readings[j]!.text.slice(start, end));
    });
  }
  const matches: (WordMatch & { readonly zhWord: number; readonly enWord: number })[] = [];
  for (let i = zh.start; i < zh.end; i++) {
    sides.zh.words[i]!.forEach((word, k) => {
      const { start, end } = sides.zh.readings[i]!.tokens[k]!;
      const row = lexicon.zhToEn[word]!;
      row.ids.forEach((id, r) => {
        const text = enPlaces.get(id);
        if (text === undefined || row.probabilities[r]! < WORTH_TELLING) return;
        const zhText = sides.zh.readings[i]!.text.slice(start, end);
        matches.push({ zh: zhText, en: text, probability: row.probabilities[r]!, zhWord: word, enWord: id });
      });
    });
  }
  return onceEach(matches.sort((x, y) => y.probability - x.probability || (x.zh < y.zh ? -1 : 1)));
}

function onceEach(
  matches: readonly (WordMatch & { readonly zhWord: number; readonly enWord: number })[],
): WordMatch[] {
  const zhDone = new Set<number>();
  const enDone = new Set<number>();
  return matches
    .filter(({ zhWord, enWord }) => {
      if (zhDone.has(zhWord) || enDone.has(enWord)) return false;
      zhDone.add(zhWord);
      enDone.add(enWord);
      return true;
    })
    .slice(0, MOST_WORDS)
    .map(({ zh, en, probability }) => ({ zh, en, probability }));
}
