import type { Example } from './examples.ts';

/**
 * Which words stand together in beads. A Chinese and an English word that do are one pair, with one number, from
 * whichever side it is seen; pairs are numbered in order of first appearance.
 *
 * Memory: 4 bytes for each two words of a bead (`MOST_WORD_PAIRS` of them at most), and 8 for each pair.
 */
export interface Cooccurrences {
  /** The two words of each pair. */
  readonly zh: Int32Array;
  readonly en: Int32Array;
  /** Bead after bead, for each of its Chinese words, for each of its English ones: the number of their pair. */
  readonly numbers: Int32Array;
  /** Where those of each bead begin; one longer than there are beads. */
  readonly offsets: Int32Array;
}

/** The pairs of words of `zhWords` Chinese and `enWords` English ones that stand together in examples. */
export function cooccurrencesIn(
  examples: readonly Example[],
  zhWords: number,
  enWords: number,
): Cooccurrences {
  const offsets = new Int32Array(examples.length + 1);
  examples.forEach(({ zh, en }, k) => {
    offsets[k + 1] = offsets[k]! + zh.length * en.length;
  });
  const numbers = new Int32Array(offsets[examples.length]!);
  const count = numberByChineseWord(examples, offsets, zhWords, enWords, numbers);
  return { ...numberByAppearance(examples, count, numbers), numbers, offsets };
}

/**
 * Numbers the pairs of the first Chinese word, then those of the second …: a table of the English words is enough to
 * know a pair again. Returns how many there are.
 */
function numberByChineseWord(
  examples: readonly Example[],
  offsets: Int32Array,
  zhWords: number,
  enWords: number,
  numbers: Int32Array,
): number {
  const { starts, inExample, at } = occurrencesOf(examples, offsets, zhWords);
  const numberWith = new Int32Array(enWords).fill(-1);
  let count = 0;
  for (let z = 0; z < zhWords; z++) {
    const first = count;
    for (let n = starts[z]!; n < starts[z + 1]!; n++) {
      const { en } = examples[inExample[n]!]!;
      let place = at[n]!;
      for (const e of en) {
        // What is smaller than the first number is the number of a pair with an earlier word.
        if (numberWith[e]! < first) numberWith[e] = count++;
        numbers[place++] = numberWith[e]!;
      }
    }
  }
  return count;
}

/** Where each Chinese word stands: word by word its examples, and there the place of its first pair. */
function occurrencesOf(examples: readonly Example[], offsets: Int32Array, zhWords: number) {
  const starts = new Int32Array(zhWords + 1);
  for (const { zh } of examples) for (const z of zh) starts[z + 1]!++;
  for (let z = 0; z < zhWords; z++) starts[z + 1]! += starts[z]!;
  const inExample = new Int32Array(starts[zhWords]!);
  const at = new Int32Array(starts[zhWords]!);
  const next = starts.slice();
  examples.forEach(({ zh, en }, k) => {
    let place = offsets[k]!;
    for (const z of zh) {
      const n = next[z]!++;
      inExample[n] = k;
      at[n] = place;
      place += en.length;
    }
  });
  return { starts, inExample, at };
}

/** Numbers the pairs anew, so that those that stand in one bead mostly stand side by side in tables of pairs too. */
function numberByAppearance(
  examples: readonly Example[],
  count: number,
  numbers: Int32Array,
): Pick<Cooccurrences, 'zh' | 'en'> {
  const [zhOf, enOf] = [new Int32Array(count), new Int32Array(count)];
  const renumbered = new Int32Array(count).fill(-1);
  let next = 0;
  let at = 0;
  for (const { zh, en } of examples) {
    for (const z of zh) {
      for (const e of en) {
        let number = renumbered[numbers[at]!]!;
        if (number < 0) {
          number = next++;
          renumbered[numbers[at]!] = number;
          zhOf[number] = z;
          enOf[number] = e;
        }
        numbers[at++] = number;
      }
    }
  }
  return { zh: zhOf, en: enOf };
}
