/**
 * How well the cutting into sentences does against cuts made by hand, beside two segmenters that anybody can have:
 * precision, recall and F1 of the sentence ends inside paragraphs (the last end of a paragraph is given).
 * `npm run bench:segment`; with `-- --errors` each wrong boundary of ours follows. Ends with 1 below a floor.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { split } from 'sentence-splitter';
import type { Language } from '../../src/model.ts';
import { segment } from '../../src/read/segment.ts';
import { ROOT, say } from './measure.ts';

/** Written for the project: `{zh,en}/GENRE.txt`, one sentence a line, a blank line between paragraphs. */
const GOLD = join(ROOT, 'test', 'read', 'segmentation-gold');
/** Chapters of novels in copyright, which cannot be part of the project: `{zh,en}/*.txt`, one sentence a line. */
const MAC = join(ROOT, '..', 'shared', 'dev', 'mac');

/** The least F1 that the project demands of ours. Novels are plain for a segmenter; our gold seeks out what is hard in sixteen genres. */
const FLOORS: Readonly<Record<Language, { readonly gold: number; readonly mac: number }>> = {
  zh: { gold: 0.98, mac: 0.985 },
  en: { gold: 0.98, mac: 0.995 },
};

const JOINTS: Readonly<Record<Language, string>> = { zh: '', en: ' ' };

const hasMac = existsSync(MAC);

/** Of the columns: the genre, the count of ends, and each segmenter's three figures. */
const WIDTHS = [18, 4, 17, 17, 17];

/** Characters on either side of a wrong boundary that are shown. */
const SHOWN = 20;

/** Where a segmenter ends the sentences of a text, as offsets. */
type Segmenter = (text: string, language: Language) => readonly number[];

const SEGMENTERS: Readonly<Record<string, Segmenter>> = {
  ours: (text, language) => segment(text, language).map(({ end }) => end),
  'Intl.Segmenter': (text, language) =>
    [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].map(
      (one) => one.index + one.segment.length,
    ),
  'sentence-splitter': (text) =>
    split(text).flatMap(({ type, range }) => (type === 'Sentence' ? [range[1]] : [])),
};

/** A running text and the sentence ends inside it, counted in characters that are not blank. */
interface Passage {
  readonly genre: string;
  readonly text: string;
  readonly ends: ReadonlySet<number>;
}

const solid = (text: string) => text.replace(/\s/gu, '').length;

/** The ends inside a text that is made of these pieces: the last piece's is given, and a blank piece has none. */
function insideEnds(pieces: readonly string[]): Set<number> {
  const ends = new Set<number>();
  let end = 0;
  for (const piece of pieces) {
    end += solid(piece);
    ends.add(end);
  }
  ends.delete(0);
  ends.delete(end);
  return ends;
}

function passage(genre: string, sentences: readonly string[], joint: string): Passage {
  return { genre, text: sentences.join(joint), ends: insideEnds(sentences) };
}

function foundEnds(cutter: Segmenter, text: string, language: Language): Set<number> {
  const offsets = [...cutter(text, language), text.length];
  return insideEnds(offsets.map((offset, i) => text.slice(offsets[i - 1] ?? 0, offset)));
}

function textsIn(folder: string): { readonly name: string; readonly text: string }[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return files
    .toSorted()
    .map((file) => ({ name: basename(file, '.txt'), text: readFileSync(join(folder, file), 'utf8') }));
}

function goldPassages(language: Language): Passage[] {
  return textsIn(join(GOLD, language)).flatMap(({ name, text }) =>
    text
      .replace(/^(?:# .*\n)+/u, '')
      .split(/\n{2,}/u)
      .map((paragraph) => paragraph.split('\n').filter((line) => line.trim()))
      .filter((sentences) => sentences.length > 0)
      .map((sentences) => passage(name, sentences, JOINTS[language])),
  );
}

function macPassages(language: Language): Passage[] {
  return textsIn(join(MAC, language)).map(({ name, text }) =>
    passage(
      `mac ${name}`,
      text.split('\n').filter((line) => line.trim()),
      JOINTS[language],
    ),
  );
}

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function scoreOf(cutter: Segmenter, passages: readonly Passage[], language: Language): Score {
  let [right, made, gold] = [0, 0, 0];
  for (const { text, ends } of passages) {
    const found = foundEnds(cutter, text, language);
    right += [...found].filter((end) => ends.has(end)).length;
    made += found.size;
    gold += ends.size;
  }
  return { precision: right / made, recall: right / gold, f1: (2 * right) / (made + gold) };
}

function sayRow(cells: readonly string[]): void {
  say(`| ${cells.map((cell, i) => cell.padEnd(WIDTHS[i]!)).join(' | ')} |`);
}

/** Prints one row of the table. @returns the F1 of ours */
function sayScores(name: string, passages: readonly Passage[], language: Language): number {
  const scores = Object.values(SEGMENTERS).map((cutter) => scoreOf(cutter, passages, language));
  const cells = scores.map((score) =>
    [score.precision, score.recall, score.f1].map((share) => share.toFixed(3)).join(' '),
  );
  const ends = passages.reduce((sum, one) => sum + one.ends.size, 0);
  sayRow([name, `${ends}`, ...cells]);
  return scores[0]!.f1;
}

/** The text around the end with this count of characters that are not blank. */
function around(text: string, end: number): string {
  let offset = 0;
  for (let count = 0; count < end; offset++) if (solid(text[offset]!) > 0) count++;
  return `${text.slice(Math.max(0, offset - SHOWN), offset)} | ${text.slice(offset, offset + SHOWN).trimStart()}`;
}

function sayErrors(passages: readonly Passage[], language: Language): void {
  for (const { genre, text, ends } of passages) {
    const found = foundEnds(SEGMENTERS.ours!, text, language);
    const wrong = [...new Set([...ends, ...found])].filter((end) => ends.has(end) !== found.has(end));
    wrong.sort((x, y) => x - y);
    for (const end of wrong) say(`  ${found.has(end) ? 'extra ' : 'missed'} ${genre}: ${around(text, end)}`);
  }
}

/** Prints the table of a language. @returns whether ours reaches its floors */
function sayTable(language: Language): boolean {
  const gold = goldPassages(language);
  say(`\n## ${language}\n`);
  sayRow(['genre', 'ends', ...Object.keys(SEGMENTERS)]);
  say(`|${WIDTHS.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  for (const genre of new Set(gold.map((one) => one.genre))) {
    sayScores(
      genre,
      gold.filter((one) => one.genre === genre),
      language,
    );
  }
  const mac = hasMac ? macPassages(language) : [];
  const floors = FLOORS[language];
  const goldHolds = sayScores('all of the gold', gold, language) >= floors.gold;
  const macHolds = !hasMac || sayScores('mac', mac, language) >= floors.mac;
  if (!goldHolds) say(`\nThe F1 of ours on the gold is below its floor, ${floors.gold}.`);
  if (!macHolds) say(`\nThe F1 of ours on mac is below its floor, ${floors.mac}.`);
  if (process.argv.includes('--errors')) {
    say(`\nWrong boundaries of ours, ${language}`);
    sayErrors([...gold, ...mac], language);
  }
  return goldHolds && macHolds;
}

say('Precision, recall, F1 of the sentence ends inside paragraphs; the last end of a paragraph is given.');
if (!hasMac) say('The chapters of mac (../shared/dev/mac) are not here, so nothing is measured on them.');
const held = (['zh', 'en'] as const).map(sayTable);
if (held.includes(false)) process.exitCode = 1;
