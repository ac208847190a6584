import { isBlank } from '../blank.ts';
import { unwrapped } from '../contents.ts';
import type { Element } from './html-element.ts';

/** Stands for `<br>` while a block is gathered: HTML has no such character. */
const BREAK = '\0';
const INDENTED = /^\s*[\u00a0\u3000]{2}/;
const LONGEST_NOTE_MARK = 8;
const LONGEST_BRACKETED = 200;
/** `[1]`, `[注 2]`, `[citation needed]`. */
const BRACKETED = /^(?:[\s,，]*[[［〔【][^\]］〕】]{0,40}[\]］〕】])+$/u;
const BACK_TO_TEXT = /^(?:\s|[\ufe0e\ufe0f]|[↑↩⤴⏎^])+$/u;

/** A superscript or a link that has begun within the block. */
interface Aside {
  readonly element: Element;
  /** How many chunks, and units in links, were there before. */
  readonly start: number;
  readonly linked: number;
}

/** The text of one block while it is read: its chunks, how much of it is what, and what must go again. */
export class BlockText {
  #chunks: string[] = [];
  #linked = 0;
  #coded = 0;
  #superscript: Aside | undefined;
  #link: Aside | undefined;
  /** The superscript has a link to a place within a page. */
  #isReference = false;

  get isEmpty(): boolean {
    return this.#chunks.length === 0;
  }

  add(text: string, { link, isCode }: Element): void {
    this.#chunks.push(text.replaceAll(BREAK, ''));
    if (link) this.#linked += text.length;
    if (isCode) this.#coded += text.length;
  }

  addBreak(): void {
    this.#chunks.push(BREAK);
  }

  begin(element: Element): void {
    const aside = { element, start: this.#chunks.length, linked: this.#linked };
    if (element.link === element) this.#link = aside;
    if (element.name === 'sup') this.#superscript ??= aside;
    this.#isReference ||= this.#superscript !== undefined && isReference(element);
  }

  /** Takes out marks of footnotes, and what leads from a footnote back to the text. */
  end(element: Element): void {
    if (element === this.#superscript?.element) {
      if (isNoteMark(this.#since(this.#superscript), this.#isReference)) this.#cut(this.#superscript);
      this.#superscript = undefined;
      this.#isReference = false;
    } else if (element === this.#link?.element) {
      if (isReference(element) && BACK_TO_TEXT.test(this.#since(this.#link))) this.#cut(this.#link);
      this.#link = undefined;
    }
  }

  /** The paragraphs that the block consists of, and how much of it is links and code, 0 to 1; it is empty then. */
  take(): { paragraphs: readonly string[]; linked: number; coded: number } {
    const source = this.#chunks.join('');
    const length = Math.max(1, source.trim().length);
    const share = (part: number) => Math.min(1, part / length);
    const taken = {
      paragraphs: paragraphsIn(source),
      linked: share(this.#linked),
      coded: share(this.#coded),
    };
    const restarted = (aside: Aside | undefined) => aside && { ...aside, start: 0, linked: 0 };
    this.#chunks = [];
    this.#linked = 0;
    this.#coded = 0;
    this.#superscript = restarted(this.#superscript);
    this.#link = restarted(this.#link);
    return taken;
  }

  #since({ start }: Aside): string {
    return this.#chunks.slice(start).join('').trim();
  }

  #cut({ start, linked }: Aside): void {
    this.#chunks.length = start;
    this.#linked = linked;
  }
}

function isReference({ link }: Element): boolean {
  return link?.attributes.get('href')?.includes('#') ?? false;
}

function isNoteMark(text: string, isReference: boolean): boolean {
  if (isReference) return text.length <= LONGEST_NOTE_MARK;
  return text.length <= LONGEST_BRACKETED && BRACKETED.test(text);
}

/** The parts between blank lines, and before lines that are indented, as some pages mark paragraphs. */
function paragraphsIn(source: string): string[] {
  const paragraphs: string[][] = [];
  let isOpen = false;
  for (const line of source.split(BREAK)) {
    const text = unwrapped(line);
    if (isBlank(text)) isOpen = false;
    else if (isOpen && !INDENTED.test(line)) paragraphs.at(-1)?.push(text);
    else {
      paragraphs.push([text]);
      isOpen = true;
    }
  }
  return paragraphs.map((lines) => lines.join('\n'));
}
