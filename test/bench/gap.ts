/**
 * What a long hole does to an alignment: 1,500 sentences of bible5k are taken away in one run, once from the English side and
 * once from the Chinese one, at three places. Strict F1 by verse of all that is not in the hole, and the CPU time, against the
 * undisturbed document. `npm run bench:gap`, after `npm run build`; `-- --times N` tells medians, `-- --part N` takes the first
 * Nth of the text and of the hole. Fails over the bars.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../src/model.ts';
import type { IdBead } from '../../src/units/formats/align.ts';
import {
  alignmentIn,
  alignmentOf,
  firstBeads,
  type GoldText,
  hasBible,
  readBible,
  verseF1,
  writePair,
} from './gold-text.ts';
import { atMost, medians, say, sayTable, takingTurns, USAGE, usageCells } from './measure.ts';
import { numberAfter } from './options.ts';
import { numbers } from './random.ts';

const HOLE = 1500;
/** Where a hole begins, as a share of its side: in the middle, so that text stands before and behind it. */
const EARLIEST = 0.2;
const LATEST = 0.5;
const PLACES = 3;
const SEED = 11;
const MOST_LOSS = 0.01;
const MOST_TIME = 2;

/** A text one side of which lacks the sentences of some gold beads. */
interface Holed {
  readonly name: string;
  readonly text: GoldText;
  readonly hole: ReadonlySet<string>;
  /** For each sentence that is left, its number in the whole text. */
  readonly numbers: Readonly<Record<Language, readonly number[]>>;
}

/** Takes `count` sentences away, or a few more or less, so that gold beads go as a whole. */
function withHole(text: GoldText, side: Language, start: number, count: number): Holed {
  const [from, to] = [beadStart(text, side, start), beadStart(text, side, start + count)];
  const keep = <T>(values: readonly T[], own: Language) =>
    own === side ? [...values.slice(0, from), ...values.slice(to)] : values;
  return {
    name: `${side === 'zh' ? 'Chinese' : 'English'} sentences ${from} to ${to - 1}`,
    text: { zh: keep(text.zh, 'zh'), en: keep(text.en, 'en') },
    hole: new Set(text[side].slice(from, to).map(({ bead }) => bead)),
    numbers: { zh: keep([...text.zh.keys()], 'zh'), en: keep([...text.en.keys()], 'en') },
  };
}

/** The first sentence, from `at` on, that begins a gold bead. */
function beadStart(text: GoldText, side: Language, at: number): number {
  let start = at;
  while (start > 0 && text[side][start]?.bead === text[side][start - 1]?.bead) start++;
  return start;
}

function* holes(text: GoldText, count: number): Generator<Holed> {
  const random = numbers(SEED);
  for (let place = 0; place < PLACES; place++) {
    const at = EARLIEST + (LATEST - EARLIEST) * random();
    for (const side of ['en', 'zh'] as const) {
      yield withHole(text, side, Math.floor(at * text[side].length), count);
    }
  }
}

/** Strict F1 by verse outside the hole: of beads that hold a sentence of another verse. */
function f1Outside(text: GoldText, beads: readonly IdBead[], hole: ReadonlySet<string>): number {
  const isOutside = (side: Language) => (number: number) => !hole.has(text[side][number]!.bead);
  return verseF1(text, beads, ({ zh, en }) => zh.some(isOutside('zh')) || en.some(isOutside('en')));
}

function inWhole(beads: readonly IdBead[], { numbers: { zh, en } }: Holed): IdBead[] {
  return beads.map((bead) => ({ zh: bead.zh.map((i) => zh[i]!), en: bead.en.map((j) => en[j]!) }));
}

function compare(text: GoldText, holed: readonly Holed[], times: number, folder: string): boolean {
  const whole = writePair(text, folder, 'whole');
  const files = holed.map((one, k) => writePair(one.text, folder, `hole${k}`));
  const [undisturbed, ...disturbed] = takingTurns([whole, ...files].map(alignmentOf), times).map(medians);
  const beads = alignmentIn(whole);
  const f1 = holed.map((one, k) => ({
    before: f1Outside(text, beads, one.hole),
    after: f1Outside(text, inWhole(alignmentIn(files[k]!), one), one.hole),
  }));
  const rows = holed.map(({ name }, k) => {
    const { before, after } = f1[k]!;
    return [name, before.toFixed(4), after.toFixed(4), ...usageCells(disturbed[k]!)];
  });
  const header = ['missing', 'F1 undisturbed', 'F1 with the hole', ...USAGE];
  sayTable(header, [['nothing', verseF1(text, beads).toFixed(4), '', ...usageCells(undisturbed!)], ...rows]);
  const verdicts = holed.flatMap(({ name }, k) => [
    atMost(`${name}: F1 lost outside the hole`, f1[k]!.before - f1[k]!.after, 4, MOST_LOSS),
    atMost(`${name}: CPU time`, disturbed[k]!.cpuSeconds / undisturbed!.cpuSeconds, 2, MOST_TIME, ' x'),
  ]);
  return verdicts.every((isKept) => isKept);
}

function main(): number {
  if (!hasBible()) return 0;
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-gap-'));
  try {
    const whole = readBible();
    const part = numberAfter('--part', 1);
    const text = firstBeads(whole, Math.round(whole.en.length / part));
    say(`bible5k: ${text.zh.length} Chinese and ${text.en.length} English sentences.\n`);
    const holed = [...holes(text, Math.round(HOLE / part))];
    return compare(text, holed, numberAfter('--times', 1), folder) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = main();
