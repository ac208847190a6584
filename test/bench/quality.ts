/**
 * How good the alignments are: `npm run bench:quality`. Strict and lax F1 for the stories of corpus/ and for each folder
 * of ../shared/dev that is there, hunalign on the same sentences, and what is published of others. `-- --ablate`: strict F1 with one kind of evidence taken away at a time, and links found on the
 * pages of ../shared/seeds. `-- --errors SET`: the beads of a set that are wrong, with their sentences.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Bead } from '../../src/model.ts';
import { alignInRounds } from '../../src/rounds/rounds.ts';
import { beadsOf } from '../../src/search/flat-beads.ts';
import type { Found } from '../../src/search/search.ts';
import { type Evaluation, evaluate, mergeVerses } from '../../src/units/evaluate.ts';
import type { IdBead } from '../../src/units/formats/align.ts';
import { type GoldSet, holdsGold, numbered, readGold } from '../train/gold.ts';
import { ABLATIONS, type Ablation } from './ablation.ts';
import { alignByHunalign } from './hunalign.ts';
import { ROOT, say } from './measure.ts';
import { differences, sayDifference } from './residue.ts';
import { judgeSeed } from './seed-pages.ts';

const CORPUS = join(ROOT, 'corpus');
const DEV = join(ROOT, '..', 'shared', 'dev');
const SEEDS = join(ROOT, '..', 'shared', 'seeds');
const ABLATED = ['mac', 'docs_drift', 'tico_omit', 'py_zhtw_omit', 'plurality_tw_omit', 'asp_zh_omit'];
/** Strict F1 as published, of aligners that need a model; by verse for bible5k. */
const PUBLISHED: Readonly<Record<string, string>> = {
  mac: 'Bertalign .911, Vecalign .863',
  bible5k: 'Bertalign .979, Vecalign .978',
};

function judge(set: GoldSet, beads: readonly (readonly IdBead[])[]): Evaluation {
  const { verses } = set;
  const golds = set.documents.map((document) => numbered(document.beads));
  return evaluate(golds, verses ? beads.map((own) => mergeVerses(own, verses.zh, verses.en)) : beads);
}

async function align(set: GoldSet, { weights, see }: Ablation): Promise<readonly Found[]> {
  const bound = set.documents.map(() => []);
  return (await alignInRounds(see(set.evidence), bound, weights)).found;
}

const alignSet = async (set: GoldSet, ablation: Ablation) =>
  (await align(set, ablation)).map(({ beads }) => numbered(beads));

function setFolders(folder: string): string[] {
  if (!existsSync(folder)) {
    say(`There is no folder ${folder}: its sets are left out.`);
    return [];
  }
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter(holdsGold);
}

const row = (cells: readonly string[]) => say(`| ${cells.join(' | ')} |`);

function header(cells: readonly string[]): void {
  row(cells);
  row(cells.map(() => '---'));
}

async function ablate(): Promise<void> {
  const dev = setFolders(DEV).filter((path) => ABLATED.includes(basename(path)));
  const sets = [...setFolders(CORPUS), ...dev].map(readGold);
  const seeds = existsSync(SEEDS) ? readdirSync(SEEDS).filter((name) => name.endsWith('.gold.json')) : [];
  say(
    'Strict F1 with one kind of evidence taken away; of seed pages the links found and the sentences wrongly paired.',
  );
  header([
    '',
    ...sets.map(({ name }) => name),
    ...seeds.map((name) => `seed ${basename(name, '.gold.json')}`),
  ]);
  for (const ablation of ABLATIONS) {
    const cells = [ablation.name];
    for (const set of sets) cells.push(judge(set, await alignSet(set, ablation)).strict.f1.toFixed(3));
    for (const name of seeds) cells.push(await judgeSeed(join(SEEDS, name), ablation));
    row(cells);
  }
}

async function report(): Promise<void> {
  header([
    'set',
    'strict P',
    'strict R',
    'strict F1',
    'lax F1',
    'hunalign, strict F1',
    'published, strict F1',
  ]);
  for (const folder of [...setFolders(CORPUS), ...setFolders(DEV)]) {
    const set = readGold(folder);
    const { strict, lax } = judge(set, await alignSet(set, ABLATIONS[0]!));
    const figures = [strict.precision, strict.recall, strict.f1, lax.f1];
    const peer = judge(set, await alignByHunalign(set)).strict.f1;
    row([set.name, ...[...figures, peer].map((share) => share.toFixed(3)), PUBLISHED[set.name] ?? '']);
  }
}

async function listErrors(name: string): Promise<void> {
  const folder = [...setFolders(CORPUS), ...setFolders(DEV)].find((path) => basename(path) === name);
  if (!folder) throw new Error(`There is no set ${name}.`);
  const set = readGold(folder);
  const found = await align(set, ABLATIONS[0]!);
  set.documents.forEach((document, k) => {
    const { contenders, chances, beads } = found[k]!;
    const keyOf = (bead: Bead) => JSON.stringify([bead.zh, bead.en]);
    const known = new Map(beadsOf(contenders).map((bead, n) => [keyOf(bead), chances[n]!]));
    say(`${document.name}`);
    for (const difference of differences(document.beads, beads)) {
      sayDifference(difference, set.evidence.pairs[k]!, (bead) => known.get(keyOf(bead)) ?? 0);
    }
  });
}

const asked = process.argv.indexOf('--errors');
if (asked > 0) await listErrors(process.argv[asked + 1] ?? '');
else await (process.argv.includes('--ablate') ? ablate() : report());
