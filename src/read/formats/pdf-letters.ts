/** What the pages of a PDF do to letters: glyphs stand for them, gaps for spaces, and lines end within sentences. */

/** As wide as a Han character. */
const WIDE = '[\\p{Script=Han}\\u3000-\\u303f\\ufe10-\\ufe1f\\ufe30-\\ufe4f\\uff00-\\uff60]';
/** Marks that both scripts have: they belong to what stands beside them. */
const SHARED = '[“”‘’—…·]';
const ENDS_WIDE = new RegExp(`${WIDE}${SHARED}{0,4}$`, 'u');
const STARTS_WIDE = new RegExp(`^${SHARED}{0,4}${WIDE}`, 'u');

/** The glyphs ﬁ, ﬂ …, and the radicals of old dictionaries, which some fonts give for characters that look the same. */
const LOOKALIKES = /[\ufb00-\ufb06\u2f00-\u2fdf]/g;
const NOTHING = /\u0000/g;
const CONTROLS = /[\u0001-\u001f\u007f-\u009f\ufffe\uffff]/g;
const UNKNOWN = /[\ue000-\uf8ff\ufffd]/g;

/** Chinese marks bring their own space along. */
const MARK = '[\\u3001\\u3002\\u3008-\\u3011\\uff01\\uff08\\uff09\\uff0c\\uff1a\\uff1b\\uff1f]';
const BESIDE_MARK = new RegExp(
  `(?<=${MARK}|${SHARED}) (?=${WIDE})|(?<=${WIDE}) (?=${MARK}|${SHARED})|(?<=${MARK}) (?=${SHARED})|(?<=${SHARED}) (?=${MARK})`,
  'gu',
);
const WIDE_PAIR = new RegExp(`(?<=${WIDE}) ?(?=${WIDE})`, 'gu');
const SPREAD_PAIR = new RegExp(`(?<=${WIDE}) (?=${WIDE})`, 'gu');
/** A line is spread out to the edge when so many of its Han characters stand apart. */
const LEAST_SPREAD = 1 / 3;

const ENDS_SENTENCE = /[.!?…。！？:：;；]["'”’」』）)》】\]]*$/;
/** A Latin word, or a Han character with the marks that stay with it. */
const FIRST_WORD =
  /^(?:[“‘「『（《【〈]*[\u2e80-\uffef][—…，。！？、；：」』”’）》】〉]*|[^\s\u2e80-\uffef]+)/u;

const BULLET = /^(?:[•●○■□▪▫◦‣◆◇►➢✓\ue000-\uf8ff]\s*|\ufffd\s+)(?=\S)/;
const NUMBER =
  /^(?:\d{1,3}[.．](?!\d)|\d{1,3}[)、）]|[（(](?:\d{1,3}|[a-z]|[一二三四五六七八九十]{1,3})[)）]|[a-z]\)|[一二三四五六七八九十]{1,3}、|[①-⑳])\s*(?=\S)/;

const CAPTION =
  /^(?:(?:figure|fig\.|table|plate|map|illustration)\s*[\divx]+(?:\.\d+)*\s*[.:–—]|[图圖表]\s*[\d一二三四五六七八九十]+(?:[-.]\d+)*[:：.．\s])\s*\S/i;

export function endsWide(text: string): boolean {
  return ENDS_WIDE.test(text.slice(-5));
}

export function startsWide(text: string): boolean {
  return STARTS_WIDE.test(text);
}

export function endsSentence(text: string): boolean {
  return ENDS_SENTENCE.test(text);
}

export function firstWordOf(text: string): string {
  return FIRST_WORD.exec(text)?.[0] ?? '';
}

/** Whether a paragraph is an item of a list. */
export function isItem(text: string): boolean {
  return BULLET.test(text) || NUMBER.test(text);
}

export function isBulleted(text: string): boolean {
  return BULLET.test(text);
}

/** Bullets are marks of the page; numbers are read aloud. */
export function withoutBullet(text: string): string {
  return text.replace(BULLET, '');
}

/** Whether it names a figure or a table: `Figure 3: …`, `图3 …`. */
export function isCaption(text: string): boolean {
  return CAPTION.test(text);
}

/** The letters that the glyphs show; U+FFFD for what is none. */
export function lettersOf(glyphs: string): string {
  const text = glyphs.replace(NOTHING, '').replace(CONTROLS, '\ufffd');
  return text.replace(LOOKALIKES, (glyph) => glyph.normalize('NFKC'));
}

/** How many characters mean nothing outside of their font. */
export function countUnknown(text: string): number {
  return text.match(UNKNOWN)?.length ?? 0;
}

/** A line without the gaps that only spread it out to the edge, and those of Chinese marks. */
export function tightened(spread: string): string {
  const line = spread.replace(BESIDE_MARK, '');
  const gaps = line.match(SPREAD_PAIR)?.length ?? 0;
  const pairs = line.match(WIDE_PAIR)?.length ?? 0;
  return gaps > 1 && gaps >= pairs * LEAST_SPREAD ? line.replace(SPREAD_PAIR, '') : line;
}
