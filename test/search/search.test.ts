import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Evidence, readEvidence } from '../../src/evidence/evidence.ts';
import { NO_HABITS } from '../../src/evidence/habits.ts';
import {
  evidenceIn,
  surfaceOf,
  tablesOf,
  taughtIn,
  taughtTables,
  weighBy,
  wholeOf,
} from '../../src/evidence/stretch.ts';
import { FIRST_WEIGHTS } from '../../src/evidence/weights.ts';
import type { Band, Bead, Part } from '../../src/model.ts';
import { readSegmented } from '../../src/read/document.ts';
import { roughWaypoints } from '../../src/rounds/search-task.ts';
import type { Waypoint } from '../../src/search/band.ts';
import { Cells } from '../../src/search/cells.ts';
import { bestPath } from '../../src/search/path.ts';
import { type Found, search, WIDE, waypointsAlong } from '../../src/search/search.ts';
import { readAlign } from '../../src/units/formats/align.ts';
import { fullBand } from './brute-force.ts';

/** Milliseconds for a search through all cells on a busy machine. */
const LONG = 120_000;
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

/** All stories cut into blocks of some beads, shuffled by a fixed rule, with runs left out on either side; `most` sentences a side. */
function longPair(step: number, blockSize: number, most: number): { zh: Part; en: Part } {
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
      if (k % 7 !== 2 && zh.length + bead.zh.length <= most) zh.push(...bead.zh);
      if (k % 9 !== 4 && en.length + bead.en.length <= most) en.push(...bead.en);
    }
  });
  const part = (lines: string[], name: string) => readSegmented(Buffer.from(`${lines.join('\n')}\n`), name);
  return { zh: part(zh, 'zh.txt'), en: part(en, 'en.txt') };
}

const areaOf = ({ low, high }: Band) => high.reduce((sum, end, i) => sum + end - low[i]! + 1, 0);

function expectWhole(beads: readonly Bead[], zhCount: number, enCount: number): void {
  let [i, j] = [0, 0];
  for (const { zh, en } of beads) {
    expect([zh.start, en.start]).toEqual([i, j]);
    [i, j] = [zh.end, en.end];
  }
  expect([i, j]).toEqual([zhCount, enCount]);
}

describe.each([
  [7, 5, 300],
  [13, 14, 180],
])('of long parts, their blocks shuffled by %i', (step, blockSize, most) => {
  let evidence: Evidence;
  let zhCount: number;
  let enCount: number;
  let full: readonly Bead[];
  let widest: number;

  const { continuation } = FIRST_WEIGHTS;
  const weighIn = (band: Band) => {
    const sides = evidence.pairs[0]!;
    const taught = taughtIn(untaught(), wholeOf(tablesOf(sides)));
    return weighBy(evidenceIn(band, surfaceOf(sides, NO_HABITS), taught), FIRST_WEIGHTS);
  };
  const untaught = () => taughtTables(evidence, evidence.lexicon, NO_HABITS);
  const searchAlong = (waypoints: readonly Waypoint[]): Found => {
    widest = 0;
    return search(zhCount, enCount, waypoints, WIDE, (band) => {
      widest = Math.max(widest, areaOf(band));
      return { weigh: weighIn(band), continuation };
    });
  };

  beforeAll(() => {
    const pair = longPair(step, blockSize, most);
    evidence = readEvidence([pair]);
    [zhCount, enCount] = [pair.zh.sentences.length, pair.en.sentences.length];
    const band = fullBand(zhCount, enCount);
    full = bestPath(new Cells(band, weighIn(band)), continuation);
  }, LONG);

  test('the search along the waypoints finds the beads of the full search, in less room', () => {
    expect(Math.max(zhCount, enCount)).toBeGreaterThan(most - 50);
    const { beads } = searchAlong(roughWaypoints(tablesOf(evidence.pairs[0]!), untaught()));
    expect(beads).toEqual(full);
    expect(widest).toBeLessThan(0.6 * areaOf(fullBand(zhCount, enCount)));
  });

  test('the search without waypoints finds them too', () => {
    expect(searchAlong([]).beads).toEqual(full);
  });

  test('a search along the beads of another one finds them again', () => {
    const found = searchAlong([]);
    const along = waypointsAlong(found);
    expect(along.length).toBeGreaterThan(20);
    expect(searchAlong(along).beads).toEqual(full);
  });

  test('one misleading waypoint does no harm', () => {
    const wrong = { zh: Math.floor(zhCount / 2), en: Math.floor(enCount / 2) + 30 };
    expect(searchAlong([wrong]).beads).toEqual(full);
  });
});

const evenly = (_zh: number, a: number, _en: number, b: number) => (a && b ? -Math.abs(a - b) - 1 : -3);

test.each([
  [1, 100],
  [2, 1000],
  [3, 200],
  [100, 1],
  [1000, 2],
  [0, 5],
  [5, 0],
])('parts of %i and %i sentences are cut into beads, however unequal they are', (zhCount, enCount) => {
  const { beads, probabilities } = search(zhCount, enCount, [], WIDE, () => ({
    weigh: evenly,
    continuation: 1,
  }));
  expectWhole(beads, zhCount, enCount);
  for (const p of probabilities) {
    expect(p).toBeGreaterThanOrEqual(0);
    expect(p).toBeLessThanOrEqual(1);
  }
});

test('two empty parts have no beads', () => {
  const found = search(0, 0, [], WIDE, () => ({ weigh: evenly, continuation: 1 }));
  expect(found.beads).toEqual([]);
  expect(found.probabilities).toEqual([]);
});

test('whatever the waypoints, both parts are cut into beads', () => {
  const input = fc.record({ zhCount: fc.nat(60), enCount: fc.nat(120) }).chain(({ zhCount, enCount }) =>
    fc.record({
      zhCount: fc.constant(zhCount),
      enCount: fc.constant(enCount),
      waypoints: fc.array(fc.record({ zh: fc.nat(zhCount), en: fc.nat(enCount) }), { maxLength: 5 }),
    }),
  );
  fc.assert(
    fc.property(input, ({ zhCount, enCount, waypoints }) => {
      const { beads } = search(zhCount, enCount, waypoints, 3, () => ({ weigh: evenly, continuation: 1 }));
      expectWhole(beads, zhCount, enCount);
    }),
    { numRuns: 40 },
  );
});

test('without waypoints the band grows until the path keeps clear of its edges', () => {
  // All English sentences but the last few stand in front of the first match.
  const weigh = (i: number, a: number, j: number, b: number) =>
    a === 0 || b === 0 ? -1 : a === 1 && b === 1 && j === i + 60 ? 5 : -9;
  const { beads } = search(80, 140, [], WIDE, () => ({ weigh, continuation: 0 }));
  const pairs = beads.filter((bead) => bead.zh.end > bead.zh.start && bead.en.end > bead.en.start);
  expect(pairs).toHaveLength(80);
});

test('waypoints along an earlier search are the ends of its sure two-sided beads', () => {
  const bead = (zhStart: number, zhEnd: number, enStart: number, enEnd: number): Bead => ({
    zh: { start: zhStart, end: zhEnd },
    en: { start: enStart, end: enEnd },
  });
  const found = {
    beads: [bead(0, 1, 0, 2), bead(1, 2, 2, 2), bead(2, 3, 2, 3), bead(3, 4, 3, 4)],
    probabilities: [0.99, 0.99, 0.5, 0.95],
    contenders: new Int32Array(0),
    chances: new Float64Array(0),
  };
  expect(waypointsAlong(found)).toEqual([
    { zh: 1, en: 2 },
    { zh: 4, en: 4 },
  ]);
});
