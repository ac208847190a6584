import { DuiqiError } from '../errors.ts';
import type { Language } from '../model.ts';
import type { Charset } from '../read/charset.ts';
import { nearest } from './nearest.ts';

/** A number from 0 to 1 as somebody typed it. @throws DuiqiError `usage` */
export function probability(option: string, typed: string): number {
  const value = Number(typed);
  if (/^(?:\d+\.?\d*|\.\d+)$/.test(typed) && value <= 1) return value;
  throw new DuiqiError(
    'usage',
    `${option} ${typed}: not a number from 0 to 1.`,
    {},
    `Write for example ${option} 0.5.`,
  );
}

/** One of a few words. @throws DuiqiError `usage`, with the word that was probably meant */
export function oneOf<const T extends string>(option: string, typed: string, known: readonly T[]): T {
  const found = known.find((word) => word === typed);
  if (found !== undefined) return found;
  const near = nearest(typed, known);
  const advice = near ? `Did you mean ${near}?` : `It takes one of ${known.join(', ')}.`;
  throw new DuiqiError('usage', `${option} ${typed}: unknown.`, {}, advice);
}

/** A BCP 47 tag of the language, in its usual spelling. @throws DuiqiError `usage` */
export function localeOf(option: string, typed: string, language: Language): string {
  const locale = canonicalLocale(typed);
  if (locale?.split('-')[0] === language) return locale;
  const [name, example] = language === 'zh' ? ['Chinese', 'zh-CN or zh-TW'] : ['English', 'en or en-GB'];
  const advice = `Write for example ${option} ${example}.`;
  throw new DuiqiError('usage', `${option} ${typed}: not a language tag of ${name}.`, {}, advice);
}

/** A charset by any of its usual names. @throws DuiqiError `usage` */
export async function charsetOf(option: string, typed: string): Promise<Charset> {
  const { CHARSETS, charsetNamed } = await import('../read/charset.ts');
  const charset = charsetNamed(typed);
  if (charset !== undefined) return charset;
  const advice = `It takes one of ${CHARSETS.join(', ')}.`;
  throw new DuiqiError('usage', `${option} ${typed}: unknown charset.`, {}, advice);
}

function canonicalLocale(typed: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(typed)[0];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}
