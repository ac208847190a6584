import type { Role } from '../../model.ts';
import { type Attribute, readXml, type XmlHandler, type XmlPart } from './xml.ts';

/** What a style says of the paragraphs or runs that have it. */
export interface Style {
  readonly role?: Role;
  readonly isHidden?: boolean;
  /** An entry, or the title, of a table of contents. */
  readonly isContents?: boolean;
  /** The mark of a footnote. */
  readonly isNoteMark?: boolean;
}

/** The style of an id; what is not known of it is not in it. */
export type Styles = (id: string | undefined) => Style;

/** A style as it is defined: what it does not say it takes from the style it is based on. */
interface Definition {
  name?: string;
  basedOn?: string;
  outline?: boolean;
  isNumbered?: boolean;
  isHidden?: boolean;
}

/**
 * Names without blanks, in lower case. Word writes the English names of its own styles whatever language it speaks,
 * under ids such as `1` or `a3`; other programs write Chinese names.
 */
const HEADING = /^(?:(?:heading|标题|標題)\d?|title|subtitle|副标题|副標題)$/;
const CAPTION = /^(?:caption|题注|題注|標號)$/;
const CONTENTS =
  /^(?:toc(?:heading|\d)|contents(?:heading|\d)|tableof(?:figures|authorities)|目录\d?|目錄\d?)$/;
const NOTE_MARK =
  /^(?:footnote|endnote)(?:reference|anchor|characters|symbol)$|^(?:脚注|腳註|註腳|尾注|尾註|章節附註)(?:引用|參照)$/;
/** The outline level of body text; those of headings are lower. */
const BODY_LEVEL = 9;
const LONGEST_CHAIN = 20;

/** Reads word/styles.xml; without it, ids are taken for names. */
export async function readStyles(part: XmlPart | undefined): Promise<Styles> {
  const definitions = new Map<string, Definition>();
  if (part) await readXml(part, new StyleReader(definitions));
  const known = new Map<string, Style>();
  return (id) => {
    if (id === undefined) return {};
    const style = known.get(id) ?? styleOf(id, definitions);
    if (definitions.has(id)) known.set(id, style);
    return style;
  };
}

/** Whether a paragraph of this outline level, 0 to 9, is a heading. */
export function isHeadingLevel(level: string | undefined): boolean {
  return level !== undefined && Number(level) < BODY_LEVEL;
}

/** Whether a property that can be on or off, such as `w:vanish`, is on. */
export function isOn(attribute: Attribute): boolean {
  return !['0', 'false', 'off', 'none'].includes(attribute('val') ?? '');
}

class StyleReader implements XmlHandler {
  readonly #definitions: Map<string, Definition>;
  #style: Definition = {};

  constructor(definitions: Map<string, Definition>) {
    this.#definitions = definitions;
  }

  open(name: string, attribute: Attribute): void {
    const value = attribute('val');
    if (name === 'style') this.#begin(attribute('styleId'));
    if (name === 'name' && value) this.#style.name = value;
    if (name === 'basedOn' && value) this.#style.basedOn = value;
    if (name === 'outlineLvl') this.#style.outline = isHeadingLevel(value);
    if (name === 'numId') this.#style.isNumbered = value !== '0';
    if (name === 'vanish') this.#style.isHidden = isOn(attribute);
  }

  #begin(id: string | undefined): void {
    this.#style = {};
    if (id !== undefined) this.#definitions.set(id, this.#style);
  }
}

function styleOf(id: string, definitions: ReadonlyMap<string, Definition>): Style {
  const chain = definitions.has(id) ? chainOf(id, definitions) : [{ name: id }];
  const name = plainName(chain[0]);
  if (CONTENTS.test(name)) return { isContents: true };
  const role = roleOf(chain);
  const isHidden = chain.find(({ isHidden }) => isHidden !== undefined)?.isHidden;
  const isNoteMark = NOTE_MARK.test(name);
  return { ...(role && { role }), ...(isHidden && { isHidden }), ...(isNoteMark && { isNoteMark }) };
}

/** The style, the one it is based on, and so on. */
function chainOf(id: string, definitions: ReadonlyMap<string, Definition>): Definition[] {
  const chain: Definition[] = [];
  let next: string | undefined = id;
  while (next !== undefined && chain.length < LONGEST_CHAIN) {
    const definition = definitions.get(next);
    if (definition) chain.push(definition);
    next = definition?.basedOn;
  }
  return chain;
}

/** The nearest style that has a telling name or outline level decides; that it is numbered counts only without one. */
function roleOf(chain: readonly Definition[]): Role | undefined {
  for (const definition of chain) {
    if (definition.outline === false) break;
    const name = plainName(definition);
    if (definition.outline || HEADING.test(name)) return 'heading';
    if (CAPTION.test(name)) return 'caption';
  }
  return chain.find(({ isNumbered }) => isNumbered !== undefined)?.isNumbered ? 'item' : undefined;
}

function plainName(definition: Definition | undefined): string {
  return definition?.name?.toLowerCase().replaceAll(/[\s_-]+/g, '') ?? '';
}
