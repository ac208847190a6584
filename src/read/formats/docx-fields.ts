import type { Draft, Mark } from './docx-draft.ts';

/** Fields whose results are no text of the story. */
const FURNITURE = /^\s*(?:TOC|INDEX|TOA|PAGE|NUMPAGES|SECTIONPAGES)\b/i;
/** Formulas, and Chinese characters with their sounds, in a notation of old. */
const FORMULA = /^\s*EQ\b/i;
/** The kind of a field stands at the beginning of its instruction. */
const BEGINNING = 50;

interface Field {
  readonly mark: Mark;
  instruction: string;
}

/** Whether a field with this instruction is a table of contents, a page number or the like. */
export function isFurniture(instruction: string | undefined): boolean {
  return FURNITURE.test(instruction ?? '');
}

/**
 * The fields that are open. A field has an instruction, a separator, a result and an end, over several paragraphs in a
 * table of contents. Results are written like all text and taken back only at a proper end, so that a field that
 * never ends swallows nothing.
 */
export class Fields {
  readonly #draft: Draft;
  readonly #open: Field[] = [];

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  begin(): void {
    this.#open.push({ mark: this.#draft.mark, instruction: '' });
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field && field.instruction.length < BEGINNING) field.instruction += text;
  }

  /** What fields within the instruction came to is no text. */
  separate(): void {
    const mark = this.#open.at(-1)?.mark;
    if (mark?.pieces === this.#draft.pieces.length) this.#draft.backTo(mark);
  }

  /** Returns whether the field was a formula, which has no result. */
  end(): boolean {
    const field = this.#open.pop();
    if (field === undefined) return false;
    if (isFurniture(field.instruction)) this.#draft.backTo(field.mark);
    return FORMULA.test(field.instruction);
  }

  clear(): void {
    this.#open.length = 0;
  }
}
