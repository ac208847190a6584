import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuiqiError } from '../errors.ts';
import { extractFor, Neighbours } from './word-extract.ts';

/** A word and its part of speech. */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/** The native part of nodejieba. */
interface Addon {
  load(words: string, characters: string, userWords: string, weights: string, stopWords: string): void;
  tag(sentence: string): TaggedWord[];
}

const require = createRequire(import.meta.url);

/** Paths of the files that nodejieba brings. */
export const DICTIONARIES = {
  words: require.resolve('nodejieba/submodules/cppjieba/dict/jieba.dict.utf8'),
  characters: require.resolve('nodejieba/submodules/cppjieba/dict/hmm_model.utf8'),
  userWords: require.resolve('nodejieba/submodules/cppjieba/dict/user.dict.utf8'),
  stopWords: require.resolve('nodejieba/submodules/cppjieba/dict/stop_words.utf8'),
};

/** Made by the build; see build/cutting.ts. */
const MADE = {
  weights: fileURLToPath(new URL('../../dist/idf.utf8', import.meta.url)),
  userWords: fileURLToPath(new URL('../../dist/user-words.utf8', import.meta.url)),
};

const WORDS = 'words.utf8';

/** So many times the words of some texts are loaded: the whole dictionary takes as long as twenty such loads. */
const MOST_LOADS = 4;

/** What is loaded: nothing, the whole dictionary, or the words that such texts can hold. */
let loaded: 'nothing' | 'all' | Neighbours = 'nothing';
let loads = 0;
/** Where Neighbours of the texts to come stand. */
let foreseen: SharedArrayBuffer | undefined;
let loadedAddon: Addon | undefined;
/** The dictionary, where it has been read before there are texts. */
let dictionary: Buffer | undefined;

/**
 * The words of a text as nodejieba cuts it, marks and spaces among them. The one file that loads nodejieba: whole, over
 * three seconds and 300 MiB, unless `loadFor` has seen what this text is made of.
 */
export function taggedWords(text: string): TaggedWord[] {
  if (loaded !== 'all' && !(loaded instanceof Neighbours && loaded.holds(text))) loadAll();
  return addon().tag(text);
}

/** Makes `loadFor` load for other texts too, as soon as it loads for any: those whose Neighbours stand there by then. */
export function foresee(neighbours: SharedArrayBuffer): void {
  foreseen = neighbours;
}

/** Does what `loadFor` will need before there are texts. */
export function prepareLoading(): void {
  dictionary = readFileSync(DICTIONARIES.words);
  addon();
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
  const extract = extractFor(neighbours, dictionary ?? readFileSync(DICTIONARIES.words));
  dictionary = undefined;
  if (loadText(extract)) loaded = neighbours;
}

/** nodejieba reads files only. Where there is no room for one, the whole dictionary will have to do. */
function loadText(extract: Uint8Array): boolean {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), 'duiqi-'));
    writeFileSync(join(folder, WORDS), extract);
    load(join(folder, WORDS));
    return true;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return false;
    throw error;
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true });
  }
}

function loadAll(): void {
  load(DICTIONARIES.words);
  loaded = 'all';
}

function load(words: string): void {
  const { characters, stopWords } = DICTIONARIES;
  addon().load(words, characters, MADE.userWords, MADE.weights, stopWords);
}

/**
 * Not by way of the package's index, which loads forty modules to find it: .08 s in each thread.
 *
 * @throws DuiqiError `missing-file` where it has not been built, as by npm without scripts
 */
export function addon(): Addon {
  try {
    loadedAddon ??= require('nodejieba/build/Release/nodejieba.node') as Addon;
    return loadedAddon;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    const reason = 'nodejieba, which cuts Chinese into words, has not been built.';
    throw new DuiqiError('missing-file', reason, {}, 'Run npm rebuild nodejieba.');
  }
}
