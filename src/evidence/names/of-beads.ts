import { type Bead, size } from '../../model.ts';
import type { Evidence, PairSides } from '../evidence.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Reading } from '../tokens.ts';
import { linksByCompany } from './by-company.ts';
import { linksByMeaning } from './by-meaning.ts';
import { linksByTitle } from './by-title.ts';
import type { Learnt } from './composition.ts';
import { EnglishNames } from './english-names.ts';
import { hasGenericEnding } from './kinds.ts';
import type { LinkedNames, NameLink, ReadBead } from './link.ts';
import { firstMeanings, isMeant } from './meanings.ts';
import { NameTable } from './name-table.ts';
import { properNounsOf } from './proper-nouns.ts';

/** From this probability on a word counts as a known translation of another; merely related words have less. */
const LEARNT = 0.15;
/** Less sure beads show no names. */
const SURE_ENOUGH = 0.5;

/** Longer ones, in Chinese characters, are no sentences. */
const LONGEST_BEAD = 1000;

/** The sides of a pair with the names that its beads show beyond those known before. */
export function withNamesOfBeads(
  sides: PairSides,
  { vocabularies }: Evidence,
  lexicon: Lexicon,
  beads: readonly Bead[],
  probabilities: readonly number[],
): PairSides {
  const { zh, en, names } = sides;
  const letters = (bead: Bead) => zh.letters[bead.zh.end]! - zh.letters[bead.zh.start]!;
  const read = beads
    .filter((bead, k) => size(bead.zh) && size(bead.en) && probabilities[k]! >= SURE_ENOUGH)
    .filter((bead) => letters(bead) <= LONGEST_BEAD)
    .map((bead) => ({
      zh: zh.readings.slice(bead.zh.start, bead.zh.end),
      en: en.readings.slice(bead.en.start, bead.en.end),
    }));
  const learnt = (zhWord: string, enStem: string) => {
    const [z, e] = [vocabularies.zh.id(zhWord), vocabularies.en.id(enStem)];
    if (z === undefined || e === undefined) return false;
    const { ids, probabilities: p } = lexicon.zhToEn[z]!;
    return (p[ids.indexOf(e)] ?? 0) >= LEARNT;
  };
  return { ...sides, names: resolveInBeads(names, read, en.readings, learnt) };
}

/**
 * The table with the names that only the beads of an alignment show: translated ones (海岸警卫队 is the Coast Guard), and
 * those that keep each other company (韦小宝 and `Trinket`).
 */
function resolveInBeads(
  table: NameTable,
  beads: readonly ReadBead[],
  english: readonly Reading[],
  learnt: Learnt,
): NameTable {
  const names = new EnglishNames(english);
  const zhForms = new Set(table.links.map(({ zh }) => zh));
  const enForms = new Set(table.links.map(({ en }) => en));
  const persons = new Set(
    table.links.flatMap(({ kind, en }) => (kind === 'person' ? [en, ...en.split(' ')] : [])),
  );
  const meanings = firstMeanings(beads.flatMap(({ zh }) => zh));
  const linked: LinkedNames = {
    hasEnglish: (form) => enForms.has(form),
    isPerson: (form) => persons.has(form),
    hasChinese: (form) => zhForms.has(form) || isInDictionary(form),
    isName: (word) => names.isName(word) && !isMeant(word, meanings),
  };
  const found: NameLink[] = [];
  for (const way of [linksByTitle, linksByCompany, linksByMeaning]) {
    const links = way(beads, linked, learnt);
    found.push(...links);
    for (const { zh, en } of links) {
      zhForms.add(zh);
      enForms.add(en);
    }
  }
  return new NameTable([...table.links, ...found, ...found.flatMap(withoutEnding)]);
}

/** 三棵柳镇 is 三棵柳 too; but 芦苇岛 is not 芦苇, for that is only reeds. */
function withoutEnding(link: NameLink): NameLink[] {
  const short = link.zh.slice(0, -1);
  return link.kind === 'place' && short.length > 2 && hasGenericEnding(link.zh)
    ? [{ ...link, zh: short }]
    : [];
}

const isInDictionary = (zh: string) => properNounsOf(zh, '').length > 0;
