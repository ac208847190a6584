/**
 * Whether the time for a sentence stays the same as documents grow, and what the memory is: the whole of
 * bible5k against its first 1,000 verses, each without the start-up, which is the time of a one-sentence
 * pair. `npm run bench:growth`, after `npm run build`. Fails over the bars.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alignmentOf, firstBeads, type GoldText, hasBible, readBible, writePair } from './gold-text.ts';
import { type Measurement, median, say, takingTurns } from './measure.ts';

const VERSES = 1000;
const TIMES = 3;
const MOST_GROWTH = 1.3;
const MOST_MIB = 1.5 * 1024;

function compare(folder: string): boolean {
  const whole = readBible();
  const prefix = firstBeads(whole, VERSES);
  const single: GoldText = { zh: whole.zh.slice(0, 1), en: whole.en.slice(0, 1) };
  const commands = Object.entries({ single, prefix, whole }).map(([name, text]) =>
    alignmentOf(writePair(text, folder, name)),
  );
  const [ofSingle, ofPrefix, ofWhole] = takingTurns(commands, TIMES);
  const seconds = (runs: readonly Measurement[]) => median(runs.map((run) => run.seconds));
  const start = seconds(ofSingle!);
  say(`start-up: ${start.toFixed(2)} s`);
  const perSentence = (runs: readonly Measurement[], { zh, en }: GoldText, name: string) => {
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
  if (!hasBible()) return 0;
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-growth-'));
  try {
    return compare(folder) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = main();
