import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Evidence, readEvidence } from '../../src/evidence/evidence.ts';
import type { Bead, Part, Run } from '../../src/model.ts';
import { readSegmented } from '../../src/read/document.ts';
import { type IdBead, readAlign } from '../../src/units/formats/align.ts';

/** A document with its gold beads; `number` is that of its pair in the evidence of its set. */
export interface GoldDocument {
  readonly name: string;
  readonly number: number;
  readonly beads: readonly Bead[];
}

/** Documents that are aligned together. */
export interface GoldSet {
  readonly name: string;
  readonly evidence: Evidence;
  readonly documents: readonly GoldDocument[];
  /** Where gold is known only by the verse: the verse of each sentence. */
  readonly verses?: { readonly zh: readonly string[]; readonly en: readonly string[] };
}

export interface GoldFiles {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly gold: string;
}

/** Whether a folder holds gold of one of the three kinds that `readGold` reads. */
export function holdsGold(folder: string): boolean {
  return existsSync(join(folder, 'gold')) || existsSync(join(folder, 'gold.align'));
}

/**
 * Reads a folder of gold: `zh/ID.txt`, `en/ID.txt` and `gold/ID.align`; or a story of `corpus/`, both of whose
 * Chinese versions are read, beside the one English version; or one document by verse, `zh.txt`, `en.txt`,
 * `zh.verse`, `en.verse` and `gold.align`. Throws when a gold bead is no run of neighbours.
 */
export function readGold(folder: string): GoldSet {
  const files = goldFiles(folder);
  const parts = new Map(
    [...new Set(files.flatMap(({ zh, en }) => [zh, en]))].map((path) => [path, read(path)]),
  );
  const pairs = files.map(({ zh, en }) => ({ zh: parts.get(zh)!, en: parts.get(en)! }));
  return {
    name: basename(folder),
    evidence: readEvidence(pairs),
    documents: files.map(({ name, gold }, number) => ({ name, number, beads: readBeads(gold) })),
    ...(existsSync(join(folder, 'zh.verse')) && {
      verses: { zh: linesOf(join(folder, 'zh.verse')), en: linesOf(join(folder, 'en.verse')) },
    }),
  };
}

const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');

/** The files of a folder of gold, as `readGold` reads them. */
export function goldFiles(folder: string): GoldFiles[] {
  const at = (name: string) => join(folder, name);
  if (existsSync(at('gold.align'))) {
    return [{ name: basename(folder), zh: at('zh.txt'), en: at('en.txt'), gold: at('gold.align') }];
  }
  return existsSync(at('gold/alignment.align')) ? storyFiles(folder) : setFiles(folder);
}

function setFiles(folder: string): GoldFiles[] {
  const names = readdirSync(join(folder, 'gold')).filter((name) => name.endsWith('.align'));
  return names.sort().map((file) => {
    const name = basename(file, '.align');
    const side = (language: string) => join(folder, language, `${name}.txt`);
    return { name, zh: side('zh'), en: side('en'), gold: join(folder, 'gold', file) };
  });
}

function storyFiles(folder: string): GoldFiles[] {
  const at = (name: string) => join(folder, 'gold', name);
  return ['zh-CN', 'zh-TW'].map((name) => ({
    name,
    zh: at(`${name}.txt`),
    en: at('en.txt'),
    gold: at('alignment.align'),
  }));
}

const read = (path: string): Part => readSegmented(readFileSync(path), path);

function readBeads(path: string): Bead[] {
  let zhEnd = 0;
  let enEnd = 0;
  return readAlign(readFileSync(path, 'utf8'), path).map(({ zh, en }) => {
    const bead = { zh: runOf(zh, zhEnd, path), en: runOf(en, enEnd, path) };
    zhEnd = bead.zh.end;
    enEnd = bead.en.end;
    return bead;
  });
}

function runOf(ids: readonly number[], start: number, path: string): Run {
  if (ids.some((id, k) => id !== start + k)) throw new Error(`${path}: ${ids} does not go on from ${start}`);
  return { start, end: start + ids.length };
}

/**
 * The part of a cross-validation in which a document is judged, 0 to `folds` - 1. The versions of one story share their
 * English, so they are judged together, in the part that the first letter of the story says.
 */
export function foldOf({ name, evidence, documents }: GoldSet, document: number, folds: number): number {
  const isStory = documents.length > 1 && evidence.pairs[0]!.en === evidence.pairs[1]!.en;
  return (isStory ? name.charCodeAt(0) : document) % folds;
}

/** Beads as lists of sentence numbers. */
export function numbered(beads: readonly Bead[]): IdBead[] {
  return beads.map(({ zh, en }) => ({ zh: numbers(zh.start, zh.end), en: numbers(en.start, en.end) }));
}

function numbers(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, k) => start + k);
}
