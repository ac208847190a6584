/**
 * Lets OmegaT load each of the TMX variants, as it is and as `check --fix` mends it, and checks the mended ones against
 * the DTD and the schema of TMX 1.4. Prints what is found, and what OmegaT fills in. `npm run check:variants`.
 *
 * All variants stand in one project, each with texts of its own: OmegaT passes over a memory that it cannot load, and
 * loads the others. That it does is shown by those that are alone in a project.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '../../src/cli/terminal.ts';
import { findingsIn, mended } from '../units/check/reading.ts';
import { chinese, english, type SentenceName, VARIANTS, type Variant } from '../units/check/variants.ts';
import { translateWithOmegat, unpackTmxSchemas } from './omegat-project.ts';
import { INSTALL, isValid, missingPrograms } from './schemas.ts';

const SENTENCES: readonly SentenceName[] = ['ferry', 'nobody', 'gulls', 'rain'];
const ALL_THREE: readonly SentenceName[] = ['ferry', 'nobody', 'rain'];
/** Variants whose whole memory OmegaT loses: in a project of their own, too. */
const ALONE: readonly string[] = ['a control character', 'no srclang', 'UTF-8'];

const say = (line: string) => process.stdout.write(`${line}\n`);

interface Row {
  readonly variant: Variant;
  readonly number: number;
  readonly found: readonly string[];
  /** The mended files; the one of most units has no name. */
  readonly files: ReadonlyMap<string, string>;
}

/** The sentences of each variant that OmegaT fills in as the memory has them. */
function filledBy(folder: string, memories: ReadonlyMap<Row, string | Uint8Array>): Map<Row, SentenceName[]> {
  const rows = [...memories.keys()];
  const asked = rows.flatMap((row) => SENTENCES.map((name) => ({ row, name })));
  mkdirSync(folder);
  const translated = translateWithOmegat({
    folder,
    memories: Object.fromEntries([...memories].map(([row, memory]) => [`${row.number}.tmx`, memory])),
    texts: asked.map(({ row, name }) => english(name, row.number)),
    isSegmented: true,
  });
  const isFilled = (row: Row, name: SentenceName) =>
    asked.some(
      (one, i) => one.row === row && one.name === name && translated[i] === chinese(name, row.number),
    );
  return new Map(rows.map((row) => [row, SENTENCES.filter((name) => isFilled(row, name))]));
}

/** Those of which a mended file breaks the DTD or the schema. */
function invalid(folder: string, rows: readonly Row[]): Set<Row> {
  unpackTmxSchemas(folder);
  const isSound = (text: string) => {
    const file = join(folder, 'mended.tmx');
    writeFileSync(file, text);
    return isValid(file, 'tmx-dtd', folder) && isValid(file, 'tmx', folder);
  };
  return new Set(rows.filter(({ files }) => ![...files.values()].every(isSound)));
}

async function rowsOf(variants: readonly Variant[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [i, variant] of variants.entries()) {
    const number = i + 11;
    const file = variant.make(number);
    const found = new Set((await findingsIn(file)).map(({ rule }) => rule));
    rows.push({ variant, number, found: [...found], files: (await mended(file)).files });
  }
  return rows;
}

/** Whether OmegaT treats some variants alone in a project as it treats them among the others. */
function isSameAlone(
  folder: string,
  rows: readonly Row[],
  together: ReadonlyMap<Row, SentenceName[]>,
): boolean {
  const chosen = rows.filter(({ variant }) => ALONE.includes(variant.name));
  return chosen.every((row) => {
    const alone = filledBy(
      join(folder, `alone-${row.number}`),
      new Map([[row, row.variant.make(row.number)]]),
    );
    return alone.get(row)!.join() === together.get(row)!.join();
  });
}

async function check(folder: string): Promise<boolean> {
  const rows = await rowsOf(VARIANTS);
  const before = filledBy(
    join(folder, 'before'),
    new Map(rows.map((row) => [row, row.variant.make(row.number)])),
  );
  const after = filledBy(join(folder, 'after'), new Map(rows.map((row) => [row, row.files.get('')!])));
  const broken = invalid(folder, rows);
  const wrong = rows.filter(
    (row) => broken.has(row) || after.get(row)!.join() !== (row.variant.holds ?? ALL_THREE).join(),
  );
  const lines = rows.map((row) => [
    row.variant.name,
    row.found.join(' ') || '-',
    before.get(row)!.join(' ') || '(nothing)',
    after.get(row)!.join(' ') || '(nothing)',
    broken.has(row) ? 'no' : 'yes',
    wrong.includes(row) ? 'WRONG' : '',
  ]);
  say(table([['variant', 'found', 'OmegaT fills before', 'after', 'valid', ''], ...lines]));
  const lost = rows.filter((row) => before.get(row)!.length < after.get(row)!.length);
  say(
    `${rows.length} variants; mending brings back what OmegaT lost of ${lost.length}; ${wrong.length} wrong.`,
  );
  const isHonest = isSameAlone(folder, rows, before);
  say(`Alone in a project, ${ALONE.join(', ')}: ${isHonest ? 'the same' : 'NOT THE SAME'}.`);
  return wrong.length === 0 && isHonest;
}

async function main(): Promise<number> {
  const missing = missingPrograms(['omegat', 'xmllint', 'unzip']);
  if (missing.length > 0) {
    const required = process.env.CI === 'true';
    say(`${required ? 'failed' : 'skipped'}: ${missing.join(', ')} not installed. ${INSTALL}`);
    return required ? 1 : 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-variants-'));
  try {
    return (await check(folder)) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = await main();
