import type { Feature } from './features.ts';

/**
 * What each piece of evidence counts for, in nats a unit. Set by hand after the shares of bead shapes in
 * translated novels and by a few trials on development chapters.
 */
export const WEIGHTS: Readonly<Record<Feature, number>> = {
  enExplained: 0.3,
  zhExplained: 0.3,
  length: 1,
  '1-2': -1.6,
  '2-1': -2.5,
  '1-3': -3.4,
  '3-1': -4.5,
  '2-2': -4.5,
  '1-4': -5,
  '2-3': -5,
  wide: -6,
  wider: -0.5,
  zhOmitted: -4,
  enOmitted: -4,
  omittedWords: 0,
  omissionHabit: 1,
  mergingHabit: 0.5,
  lastQuestion: 1,
  lastExclamation: 0.5,
  lastOpen: 0,
  beginsQuoted: 0.5,
  endsQuoted: 0.5,
  startsWithQuote: 0.3,
  startsParagraph: 0.5,
  breaksParagraph: -1,
  questions: 0.3,
  exclamations: 0.2,
  colons: 0.2,
  dashes: 0,
  brackets: 0,
  commas: 0,
  opened: 0.3,
  closed: 0.3,
};

/** Added to the weight of an omission that follows another one: runs of omissions are one event. */
export const CONTINUATION = 1;
