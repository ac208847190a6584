/** The locales of a memory: as files name them, as the user names them, or as the texts look. */
import type { Language } from '../model.ts';
import { localeOf } from '../read/locale.ts';
import type { Unit, UnitRead } from './unit.ts';

const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ...['zh', 'zho', 'chi', 'cmn', 'yue'].map((code) => [code, 'zh'] as const),
  ...['en', 'eng'].map((code) => [code, 'en'] as const),
]);

/** The language of a tag in any spelling: `zh_CN`, `EN-us`; undefined for other languages. */
export function languageOfTag(tag: string): Language | undefined {
  return LANGUAGES.get(tag.split(/[-_]/, 1)[0]!.toLowerCase());
}

/** The tag in its usual spelling, `zh-Hant-TW` for `ZH_hant_tw`; as it came where it is none from the beginning. */
export function localeOfTag(tag: string): string {
  const locale = known.get(tag) ?? canonical(tag);
  if (known.size < MOST_KNOWN) known.set(tag, locale);
  return locale;
}

/** A memory names the same few tags over and over; a broken one may name a new one each time. */
const known = new Map<string, string>();
const MOST_KNOWN = 100;

/** What follows the last part that makes a tag is left out: `en` for `en-`. */
function canonical(tag: string): string {
  for (const parts = tag.split(/[-_]/); parts.length > 0; parts.pop()) {
    try {
      return Intl.getCanonicalLocales(parts.join('-'))[0] ?? tag;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return tag;
}

/** So many units are looked at to tell the locale of those that name none. */
const LOOKED_AT = 1_000;

/**
 * The units with the locales that are asked for, or that they name; those that name none get what the first of them look
 * like.
 */
export async function* withLocales(
  units: AsyncIterable<UnitRead>,
  asked: Partial<Record<Language, string>>,
): AsyncGenerator<Unit> {
  const waiting: UnitRead[] = [];
  let looked: Record<Language, string> | undefined;
  const complete = (unit: UnitRead): Unit => ({
    ...unit,
    zhLang: asked.zh ?? unit.zhLang ?? looked!.zh,
    enLang: asked.en ?? unit.enLang ?? looked!.en,
  });
  for await (const unit of units) {
    if (looked) {
      yield complete(unit);
      continue;
    }
    waiting.push(unit);
    if (waiting.length < LOOKED_AT) continue;
    looked = lookAt(waiting);
    yield* waiting.splice(0).map(complete);
  }
  looked ??= lookAt(waiting);
  yield* waiting.map(complete);
}

function lookAt(units: readonly UnitRead[]): Record<Language, string> {
  return {
    zh: localeOf(units.map(({ zh }) => zh).join('\n'), 'zh'),
    en: localeOf(units.map(({ en }) => en).join('\n'), 'en'),
  };
}
