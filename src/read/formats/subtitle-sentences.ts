import { type Piece, unwrapped } from '../contents.ts';
import type { Turn } from './subtitle-turns.ts';

/** In seconds: who says nothing for so long has ended, whatever the marks. Pauses for breath and effect are shorter. */
const LONGEST_PAUSE = 3;
/** Chinese subtitles mostly have no full stops: when fewer of the cues that could have one do, each is a sentence. */
const LEAST_STOPS = 1 / 5;

const CLOSING = String.raw`["'”’」』”’）)\]】》\s]*$`;
const ENDS = new RegExp(`[.!?…。．！？]${CLOSING}`);
const ENDS_WITHOUT_STOP = new RegExp(`(?:[!?…！？]|\\.\\.)${CLOSING}`);
const TITLE = /\b(?:Mr|Mrs|Ms|Dr|St|Prof)\.$/;
const STARTS_LOWER_CASE = /^[^\p{L}\p{N}]*\p{Ll}/u;

/** A piece in the making. */
interface Open {
  readonly at: number;
  readonly parts: string[];
  last: Turn;
}

interface Placed {
  readonly at: number;
  readonly piece: Piece;
}

/**
 * The sentences that are said in the turns, of which a sentence may take several: up to an end mark, another speaker,
 * or a long pause. In a bilingual file each language has sentences of its own. Sounds stand apart.
 */
export function sentencesOf(turns: readonly Turn[]): Piece[] {
  const placed = turns.map((turn, at) => ({ turn, at }));
  const languages = new Set(turns.map(({ language }) => language));
  return Array.from(languages)
    .flatMap((language) => sentencesIn(placed.filter(({ turn }) => turn.language === language)))
    .sort((a, b) => a.at - b.at)
    .map(({ piece }) => piece);
}

function sentencesIn(turns: readonly { readonly turn: Turn; readonly at: number }[]): Placed[] {
  const speech = turns.filter(({ turn }) => !turn.isSound);
  const sounds = turns.filter(({ turn }) => turn.isSound);
  const isPunctuated = hasStops(speech.map(({ turn }) => turn));
  const sentences: Open[] = [];
  for (const { turn, at } of speech) {
    const last = sentences.at(-1);
    if (last === undefined || !isPunctuated || isEnd(last.last, turn))
      sentences.push({ at, parts: [turn.text], last: turn });
    else {
      last.parts.push(turn.text);
      last.last = turn;
    }
  }
  return [
    ...sentences.map(({ at, parts }) => ({ at, piece: pieceFor(parts.join('\n')) })),
    ...sounds.map(({ at, turn }) => ({ at, piece: { ...pieceFor(turn.text), isNoise: true } })),
  ];
}

function pieceFor(text: string): Piece {
  return { text: unwrapped(text), role: 'paragraph' };
}

function hasStops(turns: readonly Turn[]): boolean {
  const candidates = turns.filter(({ text }) => !ENDS_WITHOUT_STOP.test(text));
  const stops = candidates.filter(({ text }) => ENDS.test(text));
  return stops.length >= candidates.length * LEAST_STOPS;
}

/** Whether a sentence ends between two turns that follow one another. */
function isEnd(turn: Turn, next: Turn): boolean {
  if (next.isNew || next.voice !== turn.voice) return true;
  if (next.start - turn.end > LONGEST_PAUSE || turn.start - next.start > LONGEST_PAUSE) return true;
  return ENDS.test(turn.text) && !TITLE.test(turn.text) && !STARTS_LOWER_CASE.test(next.text);
}
