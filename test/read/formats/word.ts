/** Makes Word files for tests, and reads them. */
import { expect } from 'vitest';
import type { DuiqiError } from '../../../src/errors.ts';
import { readDocx } from '../../../src/read/formats/docx.ts';
import { zip } from './zip.ts';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');
/** A part with this root element. */
export const root = (name: string, content: string) =>
  `<?xml version="1.0"?><w:${name} ${NAMESPACES}>${content}</w:${name}>`;

/** A Word file with this body; other parts by their names in the folder word. */
export function word(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return zip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'word/document.xml', data: root('document', `<w:body>${body}</w:body>`) },
    ...Object.entries(parts).map(([name, content]) => ({
      name: `word/${name}.xml`,
      data: root(name, content),
    })),
  ]);
}

export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
export const styled = (style: string, text: string) => paragraph(run(text), `<w:pStyle w:val="${style}"/>`);
export const plain = (text: string) => paragraph(run(text));
export const numbered = (text: string, list = '1') =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);
export const cell = (content: string) => `<w:tc><w:tcPr/>${content}</w:tc>`;
export const table = (...cells: string[]) => `<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`;
export const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
export const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** The texts of its pieces, each but plain paragraphs with its role before it. */
export async function pieces(body: string, parts?: Readonly<Record<string, string>>): Promise<string[]> {
  const contents = await readDocx(word(body, parts), 'lamp.docx');
  return contents.pieces.map(({ role, text }) => (role === 'paragraph' ? text : `${role}: ${text}`));
}

/** The DuiqiError that reading it ends in. */
export async function errorOf(bytes: Uint8Array): Promise<DuiqiError> {
  const result = await readDocx(bytes, 'lamp.docx').catch((error: unknown) => error);
  expect(result).toMatchObject({ name: 'DuiqiError', position: { file: 'lamp.docx' } });
  return result as DuiqiError;
}
