import type { NameLink, Story } from './link.ts';
import { isNameTag, properNounsOf } from './proper-nouns.ts';
import { TextIndex } from './text-index.ts';

/** The proper nouns of CC-CEDICT of which both forms stand in the story. */
export function linksByDictionary({ zh, en }: Story): NameLink[] {
  const words = new Map<string, string>();
  for (const { tokens } of zh) {
    for (const { key, tag } of tokens) {
      // 和 may be a surname, but it seldom is.
      if (key.length > 1 || isNameTag(tag)) words.set(key, tag);
    }
  }
  const english = new TextIndex(en.map(({ text }) => text));
  const links: NameLink[] = [];
  for (const [key, tag] of words) {
    for (const { kind, name } of properNounsOf(key, tag)) {
      if (english.includes(name)) links.push({ kind, zh: key, en: name });
    }
  }
  return links;
}
