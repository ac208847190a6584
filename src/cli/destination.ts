import { access, constants, mkdir, open, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { identityOf } from '../batch/survey.ts';
import { DuiqiError } from '../errors.ts';
import { FORMATS, type Format, formatOf, type NamedFormat } from '../units/formats.ts';
import type { MemoryOptions } from './memory-options.ts';
import { system } from './system.ts';
import { type Target, targetOf } from './unit-output.ts';
import { oneOf } from './values.ts';

/** Where the command line wants the units: standard output, files by name, or a folder of files. */
export type Destination =
  | { readonly kind: 'stdout'; readonly target: Target }
  | { readonly kind: 'files'; readonly targets: readonly Target[] }
  | { readonly kind: 'folder'; readonly folder: string; readonly formats: readonly Format[] };

const NAMES = FORMATS.map(({ name }) => name);
const ENDINGS = FORMATS.map(({ endings }) => endings[0]).join(', ');

/**
 * Without `--format` each `-o` is a file and its ending chooses the format; with it, `-o` is a folder.
 * Without `-o` the units go to standard output, as JSONL unless `--format` says otherwise.
 *
 * @throws DuiqiError `usage`
 */
export function destinationOf(outputs: readonly string[], formats: readonly string[]): Destination {
  const named = [...new Set(formats)].map((name) => formatNamed(name));
  const [folder, another] = outputs;
  if (folder === undefined) {
    if (named.length > 1) {
      throw new DuiqiError('usage', 'several formats for standard output.', {}, 'Give a folder with -o DIR.');
    }
    const format = named[0] ?? formatNamed('jsonl');
    return { kind: 'stdout', target: { path: undefined, format, files: () => [], isPacked: false } };
  }
  if (named.length === 0) return { kind: 'files', targets: outputs.map(targetNamed) };
  if (another !== undefined) {
    throw new DuiqiError(
      'usage',
      'with --format, -o names one folder.',
      {},
      'Give -o once, or leave out --format.',
    );
  }
  return { kind: 'folder', folder, formats: named };
}

/** The formats that are written there. */
export function formatsOf(destination: Destination): readonly Format[] {
  if (destination.kind === 'folder') return destination.formats;
  const targets = destination.kind === 'files' ? destination.targets : [destination.target];
  return targets.map(({ format }) => format);
}

/** Whether any of the memories, that of doubtful units too, is written with anchors. */
export function showsAnchors(destination: Destination, { penalty }: Pick<MemoryOptions, 'penalty'>): boolean {
  const formats = [...formatsOf(destination), ...(penalty?.target ? [penalty.target.format] : [])];
  return formats.some(({ holdsAnchors }) => holdsAnchors);
}

function formatNamed(typed: string): Format {
  const name = oneOf('--format', typed, NAMES);
  return FORMATS.find((format) => format.name === name)!;
}

/** Some endings, as .csv, are those of other programs' files. */
function isWritten(path: string, { format, stem, isPacked }: NamedFormat): boolean {
  const ending = path.slice(stem.length, isPacked ? -3 : undefined).toLowerCase();
  return format.endings.includes(ending);
}

/** The target that the ending of a file's name asks for. @throws DuiqiError `usage` */
export function targetNamed(path: string): Target {
  const found = formatOf(path);
  const only = found?.format.endings[0];
  if (found && !isWritten(path, found)) {
    const reason = 'files with this ending are read, but not written.';
    throw new DuiqiError('usage', reason, { file: path }, `Choose ${only}.`);
  }
  if (found && /[^/\\]$/.test(found.stem)) return targetOf(path, found.format, found.stem, found.isPacked);
  const ending = extname(path);
  const reason = ending
    ? `the ending ${ending} stands for no format.`
    : 'the name has no ending to choose a format by.';
  const advice = `Known endings are ${ENDINGS}; for a folder of files add --format.`;
  throw new DuiqiError('usage', reason, { file: path }, advice);
}

/**
 * Makes sure, before any work, that the output can be written and is no input. A folder is made if need be.
 *
 * @throws DuiqiError `unwritable`, `output-is-input` or `usage`
 */
export async function prepareDestination(
  destination: Destination,
  inputs: readonly string[],
  options: Pick<MemoryOptions, 'split' | 'penalty'>,
): Promise<void> {
  if (destination.kind === 'folder') {
    const { folder } = destination;
    await outsideFolders(folder, inputs);
    await system(folder, () => mkdir(folder, { recursive: true }));
    await probe(join(folder, 'probe'), folder);
  }
  if (destination.kind === 'files') await checkTargets(destination.targets, inputs, options);
}

/** Makes sure that all files of the targets and of the memory of doubtful units can be written, that none is an input, and none is named twice. */
export async function checkTargets(
  targets: readonly Target[],
  inputs: readonly string[],
  { split, penalty }: Pick<MemoryOptions, 'split' | 'penalty'>,
): Promise<void> {
  const all = penalty?.target ? [...targets, penalty.target] : targets;
  const paths = all.flatMap(({ files }) => files(split && 1));
  for (const path of paths) await checkOutputFile(path, inputs);
  const twice = paths.find((path, i) => paths.findIndex((other) => resolve(other) === resolve(path)) < i);
  if (twice !== undefined) {
    throw new DuiqiError('usage', 'this output is named twice.', { file: twice }, 'Name each output once.');
  }
}

/** @throws DuiqiError `unwritable` or `output-is-input` */
export async function checkOutputFile(path: string, inputs: readonly string[]): Promise<void> {
  const existing = await stat(path).catch(() => undefined);
  for (const input of inputs) {
    const other = await stat(input).catch(() => undefined);
    if (existing && other && existing.dev === other.dev && existing.ino === other.ino) throw isInput(path);
  }
  await outsideFolders(path, inputs);
  if (existing && !existing.isFile()) {
    const what = existing.isDirectory() ? 'this is a folder.' : 'this is no ordinary file.';
    throw new DuiqiError('unwritable', what, { file: path }, 'Choose another name for the output.');
  }
  if (existing) await system(path, () => access(path, constants.W_OK));
  await probe(path, path);
}

/** Output in a folder that is read would be read as input the next time. */
async function outsideFolders(output: string, inputs: readonly string[]): Promise<void> {
  const target = await realpathOfNew(output);
  for (const input of inputs) {
    const folder = await stat(input)
      .then((found) => found.isDirectory())
      .catch(() => false);
    if (!folder) continue;
    const way = relative(await realpath(input), target);
    if (way !== '..' && !way.startsWith(`..${sep}`)) throw isInput(output);
  }
}

/**
 * Makes sure that no file that is there and would be replaced is a document, whatever it is called.
 *
 * @throws DuiqiError `output-is-input`
 */
export async function sparingDocuments(
  outputs: readonly string[],
  documents: Iterable<string>,
): Promise<void> {
  const replaced = new Map<string, string>();
  for (const output of outputs) {
    const found = await stat(output).catch(() => undefined);
    if (found) replaced.set(identityOf(found), output);
  }
  if (replaced.size === 0) return;
  for (const document of documents) {
    const found = await stat(document).catch(() => undefined);
    const output = found && replaced.get(identityOf(found));
    if (output !== undefined) throw isInput(output);
  }
}

/** The files that a destination names, and the memory of doubtful units, with as many parts as are there from earlier. */
export async function filesNamed(
  destination: Destination,
  { split, penalty }: Pick<MemoryOptions, 'split' | 'penalty'>,
): Promise<string[]> {
  const targets = destination.kind === 'files' ? [...destination.targets] : [];
  if (penalty?.target) targets.push(penalty.target);
  const paths: string[] = [];
  for (const { files } of targets) {
    if (!split) paths.push(...files());
    for (let part = 1; split; part++) {
      const own = files(part);
      const found = await Promise.all(own.map((path) => stat(path).catch(() => undefined)));
      if (!found.some(Boolean)) break;
      paths.push(...own);
    }
  }
  return paths;
}

export const isInput = (file: string) =>
  new DuiqiError(
    'output-is-input',
    'this is an input, or lies in one.',
    { file },
    'Choose another place for the output.',
  );

/** The real path of what need not exist yet. */
async function realpathOfNew(path: string): Promise<string> {
  const whole = resolve(path);
  const found = await realpath(whole).catch(() => undefined);
  if (found !== undefined || dirname(whole) === whole) return found ?? whole;
  return join(await realpathOfNew(dirname(whole)), basename(whole));
}

/** Where the bytes go until the file is complete: beside it, so that renaming it is one step. */
export function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
}

/** Tries the writing, since permissions alone do not tell (a full or read-only disk). */
async function probe(path: string, named: string): Promise<void> {
  await system(named, async () => {
    const handle = await open(temporaryPath(path), 'w');
    await handle.close();
    await rm(temporaryPath(path), { force: true });
  });
}
