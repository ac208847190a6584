import {
  type AlignedBead,
  type Alignment,
  type Anchor,
  type Language,
  type Part,
  type Role,
  type Run,
  shape,
  size,
} from '../model.ts';

/** [start, end) in UTF-16 units of the part's text. */
export type Span = readonly [start: number, end: number];

/** A translation unit as a memory holds it. All but the texts and their locales may be unknown. */
export interface Unit {
  /** Its sentences with nothing between them, on one line; empty on an omission. */
  readonly zh: string;
  /** Its sentences with one space between them, on one line; empty on an omission. */
  readonly en: string;
  /** `1-2`: one Chinese sentence, two English ones. */
  readonly bead?: string;
  /** The probability that the bead is exactly right: 0 to 1, to 4 decimals. */
  readonly score?: number;
  /** The probability that the two sides translate each other at least in part, likewise. */
  readonly parallel?: number;
  /** 0-based numbers of the sentences within the part. */
  readonly zhIds?: readonly number[];
  readonly enIds?: readonly number[];
  readonly zhSentences?: readonly string[];
  readonly enSentences?: readonly string[];
  readonly zhSpans?: readonly Span[];
  readonly enSpans?: readonly Span[];
  /** 0-based numbers of the paragraphs that its sentences stand in, within the part. */
  readonly zhParagraphs?: readonly number[];
  readonly enParagraphs?: readonly number[];
  /** English letters and digits over Chinese characters, to 2 decimals; null on omissions and without any Chinese character. */
  readonly lengthRatio?: number | null;
  readonly anchors?: readonly Anchor[];
  /** File name and part: `a.txt#zh1`. */
  readonly zhDoc?: string;
  readonly enDoc?: string;
  /** What its sentences are part of; absent where nothing is known of the layout. */
  readonly zhRoles?: readonly Role[];
  readonly enRoles?: readonly Role[];
  /** The sides that are no part of the story, from end to end: a byline, a source line, a comment form. */
  readonly noise?: readonly Language[];
  /** Somebody changed its text by hand, or which texts belong together. */
  readonly edited?: boolean;
  /** Where it comes from, as builders of corpora note it: the name of a collection, a licence, an address. */
  readonly source?: string;
  readonly licence?: string;
  readonly url?: string;
  /** As other programs noted it; dates as TMX has them, 20240305T060708Z. */
  readonly created?: string;
  readonly changed?: string;
  readonly createdBy?: string;
  readonly changedBy?: string;
  readonly notes?: readonly string[];
  /** What other programs noted by names of their own, in its order. */
  readonly properties?: readonly Property[];
  /** BCP 47. */
  readonly zhLang: string;
  readonly enLang: string;
}

export type Property = readonly [name: string, value: string];

type OfEveryBead =
  | 'bead'
  | 'score'
  | 'parallel'
  | 'zhIds'
  | 'enIds'
  | 'zhSentences'
  | 'enSentences'
  | 'zhSpans'
  | 'enSpans'
  | 'zhParagraphs'
  | 'enParagraphs'
  | 'lengthRatio'
  | 'anchors'
  | 'zhDoc'
  | 'enDoc';

/** A unit made of a bead. On an omission the missing side has empty texts and lists. */
export type AlignedUnit = Unit & { readonly [K in OfEveryBead]-?: Exclude<Unit[K], undefined> };

/** A unit as a file holds it that need not name its locales. */
export type UnitRead = Omit<Unit, 'zhLang' | 'enLang'> & Partial<Pick<Unit, 'zhLang' | 'enLang'>>;

/** How many units a selection did without, and why. */
export interface LeftOut {
  /** Omissions: there is no English. */
  readonly zhOnly: number;
  /** Omissions: there is no Chinese. */
  readonly enOnly: number;
  /** Two-sided, but of a lower score than asked for. */
  readonly belowMinScore: number;
  /** Two-sided, but one side is no part of the story, and the other is. */
  readonly noise: number;
}

