/** Learnt lexicons as files: a table to read, with tabs between its fields. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { DuiqiError } from '../errors.ts';
import type { LearntLexicon, LearntPair, LearntWord } from './learnt-lexicon.ts';

/** What the first line begins with; the number rises when files can no longer be read as before. */
const TITLE = '# duiqi lexicon 1';
/** Decimals of expected counts. */
const DECIMALS = 3;

/**
 * The lines of a lexicon, each with its line end. The first names the format and the number of words in the texts of both
 * languages; `zh` and `en` lines have a word, how often it stood there, and what it became in all; `pair` lines a Chinese
 * and an English word, how often each became the other, and the number of beads that showed it.
 */
export function* writeLexicon(lexicon: LearntLexicon): Generator<string> {
  yield `${[TITLE, lexicon.zhTokens, lexicon.enTokens].join('\t')}\n`;
  for (const side of ['zh', 'en'] as const) {
    for (const { word, count, total } of lexicon[side]) yield line(side, word, count, rounded(total));
  }
  for (const { zh, en, zhToEn, enToZh, beads } of lexicon.pairs) {
    yield line('pair', zh, en, rounded(zhToEn), rounded(enToZh), beads);
  }
}

const line = (...fields: readonly (string | number)[]) => `${fields.join('\t')}\n`;

const rounded = (count: number) => String(Number(count.toFixed(DECIMALS)));

/** The bytes of a lexicon file; packed by gzip if its name ends in `.gz`. */
export function lexiconBytes(lexicon: LearntLexicon, file: string): Uint8Array {
  const bytes = Buffer.from([...writeLexicon(lexicon)].join(''));
  return file.endsWith('.gz') ? gzipSync(bytes) : bytes;
}

/**
 * Reads what `writeLexicon` wrote, packed by gzip or not.
 *
 * @param file its name, for errors
 * @throws DuiqiError `format` where it is none, is damaged, or of a later version; `damaged` where it can't be unpacked
 */
export function readLexicon(bytes: Uint8Array, file: string): LearntLexicon {
  const [first = '', ...lines] = unpacked(bytes, file).split('\n');
  const [title, ...tokens] = first.trimEnd().split('\t');
  if (title !== TITLE || tokens.length !== 2 || !tokens.every(isCount)) throw notALexicon(title!, file);
  if (lines.at(-1) !== '') {
    const advice = 'Make it anew with duiqi learn.';
    throw new DuiqiError('format', 'the lexicon breaks off here.', { file, line: lines.length + 1 }, advice);
  }
  const words: Record<'zh' | 'en', LearntWord[]> = { zh: [], en: [] };
  const pairs: LearntPair[] = [];
  lines.slice(0, -1).forEach((text, i) => {
    const [kind, ...fields] = text.replace(/\r$/, '').split('\t');
    if ((kind === 'zh' || kind === 'en') && isWord(fields)) words[kind].push(wordOf(fields));
    else if (kind === 'pair' && isPair(fields)) pairs.push(pairOf(fields));
    else throw strange(file, i + 2);
  });
  const [zhTokens, enTokens] = [Number(tokens[0]), Number(tokens[1])];
  return { zhTokens, enTokens, ...words, pairs };
}

function unpacked(bytes: Uint8Array, file: string): string {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(isPacked ? gunzipSync(bytes) : bytes);
  } catch {
    const reason = isPacked ? 'it can not be unpacked: it is damaged.' : 'this is not UTF-8.';
    throw new DuiqiError('damaged', reason, { file }, 'Make the lexicon anew with duiqi learn.');
  }
}

const isCount = (field: string | undefined) => /^\d{1,15}(?:\.\d{1,6})?$/.test(field ?? '');

const isWord = (fields: readonly string[]) =>
  fields.length === 3 && fields[0] !== '' && fields.slice(1).every(isCount);

const isPair = (fields: readonly string[]) =>
  fields.length === 5 && !fields.slice(0, 2).includes('') && fields.slice(2).every(isCount);

function wordOf([word, count, total]: readonly string[]): LearntWord {
  return { word: word!, count: Number(count), total: Number(total) };
}

function pairOf([zh, en, zhToEn, enToZh, beads]: readonly string[]): LearntPair {
  return { zh: zh!, en: en!, zhToEn: Number(zhToEn), enToZh: Number(enToZh), beads: Number(beads) };
}

function notALexicon(title: string, file: string): DuiqiError {
  const isLater = title.startsWith(TITLE.slice(0, -1));
  const reason = isLater ? 'this lexicon is of another version of duiqi.' : 'this is not a lexicon of duiqi.';
  return new DuiqiError('format', reason, { file, line: 1, column: 1 }, 'Make one with duiqi learn.');
}

function strange(file: string, at: number): DuiqiError {
  const reason = 'this is no line of a lexicon.';
  return new DuiqiError('format', reason, { file, line: at, column: 1 }, 'Make it anew with duiqi learn.');
}
