import { isBlank } from '../blank.ts';
import { enclosureAt } from './markdown-enclosures.ts';

/** The lines of a document without what only a site generator or a browser reads. */
export interface Prose {
  readonly lines: readonly string[];
  /** What was left out although the author may not have meant it so. */
  readonly notices: readonly string[];
}

/** Ends a paragraph as a code block does, is allowed in lists and quotations, and has no words. */
const NOTHING = '<!---->';
/** Quotations and lists within one another; the parser's time grows with the square of it. */
const DEEPEST = 16;
/** Columns: four for every level. */
const WIDEST_INDENT = 64;
/** In UTF-16 units; what is longer is no mark but a paragraph, and would take the patterns too long. */
const LONGEST_MARK = 1000;
const LONGEST_TAG = 4000;
const MOST_TAG_LINES = 40;

const CONTAINER_MARK = /[ \t]{0,64}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])/y;

/** Without one of these in a line, none of the marks below is there: most lines need no other pattern. */
const TELLING = /[[{:!?="$]/;
/**
 * A line for mdBook (`{{#include …}}`), Hugo, Jekyll or kramdown (`{: .wide}`), a table of contents, the end of a
 * container, a formula.
 */
const DIRECTIVE = /^([\s>]*)(?:\{\{[#<%].*\}\}|\{%.*%\}|\{:.*\}|\[{1,2}toc\]{1,2}|:{3,}|\$\$.*\$\$)\s*$/i;
/** `{/* as MDX has it *\/}` */
const COMMENT = /\{\/\*.*?\*\/\}/g;
/** `:::note[Title]`, `::: tip Title`, `::: {.box}`. */
const CONTAINER = /^([\s>]*):{3,}[ \t]*(?:\{[^}]*\}|[\w-]+)(?:\[(.*)\]|[ \t]+([^{]*))?(?:\{.*\})?[ \t]*$/;
/** `> [!NOTE] Title`, as GitHub and Obsidian have it. */
const ALERT = /^([ \t]*>[\s>]*)\[!\w+\][-+]?(.*)$/;
/** MkDocs' `!!! note "Title"`, `??? note`, `=== "Tab"`. */
const ADMONITION = /^([ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]+[\w-][^"]*|===[!+]?[ \t]+(?="))(?:"(.*)")?[ \t]*$/;
const ADMONITION_START = /^ *(?:!!!|\?\?\?|===)\+?!? +[\w"-]/;
/** By how much that which belongs to an admonition is indented. */
const ADMONITION_INDENT = 4;
/** `<Listing number="1">`, `</DeepDive>`, `<Tabs values={[{ id: 1 }]}>`; `<T>` is none. */
const COMPONENT = /\s*<\/?[A-Z]\w[\w.]*(?:\s(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^<>"'{}])*)?\/?>/y;
const COMPONENT_START = /^\s*<\/?[A-Z]\w/;

/**
 * The lines of a Markdown document in which code blocks, comments, formulas, and the marks of site generators (mdBook,
 * MkDocs, Docusaurus, VuePress, MDX) are replaced by an empty comment; the titles in such marks stay. Takes linear time.
 */
export function proseOf(source: readonly string[]): Prose {
  const lines = source.map(flattened);
  const prose: string[] = [];
  const notices: string[] = [];
  let margin = 0;
  for (let i = 0; i < lines.length; i++) {
    const outer = marginAt(lines[i]!, margin);
    if (outer < margin) prose.push('');
    margin = outer;
    lines[i] = lines[i]!.slice(margin);
    const enclosure = enclosureAt(lines, i);
    const component = enclosure ? undefined : componentAt(lines, i);
    if (enclosure) prose.push(enclosure.lead + NOTHING + enclosure.rest);
    else if (component) prose.push(...component.prose);
    else {
      const isAdmonition =
        ADMONITION_START.test(lines[i]!) && hasContent(lines, i, margin + ADMONITION_INDENT);
      prose.push(...withoutMarks(lines[i]!, isAdmonition));
      if (isAdmonition) margin += ADMONITION_INDENT;
    }
    if (enclosure?.unclosed) notices.push(unclosedNotice(enclosure.unclosed, i));
    i = (enclosure ?? component)?.lastLine ?? i;
  }
  return { lines: prose, notices };
}

/** The line with no more marks of quotations and lists, and no deeper an indent, than the parser can bear. */
function flattened(line: string): string {
  const indent = line.slice(0, WIDEST_INDENT);
  if (isBlank(indent)) return indent + line.slice(WIDEST_INDENT).trimStart();
  CONTAINER_MARK.lastIndex = 0;
  let depth = 0;
  let kept = 0;
  let end = 0;
  while (CONTAINER_MARK.test(line)) {
    end = CONTAINER_MARK.lastIndex;
    if (++depth <= DEEPEST) kept = end;
  }
  return line.slice(0, kept) + line.slice(end);
}

/** How much of a line's indentation the admonitions make that it belongs to. */
function marginAt(line: string, margin: number): number {
  if (margin === 0 || isBlank(line)) return margin;
  const indent = /^ */.exec(line)![0].length;
  return Math.min(margin, indent - (indent % ADMONITION_INDENT));
}

/** Whether what follows a line is indented so far. */
function hasContent(lines: readonly string[], index: number, indent: number): boolean {
  const next = isBlank(lines[index + 1] ?? '') ? lines[index + 2] : lines[index + 1];
  return next?.startsWith(' '.repeat(indent)) ?? false;
}

/** What remains of the lines that begin with tags of components, and the last of them. */
function componentAt(
  lines: readonly string[],
  first: number,
): { lastLine: number; prose: string[] } | undefined {
  if (!COMPONENT_START.test(lines[first]!)) return undefined;
  const source = lines.slice(first, first + MOST_TAG_LINES).join('\n');
  const beginning = source.slice(0, LONGEST_TAG);
  let end = 0;
  COMPONENT.lastIndex = 0;
  while (COMPONENT.test(beginning)) end = COMPONENT.lastIndex;
  if (end === 0) return undefined;
  const lead = /^\s*/.exec(source)![0];
  const rest = source.slice(end).split('\n', 1)[0]!.trim();
  const lastLine = first + source.slice(0, end).split('\n').length - 1;
  return { lastLine, prose: rest ? [lead + NOTHING, lead + rest] : [lead + NOTHING] };
}

/** The line, or what a mark of a site generator leaves of it: the title. */
function withoutMarks(line: string, isAdmonition: boolean): string[] {
  if (line.length > LONGEST_MARK || !TELLING.test(line)) return [line];
  const directive = DIRECTIVE.exec(line);
  if (directive) return [directive[1] + NOTHING];
  for (const mark of isAdmonition ? [ADMONITION] : [CONTAINER, ALERT]) {
    const [, lead, ...titles] = mark.exec(line) ?? [];
    if (lead === undefined) continue;
    const title = titles.join('').trim();
    return title ? [lead + NOTHING, lead + title, lead + NOTHING] : [lead + NOTHING];
  }
  return [line.replace(COMMENT, '')];
}

function unclosedNotice(what: string, index: number): string {
  return `The ${what} that begins in line ${index + 1} has no end: all that follows it was left out.`;
}
