const FENCE = /^\uFEFF?(---|\+\+\+)[ \t]*$/;
const YAML_END = '...';
/** Without a key in its first lines, it is a text between two rules. */
const KEY = /^[^\s:=]+[ \t]*[:=]/;
const COMMENT = /^[ \t]*#/;
const MOST_COMMENTS = 10;

const TITLE = /^title[ \t]*[:=][ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^"'>|].*))/;
const ESCAPED = /\\(.)/g;

/** The lines of YAML or TOML at the beginning of a document, with those around them; none if it has no front matter. */
export function frontMatterOf(lines: readonly string[]): readonly string[] {
  const fence = FENCE.exec(lines[0] ?? '')?.[1];
  const first = lines.slice(1, MOST_COMMENTS).find((line) => !COMMENT.test(line));
  if (fence === undefined || !KEY.test(first ?? '')) return [];
  const end = lines.findIndex((line, i) => i > 0 && [fence, YAML_END].includes(line.trimEnd()));
  return end === -1 ? [] : lines.slice(0, end + 1);
}

/** The title that front matter gives, empty if there is none. */
export function titleIn(frontMatter: readonly string[]): string {
  const line = frontMatter.find((candidate) => TITLE.test(candidate)) ?? '';
  const [, doubleQuoted, singleQuoted, plain = ''] = TITLE.exec(line) ?? [];
  return doubleQuoted?.replace(ESCAPED, '$1') ?? singleQuoted ?? plain;
}
