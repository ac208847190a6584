/**
 * Cells of a text file that a spreadsheet would take for something else than text: a formula that it runs, or a number or
 * date that it rewrites. They get an apostrophe in front, which spreadsheets keep and which is taken away on reading.
 */

/** How formulas begin, and error values like `#N/A`. */
const FORMULA = /^[=+\-@\t\r#]/;

/** What dates are written with, in either language. */
const WORDS = [
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?',
  'nov(?:ember)?|dec(?:ember)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?',
  'am|pm|[ap]|e|true|false|[年月日号號时時分秒点點上下午星期周週一二三四五六七八九十〇零百千万萬真假]',
].join('|');
const TYPED = new RegExp(`^(?:[\\p{N}\\p{P}\\p{S}\\s]|${WORDS})+$`, 'iu');
const LONGEST_TYPED = 60;

/** The cell in which a spreadsheet leaves the text alone. */
export function disarmed(text: string): string {
  return isArmed(text) ? `'${text}` : text;
}

/** The text of a cell that `disarmed` wrote; any other is left as it is. */
export function rearmed(cell: string): string {
  return cell.startsWith("'") && isArmed(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Apostrophes in front do not count, so that a text which begins with one comes back as well. */
function isArmed(text: string): boolean {
  const bare = text.replace(/^'+/, '');
  return FORMULA.test(bare) || (bare.length <= LONGEST_TYPED && TYPED.test(bare));
}
