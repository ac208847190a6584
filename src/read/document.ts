import { DuiqiError } from '../errors.ts';
import type { Language, Part, Sentence } from '../model.ts';
import { trim } from './blank.ts';
import { linesOf } from './lines.ts';
import { localeOf } from './locale.ts';
import { type Block, blocksOf } from './parts.ts';
import { prevailingLanguage, scriptWeight } from './script.ts';
import { segment } from './segment.ts';
import { decodeText } from './text.ts';

/**
 * The parts of one document, in the order they stand in it; ids zh1, zh2 …, en1, en2 … A part's text is the
 * slice of the file's text from its first line with text to its last.
 *
 * @param bytes the file, UTF-8 with or without byte order mark
 * @param file its name as the user gave it
 * @throws DuiqiError `empty`, `binary`, `encoding`, or `language` when no line has a Han or Latin letter
 */
export function readDocument(bytes: Uint8Array, file: string): Part[] {
  const text = decodeText(bytes, file);
  const blocks = blocksOf(text);
  if (blocks.length === 0) throw noLanguage(file);
  const seen: Record<Language, number> = { zh: 0, en: 0 };
  return blocks.map((block) => {
    seen[block.language]++;
    return partOf(text, block, seen[block.language], file);
  });
}

/**
 * A file that has one sentence a line: sentence n is line n + 1, blank lines are sentences without text, and
 * only a final line break makes no sentence. The whole file is one part, all of it paragraph 0.
 *
 * @throws DuiqiError as `readDocument`
 */
export function readSegmented(bytes: Uint8Array, file: string): Part {
  const text = decodeText(bytes, file);
  const language = prevailingLanguage(scriptWeight(text));
  if (language === undefined) throw noLanguage(file);
  return newPart(text, language, 1, file, sentencePerLine(text));
}

function partOf(text: string, block: Block, number: number, file: string): Part {
  const slice = text.slice(block.start, block.end);
  return newPart(slice, block.language, number, file, segment(slice, block.language));
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

function noLanguage(file: string): DuiqiError {
  return new DuiqiError(
    'language',
    'There is no Chinese and no English in this file.',
    { file },
    'duiqi aligns Chinese with English: check that this is the right file.',
  );
}

/** The name without folders, whichever system the path was written on. */
function baseName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
