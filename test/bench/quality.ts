/**
 * How good the alignments are: `npm run bench:quality`. Strict and lax F1 for the stories of corpus/ and for each folder
 * of ../shared/dev that is there; links found on the pages of ../shared/seeds. `--ablate`: strict F1 with one kind of
 * evidence taken away at a time.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readEvidence } from '../../src/evidence/evidence.ts';
import type { Bead, Part } from '../../src/model.ts';
import { readDocument } from '../../src/read/document.ts';
import type { Found } from '../../src/search/search.ts';
import { type Evaluation, evaluate } from '../../src/units/evaluate.ts';
import { alignSet, numbered } from '../train/align-set.ts';
import { type GoldSet, readGold } from '../train/gold.ts';
import { ABLATIONS, type Ablation } from './ablation.ts';
import { ROOT, say } from './measure.ts';

/** As in align.ts. */
const ROUNDS = 2;
const CORPUS = join(ROOT, 'corpus');
const DEV = join(ROOT, '..', 'shared', 'dev');
const SEEDS = join(ROOT, '..', 'shared', 'seeds');
const ABLATED = ['mac', 'docs_drift', 'tico_omit', 'py_zhtw_omit', 'plurality_tw_omit', 'asp_zh_omit'];

function alignRounds(set: Pick<GoldSet, 'documents' | 'evidence'>, ablation: Ablation): Found[] {
  const seen = { ...set, evidence: ablation.see(set.evidence) };
  let found = alignSet(seen, ablation.first);
  for (let round = 0; round < ROUNDS; round++) found = alignSet(seen, ablation.later, found);
  return found;
}

function judge(set: GoldSet, ablation: Ablation): Evaluation {
  const golds = set.documents.map(({ beads }) => numbered(beads));
  return evaluate(
    golds,
    alignRounds(set, ablation).map(({ beads }) => numbered(beads)),
  );
}

/** What a reader says of one page: pairs of pieces of sentences that belong together, and pieces without counterpart. */
interface SeedGold {
  readonly source: string;
  readonly zh_part: number;
  readonly en_part: number;
  readonly links: readonly (readonly [string, string])[];
  readonly zh_null: readonly string[];
  readonly en_null: readonly string[];
}

const flat = (text: string) => text.replace(/[\s\u00a0\u200b\u2060]+/g, ' ');

/** `13/13 -1`: of 13 links 13 found, and 1 sentence wrongly paired with a probability of at least .5. */
function judgeSeed(file: string, ablation: Ablation): string {
  const gold = JSON.parse(readFileSync(file, 'utf8')) as SeedGold;
  const parts = readDocument(readFileSync(join(SEEDS, gold.source)), gold.source);
  const zhParts = parts.filter(({ language }) => language === 'zh');
  const pairs = zhParts.map((zh) => ({ zh, en: parts.find(({ id }) => id === `en${gold.en_part}`)! }));
  const documents = pairs.map(({ zh }, number) => ({ name: zh.id, number, beads: [] }));
  const found = alignRounds({ documents, evidence: readEvidence(pairs) }, ablation)[gold.zh_part - 1]!;
  const { zh, en } = pairs[gold.zh_part - 1]!;
  const textOf = (part: Part, { start, end }: Bead['zh'], glue: string) =>
    flat(
      part.sentences
        .slice(start, end)
        .map(({ text }) => text)
        .join(glue),
    );
  const beads = found.beads.map((bead, k) => ({
    zh: textOf(zh, bead.zh, ''),
    en: textOf(en, bead.en, ' '),
    isPair: bead.zh.end > bead.zh.start && bead.en.end > bead.en.start,
    isSmall: bead.zh.end - bead.zh.start < 4 && bead.en.end - bead.en.start < 4,
    probability: found.probabilities[k]!,
  }));
  const right = gold.links.filter(([x, y]) =>
    beads.some((bead) => bead.isSmall && bead.zh.includes(x) && bead.en.includes(y)),
  );
  const paired = beads.filter(({ isPair, probability }) => isPair && probability >= 0.5);
  const wrong =
    gold.zh_null.filter((key) => paired.some((bead) => bead.zh.includes(key))).length +
    gold.en_null.filter((key) => paired.some((bead) => bead.en.includes(key))).length;
  return `${right.length}/${gold.links.length} -${wrong}`;
}

function subfolders(folder: string): string[] {
  if (!existsSync(folder)) {
    say(`There is no folder ${folder}: its sets are left out.`);
    return [];
  }
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, 'gold')));
}

const row = (cells: readonly string[]) => say(`| ${cells.join(' | ')} |`);

function header(cells: readonly string[]): void {
  row(cells);
  row(cells.map(() => '---'));
}

function ablate(): void {
  const folders = [
    ...subfolders(CORPUS),
    ...subfolders(DEV).filter((path) => ABLATED.includes(basename(path))),
  ];
  const sets = folders.map(readGold);
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
    const scores = sets.map((set) => judge(set, ablation).strict.f1.toFixed(3));
    const links = seeds.map((name) => judgeSeed(join(SEEDS, name), ablation));
    row([ablation.name, ...scores, ...links]);
  }
}

function report(): void {
  header(['set', 'strict P', 'strict R', 'strict F1', 'lax F1']);
  for (const folder of [...subfolders(CORPUS), ...subfolders(DEV)]) {
    const set = readGold(folder);
    const { strict, lax } = judge(set, ABLATIONS[0]!);
    row([set.name, ...[strict.precision, strict.recall, strict.f1, lax.f1].map((share) => share.toFixed(3))]);
  }
}

if (process.argv.includes('--ablate')) ablate();
else report();
