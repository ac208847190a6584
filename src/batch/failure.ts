import { DuiqiError } from '../errors.ts';

/** An error as plain data, so that it can pass from a worker to the main thread. */
export interface Failure {
  readonly message: string;
  /** What it happened to, where the message does not say so. */
  readonly place?: string;
  /** What it is called and where it happened, when it is a defect of duiqi. */
  readonly defect?: { readonly name: string; readonly stack: string };
}

export function failureOf(error: unknown): Failure {
  if (error instanceof DuiqiError) return { message: error.message };
  if (!(error instanceof Error)) return { message: String(error), defect: { name: '', stack: '' } };
  return { message: error.message, defect: { name: error.name, stack: error.stack ?? '' } };
}
