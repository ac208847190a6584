import type { Piece } from '../contents.ts';
import { CHARACTERS, symbolOf } from './docx-characters.ts';
import { Draft, type Mark, type Paragraph } from './docx-draft.ts';
import { Fields, isFurniture } from './docx-fields.ts';
import { isHeadingLevel, isOn, type Styles } from './docx-styles.ts';
import { type Attribute, readXml, type XmlHandler, type XmlPart } from './xml.ts';

/** The text of one part of a Word file: of the document itself, or of its footnotes or endnotes. */
export interface Story {
  /** In the order of reading; of a part with notes, all of them. */
  readonly pieces: readonly Piece[];
  /** The notes that stand in the part, by their ids. */
  readonly notes: ReadonlyMap<string, readonly Piece[]>;
  /** The ids of the notes that it refers to, in order. */
  readonly references: Readonly<Record<NoteKind, ReadonlySet<string>>>;
  /** How many things of a kind are in it whose text is not read. */
  readonly unread: ReadonlyMap<Unread, number>;
}

export type NoteKind = 'footnote' | 'endnote';
export type Unread = 'drawing' | 'file' | 'symbol' | 'formula';

/** Left out with all that is in them: what was deleted or moved away, former properties, the sounds over characters. */
const LEFT_OUT = new Set(['del', 'moveFrom', 'pPrChange', 'rt']);
const CONTENTS_GALLERY = 'Table of Contents';
const DRAWN_TEXT = /diagram|chart/;
const SOURCE_BLANKS = /[\t\r\n]+/g;

type OnOpen = (attribute: Attribute) => void;

interface Run {
  isHidden: boolean;
  /** It is the mark of a note. */
  isMark: boolean;
}

/**
 * Reads the main text or the notes as they are when all changes are accepted.
 *
 * @throws DuiqiError as `readXml`
 */
export async function readStory(part: XmlPart, styles: Styles): Promise<Story> {
  const reader = new StoryReader(styles);
  await readXml(part, reader);
  return reader.story();
}

/**
 * Takes every text (`w:t`) that no element around it leaves out. What is unknown is passed through: mark-up that is
 * newer than this loses no text.
 */
