import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readEvidence } from '../../src/evidence/evidence.ts';
import type { Bead, Part } from '../../src/model.ts';
import { readDocument } from '../../src/read/document.ts';
import { alignInRounds } from '../../src/rounds/rounds.ts';
import type { Ablation } from './ablation.ts';

/** What a reader says of one page: pairs of pieces of sentences that belong together, and pieces without counterpart. */
interface SeedGold {
  readonly source: string;
  readonly zh_part: number;
  readonly en_part: number;
  readonly links: readonly (readonly [string, string])[];
  readonly zh_null: readonly string[];
  readonly en_null: readonly string[];
}

const flat = (text: string) => text.replace(/[\s\u00a0\u200b\u2060]+/g, ' ');

/** `13/13 -1`: of 13 links 13 found, and 1 sentence wrongly paired with a probability of at least .5. */
export async function judgeSeed(file: string, { weights, see }: Ablation): Promise<string> {
  const gold = JSON.parse(readFileSync(file, 'utf8')) as SeedGold;
  const { parts } = await readDocument(readFileSync(join(dirname(file), gold.source)), gold.source);
  const zhParts = parts.filter(({ language }) => language === 'zh');
  const pairs = zhParts.map((zh) => ({ zh, en: parts.find(({ id }) => id === `en${gold.en_part}`)! }));
  const nothing = pairs.map(() => []);
  const outcome = await alignInRounds(see(readEvidence(pairs)), nothing, weights);
  const found = outcome.found[gold.zh_part - 1]!;
  const { zh, en } = pairs[gold.zh_part - 1]!;
  const textOf = (part: Part, { start, end }: Bead['zh'], glue: string) =>
    flat(
      part.sentences
        .slice(start, end)
        .map(({ text }) => text)
        .join(glue),
    );
  const beads = found.beads.map((bead, k) => ({
    zh: textOf(zh, bead.zh, ''),
    en: textOf(en, bead.en, ' '),
    isPair: bead.zh.end > bead.zh.start && bead.en.end > bead.en.start,
    isSmall: bead.zh.end - bead.zh.start < 4 && bead.en.end - bead.en.start < 4,
    probability: found.probabilities[k]!,
  }));
  const right = gold.links.filter(([x, y]) =>
    beads.some((bead) => bead.isSmall && bead.zh.includes(x) && bead.en.includes(y)),
  );
  const paired = beads.filter(({ isPair, probability }) => isPair && probability >= 0.5);
  const wrong =
    gold.zh_null.filter((key) => paired.some((bead) => bead.zh.includes(key))).length +
    gold.en_null.filter((key) => paired.some((bead) => bead.en.includes(key))).length;
  return `${right.length}/${gold.links.length} -${wrong}`;
}
