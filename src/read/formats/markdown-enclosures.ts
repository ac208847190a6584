/** Lines of a Markdown document that hold no prose, such as a code block. */
export interface Enclosure {
  /** What stands before it on its first line: blanks and marks of quotations and lists. */
  readonly lead: string;
  readonly lastLine: number;
  /** What follows it on its last line. */
  readonly rest: string;
  /** What it is called, when its end is missing: then it takes all that follows. */
  readonly unclosed?: string;
}

type FindEnclosure = (lines: readonly string[], first: number) => Enclosure | undefined;

/** In lines; what is longer is no formula but two amounts in dollars. */
const LONGEST_FORMULA = 40;

/** Without one of these nothing begins: most lines need no other pattern. */
const TELLING = /[`~<$]|^(?:im|ex)port\s/;
const LEAD = String.raw`^((?:[ \t]{0,64}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){0,16}[ \t]{0,64})`;
const FENCE = new RegExp(`${LEAD}(\`{3,}(?=[^\`]*$)|~{3,})`);
const FENCE_END = /^[\s>]*(`{3,}|~{3,})\s*$/;
const IN_QUOTATION = /^[ \t]*>/;
const COMMENT = new RegExp(`${LEAD}<!--(?!.*-->)`);
const COMMENT_END = '-->';
const SCRIPT = /^( {0,3})<(script|style)(?=[\s>])(?!.*<\/)/i;
const FORMULA = new RegExp(String.raw`${LEAD}\$\$(?!.*\$\$)`);
const FORMULA_END = /\$\$[\s.,;，。；]*$/;
const IMPORT = /^import\s+(?:['"{]|\*\s+as\s|\w+\s*(?:,.*)?\sfrom\s+['"])/;
const EXPORT =
  /^export\s+(?:[{*]|default\s+(?:function|class|async|[({]|\w+;?$)|(?:const|let|var|function|class|async)\s.*[=({])/;
const BLANK = /^\s*$/;

/**
 * The code block, comment, script, formula, or block of MDX's JavaScript that begins in a line. Code in a list may be
 * less indented than the item, as authors have it, although to the letter it would end the list.
 */
export function enclosureAt(lines: readonly string[], first: number): Enclosure | undefined {
  if (!TELLING.test(lines[first]!)) return undefined;
  for (const find of [codeAt, commentAt, scriptAt, formulaAt, moduleAt]) {
    const enclosure = find(lines, first);
    if (enclosure) return enclosure;
  }
  return undefined;
}

const codeAt: FindEnclosure = (lines, first) => {
  const [, lead, fence] = FENCE.exec(lines[first]!) ?? [];
  if (lead === undefined || fence === undefined) return undefined;
  const isQuoted = IN_QUOTATION.test(lead);
  for (let i = first + 1; i < lines.length; i++) {
    if (FENCE_END.exec(lines[i]!)?.[1]?.startsWith(fence)) return { lead, lastLine: i, rest: '' };
    if (isQuoted && !IN_QUOTATION.test(lines[i]!)) return { lead, lastLine: i - 1, rest: '' };
  }
  return { lead, lastLine: lines.length - 1, rest: '', unclosed: 'code block' };
};

const commentAt: FindEnclosure = (lines, first) => {
  const lead = COMMENT.exec(lines[first]!)?.[1];
  if (lead === undefined) return undefined;
  for (let i = first + 1; i < lines.length; i++) {
    const end = lines[i]!.indexOf(COMMENT_END);
    if (end !== -1) return { lead, lastLine: i, rest: lines[i]!.slice(end + COMMENT_END.length) };
  }
  return { lead, lastLine: lines.length - 1, rest: '', unclosed: 'comment' };
};

const scriptAt: FindEnclosure = (lines, first) => {
  const [, lead, name] = SCRIPT.exec(lines[first]!) ?? [];
  if (lead === undefined) return undefined;
  const end = new RegExp(`</${name}`, 'i');
  for (let i = first + 1; i < lines.length; i++) {
    if (end.test(lines[i]!)) return { lead, lastLine: i, rest: '' };
  }
  return { lead, lastLine: lines.length - 1, rest: '', unclosed: 'script' };
};

/** With its `$$` in lines of their own, it may have blank lines. */
const formulaAt: FindEnclosure = (lines, first) => {
  const lead = FORMULA.exec(lines[first]!)?.[1];
  if (lead === undefined) return undefined;
  const isApart = FORMULA_END.test(lines[first]!);
  const last = Math.min(lines.length, first + LONGEST_FORMULA);
  for (let i = first + 1; i < last; i++) {
    if (!isApart && BLANK.test(lines[i]!)) return undefined;
    if (FORMULA_END.test(lines[i]!)) return { lead, lastLine: i, rest: '' };
  }
  return undefined;
};

/** A block of `import` and `export`, which goes on to the next blank line. */
const moduleAt: FindEnclosure = (lines, first) => {
  if (first > 0 && !BLANK.test(lines[first - 1]!)) return undefined;
  if (!IMPORT.test(lines[first]!) && !EXPORT.test(lines[first]!)) return undefined;
  let lastLine = first;
  while (lastLine + 1 < lines.length && !BLANK.test(lines[lastLine + 1]!)) lastLine++;
  return { lead: '', lastLine, rest: '' };
};
