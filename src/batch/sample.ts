import { filesOf, type Group } from './source.ts';
import type { Survey } from './survey.ts';

/** The bytes of a group's files. */
export function bytesOf(group: Group, { sizes }: Survey): number {
  return filesOf(group).reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
}

/** Groups from all over the list, at the same distance from one another, of at most so many bytes together. */
export function sampleOf(groups: readonly Group[], survey: Survey, most: number): Group[] {
  const share = Math.min(1, most / survey.bytes);
  const sample: Group[] = [];
  let bytes = 0;
  let credit = 0.5;
  for (const group of groups) {
    credit += share;
    if (credit < 1) continue;
    const own = bytesOf(group, survey);
    if (bytes + own > most) continue;
    credit -= 1;
    bytes += own;
    sample.push(group);
  }
  return sample;
}

/**
 * The groups in their order, put together to chunks of so many bytes of files, or one of more.
 *
 * @param most the bytes of the next chunk, by those of all groups that are left
 */
export function* chunksOf(
  groups: Iterable<Group>,
  survey: Survey,
  most: (left: number) => number,
): Generator<Group[]> {
  const sizes = Array.from(groups, (group) => ({ group, own: bytesOf(group, survey) }));
  let left = sizes.reduce((sum, { own }) => sum + own, 0);
  let chunk: Group[] = [];
  let bytes = 0;
  for (const { group, own } of sizes) {
    if (chunk.length > 0 && bytes + own > most(left)) {
      yield chunk;
      left -= bytes;
      chunk = [];
      bytes = 0;
    }
    chunk.push(group);
    bytes += own;
  }
  if (chunk.length > 0) yield chunk;
}
