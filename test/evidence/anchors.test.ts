import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorsOf } from '../../src/evidence/anchors.ts';
import { sidesOf } from './sides.ts';

/** The anchors of one bead of the given sentences, written kind:zh=en. */
function anchorsIn(zh: string | readonly string[], en: string | readonly string[]): string[] {
  const sides = sidesOf([zh].flat(), [en].flat());
  const bead = {
    zh: { start: 0, end: sides.zh.readings.length },
    en: { start: 0, end: sides.en.readings.length },
  };
  return anchorsOf(bead, sides).map((anchor) => `${anchor.kind}:${anchor.zh}=${anchor.en}`);
}

describe('names that the dictionary has', () => {
  test.each([
    ['他住在北京。', 'He lives in Beijing.', ['place:北京=Beijing']],
    ['美国同意了。', 'The United States agreed.', ['place:美国=United States']],
    ['美国同意了。', 'The U.S. agreed.', ['place:美国=U.S.']],
    ['美國同意了。', 'The US agreed.', ['place:美國=US']],
    ['联合国开会了。', 'The United Nations met.', ['organisation:联合国=United Nations']],
    ['乌干达下雨了。', 'It rained in Uganda.', ['place:乌干达=Uganda']],
    ['西雅图下雨了。', 'It rained in Seattle.', ['place:西雅图=Seattle']],
    ['莎士比亚写过它。', 'Shakespeare wrote about it.', ['person:莎士比亚=Shakespeare']],
  ])('%s %s', (zh, en, anchors) => {
    expect(anchorsIn(zh, en)).toEqual(anchors);
  });

  test('are found as whole words only', () => {
    expect(anchorsIn('他住在北京。', 'He loves Beijingers.')).toEqual([]);
  });

  test('what only explains a name in the dictionary is no name', () => {
    expect(anchorsIn('莫斯科下雪了。', 'Snow fell in Russia.')).toEqual([]);
  });

  test('a word that may be a surname is none at the beginning of an English sentence', () => {
    expect(anchorsIn('书和笔都在。', 'He has both the book and the pen.')).toEqual([]);
    expect(anchorsIn('书和笔都在。', '“He has both,” she said.')).toEqual([]);
  });
});

describe('names in pinyin', () => {
  test.each([
    ['谢锋走了。', 'Xie Feng left.', ['person:谢锋=Xie Feng']],
    ['孙韵笑了。', 'Yun Sun laughed.', ['person:孙韵=Yun Sun']],
    ['陳清揚沒有來。', 'Chen Qingyang did not come.', ['person:陳清揚=Chen Qingyang']],
    ['她叫陈清扬。', 'She is called Chen Qing-yang.', ['person:陈清扬=Chen Qing-yang']],
    ['吕秋不在。', 'Lü Qiu is away.', ['person:吕秋=Lü Qiu']],
    ['占鳌来了。', "Zhan'ao came.", ["person:占鳌=Zhan'ao"]],
    ['云浦市很大。', 'The town of Yunpu is large.', ['place:云浦市=Yunpu']],
  ])('%s %s', (zh, en, anchors) => {
    expect(anchorsIn(zh, en)).toEqual(anchors);
  });

  test('are found in a longer run of capitalised words', () => {
    expect(anchorsIn('县长沈若蘅来了。', 'County Director Shen Ruoheng came.')).toEqual([
      'person:沈若蘅=Shen Ruoheng',
    ]);
  });

  test("leave out the 's behind them", () => {
    expect(anchorsIn('谢锋的船', "Xie Feng's boat")).toEqual(['person:谢锋=Xie Feng']);
    expect(anchorsIn('周瑞的船', 'Zhou Rui’s boat')).toEqual(['person:周瑞=Zhou Rui']);
  });

  test('an English word that only happens to be spelled so is no name', () => {
    expect(anchorsIn('他立刻跑了。', 'Like a hare, he was gone.')).toEqual([]);
    expect(anchorsIn('妈的，他说。', 'Made no difference, he said.')).toEqual([]);
  });
});

describe('Latin strings', () => {
  test.each([
    ['他用Python写的。', 'He wrote it in Python.', ['latin:Python=Python']],
    [
      '船长霍尔丹（Rupert Haldane）不在。',
      'The captain, Rupert Haldane, was away.',
      ['person:霍尔丹=Rupert Haldane'],
    ],
    ['报告（KX-19）', 'the KX-19 report', ['latin:KX-19=KX-19']],
    ['邮箱 a.b@c.example', 'Mail to a.b@c.example.', ['latin:a.b@c.example=a.b@c.example']],
    ['KD-440型主机', 'KD-440 engines', ['latin:KD-440=KD-440']],
    ['海员工会（LSU）', 'the union (L.S.U.)', ['latin:LSU=L.S.U.']],
  ])('%s %s', (zh, en, anchors) => {
    expect(anchorsIn(zh, en)).toEqual(anchors);
  });

  test('are compared letter by letter', () => {
    expect(anchorsIn('他用Python写的。', 'pythons and Pythonista')).toEqual([]);
  });
});

