import {
  BEFORE_NUMBER,
  isDotted,
  lastWord,
  MAY_BE_LAST,
  NEVER_LAST,
  SENTENCE_STARTERS,
} from './abbreviations.ts';
import type { Boundary } from './boundary.ts';
import { BREAKING_OFF, type Rule } from './rules.ts';
import { ENGLISH_SPEAKER } from './speech.ts';

const INITIAL = /^\p{Lu}$/u;
/** The beginning, a name, or another initial. */
const NAME_LAST = /(?:^|\p{Lu}\S{0,30}\s)$/u;
const BEFORE_INITIAL =
  /(?:^|\p{Script=Han}\s?|\p{Lu}\S{0,30}\s|[^\p{L}\s°]\s?|(?<!\b\p{Lu}\s)\b(?:and|or)\s|\b(?:by|between|with|from|to|of|for|that|as|in|at|says?|said|asked|told)\s)$/u;
/** A second initial and a name. */
const INITIALS_NEXT = /^(?:\p{Lu}\.\s?){1,3}\p{Lu}\p{Ll}/u;
const LIST_NUMBER =
  /^["'“‘([（]*(?:(?:SEC|Sec|Art|ART|Cl|Reg)\.\s)?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})$/;

const ELLIPSIS = /^(?:[…⋯]|\.[\s\u00A0]?\.)/;
const ENDS_IN_QUOTE = /["'”’»」』][.,]?$/;
const CALLS_OUT = /^[^.]*[!?…⋯]|^\.[\s\u00A0]?\./;
const OPENER_LAST = /[“‘([「『（]$|(?:^|[\s(])["']$/;

/** A word with which nobody ends: `so... I haven't`. */
const FILLER_LAST =
  /(?:^|[\s"“])(?:[Ww]ell|[Ss]o|[Aa]nd|[Bb]ut|[Oo]r|[Uu]m+|[Uu]h|[Ee]r+|the|a|an|because|if|to|of)\s?$/u;

/** `Ltd. Questions? Write to us.` */
const ONE_WORD_NEXT = /^\p{Lu}\p{Ll}+[?!]/u;

const CLITIC = /['’].*/;

const LOWER_CASE_NEXT = /^(?![a-z]\))(?:[([]|[.…]+)?\p{Ll}(?!\p{Lu})/u;
const PUNCTUATION_NEXT = /^[,;:)\]}%&/–—-]/;
const WORD_NEXT = /^["“‘'([]*(\p{L}[\p{L}'’]*)/u;
const NUMBER_NEXT = /^[#(]?(?:\d|[A-Z]\d|[IVXLC]{2,}\b|[B-HJ-Z]\b)/;
const DAY_OR_ZONE_NEXT =
  /^\(?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!['’])|^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|^\(?(?:[A-Z]{2,4}T|UTC)\b/;

const GLUED_BEFORE = /(?:\p{Ll}{2}|[\p{L}\p{N}%][)\]”"’]|%)$/u;
const GLUED_NEXT = /^[“"(]?(?:\p{Lu}\p{Ll}+(?=[\s,'’-])|(?:A|I)\s)/u;
const FILE_OR_HOST_NEXT =
  /^(?:com|net|org|edu|gov|info|io|cn|uk|app|js|ts|py|json|xml|ya?ml|md|csv|html?|txt|pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|mp[34]|zip|exe)\b/i;
/** The middle of a name with dots, as in `System.Collections.Generic`. */
const DOTTED_NAME_BEFORE = /\p{L}\.\p{Lu}\p{L}*$/u;
const ADDRESS_BEFORE = /(?:[/@\\_]|www\.)\S*$/;

export const ENGLISH_RULES: readonly Rule[] = [
  { name: 'nothing said yet', verdict: 'goes on', applies: (b) => b.isBare },
  ...BREAKING_OFF,
  { name: 'mark quoted as such', verdict: 'goes on', applies: (b) => OPENER_LAST.test(b.before) },
  { name: 'aside in brackets', verdict: 'goes on', applies: (b) => b.isAside },
  { name: 'sentences run together', verdict: 'ends', applies: areRunTogether },
  { name: 'inside a word or a number', verdict: 'goes on', applies: isInsideWord },
  { name: 'number of a list item', verdict: 'goes on', applies: isListNumber },
  { name: 'abbreviation', verdict: 'goes on', applies: isAbbreviation },
  { name: 'initial', verdict: 'goes on', applies: isInitial },
  { name: 'another speaker', verdict: 'ends', applies: hasDashes },
  { name: 'name with a mark', verdict: 'goes on', applies: isMarkedName },
  { name: 'lower case goes on', verdict: 'goes on', applies: (b) => LOWER_CASE_NEXT.test(b.after) },
  { name: 'punctuation goes on', verdict: 'goes on', applies: (b) => PUNCTUATION_NEXT.test(b.after) },
  { name: 'stammer', verdict: 'goes on', applies: isStammer },
  { name: 'who said it', verdict: 'goes on', applies: saysWho },
];

function areRunTogether({ before, gap, after, tail }: Boundary): boolean {
  if (gap !== '' || ELLIPSIS.test(tail)) return false;
  if (ADDRESS_BEFORE.test(before) || DOTTED_NAME_BEFORE.test(before)) return false;
  return GLUED_BEFORE.test(before) && GLUED_NEXT.test(after) && !FILE_OR_HOST_NEXT.test(after);
}

function isInsideWord({ gap, tail, after }: Boundary): boolean {
  return gap === '' && /[.!?…]$/.test(tail) && /^[\p{L}\p{N}\p{S}/\\_@&=#%*$-]/u.test(after);
}

function isListNumber({ isWhole, before, tail }: Boundary): boolean {
  return isWhole && /^\.[)\]]?$/.test(tail) && LIST_NUMBER.test(before.trimStart());
}

function isAbbreviation({ before, tail, after }: Boundary): boolean {
  const word = tail.startsWith('.') && !ELLIPSIS.test(tail) ? lastWord(before) : undefined;
  if (word === undefined) return false;
  if (NEVER_LAST.has(word)) return true;
  if (BEFORE_NUMBER.has(word)) return NUMBER_NEXT.test(after);
  if (/^[ap]\.m$/i.test(word)) return DAY_OR_ZONE_NEXT.test(after);
  if (!MAY_BE_LAST.has(word) && !isDotted(word)) return false;
  return tail === '.' && !startsSentence(after) && !ONE_WORD_NEXT.test(after);
}

function startsSentence(after: string): boolean {
  const next = WORD_NEXT.exec(after)?.[1];
  return next !== undefined && SENTENCE_STARTERS.has(next.replace(CLITIC, ''));
}

/** `John R. Cole`, `by R. Cole`: not `vitamin C. Doctors …`, not `my brother and I. Nobody …`. */
function isInitial({ before, tail, after }: Boundary): boolean {
  const word = lastWord(before);
  if (tail !== '.' || word === undefined || !INITIAL.test(word)) return false;
  if (INITIALS_NEXT.test(after)) return true;
  if (startsSentence(after)) return false;
  return /^\p{Lu}/u.test(after) && (word === 'I' ? NAME_LAST : BEFORE_INITIAL).test(before.slice(0, -1));
}

/** `- Are you awake? - No.` */
function hasDashes({ isWhole, before, gap, after }: Boundary): boolean {
  return isWhole && gap !== '' && /^\s*[-–—]\s?\S/.test(before) && /^[-–—]\s?["'“‘[(\p{Lu}]/u.test(after);
}

/** `Yahoo! Mail` */
function isMarkedName({ before, tail, after }: Boundary): boolean {
  return tail === '!' && /\bYahoo$/.test(before) && /^\p{Lu}/u.test(after);
}

/** `I... I don't know`: the word before the dots comes again after them, or nobody ends with it. */
function isStammer({ before, tail, after }: Boundary): boolean {
  if (ELLIPSIS.test(tail) && FILLER_LAST.test(before)) return /^\p{L}/u.test(after);
  const word = ELLIPSIS.test(tail) ? /(\p{L}[\p{L}'’]*)\s?$/u.exec(before)?.[1] : undefined;
  return word !== undefined && bareWord(WORD_NEXT.exec(after)?.[1]) === bareWord(word);
}

function bareWord(word: string | undefined): string | undefined {
  return word?.replace(CLITIC, '').toLowerCase();
}

/**
 * A quotation that ends in a full stop has no speaker after it: there English writes a comma. One that has been announced
 * has had its speaker.
 */
function saysWho({ tail, after, quotation }: Boundary): boolean {
  if (/^[^"'”’]*["'”’]$/.test(tail) && /[,:]\s$/.test(quotation?.lead ?? '')) return false;
  return ENDS_IN_QUOTE.test(tail) && CALLS_OUT.test(tail) && ENGLISH_SPEAKER.test(after);
}
