/** The plain data that flows from room to room. Chinese (`zh`) always stands before English (`en`). */

export type Language = 'zh' | 'en';

/** What a sentence is part of: a heading, an item of a list, a cell of a table, what stands below a picture, a footnote. */
export const ROLES = ['paragraph', 'heading', 'item', 'cell', 'caption', 'note'] as const;
export type Role = (typeof ROLES)[number];

/**
 * The smallest unit that is aligned. `text` is the slice [start, end) of its part's text, in UTF-16 units,
 * and is never changed.
 */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 0-based number of its paragraph within the part. */
  readonly paragraph: number;
  /** Absent where nothing is known of the layout, as in plain text. */
  readonly role?: Role;
  /** It is no part of the story: a byline, a source line, a comment form. It belongs in a memory only if it pairs up. */
  readonly isNoise?: boolean;
}

/** One language version inside a file. */
export interface Part {
  /** `zh1` is the first Chinese version of its file, `en1` the first English one. */
  readonly id: string;
  readonly language: Language;
  /** BCP 47: zh-CN, zh-TW, en …, found by looking or as the user said. */
  readonly locale: string;
  /** The name of the file it stands in, without folders. */
  readonly file: string;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** A run of neighbouring sentences of one part: from number `start` up to, not including, `end`. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** One aligned group: a run of Chinese sentences with a run of English ones; either may be empty. */
export interface Bead {
  readonly zh: Run;
  readonly en: Run;
}

/** The most sentences of either side in one bead. */
export const LONGEST = { zh: 4, en: 7 } as const;
/** Of 7,103 gold beads eleven have more sentences, on both sides together. */
export const USUAL_SIZE = 5;

export const ANCHOR_KINDS = [
  'person',
  'place',
  'organisation',
  'number',
  'ordinal',
  'date',
  'time',
  'percentage',
  'amount',
  'latin',
  'other',
] as const;
export type AnchorKind = (typeof ANCHOR_KINDS)[number];

/** A Chinese mention and an English one that mean the same, each as it stands in its text. */
export interface Anchor {
  readonly kind: AnchorKind;
  readonly zh: string;
  readonly en: string;
}

/** Two words that the lexicon takes for translations of one another, as they stand in their texts. */
export interface WordMatch {
  readonly zh: string;
  readonly en: string;
  /** p(en word | zh word), 0 to 1. */
  readonly probability: number;
}

/** What was added up to make the weight of one bead; in nats, positive speaks for the bead. */
export interface Explanation {
  readonly words: readonly WordMatch[];
  /** Name of the evidence (`lexicon`, `length`, `punctuation` …) → its share of the weight. */
  readonly weights: Readonly<Record<string, number>>;
}

export interface AlignedBead extends Bead {
  /** The probability that this bead is exactly right, 0 to 1. */
  readonly score: number;
  /** The probability that its two sides translate each other at least in part, 0 to 1; 0 for an omission. */
  readonly parallel: number;
  readonly anchors: readonly Anchor[];
  /** Only when asked for. */
  readonly explanation?: Explanation;
}

/** What two parts are to each other: from `translation`, nearly all of both is paired, to `unrelated`, nothing is. */
export const RELATIONS = ['translation', 'partial translation', 'comparable', 'unrelated'] as const;
export type Relation = (typeof RELATIONS)[number];

/** What the beads of an alignment say of the two parts as wholes. */
export interface Kinship {
  readonly relation: Relation;
  /** The share of the letters and characters of each side that is expected to have a counterpart, 0 to 1. */
  readonly zhPaired: number;
  readonly enPaired: number;
}

/** The beads of one Chinese part with one English part, in order, every sentence in exactly one. */
export interface Alignment {
  readonly zh: Part;
  readonly en: Part;
  readonly beads: readonly AlignedBead[];
  readonly kinship: Kinship;
  /** The names that both parts hold, in one bead or not: each Chinese form once, with the fullest English one. */
  readonly names: readonly Anchor[];
}

/** The number of sentences in a run. */
export function size(run: Run): number {
  return run.end - run.start;
}

/** `1-2`: one Chinese sentence, two English ones. */
export function shape(bead: Bead): string {
  return `${size(bead.zh)}-${size(bead.en)}`;
}

/**
 * The cells that a search looks at: after `i` Chinese sentences, from `low[i]` to `high[i]` English ones,
 * both included. Both arrays have a value for each i from 0 to the number of Chinese sentences, never fall,
 * and begin and end at the corners.
 */
export interface Band {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** A Chinese term or name and the English that the user gives for it. */
export interface Term {
  readonly zh: string;
  readonly en: string;
  readonly kind?: AnchorKind;
}

/** A Chinese and an English sentence, by their 0-based numbers, that the user says belong in one bead. */
export interface Link {
  readonly zh: number;
  readonly en: number;
  /** Where the user says so, for messages. */
  readonly file?: string;
  readonly line?: number;
}

/** A Chinese and an English sentence that share rare evidence; `strength` is above 0, the more the rarer. */
export interface Candidate {
  readonly zh: number;
  readonly en: number;
  readonly strength: number;
}
