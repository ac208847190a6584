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
    enExplained: 0.21,
    zhExplained: 0.21,
    length: 0.7,
    '1-2': -2.27,
    '2-1': -2.01,
    '1-3': -3.19,
    '3-1': -3.82,
    '2-2': -3.63,
    '1-4': -2.76,
    '2-3': -4.27,
    wide: -4.28,
    wider: -0.73,
    zhOmitted: -1.69,
    enOmitted: -2.79,
    namesShared: 0.88,
    namesAlone: -0.99,
    valuesShared: 2.44,
    valuesAlone: -2.27,
    omittedWords: 2.16,
    omissionHabit: 0.35,
    mergingHabit: 1.84,
    lastQuestion: 0.4,
    lastExclamation: 0.03,
    lastOpen: 0.91,
    beginsQuoted: 0.01,
    endsQuoted: 0.61,
    startsWithQuote: 0.3,
    startsParagraph: 0.5,
    breaksParagraph: -1,
    questions: 0.82,
    exclamations: 0.56,
    colons: 1.47,
    dashes: 0,
    brackets: 1.12,
    commas: 0.42,
    opened: 0.85,
    closed: 0.84,
  },
  continuation: 0.7,
};
