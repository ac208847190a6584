import type { Candidate } from '../model.ts';
import type { Evidence, PairSides } from './evidence.ts';

/** Words in more sentences than this say nothing of where one is; it also bounds the work for each sentence. */
const MOST_SENTENCES = 12;
/** How many English sentences are kept for a Chinese one. */
const KEPT = 4;

/**
 * For each Chinese sentence the few English ones of the whole part with which it shares the most translations
 * of rare words, names and values. Time grows with the length of the parts.
 */
export function sharedEvidence({ zh, en }: PairSides, { lexicon }: Evidence): Candidate[] {
  const zhSentences = sentencesOf(zh.words);
  const enSentences = sentencesOf(en.words);
  return zh.words.flatMap((words, i) => {
    const strengths = new Map<number, number>();
    for (const word of new Set(words)) {
      const own = zhSentences.get(word)!.length;
      if (own > MOST_SENTENCES) continue;
      const { ids, probabilities } = lexicon.zhToEn[word]!;
      ids.forEach((id, k) => {
        const places = enSentences.get(id) ?? [];
        if (places.length > MOST_SENTENCES) return;
        const strength = Math.sqrt(probabilities[k]! / (own * places.length));
        for (const j of places) strengths.set(j, (strengths.get(j) ?? 0) + strength);
      });
    }
    return [...strengths]
      .map(([j, strength]) => ({ zh: i, en: j, strength }))
      .sort((x, y) => y.strength - x.strength || x.en - y.en)
      .slice(0, KEPT);
  });
}

/** The sentences in which each word stands. */
function sentencesOf(sentences: readonly Int32Array[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  sentences.forEach((words, i) => {
    for (const word of new Set(words)) {
      const list = places.get(word);
      if (list) list.push(i);
      else places.set(word, [i]);
    }
  });
  return places;
}
