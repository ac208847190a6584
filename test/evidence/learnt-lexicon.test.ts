import { expect, test } from 'vitest';
import { type Evidence, readEvidence } from '../../src/evidence/evidence.ts';
import { DICTIONARY_STRENGTH, type LearntLexicon } from '../../src/evidence/learnt-lexicon.ts';
import { partOf } from './sides.ts';

const PAIR = { zh: partOf('zh', ['合同生效。']), en: partOf('en', ['The covenant applies.']) };

function probability({ lexicon, vocabularies }: Evidence, zh: string, en: string): number {
  const row = lexicon.zhToEn[vocabularies.zh.id(zh)!]!;
  const place = row.ids.indexOf(vocabularies.en.id(en)!);
  return place < 0 ? 0 : row.probabilities[place]!;
}

test('counts join the dictionary, which is their prior', () => {
  const learnt: LearntLexicon = {
    zhTokens: 100,
    enTokens: 100,
    zh: [{ word: '合同', count: 9, total: 8 }],
    en: [{ word: 'coven', count: 9, total: 8 }],
    pairs: [
      { zh: '合同', en: 'coven', zhToEn: 6, enToZh: 6, beads: 6 },
      { zh: '合同', en: 'elsewher', zhToEn: 2, enToZh: 2, beads: 2 },
    ],
  };
  const [before, after] = [readEvidence([PAIR]), readEvidence([PAIR], [], learnt)];
  const known = probability(before, '合同', 'coven');
  expect(probability(after, '合同', 'coven')).toBeCloseTo(
    (DICTIONARY_STRENGTH * known + 6) / (DICTIONARY_STRENGTH + 8),
  );
  expect(probability(after, '生效', 'appli')).toBe(probability(before, '生效', 'appli'));
});

test('an empty lexicon changes nothing', () => {
  const nothing = { zhTokens: 0, enTokens: 0, zh: [], en: [], pairs: [] };
  expect(readEvidence([PAIR], [], nothing).lexicon).toEqual(readEvidence([PAIR]).lexicon);
});
