import { command, DONE } from './command.ts';
import { CONVERSION_OPTIONS } from './memory-options.ts';

export const convertCommand = command({
  name: 'convert',
  files: 'IN',
  count: [1, 1],
  summary: 'Writes a memory in another format',
  details:
    'IN is a memory in any format that duiqi writes, but .align; the ending of its name\n' +
    'says which, and .gz behind it is fine. What was changed by hand in a review sheet\n' +
    '(.xlsx, .review.tsv) is marked; for other formats give the memory as it was with\n' +
    '--original. From .jsonl, memories get what scores 0.5 or more; from all others, all.',
  options: {
    ...CONVERSION_OPTIONS,
    original: { type: 'string', describe: 'The memory before it was edited: what differs is marked' },
  },
  examples: [
    ['duiqi convert book.jsonl -o book.xlsx', 'a sheet for review'],
    ['duiqi convert book.xlsx -o book.tmx', 'and back, as a memory'],
    ['duiqi convert big.tmx.gz -o corpus.zh.gz', 'corpus.zh.gz, corpus.en.gz, corpus.scores.gz'],
    ['duiqi convert tw.tmx -o hans.tmx --to-script hans', 'Traditional to Simplified'],
  ],
  async run([input], values, streams) {
    const { openMemory } = await import('./memories.ts');
    const { memoryReadingOf, writeConverted } = await import('./conversion.ts');
    const reading = memoryReadingOf(values, streams);
    const memory = await openMemory(input!, reading);
    if (values.original === undefined) {
      await writeConverted(memory.units(), [memory], values, streams);
      return DONE;
    }
    const original = await openMemory(values.original, reading);
    const { markedEdits } = await import('../units/original.ts');
    await writeConverted(markedEdits(memory.units(), original.units()), [memory, original], values, streams);
    return DONE;
  },
});
