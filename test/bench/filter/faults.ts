/** What is planted among good pairs: for each rule units that it alone should drop, of several kinds. */
import { Converter as toTraditional } from 'opencc-js/cn2t';
import { Converter as toSimplified } from 'opencc-js/t2cn';
import type { RuleName } from '../../../src/units/filter/rules.ts';
import type { Unit } from '../../../src/units/unit.ts';
import { decode, encode, mistaken } from './charsets.ts';
import type { Dice } from './dice.ts';
import { NOT_CHINESE, NOT_ENGLISH, REPEATED, TOO_SHORT, WITHOUT_WORDS } from './foreign.ts';

/** What faults are made from: good units that are not among the 500, so that a fault is no duplicate of one. */
export interface Material {
  /** In Simplified and in Traditional characters, each with its locale. */
  readonly spare: readonly Unit[];
  /** Those that stand in the memory, for duplicates. */
  readonly good: readonly Unit[];
}

type Maker = (dice: Dice, material: Material, k: number) => Unit;

const HAN = /\p{Script=Han}/gu;
/** Not inside a number, which a space would break. */
const BETWEEN_HAN =
  /(?<=(?![〇零一二三四五六七八九十百千万])\p{Script=Han})(?=(?![〇零一二三四五六七八九十百千万])\p{Script=Han})/u;
const hanOf = (text: string) => text.match(HAN)?.length ?? 0;
const wordsOf = (text: string) => text.split(' ').length;

const CONVERT = {
  tw: toTraditional({ from: 'cn', to: 'tw' }),
  hk: toTraditional({ from: 'cn', to: 'hk' }),
  cn: toSimplified({ from: 'tw', to: 'cn' }),
};
const isTraditional = ({ zhLang }: Unit) => zhLang !== 'zh-CN';

/** A spare unit of which this is true; each call takes another. */
function take(dice: Dice, { spare }: Material, isFit: (unit: Unit) => boolean): Unit {
  for (let tries = 0; tries < 2_000; tries++) {
    const unit = dice.one(spare);
    if (isFit(unit)) return unit;
  }
  throw new Error('There is no spare pair of the kind.');
}

const anyPair = (dice: Dice, material: Material) =>
  take(dice, material, ({ zh, en }) => hanOf(zh) > 7 && wordsOf(en) > 5);
const simplifiedPair = (dice: Dice, material: Material) =>
  take(dice, material, (unit) => !isTraditional(unit) && hanOf(unit.zh) > 7 && hanOf(unit.en) === 0);
const traditionalPair = (dice: Dice, material: Material) =>
  take(dice, material, (unit) => isTraditional(unit) && hanOf(unit.zh) > 7);

/** One of a few ways in turn, so that each is planted as often. */
const inTurn =
  (...makers: readonly Maker[]): Maker =>
  (dice, material, k) =>
    makers[k % makers.length]!(dice, material, k);

const oneSided: Maker = (dice, material, k) => {
  const blank = ['', ' ', '\u3000', '\u200b', '\u00a0 '][k % 5]!;
  const unit = anyPair(dice, material);
  return k % 2 ? { ...unit, zh: blank } : { ...unit, en: blank };
};

const fromList =
  (list: readonly (readonly [string, string])[]): Maker =>
  (dice, material, k) => {
    const [zh, en] = list[k % list.length]!;
    return { ...anyPair(dice, material), zh, en, zhLang: 'zh-CN' };
  };

const tooLong: Maker = (dice, material) => {
  const units = dice
    .shuffled(material.spare.filter((unit) => !isTraditional(unit) && hanOf(unit.zh) > 9))
    .slice(0, 60);
  return { ...units[0]!, zh: units.map(({ zh }) => zh).join(''), en: units.map(({ en }) => en).join(' ') };
};

