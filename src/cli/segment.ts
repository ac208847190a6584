import { namedFile, noticesOf, openDocument } from '../batch/documents.ts';
import { type Part, ROLES, type Sentence } from '../model.ts';
import type { Document } from '../read/document.ts';
import { command, DONE, NOTHING_DONE, SOME_FAILED } from './command.ts';
import { describe } from './describe.ts';
import { READING_OPTIONS, readingOf } from './documents.ts';
import { print, type Streams, tell } from './streams.ts';
import { printable, printableLines } from './terminal.ts';
import { oneOf } from './values.ts';

type SegmentFormat = 'text' | 'jsonl';

export const segmentCommand = command({
  name: 'segment',
  files: 'FILE...',
  count: [1, Number.POSITIVE_INFINITY],
  summary: 'Cuts documents into sentences',
  details:
    'One sentence a line. Standard error says which part of which file they are of;\n' +
    'FILE#zh1 takes only the first Chinese part of a file. Text, Markdown, HTML, DOCX,\n' +
    'EPUB, PDF and subtitles are told apart by their content, charsets likewise.',
  options: {
    format: {
      type: 'string',
      defaultDescription: 'text',
      describe: 'text, or jsonl with id, start, end, text, part, role and noise',
    },
    ...READING_OPTIONS,
    verbose: {
      type: 'boolean',
      describe: 'Say on standard error what each file was taken for, and why',
    },
  },
  examples: [
    ['duiqi segment story.txt', 'one sentence a line'],
    ['duiqi segment a.txt#en1 --format jsonl', 'with the places in the text'],
  ],
  async run(files, values, streams) {
    const format = oneOf('--format', values.format ?? 'text', ['text', 'jsonl']);
    const reading = await readingOf(values);
    let failed = 0;
    for (const file of files) {
      const named = await namedFile(file);
      const document = await openDocument(named, reading).catch((error: unknown) => describe(error));
      if (typeof document === 'string') {
        failed++;
        await tell(streams.stderr, `duiqi: ${document}`);
        continue;
      }
      if (values.verbose) await tell(streams.stderr, printable(howRead(named.path, document)));
      for (const notice of noticesOf(named.path, document))
        await tell(streams.stderr, `duiqi: ${printable(notice)}`);
      for (const part of document.parts) await printPart(part, format, values.verbose ?? false, streams);
    }
    if (failed === files.length) return NOTHING_DONE;
    return failed > 0 ? SOME_FAILED : DONE;
  },
});

/** `page.html: read as html in big5. It is declared so at its beginning.` */
function howRead(path: string, { format, decoded }: Document): string {
  return `${path}: read as ${format}${decoded ? ` in ${decoded.charset}. ${decoded.reason}` : '.'}`;
}

async function printPart(
  part: Part,
  format: SegmentFormat,
  isVerbose: boolean,
  { stdout, stderr }: Streams,
): Promise<void> {
  const count = part.sentences.length;
  const kinds = isVerbose ? kindsOf(part.sentences) : '';
  await tell(stderr, printable(`${part.file}#${part.id}: ${count} sentences, ${part.locale}${kinds}`));
  const text = format === 'jsonl' ? asJsonl(part) : await asLines(part);
  await print(stdout, stdout.isTTY ? printableLines(text) : text);
}

/** `; 3 heading, 20 paragraph, 1 noise` */
function kindsOf(sentences: readonly Sentence[]): string {
  const counts = [
    ...ROLES.map((role) => [role, sentences.filter((sentence) => sentence.role === role).length] as const),
    ['noise', sentences.filter(({ isNoise }) => isNoise).length] as const,
  ].filter(([, count]) => count > 0);
  return counts.length === 0 ? '' : `; ${counts.map(([name, count]) => `${count} ${name}`).join(', ')}`;
}

function asJsonl(part: Part): string {
  const lines = part.sentences.map(({ text, start, end, role, isNoise }, id) =>
    JSON.stringify({ id, start, end, text, part: `${part.file}#${part.id}`, role, noise: isNoise }),
  );
  return lines.map((line) => `${line}\n`).join('');
}

async function asLines({ sentences, language }: Part): Promise<string> {
  const { onOneLine } = await import('../units/unit.ts');
  return sentences.map(({ text }) => `${onOneLine(text, language)}\n`).join('');
}
