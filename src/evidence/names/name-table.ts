import { lookUp } from '../../language/dictionary.ts';
import type { Reading } from '../tokens.ts';
import { isOrdinary } from './chinese-names.ts';
import { PLACE_ENDINGS } from './kinds.ts';
import type { NameLink, Place } from './link.ts';
import { isNameTag } from './proper-nouns.ts';
import { tokenAt, tokensIn } from './token-search.ts';

/** Where a form of a name stands in a sentence. */
export interface Mention {
  readonly form: string;
  readonly place: Place;
}

/** What may follow a surname alone: what its bearer does or is called. */
const BEHIND_SURNAME =
  /^(?:[说說称道表认指问答笑则也又还曾在对于是和与、，,：:。“”"「]|先生|女士|小姐|大使|教授|博士|总统|$)/u;

/** What shows that a surname stands alone: 姓段的. */
const BEFORE_SURNAME = /[姓阿]$/u;

/** What has more mentions is no sentence, and comparing all with all would take its square. */
const MOST_MENTIONS = 200;

const NO_FORMS: readonly string[] = [];
const NO_MENTIONS: readonly Mention[] = [];

/** The linked names of one story, and where they stand. */
export class NameTable {
  readonly #links = new Map<string, NameLink>();
  readonly #byChinese = new Map<string, NameLink[]>();
  readonly #entities: Entities;
  readonly #zhForms = new Map<string, string[]>();
  readonly #enForms = new Map<string, string[]>();
  readonly #places = new Set<string>();
  readonly #zhMentions = new Map<Reading, readonly Mention[]>();
  readonly #enMentions = new Map<Reading, readonly Mention[]>();

  constructor(links: readonly NameLink[]) {
    for (const link of links) this.#links.set(`${link.zh}\t${link.en}`, link);
    for (const link of this.#links.values()) {
      const own = this.#byChinese.get(link.zh);
      if (own) own.push(link);
      else this.#byChinese.set(link.zh, [link]);
      addForm(this.#zhForms, link.zh[0]!, link.zh);
      addForm(this.#enForms, firstWord(link.en), link.en);
    }
    for (const forms of [...this.#zhForms.values(), ...this.#enForms.values()]) longestFirst(forms);
    for (const [form, own] of this.#byChinese)
      if (own.every(({ kind }) => kind === 'place')) this.#places.add(form);
    this.#entities = entitiesOf(this.links);
  }

  /** How many persons, places and things the links name. */
  get entityCount(): number {
    return this.#entities.count;
  }

  /** The number of what a Chinese form names. */
  entityOfChinese(form: string): number {
    return this.#entities.zh.get(form)!;
  }

  entityOfEnglish(form: string): number {
    return this.#entities.en.get(form)!;
  }

  get links(): NameLink[] {
    return [...this.#links.values()];
  }

  /** The links of a Chinese form. */
  linksOf(zh: string): readonly NameLink[] {
    return this.#byChinese.get(zh) ?? [];
  }

  linkOf(zh: Mention, en: Mention): NameLink | undefined {
    return this.#links.get(`${zh.form}\t${en.form}`);
  }

  /** All mentions in a Chinese sentence, one in another too. */
  inChinese(reading: Reading): readonly Mention[] {
    return remembered(this.#zhMentions, reading, () => this.#findInChinese(reading));
  }

  /** All mentions in an English sentence, as whole words. */
  inEnglish(reading: Reading): readonly Mention[] {
    return remembered(this.#enMentions, reading, () => this.#findInEnglish(reading));
  }

  #findInChinese(reading: Reading): readonly Mention[] {
    const mentions: Mention[] = [];
    for (let start = 0; start < reading.key.length && mentions.length < MOST_MENTIONS; start++) {
      for (const form of this.#zhForms.get(reading.key[start]!) ?? NO_FORMS) {
        if (!reading.key.startsWith(form, start)) continue;
        const place: Place = [start, start + form.length];
        if (!isWhole(reading, place)) continue;
        mentions.push({ form, place: this.#places.has(form) ? withEnding(reading, place) : place });
      }
    }
    return mentions.length > 0 ? mentions : NO_MENTIONS;
  }

  #findInEnglish({ text }: Reading): readonly Mention[] {
    const mentions: Mention[] = [];
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (mentions.length >= MOST_MENTIONS) break;
      for (const form of this.#enForms.get(word.toLowerCase()) ?? NO_FORMS) {
        const end = index + form.length;
        if (isWritten(form, text.slice(index, end)) && !/[\p{L}\p{N}]/u.test(text[end] ?? '')) {
          mentions.push({ form, place: [index, end] });
        }
      }
    }
    return mentions.length > 0 ? mentions : NO_MENTIONS;
  }
}

/** What is asked of a sentence again and again: for the search, for each bead, and for the list of names. */
function remembered<T>(known: Map<Reading, T>, reading: Reading, find: () => T): T {
  let value = known.get(reading);
  if (value === undefined) {
    value = find();
    known.set(reading, value);
  }
  return value;
}

interface Entities {
  readonly zh: ReadonlyMap<string, number>;
  readonly en: ReadonlyMap<string, number>;
  readonly count: number;
}

/** Forms that links join, directly or by way of others, name one entity. */
function entitiesOf(links: readonly NameLink[]): Entities {
  const partners = new Map<string, string[]>();
  const join = (form: string, other: string) => {
    const own = partners.get(form);
    if (own) own.push(other);
    else partners.set(form, [other]);
  };
  for (const { zh, en } of links) {
    join(`zh ${zh}`, `en ${en}`);
    join(`en ${en}`, `zh ${zh}`);
  }
  const numbers = new Map<string, number>();
  let count = 0;
  for (const form of partners.keys()) {
    if (numbers.has(form)) continue;
    const open = [form];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (numbers.has(next)) continue;
      numbers.set(next, count);
      open.push(...partners.get(next)!);
    }
    count++;
  }
  const numbersOf = (language: string) =>
    new Map(
      [...numbers].filter(([form]) => form.startsWith(language)).map(([form, n]) => [form.slice(3), n]),
    );
  return { zh: numbersOf('zh'), en: numbersOf('en'), count };
}

function addForm(forms: Map<string, string[]>, first: string, form: string): void {
  const list = forms.get(first);
  if (!list) forms.set(first, [form]);
  else if (!list.includes(form)) list.push(form);
}

function longestFirst(forms: string[]): void {
  forms.sort((a, b) => b.length - a.length);
}

function firstWord(text: string): string {
  return /[\p{L}\p{N}]+/u.exec(text)?.[0].toLowerCase() ?? '';
}

/** A name keeps its capitals; only what a glossary has in lower case may be written otherwise. */
function isWritten(form: string, text: string): boolean {
  return (
    form === text ||
    (form === form.toLowerCase() && form === text.toLowerCase()) ||
    text === form.toUpperCase()
  );
}

/** Whether a place holds a name and no piece of a longer word. */
function isWhole({ key, tokens }: Reading, [start, end]: Place): boolean {
  if (end - start > 2) return true;
  const longer = tokensIn(tokens, start, end).filter((token) => token.start < start || token.end > end);
  if (end - start === 2) return longer.every((token) => !isOrdinary(token) || !lookUp(token.key).length);
  const isNamed = longer.length === 0 && isNameTag(tokenAt(tokens, start)?.tag ?? '');
  if (isNamed || BEFORE_SURNAME.test(key.slice(Math.max(0, start - 1), start))) return true;
  const isFree = longer.every((token) => token.start === start && !lookUp(token.key).length);
  return isFree && BEHIND_SURNAME.test(key.slice(end, end + 2));
}

/** 伊尔马|岛 is `Ilmar`: what a place is belongs to its name, as long as it is a word of its own. */
function withEnding({ key, tokens }: Reading, [start, end]: Place): Place {
  const isWord = tokenAt(tokens, end)?.end === end + 1;
  return isWord && PLACE_ENDINGS.has(key[end] ?? '') ? [start, end + 1] : [start, end];
}
