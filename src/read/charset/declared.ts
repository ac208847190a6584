/** Where HTML's own prescan looks for it twice over; an XML declaration stands at the very beginning. */
const BEGINNING = 2048;

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const XML = /^[^<]*<\?xml\s[^>]*?\bencoding\s*=\s*["']\s*([\w.:-]+)/;
/** `<meta charset="gbk">`, and `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">`. */
const META = /<meta\s[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i;

/**
 * The charset that a document names in its first 2,048 bytes, as it is written there: in an XML declaration or in a
 * `<meta>` of HTML, but not in a comment. undefined if it names none.
 */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const { buffer, byteOffset, length } = bytes.subarray(0, BEGINNING);
  // Without its zero bytes, UTF-16 reads as ASCII does.
  const beginning = Buffer.from(buffer, byteOffset, length).toString('latin1').replaceAll('\0', '');
  return XML.exec(beginning)?.[1] ?? META.exec(beginning.replaceAll(COMMENT, ''))?.[1];
}
