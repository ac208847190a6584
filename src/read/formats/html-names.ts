/** What the names of HTML's elements say; after the rules of the HTML standard for parsing and rendering. */

type Names = ReadonlySet<string>;

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const CELLS = ['td', 'th'];
const ROW_GROUPS = ['thead', 'tbody', 'tfoot'];
const TABLE_PARTS = ['caption', 'colgroup', ...ROW_GROUPS, 'tr', ...CELLS];

/** Elements that begin on a new line. */
export const BLOCK: Names = new Set([
  ...['html', 'body', 'main', 'article', 'section', 'nav', 'aside', 'header', 'footer', 'search', 'address'],
  ...['p', 'div', 'center', 'blockquote', 'figure', 'figcaption', 'pre', 'listing', 'xmp', 'hr', 'hgroup'],
  ...['ul', 'ol', 'menu', 'dir', 'li', 'dl', 'dt', 'dd', 'table', ...TABLE_PARTS, ...HEADINGS],
  ...['form', 'fieldset', 'legend', 'details', 'summary', 'dialog', 'optgroup', 'option', 'frameset'],
]);

/** Elements whose text does not run: code, controls, what stands for a missing picture, readings of characters. */
export const LEFT_OUT: Names = new Set([
  ...['title', 'script', 'style', 'template', 'noscript', 'noframes', 'noembed', 'svg', 'annotation'],
  ...['annotation-xml', 'pre', 'listing', 'xmp', 'del', 'rt', 'rp', 'rtc', 'button', 'select', 'textarea'],
  ...['datalist', 'iframe', 'object', 'audio', 'video', 'canvas', 'map', 'progress', 'meter', 'dialog'],
]);

/** Elements without content, so that nothing ends them. */
export const VOID: Names = new Set([
  ...['area', 'base', 'basefont', 'bgsound', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'image', 'input'],
  ...['keygen', 'link', 'meta', 'param', 'source', 'track', 'wbr'],
]);

/** Where the search for what an end tag ends stops, unless it is the end tag of a table's part. */
export const SCOPE: Names = new Set([...CELLS, 'caption', 'table']);
export const TABLE_PART: Names = new Set([...TABLE_PARTS, 'table']);

/** What the start of an element ends though its end tag is missing, and where the search for that stops. */
export interface ImpliedEnd {
  readonly ended: Names;
  readonly stops: Names;
}

const blocksBut = (...names: string[]): Names => new Set([...BLOCK].filter((name) => !names.includes(name)));
const PARAGRAPH: ImpliedEnd = { ended: new Set(['p']), stops: blocksBut('p') };
const RUBY: ImpliedEnd = { ended: new Set(['rb', 'rt', 'rp']), stops: new Set(['ruby', 'rtc', ...BLOCK]) };
const CELL_END: ImpliedEnd = { ended: new Set(CELLS), stops: new Set(['table', 'tr']) };
const HEADING_END: ImpliedEnd = { ended: new Set(['p', ...HEADINGS]), stops: blocksBut('p', ...HEADINGS) };
const ITEM_STOPS = blocksBut('p', 'div', 'address', 'li', 'dt', 'dd');

const IMPLIED_ENDS: ReadonlyMap<string, ImpliedEnd> = new Map<string, ImpliedEnd>([
  ...HEADINGS.map((name) => [name, HEADING_END] as const),
  ...['rb', 'rt', 'rp'].map((name) => [name, RUBY] as const),
  ['option', { ended: new Set(['option']), stops: new Set(['select', 'datalist', 'optgroup']) }],
  ['a', { ended: new Set(['a']), stops: BLOCK }],
  ['li', { ended: new Set(['p', 'li']), stops: ITEM_STOPS }],
  ...['dt', 'dd'].map((name) => [name, { ended: new Set(['p', 'dt', 'dd']), stops: ITEM_STOPS }] as const),
  ...CELLS.map((name) => [name, CELL_END] as const),
  ['tr', { ended: new Set(['tr', 'caption', ...CELLS]), stops: new Set(['table', ...ROW_GROUPS]) }],
  ...ROW_GROUPS.map((name) => [name, { ended: new Set(TABLE_PARTS), stops: new Set(['table']) }] as const),
]);

/** What the start of an element of this name ends. */
export function impliedEnd(name: string): ImpliedEnd | undefined {
  return IMPLIED_ENDS.get(name) ?? (BLOCK.has(name) ? PARAGRAPH : undefined);
}
