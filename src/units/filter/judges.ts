/** How the rules judge a unit by itself, in the order of RULES; those that compare units are in filter.ts. */
import type { Unit } from '../unit.ts';
import { areIdentical } from './identical.ts';
import { isInWrongLanguage } from './languages.ts';
import { isMojibake } from './mojibake.ts';
import { hasNoWords } from './no-words.ts';
import { numbersDiffer } from './numbers.ts';
import { isRepeated } from './repetition.ts';
import type { RuleName } from './rules.ts';
import { isInWrongScript } from './scripts.ts';
import { isBlank, type Side } from './side.ts';
import { hasStrayLengths, isTooLong, isTooShort } from './sizes.ts';
import type { Thresholds } from './thresholds.ts';

/** Whether a unit is to be dropped. */
export type Judge = (zh: Side, en: Side, unit: Unit, thresholds: Thresholds) => boolean;

/** The rules that compare a unit with others. */
export type ComparingRule = 'overlap' | 'duplicate' | 'near-duplicate';

export const JUDGES: Readonly<Record<Exclude<RuleName, ComparingRule>, Judge>> = {
  'one-sided': (zh, en) => isBlank(zh) || isBlank(en),
  mojibake: isMojibake,
  repeated: isRepeated,
  'no-words': hasNoWords,
  'too-short': (zh, en, _unit, thresholds) => isTooShort(zh, en, thresholds),
  'too-long': (zh, en, _unit, thresholds) => isTooLong(zh, en, thresholds),
  identical: areIdentical,
  'wrong-language': isInWrongLanguage,
  'wrong-script': (zh, _en, { zhLang }) => isInWrongScript(zh, zhLang),
  'length-ratio': (zh, en, _unit, thresholds) => hasStrayLengths(zh, en, thresholds),
  numbers: numbersDiffer,
  'low-parallel': (_zh, _en, unit, { minParallel }) => isHardlyParallel(unit, minParallel),
};

/** What nobody has scored, and what somebody has changed by hand, is not judged by its scores. */
function isHardlyParallel({ edited, parallel, score }: Unit, least: number): boolean {
  return !edited && (parallel ?? score ?? Number.POSITIVE_INFINITY) < least;
}
