/**
 * Whether the time for a sentence stays the same as documents grow, and what the memory is: the whole of
 * bible5k against its first 1,000 verses, each without the start-up, which is the time of a one-sentence
 * pair. `npm run bench:growth`, after `npm run build`. Fails over the bars.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DUIQI, type Measurement, median, ROOT, say, takingTurns } from './measure.ts';

const DATA = join(ROOT, '..', 'shared', 'dev', 'bible5k');
const VERSES = 1000;
const TIMES = 3;
const MOST_GROWTH = 1.3;
const MOST_MIB = 1.5 * 1024;

interface Pair {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

const linesOf = (name: string) => readFileSync(join(DATA, name), 'utf8').trimEnd().split('\n');

/** The sentences of the first verses, on both sides. */
function firstVerses({ zh, en }: Pair, count: number): Pair {
  const [zhVerses, enVerses] = [linesOf('zh.verse'), linesOf('en.verse')];
  const first = new Set([...new Set(enVerses)].slice(0, count));
  return {
    zh: zh.filter((_, i) => first.has(zhVerses[i]!)),
    en: en.filter((_, i) => first.has(enVerses[i]!)),
  };
}

/** Writes the pair and returns the arguments that align it. */
function alignmentOf({ zh, en }: Pair, folder: string, name: string): string[] {
  const [zhFile, enFile, out] = ['zh.txt', 'en.txt', 'out.align'].map((end) =>
    join(folder, `${name}.${end}`),
  );
  writeFileSync(zhFile!, `${zh.join('\n')}\n`);
  writeFileSync(enFile!, `${en.join('\n')}\n`);
  return [DUIQI, 'align', zhFile!, enFile!, '--segmented', '-o', out!];
}

function compare(folder: string): boolean {
  const whole: Pair = { zh: linesOf('zh.txt'), en: linesOf('en.txt') };
  const prefix = firstVerses(whole, VERSES);
  const single: Pair = { zh: whole.zh.slice(0, 1), en: whole.en.slice(0, 1) };
  const commands = [
    alignmentOf(single, folder, 'single'),
    alignmentOf(prefix, folder, 'prefix'),
    alignmentOf(whole, folder, 'whole'),
  ];
  const [ofSingle, ofPrefix, ofWhole] = takingTurns(commands, TIMES);
  const seconds = (runs: readonly Measurement[]) => median(runs.map((run) => run.seconds));
  const start = seconds(ofSingle!);
  say(`start-up: ${start.toFixed(2)} s`);
  const perSentence = (runs: readonly Measurement[], { zh, en }: Pair, name: string) => {
    const sentences = zh.length + en.length;
    const each = (seconds(runs) - start) / sentences;
    say(
      `${name}: ${sentences} sentences in ${seconds(runs).toFixed(2)} s, ${(each * 1000).toFixed(3)} ms each after start-up`,
    );
    return each;
  };
  const few = perSentence(ofPrefix!, prefix, `first ${VERSES} verses`);
  const growth = perSentence(ofWhole!, whole, 'whole') / few;
  const peak = Math.max(...ofWhole!.map(({ peakMiB }) => peakMiB));
  say(`growth: ${growth.toFixed(2)} (at most ${MOST_GROWTH})`);
  say(`peak memory of the whole: ${peak.toFixed(0)} MiB (at most ${MOST_MIB})`);
  return growth <= MOST_GROWTH && peak <= MOST_MIB;
}

function main(): number {
  if (!existsSync(DATA)) {
    say(`skipped: the development data is not there (${DATA}).`);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-growth-'));
  try {
    return compare(folder) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = main();
