import { isFunctionStem, stem } from '../../language/english.ts';
import { compose, type Learnt } from './composition.ts';
import type { LinkedNames, NameLink, ReadBead } from './link.ts';

/** 《秤谱》; a mark at the end belongs to the title. */
const CHINESE_TITLE = /[《〈]([^《》〈〉]{1,40})[》〉]/gu;
const QUOTED = /["“'‘](\p{Lu}[^"“”]{1,80}?[!?]?)[.,]?["”'’](?![\p{L}])/gu;
const CAPITALISED =
  /(?<![\p{L}.]|^)\p{Lu}[\p{L}\p{M}'’-]*(?:(?: (?:of|the|and|for|in|on|to|a|an))* \p{Lu}[\p{L}\p{M}'’-]*)*/gu;
/** The least product of the shares of characters and words that account for each other. */
const ENOUGH = 0.3;

/** Titles of books, laws and songs: 《秤谱》 and `The Book of Scales`, 《规定》 and `the Regulations`. */
export function linksByTitle(beads: readonly ReadBead[], names: LinkedNames, learnt: Learnt): NameLink[] {
  const links = new Map<string, NameLink>();
  for (const { zh, en } of beads) {
    const titles = zh.flatMap(({ key }) => [...key.matchAll(CHINESE_TITLE)].map((match) => match[1]!));
    if (titles.length === 0) continue;
    const english = en.flatMap(({ text }) => englishTitles(text));
    for (const title of titles) {
      const best = bestOf(title, english, learnt);
      if (best && !names.hasEnglish(best))
        links.set(`${title}\t${best}`, { kind: 'other', zh: title, en: best });
    }
  }
  return [...links.values()];
}

function englishTitles(text: string): string[] {
  const quoted = [...text.matchAll(QUOTED)].map((match) => match[1]!).filter(isTitle);
  const capitalised = [...text.matchAll(CAPITALISED)].map((match) => match[0].replace(/['’]s?$/, ''));
  return [...quoted, ...capitalised];
}

/** In the title of a book the longer words are capitalised; in what somebody says they are not. */
function isTitle(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.every((word) => /^\p{Lu}/u.test(word));
}

function bestOf(title: string, english: readonly string[], learnt: Learnt): string | undefined {
  const [best] = english
    .map((text) => ({ text, value: compose(title, contentOf(text), learnt).value }))
    .toSorted((x, y) => y.value - x.value || y.text.length - x.text.length);
  return best && best.value >= ENOUGH ? best.text : undefined;
}

function contentOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu) ?? []).filter((word) => !isFunctionStem(stem(word)));
}
