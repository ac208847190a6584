import {
  DIGITS,
  ENGLISH_ORDINAL,
  englishNumber,
  englishNumbersIn,
  englishOrdinal,
  NUMBER_WORD,
  ORDINAL_WORD,
  ROMAN,
  romanNumber,
} from '../language/english-numbers.ts';
import { englishCurrencies } from './currencies.ts';
import { ENGLISH_DATE_FINDERS } from './english-dates.ts';
import {
  byPattern,
  FIGURE,
  FIGURE_FINDERS,
  type Finder,
  fractionValue,
  numberValue,
  openRange,
  type Quantity,
} from './quantity.ts';

const SMALL = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const PARTS = '(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)';
/** What Chinese counts with 第 or labels with a number: 第三十二条 is `Article 32`, 附件1 `Annex 1`. */
const COUNTED =
  '(?:Article|Chapter|Section|Part|Volume|Book|Act|Scene|Lesson|Round|Day|Annex|Appendix|Schedule|Exhibit|Table|Figure|Fig\\.|Step|Stage|Phase|Clause|Paragraph|Rule|Item|Unit|Line|Page|Row|Column|Listing|Example|Question|Verse|Resolution|War)s?';
/** Such a word alone, without the full stop of `Fig.`. */
const COUNTED_WORD = new RegExp(`^${COUNTED.replace('\\.', '')}$`);
const SCALE = '(?:thousand|million|billion|trillion|mln|bn|tn|[mkb])';
const PERCENT = /^[\s-]per\s?cent\b/i;
const CURRENCY =
  /^\s(?:(?:US|U\.S\.|American|Hong Kong|Canadian|Australian|Singapore|New Taiwan|Norwegian|Swedish|Danish|Swiss|British) )?(?:yuan|renminbi|RMB|dollars?|euros?|pounds? sterling|pounds?|yen|francs?|rou?bles?|rupees?|crowns?|kron(?:or|er|a|e)|pesos?|baht|won(?!['’])|USD|CNY|EUR|GBP|JPY|HKD)\b/i;
const LEAST_WON = 100;
const WEIGHT_OR_MONEY = /^\spounds?$/i;
const DURATION =
  /^[\s-](?:(?:running|working|full|whole|long|straight|consecutive|more|extra|additional|short|solid|good)\s)?(?<unit>hour|hr|minute|min|second|sec)s?\b(?!\s(?:hand|thought|time|chance|place|half)s?\b)/i;
const UNIT_SECONDS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };
const MORE_BEFORE = /\b(?:more than|over|upwards? of|in excess of)\s$/i;
const MORE_BEHIND = /^(?:[- ]odd\b|-some\b|-plus\b|\+(?![\d+])| or so\b)/i;
const NEIGHBOURS = /^\sor\s$/;

const number = (text: string | undefined) => englishNumber(text ?? '');

/** `dozens`, `tens of thousands`, `several hundred`: no number, but of the size of one. */
const vagueNumbers = byPattern(
  'number',
  /\b(?:(?<tens>tens|hundreds) of |(?:several|a few|many) (?<hundred>hundred )?)?(?<size>dozens|scores|hundreds|thousands|millions|billions)\b(?! and )|\b(?:several|a few|many) (?<hundred2>hundred )?(?<one>dozen|hundred|thousand|million|billion)\b/gi,
  [[/^(?:dozen|score|hundred|thousand|million|billion)s?$/i]],
  ({ tens, hundred, size, hundred2, one }) => {
    const unit = (size ?? one ?? '').toLowerCase().replace(/s$/, '');
    const times = tens?.toLowerCase() === 'tens' ? 10 : (tens ?? hundred ?? hundred2) ? 100 : 1;
    return [numberValue(times * (/dozen|score/.test(unit) ? 10 : (number(unit) ?? NaN)), '~')];
  },
);

const percentages = byPattern(
  'percentage',
  new RegExp(
    `\\b(?<p>${DIGITS})(?:[\\s-]?(?:%|per\\s?cent\\b)|(?<mille>‰))|\\b(?<low>${DIGITS})(?=(?:-|–| to | and | or )${DIGITS}\\s?(?:%|per\\s?cent\\b))`,
    'gi',
  ),
  [[FIGURE]],
  ({ p, mille, low }) => [numberValue(mille ? (number(p) ?? NaN) / 10 : number(p ?? low), '%')],
);

const fractions = byPattern(
  'number',
  new RegExp(
    `\\b(?<part>${SMALL}|\\d+)[\\s-](?<whole>${PARTS}s|(?<=\\bone.)${PARTS})\\b|\\ban? (?<one>${PARTS})(?= of\\b| or\\b|[,.;)])|` +
      `\\b(?:one|1) (?:in|out of) (?<every>${SMALL}|\\d+)\\b(?!,\\d)`,
    'gi',
  ),
  [[new RegExp(`^${PARTS}s?$`, 'i')], [FIGURE], [NUMBER_WORD]],
  ({ part, whole, one, every }) => {
    if (every) return [fractionValue(1, number(every))];
    const parts = (whole ?? one ?? '').toLowerCase().replace(/s$/, '');
    return [fractionValue(part ? number(part) : 1, parts === 'quarter' ? 4 : englishOrdinal(parts))];
  },
);

const halves = byPattern(
  'number',
  /\bhalf(?= (?:of|the|an?(?! (?:dozen|hundred|thousand|million|billion)\b)|my|his|her|its|their|our|your|those|these|all)\b)/gi,
  [[/^half$/i]],
  () => ({
    values: ['#1/2'],
    isHint: true,
  }),
);

const ordinals = byPattern(
  'ordinal',
  new RegExp(
    `(?<!\\b(?:for|wait|just|than|times|feet|meters|split|per|one|every|each|half)(?: a)? (?=second\\b))\\b(?<n>${ENGLISH_ORDINAL})\\b(?!-?hand\\b| or two\\b)|` +
      `\\b(?:No\\.|[Nn]umber) ?(?<no>\\d+|${SMALL}\\b)|(?<=\\b${COUNTED} )(?<counted>\\d+)\\b(?!,\\d{3}|\\.\\d)|` +
      `(?<=^\\s{0,3}\\(?|[;:,.]\\s\\()(?<label>\\d{1,2})(?=\\))|(?<=^\\s{0,3})(?<label2>\\d{1,2})(?=\\.\\s)`,
    'gi',
  ),
  [[FIGURE], [ORDINAL_WORD], [/^no$/i, NUMBER_WORD], [/^number/i]],
  // `No. 3` may be 第三 or 3号.
  ({ n, no, counted, label, label2 }) => [
    numberValue(n ? englishOrdinal(n) : number(no ?? counted ?? label ?? label2), 'o'),
    numberValue(number(no)),
  ],
);

const romanOrdinals = byPattern(
  'ordinal',
  new RegExp(`(?<=\\b${COUNTED} )(?<n>${ROMAN})\\b`, 'g'),
  [[COUNTED_WORD, /^[IVXL]/]],
  ({ n = '' }) => [numberValue(romanNumber(n), 'o')],
);

const signedAmounts = byPattern(
  'amount',
  new RegExp(
    `(?<sign>\\b(?:US|HK|NT|[SCA])\\$|[$€£¥]|\\b(?:RMB|USD|CNY|EUR|GBP|HKD|JPY)(?= ?\\d))\\s?(?<a>(?:${DIGITS})(?:[\\s-]?${SCALE}\\b)?)`,
    'gi',
  ),
  [[FIGURE]],
  ({ sign, a }) => ({ values: [numberValue(number(a))], currencies: englishCurrencies(sign ?? '') }),
);

/** `500K`, `1.5M`, but not `4K`. */
const shortNumbers = byPattern(
  'number',
  /\b(?<![.,±])(?<n>(?:\d{2,6}|\d{1,3}\.\d{1,2}))(?<scale>[KMB])\b/g,
  [[FIGURE, 'KMB']],
  ({ n, scale }) => [numberValue(number(`${n}${scale === 'B' ? 'bn' : scale}`))],
);

/** Numbers, in figures or words; what follows them tells a percentage, an amount and a time. */
function* findNumbers(text: string): Iterable<Quantity> {
  let last: Quantity | undefined;
  for (const found of englishNumbersIn(text)) {
    const quantity = withUnit(text, found);
    const joined = last && joinedWith(last, quantity, text);
    if (last && !joined && isCounted(last, text)) yield last;
    last = joined ?? quantity;
  }
  if (last && isCounted(last, text)) yield last;
}

/** `one` is more often a pronoun, and `one hour` an hour. */
function isCounted({ kind, start, end }: Quantity, text: string): boolean {
  const mention = text.slice(start, end);
  return !/^one$/i.test(mention) && !(kind === 'time' && /^one\s\w+$/i.test(mention));
}

function withUnit(
  text: string,
  { start, end: bare, value }: { start: number; end: number; value: number },
): Quantity {
  const half = /^ and a half\b/i.exec(text.slice(bare, bare + 20))?.[0] ?? '';
  const end = bare + half.length;
  const n = value + (half ? 0.5 : 0);
  const behind = text.slice(end, end + 40);
  const isOpen = MORE_BEFORE.test(text.slice(Math.max(0, start - 16), start)) || MORE_BEHIND.test(behind);
  const percent = PERCENT.exec(behind)?.[0];
  const currency = CURRENCY.exec(behind)?.[0];
  const duration = DURATION.exec(behind);
  const values = [numberValue(n)].filter((known) => known !== undefined);
  const plain = { start, end, values, range: isOpen ? openRange(n) : undefined };
  if (percent) {
    return {
      kind: 'percentage',
      start,
      end: end + percent.length,
      values: values.map((v) => v.replace('#', '%')),
    };
  }
  // `Three won` is a victory.
  if (currency && !(/won$/i.test(currency) && n < LEAST_WON)) {
    const currencies = englishCurrencies(currency);
    const number = WEIGHT_OR_MONEY.test(currency) ? ([start, end] as const) : undefined;
    return { ...plain, kind: 'amount', end: end + currency.length, currencies, number };
  }
  if (duration) {
    const seconds = n * UNIT_SECONDS[duration.groups!.unit![0]!.toLowerCase()]!;
    const all = [...values, `x${seconds}`];
    return { ...plain, kind: 'time', end: end + duration[0].length, values: all, number: [start, end] };
  }
  return { ...plain, kind: 'number' };
}

/** `two or three` like 两三, and `one hour and 20 minutes`; undefined when they are two quantities. */
function joinedWith(first: Quantity, second: Quantity, text: string): Quantity | undefined {
  const gap = text.slice(first.end, second.start);
  const seconds = [first, second].map(({ values }) => Number(values.find((v) => v[0] === 'x')?.slice(1)));
  const [start, end] = [first.start, second.end];
  if (
    /^(?:,? and|,)? $/.test(gap) &&
    seconds[1]! < 60 * Math.min(60, seconds[0]! / 60) &&
    seconds[0]! >= 60
  ) {
    return { kind: 'time', start, end, values: [`x${seconds[0]! + seconds[1]!}`] };
  }
  if (first.kind !== 'number' || !NEIGHBOURS.test(gap) || first.values.length > 1) return undefined;
  const low = Number(first.values[0]!.slice(1));
  const high = Number(second.values[0]!.slice(1));
  const isNext = high === low + 1 || (low === 3 && high === 5);
  if (!isNext || low > 9 || second.kind !== 'number') return undefined;
  return { ...second, start, end, values: [...first.values, ...second.values] };
}

/** Earlier ones are the more telling ones. */
export const ENGLISH_FINDERS: readonly Finder[] = [
  ...FIGURE_FINDERS,
  ...ENGLISH_DATE_FINDERS,
  percentages,
  fractions,
  halves,
  ordinals,
  romanOrdinals,
  signedAmounts,
  vagueNumbers,
  shortNumbers,
  { find: findNumbers, needs: [[FIGURE], [NUMBER_WORD]] },
];
