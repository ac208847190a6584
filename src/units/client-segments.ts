/**
 * Units for segments that a client cuts otherwise than duiqi: who opens the very document of a memory in OmegaT, with the
 * rules that a new project has, should find it filled. The rules of Trados and memoQ cut the same places.
 */
import type { Language } from '../model.ts';
import type { Unit } from './unit.ts';

/** What the segments of a client were made of: several units, or one without the number of its item. */
export const DERIVED = 'x-derived';

/** A client cuts here, if the paragraph goes on: after a mark that ends a sentence, but not after a mark that closes it. */
const IS_CUT_AFTER: Readonly<Record<Language, RegExp>> = { zh: /[。？！]$/, en: /[.?!]$/ };
/** Clients take the number of an English item for a segment of its own; in Chinese they do not. */
const EN_ITEM = /^\s*\p{Nd}+\.\s+(?=\S)/u;
const ZH_ITEM = /^\s*(?:[（(]?(?:\p{Nd}+|[一二三四五六七八九十]+)[)）.．、]+)\s*(?=\S)/u;
/** No paragraph of a story has a longer run of sentences that end in quotation marks. */
const LONGEST_CHAIN = 12;

export class ClientSegments {
  readonly #source: Language;
  /** Units that follow one another in a paragraph of the source without a cut between them. */
  #chain: Unit[] = [];

  constructor(source: Language) {
    this.#source = source;
  }

  /** What is to be written before this unit: the units before it as one, where a client leaves them together. */
  before(unit: Unit): Unit[] {
    const last = this.#chain.at(-1);
    if (last && this.#chain.length < LONGEST_CHAIN && this.#isUncut(last, unit)) {
      this.#chain.push(unit);
      return [];
    }
    const finished = this.end();
    this.#chain = [unit];
    return finished;
  }

  /** What is to be written behind this unit: it without the number of an item, which a client cuts off. */
  behind(unit: Unit): Unit[] {
    const [enNumber, zhNumber] = [EN_ITEM.exec(unit.en)?.[0], ZH_ITEM.exec(unit.zh)?.[0]];
    if (this.#source !== 'en' || enNumber === undefined || zhNumber === undefined) return [];
    const { zh, en, ...rest } = unit;
    return [derived({ ...rest, zh: zh.slice(zhNumber.length), en: en.slice(enNumber.length) }, 'item')];
  }

  /** What is to be written behind the last unit. */
  end(): Unit[] {
    const chain = this.#chain;
    this.#chain = [];
    return chain.length > 1 ? [joined(chain)] : [];
  }

  #isUncut(last: Unit, next: Unit): boolean {
    if (last.zhDoc !== next.zhDoc || last.enDoc !== next.enDoc) return false;
    const [ids, nextIds, paragraphs, nextParagraphs, text] =
      this.#source === 'zh'
        ? [last.zhIds, next.zhIds, last.zhParagraphs, next.zhParagraphs, last.zh]
        : [last.enIds, next.enIds, last.enParagraphs, next.enParagraphs, last.en];
    if (!ids?.length || !nextIds?.length || !paragraphs?.length || !nextParagraphs?.length) return false;
    const isNext = ids.at(-1)! + 1 === nextIds[0]! && paragraphs.at(-1) === nextParagraphs[0];
    return isNext && !IS_CUT_AFTER[this.#source].test(text);
  }
}

function joined(units: readonly Unit[]): Unit {
  const sum = (side: 0 | 1) =>
    units.reduce((total, { bead = '1-1' }) => total + Number(bead.split('-')[side]), 0);
  const [first, scores] = [units[0]!, units.flatMap(({ score }) => score ?? [])];
  const unit: Unit = {
    zh: units.map(({ zh }) => zh).join(''),
    en: units.map(({ en }) => en).join(' '),
    bead: `${sum(0)}-${sum(1)}`,
    ...(scores.length > 0 && { score: Math.min(...scores) }),
    ...(first.zhDoc !== undefined && { zhDoc: first.zhDoc }),
    ...(first.enDoc !== undefined && { enDoc: first.enDoc }),
    zhIds: units.flatMap(({ zhIds = [] }) => zhIds),
    enIds: units.flatMap(({ enIds = [] }) => enIds),
    zhLang: first.zhLang,
    enLang: first.enLang,
  };
  return derived(unit, 'joined');
}

function derived(unit: Unit, how: 'joined' | 'item'): Unit {
  return { ...unit, properties: [...(unit.properties ?? []), [DERIVED, how]] };
}
