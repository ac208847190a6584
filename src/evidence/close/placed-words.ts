import type { Run } from '../../model.ts';
import type { PlacedSentences } from '../side.ts';

/**
 * The words of one side of a bead, in the order of their places: tokens by position and, numbered as they come, their
 * types. Filled anew for every bead. Memory: up to 100 bytes for each word of the longest bead, 4 for each word of the
 * vocabulary.
 */
export class PlacedWords {
  /** The number of tokens, and of types. */
  count = 0;
  typeCount = 0;
  /** The type of each token. */
  types = new Int32Array(0);
  /** Where each token stands among the letters and signs of its side, 0 to 1; never falls. */
  places = new Float64Array(0);
  /** The word number of each type. */
  words = new Int32Array(0);
  /** By word number the type, -1 for words that do not stand here. */
  readonly typeOf: Int32Array;
  /** For each token exp(steepness · (place - ½)), and 1 over it. */
  growth = new Float64Array(0);
  decay = new Float64Array(0);
  /** The sums of the growth of all tokens before a position, and of the decay of the others. */
  growthBefore = new Float64Array(1);
  decayBehind = new Float64Array(1);

  constructor(vocabularySize: number) {
    this.typeOf = new Int32Array(vocabularySize).fill(-1);
  }

  /** Takes the words of a run of sentences. */
  read({ words, places, lengths }: PlacedSentences, run: Run): void {
    this.#clear();
    let before = 0;
    for (let i = run.start; i < run.end; i++) {
      this.#makeRoom(this.count + words[i]!.length);
      for (let k = 0; k < words[i]!.length; k++)
        this.#add(this.#type(words[i]![k]!), before + places[i]![k]!);
      before += lengths[i]!;
    }
    const length = Math.max(1, before);
    for (let k = 0; k < this.count; k++) this.places[k]! /= length;
  }

  #clear(): void {
    for (let type = 0; type < this.typeCount; type++) this.typeOf[this.words[type]!] = -1;
    this.count = 0;
    this.typeCount = 0;
  }

  #type(word: number): number {
    if (this.typeOf[word]! < 0) {
      this.words[this.typeCount] = word;
      this.typeOf[word] = this.typeCount++;
    }
    return this.typeOf[word]!;
  }

  /** Puts a token in its place. Most come in order; some lie within others. */
  #add(type: number, place: number): void {
    let k = this.count++;
    for (; k > 0 && this.places[k - 1]! > place; k--) {
      this.places[k] = this.places[k - 1]!;
      this.types[k] = this.types[k - 1]!;
    }
    this.places[k] = place;
    this.types[k] = type;
  }

  #makeRoom(count: number): void {
    if (count <= this.types.length) return;
    const room = 2 * count;
    this.types = widened(this.types, new Int32Array(room));
    this.places = widened(this.places, new Float64Array(room));
    this.words = widened(this.words, new Int32Array(room));
    this.growth = new Float64Array(room);
    this.decay = new Float64Array(room);
    this.growthBefore = new Float64Array(room + 1);
    this.decayBehind = new Float64Array(room + 1);
  }

  /**
   * Fills the arrays of growth and decay. The nearness of two tokens, exp(-steepness · |place - place|), is the growth of
   * the one that comes first times the decay of the other, when both sides are equally steep. Up to a steepness of 1,400
   * nothing overflows.
   */
  steepen(steepness: number): void {
    const { count, places, growth, decay, growthBefore, decayBehind } = this;
    for (let k = 0; k < count; k++) {
      growth[k] = Math.exp(steepness * (places[k]! - 0.5));
      decay[k] = 1 / growth[k]!;
      growthBefore[k + 1] = growthBefore[k]! + growth[k]!;
    }
    decayBehind[count] = 0;
    for (let k = count - 1; k >= 0; k--) decayBehind[k] = decayBehind[k + 1]! + decay[k]!;
  }
}

function widened<T extends Int32Array | Float64Array>(values: T, room: T): T {
  room.set(values);
  return room;
}
