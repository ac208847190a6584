import { type Script, toScript } from '../language/script.ts';
import { localeOf } from '../read/locale.ts';
import type { Unit } from './unit.ts';

/**
 * The unit with its Chinese in another script, the Chinese forms of its anchors too. Numbers of sentences and places in the
 * text stay those of the original.
 *
 * @param locale BCP 47, of the converted text
 */
export function inScript(unit: Unit, script: Script, locale: string): Unit {
  const from = unit.zhLang === 'zh' ? localeOf(unit.zh, 'zh') : unit.zhLang;
  const convert = (text: string) => toScript(text, from, script);
  return {
    ...unit,
    zh: convert(unit.zh),
    ...(unit.zhSentences && { zhSentences: unit.zhSentences.map(convert) }),
    ...(unit.anchors && { anchors: unit.anchors.map((anchor) => ({ ...anchor, zh: convert(anchor.zh) })) }),
    zhLang: locale,
  };
}
