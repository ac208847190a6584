import type { Role } from '../../model.ts';
import { BLOCK, impliedEnd, LEFT_OUT, SCOPE, TABLE_PART } from './html-names.ts';
import { namesOf, ownRole } from './html-role.ts';
import type { Attributes } from './html-tags.ts';

/** An element of a page, known by what it stands in. */
export interface Element {
  readonly name: string;
  readonly attributes: Attributes;
  /** Absent for the root, which stands for the page. */
  readonly parent: Element | undefined;
  /** How many elements it stands in. */
  readonly depth: number;
  /** It begins on a new line. */
  readonly isBlock: boolean;
  /** The innermost element that begins on a new line: itself, or one that it stands in. */
  readonly block: Element;
  /** The link that it is or stands in. */
  readonly link: Element | undefined;
  /** Its text is not read, for its own sake or that of one it stands in. */
  readonly isLeftOut: boolean;
  readonly isCode: boolean;
  readonly role: Role;
}

/**
 * How many elements up the search for an end goes. Well-formed pages need two or three; without a limit a page of
 * stray end tags would take quadratic time.
 */
const REACH = 32;
const DISPLAY_BLOCK = /display\s*:\s*(?:block|flex|grid|table)/i;
const DISPLAY_NONE = /display\s*:\s*none/i;
/** For those who cannot see, or for those who edit. */
const UNSEEN =
  /(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|mw-editsection|noprint|footnote-ref|footnote-back)(?=\s|$)/;
const NOTE_MARK = /\bnoteref\b|\bdoc-(?:noteref|backlink)\b/;
/** A tab that is not shown at the moment is no less text than the one that is. */
const TAB = /(?:^|[\s_-])(?:tab|pane|tabpanel|lang|language|zh|cn|chs|chinese|en|eng|english)(?![a-z])/i;

/** Pages are saved while they have not been shown yet, or while a question lies over them. */
const PAGE: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article']);
const PAGE_ID = /^(?:root|app|__next|page|wrapper|container|main|content)$/i;

/** A page before its first tag. */
export function rootElement(): Element {
  const root: Element = {
    ...{ name: '', attributes: new Map(), parent: undefined, depth: 0, link: undefined },
    ...{ isBlock: true, isLeftOut: false, isCode: false, role: 'paragraph' },
    get block() {
      return root;
    },
  };
  return root;
}

export function childOf(parent: Element, name: string, attributes: Attributes): Element {
  const isPlain = attributes.size === 0;
  const element = {
    name,
    attributes,
    parent,
    depth: parent.depth + 1,
    isBlock: BLOCK.has(name) || (!isPlain && DISPLAY_BLOCK.test(attributes.get('style') ?? '')),
    block: parent.block,
    link: parent.link,
    isLeftOut:
      parent.isLeftOut || isNoText(parent, name, attributes) || (!isPlain && isUnseen(name, attributes)),
    isCode: parent.isCode || name === 'code',
    role: ownRole(name, attributes) ?? parent.role,
  };
  if (element.isBlock) element.block = element;
  if (name === 'a' && isLink(attributes)) element.link = element;
  return element;
}

/** Headings that unfold a text are buttons, and a `<template>` may be what an element shows. */
function isNoText(parent: Element, name: string, attributes: Attributes): boolean {
  if (!LEFT_OUT.has(name)) return false;
  return !(name === 'button' && parent.role === 'heading') && !attributes.has('shadowrootmode');
}

/** What has neither an address nor a name is run by a script. */
function isLink(attributes: Attributes): boolean {
  return attributes.has('href') || !(attributes.has('name') || attributes.has('id'));
}

/** It is hidden, or the mark of a footnote. */
function isUnseen(name: string, attributes: Attributes): boolean {
  if (NOTE_MARK.test(`${attributes.get('epub:type') ?? ''} ${attributes.get('role') ?? ''}`)) return true;
  if (PAGE.has(name) || PAGE_ID.test(attributes.get('id') ?? '')) return false;
  if (UNSEEN.test(attributes.get('class') ?? '')) return true;
  const isHidden =
    (attributes.has('hidden') && attributes.get('hidden') !== 'until-found') ||
    (attributes.get('aria-hidden') === 'true' && name !== 'figcaption') ||
    DISPLAY_NONE.test(attributes.get('style') ?? '');
  return isHidden && !attributes.has('lang') && !TAB.test(namesOf(attributes));
}

/** The element that the end tag of this name ends: the innermost of that name within the cell. */
export function endedByTag(current: Element, name: string): Element | undefined {
  let element: Element | undefined = current;
  for (let steps = 0; element && steps < REACH; steps++) {
    if (element.name === name) return element;
    if (name !== 'table' && (TABLE_PART.has(name) ? element.name === 'table' : SCOPE.has(element.name)))
      return undefined;
    element = element.parent;
  }
  return undefined;
}

/** The outermost element that must end before one of this name begins, because its own end tag is missing. */
export function endedByStart(current: Element, name: string): Element | undefined {
  const end = impliedEnd(name);
  let ended: Element | undefined;
  let element: Element | undefined = end && current;
  for (let steps = 0; element && steps < REACH; steps++) {
    if (end?.ended.has(element.name)) ended = element;
    else if (end?.stops.has(element.name)) break;
    element = element.parent;
  }
  return ended;
}
