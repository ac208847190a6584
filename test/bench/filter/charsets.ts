/** Text as it comes out when its bytes are read in a wrong charset. Encoders of its own: those of the project are what is tested. */

const HIGH_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export type Encoding = 'utf-8' | 'gbk' | 'big5' | 'windows-1252' | 'latin1';

const encoders = new Map<Encoding, Map<string, readonly number[]>>();

function encoder(encoding: 'gbk' | 'big5'): Map<string, readonly number[]> {
  let codes = encoders.get(encoding);
  if (codes) return codes;
  codes = new Map();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0xfe; lead >= 0x81; lead--) {
    for (let trail = 0xfe; trail >= 0x40; trail--) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (Array.from(text).length === 1 && text !== '\ufffd') codes.set(text, [lead, trail]);
    }
  }
  encoders.set(encoding, codes);
  return codes;
}

export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'latin1' || encoding === 'windows-1252') throw new Error('Only Chinese is encoded.');
  const codes = encoder(encoding);
  return Uint8Array.from(
    Array.from(text).flatMap((character) =>
      character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : (codes.get(character) ?? [0x3f]),
    ),
  );
}

export function decode(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'latin1') return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  if (encoding !== 'windows-1252') return new TextDecoder(encoding).decode(bytes);
  return Array.from(bytes, (byte) =>
    byte >= 0x80 && byte < 0xa0 ? HIGH_1252[byte - 0x80]! : String.fromCharCode(byte),
  ).join('');
}

/** Written in one charset, read in another. */
export const mistaken = (text: string, written: Encoding, read: Encoding) =>
  decode(encode(text, written), read);
