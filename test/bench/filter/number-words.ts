/** Numbers as Chinese and English write them out: for pairs that mean the same in different forms. */

const HAN_DIGITS = Array.from('零一二三四五六七八九');
const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** 0 to 9999: 35 is 三十五, 108 一百零八. */
export function inHan(n: number): string {
  if (n < 10) return HAN_DIGITS[n]!;
  if (n < 20) return `十${n > 10 ? HAN_DIGITS[n - 10] : ''}`;
  const [unit, name] = n < 100 ? [10, '十'] : n < 1000 ? [100, '百'] : [1000, '千'];
  const rest = n % unit;
  const gap = rest > 0 && rest < unit / 10 ? '零' : '';
  const tail = rest >= 10 && rest < 20 ? `一${inHan(rest)}` : rest > 0 ? inHan(rest) : '';
  return `${HAN_DIGITS[Math.floor(n / unit)]}${name}${gap}${tail}`;
}

/** 1998 is 一九九八. */
export const digitByDigit = (n: number) =>
  Array.from(String(n), (digit) => HAN_DIGITS[Number(digit)])
    .join('')
    .replaceAll('零', '〇');

/** 0 to 9999: 35 is thirty-five, 108 one hundred and eight. */
export function inEnglish(n: number): string {
  if (n < 20) return SMALL[n]!;
  if (n < 100) return TENS[Math.floor(n / 10) - 2]! + (n % 10 ? `-${SMALL[n % 10]}` : '');
  const [unit, name] = n < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const rest = n % unit;
  const tail = rest === 0 ? '' : rest < 100 ? ` and ${inEnglish(rest)}` : ` ${inEnglish(rest)}`;
  return `${inEnglish(Math.floor(n / unit))} ${name}${tail}`;
}

/** 1st, 2nd, 3rd, 11th. */
export function ordinal(n: number): string {
  const ending = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}

/** 12000 is 12,000. */
export const withCommas = (n: number) => n.toLocaleString('en-US');