describe('quantities', () => {
  test.each([
    ['3.5亿美元', '$350 million', ['amount:3.5亿美元=$350 million']],
    ['三成', '30 percent', ['percentage:三成=30 percent']],
    ['上午9时15分', '9:15 a.m.', ['time:上午9时15分=9:15 a.m.']],
    ['第三次', 'the third time', ['ordinal:第三=third']],
    ['7月12日', 'July 12, 2031', ['date:7月12日=July 12, 2031']],
    ['7月12日', 'July 13', []],
    ['三四天', 'three days', ['number:三四=three']],
    ['第三条', 'No. 3', ['ordinal:第三=No. 3']],
    ['三個人', 'four men', []],
  ])('%s %s', (zh, en, anchors) => {
    expect(anchorsIn(zh, en)).toEqual(anchors);
  });
});

describe('a bead', () => {
  test('has its anchors in the order of the Chinese text', () => {
    const zh = ['谢锋在北京买了3本书。', '他1998年去过美国。'];
    const en = ['Xie Feng bought three books in Beijing,', 'and had been to the United States in 1998.'];
    expect(anchorsIn(zh, en)).toEqual([
      'person:谢锋=Xie Feng',
      'place:北京=Beijing',
      'number:3=three',
      'date:1998年=1998',
      'place:美国=United States',
    ]);
  });

  test('has none without a second side', () => {
    const sides = sidesOf(['北京'], ['Beijing']);
    expect(anchorsOf({ zh: { start: 0, end: 1 }, en: { start: 0, end: 0 } }, sides)).toEqual([]);
    expect(anchorsOf({ zh: { start: 0, end: 0 }, en: { start: 0, end: 1 } }, sides)).toEqual([]);
  });

  test('has a name as often as both sides have it', () => {
    expect(anchorsIn('北京，北京，北京！', 'Beijing! Beijing!')).toEqual([
      'place:北京=Beijing',
      'place:北京=Beijing',
    ]);
  });

  test('has the longer of two mentions in one place', () => {
    expect(anchorsIn('陈清扬来了。', 'Chen Qingyang came.')).toEqual(['person:陈清扬=Chen Qingyang']);
    expect(anchorsIn('詹姆斯（James）来了。', 'James came.')).toEqual(['person:詹姆斯=James']);
  });

  test('has each mention in one anchor at most, whatever the text', () => {
    const zhPiece = fc.constantFrom(
      '北京',
      '陈清扬',
      '清扬',
      '陈',
      '美国',
      'U.S.',
      '3',
      '三',
      '第三',
      'COVID-19',
      '19',
      '，',
      '的',
      ' ',
    );
    const enPiece = fc.constantFrom(
      'Beijing',
      'Chen Qingyang',
      'Qingyang',
      'Chen',
      'United States',
      'U.S.',
      '3',
      'three',
      'third',
      'COVID-19',
      '19',
      ', ',
      ' ',
      "'s",
    );
    const sentence = (piece: fc.Arbitrary<string>, separator: string) =>
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(separator));
    fc.assert(
      fc.property(
        fc.array(sentence(zhPiece, ''), { minLength: 1, maxLength: 3 }),
        fc.array(sentence(enPiece, ' '), { minLength: 1, maxLength: 3 }),
        (zh, en) => {
          const sides = sidesOf(zh, en);
          const bead = { zh: { start: 0, end: zh.length }, en: { start: 0, end: en.length } };
          const anchors = anchorsOf(bead, sides);
          expect(
            placesFor(
              anchors.map((anchor) => anchor.zh),
              zh,
            ),
          ).toBe(true);
          expect(placesFor(anchors.map((anchor) => anchor.en).sort(), en)).toBe(true);
        },
      ),
      { numRuns: 60, examples: [[['陈清扬陈清扬'], ['Qingyang Chen Qingyang Beijing Chen Qingyang', '']]] },
    );
  });
});

/** Whether the sentences have room for all of the mentions side by side, wherever each of them is put. */
function placesFor(mentions: readonly string[], sentences: readonly string[]): boolean {
  return fits(
    mentions.toSorted((x, y) => y.length - x.length),
    sentences.join('\n'),
  );
}

function fits([mention, ...others]: readonly string[], text: string): boolean {
  if (mention === undefined) return true;
  for (let at = text.indexOf(mention); at >= 0; at = text.indexOf(mention, at + 1)) {
    const rest = text.slice(0, at) + '\u0000'.repeat(mention.length) + text.slice(at + mention.length);
    if (fits(others, rest)) return true;
  }
  return false;
}
