import type { Run } from '../../model.ts';
import type { Rows } from '../rows.ts';

/** How many words a stretch has at least, if the text goes on so long … */
const WORDS = 256;
/** … and how many sentences of it stand before the run for which it was made: beads do not quite come in order. */
const BEFORE = 6;
/** As many probabilities are kept, unless a single bead has more words: 2 MB. */
const ROOM = 2 ** 18;
/** There is room for so many at first, which is twice as much each time that it is full: most texts are short. */
const FIRST_ROOM = 2 ** 14;

/**
 * Where rows are laid out, one behind the other. Texts that are looked at one after the other may use the same room: tables
 * that are made anew bring about collections. Who finds that another has used it meanwhile lays out anew.
 */
export class RowRoom {
  probabilities = new Float64Array(FIRST_ROOM);
  #users = 0;
  #last = 0;

  /** A number for one who will use it. */
  register(): number {
    return ++this.#users;
  }

  /** Whether nobody else has used it since this user did. */
  use(user: number): boolean {
    const isSame = this.#last === user;
    this.#last = user;
    return isSame;
  }

  /** Twice the room, with what is there, unless that is more than is kept. */
  grow(): boolean {
    const { probabilities } = this;
    if (probabilities.length >= ROOM) return false;
    this.probabilities = new Float64Array(2 * probabilities.length);
    this.probabilities.set(probabilities);
    return true;
  }

  /** Room for a row so wide. */
  hold(width: number): void {
    if (this.probabilities.length < width) this.probabilities = new Float64Array(width);
  }
}

/**
 * The rows of a lexicon, as far as they are about the words of a stretch of sentences, as vectors with a place for each of
 * these words: many beads ask for the same few words of rows that may have thousands. A row is laid out when it is asked
 * for; all are forgotten when the stretch moves on, or when there is no more room. Memory: 8 bytes times ROOM, or times the
 * words of the longest run, and 4 for each word of both vocabularies.
 */
export class NearbyRows {
  /** By number of a word of the stretch its place in each row, else -1. */
  readonly placeOf: Int32Array;
  readonly #room: RowRoom;
  readonly #user: number;
  readonly #rows: Rows;
  readonly #sentences: readonly Int32Array[];
  readonly #stretch = { start: 0, end: 0 };
  readonly #words: number[] = [];
  /** By word number where the row of a word begins, else -1. */
  readonly #starts: Int32Array;
  readonly #laidOut: number[] = [];

  /** @param sentences the words of all sentences of the side that the rows are about */
  constructor(rows: Rows, sentences: readonly Int32Array[], vocabularySize: number, room = new RowRoom()) {
    this.#room = room;
    this.#user = room.register();
    this.#rows = rows;
    this.#sentences = sentences;
    this.placeOf = new Int32Array(vocabularySize).fill(-1);
    this.#starts = new Int32Array(rows.starts.length - 1).fill(-1);
  }

  /** One row behind the other. */
  get probabilities(): Float64Array {
    return this.#room.probabilities;
  }

  /** Moves the stretch, if need be, so that the words of a run of sentences have their places. */
  cover({ start, end }: Run): void {
    const stretch = this.#stretch;
    if (!this.#room.use(this.#user)) this.#forgetRows();
    if (start >= stretch.start && end <= stretch.end) return;
    this.#forgetRows();
    for (const word of this.#words) this.placeOf[word] = -1;
    this.#words.length = 0;
    stretch.start = Math.max(0, start - BEFORE);
    stretch.end = stretch.start;
    while (stretch.end < end || (stretch.end < this.#sentences.length && this.#words.length < WORDS)) {
      this.#take(this.#sentences[stretch.end++]!);
    }
    this.#room.hold(this.#words.length);
  }

  #take(sentence: Int32Array): void {
    for (const word of sentence) {
      if (this.placeOf[word]! < 0) this.placeOf[word] = this.#words.push(word) - 1;
    }
  }

  #forgetRows(): void {
    for (const word of this.#laidOut) this.#starts[word] = -1;
    this.#laidOut.length = 0;
  }

  /** Where in `probabilities`, as it then is, the row of a word begins; to be read before the next one is asked for. */
  startOf(word: number): number {
    const start = this.#starts[word]!;
    return start < 0 ? this.#layOut(word) : start;
  }

  #layOut(word: number): number {
    const width = this.#words.length;
    if ((this.#laidOut.length + 1) * width > this.probabilities.length && !this.#room.grow()) {
      this.#forgetRows();
    }
    const start = this.#laidOut.length * width;
    this.#laidOut.push(word);
    this.#starts[word] = start;
    const laidOut = this.probabilities;
    laidOut.fill(0, start, start + width);
    const { starts, ids, probabilities } = this.#rows;
    for (let n = starts[word]!; n < starts[word + 1]!; n++) {
      const place = this.placeOf[ids[n]!]!;
      if (place >= 0) laidOut[start + place] = probabilities[n]!;
    }
    return start;
  }
}
