import type { MergeReport } from '../units/merge.ts';
import { command, DONE } from './command.ts';
import { CONVERSION_OPTIONS } from './memory-options.ts';
import { tell } from './streams.ts';

export const mergeCommand = command({
  name: 'merge',
  files: 'IN...',
  count: [1, Number.POSITIVE_INFINITY],
  summary: 'Makes one memory of several, each pair once',
  details:
    'Of units with the same two texts the one with the better provenance stays: one that\n' +
    'was changed by hand, else one without a score, which a person wrote, else the one\n' +
    'that scores highest. Other units keep their order. Every memory is read twice.',
  options: CONVERSION_OPTIONS,
  examples: [
    ['duiqi merge 2024.tmx 2025.tmx -o all.tmx', 'two memories in one'],
    ['duiqi merge a.jsonl b.tmx c.xlsx -o all.tmx', 'whatever their formats'],
  ],
  async run(inputs, values, streams) {
    const { openMemory } = await import('./memories.ts');
    const { memoryReadingOf, writeConverted } = await import('./conversion.ts');
    const { mergeUnits } = await import('../units/merge.ts');
    const reading = memoryReadingOf(values, streams);
    const memories = [];
    for (const input of inputs) memories.push(await openMemory(input, reading));
    let report: MergeReport | undefined;
    const units = mergeUnits(
      memories.map((memory) => memory.units),
      (merged) => {
        report = merged;
      },
    );
    await writeConverted(units, memories, values, streams);
    await tell(streams.stderr, `${report!.read} units read; ${report!.repeated} pairs were there already.`);
    return DONE;
  },
});
