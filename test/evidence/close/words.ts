import { PlacedWords } from '../../../src/evidence/close/placed-words.ts';

/** Sentences of words, each word a letter or sign long; a place may be given for each word. */
export function sentencesOf(words: readonly (readonly number[])[], places?: readonly (readonly number[])[]) {
  return {
    words: words.map((own) => Int32Array.from(own)),
    places: words.map((own, i) => Float64Array.from(own, (_, k) => places?.[i]?.[k] ?? k + 0.5)),
    lengths: Int32Array.from(words, (own) => own.length),
  };
}

/** The words of one sentence, of a vocabulary of 30. */
export function placed(words: readonly number[], places?: readonly number[]): PlacedWords {
  const side = new PlacedWords(30);
  side.read(sentencesOf([words], places && [places]), { start: 0, end: 1 });
  return side;
}

/** The word number of each token. */
export function tokensOf(words: PlacedWords): number[] {
  return Array.from(words.types.subarray(0, words.count), (type) => words.words[type]!);
}
