import type { Part } from '../model.ts';
import { command, DONE, NOTHING_DONE, SOME_FAILED } from './command.ts';
import { describe } from './describe.ts';
import { namedFile, READING_OPTIONS, readingOf, readParts } from './documents.ts';
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
    'FILE#zh1 takes only the first Chinese part of a file.',
  options: {
    format: {
      type: 'string',
      defaultDescription: 'text',
      describe: 'text, or jsonl with id, start, end, text and part',
    },
    ...READING_OPTIONS,
  },
  examples: [
    ['duiqi segment story.txt', 'one sentence a line'],
    ['duiqi segment a.txt#en1 --format jsonl', 'with the places in the text'],
  ],
  async run(files, values, streams) {
    const format = oneOf('--format', values.format ?? 'text', ['text', 'jsonl']);
    const reading = readingOf(values);
    let failed = 0;
    for (const file of files) {
      const parts = await readParts(await namedFile(file), reading).catch((error: unknown) =>
        describe(error),
      );
      if (typeof parts === 'string') {
        failed++;
        await tell(streams.stderr, `duiqi: ${parts}`);
      } else {
        for (const part of parts) await printPart(part, format, streams);
      }
    }
    if (failed === files.length) return NOTHING_DONE;
    return failed > 0 ? SOME_FAILED : DONE;
  },
});

async function printPart(part: Part, format: SegmentFormat, { stdout, stderr }: Streams): Promise<void> {
  const count = part.sentences.length;
  await tell(stderr, printable(`${part.file}#${part.id}: ${count} sentences, ${part.locale}`));
  const text = format === 'jsonl' ? asJsonl(part) : await asLines(part);
  await print(stdout, stdout.isTTY ? printableLines(text) : text);
}

function asJsonl(part: Part): string {
  const lines = part.sentences.map(({ text, start, end }, id) =>
    JSON.stringify({ id, start, end, text, part: `${part.file}#${part.id}` }),
  );
  return lines.map((line) => `${line}\n`).join('');
}

async function asLines({ sentences, language }: Part): Promise<string> {
  const { onOneLine } = await import('../units/unit.ts');
  return sentences.map(({ text }) => `${onOneLine(text, language)}\n`).join('');
}
