/**
 * Tables that threads can share: what one of them has written the others read, without a copy. Where there are no threads to
 * share with, they stand in memory of the usual kind, which is given back sooner.
 */

let Memory: typeof SharedArrayBuffer | typeof ArrayBuffer = ArrayBuffer;

/** From now on tables can be shared; before any is made that others are to read. */
export function shareTables(): void {
  Memory = SharedArrayBuffer;
}

export function sharedInt32(length: number): Int32Array {
  return new Int32Array(new Memory(Int32Array.BYTES_PER_ELEMENT * length));
}

export function sharedFloat64(length: number): Float64Array {
  return new Float64Array(new Memory(Float64Array.BYTES_PER_ELEMENT * length));
}

export function sharedUint8(length: number): Uint8Array {
  return new Uint8Array(new Memory(length));
}
