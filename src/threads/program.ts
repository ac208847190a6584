import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** What a thread runs, and with what options of Node. */
export interface Program {
  readonly file: URL;
  readonly execArgv?: string[];
}

/**
 * The program of a thread of its own. The sources run as they are, in tests and checks: a thread of theirs must learn
 * TypeScript first.
 *
 * @param module its path without the ending
 * @param from the `import.meta.url` of the file that it is relative to
 */
export function programOf(module: string, from: string): Program {
  if (!from.endsWith('.ts')) return { file: new URL(`${module}.js`, from) };
  const tsxFolder = pathToFileURL(createRequire(from).resolve('tsx/package.json'));
  const tsx = new URL('./dist/esm/api/index.mjs', tsxFolder).href;
  const program = `import { register } from ${JSON.stringify(tsx)}; register();`;
  const execArgv = ['--import', `data:text/javascript,${encodeURIComponent(program)}`];
  return { file: new URL(`${module}.ts`, from), execArgv };
}
