import type { Feature } from './features.ts';

/** What the search goes by, in nats a unit. */
export interface Weights {
  readonly features: Readonly<Record<Feature, number>>;
  /** Added to the weight of an omission that follows another one: runs of omissions are one event. */
  readonly continuation: number;
}

/**
 * For the first round, with the dictionary alone and before anything is known of the habits of a translation: half-way
 * between the learnt weights and weights set by hand for novels, which leave nothing out. Warier of omissions, since
 * an omission too many hides words that the lexicon should learn from. Of the mixtures tried (0, .3, .5, 1) this one
 * had the best strict F1 over novels, health texts, stories and manuals together.
 */
export const FIRST_WEIGHTS: Weights = {
  features: {
    enExplained: 0.27,
    zhExplained: 0.25,
    length: 0.91,
    '1-2': -1.91,
    '2-1': -2.04,
    '1-3': -3.34,
    '3-1': -4.22,
    '2-2': -3.9,
    '1-4': -4.14,
    '2-3': -4.28,
    wide: -5.39,
    wider: -0.41,
    zhOmitted: -2.83,
    enOmitted: -3.27,
    omittedWords: 1.15,
    omissionHabit: 0.76,
    mergingHabit: 1.04,
    lastQuestion: 0.67,
    lastExclamation: 0.24,
    lastOpen: 0.41,
    beginsQuoted: 0.26,
    endsQuoted: 0.48,
    startsWithQuote: 0.4,
    startsParagraph: 0.5,
    breaksParagraph: -1,
    questions: 0.56,
    exclamations: 0.49,
    colons: 0.7,
    dashes: -0.02,
    brackets: 0.45,
    commas: 0.26,
    opened: 0.6,
    closed: 0.58,
  },
  continuation: 0.71,
};

/**
 * For the rounds after it. Learnt by `npm run train` from documents of nine kinds: novels, health texts, manuals,
 * children's stories, a treatise, news, fiction and a notice. No such document has paragraphs: the two weights of
 * these were set by hand.
 */
export const WEIGHTS: Weights = {
  features: {
    enExplained: 0.22,
    zhExplained: 0.18,
    length: 0.81,
    '1-2': -2.16,
    '2-1': -1.65,
    '1-3': -3.15,
    '3-1': -3.76,
    '2-2': -3.54,
    '1-4': -3.06,
    '2-3': -3.9,
    wide: -4.58,
    wider: -0.5,
    zhOmitted: -1.59,
    enOmitted: -2.31,
    omittedWords: 2.05,
    omissionHabit: 0.41,
    mergingHabit: 1.71,
    lastQuestion: 0.34,
    lastExclamation: -0,
    lastOpen: 1.03,
    beginsQuoted: 0.03,
    endsQuoted: 0.46,
    startsWithQuote: 0.38,
    startsParagraph: 0.5,
    breaksParagraph: -1,
    questions: 0.81,
    exclamations: 0.69,
    colons: 1.04,
    dashes: -0.01,
    brackets: 0.89,
    commas: 0.4,
    opened: 0.93,
    closed: 0.92,
  },
  continuation: 0.47,
};
