// PLACEHOLDER until the helper writes the real reader.
import type { Contents } from '../contents.ts';
export function looksLikeSubtitles(source: string): boolean {
  return /^\uFEFF?WEBVTT|^\s*\d+\s*\r?\n\d\d:\d\d:\d\d[,.]\d+ -->/.test(source);
}
export async function readSubtitles(_source: string, _file: string): Promise<Contents> {
  throw new Error('not yet');
}
