/** One side of a unit, measured once for all rules. */
import { BROKEN, DIGIT, HAN, HANGUL, KANA, kinds, LATIN, MARK, OTHER_LETTER } from './characters.ts';

/** Patterns take time that grows faster than the text, so they see no more of it. In UTF-16 units. */
const SIGHT = 2_500;

/** The text of a side and how many UTF-16 units of each kind it has. */
export interface Side {
  /** Its beginning, if it is longer than any sentence; all counts are of the whole. */
  readonly text: string;
  readonly isCut: boolean;
  readonly han: number;
  readonly latin: number;
  readonly digits: number;
  readonly kana: number;
  readonly hangul: number;
  readonly otherLetters: number;
  readonly marks: number;
  readonly broken: number;
  /** Letters and characters of all scripts. */
  readonly letters: number;
  /** Letters and signs of Latin-1 and Windows-1252 beyond ASCII, but for quotation marks and dashes: â, ©, Œ. */
  readonly western: number;
  /** Runs of Latin letters and digits: English words. */
  readonly words: number;
}

export function sideOf(text: string): Side {
  const kindOf = kinds();
  const counts = new Uint32Array(BROKEN + 1);
  let words = 0;
  let western = 0;
  let isInWord = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = kindOf[unit]!;
    counts[kind]!++;
    if (unit >= 0x80 && unit < 0x200) western++;
    const isOfWord: boolean =
      kind === LATIN || kind === DIGIT || (isInWord && (unit === 0x27 || unit === 0x2019));
    if (isOfWord && !isInWord) words++;
    isInWord = isOfWord;
  }
  const [han, latin, kana, hangul, otherLetters] = [HAN, LATIN, KANA, HANGUL, OTHER_LETTER].map(
    (kind) => counts[kind]!,
  );
  return {
    text: text.slice(0, SIGHT),
    isCut: text.length > SIGHT,
    han: han!,
    latin: latin!,
    digits: counts[DIGIT]!,
    kana: kana!,
    hangul: hangul!,
    otherLetters: otherLetters!,
    marks: counts[MARK]!,
    broken: counts[BROKEN]!,
    letters: han! + latin! + kana! + hangul! + otherLetters!,
    western,
    words,
  };
}

/** Whether there is nothing to be seen. */
export function isBlank({ letters, digits, marks, broken }: Side): boolean {
  return letters + digits + marks + broken === 0;
}
