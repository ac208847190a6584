/** Glossaries: one Chinese and one English term a row, as TSV or CSV. */
import { DuiqiError } from '../errors.ts';
import { ANCHOR_KINDS, type AnchorKind, type Term } from '../model.ts';
import { type Field, type Row, readRows } from './delimited.ts';
import { linesOf } from './lines.ts';
import { decodeText } from './text.ts';

const HAN = /\p{Script=Han}/u;
const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{N}]/u;
const LATIN = /\p{Script=Latin}/u;

/** Of equal evidence the first is taken. */
const DELIMITERS = ['\t', ',', ';'] as const;
type Delimiter = (typeof DELIMITERS)[number];
const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = {
  '\t': 'a tab',
  ',': 'a comma',
  ';': 'a semicolon',
};

/** What may stand above the two columns, without the rest of a locale: `zh-CN`, `zh_TW`. */
const CHINESE_HEADER = /^(?:zh|cn|chinese|中文|汉语|漢語|华语|華語)(?:[-_ (（].*)?$/i;
const ENGLISH_HEADER = /^(?:en|eng|english|英文|英语|英語)(?:[-_ (（].*)?$/i;
const SOURCE_HEADER = /^(?:source|src|term|源|源语|源語|源语言|原文|术语|術語)$/i;
const TARGET_HEADER = /^(?:target|trg|tgt|translation|译|譯|译文|譯文|翻译|翻譯|目标语言)$/i;
const HEADERS = [
  [CHINESE_HEADER, ENGLISH_HEADER],
  [SOURCE_HEADER, TARGET_HEADER],
] as const;
const KIND_HEADER = /^(?:kind|type|类型|類型|类别|類別)$/i;

/** Between several English forms of one term. */
const FORM_SEPARATOR = /[|;]/;

/**
 * The terms of a glossary: rows of a Chinese and an English term in either order, separated by tabs, commas or
 * semicolons, and perhaps a third field with the kind (one of ANCHOR_KINDS). A header is passed over, and in files
 * with tabs the lines that begin with `#`. Several English forms stand in one field with `|` or `;` between them.
 *
 * @param bytes the file, UTF-8 with or without byte order mark
 * @param file its name as the user gave it
 * @returns each distinct pair once, in the order of the file
 * @throws DuiqiError `empty`, `binary`, `encoding`, or `format` for a row without Chinese or without English
 */
export function readGlossary(bytes: Uint8Array, file: string): Term[] {
  const text = decodeText(bytes, file);
  const delimiter = delimiterOf(text);
  const rows = Array.from(readRows(text, delimiter, file)).filter((row) => !isComment(row, delimiter));
  const header = rows[0] && isHeader(rows[0]) ? rows.shift() : undefined;
  if (rows.length === 0) {
    const advice = 'Write a Chinese and an English term in each line, with a tab between them.';
    throw new DuiqiError('empty', 'there is no term in this glossary.', { file }, advice);
  }
  const chineseFirst = count(rows, 0, HAN) >= count(rows, 1, HAN);
  const kindIsNamed = KIND_HEADER.test(header?.[2]?.text ?? '');
  return merged(
    rows.flatMap((row) => {
      const [zh, en] = sidesOf(row, chineseFirst, delimiter, file);
      const kind = kindOf(row[2], kindIsNamed, file);
      return formsOf(en).map((form) => ({ zh, en: form, ...(kind && { kind }) }));
    }),
  );
}

/** The delimiter that sets Chinese apart from English on the most lines. */
function delimiterOf(text: string): Delimiter {
  const lines = linesOf(text).map(({ start, end }) => text.slice(start, end));
  const [best] = DELIMITERS.map((delimiter) => {
    const rows = lines.map((line) => line.split(delimiter)).filter((fields) => fields.length > 1);
    const clean = rows.filter(([a = '', b = '']) => isClean(a, b) || isClean(b, a));
    return { delimiter, clean: clean.length, rows: rows.length };
  }).sort((a, b) => b.clean - a.clean || b.rows - a.rows);
  return best!.delimiter;
}

const isClean = (zh: string, en: string) =>
  HAN.test(zh) && !LATIN.test(zh) && LATIN.test(en) && !HAN.test(en);

const isComment = ([first]: Row, delimiter: Delimiter) => delimiter === '\t' && first!.text.startsWith('#');

/** `zh,en` names both languages, `英语,English` only one: that is a term. */
function isHeader(row: Row): boolean {
  const [a = '', b = ''] = row.map((field) => field.text);
  return HEADERS.some(([one, other]) => (one.test(a) && other.test(b)) || (one.test(b) && other.test(a)));
}

const count = (rows: readonly Row[], column: number, script: RegExp) =>
  rows.filter((row) => script.test(row[column]?.text ?? '')).length;

/** A row with Chinese in one field decides for itself which that is. @throws DuiqiError `format` */
function sidesOf(
  row: Row,
  chineseFirst: boolean,
  delimiter: Delimiter,
  file: string,
): [zh: string, en: string] {
  const [first, second] = row;
  const { line, column } = first!;
  const asked = `Write a Chinese and an English term with ${DELIMITER_NAMES[delimiter]} between them.`;
  if (second === undefined) {
    const reason = HAN.test(first!.text) ? 'no English in this row.' : 'no Chinese in this row.';
    throw new DuiqiError('format', reason, { file, line, column }, asked);
  }
  const [inFirst, inSecond] = [HAN.test(first!.text), HAN.test(second.text)];
  if (!inFirst && !inSecond) {
    throw new DuiqiError('format', 'no Chinese in this row.', { file, line, column }, asked);
  }
  const zhFirst = inFirst === inSecond ? chineseFirst : inFirst;
  const [zh, en] = zhFirst ? [first!, second] : [second, first!];
  if (formsOf(en.text).length > 0) return [zh.text, en.text];
  const place = { file, line: en.line, column: en.column };
  throw new DuiqiError('format', 'no English in this row.', place, asked);
}

function formsOf(english: string): string[] {
  return english
    .split(FORM_SEPARATOR)
    .map((form) => form.trim())
    .filter((form) => LATIN_OR_DIGIT.test(form));
}

/** Without a header that names it a third field may as well be a remark. @throws DuiqiError `format` */
function kindOf(field: Field | undefined, named: boolean, file: string): AnchorKind | undefined {
  if (field === undefined || field.text === '') return undefined;
  const typed = field.text.toLowerCase().replace('organization', 'organisation');
  const kind = ANCHOR_KINDS.find((known) => known === typed);
  if (kind !== undefined || !named) return kind;
  const { line, column } = field;
  const advice = `It takes one of ${ANCHOR_KINDS.join(', ')}.`;
  throw new DuiqiError('format', `${field.text}: unknown kind.`, { file, line, column }, advice);
}

function merged(terms: readonly Term[]): Term[] {
  const distinct = new Map<string, Term>();
  for (const term of terms) {
    const key = `${term.zh}\t${term.en}`;
    const known = distinct.get(key);
    if (known?.kind === undefined) distinct.set(key, known ? { ...known, ...term } : term);
  }
  return [...distinct.values()];
}
