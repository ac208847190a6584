import { readFileSync } from 'node:fs';
import { simplify } from '../../language/han.ts';
import type { AnchorKind, Term } from '../../model.ts';
import { readGlossary } from '../../read/glossary.ts';
import type { NameLink, Story } from './link.ts';

/** Names that one language calls otherwise than the dictionary: 五角大廈 is the Pentagon. A glossary as users write it. */
const ALIASES = new URL('../../../src/evidence/names/aliases.tsv', import.meta.url);

let known: readonly NameLink[] | undefined;

/** The names of the user's glossary, of the aliases and of the world's countries that stand on both sides of a story. */
export function linksOfKnownNames(story: Story, glossary: readonly Term[]): NameLink[] {
  known ??= [...readGlossary(readFileSync(ALIASES), 'aliases.tsv').map(linkOf), ...countries()];
  const zh = story.zh.map(({ key }) => key).join('\n');
  const en = story.en.map(({ text }) => text).join('\n');
  const lower = en.toLowerCase();
  const stands = ({ zh: name, en: english }: NameLink) =>
    zh.includes(name) && (en.includes(english) || lower.includes(english.toLowerCase()));
  return [...glossary.map(linkOf), ...known].filter(stands);
}

function linkOf({ zh, en, kind }: Term): NameLink {
  return { kind: kind ?? guessedKind(en), zh: simplify(zh), en };
}

function guessedKind(en: string): AnchorKind {
  return /^\p{Lu}/u.test(en) ? 'person' : 'other';
}

/** Codes of no countries: the European Union, the euro area, the United Nations. */
const LEAGUES = new Set(['EU', 'EZ', 'UN']);

/** Countries and regions by their ISO 3166 codes, as Mandarin calls them in China, in Taiwan and in Hong Kong. */
function countries(): NameLink[] {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((a) => letters.map((b) => a + b));
  const namesIn = (locale: string) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const english = namesIn('en');
  return ['zh-CN', 'zh-TW', 'zh-HK'].map(namesIn).flatMap((chinese) =>
    codes.flatMap((code): NameLink[] => {
      const [zh, en] = [chinese.of(code), english.of(code)];
      if (LEAGUES.has(code)) return [];
      return zh && en && /^\p{Script=Han}+$/u.test(zh) ? [{ kind: 'place', zh: simplify(zh), en }] : [];
    }),
  );
}
