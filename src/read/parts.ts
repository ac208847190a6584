import type { Language } from '../model.ts';
import { isBlank } from './blank.ts';
import { linesOf, type Span } from './lines.ts';
import { prevailingLanguage, type ScriptWeight, scriptWeight } from './script.ts';

/** A line that says less, in Latin letters, does not tell its language: `OK`, `p.m.`, a lone character. */
const TELLING_WEIGHT = 4;
/**
 * Chinese names people and products in Latin letters, English hardly ever in Han characters: a line with both is
 * English only when it says this many times more in Latin, and says it with English words, not names alone.
 */
const LATIN_PREVAILS = 2;
const ENGLISH_WORD = /\b(?:the|a|an|of|and|or|to|in|on|at|is|are|was|were|for|by|with|from|that|it)\b/i;

/**
 * An island is foreign text between two blocks of the other language that is no version of its own: a photo
 * credit, a name, a title. Such things take a line or two; a version of the story takes more than that, and is
 * seldom five times shorter than its neighbours.
 */
const LARGEST_ISLAND = 200;
const ISLAND_SHARE = 1 / 5;

/** A run of lines in one language; start and end are those of its first and last line with text. */
export interface Block extends Span {
  readonly language: Language;
}

interface WeighedBlock extends Block {
  /** How much it says, in Latin letters. */
  readonly weight: number;
}

/** Which block of a text is in which language, in order. Empty when the text has no Han and no Latin letter. */
export function blocksOf(text: string): Block[] {
  const lines = linesOf(text)
    .map(({ start, end }) => ({ start, end, line: text.slice(start, end) }))
    .filter(({ line }) => !isBlank(line))
    .map((line) => ({ ...line, script: scriptWeight(line.line) }));
  const languages = fillGaps(lines.map(({ line, script }) => tellingLanguage(line, script)));
  const first = languages[0] ?? prevailingLanguage(scriptWeight(text));
  if (first === undefined) return [];
  const blocks = lines.map(({ start, end, script }, i) => ({
    start,
    end,
    language: languages[i] ?? first,
    weight: script.han + script.latin,
  }));
  return withoutIslands(joinNeighbours(blocks));
}

function tellingLanguage(line: string, { han, latin }: ScriptWeight): Language | undefined {
  if (han + latin < TELLING_WEIGHT) return undefined;
  if (han > latin) return 'zh';
  if (han === 0) return 'en';
  return latin >= LATIN_PREVAILS * han && ENGLISH_WORD.test(line) ? 'en' : undefined;
}

/** Lines that do not tell their language have that of the line before, the first ones that of the next. */
function fillGaps(languages: readonly (Language | undefined)[]): (Language | undefined)[] {
  let last = languages.find((language) => language !== undefined);
  return languages.map((language) => {
    last = language ?? last;
    return last;
  });
}

function joinNeighbours(blocks: readonly WeighedBlock[]): WeighedBlock[] {
  const joined: WeighedBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.language !== block.language) joined.push(block);
    else joined[joined.length - 1] = { ...last, end: block.end, weight: last.weight + block.weight };
  }
  return joined;
}

/** Lets islands take the language of what surrounds them; then larger ones may be islands in what has grown. */
function withoutIslands(blocks: readonly WeighedBlock[]): WeighedBlock[] {
  const drained = joinNeighbours(
    blocks.map((block, i) =>
      isIsland(block, blocks[i - 1], blocks[i + 1]) ? { ...block, language: blocks[i - 1]!.language } : block,
    ),
  );
  return drained.length === blocks.length ? drained : withoutIslands(drained);
}

function isIsland({ weight }: WeighedBlock, before?: WeighedBlock, after?: WeighedBlock): boolean {
  if (before === undefined || after === undefined || weight > LARGEST_ISLAND) return false;
  return weight <= ISLAND_SHARE * Math.min(before.weight, after.weight);
}
