/** Chinese text in another script, for readers: by the phrase tables of OpenCC, not character by character. */
import { Converter } from 'opencc-js';

/** What Chinese text can be converted to: Simplified, Traditional, and this with the wording of Taiwan or Hong Kong. */
export type Script = 'hans' | 'hant' | 'tw' | 'hk';

/** OpenCC's names: `twp` is Traditional with the words of Taiwan, 軟體 for 软件. */
type Variant = 'cn' | 't' | 'twp' | 'hk';
const TARGETS: Readonly<Record<Script, Variant>> = { hans: 'cn', hant: 't', tw: 'twp', hk: 'hk' };

const converters = new Map<string, (text: string) => string>();

/**
 * The text in a script and its wording; as it is where it is in that script already.
 *
 * @param locale BCP 47, of the text: zh-CN, zh-TW, zh-Hant …
 */
export function toScript(text: string, locale: string, script: Script): string {
  const [from, to] = [variantOf(locale), TARGETS[script]];
  if (from === to) return text;
  const name = `${from} ${to}`;
  const convert = converters.get(name) ?? (Converter({ from, to }) as (text: string) => string);
  converters.set(name, convert);
  return convert(text);
}

function variantOf(locale: string): Variant {
  if (/-(?:TW)\b/.test(locale)) return 'twp';
  if (/-(?:HK|MO)\b/.test(locale)) return 'hk';
  return /-Hant\b/.test(locale) ? 't' : 'cn';
}