const strayLengths = inTurn(
  (dice, material) => {
    const unit = take(dice, material, ({ zh, en }) => wordsOf(en) > 14 && hanOf(zh) > 15);
    return { ...unit, en: `${unit.en.split(' ').slice(0, dice.from(2, 3)).join(' ')}.` };
  },
  (dice, material) => {
    const unit = take(dice, material, ({ zh, en }) => wordsOf(en) > 14 && hanOf(zh) > 15);
    return { ...unit, zh: `${Array.from(unit.zh).slice(0, dice.from(3, 5)).join('')}。` };
  },
  (dice, material) => {
    const unit = take(dice, material, ({ zh }) => hanOf(zh) > 7 && hanOf(zh) < 18);
    const more = Array.from({ length: 5 }, () => anyPair(dice, material).en);
    return { ...unit, en: [unit.en, ...new Set(more)].join(' ') };
  },
  (dice, material) => {
    const unit = take(
      dice,
      material,
      ({ zh, zhLang }) => zhLang === 'zh-CN' && hanOf(zh) > 7 && hanOf(zh) < 18,
    );
    const more = Array.from({ length: 5 }, () => simplifiedPair(dice, material).zh);
    return { ...unit, zh: [unit.zh, ...new Set(more)].join('') };
  },
);

const identical = inTurn(
  (dice, material) => {
    const unit = anyPair(dice, material);
    return { ...unit, zh: unit.en };
  },
  (dice, material) => {
    const unit = simplifiedPair(dice, material);
    return { ...unit, en: unit.zh };
  },
  (dice, material) => {
    const unit = anyPair(dice, material);
    return { ...unit, zh: unit.en.toUpperCase().replace(/\.$/, '') };
  },
  (dice, material) => {
    const unit = simplifiedPair(dice, material);
    return { ...unit, en: CONVERT.tw(unit.zh) };
  },
  (dice, material) => {
    const unit = take(dice, material, ({ en }) => wordsOf(en) > 9);
    return { ...unit, zh: unit.en.split(' ').slice(1).join(' ') };
  },
);

const wrongLanguage: Maker = (dice, material, k) => {
  const unit = take(dice, material, ({ zh, en }) => hanOf(zh) > 7 && hanOf(en) === 0 && !/\d/.test(zh + en));
  const [side, tongues] = k % 2 ? (['zh', NOT_CHINESE] as const) : (['en', NOT_ENGLISH] as const);
  const names = Object.keys(tongues);
  return { ...unit, [side]: dice.one(tongues[names[(k >> 1) % names.length]!]!) };
};

const wrongScript = inTurn(
  (dice, material) => {
    const differs = (unit: Unit) => distanceOf(unit.zh, CONVERT.tw(unit.zh)) > 1;
    const unit = take(dice, material, (one) => !isTraditional(one) && differs(one));
    return { ...unit, zh: (dice.share() < 0.5 ? CONVERT.tw : CONVERT.hk)(unit.zh) };
  },
  (dice, material) => {
    const unit = take(
      dice,
      material,
      (one) => isTraditional(one) && distanceOf(one.zh, CONVERT.cn(one.zh)) > 1,
    );
    return { ...unit, zhLang: 'zh-CN' };
  },
  (dice, material) => {
    const unit = take(
      dice,
      material,
      (one) => isTraditional(one) && distanceOf(one.zh, CONVERT.cn(one.zh)) > 1,
    );
    return { ...unit, zh: CONVERT.cn(unit.zh), zhLang: dice.one(['zh-TW', 'zh-HK', 'zh-Hant']) };
  },
  (dice, material) => {
    const unit = take(
      dice,
      material,
      (one) => !isTraditional(one) && distanceOf(one.zh, CONVERT.tw(one.zh)) > 1,
    );
    return { ...unit, zhLang: dice.one(['zh-TW', 'zh-HK']) };
  },
);

const distanceOf = (x: string, y: string) =>
  Array.from(x).filter((character, i) => character !== Array.from(y)[i]).length;

