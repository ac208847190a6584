/** What the tests of all formats share: whole files in memory, written and read. */
import fc from 'fast-check';
import type { Format, Losses, ReadingOptions, WritingOptions } from '../../src/units/format.ts';
import { readUnits } from '../../src/units/formats.ts';
import type { Source } from '../../src/units/source.ts';
import type { Unit } from '../../src/units/unit.ts';

export const WRITING: WritingOptions = {
  date: new Date('2024-03-05T06:07:08.000Z'),
  toolVersion: '1.2.3',
  title: 'story',
};

/** The bytes of a format's files, in the order of its endings, and what could not be written. */
export interface WrittenFiles {
  readonly files: readonly Uint8Array[];
  readonly losses: Readonly<Losses>;
}

export async function filesOf(
  format: Format,
  units: Iterable<Unit>,
  options: Partial<WritingOptions> = {},
): Promise<WrittenFiles> {
  const writer = format.open({ ...WRITING, ...options });
  const pieces: Buffer[][] = format.endings.map(() => []);
  const take = (next: readonly (string | Uint8Array)[]) => {
    for (const [i, piece] of next.entries()) pieces[i]!.push(Buffer.from(piece as string));
  };
  for (const unit of units) take(writer.add(unit));
  take(await writer.end());
  return { files: pieces.map((list) => Buffer.concat(list)), losses: writer.losses };
}

/** The bytes as a source that gives them in pieces of at most `size` bytes. */
export function sourceOf(bytes: Uint8Array | string, file = 'story.xyz', size = 65_536): Source {
  const whole = Buffer.from(bytes as string);
  return {
    file,
    async *bytes() {
      for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
    },
  };
}

/** The units of files as `filesOf` makes them. */
export async function unitsIn(
  format: Format,
  files: readonly (Uint8Array | string)[],
  { size, ...options }: ReadingOptions & { readonly size?: number } = {},
): Promise<Unit[]> {
  const sources = files.map((bytes, i) => sourceOf(bytes, `story${format.endings[i]}`, size));
  const units: Unit[] = [];
  for await (const unit of readUnits(format, sources, options)) units.push(unit);
  return units;
}

/** Any text: all of Unicode, lone surrogates and control characters too, and what formats stumble over. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(
        ']]>',
        '<![CDATA[',
        '<!--',
        '-->',
        '</td>',
        '</style><script>',
        '&amp;',
        '&#xB;',
        '&lt',
        '=1+1',
        '_x0041_',
        '"',
        "'",
        '👩‍👩‍👧',
        '\u202e\u2067',
        '\r\n',
        '\u0085',
        '\u2028',
        ' \t ',
        '灯笼。',
      ),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));
