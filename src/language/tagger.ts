import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractFor, Neighbours } from './word-extract.ts';

/** A word and its part of speech. */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/** Paths of the files that the package brings. */
export interface Dictionaries {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_USER_DICT: string;
}

interface Nodejieba extends Dictionaries {
  load(files: { readonly dict?: string; readonly idfDict: string; readonly userDict: string }): void;
  tag(sentence: string): TaggedWord[];
}

/** Made by the build; see build/cutting.ts. */
const MADE = {
  idfDict: fileURLToPath(new URL('../../dist/idf.utf8', import.meta.url)),
  userDict: fileURLToPath(new URL('../../dist/user-words.utf8', import.meta.url)),
};

const WORDS = 'words.utf8';

/** So many times the words of some texts are loaded: the whole dictionary takes as long as twenty such loads. */
const MOST_LOADS = 4;

/** What is loaded: nothing, the whole dictionary, or the words that such texts can hold. */
let loaded: 'nothing' | 'all' | Neighbours = 'nothing';
let loads = 0;
/** Where Neighbours of the texts to come stand. */
let foreseen: SharedArrayBuffer | undefined;
let nodejieba: Nodejieba | undefined;

/**
 * The words of a text as nodejieba cuts it, marks and spaces among them. The one file that loads nodejieba: whole, over
 * three seconds and 300 MiB, unless `loadFor` has seen what this text is made of.
 */
export function taggedWords(text: string): TaggedWord[] {
  if (loaded !== 'all' && !(loaded instanceof Neighbours && loaded.holds(text))) loadAll();
  return library().tag(text);
}

/** Makes `loadFor` load for other texts too, as soon as it loads for any: those whose Neighbours stand there by then. */
export function foresee(neighbours: SharedArrayBuffer): void {
  foreseen = neighbours;
}

/**
 * Loads what is needed to cut these texts, and those before them, where that is not loaded yet: a fifth of a second and some
 * 20 MiB. Where it was done a few times in vain, the whole dictionary will be loaded.
 */
export function loadFor(texts: readonly string[]): void {
  if (loaded === 'all' || loads >= MOST_LOADS) return;
  const before = loaded;
  if (before !== 'nothing' && texts.every((text) => before.holds(text))) return;
  // Other threads may add to what is foreseen.
  const neighbours = before === 'nothing' ? new Neighbours([], foreseen?.slice()) : before;
  for (const text of texts) neighbours.add(text);
  loads++;
  loaded = 'nothing';
  const extract = extractFor(neighbours, readFileSync(library().DEFAULT_DICT, 'utf8'));
  if (loadText(extract)) loaded = neighbours;
}

/** nodejieba reads files only. Where there is no room for one, the whole dictionary will have to do. */
function loadText(dictionary: string): boolean {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), 'duiqi-'));
    writeFileSync(join(folder, WORDS), dictionary);
    library().load({ dict: join(folder, WORDS), ...MADE });
    return true;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return false;
    throw error;
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true });
  }
}

function loadAll(): void {
  library().load(MADE);
  loaded = 'all';
}

export function dictionaries(): Dictionaries {
  return library();
}

function library(): Nodejieba {
  // Its native part must come through require: the package is CommonJS with a computed addon path.
  nodejieba ??= createRequire(import.meta.url)('nodejieba') as Nodejieba;
  return nodejieba;
}
