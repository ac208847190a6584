/** What is shown at one time. */
export interface Cue {
  /** In seconds. */
  readonly start: number;
  readonly end: number;
  /** Of its times in the file, from 1. */
  readonly line: number;
  /** As they stand in the file, with tags; none is blank. */
  readonly lines: readonly string[];
}

export interface Cues {
  readonly cues: readonly Cue[];
  /** The numbers, from 1, of lines that should be times but cannot be read. */
  readonly damaged: readonly number[];
}

/** A line with times in a file, damaged or not. */
interface TimeLine {
  readonly index: number;
  readonly times: readonly [start: number, end: number] | undefined;
}

const LINE_BREAK = /\r\n|[\n\r]/;
const BLANK = /^\s*$/;
const WEBVTT = /^\uFEFF?WEBVTT(?:[ \t]|$)/;
const ARROW = '-->';
const TIME = String.raw`\s*(?:(\d{1,4})\s?:\s?)?(\d{1,2})\s?:\s?(\d{1,2})(?:\s?[.,:]\s?(\d{1,3}))?\s*`;
const TIMES = new RegExp(`^${TIME}-->${TIME}(?![\\d:.,])`);
/** A damaged one has little more than times before its arrow, whatever is left of them. */
const LEFT_OF_ARROW = /^\P{L}{0,40}(?:\p{L}\P{L}{0,40}){0,2}$/u;
const LEFT_OF_TIMES = /\d\s?[:：]|^\s*$/;
const NUMBER = /^\s*\d+\s*$/;
const COMMENT = /^(?:NOTE|STYLE|REGION)(?:\s|:|$)/;

/** Whether a line says from when to when a cue is shown, as in SRT and WebVTT. */
export function isTimeLine(line: string): boolean {
  return TIMES.test(line);
}

export function startsWebVtt(source: string): boolean {
  return WEBVTT.test(source.slice(0, 20).split(LINE_BREAK, 1)[0]!);
}

/**
 * The cues of an SRT or WebVTT file in the order of the file. It need not be well formed: numbers and blank lines between
 * cues may be missing, blank lines may stand within cues, times may lack hours or have a full stop for the comma.
 */
export function cuesOf(source: string): Cues {
  const isWebVtt = startsWebVtt(source);
  const lines = source.split(LINE_BREAK);
  const timeLines = lines.flatMap(timeLineAt);
  const cues = timeLines.flatMap(({ index, times }, i) => {
    const next = timeLines[i + 1]?.index ?? lines.length;
    if (times === undefined) return [];
    const [start, end] = times;
    return [
      {
        start,
        end,
        line: index + 1,
        lines: textLines(lines.slice(index + 1, next), next < lines.length, isWebVtt),
      },
    ];
  });
  const damaged = timeLines.filter(({ times }) => times === undefined).map(({ index }) => index + 1);
  return { cues, damaged };
}

function timeLineAt(line: string, index: number): TimeLine[] {
  const arrow = line.indexOf(ARROW);
  if (arrow === -1) return [];
  const parts = TIMES.exec(line);
  if (parts) return [{ index, times: [seconds(parts.slice(1, 5)), seconds(parts.slice(5, 9))] }];
  const isDamaged = LEFT_OF_ARROW.test(line.slice(0, arrow)) && LEFT_OF_TIMES.test(line.replace(ARROW, ''));
  return isDamaged ? [{ index, times: undefined }] : [];
}

function seconds([hours = '0', minutes = '0', whole = '0', fraction = '0']: readonly (
  | string
  | undefined
)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(`${whole}.${fraction}`);
}

/** The lines from one line with times up to the next without the number or name of the next cue, and comments. */
function textLines(lines: readonly string[], isFollowed: boolean, isWebVtt: boolean): string[] {
  const blocks = blocksOf(lines);
  const isNamed = isFollowed && !BLANK.test(lines.at(-1) ?? '');
  const name = isNamed ? blocks.at(-1)?.at(-1) : undefined;
  const isName = name !== undefined && (NUMBER.test(name) || (isWebVtt && blocks.length > 1));
  if (isName) blocks.at(-1)!.pop();
  return blocks.filter((block) => !isWebVtt || !COMMENT.test(block[0] ?? '')).flat();
}

/** The runs of lines that are not blank. */
function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [];
  lines.forEach((line, i) => {
    if (BLANK.test(line)) return;
    if (i === 0 || BLANK.test(lines[i - 1]!)) blocks.push([line]);
    else blocks.at(-1)!.push(line);
  });
  return blocks;
}
