import { readFileSync } from 'node:fs';
import { adapt } from '../../src/adapt/adapt.ts';
import { anchorsOf } from '../../src/evidence/anchors.ts';
import { type PairSides, readEvidence } from '../../src/evidence/evidence.ts';
import { withNamesOfBeads } from '../../src/evidence/names/of-beads.ts';
import type { AnchorKind, Run } from '../../src/model.ts';
import { flatBeads } from '../../src/search/flat-beads.ts';
import { type IdBead, readAlign } from '../../src/units/formats/align.ts';
import { partOf } from './sides.ts';

export const STORIES = ['news', 'fiction', 'administrative'] as const;
export const LOCALES = ['zh-CN', 'zh-TW'] as const;

/** An anchor of one bead of the gold, with the sentences of the bead. */
export interface BeadAnchor {
  readonly bead: number;
  readonly kind: AnchorKind;
  readonly zh: string;
  readonly en: string;
  readonly zhText: string;
  readonly enText: string;
}

/** The anchors found in the gold beads of a story beside those of its gold: `right` are in both, with the same texts. */
export interface GoldComparison {
  readonly right: readonly { readonly found: BeadAnchor; readonly gold: BeadAnchor }[];
  readonly wrong: readonly BeadAnchor[];
  readonly missed: readonly BeadAnchor[];
}

/** Finds the anchors in the gold beads of a story of the corpus and compares them with its gold anchors. */
export function compareWithGold(story: string, locale: string, find = anchorsOf): GoldComparison {
  const zh = linesOf(story, `${locale}.txt`);
  const en = linesOf(story, 'en.txt');
  const beads = readAlign(linesOf(story, 'alignment.align').join('\n'), story);
  const sides = sidesOfGold(zh, en, beads);
  const texts = (bead: number) => ({
    zhText: beads[bead]!.zh.map((id) => zh[id]).join(''),
    enText: beads[bead]!.en.map((id) => en[id]).join(' '),
  });
  const found = beads.flatMap((ids, bead) =>
    find({ zh: runOf(ids.zh), en: runOf(ids.en) }, sides).map((anchor) => ({
      bead,
      ...anchor,
      ...texts(bead),
    })),
  );
  const gold = linesOf(story, `anchors.${locale}.tsv`)
    .slice(1)
    .map((line): BeadAnchor => {
      const [bead, kind, zhMention, enMention] = line.split('\t') as [string, AnchorKind, string, string];
      return { bead: Number(bead), kind, zh: zhMention, en: enMention, ...texts(Number(bead)) };
    });
  return compare(found, gold);
}

/** The sides with all that an alignment learns from its beads, had it found those of the gold. */
function sidesOfGold(zh: readonly string[], en: readonly string[], ids: readonly IdBead[]): PairSides {
  const evidence = readEvidence([{ zh: partOf('zh', zh), en: partOf('en', en) }]);
  const beads = ids.map((bead) => ({ zh: runOf(bead.zh), en: runOf(bead.en) }));
  const probabilities = beads.map(() => 1);
  const chances = Float64Array.from(probabilities);
  const found = { beads, probabilities, contenders: flatBeads(beads), chances };
  const { lexicon } = adapt(evidence, [found]);
  return withNamesOfBeads(evidence.pairs[0]!, evidence, lexicon, beads, probabilities);
}

function compare(found: readonly BeadAnchor[], gold: readonly BeadAnchor[]): GoldComparison {
  const missed = [...gold];
  const right: { found: BeadAnchor; gold: BeadAnchor }[] = [];
  const wrong: BeadAnchor[] = [];
  for (const anchor of found) {
    const at = missed.findIndex(
      ({ bead, zh, en }) => bead === anchor.bead && zh === anchor.zh && en === anchor.en,
    );
    if (at < 0) wrong.push(anchor);
    else right.push({ found: anchor, gold: missed.splice(at, 1)[0]! });
  }
  return { right, wrong, missed };
}

function linesOf(story: string, name: string): string[] {
  return readFileSync(new URL(`../../corpus/${story}/gold/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
}

function runOf(ids: readonly number[]): Run {
  return ids.length ? { start: ids[0]!, end: ids.at(-1)! + 1 } : { start: 0, end: 0 };
}
