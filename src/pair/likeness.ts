import type { Rarities } from './rarity.ts';
import type { Profile, Profiles } from './terms.ts';

/** Terms with a smaller weight are held by so many documents that they only cost time. */
const LEAST_WEIGHT = 0.5;

/** For each term the English documents that hold it, with what each adds to a document that is sure to hold it too. */
type Index = ReadonlyMap<number, { readonly documents: number[]; readonly strengths: number[] }>;

/** How like each English document is to a Chinese one: 0 to about 1, a value an English document. */
export type Likeness = (zh: number) => Float64Array;

/**
 * The likeness of documents across the languages: the cosine of their profiles, each term weighted by how rare it is
 * among the documents of both languages, found by an inverted index (Salton and McGill 1983). Time for a document grows
 * with the number of documents that share its rarer terms.
 */
export function likenessOf({ zh, en }: Profiles, rarities: Rarities): Likeness {
  const weights = rarities.zh.map((rarity, term) => rarity * rarities.en[term]!);
  const index = indexOf(en, weights);
  const zhLengths = zh.map((profile) => lengthOf(profile, rarities.zh));
  const enLengths = Float64Array.from(en, (profile) => lengthOf(profile, rarities.en));
  return (number) => {
    const likeness = new Float64Array(en.length);
    const { terms, sureness } = zh[number]!;
    for (let k = 0; k < terms.length; k++) {
      const entry = index.get(terms[k]!);
      if (!entry) continue;
      const { documents, strengths } = entry;
      for (let n = 0; n < documents.length; n++) likeness[documents[n]!]! += sureness[k]! * strengths[n]!;
    }
    // Each match counts in the terms of both languages.
    return likeness.map((sum, j) => sum / (2 * zhLengths[number]! * enLengths[j]! || 1));
  };
}

function indexOf(profiles: readonly Profile[], weights: Float64Array): Index {
  const index = new Map<number, { documents: number[]; strengths: number[] }>();
  profiles.forEach(({ terms, sureness }, document) => {
    terms.forEach((term, k) => {
      if (weights[term]! < LEAST_WEIGHT) return;
      const entry = index.get(term) ?? { documents: [], strengths: [] };
      if (entry.documents.push(document) === 1) index.set(term, entry);
      entry.strengths.push(sureness[k]! * weights[term]!);
    });
  });
  return index;
}

/** Of its own words alone: what the dictionaries make of them is never all meant. */
function lengthOf({ terms, own }: Profile, rarity: Float64Array): number {
  return Math.sqrt(terms.subarray(0, own).reduce((sum, term) => sum + rarity[term]! ** 2, 0));
}
