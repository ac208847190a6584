/** In UTF-16 units: enough to tell. */
const BEGINNING = 1 << 17;
/** A line is no mark of Markdown when it is longer; it also bounds the time of the patterns. */
const LONGEST_LINE = 2000;
const FEWEST_HEADINGS = 2;
const FEWEST_ITEMS = 3;

const HEADING = /^#{1,6} +\S/;
const FENCE = /^ {0,3}(?:`{3,}[^`]*|~{3,}.*)$/;
const ITEM = /^\s*(?:[-*+]|\d{1,3}\.) +\S/;
const TABLE = /^ *\|?(?: *:?-{3,}:? *\|)+(?: *:?-{3,}:? *)?$/;
const LINK = /\[[^\][]+\]\((?:https?:\/\/|mailto:|#|\.{0,2}\/|[\w./-]+\.\w{2,4})[^()\s]*\)/;
const DEFINITION = /^ {0,3}\[[^\][]+\]: +(?:https?:\/\/|#|\.{0,2}\/)/;
const CODE = /(?<![`\w])`[^`\s](?:[^`]*[^`\s])?`(?!`)/;
const STRONG = /(?<![*\w])\*\*[^*\s](?:[^*]*[^*\s])?\*\*(?!\*)/;
const INLINE = [LINK, DEFINITION, CODE, STRONG];

/**
 * Whether a text without a telling name is Markdown: it has headings with `#` and also marks that nothing but Markdown
 * has, or several headings and a list. Plain stories have `* * *`, dialogue behind dashes, and now and then a `#`.
 */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text
    .slice(0, BEGINNING)
    .split(/\r\n|[\n\r]/)
    .filter((line) => line.length <= LONGEST_LINE);
  const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
  const headings = lines.filter((line, i) => HEADING.test(line) && (lines[i - 1] ?? '').trim() === '').length;
  if (headings === 0) return false;
  if (count(FENCE) >= 2 || count(TABLE) > 0 || INLINE.some((pattern) => count(pattern) > 0)) return true;
  return headings >= FEWEST_HEADINGS && count(ITEM) >= FEWEST_ITEMS;
}
