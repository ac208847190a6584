import { readFileSync } from 'node:fs';
import { simplify } from '../../language/han.ts';
import type { AnchorKind, Term } from '../../model.ts';
import { seemingKind } from './kinds.ts';
import type { NameLink, Story } from './link.ts';
import { TextIndex } from './text-index.ts';

/** Made by the build of aliases.tsv (五角大廈 is the Pentagon) and the names of countries: kind, Chinese, English. */
const FILE = new URL('../../../dist/known-names.tsv', import.meta.url);

let known: readonly NameLink[] | undefined;

/** The names of the user's glossary, of the aliases and of the world's countries that stand on both sides of a story. */
export function linksOfKnownNames(story: Story, glossary: readonly Term[]): NameLink[] {
  known ??= readKnownNames();
  const zh = new TextIndex(story.zh.map(({ key }) => key));
  const en = story.en.map(({ text }) => text).join('\n');
  const lower = en.toLowerCase();
  const stands = ({ zh: name, en: english }: NameLink) =>
    zh.includes(name) && (en.includes(english) || lower.includes(english.toLowerCase()));
  return [...glossary.map(linkOf), ...known].filter(stands);
}

function readKnownNames(): NameLink[] {
  const lines = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [kind, zh, en] = line.split('\t') as [AnchorKind, string, string];
    return { kind, zh, en };
  });
}

function linkOf({ zh, en, kind }: Term): NameLink {
  const key = simplify(zh);
  return { kind: kind ?? seemingKind(key, en, /^\p{Lu}/u.test(en) ? 'nr' : '', []), zh: key, en };
}
