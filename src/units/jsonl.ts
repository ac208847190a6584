/** JSON Lines: one bead a line, omissions too. */
import { DuiqiError } from '../errors.ts';
import {
  type Alignment,
  ANCHOR_KINDS,
  type Anchor,
  type Language,
  ROLES,
  type Role,
  size,
} from '../model.ts';
import { jsonFault } from './json-fault.ts';
import { numberedLines } from './lines.ts';
import { documentName, roundScore, type Span, type Unit } from './unit.ts';

/** One line a unit, each with its line end, the fields in the order of `Unit`. */
export function* writeJsonl(units: Iterable<Unit>): Generator<string> {
  for (const unit of units) yield `${JSON.stringify(fieldsInOrder(unit))}\n`;
}

/** A line for each alignment: what its two parts are to each other, and how many beads are of which kind. */
export function* writeSummaries(alignments: Iterable<Alignment>): Generator<string> {
  for (const alignment of alignments) yield `${JSON.stringify({ summary: summaryFields(alignment) })}\n`;
}

function summaryFields({ zh, en, beads, kinship }: Alignment) {
  const zhOnly = beads.filter((bead) => size(bead.en) === 0).length;
  const enOnly = beads.filter((bead) => size(bead.zh) === 0).length;
  return {
    zhDoc: documentName(zh),
    enDoc: documentName(en),
    relation: kinship.relation,
    zhPaired: roundScore(kinship.zhPaired),
    enPaired: roundScore(kinship.enPaired),
    beads: beads.length,
    paired: beads.length - zhOnly - enOnly,
    zhOnly,
    enOnly,
  };
}

/**
 * The units of a file that `writeJsonl` wrote, in its order. Blank lines, summaries and fields of other names are
 * passed over.
 *
 * @param text the whole file
 * @param file its name, for errors
 * @throws DuiqiError `format` where a line is no JSON, lacks a field, or holds one that can't be right
 */
export function readJsonl(text: string, file: string): Unit[] {
  return Array.from(numberedLines(text)).flatMap(({ number, line }) => {
    const fail = (offset: number, reason: string): never => {
      const advice = 'Each line must be one unit as duiqi writes it.';
      throw new DuiqiError('format', reason, { file, line: number, column: offset + 1 }, advice);
    };
    const record = parseLine(line, fail);
    if (!isObject(record)) return fail(0, 'this is not a JSON object.');
    if (isObject(record.summary)) return [];
    if (!isUnit(record)) {
      const field = faultyField(record) ?? 'bead';
      return fail(offsetOfField(line, field), `"${field}" must be ${CHECKS[field].is}.`);
    }
    if (!listsAgree(record)) {
      return fail(
        offsetOfField(line, 'bead'),
        '"bead" does not agree with the lists of ids, sentences and spans.',
      );
    }
    return [fieldsInOrder(record)];
  });
}

function fieldsInOrder(unit: Unit): Unit {
  return {
    zh: unit.zh,
    en: unit.en,
    bead: unit.bead,
    score: roundScore(unit.score),
    ...(unit.parallel !== undefined && { parallel: roundScore(unit.parallel) }),
    zhIds: unit.zhIds,
    enIds: unit.enIds,
    zhSentences: unit.zhSentences,
    enSentences: unit.enSentences,
    zhSpans: unit.zhSpans,
    enSpans: unit.enSpans,
    lengthRatio: unit.lengthRatio,
    anchors: unit.anchors.map(({ kind, zh, en }) => ({ kind, zh, en })),
    zhDoc: unit.zhDoc,
    enDoc: unit.enDoc,
    ...(unit.zhRoles && { zhRoles: unit.zhRoles }),
    ...(unit.enRoles && { enRoles: unit.enRoles }),
    ...(unit.noise && { noise: unit.noise }),
    zhLang: unit.zhLang,
    enLang: unit.enLang,
  };
}

