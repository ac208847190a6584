import type { Role } from '../../model.ts';
import type { Attributes } from './html-tags.ts';

const BY_NAME: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hgroup', 'legend', 'summary'].map(
    (name) => [name, 'heading'] as const,
  ),
  ...['li', 'dt', 'dd'].map((name) => [name, 'item'] as const),
  ...['td', 'th'].map((name) => [name, 'cell'] as const),
  ...['figcaption', 'caption'].map((name) => [name, 'caption'] as const),
]);
/** Classes of paragraphs, mostly of e-books and of newspapers, that use no h1 and no figcaption. */
const HEADING =
  /(?:^|\s)(?:heading|headline|(?:(?:entry|post|article|news|page|book|part|chapter|section|main|sub)[-_]?)?title)(?=\s|$)/i;
const CAPTION =
  /(?:^|\s)(?:wp-caption-text|(?:(?:image|img|photo|picture|figure|media)[-_]?)?caption)(?=\s|$)/i;
/** Of e-books, of pandoc, and of converters from Word. */
const NOTE = /(?:^|\s)(?:doc-)?(?:footnotes?|endnotes?|rearnotes?|(?:foot|end)note-\d+)(?=\s|$)/i;

/** What an element makes of the text in it; nothing, when that depends on the elements around it. */
export function ownRole(name: string, attributes: Attributes): Role | undefined {
  if (attributes.size === 0) return BY_NAME.get(name);
  const names = namesOf(attributes);
  if (NOTE.test(names)) return 'note';
  return BY_NAME.get(name) ?? (HEADING.test(names) ? 'heading' : CAPTION.test(names) ? 'caption' : undefined);
}

/** What the author calls an element: its classes, its id and its roles. */
export function namesOf(attributes: Attributes): string {
  const names = ['class', 'id', 'role', 'epub:type', 'itemprop'].map((name) => attributes.get(name));
  return names.filter((name) => name !== undefined).join(' ');
}
