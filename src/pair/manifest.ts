/** Manifests: which document is a version of which, one pair a row. Reader and writer. */
import { DuiqiError } from '../errors.ts';
import { type Field, type Row, readRows } from '../read/delimited.ts';
import { decodeText } from '../read/text.ts';

/** A Chinese and an English document that belong together, or one of them that has no partner. */
export interface ManifestRow {
  /** Unique in its manifest, and good for a file name. */
  readonly id: string;
  /** A path, with `#zh1` behind it where a file holds several parts; empty without a partner. */
  readonly zh: string;
  readonly en: string;
  /** 0 to 1; undefined without a partner. */
  readonly score?: number;
  /** `translation`, `comparable`, or `none` without a partner; empty where a row without a partner does not say so. */
  readonly kind: string;
  /** The names, numbers and dates that they share, for people to read. */
  readonly anchors?: string;
  /** The line it stands in, once read. */
  readonly line?: number;
}

const COLUMNS = ['id', 'zh', 'en', 'score', 'kind'] as const;
const ANCHORS = 'anchors';

/** A header and one line a row, each with its line end; with a sixth column if any row has anchors. */
export function* writeManifest(rows: readonly ManifestRow[]): Generator<string> {
  const withAnchors = rows.some(({ anchors }) => anchors !== undefined);
  yield `${[...COLUMNS, ...(withAnchors ? [ANCHORS] : [])].join('\t')}\n`;
  for (const { id, zh, en, score, kind, anchors = '' } of rows) {
    const fields = [id, zh, en, score === undefined ? '' : score.toFixed(4), kind];
    yield `${[...fields, ...(withAnchors ? [anchors] : [])].map(quoted).join('\t')}\n`;
  }
}

/** A field as RFC 4180 wants it: file names may hold anything. */
function quoted(field: string): string {
  return /["\t\r\n]/.test(field) || field !== field.trim() ? `"${field.replaceAll('"', '""')}"` : field;
}

/**
 * The rows of a manifest. Columns may stand in any order, `zh` and `en` must be there; a row without an `id` gets the
 * number of its line, one with both documents and without a `kind` is a translation.
 *
 * @param file its name as the user gave it
 * @throws DuiqiError `empty`, `binary`, `encoding`, or `format` for a header without `zh` and `en`, a row without any
 * document, or an id that is there twice
 */
export function readManifest(bytes: Uint8Array, file: string): ManifestRow[] {
  const [header, ...rows] = readRows(decodeText(bytes, file), '\t', file);
  const names = header?.map(({ text }) => text.toLowerCase()) ?? [];
  if (!names.includes('zh') || !names.includes('en')) {
    const advice = `The first line must name the columns: ${COLUMNS.join(', ')}, with tabs between them.`;
    throw new DuiqiError('format', 'this is not a manifest of pairs.', { file, line: 1, column: 1 }, advice);
  }
  const read = rows.map((row) => rowOf(row, names, file));
  checkIds(read, file);
  if (read.length > 0) return read;
  throw new DuiqiError('empty', 'there is no pair in this manifest.', { file }, 'Write one a line.');
}

function rowOf(row: Row, names: readonly string[], file: string): ManifestRow {
  const field = (name: string): Field | undefined => row[names.indexOf(name)];
  const text = (name: string) => field(name)?.text ?? '';
  const { line } = row[0]!;
  const [zh, en] = [text('zh'), text('en')];
  if (zh === '' && en === '') {
    const advice = 'Give a Chinese and an English file, or delete the line.';
    throw new DuiqiError('format', 'this row names no document.', { file, line, column: 1 }, advice);
  }
  const score = text('score') === '' ? undefined : Number(text('score'));
  if (score !== undefined && !(score >= 0 && score <= 1)) {
    const place = { file, line, column: field('score')!.column };
    throw new DuiqiError('format', 'this score is not a number from 0 to 1.', place, 'Leave it empty.');
  }
  const kind = text('kind') || (zh && en ? 'translation' : '');
  return { id: text('id') || String(line), zh, en, kind, line, ...(score !== undefined && { score }) };
}

function checkIds(rows: readonly ManifestRow[], file: string): void {
  const seen = new Set<string>();
  for (const { id, line } of rows) {
    if (seen.has(id)) {
      const reason = `the id ${id} is there twice.`;
      throw new DuiqiError('format', reason, { file, line, column: 1 }, 'Give each row an id of its own.');
    }
    seen.add(id);
  }
}
