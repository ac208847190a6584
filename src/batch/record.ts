/** A pair of texts as `duiqi pipe` takes it, and its alignment as it gives it: JSON both. */
import type { AlignOptions } from '../align.ts';
import { DuiqiError } from '../errors.ts';
import type { Language, Part, Sentence } from '../model.ts';

/** A text, or the sentences that it was cut into. */
export type PipeText = string | readonly string[];

export interface PipeRecord {
  /** The id as it stood in the line: any JSON. */
  readonly id: string;
  /** The number of the line, from 1. */
  readonly line: number;
  readonly zh: PipeText;
  readonly en: PipeText;
}

/** What a line without a good record is answered with. */
export function errorLine(id: string, line: number, reason: string): string {
  return `{"id":${id},"error":${JSON.stringify(`line ${line}: ${reason}`)}}\n`;
}

/** `{"id":…,"beads":[…]}`, beads with the fields of JSONL, but for the names of files, and a line end. */
export async function alignRecord(record: PipeRecord, options: AlignOptions): Promise<string> {
  const { align } = await import('../align.ts');
  const { writeJsonl } = await import('../units/formats/jsonl.ts');
  const { unitsOf } = await import('../units/unit.ts');
  await checkLanguages(record);
  const [zh, en] = [await partOf(record, 'zh'), await partOf(record, 'en')];
  const alignment = await align(zh, en, options);
  const units = unitsOf(alignment).map(({ zhDoc: _zh, enDoc: _en, ...unit }) => unit);
  const beads = Array.from(writeJsonl(units), (line) => line.trimEnd()).join(',');
  return `{"id":${record.id},"beads":[${beads}]}\n`;
}

/** @throws DuiqiError `language` when the two texts have changed places */
async function checkLanguages({ zh, en }: PipeRecord): Promise<void> {
  const { prevailingLanguage, scriptWeight } = await import('../read/script.ts');
  const languageOf = (text: PipeText) => prevailingLanguage(scriptWeight([text].flat().join('\n')));
  if (languageOf(zh) !== 'en' || languageOf(en) !== 'zh') return;
  throw new DuiqiError(
    'language',
    '"zh" holds the English text, and "en" the Chinese one.',
    {},
    'Swap them.',
  );
}

/** @throws DuiqiError `empty` when there is nothing but white space */
async function partOf(record: PipeRecord, language: Language): Promise<Part> {
  const { localeOf } = await import('../read/locale.ts');
  const given = record[language];
  const text = typeof given === 'string' ? given : given.join('\n');
  if (text.trim() === '') throw new DuiqiError('empty', `there is no text in "${language}".`);
  const sentences = typeof given === 'string' ? await cut(given, language) : asGiven(given);
  return { id: `${language}1`, language, locale: localeOf(text, language), file: '', text, sentences };
}

async function cut(text: string, language: Language): Promise<Sentence[]> {
  const { segment } = await import('../read/segment.ts');
  const { isNoise } = await import('../read/noise.ts');
  return segment(text, language).map((sentence) =>
    isNoise(sentence.text) ? { ...sentence, isNoise: true } : sentence,
  );
}

/** One sentence each, without the white space around it; their places are those in the joined text. */
function asGiven(given: readonly string[]): Sentence[] {
  let at = 0;
  return given.map((whole) => {
    const start = at + whole.length - whole.trimStart().length;
    const text = whole.trim();
    at += whole.length + 1;
    return { text, start: text ? start : at - 1, end: (text ? start : at - 1) + text.length, paragraph: 0 };
  });
}
