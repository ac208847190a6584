import { renderingsOf } from '../language/english-dictionary.ts';
import { isHan } from '../language/han.ts';
import { translationsOf } from './glosses.ts';
import { add, inverted, normalised, strongest, type Weighted } from './rows.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Rows of both directions, by word number. */
export interface BothWays {
  readonly zhToEn: readonly Weighted[];
  readonly enToZh: readonly Weighted[];
}

/** So many relations of a word are kept. */
const MOST_RELATED = 30;
/** Characters that many words have and that say nothing of their meaning. */
const EMPTY_CHARACTERS = new Set('的了是在不一地得着使人子头性者物');
/** Meanings and renderings with a smaller share lead astray, and following them all would take long. */
const LEAST_SHARE = 0.03;

/**
 * Words that share characters with what the English dictionary says: `scowl` is 怒视 there, and 怒容 is like it.
 * p(zh word | en word): over its renderings, their characters, and the words of the documents with these characters.
 */
export function relatedByCharacters(zh: Vocabulary, en: Vocabulary): BothWays {
  const holders = wordsWithCharacters(zh);
  const rows = en.keys.map((stem) => {
    const row: Weighted = new Map();
    for (const [rendering, share] of renderingsOf(stem)) {
      const characters = [...new Set(rendering)].filter((character) => holders.has(character));
      for (const character of characters) {
        for (const [z, part] of holders.get(character)!) {
          if (zh.keys[z] !== rendering) add(row, z, (share / characters.length) * part);
        }
      }
    }
    return normalised(strongest(row, MOST_RELATED));
  });
  const back = inverted(rows, en.counts, zh.keys.length);
  return { zhToEn: back.map((row) => normalised(strongest(row, MOST_RELATED))), enToZh: rows };
}

/** For each character the words of the documents that have it, with their shares. */
function wordsWithCharacters(zh: Vocabulary): Map<string, Weighted> {
  const holders = new Map<string, Weighted>();
  zh.keys.forEach((key, z) => {
    if (zh.tags[z] === 'value') return;
    for (const character of new Set(key)) {
      if (!isHan(character) || EMPTY_CHARACTERS.has(character)) continue;
      const row: Weighted = holders.get(character) ?? new Map();
      holders.set(character, row.set(z, Math.sqrt(zh.counts[z]!) / key.length));
    }
  });
  return new Map(Array.from(holders, ([character, row]) => [character, normalised(row)]));
}

/**
 * Words with a meaning in common, by way of both dictionaries: 高兴 is `glad` in one, `glad` is 乐意 in the other, which
 * renders `willing` as well (pivots, as Bannard and Callison-Burch 2005 find paraphrases).
 */
export function relatedByMeaning(zh: Vocabulary, en: Vocabulary): BothWays {
  const rendered = stemsByRendering(en);
  const rows = zh.keys.map((key, z) => {
    const row: Weighted = new Map();
    if (zh.tags[z] === 'value') return row;
    for (const [stem, share] of translationsOf(key)) {
      if (share < LEAST_SHARE) continue;
      for (const [rendering, part] of renderingsOf(stem)) {
        if (part < LEAST_SHARE) break;
        for (const [e, probability] of rendered.get(rendering) ?? []) add(row, e, share * part * probability);
      }
    }
    return normalised(strongest(row, MOST_RELATED));
  });
  const back = inverted(rows, zh.counts, en.keys.length);
  return { zhToEn: rows, enToZh: back.map((row) => normalised(strongest(row, MOST_RELATED))) };
}

/** For each Chinese word the stems of the documents that it renders. */
function stemsByRendering(en: Vocabulary): Map<string, Weighted> {
  const stems = new Map<string, Weighted>();
  en.keys.forEach((stem, e) => {
    for (const [rendering, share] of renderingsOf(stem)) {
      const row: Weighted = stems.get(rendering) ?? new Map();
      stems.set(rendering, row.set(e, share * Math.sqrt(en.counts[e]!)));
    }
  });
  return new Map(Array.from(stems, ([rendering, row]) => [rendering, normalised(row)]));
}
