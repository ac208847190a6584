/** What `duiqi check` finds in a TMX, as a closed table: each rule, how bad it is, and what programs make of it. */

export interface Rule {
  /** `error`: some program loses the memory or the unit. `warning`: some program makes less of it. */
  readonly severity: 'error' | 'warning';
  /** What programs do about it. */
  readonly effect: string;
  /** A mended file no longer has it. */
  readonly isMended: boolean;
}

const LOST = 'The file is no XML: OmegaT loads nothing of it, and most programs refuse it.';
const REFUSED = 'It breaks the TMX schema: OmegaT 6.1 refuses the file.';

const error = (effect: string): Rule => ({ severity: 'error', effect, isMended: true });
const warning = (effect: string): Rule => ({ severity: 'warning', effect, isMended: true });

export const RULES = {
  encoding: error('Programs cannot decode the file, or show wrong characters.'),
  'control-character': error(LOST),
  'control-reference': error(LOST),
  'bare-ampersand': error(LOST),
  'bare-less-than': error(LOST),
  'unknown-entity': error('The file is no XML: many programs refuse it.'),
  markup: error(LOST),
  'unclosed-element': error(LOST),
  'cut-off': error(LOST),
  'own-entity': warning('Programs that read XML without document types, duiqi among them, do not know it.'),
  root: error(LOST),
  version: error('Programs do not know how to read it: OmegaT 6.1 refuses what is not 1.4.'),
  'old-version': warning('memoQ and OmegaT 3.6 take it; the schema that OmegaT 6.1 checks is that of 1.4.'),
  'missing-srclang': error('OmegaT loads nothing of the file.'),
  'wrong-srclang': error('Programs that look for the source by this code find none.'),
  'missing-attribute': error(REFUSED),
  segtype: error(REFUSED),
  order: error(REFUSED),
  schema: error(REFUSED),
  locale: error('It is no BCP 47 code: OmegaT 6.1 refuses the file, others do not know the language.'),
  'missing-language': error('OmegaT loads nothing of the file.'),
  'lang-attribute': error(REFUSED),
  'several-pairs': error('OmegaT offers units of one locale as matches for the other.'),
  'duplicate-variant': warning('Programs keep one of the texts, and not the same one.'),
  'two-sentences': error('Programs look for single sentences, and never find the unit.'),
  'header-segtype': error('OmegaT splits only what the header calls paragraphs, and never finds the unit.'),
  'space-at-ends': warning('Segments come without it, so that the unit is no exact match.'),
  'one-sided': error('Programs pass over the unit.'),
  'empty-segment': error('Programs pass over the unit.'),
  'missing-segment': error(REFUSED),
  date: warning('Programs take no date, or a wrong one.'),
  'property-name': warning('OmegaT takes such a property for the place of an alternative translation.'),
  'too-long': { ...warning('Trados takes at most 2,000 characters a side.'), isMended: false },
  'too-large': { ...warning('Trados takes at most 1 GB an upload.'), isMended: false },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;

/** Both from 1; columns count UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something in a file that breaks a rule. */
export interface Finding extends Place {
  readonly rule: RuleName;
  /** A sentence: what is wrong here. */
  readonly message: string;
}

/** What a file says, as a message names it: its beginning, where it is long. */
export function quoted(text: string): string {
  return `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`;
}

const LONGEST_QUOTE = 60;

/** Takes the findings of a file as they come up. */
export type Tell = (rule: RuleName, place: Place, message: string) => void;
