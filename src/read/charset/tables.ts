/** The tables of GB18030 and Big5: made when they are first needed, from what Node itself can decode. */
import { hongKongCharacters } from './hkscs.ts';

const BREAK = '\n';
/** What Node's decoder gives for bytes to which nothing is assigned. */
const UNASSIGNED = '\ufffd';

/** `lead << 8 | trail` → the UTF-16 unit, 0 where nothing is assigned. */
type Pairs = Uint16Array;

interface Big5 {
  readonly pairs: Pairs;
  /** A private-use unit in `pairs` → a Hong Kong character that is more than one unit. */
  readonly wide: ReadonlyMap<number, string>;
}

let pairsOfGb18030: Pairs | undefined;
let foursOfGb18030: Uint16Array | undefined;
let big5: Big5 | undefined;

/** A lead byte from 0x81 to 0xFE and a trail byte from 0x40 to 0xFE, but not 0x7F: what GBK has. */
export function gb18030Pairs(): Pairs {
  pairsOfGb18030 ??= pairsOf('gb18030', [...range(0x40, 0x7e), ...range(0x80, 0xfe)]);
  return pairsOfGb18030;
}

/** The characters of the basic plane that have four bytes, by the number of their code; 0 where there is none. */
export function gb18030Fours(): Uint16Array {
  foursOfGb18030 ??= fours();
  return foursOfGb18030;
}

/** A lead byte from 0x81 to 0xFE and a trail byte from 0x40 to 0x7E or from 0xA1 to 0xFE. */
export function big5Tables(): Big5 {
  big5 ??= withHongKong(pairsOf('big5', [...range(0x40, 0x7e), ...range(0xa1, 0xfe)]));
  return big5;
}

function withHongKong(pairs: Pairs): Big5 {
  const characters = hongKongCharacters();
  const narrow = pairs.map((unit) => {
    const character = characters.get(unit);
    return character?.length === 1 ? character.charCodeAt(0) : unit;
  });
  return { pairs: narrow, wide: new Map([...characters].filter(([, { length }]) => length > 1)) };
}

function pairsOf(charset: 'gb18030' | 'big5', trails: readonly number[]): Pairs {
  const pairs = new Uint16Array(0x10000);
  for (const lead of range(0x81, 0xfe)) {
    const units = unitsOf(
      charset,
      trails.map((trail) => [lead, trail]),
    );
    trails.forEach((trail, i) => {
      pairs[(lead << 8) | trail] = units[i]!;
    });
  }
  return pairs;
}

function fours(): Uint16Array {
  const codes = range(0x81, 0x84).flatMap((first) =>
    range(0x30, 0x39).flatMap((second) =>
      range(0x81, 0xfe).flatMap((third) => range(0x30, 0x39).map((fourth) => [first, second, third, fourth])),
    ),
  );
  return Uint16Array.from(unitsOf('gb18030', codes));
}

/** The unit of each code; the line breaks between them keep a code that is none from taking the next with it. */
function unitsOf(charset: string, codes: readonly (readonly number[])[]): number[] {
  const bytes = Uint8Array.from(codes.flatMap((code) => [...code, BREAK.charCodeAt(0)]));
  const characters = new TextDecoder(charset).decode(bytes).split(BREAK);
  return codes.map((_, i) => {
    const character = characters[i]!;
    return character.length === 1 && character !== UNASSIGNED ? character.charCodeAt(0) : 0;
  });
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
