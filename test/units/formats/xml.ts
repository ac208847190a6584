/** A small strict reader of the XML that the tests look at: elements, attributes, text, no CDATA. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  /** The text directly inside it, entities resolved. */
  text: string;
}

const TOKEN =
  /<\?xml version="1\.0" encoding="UTF-8"\?>|<!DOCTYPE [^<>[\]]*>|<\/([\w-]+)>|<([\w-]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/uy;
const LEGAL = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The root element of a well-formed document; throws on anything else. */
export function parseXml(xml: string): Element {
  if (!LEGAL.test(xml)) throw new Error('there is a character that XML forbids');
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(xml);
    if (!token) throw new Error(`no XML at ${at}: ${JSON.stringify(xml.slice(at, at + 40))}`);
    const [, closed, opened, attributes = '', empty, text] = token;
    if (closed && open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`);
    if (text) open.at(-1)!.text += resolve(text);
    if (!opened) continue;
    const element = { name: opened, attributes: parseAttributes(attributes), children: [], text: '' };
    open.at(-1)!.children.push(element);
    if (!empty) open.push(element);
  }
  if (open.length !== 1 || top.children.length !== 1 || top.text.trim() !== '')
    throw new Error('not one root');
  return top.children[0]!;
}

/** All elements of a name inside another, in order. */
export function elements(inside: Element, name: string): Element[] {
  return inside.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elements(child, name),
  ]);
}

function parseAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([\w:-]+)="([^"<]*)"/g)].map((m) => [m[1]!, resolve(m[2]!)] as const);
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error('an attribute twice');
  return Object.fromEntries(pairs);
}

function resolve(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> in a text');
  return text.replace(/&(#?\w*;?)/g, (_, name: string) => {
    const number = /^#(\d+);$/.exec(name)?.[1];
    const named = name.endsWith(';') ? ENTITIES[name.slice(0, -1)] : undefined;
    const character = number === undefined ? named : String.fromCodePoint(Number(number));
    if (character === undefined) throw new Error(`a bare & before ${name}`);
    return character;
  });
}
