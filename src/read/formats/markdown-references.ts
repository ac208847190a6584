import type { Chunk } from './markdown-chunks.ts';

const LABEL = /\[([^\][]{1,999})\]/g;
const DEFINITION = /^[\s>]*\[(?!\^)([^\][]{1,999})\]:/;
const NOTE = '^';

/**
 * The chunks of a document, each with definitions of the links and notes that it refers to: without them `[name][1]`
 * and `[^1]` would be text. The definitions say nothing.
 */
export function withDefinitions(chunks: readonly Chunk[], lines: readonly string[]): Chunk[] {
  const defined = new Set(lines.flatMap((line) => DEFINITION.exec(line)?.[1] ?? []).map(normalLabel));
  return chunks.map(({ text, isPlain }) =>
    isPlain ? { text, isPlain } : { text: text + definitionsFor(text, defined), isPlain },
  );
}

/** A note need not be defined: it may stand in another file. */
function definitionsFor(text: string, defined: ReadonlySet<string>): string {
  const labels = new Set(Array.from(text.matchAll(LABEL), ([, label]) => normalLabel(label!)));
  return Array.from(labels)
    .filter((label) => label.startsWith(NOTE) || defined.has(label))
    .map((label) => `\n\n[${label}]:${label.startsWith(NOTE) ? '' : ' #'}`)
    .join('');
}

function normalLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}
