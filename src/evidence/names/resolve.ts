import type { Term } from '../../model.ts';
import { linksByBracket } from './by-bracket.ts';
import { linksByDictionary } from './by-dictionary.ts';
import { linksBySound } from './by-sound.ts';
import { linksBySpelling, linksOfSurnames } from './by-spelling.ts';
import { LONGEST } from './chinese-names.ts';
import { EnglishNames } from './english-names.ts';
import { linksOfKnownNames } from './known-names.ts';
import type { NameLink, Story } from './link.ts';
import { firstMeanings, isMeant } from './meanings.ts';
import { NameTable } from './name-table.ts';
import { withWholeNames } from './short-forms.ts';

/** The names of a story. */
export interface Names {
  /** All of them. */
  readonly all: NameTable;
  /** Without those of the dictionary, which nodejieba knows as words too. */
  readonly beyondDictionary: NameTable;
}

/**
 * The names of a story: which Chinese form and which English one mean the same, wherever they stand. What the user, a
 * bracket or the spelling says is believed before what sound suggests. Time grows with the length of the story, and
 * with the product of the names that only sound can link.
 */
export function resolveNames(story: Story, glossary: readonly Term[]): Names {
  const english = new EnglishNames(story.en);
  const settled = [
    ...linksOfKnownNames(story, glossary),
    ...linksByBracket(story),
    ...linksBySpelling(story, english.names),
    ...linksOfSurnames(story, english.names),
  ];
  const dictionary = linksByDictionary(story);
  const sounding = linksBySound(
    story,
    wordsToHear(story, english, [...settled, ...dictionary]),
    isPartOf([...settled, ...dictionary].map(({ zh }) => zh)),
  );
  const known = new Set(dictionary);
  const whole = withWholeNames([...dictionary, ...settled, ...sounding], story, english.names);
  return {
    all: new NameTable(whole),
    beyondDictionary: new NameTable(whole.filter((link) => !known.has(link))),
  };
}

/** The English names of one word that nothing else accounts for. */
function wordsToHear({ zh }: Story, english: EnglishNames, links: readonly NameLink[]): string[] {
  const named = new Set(links.flatMap(({ en }) => [en, en.toUpperCase(), ...en.split(' ')]));
  const translated = firstMeanings(zh);
  return english.names.flatMap(({ words: [word, ...more] }) => {
    if (more.length || named.has(word!) || word!.includes('-')) return [];
    return isMeant(word!, translated) ? [] : [word!];
  });
}

/** Whether a string that may write a foreign name holds one of these, or is a piece of one. */
function isPartOf(names: readonly string[]): (zh: string) => boolean {
  const long = new Set(names.filter((name) => name.length > 1));
  const pieces = new Set([...long].flatMap((name) => piecesOf(name)));
  return (zh) => pieces.has(zh) || piecesOf(zh).some((piece) => long.has(piece));
}

/** The strings of two characters and more in another one, as long as a candidate may be. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 2; end <= Math.min(text.length, start + LONGEST); end++) {
      pieces.push(text.slice(start, end));
    }
  }
  return pieces;
}
