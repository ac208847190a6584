/** Which runs of a text are which language version of the story. */
import type { Language } from '../model.ts';
import { isBlank } from './blank.ts';
import { linesOf, type Span } from './lines.ts';
import { prevailingLanguage, scriptWeight } from './script.ts';
import { isAligned, type Tongue, tell } from './tongue.ts';

/**
 * An island is foreign text between two blocks of another language that is no version of its own: a photo
 * credit, a name, a title. Such things take a line or two; a version of the story takes more than that, and is
 * seldom five times shorter than its neighbours.
 */
const LARGEST_ISLAND = 200;
const ISLAND_SHARE = 1 / 5;
/** Of a language that says no more than this share of the whole, every short run is an island, even next to a heading. */
const MINOR_SHARE = 1 / 20;

/**
 * A page that changes language this often, with no more than a paragraph or two between most changes (in Latin letters),
 * does not hold that many versions: it holds two, turn by turn.
 */
const FEWEST_TURNS = 4;
const LARGEST_TURN = 1500;

/** One language version: the runs of lines that it is made of, each from its first to its last line with text. */
export interface Version {
  readonly language: Language;
  readonly runs: readonly Span[];
}

export interface Division {
  /** In the order in which they begin. Empty when there is no Chinese and no English. */
  readonly versions: readonly Version[];
  /** How many lines are in which other language. */
  readonly setAside: ReadonlyMap<Tongue, number>;
}

interface Block extends Span {
  readonly tongue: Tongue;
  /** In Latin letters. */
  readonly weight: number;
  readonly lines: number;
}

/** Divides a text into its language versions. */
export function divide(text: string): Division {
  const blocks = withoutIslands(withoutMinorTongues(joinNeighbours(toldLines(text))));
  const setAside = new Map<Tongue, number>();
  const own: (Block & { readonly tongue: Language })[] = [];
  for (const { tongue, ...block } of blocks) {
    if (isAligned(tongue)) own.push({ ...block, tongue });
    else setAside.set(tongue, (setAside.get(tongue) ?? 0) + block.lines);
  }
  return { versions: versionsOf(own), setAside };
}

function toldLines(text: string): Block[] {
  const lines = linesOf(text)
    .map((span) => ({ ...span, line: text.slice(span.start, span.end) }))
    .filter(({ line }) => !isBlank(line))
    .map(({ start, end, line }) => ({ start, end, ...tell(line) }));
  const first = lines.find(({ tongue }) => tongue !== undefined)?.tongue;
  let last = first ?? prevailingLanguage(scriptWeight(text));
  if (last === undefined) return [];
  return lines.map(({ start, end, tongue, weight }) => {
    last = tongue ?? last!;
    return { start, end, tongue: last, weight, lines: 1 };
  });
}

function joinNeighbours(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.tongue !== block.tongue) joined.push(block);
    else {
      const { weight, lines } = last;
      joined[joined.length - 1] = {
        ...last,
        end: block.end,
        weight: weight + block.weight,
        lines: lines + block.lines,
      };
    }
  }
  return joined;
}

function withoutMinorTongues(blocks: readonly Block[]): Block[] {
  const weights = new Map<Tongue, number>();
  for (const { tongue, weight } of blocks) weights.set(tongue, (weights.get(tongue) ?? 0) + weight);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const isMinor = ({ tongue, weight }: Block) =>
    weight <= LARGEST_ISLAND && weights.get(tongue)! <= MINOR_SHARE * total;
  const kept = blocks.filter((block) => !isMinor(block));
  if (kept.length === 0) return [...blocks];
  let last = kept[0]!.tongue;
  return joinNeighbours(
    blocks.map((block) => {
      if (!isMinor(block)) last = block.tongue;
      return { ...block, tongue: last };
    }),
  );
}

/** Lets islands take the language of what surrounds them; then larger ones may be islands in what has grown. */
function withoutIslands(blocks: readonly Block[]): Block[] {
  const drained = joinNeighbours(
    blocks.map((block, i) =>
      isIsland(block, blocks[i - 1], blocks[i + 1]) ? { ...block, tongue: blocks[i - 1]!.tongue } : block,
    ),
  );
  return drained.length === blocks.length ? drained : withoutIslands(drained);
}

function isIsland({ weight }: Block, before?: Block, after?: Block): boolean {
  if (before === undefined || after === undefined || weight > LARGEST_ISLAND) return false;
  return before.tongue === after.tongue && weight <= ISLAND_SHARE * Math.min(before.weight, after.weight);
}

function versionsOf(blocks: readonly (Block & { readonly tongue: Language })[]): Version[] {
  const versions: { language: Language; runs: Span[]; weight: number }[] = [];
  for (const { start, end, tongue: language, weight } of blocks) {
    const last = versions.at(-1);
    if (last?.language === language) {
      last.runs.push({ start, end });
      last.weight += weight;
    } else versions.push({ language, runs: [{ start, end }], weight });
  }
  if (!takesTurns(versions.map(({ weight }) => weight))) return versions;
  const languages = [...new Set(versions.map(({ language }) => language))];
  return languages.map((language) => ({
    language,
    runs: versions.filter((version) => version.language === language).flatMap(({ runs }) => runs),
  }));
}

function takesTurns(weights: readonly number[]): boolean {
  if (weights.length < FEWEST_TURNS) return false;
  const median = [...weights].sort((a, b) => a - b)[weights.length >> 1]!;
  return median <= LARGEST_TURN;
}
