import { beforeAll, expect, test } from 'vitest';
import { type Evidence, readEvidence } from '../../src/evidence/evidence.ts';
import { startHelpers } from '../../src/rounds/helpers.ts';
import { piecesOf } from '../../src/rounds/pieces.ts';
import { alignInRounds, firstRound, LEARNT, type Outcome } from '../../src/rounds/rounds.ts';
import { partOf } from '../evidence/sides.ts';

/** A diary: every day something else happens, and every 70th entry was not translated. */
const THINGS = [
  ['下了雪', 'it snowed'],
  ['来了一位医生', 'a doctor came'],
  ['桥断了', 'the bridge broke'],
  ['我们吃了鱼', 'we ate fish'],
  ['猫睡着了', 'the cat fell asleep'],
  ['火车晚点了', 'the train was late'],
  ['有人敲门', 'somebody knocked at the door'],
] as const;
const DAYS = 3300;
const SECONDS = 1000;

const dayOf = (day: number) => [THINGS[(day * 5) % 7]!, THINGS[(day * 3 + 1) % 7]!] as const;
const zh = Array.from({ length: DAYS }, (_, day) => {
  const [first, then] = dayOf(day);
  return `第${day + 1}天${first[0]}，后来${then[0]}。`;
});
const en = Array.from({ length: DAYS }, (_, day) => {
  const [first, then] = dayOf(day);
  return `On day ${day + 1} ${first[1]}, and then ${then[1]}.`;
}).filter((_, day) => day % 70 !== 69);

let evidence: Evidence;
let alone: Outcome;

beforeAll(async () => {
  evidence = readEvidence([{ zh: partOf('zh', zh), en: partOf('en', en) }]);
  alone = await alignInRounds(evidence, [[]], LEARNT);
}, 120 * SECONDS);

test('a long pair is aligned as it was written', () => {
  const { beads } = alone.found[0]!;
  const omitted = beads.filter((bead) => bead.en.start === bead.en.end).map((bead) => bead.zh.start);
  expect(omitted).toEqual(Array.from({ length: Math.floor(DAYS / 70) }, (_, k) => 70 * k + 69));
  expect(beads).toHaveLength(DAYS);
});

test('in pieces a search finds what it finds in the whole', () => {
  const whole = { zh: { start: 0, end: zh.length }, en: { start: 0, end: en.length } };
  const found = firstRound(evidence, 0, LEARNT.first);
  const waypoints = found.beads.map((bead) => ({ zh: bead.zh.end, en: bead.en.end }));
  expect(piecesOf(whole, waypoints)).toHaveLength(2);
  expect(found.beads).toEqual(alone.found[0]!.beads);
});

test(
  'with helpers everything is the same to the last bit',
  async () => {
    startHelpers(2);
    const helped = await alignInRounds(evidence, [[]], LEARNT);
    expect(helped.found).toEqual(alone.found);
    expect(helped.adapted).toEqual(alone.adapted);
  },
  120 * SECONDS,
);
