/** The `_xHHHH_` by which a workbook holds characters that XML cannot (ECMA-376, ST_Xstring). */

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * What write-excel-file drops though XML allows it: control characters of the second block, the replacement character,
 * and code points that are no characters. Escapes for these are read by Excel, but not by LibreOffice.
 */
export const FORBIDDEN = /[\u007f-\u009f\ufffd]|\p{Noncharacter_Code_Point}/gu;

/** The text as write-excel-file is to be given it, so that Excel and LibreOffice show it as it was. */
export function escapeXString(text: string): string {
  const escaped = text.replace(LOOKS_ESCAPED, '_x005F_').replaceAll('\r', '_x000D_');
  // write-excel-file looks texts up in an object, where it finds `constructor` before that was ever put in. Blanks at the
  // end of a cell are no change.
  return escaped in Object.prototype ? `${escaped} ` : escaped;
}

export function unescapeXString(text: string): string {
  return text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
