/** Where a text stops being JSON (RFC 8259): JSON.parse says that it is none, but not always where. */

/** A mark, or `"` for a string, or `0` for a number, true, false or null. */
type TokenKind = '[' | ']' | '{' | '}' | ',' | ':' | '"' | '0';
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end';

const MAY_STAND: Readonly<Record<Expected, string>> = {
  value: '"0[{',
  'value or ]': '"0[{]',
  key: '"',
  'key or }': '"}',
  colon: ':',
  'comma or end': ',]}',
};

const SPACES = /[ \t\r\n]*/y;
const MARK = /[[\]{},:]/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SPECIAL_IN_STRING = /["\\\u0000-\u001f]/g;

/**
 * The offset (UTF-16 units) of the first thing that cannot stand where it does, the text's length when it
 * breaks off, or undefined when the text is JSON.
 */
export function jsonFault(json: string): number | undefined {
  const closing: string[] = [];
  let expected: Expected = 'value';
  let at = endOf(SPACES, json, 0);
  while (at < json.length) {
    const kind = tokenKind(json, at);
    if (kind === undefined || !MAY_STAND[expected].includes(kind)) return at;
    if ((kind === ']' || kind === '}') && closing.pop() !== kind) return at;
    if (kind === ',' && closing.length === 0) return at;
    if (kind === '[') closing.push(']');
    if (kind === '{') closing.push('}');
    expected = expectedAfter(kind, expected, closing.at(-1));

    const token =
      kind === '"' ? scanString(json, at) : { end: endOf(kind === '0' ? SCALAR : MARK, json, at) };
    if (token.fault) return token.end;
    at = endOf(SPACES, json, token.end);
  }
  return expected === 'comma or end' && closing.length === 0 ? undefined : at;
}

function tokenKind(json: string, at: number): TokenKind | undefined {
  const character = json[at];
  switch (character) {
    case '[':
    case ']':
    case '{':
    case '}':
    case ',':
    case ':':
    case '"':
      return character;
    default:
      return endOf(SCALAR, json, at) > at ? '0' : undefined;
  }
}

function expectedAfter(kind: TokenKind, expected: Expected, closing: string | undefined): Expected {
  switch (kind) {
    case '[':
      return 'value or ]';
    case '{':
      return 'key or }';
    case ',':
      return closing === '}' ? 'key' : 'value';
    case ':':
      return 'value';
    default:
      return expected === 'key' || (expected === 'key or }' && kind === '"') ? 'colon' : 'comma or end';
  }
}

/** The end of the string that opens at an offset, or the place of the fault in it. */
function scanString(json: string, start: number): { end: number; fault?: boolean } {
  let at = start + 1;
  for (;;) {
    SPECIAL_IN_STRING.lastIndex = at;
    const special = SPECIAL_IN_STRING.exec(json);
    if (!special) return { end: json.length, fault: true };
    if (special[0] === '"') return { end: special.index + 1 };
    at = endOf(ESCAPE, json, special.index);
    if (at === special.index) return { end: at, fault: true };
  }
}

/** The end of what a sticky pattern matches at an offset; the offset itself when that is nothing. */
function endOf(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}
