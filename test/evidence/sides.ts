import { type PairSides, readEvidence } from '../../src/evidence/evidence.ts';
import type { Reading } from '../../src/evidence/tokens.ts';
import type { Language, Part } from '../../src/model.ts';

/** A part with the given sentences, a line each. */
export function partOf(language: Language, sentences: readonly string[]): Part {
  let start = 0;
  return {
    id: `${language}1`,
    language,
    locale: language === 'zh' ? 'zh-CN' : 'en',
    file: `${language}.txt`,
    text: sentences.join('\n'),
    sentences: sentences.map((text) => {
      const sentence = { text, start, end: start + text.length, paragraph: 0 };
      start = sentence.end + 1;
      return sentence;
    }),
  };
}

export function sidesOf(zh: readonly string[], en: readonly string[]): PairSides {
  return readEvidence([{ zh: partOf('zh', zh), en: partOf('en', en) }]).pairs[0]!;
}

/** How evidence reads one sentence. */
export function readingOf(language: Language, text: string): Reading {
  const { zh, en } = language === 'zh' ? sidesOf([text], ['x']) : sidesOf(['一'], [text]);
  return (language === 'zh' ? zh : en).readings[0]!;
}
