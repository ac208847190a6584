import { expect, test } from 'vitest';
import { readEvidence } from '../../src/evidence/evidence.ts';
import { FEATURES, type Feature, surfaceFeaturesOf } from '../../src/evidence/features.ts';
import { NO_HABITS } from '../../src/evidence/habits.ts';
import { surfaceOf } from '../../src/evidence/stretch.ts';
import type { Language, Part, Role } from '../../src/model.ts';
import { partOf } from './sides.ts';

/** A part of these roles; `noise` stands for a paragraph that is no part of the story. */
function laidOut(language: Language, roles: readonly (Role | 'noise' | undefined)[]): Part {
  const part = partOf(
    language,
    roles.map(() => (language === 'zh' ? '港口' : 'The harbour')),
  );
  const sentences = part.sentences.map((sentence, i) => {
    const role = roles[i];
    if (role === 'noise') return { ...sentence, role: 'paragraph' as const, isNoise: true };
    return role ? { ...sentence, role } : sentence;
  });
  return { ...part, sentences };
}

type Roles = readonly (Role | 'noise' | undefined)[];

function featureOf(name: Feature, zh: Roles, en: Roles): number {
  const { pairs } = readEvidence([{ zh: laidOut('zh', zh), en: laidOut('en', en) }]);
  const out = new Float64Array(FEATURES.length);
  surfaceFeaturesOf(surfaceOf(pairs[0]!, NO_HABITS), 0, zh.length, 0, en.length, out);
  return out[FEATURES.indexOf(name)]!;
}

test.each<[Roles, Roles, number]>([
  [['heading'], ['heading'], 1],
  [['heading'], ['paragraph'], -1],
  [['item'], ['heading'], -1],
  [['paragraph'], ['paragraph'], 0],
  [[undefined], ['heading'], 0],
])('a heading goes with a heading: %j with %j', (zh, en, value) => {
  expect(featureOf('headings', zh, en)).toBe(value);
});

test.each<[Roles, Roles, number]>([
  [['item'], ['item'], 1],
  [['item'], ['cell'], -1],
  [['item'], ['paragraph'], 0],
  [[undefined], [undefined], 0],
])('other kinds tell where both sides have one: %j with %j', (zh, en, value) => {
  expect(featureOf('layout', zh, en)).toBe(value);
});

test.each<[Roles, Roles, number]>([
  [['noise'], ['noise'], 1],
  [['paragraph', 'noise'], ['paragraph'], -1],
  [['paragraph'], ['paragraph'], 0],
])('noise goes with noise: %j with %j', (zh, en, value) => {
  expect(featureOf('noise', zh, en)).toBe(value);
});

test('to leave noise out is told apart from leaving out a sentence of the story', () => {
  const { pairs } = readEvidence([
    { zh: laidOut('zh', ['noise', 'paragraph']), en: laidOut('en', ['paragraph']) },
  ]);
  const surface = surfaceOf(pairs[0]!, NO_HABITS);
  const omitted = [0, 1].map((zh) => {
    const out = new Float64Array(FEATURES.length);
    surfaceFeaturesOf(surface, zh, 1, 0, 0, out);
    return out[FEATURES.indexOf('noiseOmitted')];
  });
  expect(omitted).toEqual([1, 0]);
});
