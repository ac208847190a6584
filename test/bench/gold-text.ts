/** Texts with gold to measure on, such as bible5k of the development data, whose gold is known by the verse. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/model.ts';
import { evaluate, mergeVerses } from '../../src/units/evaluate.ts';
import { type IdBead, readAlign } from '../../src/units/formats/align.ts';
import { DUIQI, ROOT, say } from './measure.ts';

const BIBLE = join(ROOT, '..', 'shared', 'dev', 'bible5k');

/** A sentence of a text with gold. */
export interface GoldSentence {
  readonly text: string;
  /** The name of its verse. */
  readonly verse: string;
  /** The name of its gold bead: mostly one verse, now and then two that a translation has as one. */
  readonly bead: string;
}

export type GoldText = Readonly<Record<Language, readonly GoldSentence[]>>;

/** Whether the data is there; says so where it is not. */
export function hasBible(): boolean {
  const isThere = existsSync(BIBLE);
  if (!isThere) say(`skipped: the development data is not there (${BIBLE}).`);
  return isThere;
}

export function readBible(): GoldText {
  const at = (name: string) => join(BIBLE, name);
  const text = readGoldText({ zh: at('zh.txt'), en: at('en.txt'), gold: at('gold.align') });
  const withVerses = (language: Language) => {
    const verses = linesOf(at(`${language}.verse`));
    return text[language].map((sentence, i) => ({ ...sentence, verse: verses[i]! }));
  };
  return { zh: withVerses('zh'), en: withVerses('en') };
}

/** A text with gold by the sentence: each bead is a verse of its own. */
export function readGoldText(files: Readonly<Record<Language | 'gold', string>>): GoldText {
  const gold = readAlign(readFileSync(files.gold, 'utf8'), files.gold);
  const sideOf = (language: Language) => {
    const beads = gold.flatMap((bead, k) => bead[language].map(() => String(k)));
    return linesOf(files[language]).map((text, i) => ({ text, verse: beads[i]!, bead: beads[i]! }));
  };
  return { zh: sideOf('zh'), en: sideOf('en') };
}

const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');

/** Both sides of the first `count` gold beads. */
export function firstBeads({ zh, en }: GoldText, count: number): GoldText {
  const first = new Set([...new Set(en.map(({ bead }) => bead))].slice(0, count));
  const isFirst = ({ bead }: GoldSentence) => first.has(bead);
  return { zh: zh.filter(isFirst), en: en.filter(isFirst) };
}

/** The files of a pair; the alignment is not there before it is made. */
export interface PairFiles {
  readonly zh: string;
  readonly en: string;
  readonly align: string;
}

/** Writes a pair as one sentence a line. */
export function writePair({ zh, en }: GoldText, folder: string, name: string): PairFiles {
  const at = (end: string) => join(folder, `${name}.${end}`);
  const files = { zh: at('zh.txt'), en: at('en.txt'), align: at('align') };
  writeFileSync(files.zh, zh.map(({ text }) => `${text}\n`).join(''));
  writeFileSync(files.en, en.map(({ text }) => `${text}\n`).join(''));
  return files;
}

/** The arguments of Node that align a pair. */
export function alignmentOf({ zh, en, align }: PairFiles): string[] {
  return [DUIQI, 'align', zh, en, '--segmented', '-o', align];
}

export const alignmentIn = ({ align }: PairFiles) => readAlign(readFileSync(align, 'utf8'), align);

/** Strict F1 by verse of the beads that `counts`; all of them unless told. */
export function verseF1(
  text: GoldText,
  beads: readonly IdBead[],
  counts: (bead: IdBead) => boolean = () => true,
): number {
  const versesOf = (sentences: readonly GoldSentence[]) => sentences.map(({ verse }) => verse);
  const merged = mergeVerses(beads, versesOf(text.zh), versesOf(text.en));
  return evaluate([goldOf(text).filter(counts)], [merged.filter(counts)]).strict.f1;
}

function goldOf(text: GoldText): IdBead[] {
  const beads = new Map<string, Record<Language, number[]>>();
  for (const language of ['zh', 'en'] as const) {
    for (const [number, { bead }] of text[language].entries()) {
      const known = beads.get(bead) ?? { zh: [], en: [] };
      known[language].push(number);
      beads.set(bead, known);
    }
  }
  return [...beads.values()];
}
