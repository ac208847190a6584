/**
 * The schemas of TMX and XLIFF, out of Debian's packages, and whether a file keeps to them. Nothing is installed: the
 * package with the XLIFF schemas is fetched and unpacked into a folder of its own.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Its schemas are those of OASIS, word for word; the core of XLIFF 2.1 has the schema of 2.0. */
const XLIFF_PACKAGE = 'php-symfony-translation';
const XLIFF_FOLDER = join(
  'usr',
  'share',
  'php',
  'Symfony',
  'Component',
  'Translation',
  'Resources',
  'schemas',
);
const OMEGAT = '/usr/share/omegat/OmegaT.jar';

/** What a file may be held against; each kind is a file of the folder of schemas. */
const SCHEMAS = {
  'tmx-dtd': 'tmx14.dtd',
  tmx: 'tmx14.xsd',
  xliff: 'xliff-core-1.2-strict.xsd',
  xliff2: 'xliff-core-2.0.xsd',
} as const;
export type SchemaKind = keyof typeof SCHEMAS;

/** What must be installed for `schemaFolder` and `isValid`, and the Debian packages it is in. */
export const PROGRAMS = ['apt-get', 'dpkg', 'unzip', 'xmllint', 'omegat'] as const;
export const INSTALL = 'Debian: apt-get install omegat libxml2-utils unzip';

/** Those of the programs that are not installed. */
export function missingPrograms(programs: readonly string[] = PROGRAMS): string[] {
  return programs.filter((program) => spawnSync('which', [program]).status !== 0);
}

/**
 * Puts all schemas into the folder, which must be there, and returns it. They refer to one another by name alone, so that
 * no check of a file needs the network.
 *
 * @throws Error where the package can't be fetched, with what apt-get says
 */
export function schemaFolder(folder: string): string {
  const unpacked = join(folder, 'unpacked');
  mkdirSync(unpacked, { recursive: true });
  const fetched = spawnSync('apt-get', ['download', '-qq', XLIFF_PACKAGE], {
    cwd: unpacked,
    encoding: 'utf8',
  });
  if (fetched.status !== 0)
    throw new Error(`${XLIFF_PACKAGE} could not be fetched: ${fetched.stderr.trim()}`);
  execFileSync('sh', ['-c', `dpkg -x ${XLIFF_PACKAGE}_*.deb .`], { cwd: unpacked });
  for (const name of ['xml.xsd', SCHEMAS.xliff, SCHEMAS.xliff2]) {
    copyFileSync(join(unpacked, XLIFF_FOLDER, name), join(folder, name));
  }
  for (const name of [SCHEMAS['tmx-dtd'], SCHEMAS.tmx]) {
    writeFileSync(join(folder, name), execFileSync('unzip', ['-p', OMEGAT, `schemas/${name}`]));
  }
  for (const name of [SCHEMAS.tmx, SCHEMAS.xliff, SCHEMAS.xliff2]) importLocally(join(folder, name));
  return folder;
}

/** Whether the file keeps to the schema; what breaks it goes to standard error. */
export function isValid(file: string, kind: SchemaKind, folder: string): boolean {
  const schema = join(folder, SCHEMAS[kind]);
  const flag = kind === 'tmx-dtd' ? '--dtdvalid' : '--schema';
  const found = spawnSync('xmllint', ['--noout', '--nonet', flag, schema, file], { encoding: 'utf8' });
  if (found.status !== 0) process.stderr.write(found.stderr);
  return found.status === 0;
}

/** Has the schema take what it imports for `xml:lang` from beside it. */
function importLocally(schema: string): void {
  const text = readFileSync(schema, 'utf8');
  writeFileSync(schema, text.replaceAll(/schemaLocation="[^"]*xml\.xsd"/g, 'schemaLocation="xml.xsd"'));
}
