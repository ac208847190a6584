import { isBlank } from '../blank.ts';
import type { Cue } from './subtitle-cues.ts';

/** A line of a cue as it is seen. */
export interface Line {
  readonly text: string;
  /** Who speaks, as far as a tag says so, else empty. */
  readonly voice: string;
}

/** A cue without tags; none of its lines is blank. */
export interface Shown {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly Line[];
}

/** In seconds. Where captions roll, one begins when the last ends; else there are two frames between them. */
const TOUCHING = 0.05;
/** Captions that roll show no more lines. */
const MOST_ROLLING = 4;

/** `{\an8}` of ASS, `{y:i}` of MicroDVD. */
const OVERRIDE = /\{(?:\\[^{}]*|[A-Za-z]:[^{}]*)\}/g;
/** How characters are read, above them. */
const READING = /<rt[^<>]*>[^<]*(?:<\/rt>)?/gi;
const VOICE = /^<v(?:\.[^\s<>]*)?[ \t]+([^<>]*)>/i;
const BEFORE_VOICE = /(?=<v[.\s])/i;
/** `<i>`, `<c.loud>`, `<font color="#fff">`, `</v>`, `<00:01:02.500>`. */
const TAG = /<(?:\/?[a-z][^<>]*|\/|[\d:.]+)>/gi;
const BREAK = /<br\s?\/?>|\\N|\n/i;
const HARD_SPACE = /\\h/g;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi;
/** The last two give the direction of writing. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...[['amp', '&'] as const, ['lt', '<'] as const, ['gt', '>'] as const, ['quot', '"'] as const],
  ...[['apos', "'"] as const, ['nbsp', '\u00a0'] as const, ['lrm', ''] as const, ['rlm', ''] as const],
]);
const GREATEST_CODE_POINT = 0x10ffff;

/** The cues without tags, without those that are empty, and without the lines that are there still from the cue before. */
export function shownCues(cues: readonly Cue[]): Shown[] {
  const all = cues.map(({ start, end, lines }) => ({ start, end, lines: shownLines(lines) }));
  return all.map((cue, i) => withoutRepeats(cue, all[i - 1])).filter(({ lines }) => lines.length > 0);
}

function shownLines(lines: readonly string[]): Line[] {
  let voice = '';
  return lines
    .join('\n')
    .split(BEFORE_VOICE)
    .flatMap((part) => {
      voice = VOICE.exec(part)?.[1]?.trim() ?? voice;
      return part.split(BREAK).map((source) => ({ text: shownText(source), voice }));
    })
    .filter(({ text }) => !isBlank(text));
}

function shownText(source: string): string {
  const bare = source.replace(OVERRIDE, '').replace(READING, '').replace(TAG, '').replace(HARD_SPACE, ' ');
  return bare.replace(ENTITY, decoded).trim();
}

function decoded(entity: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return ENTITIES.get(name.toLowerCase()) ?? entity;
  const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
  return code <= GREATEST_CODE_POINT ? String.fromCodePoint(code) : entity;
}

/** The cue without the lines at its beginning with which a cue ends that it follows at once. */
function withoutRepeats(cue: Shown, last: Shown | undefined): Shown {
  if (last === undefined || cue.start > last.end + TOUCHING) return cue;
  for (let count = Math.min(MOST_ROLLING, last.lines.length, cue.lines.length); count > 0; count--) {
    const repeated = last.lines.slice(-count);
    if (repeated.every(({ text }, i) => text === cue.lines[i]!.text))
      return { ...cue, lines: cue.lines.slice(count) };
  }
  return cue;
}
