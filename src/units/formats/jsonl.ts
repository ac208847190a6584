/** JSON Lines: one bead a line, omissions too. */
import { DuiqiError } from '../../errors.ts';
import {
  type Alignment,
  ANCHOR_KINDS,
  type Anchor,
  type Language,
  ROLES,
  type Role,
  size,
} from '../../model.ts';
import type { Format } from '../format.ts';
import { type NumberedLine, numberedLines } from '../lines.ts';
import { linesOf } from '../source.ts';
import { documentName, type Property, roundScore, type Span, type Unit, type UnitRead } from '../unit.ts';
import { jsonFault } from './json-fault.ts';

export const JSONL: Format = {
  name: 'jsonl',
  endings: ['.jsonl'],
  holdsEveryBead: true,
  holdsAnchors: true,
  holdsSeveralAlignments: true,
  holdsSeveralLocales: true,
  open: () => ({
    add: (unit) => [lineOf(unit)],
    end: () => [''],
    losses: { blank: 0, droppedCharacters: 0 },
  }),
  summarise: (alignment) => `${JSON.stringify({ summary: summaryFields(alignment) })}\n`,
  async *read([source]) {
    for await (const line of linesOf(source!)) yield* unitsIn(line, source!.file);
  },
};

/** One line a unit, each with its line end, the fields in the order of `Unit`. */
export function* writeJsonl(units: Iterable<Unit>): Generator<string> {
  for (const unit of units) yield lineOf(unit);
}