function parseLine(line: string, fail: (offset: number, reason: string) => never): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const offset = jsonFault(line) ?? 0;
    return fail(offset, offset < line.length ? 'this is not JSON.' : 'the line breaks off.');
  }
}

type Fields = { readonly [K in keyof Unit]?: unknown };

interface Check<T> {
  readonly is: string;
  holds(value: unknown): value is T;
}

const TEXT: Check<string> = { is: 'a text', holds: isText };
const TEXTS: Check<string[]> = { is: 'a list of texts', holds: (value) => isListOf(value, isText) };
const NUMBERS: Check<number[]> = {
  is: 'a list of sentence numbers',
  holds: (value) => isListOf(value, isNatural),
};
const SPANS: Check<Span[]> = {
  is: 'a list of [start, end] pairs',
  holds: (value) => isListOf(value, isSpan),
};

const ROLE_LIST: Check<Role[] | undefined> = {
  is: `a list of roles, each one of ${ROLES.join(', ')}`,
  holds: (value): value is Role[] | undefined => value === undefined || isListOf(value, isRole),
};

/** What each field must be. */
const CHECKS: { readonly [K in keyof Unit]-?: Check<Unit[K]> } = {
  zh: TEXT,
  en: TEXT,
  bead: TEXT,
  score: { is: 'a number from 0 to 1', holds: isProbability },
  parallel: {
    is: 'a number from 0 to 1',
    holds: (value): value is number | undefined => value === undefined || isProbability(value),
  },
  zhIds: NUMBERS,
  enIds: NUMBERS,
  zhSentences: TEXTS,
  enSentences: TEXTS,
  zhSpans: SPANS,
  enSpans: SPANS,
  lengthRatio: {
    is: 'a number or null',
    holds: (value): value is number | null => value === null || typeof value === 'number',
  },
  anchors: {
    is: `a list of {"kind", "zh", "en"}, the kind one of ${ANCHOR_KINDS.join(', ')}`,
    holds: (value): value is Anchor[] => isListOf(value, isAnchor),
  },
  zhDoc: TEXT,
  enDoc: TEXT,
  zhRoles: ROLE_LIST,
  enRoles: ROLE_LIST,
  noise: {
    is: 'a list of "zh", "en" or both',
    holds: (value): value is Language[] | undefined => value === undefined || isListOf(value, isLanguage),
  },
  zhLang: TEXT,
  enLang: TEXT,
};
const FIELDS = Object.keys(CHECKS).filter((name): name is keyof Unit => name in CHECKS);

function faultyField(record: Fields): keyof Unit | undefined {
  return FIELDS.find((name) => !CHECKS[name].holds(record[name]));
}

function isUnit(record: Fields): record is Unit {
  return faultyField(record) === undefined;
}

function listsAgree(unit: Unit): boolean {
  const zhSizes = [unit.zhIds, unit.zhSentences, unit.zhSpans].map((list) => list.length);
  const enSizes = [unit.enIds, unit.enSentences, unit.enSpans].map((list) => list.length);
  return zhSizes.every((zh, i) => unit.bead === `${zh}-${enSizes[i]}`);
}

/** Where a field's name stands in its line; the line's beginning when it is missing. */
function offsetOfField(line: string, field: string): number {
  return Math.max(0, line.search(new RegExp(`"${field}"\\s*:`)));
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf<T>(value: unknown, holds: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(holds);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isProbability(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function isNatural(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isSpan(value: unknown): value is Span {
  return isListOf(value, isNatural) && value.length === 2 && value[0]! <= value[1]!;
}

function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}

function isLanguage(value: unknown): value is Language {
  return value === 'zh' || value === 'en';
}

function isAnchor(value: unknown): value is Anchor {
  if (!isObject(value) || !isText(value.zh) || !isText(value.en)) return false;
  return ANCHOR_KINDS.some((kind) => kind === value.kind);
}
