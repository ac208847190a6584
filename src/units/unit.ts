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

/** A bead as it is written to a memory. On an omission the missing side has empty texts and lists. */
export interface Unit {
  /** Its sentences with nothing between them, on one line. */
  readonly zh: string;
  /** Its sentences with one space between them, on one line. */
  readonly en: string;
  /** `1-2`: one Chinese sentence, two English ones. */
  readonly bead: string;
  /** The probability that the bead is exactly right: 0 to 1, to 4 decimals. */
  readonly score: number;
  /** The probability that the two sides translate each other at least in part, likewise; absent where it is not known. */
  readonly parallel?: number;
  /** 0-based numbers of the sentences within the part. */
  readonly zhIds: readonly number[];
  readonly enIds: readonly number[];
  readonly zhSentences: readonly string[];
  readonly enSentences: readonly string[];
  readonly zhSpans: readonly Span[];
  readonly enSpans: readonly Span[];
  /** English letters and digits over Chinese characters, to 2 decimals; null on omissions and without any Chinese character. */
  readonly lengthRatio: number | null;
  readonly anchors: readonly Anchor[];
  /** File name and part: `a.txt#zh1`. */
  readonly zhDoc: string;
  readonly enDoc: string;
  /** What its sentences are part of; absent where nothing is known of the layout. */
  readonly zhRoles?: readonly Role[];
  readonly enRoles?: readonly Role[];
  /** The sides that are no part of the story, from end to end: a byline, a source line, a comment form. */
  readonly noise?: readonly Language[];
  /** BCP 47. */
  readonly zhLang: string;
  readonly enLang: string;
}

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

export interface Selection {
  readonly units: Unit[];
  readonly leftOut: LeftOut;
}

const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;
const CHINESE = /[\p{Script=Han}\u3000-\u303f\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;
/** Marks that both languages use; in a Chinese part they are as wide as a character. */
const SHARED_MARK = /[\u00b7\u2014\u2018\u2019\u201c\u201d\u2026]/;
const HAN = /\p{Script=Han}/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/gu;

/** The units of an alignment, one for each bead, in order. */
export function unitsOf(alignment: Alignment): Unit[] {
  return alignment.beads.map((bead) => unitOf(bead, alignment.zh, alignment.en));
}

/**
 * What goes to a translator: the two-sided units with a score of at least `minScore` (0 to 1), in order,
 * and how many of the others there were.
 */
export function selectUnits(units: Iterable<Unit>, minScore: number): Selection {
  const selected: Unit[] = [];
  const leftOut = { zhOnly: 0, enOnly: 0, belowMinScore: 0, noise: 0 };
  for (const unit of units) {
    if (unit.en === '') leftOut.zhOnly++;
    else if (unit.zh === '') leftOut.enOnly++;
    else if (unit.score < minScore) leftOut.belowMinScore++;
    else if (unit.noise?.length === 1) leftOut.noise++;
    else selected.push(unit);
  }
  return { units: selected, leftOut };
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

function unitOf(bead: AlignedBead, zhPart: Part, enPart: Part): Unit {
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
