import { checkTmx } from '../../../src/units/check/check.ts';
import { type FixOptions, fixTmx } from '../../../src/units/check/fix.ts';
import type { Finding } from '../../../src/units/check/rules.ts';
import type { Source } from '../../../src/units/source.ts';

/** A file of these bytes, read in chunks of a size; a small one cuts characters and tags. */
export function sourceOf(bytes: Uint8Array | string, size = 65_536): Source {
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return {
    file: 'a.tmx',
    async *bytes() {
      for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
    },
  };
}

export async function findingsIn(bytes: Uint8Array | string, size?: number): Promise<Finding[]> {
  return collected(checkTmx(sourceOf(bytes, size)));
}

/** The mended files, by what their names have more than that of the first, and how often each loss was told. */
export async function mended(
  bytes: Uint8Array | string,
  options: FixOptions = {},
  size?: number,
): Promise<{ files: Map<string, string>; main: string; losses: string[] }> {
  const files = new Map<string, string>();
  const losses: string[] = [];
  const pieces = fixTmx(sourceOf(bytes, size), {
    ...options,
    onLoss: (loss, { line }) => losses.push(`${loss} ${line}`),
  });
  for await (const { file, text } of pieces) files.set(file, (files.get(file) ?? '') + text);
  return { files, main: files.get('')!, losses };
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
