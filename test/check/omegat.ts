/**
 * Makes memories of the corpus stories with the built command, in both directions, and shows them to the programs that will
 * use them: all are held against the DTD and the schema of TMX 1.4, and the same units as XLIFF against the schemas of 1.2
 * and 2.1; translate-toolkit must read the pairs that were written;
 * OmegaT, in a new project with its own rules of segmentation, must fill the very documents from them.
 * `npm run check:omegat`, after `npm run build`.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { Language } from '../../src/model.ts';
import { readJsonl } from '../../src/units/formats/jsonl.ts';
import { TMX } from '../../src/units/formats/tmx.ts';
import type { Unit, UnitRead } from '../../src/units/unit.ts';
import { DUIQI, ROOT, say } from '../bench/measure.ts';
import { unitsIn } from '../units/contract.ts';
import { missingPrograms, segmentsOfOmegat, translateWithOmegat } from './omegat-project.ts';
import { isValid, schemaFolder } from './schemas.ts';

const STORIES = ['news', 'administrative', 'fiction'];
/** The stories that OmegaT must fill: of the kinds that translators put into it. */
const JUDGED = ['news', 'administrative'];
const LOWEST_SHARE = 0.95;
/** Debian's Python, which has the module; another may come first in PATH. */
const PYTHON = '/usr/bin/python3';
const PROGRAMS = ['omegat', 'xmllint', 'unzip', 'apt-get', 'dpkg', PYTHON];
const INSTALL = 'Debian: apt-get install omegat libxml2-utils unzip python3-translate';

interface Made {
  readonly name: string;
  readonly story: string;
  readonly from: Language;
  /** The locales of the memory: source, target. */
  readonly locales: readonly [source: string, target: string];
  readonly document: string;
  readonly tmx: string;
  readonly xliffs: Readonly<Record<'xliff' | 'xliff2', string>>;
  /** Every bead, as JSONL has it. */
  readonly units: readonly UnitRead[];
}

async function makeMemory(folder: string, story: string, zhName: string, from: Language): Promise<Made> {
  const [zh, en] = [`${zhName}.txt`, 'en.txt'].map((file) => join(ROOT, 'corpus', story, file));
  const name = `${story} ${zhName}, ${from === 'en' ? 'en → zh' : 'zh → en'}`;
  const base = join(folder, name.replaceAll(/\W+/g, '-'));
  const endings = ['.tmx', '.jsonl', '.xlf', '.xliff'];
  const outputs = [...endings.flatMap((ending) => ['-o', base + ending]), '--from', from];
  await promisify(execFile)(process.execPath, [DUIQI, 'align', zh!, en!, ...outputs]);
  const units = readJsonl(readFileSync(`${base}.jsonl`, 'utf8'), `${base}.jsonl`);
  const locales = from === 'en' ? (['en', zhName] as const) : ([zhName, 'en'] as const);
  const xliffs = { xliff: `${base}.xlf`, xliff2: `${base}.xliff` };
  const document = from === 'en' ? en! : zh!;
  return { name, story, from, locales, document, tmx: `${base}.tmx`, xliffs, units };
}

const sides = (unit: UnitRead, from: Language) => (from === 'en' ? [unit.en, unit.zh] : [unit.zh, unit.en]);

/** Whether translate-toolkit reads what duiqi reads, and beside it only what was made for clients. */
async function isReadByToolkit({ tmx, locales, from }: Made): Promise<boolean> {
  const script = join(ROOT, 'test', 'check', 'toolkit_pairs.py');
  const printed = execFileSync(PYTHON, [script, tmx, ...locales], { encoding: 'utf8' });
  const read = printed.trimEnd().split('\n');
  const text = readFileSync(tmx, 'utf8');
  const own: Unit[] = await unitsIn(TMX, [text]);
  const derived = text.split('<prop type="x-derived">').length - 1;
  const pairs = new Set(read.map((line) => JSON.stringify(JSON.parse(line))));
  const isThere = own.every((unit) => pairs.has(JSON.stringify(sides(unit, from))));
  return isThere && read.length === own.length + derived;
}

