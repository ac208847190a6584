import { createRequire } from 'node:module';

/** The version of duiqi, as its package says. */
export function packageVersion(): string {
  const { version } = createRequire(import.meta.url)('duiqi/package.json') as { version: string };
  return version;
}
