import type { Language } from '../model.ts';

/** A Han character says about as much as three Latin letters: the usual ratio between translations. */
const LETTERS_PER_HAN = 3;

const HAN = /\p{Script=Han}+/gu;
const LATIN = /\p{Script=Latin}+/gu;
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60]+/g;

/** How much a text says in each script, both in Latin letters. */
export interface ScriptWeight {
  readonly han: number;
  readonly latin: number;
}

export function scriptWeight(text: string): ScriptWeight {
  return { han: unitsIn(text, HAN) * LETTERS_PER_HAN, latin: unitsIn(text, LATIN) };
}

/** The language that the greater part of a text is in, Chinese when in doubt; undefined without any letter. */
export function prevailingLanguage({ han, latin }: ScriptWeight): Language | undefined {
  if (han + latin === 0) return undefined;
  return han >= latin ? 'zh' : 'en';
}

/** The columns that a line takes in a fixed-width font; East Asian wide characters take two. */
export function columns(line: string): number {
  return line.length + unitsIn(line, WIDE);
}

/** The number of UTF-16 units in the runs that `runs` finds. */
function unitsIn(text: string, runs: RegExp): number {
  return (text.match(runs) ?? []).reduce((sum, { length }) => sum + length, 0);
}
