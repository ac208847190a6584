/** What is common to memories in XML, which other programs write as well: what was found so far, and how much may be kept. */
import { DuiqiError } from '../../errors.ts';
import type { ReadingOptions } from '../format.ts';
import { LONGEST_LINE, type Source, textOf } from '../source.ts';
import type { UnitRead } from '../unit.ts';

/** In UTF-16 units: so much of a file without the end of a tag or text is no longer kept. */
const LONGEST_PIECE = 1 << 27;
/** What an element takes in memory beside its text, in UTF-16 units. */
const SIZE_OF_ELEMENT = 100;
const DEEPEST = 200;

/** What of a parser the reading of a memory needs. */
interface XmlParser {
  write(text: string): unknown;
  close(): unknown;
  readonly line: number;
  readonly column: number;
  on(event: 'error', handler: (error: Error) => void): void;
}

/** A memory while it is read. Whoever hears the parser's events tells it what they come to. */
export class ForeignMemory {
  readonly #parser: XmlParser;
  readonly #source: Source;
  readonly #advice: string;
  #found: UnitRead[] = [];
  #oneSided = 0;
  #codes = 0;
  /** How much was written since the parser last told of something: so much it keeps. */
  #unparsed = 0;
  /** Of the unit that is open, in UTF-16 units; undefined between units, of which nothing is kept. */
  #size: number | undefined;

  /** @param advice what to do about a file that cannot be read */
  constructor(parser: XmlParser, source: Source, advice: string) {
    this.#parser = parser;
    this.#source = source;
    this.#advice = advice;
    parser.on('error', ({ message }) => {
      const reason = message.replace(/^\d+:\d+: /, '').replace(/\.*$/, '.');
      throw this.fault(`this is not well-formed XML: ${reason}`);
    });
  }

  /** The units, as they are completed. @throws DuiqiError `format`, `encoding` */
  async *units({ onNotice }: ReadingOptions): AsyncGenerator<UnitRead> {
    for await (const text of textOf(this.#source)) {
      this.#unparsed += text.length;
      this.#parser.write(text);
      if (this.#unparsed > LONGEST_PIECE) throw this.fault('a piece of this file is too long to be kept.');
      yield* this.#taken();
    }
    this.#parser.close();
    yield* this.#taken();
    for (const notice of this.#notices()) onNotice?.(notice);
  }

  /** The parser has told of an element that begins, so many deep. */
  opened(depth: number): void {
    this.#unparsed = 0;
    if (depth > DEEPEST) throw this.fault('elements are nested too deep.');
    this.#grow(SIZE_OF_ELEMENT);
  }

  closed(): void {
    this.#unparsed = 0;
  }

  /** Some text is to be kept, or, where `text` is empty, was only heard. */
  heard(text: string): void {
    this.#unparsed = 0;
    this.#grow(text.length);
  }

  beginUnit(): void {
    this.#size = 0;
  }

  /** What the unit that ends here comes to: none where it lacks a language. */
  endUnit(units: readonly UnitRead[], oneSided: number): void {
    this.#size = undefined;
    for (const unit of units) this.#found.push(unit);
    this.#oneSided += oneSided;
  }

  countCode(): void {
    this.#codes++;
  }

  /** An error at the place where the parser stands. */
  fault(reason: string): DuiqiError {
    const { line, column } = this.#parser;
    const place = { file: this.#source.file, line, column: column + 1 };
    return new DuiqiError('format', reason, place, this.#advice);
  }

  #grow(size: number): void {
    if (this.#size === undefined) return;
    this.#size += size;
    if (this.#size > LONGEST_LINE) throw this.fault('this unit is larger than any program takes.');
  }

  #taken(): UnitRead[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  /** What the user should know: units that were passed over, and codes that are no text. */
  #notices(): string[] {
    const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
    const [units, codes] = [counted(this.#oneSided, 'unit'), counted(this.#codes, 'code')];
    return [
      ...(this.#oneSided > 0 ? [`${units} without Chinese or without English passed over.`] : []),
      ...(this.#codes > 0 ? [`${codes} of the original format left out of the texts.`] : []),
    ];
  }
}
