import { DuiqiError } from '../errors.ts';
import { printable } from './terminal.ts';

/** An error for its reader: a stack trace helps only those who work on duiqi. */
export function describe(error: unknown): string {
  if (error instanceof DuiqiError) return printable(error.message);
  const debug = process.env.DUIQI_DEBUG === '1';
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const advice = debug ? '' : ' DUIQI_DEBUG=1 shows where it happened.';
  const stack = debug && error instanceof Error ? `\n${error.stack}` : '';
  return `this is a defect of duiqi, not of your files; please report it: ${printable(what)}.${advice}${stack}`;
}
