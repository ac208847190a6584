/** What XML may hold of a text. */

/** What the Char production of XML 1.0 leaves out; with the u flag that includes lone surrogates. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** All that is not plain; what it finds may still be legal. */
const NEEDS_ESCAPE = /[^\t\n -%'-;=?-\ud7ff\ue000-\ufffd]/;
const NEEDS_CARE = /[^\t\n\u0020-\ud7ff\ue000-\ufffd]/;

/** The text without what XML forbids and without blank ends: clients find no exact match for those. */
export function legal(text: string): { text: string; dropped: number } {
  const kept = withoutForbidden(text);
  return { text: kept.trim(), dropped: text.length - kept.length };
}

/** The text as it stands between tags; what XML forbids is dropped. A parser gives it back as it was. */
export function escapeText(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  return withoutForbidden(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;'); // a parser reads a bare one as a line feed
}

/** The text as it stands in an attribute with double quotation marks. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}

function withoutForbidden(text: string): string {
  return NEEDS_CARE.test(text) ? text.replace(FORBIDDEN, '') : text;
}
