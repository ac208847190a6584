/** A string, a mark, or anything else that stands between marks. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s"{}[\]:,]+/gs;

/**
 * The text of a member's value as it stands in a JSON object, which may be a number with more digits than JavaScript
 * keeps; of several members of that name the last, as JSON.parse takes it; undefined when there is none.
 *
 * @param text an object that JSON.parse reads
 */
export function sourceOfMember(text: string, name: string): string | undefined {
  let depth = 0;
  let isKey = false;
  let start = -1;
  let found: string | undefined;
  let key: string | undefined;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const isEnd = depth === 1 && (token === ',' || token === '}');
    if (isEnd && start >= 0) {
      found = text.slice(start, index).trim();
      start = -1;
    }
    if (depth === 1 && token === ':' && key !== undefined) {
      if (JSON.parse(key) === name) start = index + 1;
      key = undefined;
    } else if (isKey) key = token.startsWith('"') ? token : undefined;
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
    isKey = depth === 1 && (token === '{' || token === ',');
  }
  return found;
}
