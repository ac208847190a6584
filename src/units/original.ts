/** What was changed by hand since a memory was written, found by comparing with the memory as it was. */
import type { Unit } from './unit.ts';

/**
 * The units of an edited memory: a pair of texts that stands in the original is that very unit again, with all that was
 * known of it; any other was changed by hand, and is marked so. White space does not count. All of the original is in
 * memory.
 */
export async function* markedEdits(
  edited: AsyncIterable<Unit>,
  original: AsyncIterable<Unit>,
): AsyncGenerator<Unit> {
  const known = new Map<string, Unit[]>();
  for await (const unit of original) {
    const key = keyOf(unit);
    const same = known.get(key);
    if (same) same.push(unit);
    else known.set(key, [unit]);
  }
  for await (const unit of edited) {
    const before = known.get(keyOf(unit));
    // Where the same pair stands several times, each is found once, and the last again and again.
    const found = before && (before.length > 1 ? before.shift() : before[0]);
    yield found ? { ...found, ...unit, zh: found.zh, en: found.en } : { ...unit, edited: true };
  }
}

function keyOf({ zh, en }: Unit): string {
  return `${zh}\u0000${en}`.replaceAll(/\s+/g, ' ');
}
