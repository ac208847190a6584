/** Numbers as each language writes them, read to their value. */

const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const CHINESE_UNITS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
};
const CHINESE_MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 兆: 1e12 };

/**
 * The value of a number in Simplified Chinese writing: `3.5亿`, `三千五百万`, `二〇二四`, `1,200`, `二十`.
 * Undefined for what is no number.
 */
export function chineseNumber(text: string): number | undefined {
  const mixed = /^(\d[\d,]*(?:\.\d+)?)([十百千]?[万亿兆]*)$/.exec(text.replaceAll(' ', ''));
  if (mixed?.[1]) {
    const scale = Array.from(mixed[2] ?? '').reduce(
      (n, c) => n * (CHINESE_UNITS[c] ?? CHINESE_MYRIADS[c] ?? 1),
      1,
    );
    return tidy(Number(mixed[1].replaceAll(',', '')) * scale);
  }
  const characters = Array.from(text);
  if (characters.length > 0 && characters.every((c) => c in CHINESE_DIGITS)) {
    return Number(characters.map((c) => CHINESE_DIGITS[c]).join(''));
  }
  return positional(characters);
}

/** Sections of at most 千, each multiplied by the 万, 亿 behind it; 三千五 is 3500, 十 is 10. */
function positional(characters: readonly string[]): number | undefined {
  let total = 0;
  let section = 0;
  let digit = 0;
  let lastUnit = 0;
  let lastMyriad = 0;
  for (const c of characters) {
    const unit = CHINESE_UNITS[c];
    const myriad = CHINESE_MYRIADS[c];
    if (c in CHINESE_DIGITS) {
      digit = CHINESE_DIGITS[c] ?? 0;
      if (digit === 0) lastUnit = 0;
    } else if (unit) {
      section += (digit || 1) * unit;
      digit = 0;
      lastUnit = unit;
    } else if (myriad) {
      if (myriad > lastMyriad) total = (total + section + digit || 1) * myriad;
      else total += (section + digit) * myriad;
      lastMyriad = myriad;
      section = 0;
      digit = 0;
      lastUnit = myriad;
    } else return undefined;
  }
  return characters.length
    ? total + section + (digit && lastUnit > 10 ? (digit * lastUnit) / 10 : digit)
    : undefined;
}

const ENGLISH_SMALL: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value]),
);
const ENGLISH_TENS: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i]),
);
const ENGLISH_SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  mln: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  dozen: 12,
};
const ENGLISH_ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  hundredth: 100,
};

/** The words of which English numbers are made, as alternatives for a pattern, longest first. */
export const ENGLISH_NUMBER_WORDS = [
  ...Object.keys(ENGLISH_SMALL),
  ...Object.keys(ENGLISH_TENS),
  ...Object.keys(ENGLISH_SCALES),
].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
export const ENGLISH_ORDINAL_WORDS = Object.keys(ENGLISH_ORDINALS).sort(
  (a, b) => b.length - a.length || (a < b ? -1 : 1),
);

/** The value of an English number: `350 million`, `1,200`, `three hundred and forty-two`, `3.5bn`. */
export function englishNumber(text: string): number | undefined {
  let total = 0;
  let section: number | undefined;
  for (const word of text.toLowerCase().match(/\d[\d,]*(?:\.\d+)?|[a-z]+/g) ?? []) {
    const plain = /^\d/.test(word)
      ? Number(word.replaceAll(',', ''))
      : (ENGLISH_SMALL[word] ?? ENGLISH_TENS[word]);
    const scale = ENGLISH_SCALES[word];
    if (plain !== undefined) section = (section ?? 0) + plain;
    else if (scale === 100 || scale === 12) section = (section ?? 1) * scale;
    else if (scale) {
      total += (section ?? 1) * scale;
      section = undefined;
    } else if (word !== 'and' && word !== 'a') return undefined;
  }
  return total || section !== undefined ? tidy(total + (section ?? 0)) : undefined;
}

/** The value of an English ordinal: `third`, `21st`, `twenty-first`. */
export function englishOrdinal(text: string): number | undefined {
  const digits = /^(\d+)(?:st|nd|rd|th)$/i.exec(text)?.[1];
  if (digits) return Number(digits);
  const words = text.toLowerCase().split(/[\s-]+/);
  const last = ENGLISH_ORDINALS[words.at(-1) ?? ''];
  const before = words.length > 1 ? englishNumber(words.slice(0, -1).join(' ')) : 0;
  return last === undefined || before === undefined ? undefined : before + last;
}

/** 3.5 × 1e8 without the dust of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