function lineOf(unit: UnitRead): string {
  return `${JSON.stringify(fieldsInOrder(unit))}\n`;
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
 * The units of a file that `writeJsonl` wrote, or of one with `zh` and `en` alone, in its order. Blank lines, summaries and
 * fields of other names are passed over; `{"translation":{"zh":…,"en":…}}`, as Hugging Face's datasets have it, is a unit too.
 *
 * @param text the whole file
 * @param file its name, for errors
 * @throws DuiqiError `format` where a line is no JSON, lacks a text, or holds a field that can't be right
 */
export function readJsonl(text: string, file: string): UnitRead[] {
  return Array.from(numberedLines(text)).flatMap((line) => unitsIn(line, file));
}

/** The one unit of a line, or none when it is a summary. */
export function unitsIn({ number, line }: NumberedLine, file: string): UnitRead[] {
  const fail = (offset: number, reason: string): never => {
    const advice = 'Each line must be one unit as duiqi writes it.';
    throw new DuiqiError('format', reason, { file, line: number, column: offset + 1 }, advice);
  };
  const parsed = parseLine(line, fail);
  if (!isObject(parsed)) return fail(0, 'this is not a JSON object.');
  if (isObject(parsed.summary)) return [];
  const record = isObject(parsed.translation) ? { ...parsed, ...parsed.translation } : parsed;
  if (!isUnit(record)) {
    const field = faultyField(record) ?? 'bead';
    return fail(offsetOfField(line, field), `"${field}" must be ${CHECKS[field].is}.`);
  }
  if (!listsAgree(record)) {
    const reason = '"bead" does not agree with the lists of ids, sentences and spans.';
    return fail(offsetOfField(line, 'bead'), reason);
  }
  return [fieldsInOrder(record)];
}

/** The order in which a line holds the fields, known to be complete by its type. */
const ORDER: { readonly [K in keyof Unit]-?: true } = {
  zh: true,
  en: true,
  bead: true,
  score: true,
  parallel: true,
  zhIds: true,
  enIds: true,
  zhSentences: true,
  enSentences: true,
  zhSpans: true,
  enSpans: true,
  zhParagraphs: true,
  enParagraphs: true,
  lengthRatio: true,
  anchors: true,
  zhDoc: true,
  enDoc: true,
  zhRoles: true,
  enRoles: true,
  noise: true,
  edited: true,
  source: true,
  licence: true,
  url: true,
  created: true,
  changed: true,
  createdBy: true,
  changedBy: true,
  notes: true,
  properties: true,
  zhLang: true,
  enLang: true,
};
const FIELDS = Object.keys(ORDER).filter((name): name is keyof Unit => name in ORDER);

function fieldsInOrder(unit: UnitRead): UnitRead {
  const ordered: Record<string, unknown> = {};
  for (const name of FIELDS) if (unit[name] !== undefined) ordered[name] = unit[name];
  if (unit.score !== undefined) ordered.score = roundScore(unit.score);
  if (unit.parallel !== undefined) ordered.parallel = roundScore(unit.parallel);
  if (unit.anchors) ordered.anchors = unit.anchors.map(({ kind, zh, en }) => ({ kind, zh, en }));
  return ordered as unknown as UnitRead;
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

interface Check {
  readonly is: string;
  readonly holds: (value: unknown) => boolean;
}

const TEXT: Check = { is: 'a text', holds: isText };
const TEXTS: Check = { is: 'a list of texts', holds: (value) => isListOf(value, isText) };
const NUMBERS: Check = { is: 'a list of sentence numbers', holds: (value) => isListOf(value, isNatural) };
const PARAGRAPHS: Check = { is: 'a list of paragraph numbers', holds: (value) => isListOf(value, isNatural) };
const SPANS: Check = { is: 'a list of [start, end] pairs', holds: (value) => isListOf(value, isSpan) };
const PROBABILITY: Check = { is: 'a number from 0 to 1', holds: isProbability };
const ROLE_LIST: Check = {
  is: `a list of roles, each one of ${ROLES.join(', ')}`,
  holds: (value) => isListOf(value, isRole),
};

/** What each field must be; all but the two texts may be missing. */
const CHECKS: { readonly [K in keyof Unit]-?: Check } = {
  zh: TEXT,
  en: TEXT,
  bead: TEXT,
  score: PROBABILITY,
  parallel: PROBABILITY,
  zhIds: NUMBERS,
  enIds: NUMBERS,
  zhSentences: TEXTS,
  enSentences: TEXTS,
  zhSpans: SPANS,
  enSpans: SPANS,
  zhParagraphs: PARAGRAPHS,
  enParagraphs: PARAGRAPHS,
  lengthRatio: {
    is: 'a number or null',
    holds: (value) => value === null || typeof value === 'number',
  },
  anchors: {
    is: `a list of {"kind", "zh", "en"}, the kind one of ${ANCHOR_KINDS.join(', ')}`,
    holds: (value) => isListOf(value, isAnchor),
  },
  zhDoc: TEXT,
  enDoc: TEXT,
  zhRoles: ROLE_LIST,
  enRoles: ROLE_LIST,
  noise: { is: 'a list of "zh", "en" or both', holds: (value) => isListOf(value, isLanguage) },
  edited: { is: 'true or false', holds: (value) => typeof value === 'boolean' },
  source: TEXT,
  licence: TEXT,
  url: TEXT,
  created: TEXT,
  changed: TEXT,
  createdBy: TEXT,
  changedBy: TEXT,
  notes: TEXTS,
  properties: { is: 'a list of [name, value] pairs', holds: (value) => isListOf(value, isProperty) },
  zhLang: TEXT,
  enLang: TEXT,
};

function faultyField(record: Fields): keyof Unit | undefined {
  return FIELDS.find((name) => {
    const value = record[name];
    if (value === undefined) return name === 'zh' || name === 'en';
    return !CHECKS[name].holds(value);
  });
}

function isUnit(record: Fields): record is UnitRead {
  return faultyField(record) === undefined;
}

function listsAgree({ bead, ...unit }: UnitRead): boolean {
  if (bead === undefined) return true;
  const agree = (size: string | undefined, lists: readonly (readonly unknown[] | undefined)[]) =>
    lists.every((list) => list === undefined || size === String(list.length));
  const [zhSize, enSize] = bead.split('-');
  return (
    /^\d+-\d+$/.test(bead) &&
    agree(zhSize, [unit.zhIds, unit.zhSentences, unit.zhSpans, unit.zhParagraphs]) &&
    agree(enSize, [unit.enIds, unit.enSentences, unit.enSpans, unit.enParagraphs])
  );
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

function isProperty(value: unknown): value is Property {
  return isListOf(value, isText) && value.length === 2;
}

function isAnchor(value: unknown): value is Anchor {
  if (!isObject(value) || !isText(value.zh) || !isText(value.en)) return false;
  return ANCHOR_KINDS.some((kind) => kind === value.kind);
}
