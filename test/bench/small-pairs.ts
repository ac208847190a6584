/** Many small pairs of plain text, cut out of the stories of corpus/ and of the development data, where it is there. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/model.ts';
import { goldFiles } from '../train/gold.ts';
import { type GoldText, readGoldText } from './gold-text.ts';
import { grown } from './grown.ts';
import { ROOT } from './measure.ts';
import { numbers } from './random.ts';

/** Simplified alone, as the words are that are put in. */
const STORIES = ['news', 'fiction', 'administrative'].map((name) => join(ROOT, 'corpus', name));
const SETS = ['mac', 'docs_drift', 'tico_omit', 'asp_zh_omit', 'rust_book'].map((name) =>
  join(ROOT, '..', 'shared', 'dev', name),
);
const SHORTEST = 15;
const LONGEST = 40;
const SEED = 5;

/** The two folders, with a file of the same name in each for each pair. */
export type Folders = Readonly<Record<Language, string>>;

/**
 * Writes `count` pairs of 15 to 40 Chinese sentences and what belongs to them: consecutive runs of gold beads, one bead a
 * paragraph, of as many copies with other words as it takes. Beads with one side only are there too.
 */
export function writeSmallPairs(count: number, folder: string): Folders {
  const folders: Folders = { zh: join(folder, 'zh'), en: join(folder, 'en') };
  for (const path of Object.values(folders)) mkdirSync(path);
  let written = 0;
  for (const run of runsOf(sources(), count)) {
    const name = `${String(++written).padStart(5, '0')}.txt`;
    for (const language of ['zh', 'en'] as const) {
      const separator = language === 'zh' ? '' : ' ';
      const paragraphs = run.map((bead) => bead[language].join(separator)).filter((text) => text !== '');
      writeFileSync(join(folders[language], name), `${paragraphs.join('\n\n')}\n`);
    }
  }
  return folders;
}

/** The texts of a gold bead. */
type BeadTexts = Readonly<Record<Language, readonly string[]>>;

function sources(): GoldText[] {
  return [...STORIES, ...SETS.filter(existsSync)]
    .flatMap(goldFiles)
    .filter(({ name }) => name !== 'zh-TW')
    .map(readGoldText);
}

/** Of each text as many runs as its share of all sentences says. */
function runsOf(texts: readonly GoldText[], count: number): BeadTexts[][] {
  const random = numbers(SEED);
  const sentences = texts.reduce((sum, { zh }) => sum + zh.length, 0);
  const copies = 1 + Math.ceil((count * (LONGEST + 1)) / sentences);
  return texts
    .flatMap((text) => {
      const share = Math.ceil((count * text.zh.length) / sentences);
      return [...cutIntoRuns(beadTexts(grown(text, copies, SEED)), random)].slice(0, share);
    })
    .slice(0, count);
}

function beadTexts(text: GoldText): BeadTexts[] {
  const beads = new Map<string, Record<Language, string[]>>();
  for (const language of ['zh', 'en'] as const) {
    for (const { text: own, bead } of text[language]) {
      const known = beads.get(bead) ?? { zh: [], en: [] };
      known[language].push(own);
      beads.set(bead, known);
    }
  }
  return [...beads.values()];
}

/** Neighbouring beads, until the Chinese sentences of a run are enough. */
function* cutIntoRuns(beads: readonly BeadTexts[], random: () => number): Generator<BeadTexts[]> {
  const nextLength = () => SHORTEST + Math.floor(random() * (LONGEST - SHORTEST + 1));
  let run: BeadTexts[] = [];
  let left = nextLength();
  for (const bead of beads) {
    run.push(bead);
    left -= bead.zh.length;
    if (left > 0) continue;
    yield run;
    run = [];
    left = nextLength();
  }
}
