/**
 * Raw Markdown as a user has it: `../shared/dev/rust_book/raw_zh` and `raw_en` are aligned by the built command, and the
 * pairs are traced to the gold blocks by `score_pairs.py` beside the set. `npm run bench:markdown`, after `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJsonl } from '../../src/units/formats/jsonl.ts';
import { DUIQI, ROOT, say } from './measure.ts';

const SHARED = join(ROOT, '..', 'shared');
const SET = join(SHARED, 'dev', 'rust_book');
const SCORER = join(SHARED, 'tools', 'score_pairs.py');
const LEAST = { P: 0.95, R: 0.95 };
/** One pair for a whole document would be clean, too. */
const MOST_BEADS = 1.15;

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

function pairsInto(folder: string): void {
  const [out, pairs] = [join(folder, 'out'), join(folder, 'pairs')];
  const sides = [join(SET, 'raw_zh'), join(SET, 'raw_en')];
  execFileSync(process.execPath, [DUIQI, 'align', ...sides, '-o', out, '--format', 'jsonl'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  mkdirSync(pairs);
  for (const file of readdirSync(out)) {
    const units = readJsonl(readFileSync(join(out, file), 'utf8'), file);
    const lines = units.map(({ zh, en }) => `${oneLine(zh)}\t${oneLine(en)}\n`);
    writeFileSync(join(pairs, file.replace(/\.jsonl$/, '.tsv')), lines.join(''));
  }
}

/** `P=0.987 R=0.98 … beads/pair=1.02` as numbers by name. */
function figuresOf(line: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...line.matchAll(/([\w/]+)=([\d.]+)/g)].map(([, name, value]) => [name, Number(value)]),
  );
}

if (!existsSync(SET) || !existsSync(SCORER)) {
  say(`There is no ${SET}: nothing is measured.`);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-markdown-'));
  try {
    pairsInto(folder);
    const line = execFileSync('python3', [SCORER, SET, join(folder, 'pairs')], { encoding: 'utf8' }).trim();
    say(line);
    const figures = figuresOf(line);
    const isGood = figures.P! >= LEAST.P && figures.R! >= LEAST.R && figures['beads/pair']! <= MOST_BEADS;
    say(isGood ? 'As it should be.' : `Wanted: P and R of ${LEAST.P}, at most ${MOST_BEADS} beads a pair.`);
    process.exitCode = isGood ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
