/** Formats that name their languages once, for all units of a file. */
import { DuiqiError } from '../../errors.ts';
import type { Language } from '../../model.ts';
import type { Unit } from '../unit.ts';

/** The locales of a file, by language. */
export type LocalePair = Readonly<Record<Language, string>>;

/**
 * Refuses a unit in other locales than those of its file.
 *
 * @param file what the file is, for the message: `a TMX file`
 * @throws DuiqiError `language`
 */
export function checkLocales({ zhLang, enLang }: Unit, locales: LocalePair, file: string): void {
  if (zhLang === locales.zh && enLang === locales.en) return;
  const [first, other] = zhLang === locales.zh ? [locales.en, enLang] : [locales.zh, zhLang];
  const reason = `${file} holds one pair of locales, but the units are in ${first} and in ${other}.`;
  const advice = 'Write one file for each, or name the locale for all of them.';
  throw new DuiqiError('language', reason, {}, advice);
}