const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;
const CHINESE = /[\p{Script=Han}\u3000-\u303f\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;
/** Marks that both languages use; in a Chinese part they are as wide as a character. */
const SHARED_MARK = /[\u00b7\u2014\u2018\u2019\u201c\u201d\u2026]/;
const HAN = /\p{Script=Han}/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/gu;

/** The units of an alignment, one for each bead, in order. */
export function unitsOf(alignment: Alignment): AlignedUnit[] {
  return alignment.beads.map((bead) => unitOf(bead, alignment.zh, alignment.en));
}

/**
 * Why a unit does not go to a translator, if it does not: it has one side only, is known to score below `minScore`
 * (0 to 1), or has noise on one side. What somebody has changed by hand is not judged by its score.
 */
export function reasonToLeaveOut(unit: Unit, minScore: number): keyof LeftOut | undefined {
  if (unit.en === '') return 'zhOnly';
  if (unit.zh === '') return 'enOnly';
  if (!unit.edited && unit.score !== undefined && unit.score < minScore) return 'belowMinScore';
  return unit.noise?.length === 1 ? 'noise' : undefined;
}

/** A score as files hold it: to 4 decimals. */
export function roundScore(score: number): number {
  return Math.round(score * 1e4) / 1e4;
}

/** `a.txt#zh1` */
export function documentName({ file, id }: Part): string {
  return `${file}#${id}`;
}

/** The numbers of the sentences in a run. */
export function numbersIn(run: Run): number[] {
  return Array.from({ length: size(run) }, (_, i) => run.start + i);
}

function unitOf(bead: AlignedBead, zhPart: Part, enPart: Part): AlignedUnit {
  const zhSentences = sentenceTexts(zhPart, bead.zh);
  const enSentences = sentenceTexts(enPart, bead.en);
  const zh = zhSentences.join('');
  const en = enSentences.join(' ');
  return {
    zh,
    en,
    bead: shape(bead),
    score: roundScore(bead.score),
    parallel: roundScore(bead.parallel),
    zhIds: numbersIn(bead.zh),
    enIds: numbersIn(bead.en),
    zhSentences,
    enSentences,
    zhSpans: sentenceSpans(zhPart, bead.zh),
    enSpans: sentenceSpans(enPart, bead.en),
    zhParagraphs: paragraphsOf(zhPart, bead.zh),
    enParagraphs: paragraphsOf(enPart, bead.en),
    lengthRatio: lengthRatio(zh, en),
    anchors: bead.anchors,
    zhDoc: documentName(zhPart),
    enDoc: documentName(enPart),
    ...rolesOf(bead, zhPart, enPart),
    ...noiseOf(bead, zhPart, enPart),
    zhLang: zhPart.locale,
    enLang: enPart.locale,
  };
}

function rolesOf(bead: AlignedBead, zhPart: Part, enPart: Part): Pick<Unit, 'zhRoles' | 'enRoles'> {
  const roles = (part: Part, run: Run) =>
    part.sentences.slice(run.start, run.end).flatMap(({ role }) => role ?? []);
  const [zhRoles, enRoles] = [roles(zhPart, bead.zh), roles(enPart, bead.en)];
  return { ...(zhRoles.length > 0 && { zhRoles }), ...(enRoles.length > 0 && { enRoles }) };
}

function noiseOf(bead: AlignedBead, zhPart: Part, enPart: Part): Pick<Unit, 'noise'> {
  const isNoise = (part: Part, run: Run) =>
    size(run) > 0 && part.sentences.slice(run.start, run.end).every((sentence) => sentence.isNoise);
  const noise: Language[] = [
    ...(isNoise(zhPart, bead.zh) ? (['zh'] as const) : []),
    ...(isNoise(enPart, bead.en) ? (['en'] as const) : []),
  ];
  return noise.length > 0 ? { noise } : {};
}

function sentenceTexts(part: Part, run: Run): string[] {
  return part.sentences.slice(run.start, run.end).map(({ text }) => onOneLine(text, part.language));
}

function paragraphsOf(part: Part, run: Run): number[] {
  return part.sentences.slice(run.start, run.end).map(({ paragraph }) => paragraph);
}

function sentenceSpans(part: Part, run: Run): Span[] {
  return part.sentences.slice(run.start, run.end).map(({ start, end }) => [start, end]);
}

/**
 * The text with its ends trimmed and each line break, with the blanks around it, as one space, or as
 * nothing between two Chinese characters or marks. Other blanks stay.
 */
export function onOneLine(text: string, language: Language): string {
  if (!LINE_BREAK.test(text)) return text.trim();
  const needsNoSpace = (c: string) => CHINESE.test(c) || (language === 'zh' && SHARED_MARK.test(c));
  return text
    .replaceAll('\u0085', '\n') // the one line break that is no white space to JavaScript
    .trim()
    .replace(/(\S)(\s+)(?=(\S))/gu, (found: string, before: string, blanks: string, after: string) => {
      if (!LINE_BREAK.test(blanks)) return found;
      return needsNoSpace(before) && needsNoSpace(after) ? before : `${before} `;
    });
}

function lengthRatio(zh: string, en: string): number | null {
  const characters = count(zh, HAN);
  if (en === '' || characters === 0) return null;
  return Math.round((count(en, LETTER_OR_DIGIT) / characters) * 100) / 100;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
