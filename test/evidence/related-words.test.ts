import { expect, test } from 'vitest';
import { relatedByCharacters, relatedByMeaning } from '../../src/evidence/related-words.ts';
import { type Rows, viewsOf } from '../../src/evidence/rows.ts';
import { readTokens } from '../../src/evidence/tokens.ts';
import { Vocabulary } from '../../src/evidence/vocabulary.ts';
import { partOf } from './sides.ts';

function vocabularies(zhText: string, enText: string) {
  const [zh, en] = [new Vocabulary(), new Vocabulary()];
  for (const reading of readTokens(partOf('zh', [zhText]))) zh.read(reading);
  for (const reading of readTokens(partOf('en', [enText]))) en.read(reading);
  return { zh, en };
}

const rowOf = (rows: Rows, word: number) => viewsOf(rows)[word]!;
const shareOf = (row: ReturnType<typeof rowOf>, word: number) => row.probabilities[row.ids.indexOf(word)];

test('a word is related to one that shares a character with its rendering, and not to the rendering itself', () => {
  const { zh, en } = vocabularies('他一脸怒容，怒视着门口的雨伞。', 'He scowled at the umbrella.');
  const row = rowOf(relatedByCharacters(zh, en).enToZh, en.id('scowl')!);
  expect(shareOf(row, zh.id('怒容')!)).toBeGreaterThan(0);
  expect(shareOf(row, zh.id('雨伞')!)).toBeUndefined();
  expect(row.probabilities.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
});

test('a word is related to one of the same meaning that neither dictionary gives for it', () => {
  const { zh, en } = vocabularies('孩子们很高兴。', 'The children were joyful under the umbrella.');
  const row = rowOf(relatedByMeaning(zh, en).zhToEn, zh.id('高兴')!);
  expect(shareOf(row, en.id('joy') ?? en.id('joyful')!)).toBeGreaterThan(0);
  expect(shareOf(row, en.id('umbrella')!)).toBeUndefined();
});
