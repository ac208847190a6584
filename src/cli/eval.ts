import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isFolder, readBytes } from '../batch/files.ts';
import { DuiqiError } from '../errors.ts';
import type { Agreement, Evaluation } from '../units/evaluate.ts';
import type { IdBead } from '../units/formats/align.ts';
import { command, DONE } from './command.ts';
import { print } from './streams.ts';
import { table } from './terminal.ts';

export const evalCommand = command({
  name: 'eval',
  files: 'GOLD OUT',
  count: [2, 2],
  summary: 'Scores .align files against gold',
  details:
    'GOLD and OUT are two .align files or two folders of them with the same names.\n' +
    'Strict (P, R, F1): the bead is exactly the same. Lax: the beads share a Chinese\n' +
    'and an English sentence. Precision looks at all beads, recall at two-sided gold.',
  options: {
    verse: {
      type: 'string',
      nargs: 2,
      describe:
        'ZH.verse EN.verse name the verse of each sentence, one a line; beads of one verse count as one',
    },
  },
  examples: [
    ['duiqi eval gold/ out/', 'all files of gold/ against those of out/'],
    ['duiqi eval gold.align out.align', 'one alignment'],
  ],
  async run([gold, out], { verse }, { stdout }) {
    const { evaluate, mergeVerses } = await import('../units/evaluate.ts');
    const pairs = await pairsOfFiles(gold!, out!);
    const golds: IdBead[][] = [];
    const tests: IdBead[][] = [];
    const verses = Array.isArray(verse) ? await readVerses(verse) : undefined;
    for (const [goldFile, outFile] of pairs) {
      golds.push(await readBeads(goldFile));
      const beads = await readBeads(outFile);
      tests.push(verses ? mergeVerses(beads, verses.zh, verses.en) : beads);
    }
    await print(stdout, report(evaluate(golds, tests)));
    return DONE;
  },
});

/** Two files, or the gold files of a folder with the files of the same names. @throws DuiqiError `missing-file`, `empty` */
async function pairsOfFiles(gold: string, out: string): Promise<[gold: string, out: string][]> {
  const [goldIsFolder, outIsFolder] = [await isFolder(gold), await isFolder(out)];
  if (goldIsFolder !== outIsFolder) {
    const folder = goldIsFolder ? gold : out;
    throw new DuiqiError('usage', 'this is a folder.', { file: folder }, 'Give two files, or two folders.');
  }
  if (!goldIsFolder) return [[gold, out]];
  const names = (await readdir(gold)).filter((name) => name.endsWith('.align')).sort();
  if (names.length === 0) {
    throw new DuiqiError(
      'empty',
      'no .align files in it.',
      { file: gold },
      'Give the folder with the gold files.',
    );
  }
  const made = new Set(await readdir(out));
  const lacking = names.filter((name) => !made.has(name));
  if (lacking.length > 0) {
    const reason = `it lacks ${lacking.join(', ')}.`;
    throw new DuiqiError('missing-file', reason, { file: out }, 'Each gold file needs one of the same name.');
  }
  return names.map((name) => [join(gold, name), join(out, basename(name))]);
}

async function readBeads(file: string): Promise<IdBead[]> {
  const { readAlign } = await import('../units/formats/align.ts');
  return readAlign(await readText(file), file);
}

async function readVerses(files: readonly string[]): Promise<{ zh: string[]; en: string[] }> {
  const [zh, en] = await Promise.all(
    files.map(async (file) => (await readText(file)).trimEnd().split(/\r?\n/)),
  );
  return { zh: zh!, en: en! };
}

async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(file));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DuiqiError('encoding', 'this is not UTF-8.', { file }, 'Save it as UTF-8.');
  }
}

function report({ strict, lax, shapes }: Evaluation): string {
  const figures = [...figuresOf(strict, ''), ...figuresOf(lax, 'lax')].join(' ');
  const rows = shapes.map(({ shape, gold, made, right }) => [
    shape,
    ...[gold, made, right].map(String),
    ...[share(right, made), share(right, gold)],
  ]);
  const heading = ['shape', 'gold', 'made', 'right', 'P', 'R'];
  return `${figures}\n\n${table([heading, ...rows], [1, 2, 3, 4, 5])}`;
}

const figuresOf = ({ precision, recall, f1 }: Agreement, suffix: string) => [
  `P${suffix}=${precision.toFixed(3)}`,
  `R${suffix}=${recall.toFixed(3)}`,
  `F1${suffix}=${f1.toFixed(3)}`,
];

const share = (hits: number, of: number) => (of === 0 ? '-' : (hits / of).toFixed(3));
