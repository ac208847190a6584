/**
 * Time and memory of whole processes: `npm run bench:speed`, after `npm run build`. bible5k and up to eight times as much, beside
 * the floor (reading and cutting into words, nothing else) and hunalign; the novels of the development data; 1,000 small pairs.
 * Then the bars, by the clock and by CPU time; fails over one. `-- --times N` for medians of N runs, 3 unless told;
 * `-- --part N` for the first Nth of bible5k and of the small pairs; `-- --small` for the small pairs alone; `-- --huge` for
 * 100,000 sentences a side instead.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { grown } from './grown.ts';
import { hunalignInput } from './hunalign.ts';
import { measureJobs } from './jobs.ts';
import {
  atMost,
  DUIQI,
  type Measurement,
  medians,
  ROOT,
  say,
  sayTable,
  takingTurns,
  USAGE,
  usageCells,
} from './measure.ts';
import { numberAfter } from './options.ts';

const DEV = join(ROOT, '..', 'shared', 'dev');
const SEED = 7;
const SIZES = [1, 2, 4, 8];
/** Hunalign takes minutes for more: its time grows with the square. */
const LARGEST_FOR_HUNALIGN = 4;
const HUGE = 20;
const SMALL_PAIRS = 1000;

const MOST_FLOORS = 2.5;
const AIM_FLOORS = 1.7;
const MOST_MIB_ABOVE = 200;
const MOST_GROWTH = 1.15;
/** How much of hunalign's time a text of so many copies may take. */
const MOST_OF_HUNALIGN: Readonly<Record<number, number>> = { 2: 0.7, 4: 0.35 };
const MOST_HUGE_MIB = 2048;

/** A text and what its processes take; hunalign only where it is asked. */
interface Figures {
  readonly size: number;
  readonly sentences: number;
  readonly duiqi: Measurement;
  readonly floor: Measurement;
  /** The floor of those who load no more of nodejieba's dictionary than the text can hold. */
  readonly extract: Measurement;
  readonly hunalign?: Measurement;
  readonly f1: number;
}

function floorOf({ zh, en }: { readonly zh: string; readonly en: string }): string[] {
  return [join(ROOT, 'test', 'bench', 'floor.mjs'), zh, en];
}

/** Cuts the texts into words beforehand, for hunalign takes nothing else. */
function hunalignOf(text: GoldText, folder: string, name: string): string[] {
  const textsOf = (language: 'zh' | 'en') => text[language].map((sentence) => sentence.text);
  const input = Object.entries(hunalignInput(textsOf('zh'), textsOf('en')));
  const files = input.map(([part, bytes]) => {
    const file = join(folder, `${name}.hunalign.${part}`);
    writeFileSync(file, bytes);
    return file;
  });
  return [join(ROOT, 'test', 'bench', 'hunalign-run.mjs'), ...files];
}

/** All processes of all sizes take turns. */
function measurePairs(text: GoldText, times: number, folder: string): Figures[] {
  const pairs = SIZES.map((size) => {
    const larger = grown(text, size, SEED);
    const files = writePair(larger, folder, `${size}x`);
    const peer = size <= LARGEST_FOR_HUNALIGN ? [hunalignOf(larger, folder, `${size}x`)] : [];
    const floors = [floorOf(files), [...floorOf(files), '--extract']];
    return { size, larger, files, commands: [alignmentOf(files), ...floors, ...peer] };
  });
  const commands = pairs.flatMap((pair) => pair.commands);
  const measured = takingTurns(commands, times).map(medians);
  return pairs.map(({ size, larger, files, commands: own }) => {
    const [duiqi, floor, extract, hunalign] = measured.splice(0, own.length);
    const sentences = larger.zh.length + larger.en.length;
    const f1 = verseF1(larger, alignmentIn(files));
    const floors = { floor: floor!, extract: extract! };
    return { size, sentences, duiqi: duiqi!, ...floors, ...(hunalign && { hunalign }), f1 };
  });
}

function sayPairs(all: readonly Figures[]): void {
  const rows = all.flatMap(({ size, sentences, duiqi, floor, extract, hunalign }) => {
    const rowOf = (program: string, usage: Measurement) => [
      `bible5k x ${size}`,
      String(sentences),
      program,
      ...usageCells(usage),
    ];
    const peer = hunalign ? [rowOf('hunalign', hunalign)] : [];
    return [rowOf('duiqi', duiqi), rowOf('floor', floor), rowOf('floor by an extract', extract), ...peer];
  });
  sayTable(['text', 'sentences', 'process', ...USAGE], rows);
  say(
    'hunalign is its WebAssembly build, alone, on words that were cut beforehand: 1.3 to 2 times as slow as',
  );
  say(
    'native hunalign. Who has Chinese to cut pays for hunalign and the floor. Ratios of wall time (of CPU time):\n',
  );
  sayTable(
    [
      'text',
      'duiqi / floor',
      'duiqi / floor by an extract',
      'MiB above',
      'duiqi / hunalign',
      'duiqi / (hunalign + floor)',
      'strict F1 by verse',
    ],
    all.map(({ size, duiqi, floor, extract, hunalign, f1 }) => [
      `bible5k x ${size}`,
      ratio(duiqi, [floor]),
      ratio(duiqi, [extract]),
      (duiqi.peakMiB - floor.peakMiB).toFixed(0),
      hunalign ? ratio(duiqi, [hunalign]) : '',
      hunalign ? ratio(duiqi, [hunalign, floor]) : '',
      f1.toFixed(4),
    ]),
  );
}

