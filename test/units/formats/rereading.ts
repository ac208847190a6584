import fc from 'fast-check';
import { DuiqiError } from '../../../src/errors.ts';
import type { Format, Piece, WritingOptions } from '../../../src/units/format.ts';
import type { Unit, UnitRead } from '../../../src/units/unit.ts';
import { anyText, sourceOf, WRITING } from '../contract.ts';

/** The files of the format that hold these units, whole. */
export async function written(format: Format, units: readonly Unit[], options: Partial<WritingOptions> = {}) {
  const writer = format.open({ ...WRITING, ...options });
  const pieces = [...units.map((unit) => writer.add(unit)), await writer.end()];
  const files = format.endings.map((_, file) => pieces.map((piece) => textOf(piece[file]!)).join(''));
  return { files, losses: { ...writer.losses } };
}

export interface Reread {
  readonly units: UnitRead[];
  readonly notices: string[];
}

/** What the format reads in these files, a few bytes at a time: whatever stands at an edge must not be lost. */
export async function read(format: Format, files: readonly string[], chunk = 7): Promise<Reread> {
  const notices: string[] = [];
  const sources = files.map((text, file) => sourceOf(text, `m${format.endings[file]}`, chunk));
  const units: UnitRead[] = [];
  for await (const unit of format.read!(sources, { onNotice: (notice) => notices.push(notice) }))
    units.push(unit);
  return { units, notices };
}

function textOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : new TextDecoder().decode(piece);
}

/** Some text with a piece cut out and another put in: what becomes of files on their way. */
export function damaged(text: string): fc.Arbitrary<string> {
  const at = fc.nat({ max: text.length });
  const piece = fc.oneof(
    anyText,
    fc.constantFrom('<', '>', '/', '"', '&', '</', '<!--', '<tr>', '<td class="zh">', '<s id="1:1">'),
  );
  return fc
    .tuple(at, fc.nat({ max: 60 }), piece)
    .map(([start, length, put]) => text.slice(0, start) + put + text.slice(start + length));
}

/** Reads files that may be damaged: it must be told, or read; nothing else may be thrown. */
export async function readOrTold(format: Format, files: readonly string[]): Promise<'read' | 'told'> {
  try {
    await read(format, files, 1 << 16);
    return 'read';
  } catch (error) {
    if (error instanceof DuiqiError) return 'told';
    throw error;
  }
}
