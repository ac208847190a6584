import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sharedEvidence } from '../../src/evidence/candidates.ts';
import { evidenceIn, readEvidence, weighBy } from '../../src/evidence/evidence.ts';
import { FIRST_WEIGHTS } from '../../src/evidence/weights.ts';
import type { Band, Bead, Part } from '../../src/model.ts';
import { readSegmented } from '../../src/read/document.ts';
import { bandAround, crampedRows } from '../../src/search/band.ts';
import { Cells, MAX_EN, MAX_ZH } from '../../src/search/cells.ts';
import { bestPath } from '../../src/search/path.ts';
import { search, WIDE } from '../../src/search/search.ts';
import { waypointsOf } from '../../src/search/waypoints.ts';
import { readAlign } from '../../src/units/align.ts';

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

interface Block {
  readonly zh: string[];
  readonly en: string[];
}

/** The gold beads of a story as texts. */
function beadsOf(story: string, chinese: string): Block[] {
  const at = (name: string) => readFileSync(join(CORPUS, story, 'gold', name), 'utf8');
  const zh = at(`${chinese}.txt`).split('\n');
  const en = at('en.txt').split('\n');
  return readAlign(at('alignment.align'), story).map((bead) => ({
    zh: bead.zh.map((i) => zh[i]!),
    en: bead.en.map((j) => en[j]!),
  }));
}

/** All stories cut into blocks of some beads, shuffled by a fixed rule, with runs left out on either side. */
function longPair(step: number, blockSize: number): { zh: Part; en: Part } {
  const beads = readdirSync(CORPUS)
    .filter((name) => existsSync(join(CORPUS, name, 'gold')))
    .flatMap((story) => beadsOf(story, 'zh-TW'));
  const blocks = Array.from({ length: Math.ceil(beads.length / blockSize) }, (_, k) =>
    beads.slice(k * blockSize, (k + 1) * blockSize),
  );
  const shuffled = blocks.map((_, k) => blocks[(k * step + 3) % blocks.length]!);
  const zh: string[] = [];
  const en: string[] = [];
  shuffled.forEach((block, k) => {
    for (const bead of block) {
      if (k % 7 !== 2 && zh.length + bead.zh.length <= 300) zh.push(...bead.zh);
      if (k % 9 !== 4 && en.length + bead.en.length <= 300) en.push(...bead.en);
    }
  });
  const part = (lines: string[], name: string) => readSegmented(Buffer.from(`${lines.join('\n')}\n`), name);
  return { zh: part(zh, 'zh.txt'), en: part(en, 'en.txt') };
}

function fullBand(zhCount: number, enCount: number): Band {
  return { low: new Int32Array(zhCount + 1), high: new Int32Array(zhCount + 1).fill(enCount) };
}

test.each([
  [7, 5],
  [11, 9],
  [13, 14],
])('the search in a band finds what the full search finds, blocks shuffled by %i', (step, blockSize) => {
  const pair = longPair(step, blockSize);
  const evidence = readEvidence([pair]);
  const sides = evidence.pairs[0]!;
  const [zhCount, enCount] = [pair.zh.sentences.length, pair.en.sentences.length];
  expect(Math.max(zhCount, enCount)).toBeGreaterThan(250);
  const { continuation } = FIRST_WEIGHTS;
  const weighIn = (band: Band) =>
    weighBy(evidenceIn(band, sides, evidence, evidence.lexicon, { zh: MAX_ZH, en: MAX_EN }), FIRST_WEIGHTS);
  let widest = 0;
  const banded = search(zhCount, enCount, waypointsOf(sharedEvidence(sides, evidence)), WIDE, (band) => {
    widest = band.high.reduce((sum, high, i) => sum + high - band.low[i]! + 1, 0);
    return { weigh: weighIn(band), continuation };
  });
  const full = fullBand(zhCount, enCount);
  expect(banded.beads).toEqual(bestPath(new Cells(full, weighIn(full)), continuation));
  expect(widest).toBeLessThan(0.6 * (zhCount + 1) * (enCount + 1));
});

test('without waypoints the band grows until the path keeps clear of its edges', () => {
  // All English sentences but the last few stand in front of the first match.
  const weigh = (i: number, a: number, j: number, b: number) =>
    a === 0 || b === 0 ? -1 : a === 1 && b === 1 && j === i + 60 ? 5 : -9;
  const { beads } = search(80, 140, [], WIDE, () => ({ weigh, continuation: 0 }));
  const pairs = beads.filter((bead) => bead.zh.end > bead.zh.start && bead.en.end > bead.en.start);
  expect(pairs).toHaveLength(80);
});

test('rows of a band begin and end in order, and hold both corners', () => {
  const waypoints = [
    { zh: 3, en: 20 },
    { zh: 10, en: 22 },
  ];
  const { low, high } = bandAround(waypoints, 40, new Int32Array(21).fill(2));
  expect(low[0]).toBe(0);
  expect(high[20]).toBe(40);
  for (let i = 1; i < low.length; i++) {
    expect(low[i]).toBeGreaterThanOrEqual(low[i - 1]!);
    expect(high[i]).toBeGreaterThanOrEqual(high[i - 1]!);
    expect(high[i]).toBeGreaterThanOrEqual(low[i]!);
  }
  for (const { zh, en } of waypoints) {
    expect(low[zh]).toBeLessThanOrEqual(en);
    expect(high[zh]).toBeGreaterThanOrEqual(en);
  }
});

test('a row is cramped where the path comes near an edge that is not the end of the part', () => {
  const band = { low: Int32Array.of(0, 0, 4, 8), high: Int32Array.of(9, 12, 16, 20) };
  const to = (i: number, j: number): Bead => ({ zh: { start: i - 1, end: i }, en: { start: j - 1, end: j } });
  expect(crampedRows([to(1, 1), to(2, 5), to(3, 20)], band, 3)).toEqual([2]);
  expect(crampedRows([to(1, 2), to(2, 8), to(3, 20)], band, 3)).toEqual([]);
});