function ratio(usage: Measurement, others: readonly Measurement[]): string {
  const of = (key: 'cpuSeconds' | 'seconds') =>
    usage[key] / others.reduce((sum, other) => sum + other[key], 0);
  return `${of('seconds').toFixed(2)} (${of('cpuSeconds').toFixed(2)})`;
}

/** What a user waits for, and what a busy machine hardly disturbs: bars go by both. */
const TIMES = [
  ['seconds', 'time'],
  ['cpuSeconds', 'CPU time'],
] as const;

/** Whether single pairs keep to their bars. */
function judgePairs(all: readonly Figures[]): boolean {
  const [once, largest] = [all[0]!, all.at(-1)!];
  const growthOf = (key: 'seconds' | 'cpuSeconds' | 'peakMiB') => {
    const each = ({ duiqi, floor, sentences }: Figures) => (duiqi[key] - floor[key]) / sentences;
    return each(largest) / each(once);
  };
  const above = once.duiqi.peakMiB - once.floor.peakMiB;
  const verdicts = [
    ...TIMES.map(([key, name]) => {
      const floors = once.duiqi[key] / once.floor[key];
      return atMost(`bible5k: ${name}, aim ${AIM_FLOORS} floors`, floors, 2, MOST_FLOORS, ' floors');
    }),
    atMost('bible5k: peak above the floor', above, 0, MOST_MIB_ABOVE, ' MiB'),
    ...TIMES.map(([key, name]) => {
      const what = `${name} a sentence above the floor, from x 1 to x ${largest.size}`;
      return atMost(what, growthOf(key), 2, MOST_GROWTH);
    }),
    atMost(
      `memory a sentence above the floor, from x 1 to x ${largest.size}`,
      growthOf('peakMiB'),
      2,
      MOST_GROWTH,
    ),
  ];
  for (const { size, duiqi, hunalign } of all) {
    const most = MOST_OF_HUNALIGN[size];
    if (most === undefined || !hunalign) continue;
    for (const [key, name] of TIMES) {
      verdicts.push(
        atMost(`bible5k x ${size}: ${name} against hunalign`, duiqi[key] / hunalign[key], 2, most),
      );
    }
  }
  return verdicts.every((isKept) => isKept);
}

/** The six chapters as two folders. */
function measureNovels(times: number, folder: string): void {
  const [zh, en] = ['zh', 'en'].map((side) => join(DEV, 'mac', side));
  const [usage] = takingTurns([[DUIQI, 'align', zh!, en!, '-o', join(folder, 'mac.jsonl')]], times).map(
    medians,
  );
  sayTable(['text', ...USAGE], [['dev/mac, two folders of six chapters', ...usageCells(usage!)]]);
}

function measureHuge(text: GoldText, folder: string): boolean {
  const larger = grown(text, HUGE, SEED);
  const files = writePair(larger, folder, 'huge');
  const [[usage]] = takingTurns([alignmentOf(files)], 1) as [[Measurement]];
  const f1 = verseF1(larger, alignmentIn(files)).toFixed(4);
  const { zh, en } = larger;
  sayTable(
    ['text', 'sentences', ...USAGE, 'strict F1 by verse'],
    [[`bible5k x ${HUGE}`, `${zh.length} zh, ${en.length} en`, ...usageCells(usage), f1]],
  );
  return atMost(`bible5k x ${HUGE}: peak`, usage.peakMiB, 0, MOST_HUGE_MIB, ' MiB');
}

async function measureAll(folder: string): Promise<boolean> {
  const [times, part] = [numberAfter('--times', 3), numberAfter('--part', 1)];
  const whole = hasBible() ? readBible() : undefined;
  const text = whole && firstBeads(whole, Math.ceil(whole.en.length / part));
  if (process.argv.includes('--huge')) return text ? measureHuge(text, folder) : true;
  const pairs = Math.ceil(SMALL_PAIRS / part);
  if (process.argv.includes('--small')) return measureJobs(pairs, times, folder);
  const figures = text && measurePairs(text, times, folder);
  if (figures) {
    sayPairs(figures);
    measureNovels(times, folder);
  }
  const isFaster = await measureJobs(pairs, times, folder);
  const isKept = figures ? judgePairs(figures) : true;
  return isFaster && isKept;
}

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-speed-'));
  try {
    return (await measureAll(folder)) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = await main();