class StoryReader implements XmlHandler {
  readonly #styles: Styles;
  readonly #draft = new Draft();
  readonly #fields = new Fields(this.#draft);
  readonly #notes = new Map<string, readonly Piece[]>();
  readonly #references = { footnote: new Set<string>(), endnote: new Set<string>() };
  readonly #unread = new Map<Unread, number>();
  /** The names of the elements that are open. */
  readonly #path: string[] = [];
  /** How many of them are within the outermost one that is left out, itself among them. */
  #leftOut = 0;
  readonly #runs: Run[] = [];
  #cells = 0;
  readonly #alternatives: Mark[] = [];
  #isNextContentLeftOut = false;
  #note: { readonly id: string; readonly from: number } | undefined;

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  story(): Story {
    this.#draft.endJoined();
    const { pieces } = this.#draft;
    return { pieces, notes: this.#notes, references: this.#references, unread: this.#unread };
  }

  open(name: string, attribute: Attribute): void {
    this.#path.push(name);
    if (this.#leftOut === 0) this.#onOpen.get(name)?.(attribute);
    if (this.#leftOut > 0 || this.#isLeftOut(name, attribute)) this.#leftOut++;
  }

  close(name: string): void {
    this.#path.pop();
    if (this.#leftOut > 0) this.#leftOut--;
    else this.#onClose.get(name)?.();
  }

  text(text: string): void {
    if (this.#leftOut > 0) return;
    const name = this.#path.at(-1);
    if (name === 'instrText') this.#fields.instruct(text);
    if (name === 't') this.#write(text.replaceAll(SOURCE_BLANKS, ' '));
  }

  readonly #onOpen = new Map<string, OnOpen>([
    ['p', () => this.#draft.begin(this.#cells > 0)],
    ['r', () => this.#beginRun()],
    ['tc', () => this.#cells++],
    ['pStyle', (attribute) => this.#ofParagraph({ style: this.#styles(attribute('val')) })],
    ['outlineLvl', (attribute) => this.#ofParagraph({ isHeading: isHeadingLevel(attribute('val')) })],
    ['numId', (attribute) => this.#ofParagraph({ isItem: attribute('val') !== '0' })],
    ['framePr', (attribute) => this.#beginFrame(attribute('dropCap'))],
    ['del', () => this.#join()],
    ['moveFrom', () => this.#join()],
    ['rStyle', (attribute) => this.#styleRun(attribute('val'))],
    ['vanish', (attribute) => this.#ofRun({ isHidden: isOn(attribute) })],
    ...CHARACTERS.map(([name, character]) => [name, () => this.#writeInRun(character)] as const),
    ['sym', (attribute) => this.#writeSymbol(attribute)],
    ['fldChar', (attribute) => this.#moveOnInField(attribute('fldCharType'))],
    ['footnoteReference', (attribute) => this.#refer('footnote', attribute)],
    ['endnoteReference', (attribute) => this.#refer('endnote', attribute)],
    ['footnote', (attribute) => this.#beginNote(attribute)],
    ['endnote', (attribute) => this.#beginNote(attribute)],
    ['AlternateContent', () => this.#alternatives.push(this.#draft.mark)],
    ['sdt', () => this.#judgeContent(false)],
    ['showingPlcHdr', (attribute) => isOn(attribute) && this.#judgeContent(true)],
    ['docPartGallery', (attribute) => attribute('val') === CONTENTS_GALLERY && this.#judgeContent(true)],
    ['textpath', (attribute) => this.#writeWordArt(attribute('string') ?? '')],
    ['graphicData', (attribute) => DRAWN_TEXT.test(attribute('uri') ?? '') && this.#count('drawing')],
    ['altChunk', () => this.#count('file')],
    ['subDoc', () => this.#count('file')],
  ]);

  readonly #onClose = new Map<string, () => void>([
    ['p', () => this.#draft.end()],
    ['r', () => this.#runs.pop()],
    ['tc', () => this.#endCell()],
    ['txbxContent', () => this.#draft.endJoined()],
    ['footnote', () => this.#endNote()],
    ['endnote', () => this.#endNote()],
    ['AlternateContent', () => this.#alternatives.pop()],
  ]);

  #isLeftOut(name: string, attribute: Attribute): boolean {
    if (name === 'fldSimple') return isFurniture(attribute('instr'));
    if (name === 'Choice' || name === 'Fallback') return this.#hasAlternative();
    if (name === 'sdtContent') return this.#isNextContentLeftOut;
    return LEFT_OUT.has(name);
  }

  /** Whether one of the alternatives (a text box in the new and the old notation) was read and had text. */
  #hasAlternative(): boolean {
    const before = this.#alternatives.at(-1);
    return before !== undefined && this.#draft.hasGrown(before);
  }

  #write(text: string): void {
    const run = this.#runs.at(-1);
    if (!run?.isHidden && !run?.isMark) this.#draft.write(text);
  }

  /** Tabs are defined, in properties, by elements of the same name. */
  #writeInRun(character: string): void {
    const parent = this.#path.at(-2);
    if (parent === 'r' || parent === 'p') this.#write(character);
  }

  #writeSymbol(attribute: Attribute): void {
    const symbol = symbolOf(attribute('font'), attribute('char'));
    if (symbol === undefined) this.#count('symbol');
    else this.#write(symbol);
  }

  #ofParagraph(properties: Partial<Paragraph>): void {
    if (this.#draft.paragraph) Object.assign(this.#draft.paragraph, properties);
  }

  /** A large first letter stands in a paragraph of its own before the one that it begins. */
  #beginFrame(dropCap: string | undefined): void {
    if (dropCap === 'drop' || dropCap === 'margin') this.#ofParagraph({ isJoined: true });
  }

  /** A deleted paragraph mark is one among the properties of the paragraph. */
  #join(): void {
    if (this.#path.at(-3) === 'pPr') this.#ofParagraph({ isJoined: true });
  }

  #beginRun(): void {
    this.#runs.push({ isHidden: this.#draft.paragraph?.style.isHidden ?? false, isMark: false });
  }

  #styleRun(id: string | undefined): void {
    const { isHidden, isNoteMark = false } = this.#styles(id);
    this.#ofRun({ ...(isHidden && { isHidden }), isMark: isNoteMark });
  }

  /** The properties of a paragraph mark have the same names as those of a run. */
  #ofRun(properties: Partial<Run>): void {
    const run = this.#runs.at(-1);
    if (run && this.#path.at(-3) === 'r') Object.assign(run, properties);
  }

  #moveOnInField(type: string | undefined): void {
    if (type === 'begin') this.#fields.begin();
    if (type === 'separate') this.#fields.separate();
    if (type === 'end' && this.#fields.end()) this.#count('formula');
  }

  #refer(kind: NoteKind, attribute: Attribute): void {
    const run = this.#runs.at(-1);
    const id = attribute('id');
    if (id === undefined || run?.isHidden) return;
    this.#references[kind].add(id);
    // A mark that the author chose follows in the same run.
    if (run && attribute('customMarkFollows')) run.isMark = true;
  }

  #beginNote(attribute: Attribute): void {
    this.#note = { id: attribute('id') ?? '', from: this.#draft.pieces.length };
  }

  #endNote(): void {
    if (this.#note === undefined) return;
    this.#draft.endJoined();
    this.#fields.clear();
    this.#notes.set(this.#note.id, this.#draft.pieces.slice(this.#note.from));
    this.#note = undefined;
  }

  #endCell(): void {
    this.#cells--;
    this.#draft.endJoined();
  }

  /** Placeholders ("Click here to enter text") and tables of contents are marked as such before they begin. */
  #judgeContent(isLeftOut: boolean): void {
    this.#isNextContentLeftOut = isLeftOut;
  }

  #writeWordArt(text: string): void {
    this.#draft.begin(false);
    this.#draft.write(text);
    this.#draft.end();
  }

  #count(kind: Unread): void {
    this.#unread.set(kind, (this.#unread.get(kind) ?? 0) + 1);
  }
}
