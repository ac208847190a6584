import type { Lesson, Lessons } from '../evidence/explained.ts';
import type { Row } from '../evidence/rows.ts';
import type { Cooccurrences } from './cooccurrences.ts';
import type { Example } from './examples.ts';
import { DICTIONARY_STRENGTH, type Direction, type Expectation, ModelOne } from './model-one.ts';

const NEGLIGIBLE = 1e-4;
/** Smaller parts of a probability are left in place where a bead's own lessons are taken away. */
const WORTH_UNLEARNING = 0.002;

export interface Relearned {
  readonly rows: readonly Row[];
  /** For each document what its own beads put into the rows: to be taken away again where they are judged. */
  readonly lessons: readonly Lessons[];
}

/** Translation probabilities of one direction, learnt from the beads of so many documents. */
export function relearn(
  direction: Direction,
  examples: readonly Example[],
  pairs: Cooccurrences,
  documents: number,
): Relearned {
  const model = new ModelOne(direction, examples, pairs);
  const expectation = model.estimate();
  const rows = rowsOf(model, expectation, pairs);
  return { rows, lessons: lessonsOf(model, expectation, examples, pairs, documents) };
}

/** The rows of the dictionary, with what was learnt; what they lack follows in order of first appearance. Consumes the counts. */
function rowsOf(model: ModelOne, { counts, totals }: Expectation, pairs: Cooccurrences): Row[] {
  const { from, to, prior } = model.direction;
  const [fromWords, toWords] = [pairs[from], pairs[to]];
  const probabilities = model.maximise(counts, totals);
  const { pairs: known, places } = model.known;
  const learnt = Float64Array.from(known, (pair) => probabilities[pair]!);
  // So that only the pairs that the dictionary lacks are left.
  for (const pair of known) probabilities[pair] = 0;
  const ends = Int32Array.from(prior, ({ ids }) => ids.length);
  const lengths = ends.slice();
  for (let pair = 0; pair < probabilities.length; pair++) {
    if (probabilities[pair]! > NEGLIGIBLE) lengths[fromWords[pair]!]!++;
  }
  const rows = prior.map((row, word) =>
    longer(row, lengths[word]!, DICTIONARY_STRENGTH / (totals[word]! + DICTIONARY_STRENGTH)),
  );
  known.forEach((pair, n) => {
    if (learnt[n]! > NEGLIGIBLE) rows[fromWords[pair]!]!.probabilities[places[n]!] = learnt[n]!;
  });
  for (let pair = 0; pair < probabilities.length; pair++) {
    if (probabilities[pair]! <= NEGLIGIBLE) continue;
    const word = fromWords[pair]!;
    const end = ends[word]!++;
    rows[word]!.ids[end] = toWords[pair]!;
    rows[word]!.probabilities[end] = probabilities[pair]!;
  }
  return rows;
}

/** A row of so many words that begins with `share` of a given one. */
function longer({ ids, probabilities }: Row, length: number, share: number): Row {
  const row = { ids: new Int32Array(length), probabilities: new Float64Array(length) };
  row.ids.set(ids);
  for (let k = 0; k < ids.length; k++) row.probabilities[k] = share * probabilities[k]!;
  return row;
}

function lessonsOf(
  model: ModelOne,
  { counts, sharedOutBy, totals }: Expectation,
  examples: readonly Example[],
  pairs: Cooccurrences,
  documents: number,
): Lessons[] {
  const { from, to } = model.direction;
  const lessons = Array.from({ length: documents }, () => ({
    from: new Map<number, Lesson[]>(),
    to: new Map<number, Lesson[]>(),
  }));
  // The counts are no longer needed: their room serves to add up what stands in a bead twice.
  const sums = counts.fill(0);
  examples.forEach(({ document, bead }, k) => {
    const shares = model.shareOut(k, sharedOutBy);
    const own = [lessonOf(pairs.numbers.subarray(pairs.offsets[k]!, pairs.offsets[k + 1]!), shares, sums, totals, pairs[from], pairs[to])];
    for (let n = bead[from].start; n < bead[from].end; n++) lessons[document]!.from.set(n, own);
    for (let n = bead[to].start; n < bead[to].end; n++) lessons[document]!.to.set(n, own);
  });
  return lessons;
}

function lessonOf(
  numbers: Int32Array,
  shares: Float64Array,
  sums: Float64Array,
  totals: Float64Array,
  fromWords: Int32Array,
  toWords: Int32Array,
): Lesson {
  for (let n = 0; n < numbers.length; n++) sums[numbers[n]!]! += shares[n]!;
  const telling: number[] = [];
  const parts: number[] = [];
  for (const pair of numbers) {
    if (sums[pair]! === 0) continue;
    const part = sums[pair]! / (totals[fromWords[pair]!]! + DICTIONARY_STRENGTH);
    sums[pair] = 0;
    if (part <= WORTH_UNLEARNING) continue;
    telling.push(pair);
    parts.push(part);
  }
  return {
    from: Int32Array.from(telling, (pair) => fromWords[pair]!),
    to: Int32Array.from(telling, (pair) => toWords[pair]!),
    shares: Float64Array.from(parts),
  };
}