/**
 * Opens the documents of several stories in a new project, with their memories, and tells of each how many of its 1-1 units
 * stand in what OmegaT writes; of those that do not, how OmegaT cuts there.
 */
function fill(made: readonly Made[], folder: string): { filled: number; offered: number } {
  mkdirSync(folder);
  const memories = Object.fromEntries(made.map(({ tmx }) => [basename(tmx), readFileSync(tmx)]));
  const texts = made.map(({ document }) => readFileSync(document, 'utf8'));
  const project = { folder, memories, texts, locales: made[0]!.locales, isSegmented: true };
  const target = translateWithOmegat(project).join('\n\n');
  const segments = segmentsOfOmegat(project);
  const total = { filled: 0, offered: 0 };
  for (const { name, units, from } of made) {
    const offered = units.filter(({ bead, score = 0 }) => bead === '1-1' && score >= 0.5);
    const lost = offered.filter((unit) => !target.includes(sides(unit, from)[1]!));
    total.offered += offered.length;
    total.filled += offered.length - lost.length;
    say(`${name}: OmegaT fills ${offered.length - lost.length} of ${offered.length} 1-1 units.`);
    for (const unit of lost) {
      const [source] = sides(unit, from);
      const cut = segments.filter((one) => source!.includes(one) || one.includes(source!));
      say(`    ${source}\n      OmegaT: ${cut.map((one) => `[${one}]`).join(' ')}`);
    }
  }
  return total;
}

/** Whether all memories are valid and read, and OmegaT filled enough of the 1-1 units. */
async function check(folder: string): Promise<boolean> {
  const schemas = schemaFolder(folder);
  const made: Made[] = [];
  for (const story of STORIES) {
    for (const zh of ['zh-CN', 'zh-TW']) {
      const both = (['en', 'zh'] as const).map((from) => makeMemory(folder, story, zh, from));
      made.push(...(await Promise.all(both)));
    }
  }
  const valid = made.filter(({ tmx }) => isValid(tmx, 'tmx-dtd', schemas) && isValid(tmx, 'tmx', schemas));
  say(`${valid.length} of ${made.length} memories keep to the DTD and the schema of TMX 1.4.`);
  const kinds = ['xliff', 'xliff2'] as const;
  const xliffs = made.flatMap(({ xliffs }) => kinds.map((kind) => [xliffs[kind], kind] as const));
  const validXliffs = xliffs.filter(([file, kind]) => isValid(file, kind, schemas));
  say(`${validXliffs.length} of ${xliffs.length} XLIFF files keep to the schemas of 1.2 and 2.1.`);
  let read = 0;
  for (const memory of made) if (await isReadByToolkit(memory)) read++;
  say(`translate-toolkit reads the same pairs in ${read} of ${made.length} memories.`);
  const judged = made.filter(({ story }) => JUDGED.includes(story));
  const total = { filled: 0, offered: 0 };
  for (const pair of new Set(judged.map(({ locales }) => locales.join(' ')))) {
    const together = judged.filter(({ locales }) => locales.join(' ') === pair);
    const { filled, offered } = fill(together, join(folder, pair.replace(' ', '-')));
    total.filled += filled;
    total.offered += offered;
  }
  const share = total.filled / total.offered;
  const units = `${total.filled} of ${total.offered} 1-1 units, ${(100 * share).toFixed(1)} %`;
  say(`In all, OmegaT fills ${units} (bar ${100 * LOWEST_SHARE} %).`);
  const isAllValid = valid.length === made.length && validXliffs.length === xliffs.length;
  return isAllValid && read === made.length && share >= LOWEST_SHARE;
}

async function main(): Promise<number> {
  const missing = missingPrograms(PROGRAMS);
  if (missing.length > 0) {
    const required = process.env.CI === 'true';
    say(`${required ? 'failed' : 'skipped'}: ${missing.join(', ')} not installed. ${INSTALL}`);
    return required ? 1 : 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-omegat-'));
  try {
    return (await check(folder)) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = await main();
