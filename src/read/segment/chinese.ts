import { BEFORE_NUMBER, isDotted, lastWord, MAY_BE_LAST, NEVER_LAST } from './abbreviations.ts';
import type { Boundary } from './boundary.ts';
import { ELLIPSIS, isHesitation } from './hesitation.ts';
import { BREAKING_OFF, type Rule } from './rules.ts';
import { CHINESE_ANNOUNCEMENT, CHINESE_SPEAKER, SPEECH_RESUMED } from './speech.ts';

/** What was said has come to its end, and who said it is a sentence of its own: `“我不去。”他说。` */
const ENDS_STATEMENT = /^[。．｡]["'”’」』]/;
const CLOSED_QUOTE = /["'”’」』][。.]?$/;

const PARTICLE_NEXT =
  /^(?:[的地得](?![确確方面球上下])|之[类類]|等等?[，。、]|是(?![的啊呀吗嗎][，。！,!]?)|[这這那](?:一?[句声聲番种種]))/;
const PUNCTUATION_NEXT = /^[，、；：,;:)）」』”’》】〉\]]/;
const DASH_NEXT = /^(?:[—–─-]|－)/;

const INITIAL = /^[A-Z]$/;
const LIST_NUMBER = /(?:^|[\s：:；;，,。、])[（(]?(?:[\d０-９]{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})$/;
/** Only after these a mark can end a sentence that goes on without a blank in Latin letters. */
const CHINESE_LAST = /[\p{Script=Han}”’」』）》】]$/u;
const ALPHANUMERIC_NEXT = /^[A-Za-z0-9/=&_%*$#~-]/;
const OPENER_LAST = /[“‘(（「『《〈[]$|(?:^|[\s(（])["']$/;
const WORD_LAST = /[\p{L}\p{N}]$/u;
/** A longer quotation holds sentences of its own. */
const LONGEST_PHRASE = 20;

export const CHINESE_RULES: readonly Rule[] = [
  { name: 'silence between two speeches', verdict: 'ends', applies: isSilence },
  { name: 'nothing said yet', verdict: 'goes on', applies: (b) => b.isBare },
  ...BREAKING_OFF,
  { name: 'mark quoted as such', verdict: 'goes on', applies: (b) => OPENER_LAST.test(b.before) },
  { name: 'aside in brackets', verdict: 'goes on', applies: (b) => b.isAside },
  { name: 'inside a Latin word or a number', verdict: 'goes on', applies: isInsideWord },
  { name: 'Latin abbreviation', verdict: 'goes on', applies: isAbbreviation },
  { name: 'number of a list item', verdict: 'goes on', applies: isListNumber },
  { name: 'punctuation goes on', verdict: 'goes on', applies: (b) => PUNCTUATION_NEXT.test(b.after) },
  { name: 'hesitation', verdict: 'goes on', applies: (b) => isHesitation(b, closesQuotation(b)) },
  {
    name: 'dash after a quotation',
    verdict: 'goes on',
    applies: (b) => closesQuotation(b) && DASH_NEXT.test(b.after),
  },
  {
    name: 'particle after a quotation',
    verdict: 'goes on',
    applies: (b) => closesQuotation(b) && PARTICLE_NEXT.test(b.after),
  },
  {
    name: 'who said it',
    verdict: 'goes on',
    applies: (b) => closesQuotation(b) && !ENDS_STATEMENT.test(b.tail) && CHINESE_SPEAKER.test(b.after),
  },
  {
    name: 'the speech goes on after its speaker',
    verdict: 'goes on',
    applies: (b) => closesQuotation(b) && !ENDS_STATEMENT.test(b.tail) && SPEECH_RESUMED.test(b.after),
  },
  { name: 'phrase in quotation marks', verdict: 'goes on', applies: isPhrase },
];

/** `“你怎么了？”“……”“说话呀！”` */
function isSilence({ isBare, tail, after }: Boundary): boolean {
  return isBare && ELLIPSIS.test(tail) && CLOSED_QUOTE.test(tail) && /^["“「『]/.test(after);
}

function isInsideWord({ before, tail, gap, after }: Boundary): boolean {
  return gap === '' && /^[.!?．]+$/.test(tail) && !CHINESE_LAST.test(before) && ALPHANUMERIC_NEXT.test(after);
}

function isAbbreviation({ before, tail, after }: Boundary): boolean {
  const word = tail === '.' ? lastWord(before) : undefined;
  if (word === undefined) return false;
  if (BEFORE_NUMBER.has(word)) return /^\d/.test(after);
  return INITIAL.test(word) || isDotted(word) || NEVER_LAST.has(word) || MAY_BE_LAST.has(word);
}

function isListNumber({ before, tail }: Boundary): boolean {
  return /^[.．]$/.test(tail) && LIST_NUMBER.test(before);
}

function closesQuotation({ tail }: Boundary): boolean {
  return CLOSED_QUOTE.test(tail);
}

/** A short quotation that stands for a word of its sentence, as in `写一个“你好，世界！”程序`. */
function isPhrase({ quotation }: Boundary): boolean {
  if (quotation === undefined || quotation.length > LONGEST_PHRASE) return false;
  return WORD_LAST.test(quotation.lead.trimEnd()) && !CHINESE_ANNOUNCEMENT.test(quotation.lead.trimEnd());
}
