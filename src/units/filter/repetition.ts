/** Text that says the same again and again. */
import { BLANK, DIGIT, kinds, LATIN, MARK } from './characters.ts';
import type { Side } from './side.ts';

/** So many times the same letter or phrase in a row is too often: 哈哈哈哈哈哈哈哈哈哈, 很好很好很好很好很好. */
const MOST_LETTERS = 10;
const MOST_PHRASES = 5;
const LONGEST_PHRASE = 24;
/** Six dots are an ellipsis, and figures may be zeros; marks of rules and rows are not as many in any sentence. */
const ROW_OF_MARKS = /([=*#_~+|<>-])(?:\s*\1){5}|([!?！？。，、])\2{5}|[.…·]{10}/;
/** Shorter sentences are called out twice: 快跑！快跑！ In Latin letters, a Chinese character counting for three. */
const SHORTEST_SENTENCE = 12;
const LETTERS_PER_HAN = 3;
const codesOf = (marks: string): ReadonlySet<number> =>
  new Set(Array.from(marks, (mark) => mark.charCodeAt(0)));
const SENTENCE_ENDS = codesOf('。！？!?；;…');
const FULL_STOP = '.'.charCodeAt(0);
/** What closes a sentence, the space behind it included. */
const CLOSING = codesOf('。！？!?；;…."”’」』 \u3000');
const SEPARATORS = /^[\s，,、；;.。！？!?]*$/;

/** Whether a side repeats itself: a little where the other does not, or a lot. */
export function isRepeated(zh: Side, en: Side): boolean {
  return repeats(zh.text) || repeats(en.text) || saysMore(zh.text, en.text) || saysMore(en.text, zh.text);
}

/** Whether the text says a sentence three times, or twice where the other says nothing twice, be it shorter. */
function saysMore(text: string, other: string): boolean {
  const times = sentenceTimes(text, SHORTEST_SENTENCE);
  return times > 2 || (times === 2 && sentenceTimes(other, 1) === 1);
}

function repeats(text: string): boolean {
  if (text.length < MOST_PHRASES) return false;
  if (ROW_OF_MARKS.test(text)) return true;
  for (let period = 1; period <= LONGEST_PHRASE; period++) if (recurs(text, period)) return true;
  return false;
}

/** Whether a piece of so many UTF-16 units with a letter in it stands too often behind itself. */
function recurs(text: string, period: number): boolean {
  // The last one need not have the separator behind it that the others have.
  const most = period === 1 ? MOST_LETTERS - 1 : period * (MOST_PHRASES - 1) - 1;
  // Each run that is long enough goes over one of these places.
  for (let place = period + most - 1; place < text.length; place += most) {
    if (text.charCodeAt(place) !== text.charCodeAt(place - period)) continue;
    let start = place;
    while (start > period && text.charCodeAt(start - 1) === text.charCodeAt(start - 1 - period)) start--;
    let end = place + 1;
    while (end < text.length && text.charCodeAt(end) === text.charCodeAt(end - period)) end++;
    if (end - start >= most && hasLetter(text, place - period + 1, place + 1)) return true;
    place = end;
  }
  return false;
}

function hasLetter(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const kind = kinds()[text.charCodeAt(i)]!;
    if (kind !== DIGIT && kind !== MARK && kind !== BLANK) return true;
  }
  return false;
}

/** How often the same sentence stands in a row at most; a text of two equal halves says its one sentence twice. */
function sentenceTimes(text: string, shortest: number): number {
  let most = 1;
  let times = 1;
  let last = '';
  for (const sentence of sentencesOf(text)) {
    times = sentence === last && weightOf(sentence) >= shortest ? times + 1 : 1;
    most = Math.max(most, times);
    last = sentence;
  }
  return most > 1 ? most : hasEqualHalves(text, shortest) ? 2 : 1;
}

function weightOf(text: string): number {
  let weight = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = kinds()[text.charCodeAt(i)]!;
    if (kind !== DIGIT && kind !== MARK && kind !== BLANK) weight += kind === LATIN ? 1 : LETTERS_PER_HAN;
  }
  return weight;
}

/** A coarse cut, for comparison only: behind each end mark and what closes it, a full stop only before a space. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  const closes = (i: number) => CLOSING.has(text.charCodeAt(i));
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!SENTENCE_ENDS.has(unit) && !(unit === FULL_STOP && closes(i + 1))) continue;
    while (closes(i + 1)) i++;
    sentences.push(text.slice(start, i + 1).trim());
    start = i + 1;
  }
  if (start < text.length) sentences.push(text.slice(start).trim());
  return sentences;
}

/** `A A`, `A，A`: two equal halves with nothing but a separator or two between them, and perhaps a mark at the end. */
function hasEqualHalves(text: string, shortest: number): boolean {
  let end = text.length;
  while (end > 0 && CLOSING.has(text.charCodeAt(end - 1))) end--;
  const bare = text.slice(0, end);
  const longest = bare.length >> 1;
  for (let half = longest; half >= Math.max(1, longest - 1); half--) {
    const second = bare.slice(bare.length - half);
    const between = bare.slice(half, bare.length - half);
    if (bare.startsWith(second) && SEPARATORS.test(between) && weightOf(second) >= shortest) return true;
  }
  return false;
}
