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

/** The groups in their order, put together to `most` bytes of files, or one of more. */
export function* chunksOf(groups: Iterable<Group>, survey: Survey, most: number): Generator<Group[]> {
  let chunk: Group[] = [];
  let bytes = 0;
  for (const group of groups) {
    const own = bytesOf(group, survey);
    if (chunk.length > 0 && bytes + own > most) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(group);
    bytes += own;
  }
  if (chunk.length > 0) yield chunk;
}
