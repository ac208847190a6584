import { system } from './system.ts';

/** Where a command writes: the process's own streams, or any others. */
export interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
  /** What comes in through a pipe. */
  readonly stdin?: AsyncIterable<string | Uint8Array>;
}

export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

/**
 * Writes to standard output, and waits until the stream has taken the text.
 *
 * @throws DuiqiError `unwritable`; a broken pipe as it comes
 */
export function print(output: Output, text: string): Promise<void> {
  return system('standard output', () => written(output, text));
}

/** Writes a line for the reader of standard error; when nobody can read it, the work goes on all the same. */
export async function tell(output: Output, line: string): Promise<void> {
  await written(output, `${line}\n`).catch(() => undefined);
}

function written(output: Output, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
