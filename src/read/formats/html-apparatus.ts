import type { Element } from './html-element.ts';
import { namesOf } from './html-role.ts';

/**
 * What a part of a page is by its element, its role and the words of its classes and id: `comments` are other people's
 * words, however long; a `frame` goes around the text (menus, links to other texts), but some pages call by such a word
 * what holds the text; `credits` say who wrote it and when.
 */
export type Standing = 'comments' | 'frame' | 'credits' | undefined;

const words = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/** Those with a hyphen are whole names; the others may be one word of a name, as in `post-comments`. */
const COMMENTS = words(
  'comment comments commentlist commt disqus respond reply replies discussion pinglun liuyan huifu',
);
const FRAME = words(
  'nav navbar navigation menu menubar sidebar aside foot footer masthead banner topbar toolbar popup modal search',
  'share sharing sharedaddy bdsharebuttonbox social related recommend recommended recommendations tuijian xiangguan',
  'breadcrumb breadcrumbs breadcrumbnav crumbs cookie cookies gdpr newsletter subscribe subscription signup',
  'ad ads advert adverts advertisement advertising adsense sponsor sponsored promo promos guanggao',
  'pagination pager toc toctitle navbox catlinks printfooter reflist references infobox hatnote taglist',
  'more-stories most-viewed most-read most-popular popular trending table-of-contents pg-boilerplate',
  'site-header page-header global-header main-header widget-area',
);
/** Words that are a frame's only when they are all of its name: `section-header` and `text-widget` are not. */
const FRAME_NAME = words('header widget');
const FRAME_ROLE = words(
  'navigation banner contentinfo complementary search menu menubar alert alertdialog form',
);
const FRAME_ELEMENT = words('nav aside form search menu header footer');
const CREDITS = words('byline author authors dateline postdate pubdate meta postmeta vcard copyright');
/** `has-sidebar`, `content-sidebar-wrap`: it is something else that has the sidebar. */
const NOT_ITSELF = words('has no with without content');
/** WordPress names a post after what it is about. */
const SUBJECT = /^(?:category|tag|cat|post_tag|topic|term)-/;
const BETWEEN_WORDS = /[-_]+|(?<=[a-z])(?=[A-Z])/;

/** `isInArticle`: there a header and a footer are those of the text, not of the page. */
export function standingOf({ name, attributes }: Element, isInArticle: boolean): Standing {
  if (attributes.size === 0 && !FRAME_ELEMENT.has(name) && name !== 'address') return undefined;
  const names = namesOf(attributes).split(/\s+/);
  const isAmong = (known: ReadonlySet<string>) => names.some((one) => saysOf(one, known));
  if (isAmong(COMMENTS) && !(name === 'article' && !names[0]?.startsWith('comment'))) return 'comments';
  if (isInArticle && name === 'header') return undefined;
  if (name === 'address' || (isInArticle && name === 'footer') || isAmong(CREDITS)) return 'credits';
  if (name === 'article') return undefined;
  const isFrame =
    FRAME_ELEMENT.has(name) ||
    FRAME_ROLE.has(attributes.get('role') ?? '') ||
    names.some((one) => FRAME_NAME.has(one)) ||
    isAmong(FRAME);
  return isFrame ? 'frame' : undefined;
}

function saysOf(name: string, known: ReadonlySet<string>): boolean {
  if (SUBJECT.test(name)) return false;
  if (known.has(name.toLowerCase())) return true;
  const parts = name.split(BETWEEN_WORDS).map((part) => part.toLowerCase());
  const found = parts.findIndex((part) => known.has(part));
  return found !== -1 && !parts.slice(0, found).some((part) => NOT_ITSELF.has(part));
}
