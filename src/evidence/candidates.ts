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
  const zhSentences = sentencesByWord(zh.words, lexicon.zhToEn.length);
  const enSentences = sentencesByWord(en.words, lexicon.enToZh.length);
  const strengths = new Float64Array(en.words.length);
  return zh.words.flatMap((words, i) => {
    const met: number[] = [];
    for (const word of new Set(words)) {
      const own = countOf(zhSentences, word);
      if (own > MOST_SENTENCES) continue;
      const { ids, probabilities } = lexicon.zhToEn[word]!;
      for (let k = 0; k < ids.length; k++) {
        const count = countOf(enSentences, ids[k]!);
        if (count > MOST_SENTENCES) continue;
        const strength = Math.sqrt(probabilities[k]! / (own * count));
        const start = enSentences.starts[ids[k]!]!;
        for (let place = start; place < start + count; place++) {
          const j = enSentences.places[place]!;
          if (strengths[j] === 0) met.push(j);
          strengths[j]! += strength;
        }
      }
    }
    const strongest = met.sort((x, y) => strengths[y]! - strengths[x]! || x - y).slice(0, KEPT);
    const candidates = strongest.map((j) => ({ zh: i, en: j, strength: strengths[j]! }));
    for (const j of met) strengths[j] = 0;
    return candidates;
  });
}

/** The sentences in which each word stands: of word w `places` from starts[w] up to, not including, starts[w + 1]. */
interface SentencesByWord {
  readonly starts: Int32Array;
  readonly places: Int32Array;
}

function countOf({ starts }: SentencesByWord, word: number): number {
  return starts[word + 1]! - starts[word]!;
}

function sentencesByWord(sentences: readonly Int32Array[], size: number): SentencesByWord {
  const starts = new Int32Array(size + 1);
  eachOnce(sentences, size, (word) => starts[word + 1]!++);
  for (let word = 0; word < size; word++) starts[word + 1]! += starts[word]!;
  const places = new Int32Array(starts[size]!);
  const next = starts.slice(0, size);
  eachOnce(sentences, size, (word, sentence) => {
    places[next[word]!++] = sentence;
  });
  return { starts, places };
}

/** Visits each word of each sentence, but not again in the same one. */
function eachOnce(
  sentences: readonly Int32Array[],
  size: number,
  visit: (word: number, sentence: number) => void,
): void {
  const last = new Int32Array(size).fill(-1);
  sentences.forEach((words, sentence) => {
    for (const word of words) {
      if (last[word] !== sentence) visit(word, sentence);
      last[word] = sentence;
    }
  });
}
