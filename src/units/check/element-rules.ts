/** The rules that hold for every element, whatever it is: its attributes, and the order of what stands in it. */
import { isTmxDate } from './dates.ts';
import { DATES, hasAttribute, isElement, requiredAttributes, SEGTYPES } from './dtd.ts';
import { quoted, type Tell } from './rules.ts';
import type { Element } from './tree.ts';

/** These have rules of their own. */
const OWN_RULES: ReadonlySet<string> = new Set(['srclang', 'xml:lang']);

/** Tells what is wrong with the element and those in it, but for their texts. */
export function checkElement(element: Element, tell: Tell): void {
  if (!isElement(element.name)) return;
  checkAttributes(element, tell);
  checkOrder(element, tell);
  for (const child of element.children) if (child.kind === 'element') checkElement(child, tell);
}

function checkAttributes(element: Element, tell: Tell): void {
  const { name, attributes } = element;
  for (const required of requiredAttributes(name)) {
    if (attributes.has(required) || OWN_RULES.has(required)) continue;
    tell('missing-attribute', element, `<${name}> lacks the attribute ${required}.`);
  }
  for (const [attribute, value] of attributes) {
    if (!hasAttribute(name, attribute)) {
      tell('schema', element, `<${name}> may have no attribute ${quoted(attribute)}.`);
    } else if (attribute === 'segtype' && !SEGTYPES.has(value)) {
      const known = [...SEGTYPES].join(', ');
      tell('segtype', element, `${quoted(value)} is no segtype: TMX knows ${known}.`);
    } else if (DATES.has(attribute) && !isTmxDate(value)) {
      tell('date', element, `${quoted(value)} is no date as TMX has it, such as 20240305T060708Z.`);
    } else if (attribute === 'pos' && value !== 'begin' && value !== 'end') {
      tell('schema', element, `${quoted(value)} is no value of pos: TMX knows begin and end.`);
    }
  }
}

/** What must stand behind the notes and properties of an element. */
const LAST: Readonly<Record<string, string>> = { tu: 'tuv', tuv: 'seg' };

function checkOrder(element: Element, tell: Tell): void {
  const last = LAST[element.name];
  if (element.name === 'ude' && !element.children.some((child) => child.kind === 'element')) {
    tell('schema', element, 'This <ude> holds no <map>.');
  }
  if (last === undefined) return;
  let isLast = false;
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    if (child.name === last) isLast = true;
    else if (isLast && (child.name === 'prop' || child.name === 'note')) {
      tell('order', child, `This <${child.name}> belongs before the <${last}>.`);
    }
  }
}
