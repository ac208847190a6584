export interface NumberedLine {
  /** Counted from 1. */
  readonly number: number;
  /** Without its line end. */
  readonly line: string;
}

/** The lines of a file's text that are not blank. A byte order mark belongs to none of them. */
export function* numberedLines(text: string): Generator<NumberedLine> {
  let number = 0;
  for (const line of text.replace(/^\ufeff/, '').split('\n')) {
    number++;
    if (line.trim() !== '') yield { number, line: line.endsWith('\r') ? line.slice(0, -1) : line };
  }
}