const hasFigures = ({ zh, en }: Unit) => {
  const shared = (zh.match(/(?<![\w.,:-])\d{2,}(?![\w.,:-])/g) ?? []).filter((figure) =>
    new RegExp(`(?<![\\w.,:-])${figure}(?![\\w.,:-])`).test(en),
  );
  return shared.length > 0 && hanOf(zh) > 6;
};
const sharedFigure = ({ zh, en }: Unit) =>
  zh
    .match(/(?<![\w.,:-])\d{2,}(?![\w.,:-])/g)!
    .find((figure) => new RegExp(`(?<![\\w.,:-])${figure}(?![\\w.,:-])`).test(en))!;

/** Another number of as many figures. */
function otherThan(dice: Dice, figure: string): string {
  const at = dice.from(0, figure.length - 1);
  const digit = (Number(figure[at]) + dice.from(1, 8)) % 10 || 9;
  const changed = figure.slice(0, at) + digit + figure.slice(at + 1);
  return changed === figure ? otherThan(dice, figure) : changed;
}

const otherNumbers = inTurn(
  (dice, material) => {
    const unit = take(dice, material, hasFigures);
    const figure = sharedFigure(unit);
    return { ...unit, en: unit.en.replace(figure, otherThan(dice, figure)) };
  },
  (dice, material) => {
    const unit = take(dice, material, hasFigures);
    const figure = sharedFigure(unit);
    return { ...unit, zh: unit.zh.replace(figure, otherThan(dice, figure)) };
  },
  (dice, material) => {
    const unit = take(dice, material, hasFigures);
    const figure = sharedFigure(unit);
    return { ...unit, en: unit.en.replace(new RegExp(` ?${figure}`), ' some').trim() };
  },
  (dice, material) => {
    const unit = simplifiedPair(dice, material);
    return { ...unit, zh: unit.zh.replace(/(?=[。！？”」]*$)/, `，共计${dice.from(113, 987)}人`) };
  },
  (dice, material) => {
    const unit = take(dice, material, hasFigures);
    return { ...unit, en: unit.en.replace(/(?=[.!?"]*$)/, ` as of ${dice.from(1951, 2029)}`) };
  },
);

const mojibake: Maker = inTurn(
  (dice, material) =>
    onChinese(simplifiedPair(dice, material), (zh) => mistaken(zh, 'utf-8', 'windows-1252')),
  (dice, material) => onChinese(simplifiedPair(dice, material), (zh) => mistaken(zh, 'utf-8', 'gbk')),
  (dice, material) => onChinese(simplifiedPair(dice, material), (zh) => mistaken(zh, 'gbk', 'latin1')),
  (dice, material) => {
    const unit = take(dice, material, ({ zh, en }) => /['"]/.test(en) && hanOf(zh) > 5);
    const curly = unit.en
      .replaceAll("'", '’')
      .replace(/(?<=^| )"/g, '“')
      .replaceAll('"', '”');
    return { ...unit, en: mistaken(curly, 'utf-8', 'windows-1252') };
  },
  (dice, material) => onChinese(traditionalPair(dice, material), (zh) => mistaken(zh, 'big5', 'gbk')),
  (dice, material) => onChinese(simplifiedPair(dice, material), (zh) => mistaken(zh, 'gbk', 'big5')),
  (dice, material) => onChinese(simplifiedPair(dice, material), (zh) => mistaken(zh, 'gbk', 'utf-8')),
  (dice, material) =>
    onChinese(traditionalPair(dice, material), (zh) => mistaken(zh, 'big5', 'windows-1252')),
  (dice, material) =>
    onChinese(simplifiedPair(dice, material), (zh) =>
      decode(encode(mistaken(zh, 'gbk', 'utf-8'), 'utf-8'), 'gbk'),
    ),
  (dice, material) => onChinese(simplifiedPair(dice, material), (zh) => zh.replace(HAN, '?')),
  (dice, material) => {
    const unit = anyPair(dice, material);
    return { ...unit, en: mistaken(`${unit.en} – the café’s naïve décor`, 'utf-8', 'gbk') };
  },
  (dice, material) => {
    const unit = simplifiedPair(dice, material);
    return { ...unit, zh: unit.zh.replace(/(?<=^.{3})./u, '\ue6b1') };
  },
  (dice, material) =>
    onChinese(traditionalPair(dice, material), (zh) =>
      mistaken(zh, 'utf-8', 'big5').replaceAll('\ufffd', '?'),
    ),
  (dice, material) => {
    const unit = anyPair(dice, material);
    return { ...unit, en: unit.en.replace(/(?<= )[a-z]/, 'Ã©') };
  },
);

const onChinese = (unit: Unit, change: (zh: string) => string): Unit => ({ ...unit, zh: change(unit.zh) });

const lowParallel: Maker = (dice, material, k) => {
  const unit = anyPair(dice, material);
  const { parallel: _parallel, score: _score, ...rest } = unit;
  return k % 3 ? { ...unit, parallel: dice.from(0, 25) / 100 } : { ...rest, score: dice.from(0, 25) / 100 };
};

const duplicate: Maker = (dice, { good }) => ({ ...dice.one(good) });

const nearDuplicate = inTurn(
  (dice, { good }) => {
    const unit = dice.one(
      good.filter((one) => !isTraditional(one) && distanceOf(one.zh, CONVERT.tw(one.zh)) > 0),
    );
    return { ...unit, zh: CONVERT.tw(unit.zh), zhLang: 'zh-TW' };
  },
  (dice, { good }) => {
    const unit = dice.one(good.filter(({ zh, en }) => hanOf(zh) > 2 && en.includes(' ')));
    return { ...unit, en: unit.en.replace(' ', '  '), zh: unit.zh.replace(BETWEEN_HAN, ' ') };
  },
  (dice, { good }) => {
    const unit = dice.one(good.filter(({ en }) => en.length > 9));
    return { ...unit, en: unit.en.toUpperCase() };
  },
  (dice, { good }) => {
    const unit = dice.one(good.filter(({ zh, en }) => zh.endsWith('。') && en.endsWith('.')));
    return { ...unit, zh: unit.zh.slice(0, -1), en: unit.en.slice(0, -1) };
  },
  (dice, { good }) => {
    const unit = dice.one(good.filter(({ zh, en }) => /[!-~]/.test(zh) && !/[/@]/.test(en)));
    const wide = (text: string) =>
      text.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    return { ...unit, zh: wide(unit.zh), en: unit.en.replaceAll(/[,.!?;:](?!\d)/g, '') };
  },
);

/** The test set is made of these units; some stand in it in another form. */
const overlap: Maker = (dice, material) =>
  take(dice, material, ({ zh, en }) => hanOf(zh) > 7 && en.length > 24);

export const MAKERS: Readonly<Record<RuleName, Maker>> = {
  'one-sided': oneSided,
  mojibake,
  repeated: fromList(REPEATED),
  'no-words': fromList(WITHOUT_WORDS),
  'too-short': fromList(TOO_SHORT),
  'too-long': tooLong,
  identical,
  'wrong-language': wrongLanguage,
  'wrong-script': wrongScript,
  'length-ratio': strayLengths,
  numbers: otherNumbers,
  'low-parallel': lowParallel,
  overlap,
  duplicate,
  'near-duplicate': nearDuplicate,
};

/** A unit of a test set as that may have it: whole, or one side only, or in the other script. */
export function asTested(dice: Dice, { zh, en }: Unit): { readonly zh: string; readonly en: string } {
  return dice.one([
    { zh, en },
    { zh: CONVERT.tw(zh), en },
    { zh: '', en: en.toLowerCase() },
    { zh: `${zh.replace(/[，。]/g, ' ')}`, en: '' },
  ]);
}
