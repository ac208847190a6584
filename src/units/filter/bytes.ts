/** Text back into the bytes that it was once read from. */
import { big5Tables, gb18030Pairs } from '../../read/charset/tables.ts';

/** Charsets of one byte or two that UTF-8 and one another are mistaken for. */
export type ByteCharset = 'utf-8' | 'gb18030' | 'big5' | 'euc-kr' | 'windows-1252';

const HIGH_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const LOST = 0x3f;

let codes: { readonly gb18030: Uint16Array; readonly big5: Uint16Array } | undefined;
let koreanCodes: Uint16Array | undefined;

/** The bytes of a text in a charset; a question mark for what it does not have. Not for UTF-8. */
export function bytesIn(charset: ByteCharset, text: string): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const code = unit < 0x80 ? unit : codeOf(charset, unit);
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** The text of bytes in a charset, with U+FFFD for those that are none. */
export function readAs(charset: ByteCharset, bytes: Uint8Array): string {
  return new TextDecoder(charset).decode(bytes);
}

function codeOf(charset: ByteCharset, unit: number): number {
  if (charset === 'windows-1252') {
    const high = HIGH_1252.indexOf(String.fromCharCode(unit));
    return high >= 0 ? 0x80 + high : unit < 0x100 ? unit : LOST;
  }
  if (charset === 'euc-kr') {
    koreanCodes ??= inverted(koreanPairs());
    return koreanCodes[unit] || LOST;
  }
  codes ??= { gb18030: inverted(gb18030Pairs()), big5: inverted(big5Tables().pairs) };
  return (charset === 'big5' ? codes.big5 : codes.gb18030)[unit] || LOST;
}

/** Pair of bytes → UTF-16 unit, 0 where there is none. */
function koreanPairs(): Uint16Array {
  const decoder = new TextDecoder('euc-kr');
  const pairs = new Uint16Array(0x10000);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x41; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd') pairs[(lead << 8) | trail] = text.charCodeAt(0);
    }
  }
  return pairs;
}

/** UTF-16 unit → the first pair of bytes that stands for it. */
function inverted(pairs: Uint16Array): Uint16Array {
  const codes = new Uint16Array(0x10000);
  for (let code = 0xffff; code >= 0x8100; code--) if (pairs[code]) codes[pairs[code]!] = code;
  return codes;
}
