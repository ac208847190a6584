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
    namesShared: 0.44,
    namesAlone: -0.5,
    valuesShared: 1.22,
    valuesAlone: -1.13,
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
    enExplained: 0.25,
    zhExplained: 0.25,
    length: 0.82,
    '1-2': -2.31,
    '2-1': -2.05,
    '1-3': -3.17,
    '3-1': -3.97,
    '2-2': -3.61,
    '1-4': -2.83,
    '2-3': -4.18,
    wide: -4.22,
    wider: -0.85,
    zhOmitted: -1.87,
    enOmitted: -3.01,
    namesShared: 0.98,
    namesAlone: -0.64,
    valuesShared: 2.72,
    valuesAlone: -1.99,
    omittedWords: 2.61,
    omissionHabit: 0.22,
    mergingHabit: 1.82,
    lastQuestion: 0.38,
    lastExclamation: 0.17,
    lastOpen: 0.8,
    beginsQuoted: -0.05,
    endsQuoted: 0.66,
    startsWithQuote: 0.32,
    startsParagraph: 0.5,
    breaksParagraph: -1,
    questions: 0.73,
    exclamations: 0.79,
    colons: 1.27,
    dashes: 0.09,
    brackets: 1.18,
    commas: 0.37,
    opened: 0.94,
    closed: 0.96,
  },
  continuation: 0.51,
};
