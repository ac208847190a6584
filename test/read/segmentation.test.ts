import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/model.ts';
import { CHINESE_RULES } from '../../src/read/segment/chinese.ts';
import { ENGLISH_RULES } from '../../src/read/segment/english.ts';
import { segment } from '../../src/read/segment.ts';

interface Case {
  language: Language;
  name: string;
  text: string;
  sentences: string[];
}

const CASES = new URL('./segmentation.cases.txt', import.meta.url);

function unescaped(line: string): string {
  const characters: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
  return line.replace(/\\(?:u([0-9a-f]{4})|([nrt]))/g, (_, code: string | undefined, letter: string) =>
    code === undefined ? characters[letter]! : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function parseCase(block: string): Case {
  const [head, ...rest] = block.split('\n').filter((line) => !line.startsWith('#'));
  const [, language, name] = /^= (zh|en): (.+)$/.exec(head ?? '')!;
  const text = rest.find((line) => line.startsWith('>'));
  const sentences = rest.filter((line) => line !== text).map(unescaped);
  const joined = sentences.join(language === 'zh' ? '' : ' ');
  return {
    language: language as Language,
    name: name!,
    text: text === undefined ? joined : unescaped(text.replace(/^> ?/, '')),
    sentences,
  };
}

const cases = readFileSync(CASES, 'utf8')
  .split(/\n{2,}/)
  .map((block) => block.trim())
  .filter((block) => /^= /m.test(block))
  .map(parseCase);

describe('the rules', () => {
  it.each([
    ['Chinese', CHINESE_RULES],
    ['English', ENGLISH_RULES],
  ])('of %s have names of their own', (_, rules) => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });
});

describe('segmentation.cases.txt', () => {
  it('has at least 120 cases, each with a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(cases.map(({ language, name }) => `${language}: ${name}`)).size).toBe(cases.length);
  });

  it.each(cases)('$language: $name', ({ language, text, sentences }) => {
    expect(segment(text, language).map((sentence) => sentence.text)).toEqual(sentences);
  });
});
