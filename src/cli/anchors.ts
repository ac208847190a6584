import type { Alignment, AnchorKind } from '../model.ts';
import { command, DONE, NOTHING_DONE, SOME_FAILED } from './command.ts';
import { READING_OPTIONS, readingOf } from './documents.ts';
import { GLOSSARY_OPTION, glossaryFrom } from './guidance.ts';
import { alignStories, listStories, readStories } from './stories.ts';
import { print, tell } from './streams.ts';
import { printable, table } from './terminal.ts';
import { oneOf } from './values.ts';

/** An anchor and how many beads show it. */
interface CountedAnchor {
  readonly kind: AnchorKind;
  readonly zh: string;
  readonly en: string;
  readonly count: number;
}

export const anchorsCommand = command({
  name: 'anchors',
  files: 'A [B]',
  count: [1, 2],
  summary: 'Lists the names, numbers and dates that two versions share',
  details:
    'Every distinct pair of a Chinese and an English mention that mean the same, the\n' +
    'most frequent first, with the number of beads that show it; 0 for names that both\n' +
    'versions hold, but not in sentences that belong together. Files as for duiqi align.',
  options: {
    format: { type: 'string', defaultDescription: 'table', describe: 'table or jsonl' },
    ...GLOSSARY_OPTION,
    ...READING_OPTIONS,
  },
  examples: [
    ['duiqi anchors zh.txt en.txt', 'a table'],
    ['duiqi anchors page.txt --format jsonl', 'for programs'],
  ],
  async run(inputs, values, streams) {
    const format = oneOf('--format', values.format ?? 'table', ['table', 'jsonl']);
    const reading = await readingOf(values);
    const glossary = await glossaryFrom(values.glossary);
    const { stories, failures, notices } = await readStories((await listStories(inputs)).groups, reading);
    for (const line of [...failures, ...notices]) await tell(streams.stderr, `duiqi: ${line}`);
    if (stories.length === 0) return NOTHING_DONE;
    const anchors = countAnchors(await alignStories(stories, { glossary }, streams));
    await print(streams.stdout, format === 'jsonl' ? asJsonl(anchors) : asTable(anchors));
    return failures.length > 0 ? SOME_FAILED : DONE;
  },
});

/**
 * The distinct anchors, the most frequent first, those of one count as they appear; at last the names that both parts
 * hold, but no bead.
 */
function countAnchors(alignments: readonly Alignment[]): CountedAnchor[] {
  const counted = new Map<string, CountedAnchor>();
  for (const { beads } of alignments) {
    for (const { kind, zh, en } of beads.flatMap((bead) => bead.anchors)) {
      const key = JSON.stringify([kind, zh, en]);
      counted.set(key, { kind, zh, en, count: (counted.get(key)?.count ?? 0) + 1 });
    }
  }
  const shown = new Set([...counted.values()].map(({ zh }) => zh));
  for (const { kind, zh, en } of alignments.flatMap(({ names }) => names)) {
    const key = JSON.stringify([kind, zh, en]);
    if (!shown.has(zh) && !counted.has(key)) counted.set(key, { kind, zh, en, count: 0 });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count);
}

const asJsonl = (anchors: readonly CountedAnchor[]) =>
  anchors.map((anchor) => `${JSON.stringify(anchor)}\n`).join('');

function asTable(anchors: readonly CountedAnchor[]): string {
  const rows = anchors.map(({ kind, zh, en, count }) => [kind, zh, en, String(count)].map(printable));
  return table([['kind', 'zh', 'en', 'count'], ...rows], [3]);
}
