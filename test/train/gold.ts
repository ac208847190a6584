import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Evidence, readEvidence } from '../../src/evidence/evidence.ts';
import type { Bead, Part, Run } from '../../src/model.ts';
import { readSegmented } from '../../src/read/document.ts';
import { readAlign } from '../../src/units/align.ts';

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
}

interface GoldFiles {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly gold: string;
}

/**
 * Reads a folder of gold: `zh/ID.txt`, `en/ID.txt` and `gold/ID.align`, or a story of `corpus/`, both of whose
 * Chinese versions are read, beside the one English version. Throws when a gold bead is no run of neighbours.
 */
export function readGold(folder: string): GoldSet {
  const files = existsSync(join(folder, 'gold', 'alignment.align')) ? storyFiles(folder) : setFiles(folder);
  const parts = new Map(
    [...new Set(files.flatMap(({ zh, en }) => [zh, en]))].map((path) => [path, read(path)]),
  );
  const pairs = files.map(({ zh, en }) => ({ zh: parts.get(zh)!, en: parts.get(en)! }));
  return {
    name: basename(folder),
    evidence: readEvidence(pairs),
    documents: files.map(({ name, gold }, number) => ({ name, number, beads: readBeads(gold) })),
  };
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
