import { type Failure, failureOf } from '../batch/failure.ts';
import { printable } from './terminal.ts';

/** An error for its reader: a stack trace helps only those who work on duiqi. */
export function describe(error: unknown): string {
  return describeFailure(failureOf(error));
}

/** The same, of an error that came from a worker. */
export function describeFailure({ message, place, defect }: Failure): string {
  const beginning = place === undefined ? '' : printable(`${place}: `);
  if (!defect) return beginning + printable(message);
  const debug = process.env.DUIQI_DEBUG === '1';
  const what = defect.name ? `${defect.name}: ${message}` : message;
  const advice = debug ? '' : ' DUIQI_DEBUG=1 shows where it happened.';
  const stack = debug && defect.stack ? `\n${defect.stack}` : '';
  return `${beginning}this is a defect of duiqi, not of your files; please report it: ${printable(what)}.${advice}${stack}`;
}
