import { lookUp } from '../../language/dictionary.ts';
import { readSpelling, spelledBy } from '../../language/spellings.ts';
import { dottedNames } from './chinese-names.ts';
import type { EnglishName } from './english-names.ts';
import type { NameLink, Story } from './link.ts';

/**
 * What links between parts of names say of whole names, and the reverse: with 卡尔 for `Kahl` known, 科林·卡尔 is the
 * `Colin Kahl` of the text; with 孙韵 for `Yun Sun` known, 孙 is `Sun` and 孙韵 may be `Sun`.
 */
export function withWholeNames(
  links: readonly NameLink[],
  story: Story,
  names: readonly EnglishName[],
): NameLink[] {
  const whole = linksOfDotted(links, story, names);
  const all = [...links, ...whole];
  const written = new Set(names.map(({ text }) => text));
  return unique([...all, ...all.flatMap((link) => shortForms(link, written))]);
}

function linksOfDotted(links: readonly NameLink[], story: Story, names: readonly EnglishName[]): NameLink[] {
  const known = new Set(links.map(({ zh, en }) => `${zh}\t${en}`));
  const several = names.filter(({ words }) => words.length > 1);
  return dottedNames(story.zh).flatMap(({ key, parts }) => {
    const isPart = (part: string | undefined, word: string | undefined) => known.has(`${part}\t${word}`);
    const fitting = several.filter(({ words }) => isPart(parts.at(-1), words.at(-1)));
    // `Secretary Antony Blinken` is no longer name than 安东尼·布林肯.
    const best =
      fitting.find(({ words }) => isPart(parts[0], words[0])) ??
      fitting.find(({ words }) => words.length === parts.length) ??
      fitting[0];
    if (!best) return [];
    const pieces = parts.length === best.words.length ? parts : [parts[0]!, parts.at(-1)!];
    const words = parts.length === best.words.length ? best.words : [best.words[0]!, best.words.at(-1)!];
    return [
      { kind: 'person' as const, zh: key, en: best.text },
      ...pieces.map((zh, k) => ({ kind: 'person' as const, zh, en: words[k]! })),
    ];
  });
}

/** The surname or the given name alone on either side. */
function shortForms(link: NameLink, written: ReadonlySet<string>): NameLink[] {
  const words = link.en.split(' ');
  const isChinese = link.zh.length <= 4 && /^\p{Script=Han}+$/u.test(link.zh);
  const surname = isChinese ? surnameOf(link.zh) : undefined;
  if (link.kind !== 'person' || words.length < 2 || !surname) return [];
  const given = link.zh.slice(surname.length);
  return [words[0]!, words.at(-1)!]
    .filter((word) => written.has(word))
    .flatMap((en) => {
      if (spells(surname, en))
        return [
          { ...link, en },
          { ...link, zh: surname, en },
          { ...link, zh: surname },
        ];
      return given.length > 1 && spells(given, en)
        ? [
            { ...link, en },
            { ...link, zh: given, en },
          ]
        : [];
    });
}

function spells(characters: string, word: string): boolean {
  return (
    spelledBy(characters, [word]) || readSpelling(characters, 0, word.toLowerCase()) === characters.length
  );
}

function surnameOf(name: string): string | undefined {
  const isSurname = (text: string) =>
    lookUp(text).some(({ glosses }) => glosses.some((gloss) => /\bsurname\b/.test(gloss)));
  return [name.slice(0, 2), name.slice(0, 1)].find((text) => text.length < name.length && isSurname(text));
}

function unique(links: readonly NameLink[]): NameLink[] {
  return [...new Map(links.map((link) => [`${link.zh}\t${link.en}`, link])).values()];
}
