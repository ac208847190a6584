import { standingOf } from './html-apparatus.ts';
import {
  endsSentence,
  isRegion,
  type Leaf,
  type Part,
  type Region,
  region,
  type Weight,
} from './html-regions.ts';

/** A frame, or a list of links, that has more of the page than this has the wrong name, or is what the page is about. */
const LARGEST_FRAME = 0.5;
/** A part with more of its text in links is a list of links. */
const MOST_LINKED = 0.5;
const LONGEST_LABEL = 60;

/** What stands above other people's words, and above links to other texts. */
const LABELS = [
  '(?:所有|全部|最新|[热熱][门門]|精彩|精[选選]|[网網]友|[读讀]者)*(?:[评評][论論]|留言|跟[帖贴貼]|回[复復]|回[应應])',
  '(?:相[关關]|推[荐薦]|延伸|[热熱][门門])(?:[阅閱][读讀]|新[闻聞]|文章|[链鏈][接結]|[报報][导導道]|稿件|[内內]容)',
  '猜[你您]喜[欢歡]|更多(?:新[闻聞]|文章|精彩)|分享到',
  '(?:comments?|responses?|replies)(?: on .*)?|(?:thoughts?|responses?) (?:on|to) .*|leave a (?:reply|comment)',
  'related(?: (?:articles?|posts?|stories|news|topics|reading))?|you (?:may|might) also like|recommended(?: for you)?',
  'most (?:read|popular|viewed)|more (?:from .*|stories|news|articles)|read next|share this.*|trending|latest news',
];
const AROUND = '[\\s\\p{P}\\p{S}\\d]*';
const LABEL = new RegExp(`^${AROUND}(?:${LABELS.join('|')})${AROUND}$`, 'iu');

/** A page without the parts that are around its text, as their names, their labels and their links tell. */
export function pruned(page: Region): Region {
  return prunedPart(page, page.weight, false);
}

function prunedPart({ element, parts }: Region, page: Weight, isInArticle: boolean): Region {
  const isIn = isInArticle || element.name === 'article';
  const kept = parts.flatMap((part): readonly Part[] => {
    if (!isRegion(part)) return parts.length > 1 && isLink(part) ? [] : [part];
    const inner = isAround(part, page, isIn) ? undefined : prunedPart(part, page, isIn);
    return inner && inner.parts.length > 0 ? [inner] : [];
  });
  return region(element, kept);
}

function isAround(part: Region, page: Weight, isInArticle: boolean): boolean {
  const { element, weight } = part;
  if (weight.hasMain || element.name === 'body' || element.name === 'html') return false;
  const standing = standingOf(element, isInArticle);
  if (standing === 'comments') return true;
  if (standing === 'frame' || (weight.blocks > 1 && isLabelled(part)))
    return weight.prose < page.prose * LARGEST_FRAME;
  return weight.blocks === 1
    ? isLink(firstLeaf(part))
    : isLinkList(weight) && weight.text < page.text * LARGEST_FRAME;
}

/** Whether there is more text in links than outside of them. */
export function isLinkList({ prose, text }: Weight): boolean {
  return prose < text * (1 - MOST_LINKED);
}

/** A heading may be a link to itself, and a sentence may be all link. */
function isLink({ element, weight, block }: Leaf): boolean {
  return element.role !== 'heading' && isLinkList(weight) && !endsSentence(block.text);
}

/** Whether a part begins with a label such as "Comments" or "Related articles", or is one. */
export function isLabelled(part: Part): boolean {
  const { text } = firstLeaf(part).block;
  return text.length <= LONGEST_LABEL && LABEL.test(text);
}

function firstLeaf(part: Part): Leaf {
  let first = part;
  while (isRegion(first)) first = first.parts[0]!;
  return first;
}
