/** Goes through units in their order and says which rule drops each, if any. */

import { hashOf, Seen } from '../seen.ts';
import type { Unit } from '../unit.ts';
import { folded } from './fold.ts';
import { JUDGES } from './judges.ts';
import { RULE_NAMES, type RuleName } from './rules.ts';
import { sideOf } from './side.ts';
import type { TestSet } from './test-set.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';

export interface FilterOptions {
  /** The rules that are on; all unless told. */
  readonly rules?: readonly RuleName[] | undefined;
  /** Thresholds other than the usual ones. */
  readonly thresholds?: Partial<Thresholds> | undefined;
  /** What `overlap` compares with. */
  readonly testSet?: TestSet | undefined;
}

export interface FilterCounts {
  /** How many units were judged, and how many of them stay. */
  readonly judged: number;
  readonly kept: number;
  /** Of each rule that is on, in the order of RULES. */
  readonly dropped: Readonly<Partial<Record<RuleName, number>>>;
}

export interface Filter {
  /** The first rule that drops the unit; undefined when it stays. Each unit is to be judged once, in order. */
  judge(unit: Unit): RuleName | undefined;
  readonly counts: FilterCounts;
}

/**
 * A filter for one run of units. Of duplicates the first that stays under all other rules is kept. Memory grows by 16 to 32
 * bytes for each unit that stays.
 */
export function openFilter({ rules = RULE_NAMES, thresholds, testSet }: FilterOptions = {}): Filter {
  const limits: Thresholds = { ...THRESHOLDS, ...thresholds };
  const isOn = (name: RuleName) => rules.includes(name);
  const judges = Object.entries(JUDGES).filter(([name]) => isOn(name as RuleName));
  const compare = comparison(isOn, testSet);
  const dropped = new Map<RuleName, number>(RULE_NAMES.filter(isOn).map((name) => [name, 0]));
  let judged = 0;
  let kept = 0;
  const firstRule = (unit: Unit): RuleName | undefined => {
    const [zh, en] = [sideOf(unit.zh), sideOf(unit.en)];
    const first = judges.find(([, drops]) => drops(zh, en, unit, limits));
    return (first?.[0] as RuleName | undefined) ?? compare?.(unit);
  };
  return {
    judge(unit) {
      judged++;
      const name = firstRule(unit);
      if (name === undefined) kept++;
      else dropped.set(name, dropped.get(name)! + 1);
      return name;
    },
    get counts() {
      return { judged, kept, dropped: Object.fromEntries(dropped) };
    },
  };
}

/** The rules that compare a unit with others; undefined when none of them is on. */
function comparison(
  isOn: (name: RuleName) => boolean,
  testSet: TestSet | undefined,
): ((unit: Unit) => RuleName | undefined) | undefined {
  const tests = isOn('overlap') && testSet && !testSet.isEmpty ? testSet : undefined;
  const isNearOn = isOn('near-duplicate');
  const isSameOn = isOn('duplicate');
  if (!tests && !isNearOn && !isSameOn) return undefined;
  const seen = new Seen();
  return ({ zh, en }) => {
    const [zhKey, enKey] = tests || isNearOn ? [folded(zh), folded(en)] : ['', ''];
    if (tests?.has(zhKey, enKey)) return 'overlap';
    if (!isNearOn && !isSameOn) return undefined;
    const exact = hashOf(zh, en);
    // One table for both: a duplicate is a near duplicate, too, and the number beside its key tells it.
    const key = isNearOn && zhKey && enKey ? hashOf(zhKey, enKey) : exact;
    const first = seen.get(key);
    if (first === undefined) {
      seen.add(key, exact.low);
      return undefined;
    }
    const isSame = first === (exact.low || 1);
    return isSame && isSameOn ? 'duplicate' : 'near-duplicate';
  };
}
