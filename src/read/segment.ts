import type { Language, Sentence } from '../model.ts';
import { trim } from './blank.ts';
import { paragraphsOf } from './paragraphs.ts';
import { type Boundary, cutParagraph } from './segment/boundary.ts';
import { CHINESE_RULES } from './segment/chinese.ts';
import { ENGLISH_RULES } from './segment/english.ts';
import { endsSentence, type Rule } from './segment/rules.ts';

/** How far the nearest letter to either side of a boundary is looked for. */
const NEAR = 12;

const HAN_LAST = /\p{Script=Han}\P{L}*$/u;
const HAN_NEXT = /^\P{L}*\p{Script=Han}/u;
const LATIN_LAST = /\p{Script=Latin}\P{L}*$/u;
const LATIN_NEXT = /^\P{L}*\p{Script=Latin}/u;

/**
 * Cuts running text into sentences. They stand in order, do not overlap, and leave out nothing but white space
 * (and characters without width), which no sentence begins or ends with. The end of a paragraph ends a
 * sentence. Takes time and memory linear in the length of the text.
 *
 * The method is that of wooorm/parse-latin turned round: an eager cut at every end mark, and an ordered list
 * of small rules that say at which of them the sentence goes on.
 */
export function segment(text: string, language: Language): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const span of paragraphsOf(text)) {
    const isEnd = (boundary: Boundary) => endsSentence(boundary, rulesFor(boundary, language));
    for (const cut of cutParagraph(text.slice(span.start, span.end), isEnd)) {
      const { start, end } = trim(text, span.start + cut.start, span.start + cut.end);
      if (start < end) sentences.push({ text: text.slice(start, end), start, end, paragraph });
    }
    paragraph++;
  }
  return sentences;
}

/** Between words of the other language that language's rules hold: a photo credit in a Chinese page is English. */
function rulesFor(boundary: Boundary, language: Language): readonly Rule[] {
  const before = boundary.before.slice(-NEAR);
  const after = boundary.after.slice(0, NEAR);
  if (language === 'zh') {
    return LATIN_LAST.test(before) && LATIN_NEXT.test(after) ? ENGLISH_RULES : CHINESE_RULES;
  }
  return HAN_LAST.test(before) || HAN_NEXT.test(after) ? CHINESE_RULES : ENGLISH_RULES;
}
