import type { AnchorKind } from '../../model.ts';
import type { Reading } from '../tokens.ts';

/** The sentences of all versions of one story. */
export interface Story {
  readonly zh: readonly Reading[];
  readonly en: readonly Reading[];
}

/** A Chinese form of a name (Simplified key) and an English one that mean the same throughout a story. */
export interface NameLink {
  readonly kind: AnchorKind;
  readonly zh: string;
  readonly en: string;
}

/** [start, end) in a text. */
export type Place = readonly [start: number, end: number];

/** The dot between the parts of a foreign name, in all its widths. */
export const DOT = '[·‧•・∙⋅]';

/** What is known of names before. */
export interface LinkedNames {
  readonly hasEnglish: (form: string) => boolean;
  readonly hasChinese: (form: string) => boolean;
  readonly isPerson: (en: string) => boolean;
  /** Whether a capitalised word is one because it is a name. */
  readonly isName: (word: string) => boolean;
}

/** The sentences of a bead. */
export interface ReadBead {
  readonly zh: readonly Reading[];
  readonly en: readonly Reading[];
}
