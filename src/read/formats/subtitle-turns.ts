import type { Language } from '../../model.ts';
import { isBlank } from '../blank.ts';
import { prevailingLanguage, scriptWeight } from '../script.ts';
import type { Line, Shown } from './subtitle-text.ts';

/** What one speaker says in one cue, in one language. */
export interface Turn {
  readonly text: string;
  /** In seconds, of its cue. */
  readonly start: number;
  readonly end: number;
  readonly voice: string;
  /** A mark before it says that another begins to speak. */
  readonly isNew: boolean;
  /** It is no speech but a sound: `[door slams]`. */
  readonly isSound: boolean;
  /** `undefined` where each cue is in one language. */
  readonly language: Language | undefined;
}

/** With so many of its cues in two languages, a file is bilingual; else there are foreign words in it. */
const BILINGUAL_SHARE = 0.3;
/** In seconds: by how much two cues that are shown together may differ. */
const TOGETHER = 0.1;
/** In UTF-16 units. */
const LONGEST_SOUND = 300;

const MUSIC = /[♩♪♫♬🎵🎶]+/gu;
const SINGING = '♪';
/** A hyphen or half dash, not of a number, and not the long dash behind which a speech goes on; `>>` in live captions. */
const SPEAKER = /^(?:[-‐–－](?![-‐–－\d])|>>>?|＞＞)\s*/u;
const SPEAKER_WITHIN = /\s[-‐–－]\s?(?=[^\s\d-])/u;
const SOUND = /^(?:\s?[[(（【［〔][^\])）】］〕]*[\])）】］〕])+$/;

/** What is said in the cues, in their order; in a bilingual file the Chinese of a cue stands before the English. */
export function turnsOf(cues: readonly Shown[]): Turn[] {
  const isSplit = isBilingual(cues);
  return cues.flatMap((cue) => {
    if (!isSplit) return turnsIn(cue, cue.lines, undefined);
    const languages = cue.lines.map(({ text }, i) => languageOf(text) ?? (i === 0 ? 'zh' : 'en'));
    return (['zh', 'en'] as const).flatMap((language) =>
      turnsIn(
        cue,
        cue.lines.filter((_, i) => languages[i] === language),
        language,
      ),
    );
  });
}

function languageOf(text: string): Language | undefined {
  return prevailingLanguage(scriptWeight(text));
}

/** Whether each thing is said in both languages, in one cue or in two that are shown together. */
function isBilingual(cues: readonly Shown[]): boolean {
  const languages = cues.map(({ lines }) => new Set(lines.map(({ text }) => languageOf(text))));
  const both = cues.filter((cue, i) => {
    const next = cues[i + 1];
    const isTogether = next !== undefined && Math.abs(next.start - cue.start) <= TOGETHER;
    const shown = new Set([...languages[i]!, ...(isTogether ? languages[i + 1]! : [])]);
    return shown.has('zh') && shown.has('en');
  });
  return both.length > 0 && both.length >= cues.length * BILINGUAL_SHARE;
}

function turnsIn({ start, end }: Shown, lines: readonly Line[], language: Language | undefined): Turn[] {
  const turns: Turn[] = [];
  for (const spoken of lines.flatMap(spokenParts)) {
    const last = turns.at(-1);
    const isSound = isSoundOnly(spoken.text);
    const goesOn = last && !spoken.isNew && !isSound && !last.isSound && spoken.voice === last.voice;
    if (goesOn) turns[turns.length - 1] = { ...last, text: `${last.text}\n${spoken.text}` };
    else turns.push({ ...spoken, isSound, start, end, language });
  }
  return turns.map((turn) => ({ ...turn, isSound: isSoundOnly(turn.text) }));
}

function isSoundOnly(text: string): boolean {
  return text.length <= LONGEST_SOUND && SOUND.test(text);
}

/** What is said in a line: by one speaker, or by several with a dash before each. */
function spokenParts({ text, voice }: Line): Pick<Turn, 'text' | 'voice' | 'isNew'>[] {
  const words = text.replace(MUSIC, '').trim();
  if (isBlank(words)) return [];
  if (words !== text) return [{ text: words, voice: SINGING, isNew: !text.startsWith(words) }];
  if (!SPEAKER.test(words)) return [{ text, voice, isNew: false }];
  const parts = words.replace(SPEAKER, '').split(SPEAKER_WITHIN);
  return parts.filter((part) => !isBlank(part)).map((part) => ({ text: part, voice, isNew: true }));
}
