/**
 * The currencies that a word may mean, by their ISO codes. A bare 元 is a yuan, or a dollar or yuan that the other
 * side tells of (`HK$500`), but never a plain `$500`; a bare `dollar` is any dollar that 美元 or 港元 names.
 */
const DOLLARS = ['USD', 'HKD', 'TWD', 'CAD', 'AUD', 'SGD', 'NZD'];
const HONG_KONG = ['HKD', 'yuan of HKD'];
const TAIWAN = ['TWD', 'yuan of TWD'];
const SINGAPORE = ['SGD', 'yuan of SGD'];
const YUAN = ['CNY', 'yuan of HKD', 'yuan of TWD', 'yuan of SGD'];

/** The first pattern that a currency word or sign matches tells what it may be. */
const CHINESE: readonly (readonly [RegExp, readonly string[]])[] = [
  [/人民币|RMB|CNY/i, ['CNY']],
  [/台币|NT\$/, TAIWAN],
  [/港[元币]|HK\$/, HONG_KONG],
  [/新加坡元|新元|坡币|(?<!U)S\$/, SINGAPORE],
  [/美[元金]|US\$|USD/, ['USD']],
  [/加拿大元|加元/, ['CAD']],
  [/澳大利亚元|澳元/, ['AUD']],
  [/欧元|€/, ['EUR']],
  [/日[元圆]/, ['JPY']],
  [/韩[元圆]/, ['KRW']],
  [/镑|£/, ['GBP']],
  [/法郎|瑞郎/, ['CHF']],
  [/卢布/, ['RUB']],
  [/卢比/, ['INR']],
  [/克朗/, ['SEK']],
  [/比索/, ['MXN']],
  [/泰铢/, ['THB']],
  [/\$/, DOLLARS],
  [/[¥￥]/, ['CNY', 'JPY']],
  [/[元圆块]/, YUAN],
];

const ENGLISH: readonly (readonly [RegExp, readonly string[]])[] = [
  [/yuan|RMB|renminbi|CNY/i, ['CNY']],
  [/NT\$|New Taiwan|TWD/i, TAIWAN],
  [/HK\$|Hong Kong|HKD/i, HONG_KONG],
  [/(?<!U)S\$|Singapore|SGD/, SINGAPORE],
  [/^C\$|Canadian|CAD/, ['CAD']],
  [/^A\$|Australian|AUD/, ['AUD']],
  [/US\$|U\.S\.|^\s?US |USD|American/, ['USD']],
  [/\$|dollar/i, DOLLARS],
  [/€|euro|EUR/i, ['EUR']],
  [/£|pound|sterling|GBP/i, ['GBP']],
  [/¥/, ['CNY', 'JPY']],
  [/yen|JPY/i, ['JPY']],
  [/won/i, ['KRW']],
  [/franc/i, ['CHF']],
  [/rou?ble/i, ['RUB']],
  [/rupee/i, ['INR']],
  [/crown|kron/i, ['SEK']],
  [/peso/i, ['MXN']],
  [/baht/i, ['THB']],
];

/** Of an amount in Simplified Chinese; empty when it names no known currency. */
export function chineseCurrencies(amount: string): readonly string[] {
  return CHINESE.find(([word]) => word.test(amount))?.[1] ?? [];
}

/** Of the currency words or signs of an English amount; empty when there is no known one. */
export function englishCurrencies(words: string): readonly string[] {
  return ENGLISH.find(([word]) => word.test(words))?.[1] ?? [];
}
