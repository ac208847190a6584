import type { ForeignName } from '../../src/build/foreign-names.ts';
import { lookUp } from '../../src/language/dictionary.ts';

/** Which names of CC-CEDICT may be drawn; looks at the entry alone, never at a likeness. */
export type Rule = (name: ForeignName) => boolean;

const NAME = /\((?:[a-z]+ )?(?:name|surname)\)/;
const YEARS = /\((?:c\. |born |[bd]\. )?\d{3,4}[^)]*\)|\((?:c\. )?\d+[^)]*BC/;
const ONE_WORD = /^\p{Lu}[\p{L}'’-]* \((?:c\. )?\d/u;
const ALTERNATIVES = /^[^(,]* or /;
const PLACE =
  /\b(?:city|town|capital|port|island|state|region|province|river|lake|country|republic|kingdom|village)\b|, \p{Lu}/u;
const GOODS =
  /\b(?:manufacturer|maker|store|retailer|chain|make|corporation|firm|bank|supermarket|airline|newspaper|software|game|film|novel|party|car|group|comic|superhero|character|Inc)\b/;
const KIND = /[人语文国州洲岛山城港湾海河江湖市省县区郡邦族教派星座节宫村镇路队主义大学]$/u;
const JAPANESE = /^(?:(?:[kstnhmyrwgzbpdjf]|sh|ch|ts|ky|sy|ny|ry)?[aiueo]n?){3,}$/;

/** Names rendered by their sound: the rule in the head of sound.ts. */
export function isRendered(name: ForeignName): boolean {
  return isOneWord(name) && !GOODS.test(name.gloss) && isNamed(name) && !isTranslated(name);
}

/** Whatever is called a name, has years or is at a place: old names, translations and brands are among them. */
export function isNamedSomehow(name: ForeignName): boolean {
  const { gloss, isWhole } = name;
  const saysSo = NAME.test(gloss) || /\((?:c\. )?\d{4}/.test(gloss) || PLACE.test(gloss);
  return isOneWord(name) && isWhole && saysSo && !isTranslated(name);
}

function isOneWord({ chinese, forms }: ForeignName): boolean {
  const form = forms[0]!;
  return (
    forms.length === 1 &&
    form.length >= 3 &&
    chinese.length <= 6 &&
    !KIND.test(chinese) &&
    !JAPANESE.test(form)
  );
}

function isNamed({ chinese, gloss, isWhole, isLast }: ForeignName): boolean {
  if (NAME.test(gloss)) return isWhole;
  if (YEARS.test(gloss)) return isLast && (!isWhole || ONE_WORD.test(gloss)) && !ALTERNATIVES.test(gloss);
  return isWhole && chinese.length >= 3 && PLACE.test(gloss);
}

/** Whether a part means the first or last letters of the word, or a part of two characters another word of the gloss. */
function isTranslated({ chinese, forms, gloss }: ForeignName): boolean {
  const parts = Array.from(chinese).flatMap((_, from) =>
    Array.from({ length: chinese.length - from }, (_, n) => chinese.slice(from, from + n + 1)),
  );
  const said = new Set(gloss.match(/[a-z]{3,}/g));
  return parts
    .filter((part) => part !== chinese)
    .some((part) =>
      meaningsOf(part).some(
        (word) =>
          forms[0]!.startsWith(word) || forms[0]!.endsWith(word) || (part.length > 1 && said.has(word)),
      ),
    );
}

function meaningsOf(part: string): string[] {
  return lookUp(part)
    .filter(({ pinyin }) => /^[a-z]/.test(pinyin))
    .flatMap(({ glosses }) =>
      glosses.flatMap((gloss) => gloss.replace(/\([^)]*\)/g, '').match(/[a-z]{3,}/g) ?? []),
    );
}
