import { isBracket } from './pairs.ts';

/** Follows a paragraph from left to right and knows which brackets and quotations are open. */
export class Enclosing {
  private readonly brackets: number[] = [];
  private readonly quotations: number[] = [];
  private reached = 0;

  constructor(
    private readonly paragraph: string,
    private readonly partner: Int32Array,
  ) {}

  /** The index of its opening bracket; -1 outside of brackets. */
  get innermostBracket(): number {
    return this.brackets.at(-1) ?? -1;
  }

  /** The index of its opening mark; -1 outside of quotations. */
  get innermostQuotation(): number {
    return this.quotations.at(-1) ?? -1;
  }

  /** `index` must not go down from one call to the next. */
  moveTo(index: number): void {
    for (; this.reached < index; this.reached++) {
      const partner = this.partner[this.reached]!;
      if (partner === -1) continue;
      const opens = partner > this.reached;
      const open = isBracket(this.paragraph[opens ? this.reached : partner]!)
        ? this.brackets
        : this.quotations;
      if (opens) open.push(this.reached);
      else open.pop();
    }
  }
}
