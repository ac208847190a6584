/** What went wrong, as a closed set that callers may switch on. */
export type ErrorCode =
  | 'usage'
  | 'missing-file'
  | 'not-a-file'
  | 'unreadable'
  | 'unwritable'
  | 'empty'
  | 'binary'
  | 'encoding'
  /** It needs a password. */
  | 'encrypted'
  /** The file is not what its beginning promises: cut off, or broken. */
  | 'damaged'
  | 'too-large'
  | 'language'
  | 'part'
  | 'format'
  | 'output-is-input';

/** Where in an input: the file as the user named it, lines and columns counted from 1. */
export interface Position {
  file?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
}

/**
 * The one error that duiqi throws on purpose. Its message reads `file:line:column: what is wrong`,
 * followed by `advice`, what to do about it. Anything else that is thrown is a defect of duiqi.
 */
export class DuiqiError extends Error {
  override readonly name = 'DuiqiError';
  readonly code: ErrorCode;
  readonly position: Position;
  /** What the user can do about it, a whole sentence. */
  readonly advice: string | undefined;

  constructor(code: ErrorCode, reason: string, position: Position = {}, advice?: string) {
    const place = [position.file, position.line, position.column].filter((x) => x !== undefined).join(':');
    super([place, place ? ': ' : '', reason, advice ? ` ${advice}` : ''].join(''));
    this.code = code;
    this.position = position;
    this.advice = advice;
  }
}
