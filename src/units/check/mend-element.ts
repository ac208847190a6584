/** Elements of a TMX written anew, so that they keep to the document type and lose nothing that it has room for. */
import { isOmegatProperty } from '../formats/properties.ts';
import { escapeAttribute, escapeText } from '../formats/xml-text.ts';
import type { Property } from '../unit.ts';
import { mendedDate } from './dates.ts';
import { DATES, hasAttribute, isElement, requiredAttributes, SEGTYPES } from './dtd.ts';
import type { Place } from './rules.ts';
import { type Element, type Node, textIn } from './tree.ts';

/** What a mended file may lack: one of it, several of it. */
export const LOSSES = {
  unit: ['unit without texts in two languages', 'units without texts in two languages'],
  cut: ['unit that the end of the file cuts off', 'units that the end of the file cuts off'],
  pair: ['unit in one pair of locales too many', 'units in more pairs of locales than are told apart'],
  language: ['text in no known language', 'texts in no known language'],
  text: ['text outside of every unit', 'texts outside of every unit'],
  header: ['second header', 'further headers'],
  characters: ['place with characters that no file may hold', 'places with characters that no file may hold'],
  date: ['date that is none', 'dates that are none'],
  attribute: ['attribute that TMX does not know', 'attributes that TMX does not know'],
} as const;

export type LossName = keyof typeof LOSSES;

/** Takes what cannot be written. */
export type Lose = (loss: LossName, place: Place) => void;

export interface Mending {
  readonly lose: Lose;
  /** Properties of the names that OmegaT uses stay what they are. */
  readonly isOfOmegat: boolean;
}

/** `<prop>` and `<note>` are the places for what the document type has no other place for. */
const TAKES_PROPERTIES: ReadonlySet<string> = new Set(['header', 'tu', 'tuv']);

/** The attributes that the element may have, with their values mended, and the others as properties. */
export function mendedAttributes(
  element: Element,
  { lose }: Mending,
): { attributes: Map<string, string>; properties: Property[] } {
  const attributes = new Map<string, string>();
  const properties: Property[] = [];
  for (const [name, value] of element.attributes) {
    if (!hasAttribute(element.name, name)) {
      const isDeclaration = /^xmlns(?::|$)/.test(name);
      if (TAKES_PROPERTIES.has(element.name) && !isDeclaration) properties.push([`x-${name}`, value]);
      else if (!isDeclaration) lose('attribute', element);
    } else if (DATES.has(name)) {
      const date = mendedDate(value);
      if (date === undefined) lose('date', element);
      else attributes.set(name, date);
    } else if (name !== 'segtype' || SEGTYPES.has(value)) attributes.set(name, value);
  }
  return { attributes, properties };
}

export function attributesText(attributes: Iterable<readonly [string, string]>): string {
  return Array.from(attributes, ([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
}

/**
 * What stands in the element before its units or texts, each on a line: notes, properties, and as such what has no place
 * of its own, but for the elements in `elsewhere`.
 */
export function leadingOf(
  element: Element,
  properties: readonly Property[],
  elsewhere: readonly Element[],
  mending: Mending,
): string[] {
  const nodes = element.children.flatMap((node): string[] => {
    if (node.kind === 'aside') return [node.raw];
    if (node.kind === 'text') {
      const text = node.text.trim();
      return text === '' ? [] : [`<note>${escapeText(text)}</note>`];
    }
    if (elsewhere.includes(node)) return [];
    if (node.name === 'note' || node.name === 'prop') return [leadingElement(node, mending)];
    return [propertyText([`x-${node.name}`, textIn(node).trim()])];
  });
  return [...nodes, ...properties.map(propertyText)];
}

function leadingElement(element: Element, mending: Mending): string {
  const { attributes } = mendedAttributes(element, mending);
  if (element.name === 'prop') {
    const type = attributes.get('type') ?? 'x-unnamed';
    attributes.set('type', isOmegatProperty(type) && !mending.isOfOmegat ? `x-${type}` : type);
  }
  return `<${element.name}${attributesText(attributes)}>${contentOf(element.children, mending)}</${element.name}>`;
}

const propertyText = ([type, value]: Property) =>
  `<prop type="${escapeAttribute(type)}">${escapeText(value)}</prop>`;

/** The content of a segment, a code, a property or a note. */
export function contentOf(nodes: readonly Node[], mending: Mending): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return escapeText(node.text);
      return node.kind === 'aside' ? node.raw : codeText(node, mending);
    })
    .join('');
}

/** A code that lacks what it must have becomes a placeholder, which must have nothing. */
function codeText(code: Element, mending: Mending): string {
  const { attributes } = mendedAttributes(code, mending);
  const pos = attributes.get('pos');
  const isWhole =
    requiredAttributes(code.name).every((name) => attributes.has(name)) &&
    (pos === undefined || pos === 'begin' || pos === 'end');
  const name = isWhole ? code.name : 'ph';
  const kept = [...attributes].filter(([attribute]) => hasAttribute(name, attribute));
  const content = contentOf(code.children, mending);
  const start = `<${name}${attributesText(kept)}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** The nodes of a segment without the space at its ends. */
export function withoutSpaceAtEnds(nodes: readonly Node[]): Node[] {
  const trimmed = [...nodes];
  const trimAt = (find: 'find' | 'findLast', trim: 'trimStart' | 'trimEnd') => {
    for (;;) {
      const end = trimmed[find](({ kind }) => kind !== 'aside');
      if (end?.kind !== 'text') return;
      const text = end.text[trim]();
      const at = trimmed.indexOf(end);
      if (text !== '') {
        trimmed[at] = { ...end, text };
        return;
      }
      trimmed.splice(at, 1);
    }
  };
  trimAt('find', 'trimStart');
  trimAt('findLast', 'trimEnd');
  return trimmed;
}

/** A `<ude>` of the header, or nothing where it lacks what it must have. */
export function encodingText(ude: Element, mending: Mending): string | undefined {
  const { attributes } = mendedAttributes(ude, mending);
  const maps = ude.children.filter(
    (node): node is Element => node.kind === 'element' && isElement(node.name),
  );
  const written = maps.flatMap((map) => {
    const { attributes: ofMap } = mendedAttributes(map, mending);
    return ofMap.has('unicode') ? [`<map${attributesText(ofMap)}/>`] : [];
  });
  if (!attributes.has('name') || written.length === 0) return undefined;
  return `<ude${attributesText(attributes)}>${written.join('')}</ude>`;
}
