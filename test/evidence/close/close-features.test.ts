import { beforeAll, describe, expect, test } from 'vitest';
import { adapt } from '../../../src/adapt/adapt.ts';
import {
  CLOSE_FEATURES,
  type CloseEvidence,
  closeEvidenceOf,
  closeFeaturesOf,
} from '../../../src/evidence/close/close-features.ts';
import { type Evidence, readEvidence } from '../../../src/evidence/evidence.ts';
import { FEATURES, featuresOf, type PairEvidence } from '../../../src/evidence/features.ts';
import {
  evidenceIn,
  surfaceOf,
  tablesOf,
  taughtIn,
  taughtTables,
  wholeOf,
  withLessons,
} from '../../../src/evidence/stretch.ts';
import type { Bead } from '../../../src/model.ts';
import { closeEvidence, firstRound, LEARNT } from '../../../src/rounds/rounds.ts';
import { fullBand } from '../../search/brute-force.ts';
import { partOf } from '../sides.ts';

const ZH = [
  '船长把绳子扔给了老渔夫。',
  '老渔夫接住绳子，把它系在木桩上，然后点了一支烟。',
  '海上起了雾。',
  '“今晚谁也别想出海。”他说。',
];
const EN = [
  'The captain threw the rope to the old fisherman.',
  'The old fisherman caught the rope and tied it to a post.',
  'Then he lit a cigarette.',
  'Fog had come up over the sea.',
  "'Nobody goes out tonight,' he said.",
];

describe('a closer look at the beads of a story', () => {
  let evidence: Evidence;
  let close: CloseEvidence;
  let banded: PairEvidence;
  // Without what is taken away as taught by the beads themselves: in larger beads the closer look takes away more.
  let untaught: CloseEvidence;
  let bandedUntaught: PairEvidence;

  beforeAll(() => {
    evidence = readEvidence([{ zh: partOf('zh', ZH), en: partOf('en', EN) }]);
    const adapted = adapt(evidence, [firstRound(evidence, 0, LEARNT.first)]);
    const { lexicon, lessons, habits } = adapted;
    const sides = evidence.pairs[0]!;
    close = closeEvidence(evidence, 0, adapted);
    untaught = closeEvidenceOf(sides, evidence, lexicon, habits[0]!);
    const band = fullBand(ZH.length, EN.length);
    const whole = wholeOf(tablesOf(sides));
    const tables = taughtTables(evidence, lexicon, habits[0]!);
    const surface = surfaceOf(sides, habits[0]!);
    banded = evidenceIn(band, surface, taughtIn(withLessons(tables, lessons[0]!, whole), whole));
    bandedUntaught = evidenceIn(band, surface, taughtIn(tables, whole));
  });

  const bead = (zhStart: number, zhEnd: number, enStart: number, enEnd: number): Bead => ({
    zh: { start: zhStart, end: zhEnd },
    en: { start: enStart, end: enEnd },
  });
  const look = (one: Bead, evidenceOf = close) => {
    const out = new Float64Array(CLOSE_FEATURES.length);
    closeFeaturesOf(evidenceOf, one, out);
    return Object.fromEntries(CLOSE_FEATURES.map((name, k) => [name, out[k]!]));
  };

  const expectTheSame = (one: Bead, inBand: PairEvidence, looked: CloseEvidence) => {
    const out = new Float64Array(FEATURES.length);
    const { zh, en } = one;
    featuresOf(inBand, zh.start, zh.end - zh.start, en.start, en.end - en.start, out);
    const seen = look(one, looked);
    FEATURES.forEach((name, k) => {
      expect(seen[name], name).toBeCloseTo(out[k]!, 5);
    });
  };

  test.each([
    ['1-1', bead(0, 1, 0, 1)],
    ['1-2', bead(1, 2, 1, 3)],
    ['1-0', bead(2, 3, 3, 3)],
    ['0-1', bead(2, 2, 2, 3)],
  ])('sees in a bead of %s what a search in a band sees, to the last lesson', (_, one) => {
    expectTheSame(one, banded, close);
  });

  test.each([
    ['2-1', bead(0, 2, 1, 2)],
    ['2-3', bead(2, 4, 2, 5)],
  ])('sees in a bead of %s what a search in a band sees', (_, one) => {
    expectTheSame(one, bandedUntaught, untaught);
  });

  test('finds the words of a true pair in order, and more of them than in a false one', () => {
    const right = look(bead(1, 2, 1, 3));
    const wrong = look(bead(0, 1, 3, 4));
    expect(right.enInOrder! + right.zhInOrder!).toBeGreaterThan(0);
    expect(right.zhWords).toBeGreaterThan(wrong.zhWords!);
    expect(right.enWords).toBeGreaterThan(wrong.enWords!);
  });
});
