/** The library: aligns the Chinese and the English version of one story. Nothing here prints or exits. */
export {
  ADAPTATIONS,
  type Adaptation,
  type AlignOptions,
  align,
  alignTogether,
  type PartPair,
} from './align.ts';
export { DuiqiError, type ErrorCode, type Position } from './errors.ts';
export type { LearntLexicon, LearntPair, LearntWord } from './evidence/learnt-lexicon.ts';
export { readLexicon, writeLexicon } from './evidence/lexicon-file.ts';
export { type LearnOptions, learnLexicon } from './learn.ts';
export {
  type AlignedBead,
  type Alignment,
  ANCHOR_KINDS,
  type Anchor,
  type AnchorKind,
  type Bead,
  type Explanation,
  type Kinship,
  type Language,
  type Link,
  type Part,
  RELATIONS,
  type Relation,
  ROLES,
  type Role,
  type Run,
  type Sentence,
  shape,
  size,
  type Term,
  type WordMatch,
} from './model.ts';
export { type ManifestRow, readManifest, writeManifest } from './pair/manifest.ts';
export { type Pairing, type PairOptions, pairParts } from './pair/pair.ts';
export { CHARSETS, type Charset, charsetNamed } from './read/charset.ts';
export type { Charsets } from './read/decoding.ts';
export { type Document, type ReadOptions, readDocument, readSegmented } from './read/document.ts';
export { FORMAT_NAMES, type FormatName } from './read/format.ts';
export { readGlossary } from './read/glossary.ts';
export { type NamedLink, readLinks } from './read/links.ts';
export { segment } from './read/segment.ts';
export { checkTmx } from './units/check/check.ts';
export { type FixOptions, fixTmx, type MendedPiece } from './units/check/fix.ts';
export { LOSSES, type LossName } from './units/check/mend-element.ts';
export { type Finding, RULES as TMX_RULES, type RuleName as TmxRuleName } from './units/check/rules.ts';
export {
  type Agreement,
  type Evaluation,
  evaluate,
  mergeVerses,
  type ShapeCounts,
} from './units/evaluate.ts';
export { type Filter, type FilterCounts, type FilterOptions, openFilter } from './units/filter/filter.ts';
export { RULES as FILTER_RULES, type RuleName as FilterRuleName } from './units/filter/rules.ts';
export { openSplit, SETS, type SetName, type Shares } from './units/filter/split.ts';
export { TestSet } from './units/filter/test-set.ts';
export { THRESHOLDS, type Thresholds } from './units/filter/thresholds.ts';
export { type IdBead, idBeadsOf, readAlign, writeAlign } from './units/formats/align.ts';
export { readJsonl, writeJsonl } from './units/formats/jsonl.ts';
export { toTmx, writeTmx } from './units/formats/tmx.ts';
export { readTsv, writeTsv } from './units/formats/tsv.ts';
export {
  DEFAULT_MIN_SCORE,
  FORMATS,
  type Format,
  type FormatName as MemoryFormatName,
  formatOf,
  type Losses,
  type NamedFormat,
  type Piece,
  type ReadingOptions,
  readUnits,
  type UnitWriter,
  type WriteOptions,
  type WriteReport,
  type WritingOptions,
  writeUnits,
} from './units/formats.ts';
export { type MergeReport, mergeUnits, type OpenUnits } from './units/merge.ts';
export type { Source } from './units/source.ts';
export {
  type AlignedUnit,
  type LeftOut,
  type Property,
  reasonToLeaveOut,
  type Span,
  type Unit,
  type UnitRead,
  unitsOf,
} from './units/unit.ts';
