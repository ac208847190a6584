import { DuiqiError } from '../../errors.ts';
import type { Contents } from '../contents.ts';
import { type Cues, cuesOf, isTimeLine, startsWebVtt } from './subtitle-cues.ts';
import { sentencesOf } from './subtitle-sentences.ts';
import { shownCues } from './subtitle-text.ts';
import { turnsOf } from './subtitle-turns.ts';

/** In UTF-16 units: a film has a fortieth of it. */
const LONGEST_SUBTITLES = 4 * (1 << 20);
/** In UTF-16 units: ten pages. */
const LONGEST_CUE = 20_000;
/** In UTF-16 units, and lines: where the first cue must begin. */
const BEGINNING = 4096;
const FIRST_LINES = 4;

/**
 * What is said in an SRT or WebVTT file, one piece a sentence, in the order of the file. Descriptions of sounds are
 * noise. In a bilingual file every Chinese sentence is followed by the English one. `file` names the place of an error.
 *
 * @throws DuiqiError `damaged` (no cue can be read, or one is far too long), `empty` (no cue has words), or `too-large`
 */
export async function readSubtitles(source: string, file: string): Promise<Contents> {
  if (source.length > LONGEST_SUBTITLES) {
    const reason = 'This subtitle file is too large: it has more than four million characters.';
    throw new DuiqiError('too-large', reason, { file }, 'Cut it into several files.');
  }
  const found = cuesOf(source);
  if (found.cues.length === 0) throw noCues(found, file);
  checkLengths(found, file);
  const pieces = sentencesOf(turnsOf(shownCues(found.cues)));
  if (pieces.length === 0) {
    throw new DuiqiError(
      'empty',
      'No cue of this subtitle file has words.',
      { file },
      'Check that it is whole.',
    );
  }
  return { pieces, notices: skippedNotice(found) };
}

/** Whether a text is WebVTT by its first line, or has a cue of SRT or WebVTT at its beginning. */
export function looksLikeSubtitles(source: string): boolean {
  if (startsWebVtt(source)) return true;
  const lines = source
    .slice(0, BEGINNING)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r]/);
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, FIRST_LINES)
    .some(isTimeLine);
}

function noCues({ damaged: [line] }: Cues, file: string): DuiqiError {
  const reason =
    line === undefined
      ? 'There is no cue in this subtitle file.'
      : 'No time in this subtitle file can be read.';
  const advice = 'Write a line with times before each cue, such as 00:01:02,500 --> 00:01:04,000.';
  return new DuiqiError('damaged', reason, { file, line }, advice);
}

function checkLengths({ cues }: Cues, file: string): void {
  const long = cues.find(({ lines }) => lines.reduce((sum, line) => sum + line.length, 0) > LONGEST_CUE);
  if (long === undefined) return;
  const reason = 'The text below these times is too long to be shown at once.';
  const advice = 'Check that all the times that follow are of the kind 00:01:02,500 --> 00:01:04,000.';
  throw new DuiqiError('damaged', reason, { file, line: long.line }, advice);
}

function skippedNotice({ damaged }: Cues): string[] {
  const [first] = damaged;
  if (first === undefined) return [];
  if (damaged.length === 1) return [`One cue was left out: its time in line ${first} cannot be read.`];
  return [
    `${damaged.length} cues were left out: their times cannot be read, the first of them in line ${first}.`,
  ];
}
