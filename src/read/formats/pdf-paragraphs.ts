/** Which lines go on in the next: told by their place, their size, and the room at the end of the line above. */
import { columns } from '../script.ts';
import { isSameSize, type Layout } from './pdf-layout.ts';
import { endsSentence, firstWordOf, isBulleted, isItem, startsWide } from './pdf-letters.ts';
import type { Frame, Line } from './pdf-lines.ts';

/** In line distances: what stands further off is another paragraph. */
const NEXT_LINE = 1.35;
/** In ems. */
const SET_IN = 0.8;
const SAME_PLACE = 0.3;
const CENTRED = 0.6;
const CENTRED_HEADING = 1;
const ROOM = 0.3;
const EVEN = 0.05;
/** In ems: stretched lines hardly fall short of the edge. */
const MOST_RAGGED = 1.2;
/** How much wider than it seems the next word may be: lines that end no sentence are the last of a paragraph rarely. */
const FINISHED = 1.15;
const UNFINISHED = 1.6;
const STARTS_LOWER_CASE = /^["'“‘(]?\p{Ll}/u;

/** Whether a line begins a paragraph below the open one of the same column. */
export function startsParagraph(line: Line, open: readonly Line[], frame: Frame, layout: Layout): boolean {
  const last = open.at(-1)!;
  const distance = line.baseline - last.baseline;
  if (!isSameSize(line.size, last.size) || distance <= 0) return true;
  if (distance > NEXT_LINE * layout.distanceOf(line.size)) return true;
  if (hasRoom(open, line, frame, layout) || isBulleted(line.text)) return true;
  return (
    !(isCentred(last, frame, layout) && isCentred(line, frame, layout)) &&
    isSetApart(line, open, frame, layout)
  );
}

/** Whether the place of a line's beginning makes it a first line. */
function isSetApart(line: Line, open: readonly Line[], frame: Frame, { em, indent }: Layout): boolean {
  const last = open.at(-1)!;
  const isSecond = open.length === 1;
  const shift = (line.left - last.left) / em;
  const isListed = isItem(open[0]!.text);
  if (isListed && isItem(line.text) && isAt(line.left, open[0]!.left, em)) return true;
  if (shift > SET_IN) return !(isSecond && isListed);
  if (shift < -SET_IN) return !isSecond;
  return isSecond && indent !== undefined && isAt(line.left, frame.left + indent, em) && !isListed;
}

/** Whether a line at the top of a column goes on with the paragraph that the column before it left open. */
export function continuesParagraph(
  line: Line,
  open: readonly Line[],
  frames: readonly [Frame, Frame],
  layout: Layout,
): boolean {
  const last = open.at(-1)!;
  const [before, frame] = frames;
  const { em } = layout;
  if (!isSameSize(line.size, last.size) || !isSameSize(line.size, em) || isBulleted(line.text)) return false;
  const setIn = line.left - frame.left;
  const isListed = isItem(open[0]!.text);
  if (setIn > SET_IN * em && !(isListed && !isItem(line.text))) return false;
  const isFinished = endsSentence(last.text);
  if (hasRoom(open, line, before, layout)) return !isFinished && STARTS_LOWER_CASE.test(line.text);
  return !isFinished || (layout.indent !== undefined && !isListed);
}

/** Whether the first word of a line had room at the end of the line above: then that was the last of its paragraph. */
function hasRoom(open: readonly Line[], line: Line, frame: Frame, layout: Layout): boolean {
  const { em } = layout;
  const last = open.at(-1)!;
  const before = open.at(-2);
  if (before && isAt(before.right, last.right, em)) return false;
  const isBlock = isAt(last.left, line.left, em) && Math.abs(last.right - line.right) < EVEN * em;
  if (frame.isJustified && isBlock) return false;
  const isMiddle = isCentred(last, frame, layout);
  const room = frame.right - last.right;
  if (!isMiddle && isStretched(last, line, frame, layout)) return room > MOST_RAGGED * em;
  const free = isMiddle ? room + last.left - frame.left : room;
  const word = (columns(firstWordOf(line.text)) * (line.right - line.left)) / columns(line.text);
  return free > word * (endsSentence(last.text) ? FINISHED : UNFINISHED) + ROOM * em;
}

/** Whether a line would end at the edge if it were not the last; Han characters cannot always be stretched so far. */
function isStretched(last: Line, line: Line, frame: Frame, { em, indent = 0 }: Layout): boolean {
  const isWhole = last.left - frame.left < Math.max(SET_IN * em, indent + SAME_PLACE * em);
  return frame.isJustified && isWhole && !startsWide(line.text) && isSameSize(last.size, em);
}

/** Whether a line stands in the middle, and not there by chance because it is set in. */
function isCentred(line: Line, frame: Frame, { em, indent }: Layout): boolean {
  const before = line.left - frame.left;
  const isText = isSameSize(line.size, em);
  if (isItem(line.text) || (isText && indent !== undefined && isAt(before, indent, em))) return false;
  return Math.abs(before - (frame.right - line.right)) < (isText ? CENTRED : CENTRED_HEADING) * line.size;
}

function isAt(place: number, other: number, em: number): boolean {
  return Math.abs(place - other) < SAME_PLACE * em;
}
