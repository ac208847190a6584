/** Whether the Chinese is written in the script of its memory. */
import { SIMPLIFIED, scripts, TRADITIONAL } from './characters.ts';
import type { Side } from './side.ts';

const TRADITIONAL_REGIONS = /^zh-(?:hant|(?:tw|hk|mo)\b)/i;
const SIMPLIFIED_REGIONS = /^zh-(?:hans|(?:cn|sg|my)\b)/i;
/** Characters of the other script are more than so many to one of its own: a name in the other script stays. */
const PREVAILS = 0.5;
/** A sentence or two in the right script may have a slip. */
const FEWEST_BESIDE = 2;

/** Traditional in a Simplified memory, or the other way; the locale `zh` says nothing, so all stays there. */
export function isInWrongScript({ text, han }: Side, locale: string): boolean {
  const own = scriptOf(locale);
  if (own === 0 || han === 0) return false;
  const table = scripts();
  let right = 0;
  let wrong = 0;
  for (let i = 0; i < text.length; i++) {
    const script = table[text.charCodeAt(i)]!;
    if (script === own) right++;
    else if (script > 0) wrong++;
  }
  return wrong > PREVAILS * right && (right === 0 || wrong >= FEWEST_BESIDE);
}

function scriptOf(locale: string): number {
  if (TRADITIONAL_REGIONS.test(locale)) return TRADITIONAL;
  return SIMPLIFIED_REGIONS.test(locale) ? SIMPLIFIED : 0;
}
