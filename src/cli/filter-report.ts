/** What `duiqi filter` tells: a table of what each rule dropped, and samples. */
import type { FilterCounts } from '../units/filter/filter.ts';
import { RULES, type RuleName } from '../units/filter/rules.ts';
import type { Unit } from '../units/unit.ts';
import { labelled, printable, table } from './terminal.ts';

const FEW = 5;
/** Longer texts are cut, in UTF-16 units. */
const LONGEST = 240;
const LABEL = 5;

export const counted = (units: number) => `${units} unit${units === 1 ? '' : 's'}`;

/** The table: rule, units dropped, share of all units, and what remains. */
export function reportOf({ judged, kept, dropped }: FilterCounts): string {
  const share = (count: number) => (judged === 0 ? '-' : `${((100 * count) / judged).toFixed(2)} %`);
  const rows = RULES.filter(({ name }) => dropped[name] !== undefined).map(
    ({ name }) => [name, dropped[name]!] as const,
  );
  const cells = [...rows, ['kept', kept] as const].map(([name, count]) => [
    name,
    String(count),
    share(count),
  ]);
  return table([['rule', 'units', 'share'], ...cells], [1, 2]);
}

/** The first few units that each rule drops. */
export class Samples {
  readonly #units = new Map<RuleName, Unit[]>();
  readonly #counts = new Map<RuleName, number>();

  /** @param rule undefined for a unit that stays */
  add(rule: RuleName | undefined, unit: Unit): void {
    if (rule === undefined) return;
    this.#counts.set(rule, (this.#counts.get(rule) ?? 0) + 1);
    const units = this.#units.get(rule);
    if (!units) this.#units.set(rule, [unit]);
    else if (units.length < FEW) units.push(unit);
  }

  /** For each rule that drops any: its name, how many, and the samples, wrapped for a terminal. */
  text(): string {
    const blocks = RULES.flatMap(({ name, drops }) => {
      const units = this.#units.get(name);
      const count = this.#counts.get(name)!;
      return units ? [`${name}: ${counted(count)} ${drops}\n${units.map(sampleOf).join('\n')}\n`] : [];
    });
    return blocks.join('\n');
  }
}

function sampleOf({ zh, en }: Unit): string {
  const sides = [
    ['  zh', zh],
    ['  en', en],
  ] as const;
  return `${sides.map(([label, text]) => labelled(label, shown(text), LABEL)).join('\n')}\n`;
}

/** On one line and harmless to a terminal; no half of a character is left at the cut. */
function shown(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return printable(cut);
}
