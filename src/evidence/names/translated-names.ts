import { isFunctionStem, isOrdinaryWord, stem } from '../../language/english.ts';
import type { Reading } from '../tokens.ts';
import { beginsSentence, isHeadline } from './english-names.ts';
import type { LinkedNames } from './link.ts';

const WORD = "\\p{Lu}[\\p{L}\\p{M}-]*(?:['’]s?(?![\\p{L}]))?";
/** Capitalised words with of, the or and between them, perhaps with a number: `Yunpu University of Technology`, `Pier No. 3`. */
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:St\\. )?${WORD}(?:(?: (?:of|the|and))* (?:No\\. \\d+ )?${WORD})*(?: (?:No\\. )?\\d+(?![.,:]?\\d|[\\p{L}%]))?`,
  'gu',
);
const TITLE =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Capt|Captain|Lt|Col|Gen|Sir|Madam|President|Minister|Uncle|Aunt)$/;

/** The names of several words in an English sentence that may be translated word by word. */
export function translatedNames({ text, quantities }: Reading, names: LinkedNames): string[] {
  const headline = isHeadline(text);
  const wordCount = text.split(' ').length;
  const open = withoutDates(text, quantities);
  return [...open.matchAll(NAME)].flatMap(({ 0: match, index }) => {
    const words = match.replace(/['’]s?$/, '').split(' ');
    if (headline && words.length >= wordCount / 2) return [];
    const isDoubtful = headline || beginsSentence(text, index);
    return piecesOf(words, names)
      .map((piece, k) => trimmed(piece, isDoubtful && k === 0, names))
      .filter((piece) => isOfSeveralWords(piece) && !holdsName(piece, names))
      .map((piece) => piece.join(' '));
  });
}

/** `Monday` and `May` are no pieces of names. */
function withoutDates(text: string, quantities: Reading['quantities']): string {
  let result = text;
  for (const { kind, start, end } of quantities) {
    if (kind === 'date' || kind === 'time')
      result = result.slice(0, start) + '.'.repeat(end - start) + result.slice(end);
  }
  return result;
}

/** `China's Pentagon` and `Heinrich and Diane` are two names each. */
function piecesOf(words: readonly string[], { hasEnglish, isPerson }: LinkedNames): string[][] {
  const pieces: string[][] = [[]];
  words.forEach((word, k) => {
    const before = words[k - 1];
    const next = words[k + 1];
    const isOwner = before !== undefined && /['’]s$/.test(before) && hasEnglish(bare(before));
    const joinsPersons =
      word === 'and' && [before, next].some((one) => one !== undefined && isPerson(bare(one)));
    if (joinsPersons) pieces.push([]);
    else if (isOwner) pieces.push([word]);
    else pieces.at(-1)!.push(word);
  });
  return pieces;
}

/** Without titles and function words before it, and without a word that the sentence happens to begin with. */
function trimmed(words: readonly string[], isDoubtful: boolean, names: LinkedNames): string[] {
  const own = [...words];
  const rest = own.slice(1).join(' ');
  if (
    isDoubtful &&
    own.length > 1 &&
    !names.isName(bare(own[0]!)) &&
    (rest.includes(' ') || names.hasEnglish(rest))
  ) {
    own.shift();
  }
  while (own.length && (isFunctionStem(stem(bare(own[0]!))) || TITLE.test(own[0]!))) own.shift();
  while (own.length && isFunctionStem(stem(bare(own.at(-1)!)))) own.pop();
  return own;
}

function isOfSeveralWords(words: readonly string[]): boolean {
  const content = words.filter((word) => /^\p{Lu}/u.test(word) && !isFunctionStem(stem(bare(word))));
  if (words.includes('I')) return false;
  if (content.length > 1) return true;
  // `Wanglan 3` is a ship, `Article 3` is none.
  return content.length === 1 && /\d$/.test(words.at(-1)!) && !isOrdinaryWord(content[0]!.toLowerCase());
}

/** `Minister Li Shangfu` is a person whose name is known, `New York City` a known city. */
function holdsName(words: readonly string[], { hasEnglish, isPerson }: LinkedNames): boolean {
  const plain = words.map(bare);
  const tails = [2, 3].filter((count) => count < plain.length).map((count) => plain.slice(-count).join(' '));
  return tails.some(isPerson) || (plain.length > 2 && hasEnglish(plain.slice(0, -1).join(' ')));
}

/** A word without 's. */
export function bare(word: string): string {
  return word.replace(/['’]s?$/, '');
}
