/**
 * Makes dist/known-names.tsv: kind, Chinese (Simplified key) and English of the names that need no finding. They come
 * from aliases.tsv and from the names of countries and regions in Unicode's CLDR, as Mandarin calls them in China, in
 * Taiwan and in Hong Kong.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { simplify } from '../language/han.ts';
import type { Term } from '../model.ts';
import { readGlossary } from '../read/glossary.ts';

const ALIASES = fileURLToPath(new URL('../../src/evidence/names/aliases.tsv', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../known-names.tsv', import.meta.url));
/** Codes of no countries: the European Union, the euro area, the United Nations. */
const LEAGUES = new Set(['EU', 'EZ', 'UN']);

function countries(): Term[] {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => !LEAGUES.has(code));
  const namesIn = (locale: string) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const english = namesIn('en');
  return ['zh-CN', 'zh-TW', 'zh-HK'].map(namesIn).flatMap((chinese) =>
    codes.flatMap((code): Term[] => {
      const [zh, en] = [chinese.of(code), english.of(code)];
      return zh && en && /^\p{Script=Han}+$/u.test(zh) ? [{ zh, en, kind: 'place' }] : [];
    }),
  );
}

const terms = [...readGlossary(readFileSync(ALIASES), 'aliases.tsv'), ...countries()];
const lines = terms.map(({ kind = 'other', zh, en }) => [kind, simplify(zh), en].join('\t'));
writeFileSync(OUTPUT, `${[...new Set(lines)].join('\n')}\n`);
