import { DuiqiError } from '../errors.ts';
import type { Language, Part, Sentence } from '../model.ts';
import { trim } from './blank.ts';
import { type Charsets, type Decoded, decodeAs } from './decoding.ts';
import { type Flow, type PlacedPiece, pieceAt } from './flow.ts';
import { type FormatName, openFlow } from './format.ts';
import { linesOf, type Span } from './lines.ts';
import { localeOf } from './locale.ts';
import { isNoise } from './noise.ts';
import { divide, type Version } from './parts.ts';
import { prevailingLanguage, scriptWeight } from './script.ts';
import { segment } from './segment.ts';
import type { Tongue } from './tongue.ts';

export interface ReadOptions {
  /** What the user says of the charset of Chinese and of English files, instead of looking. */
  readonly charsets?: Charsets;
}

export interface Document {
  readonly format: FormatName;
  /** How its bytes were read, for formats that are text: the charset, and why it was taken. */
  readonly decoded?: Pick<Decoded, 'charset' | 'reason'>;
  /** In the order they stand in it; at least one. */
  readonly parts: readonly Part[];
  /** What is not in the parts, or was taken with a doubt: whole sentences without the name of the file. */
  readonly notices: readonly string[];
}

/** Between the runs of a part that has gaps, where other languages stood. */
const GAP = '\n\n';

/**
 * Reads one document of any format. Its parts have the ids zh1, zh2 …, en1, en2 …; their text is that of the file, freed
 * of the marks of its format, from the first line of the language to the last.
 *
 * @param bytes the file
 * @param file its name as the user gave it; its ending counts only where the content does not tell the format
 * @throws DuiqiError `empty`, `binary`, `encoding`, `encrypted`, `damaged`, `too-large`, `format`, or `language` when it
 * holds no Chinese and no English
 */
export async function readDocument(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions = {},
): Promise<Document> {
  const { format, decoded, flow, notices } = await openFlow(bytes, file, options.charsets);
  const { versions, setAside } = divide(flow.text);
  if (versions.length === 0) throw noLanguage(file, setAside);
  const seen: Record<Language, number> = { zh: 0, en: 0 };
  const parts = versions.map((version) => partOf(flow, version, ++seen[version.language], file));
  return { format, ...(decoded && { decoded }), parts, notices: [...notices, ...setAsideNotice(setAside)] };
}

/**
 * A file that has one sentence a line: sentence n is line n + 1, blank lines are sentences without text, and
 * only a final line break makes no sentence. The whole file is one part, all of it paragraph 0.
 *
 * @throws DuiqiError `empty`, `binary`, `encoding`, `too-large` or `language`
 */
export function readSegmented(bytes: Uint8Array, file: string, options: ReadOptions = {}): Part {
  const { text } = decodeAs(bytes, file, options.charsets);
  const language = prevailingLanguage(scriptWeight(text));
  if (language === undefined) throw noLanguage(file, new Map());
  return newPart(text, language, 1, file, sentencePerLine(text));
}

function partOf(flow: Flow, { language, runs }: Version, number: number, file: string): Part {
  const text = runs.map(({ start, end }) => flow.text.slice(start, end)).join(GAP);
  const pieceOf = pieceFinder(flow, runs);
  const sentences = segment(text, language).map((sentence) => {
    const { role, isNoise: isAside } = pieceOf(sentence.start);
    const noise = isAside || isNoise(sentence.text);
    return { ...sentence, ...(role && { role }), ...(noise && { isNoise: true }) };
  });
  return newPart(text, language, number, file, sentences);
}

/** For rising places of a part's text: the piece of the document that they lie in. */
function pieceFinder(flow: Flow, runs: readonly Span[]): (place: number) => PlacedPiece {
  let run = 0;
  let begins = 0;
  return (place) => {
    for (;;) {
      const { start, end } = runs[run]!;
      const next = begins + end - start + GAP.length;
      if (place < next || run === runs.length - 1) return pieceAt(flow, start + place - begins);
      begins = next;
      run++;
    }
  };
}

function newPart(
  text: string,
  language: Language,
  number: number,
  file: string,
  sentences: readonly Sentence[],
): Part {
  const id = `${language}${number}`;
  return { id, language, locale: localeOf(text, language), file: baseName(file), text, sentences };
}

function sentencePerLine(text: string): Sentence[] {
  const lines = linesOf(text);
  if (lines.length > 1 && lines.at(-1)!.start === text.length) lines.pop();
  return lines.map((line) => {
    const { start, end } = trim(text, line.start, line.end);
    return { text: text.slice(start, end), start, end, paragraph: 0 };
  });
}

function setAsideNotice(setAside: ReadonlyMap<Tongue, number>): string[] {
  if (setAside.size === 0) return [];
  const counts = [...setAside].map(
    ([tongue, lines]) => `${lines} ${lines === 1 ? 'line' : 'lines'} in ${tongue}`,
  );
  return [`Set aside, for it is neither Chinese nor English: ${counts.join(', ')}.`];
}

function noLanguage(file: string, setAside: ReadonlyMap<Tongue, number>): DuiqiError {
  const others = [...setAside.keys()];
  const reason =
    others.length === 0
      ? 'There is no Chinese and no English in this file.'
      : `There is no Chinese and no English in this file, only ${others.join(', ')}.`;
  const advice = 'duiqi aligns Chinese with English: check that this is the right file.';
  return new DuiqiError('language', reason, { file }, advice);
}

/** The name without folders, whichever system the path was written on. */
function baseName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
