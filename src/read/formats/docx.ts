/**
 * Word files (Office Open XML, ECMA-376). Written over saxes and not over mammoth, which drops what stands in simple
 * fields, in ruby and in text boxes without an old form, keeps hidden text, and works recursively.
 */
import { DuiqiError } from '../../errors.ts';
import type { Contents, Piece } from '../contents.ts';
import { type Archive, entryName, folderOf, openArchive } from './archive.ts';
import { readStory, type Story, type Unread } from './docx-story.ts';
import { readStyles, type Styles } from './docx-styles.ts';
import { type Attribute, readXml, type XmlPart } from './xml.ts';

const DOCUMENT = 'word/document.xml';
/** What the user is told of things that are not read, by their kind: one, several. */
const UNREAD: readonly (readonly [Unread, string, string])[] = [
  ['drawing', 'a diagram or chart', 'diagrams and charts'],
  ['file', 'another file that the document shows', 'other files that the document shows'],
  ['symbol', 'a symbol of a picture font', 'symbols of picture fonts'],
  ['formula', 'a character or formula in an EQ field', 'characters or formulas in EQ fields'],
];

/**
 * Reads a Word file as it looks with all changes accepted: the text, and after it the footnotes and the endnotes in the
 * order in which the text refers to them. Headers, footers, comments, hidden text and tables of contents are left out.
 *
 * @throws DuiqiError `damaged`, `encrypted`, `too-large` or `format`
 */
export async function readDocx(bytes: Uint8Array, file: string): Promise<Contents> {
  const archive = await openArchive(bytes, file);
  const main = (await targetsOf('', archive)).get('officeDocument') ?? DOCUMENT;
  const document = await archive.part(main);
  if (document === undefined) throw withoutText(main, file);
  const targets = await targetsOf(main, archive);
  const related = (kind: string) => archive.part(targets.get(kind) ?? `${folderOf(main)}/${kind}.xml`);
  const styles = await readStyles(await related('styles'));
  const text = await readStory(document, styles);
  const footnotes = await readNotes(await related('footnotes'), text.references.footnote, styles);
  const endnotes = await readNotes(await related('endnotes'), text.references.endnote, styles);
  const parts = [text, footnotes, endnotes];
  return { pieces: parts.flatMap(({ pieces }) => pieces), notices: noticesOf(parts) };
}

type Read = Pick<Story, 'pieces' | 'unread'>;

/** Only the notes that the text refers to: those of deleted text are still there. */
async function readNotes(part: XmlPart | undefined, ids: ReadonlySet<string>, styles: Styles): Promise<Read> {
  if (part === undefined || ids.size === 0) return { pieces: [], unread: new Map() };
  const { notes, unread } = await readStory(part, styles);
  const pieces = [...ids].flatMap((id) => notes.get(id) ?? []);
  return { pieces: pieces.map((piece): Piece => ({ ...piece, role: 'note' })), unread };
}

function noticesOf(parts: readonly Read[]): string[] {
  return UNREAD.flatMap(([kind, one, several]) => {
    const count = parts.reduce((sum, { unread }) => sum + (unread.get(kind) ?? 0), 0);
    if (count === 0) return [];
    return [`The text of ${count === 1 ? one : `${count} ${several}`} was not read.`];
  });
}

/** The names of the parts that a part (`''`: the whole file) is related to, by the last word of the relation's type. */
async function targetsOf(source: string, archive: Archive): Promise<Map<string, string>> {
  const folder = folderOf(source);
  const name = entryName(folder, `_rels/${source.slice(folder.length).replace('/', '')}.rels`) ?? '';
  const part = await archive.part(name);
  const targets = new Map<string, string>();
  const open = (element: string, attribute: Attribute) => {
    const kind = attribute('Type')?.split('/').at(-1) ?? '';
    const target = entryName(folder, attribute('Target') ?? '');
    const isThere = element === 'Relationship' && target !== undefined && archive.names.has(target);
    if (isThere && !targets.has(kind)) targets.set(kind, target);
  };
  if (part) await readXml(part, { open });
  return targets;
}

function withoutText(name: string, file: string): DuiqiError {
  const reason = `This Word file is damaged: its part ${name}, the text, is missing.`;
  return new DuiqiError('damaged', reason, { file }, 'Open it in Word and save it again.');
}
