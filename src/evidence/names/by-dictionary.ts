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
  return [...words].flatMap(([key, tag]) =>
    properNounsOf(key, tag)
      .filter(({ name }) => english.includes(name))
      .map(({ kind, name }): NameLink => ({ kind, zh: key, en: name })),
  );
}
