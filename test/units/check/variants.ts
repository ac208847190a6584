/** One small memory in many variants: each with what is wrong with it, and what a program should find in it once mended. */
import type { RuleName } from '../../../src/units/check/rules.ts';

/** The sentences of a memory that OmegaT is asked for. */
export type SentenceName = 'ferry' | 'nobody' | 'gulls' | 'rain';

export interface Variant {
  readonly name: string;
  /** The file; its texts hold the number, so that several of them can be told apart in one project. */
  readonly make: (number: number) => Uint8Array;
  /** What is to be found, and in which line. */
  readonly finds: readonly (readonly [rule: RuleName, line: number])[];
  /** What is to be found still when it is mended. */
  readonly remains?: readonly RuleName[];
  /** Its sentences that are in the mended memory; all three of the sound one unless told. */
  readonly holds?: readonly SentenceName[];
}

export function english(name: SentenceName, number: number): string {
  const sentences = {
    ferry: `Ferry ${number} left the harbour at dawn.`,
    nobody: `Nobody on ferry ${number} waved.`,
    gulls: `The gulls above pier ${number} circled.`,
    rain: `It rained on pier ${number} all week.`,
  };
  return sentences[name];
}

export function chinese(name: SentenceName, number: number): string {
  const sentences = {
    ferry: `${number}号渡轮在黎明时离开了港口。`,
    nobody: `没有人向${number}号渡轮挥手。`,
    gulls: `海鸥在${number}号码头上空盘旋。`,
    rain: `${number}号码头下了整整一个星期的雨。`,
  };
  return sentences[name];
}

/** The sound memory; variants say by its lines what they find. */
export function soundMemory(number: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="pier" creationtoolversion="2" segtype="sentence" o-tmf="pier" adminlang="en" srclang="en" datatype="plaintext">
    <prop type="x-client">Harbour office</prop>
  </header>
  <body>
    <tu tuid="f1" creationdate="20240305T060708Z" creationid="林月">
      <note>Checked on the quay.</note>
      <prop type="x-scene">quay</prop>
      <tuv xml:lang="en"><seg>${english('ferry', number)}</seg></tuv>
      <tuv xml:lang="zh-CN"><seg>${chinese('ferry', number)}</seg></tuv>
    </tu>
    <tu>
      <tuv xml:lang="en"><seg>${english('nobody', number)}</seg></tuv>
      <tuv xml:lang="zh-CN"><seg>${chinese('nobody', number)}</seg></tuv>
    </tu>
    <!-- the bell & the rain -->
    <tu>
      <tuv xml:lang="en"><seg>The <bpt i="1" type="bold">&lt;b&gt;</bpt>bell<ept i="1">&lt;/b&gt;</ept> of ferry ${number} rang<ph x="2"/></seg></tuv>
      <tuv xml:lang="zh-CN"><seg>${number}号渡轮的<bpt i="1" type="bold">&lt;b&gt;</bpt>钟<ept i="1">&lt;/b&gt;</ept>响了<ph x="2"/></seg></tuv>
    </tu>
    <tu changedate="20240306T060708Z">
      <tuv xml:lang="en"><seg>${english('rain', number)}</seg></tuv>
      <tuv xml:lang="zh-CN"><seg>${chinese('rain', number)}</seg></tuv>
    </tu>
  </body>
</tmx>
`;
}

type Change = readonly [from: string, to: string];

/** The sound memory with each of these once or everywhere replaced; a change that changes nothing is a slip. */
function changed(number: number, changes: readonly Change[]): string {
  return changes.reduce((text, [from, to]) => {
    const fill = (pattern: string) => pattern.replaceAll('{n}', String(number));
    if (!text.includes(fill(from))) throw new Error(`no ${fill(from)} in the memory`);
    return text.replaceAll(fill(from), fill(to));
  }, soundMemory(number));
}

const utf8 = (text: string) => Buffer.from(text);

const with_ =
  (...changes: Change[]) =>
  (number: number) =>
    utf8(changed(number, changes));

function utf16(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');
}

/** A byte sequence as Latin-1 text, put in the place of a mark. */
function withBytes(text: string, mark: string, bytes: readonly number[]): Uint8Array {
  const [before, after] = text.split(mark);
  return Buffer.concat([utf8(before!), Buffer.from(bytes), utf8(after!)]);
}

const NOBODY_EN = '<tuv xml:lang="en"><seg>Nobody on ferry {n} waved.</seg></tuv>';
const NOBODY_ZH = '<tuv xml:lang="zh-CN"><seg>没有人向{n}号渡轮挥手。</seg></tuv>';
const WITHOUT_NOBODY: readonly SentenceName[] = ['ferry', 'rain'];
const TWO_EN = 'Nobody on ferry {n} waved. The gulls above pier {n} circled.';
const TWO_ZH = '没有人向{n}号渡轮挥手。海鸥在{n}号码头上空盘旋。';

const sound = (name: string, make: Variant['make']): Variant => ({ name, make, finds: [] });

/** A file with one thing wrong, at one place. */
const faulty = (
  name: string,
  rule: RuleName,
  line: number,
  make: Variant['make'],
  more: Partial<Variant> = {},
): Variant => ({ name, make, finds: [[rule, line]], ...more });

const NOT_WELL_FORMED: readonly Variant[] = [
  faulty('a control character', 'control-character', 15, with_(['Nobody on', 'Nobody \u000bon'])),
  faulty(
    'a reference to a control character',
    'control-reference',
    15,
    with_(['Nobody on', 'Nobody &#xB;on']),
  ),
  faulty('a bare ampersand', 'bare-ampersand', 10, with_(['>quay<', '>quay & pier<'])),
  faulty('a bare less-than', 'bare-less-than', 10, with_(['>quay<', '>quay < pier<'])),
  faulty('an entity of HTML', 'unknown-entity', 10, with_(['>quay<', '>quay&nbsp;4<'])),
  faulty('a byte that is not UTF-8', 'encoding', 10, (number) =>
    withBytes(changed(number, [['>quay<', '>qu#ay<']]), '#', [0xe9]),
  ),
  faulty(
    'a segment that is not closed',
    'unclosed-element',
    16,
    with_(['号渡轮挥手。</seg>', '号渡轮挥手。']),
  ),
  faulty('an attribute without quotation marks', 'markup', 8, with_(['tuid="f1"', 'tuid=f1'])),
  faulty(
    'a file that is cut off',
    'cut-off',
    24,
    (number) => {
      const text = soundMemory(number);
      return utf8(text.slice(0, text.indexOf('It rained') + 5));
    },
    { holds: ['ferry', 'nobody'] },
  ),
  faulty('GB18030 that says it is UTF-8', 'encoding', 1, (number) => gb18030(soundMemory(number))),
];

/** Enough of GB18030 for the Chinese of the memory, which is looked up by decoding. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly [number, number]>();
  for (let lead = 0xa1; lead <= 0xf7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from(Array.from(text).flatMap((one) => codes.get(one) ?? [...utf8(one)]));
}

const HEADERS: readonly Variant[] = [
  faulty('no root', 'root', 3, with_(['<tmx version="1.4">\n', ''])),
  faulty(
    'an entity of the document type',
    'own-entity',
    10,
    with_(['"tmx14.dtd">', '"tmx14.dtd" [<!ENTITY pier "quay">]>'], ['>quay<', '>&pier;<']),
  ),
  faulty('no srclang', 'missing-srclang', 4, with_([' srclang="en"', ''])),
  faulty('a srclang that no text is in', 'wrong-srclang', 4, with_(['srclang="en"', 'srclang="en-GB"'])),
  faulty('no o-tmf', 'missing-attribute', 4, with_([' o-tmf="pier"', ''])),
  faulty('no datatype', 'missing-attribute', 4, with_([' datatype="plaintext"', ''])),
  faulty('no adminlang', 'missing-attribute', 4, with_([' adminlang="en"', ''])),
  {
    name: 'no name of the tool',
    make: with_([' creationtool="pier" creationtoolversion="2"', '']),
    finds: [
      ['missing-attribute', 4],
      ['missing-attribute', 4],
    ],
  },
  faulty('an unknown segtype', 'segtype', 4, with_(['segtype="sentence"', 'segtype="sentences"'])),
  faulty('no version', 'version', 3, with_(['<tmx version="1.4">', '<tmx>'])),
  faulty('version 1.1', 'old-version', 3, with_(['<tmx version="1.4">', '<tmx version="1.1">'])),
  faulty('version 2.0', 'version', 3, with_(['<tmx version="1.4">', '<tmx version="2.0">'])),
  faulty('the header behind the units', 'order', 25, (number) => {
    const text = soundMemory(number);
    const header = /^ {2}<header[\s\S]*<\/header>\n/m.exec(text)![0];
    return utf8(text.replace(header, '').replace('  </body>\n', `  </body>\n${header}`));
  }),
];

const UNITS: readonly Variant[] = [
  faulty(
    'a property behind the texts',
    'order',
    17,
    with_([NOBODY_ZH, `${NOBODY_ZH}\n<prop type="x-end">1</prop>`]),
  ),
  faulty('a note behind a segment', 'order', 16, with_(['挥手。</seg>', '挥手。</seg><note>Who?</note>'])),
  faulty('an unknown attribute', 'schema', 23, with_(['<tu changedate', '<tu status="draft" changedate'])),
  faulty(
    'an unknown element',
    'schema',
    10,
    with_(['<prop type="x-scene">quay</prop>', '<scene>quay</scene>']),
  ),
  faulty(
    'a srclang of a unit that it has no text in',
    'wrong-srclang',
    8,
    with_(['<tu tuid="f1"', '<tu srclang="fr" tuid="f1"']),
  ),
  faulty(
    'an unknown segtype of a unit',
    'segtype',
    14,
    with_([`<tu>\n      ${NOBODY_EN}`, `<tu segtype="line">\n      ${NOBODY_EN}`]),
  ),
  faulty('dates that are none', 'date', 8, with_(['20240305T060708Z', '2024-03-05 06:07:08'])),
  faulty('a property of a name that OmegaT takes', 'property-name', 10, with_(['x-scene', 'id'])),
  {
    name: 'zh_CN',
    make: with_(['zh-CN', 'zh_CN']),
    finds: [12, 16, 21, 25].map((line) => ['locale', line] as const),
  },
  {
    name: 'lang instead of xml:lang',
    make: with_(['xml:lang="zh-CN"', 'lang="zh-CN"']),
    finds: [12, 16, 21, 25].map((line) => ['lang-attribute', line] as const),
  },
  faulty(
    'a text in no language',
    'missing-language',
    16,
    with_([NOBODY_ZH, NOBODY_ZH.replace(' xml:lang="zh-CN"', '')]),
  ),
  faulty(
    'a unit in zh-TW among those in zh-CN',
    'several-pairs',
    14,
    with_([NOBODY_ZH, NOBODY_ZH.replace('zh-CN', 'zh-TW')]),
    { holds: WITHOUT_NOBODY },
  ),
  faulty(
    'two sentences a side as one sentence',
    'two-sentences',
    14,
    with_(['Nobody on ferry {n} waved.', TWO_EN], ['没有人向{n}号渡轮挥手。', TWO_ZH]),
    { holds: ['ferry', 'nobody', 'gulls', 'rain'] },
  ),
  {
    name: 'two sentences a side as a paragraph',
    make: with_(
      ['segtype="sentence"', 'segtype="paragraph"'],
      ['Nobody on ferry {n} waved.', TWO_EN],
      ['没有人向{n}号渡轮挥手。', TWO_ZH],
    ),
    finds: [],
    holds: ['ferry', 'nobody', 'gulls', 'rain'],
  },
  {
    name: 'a paragraph that the header calls a sentence',
    make: with_(
      [`<tu>\n      ${NOBODY_EN}`, `<tu segtype="paragraph">\n      ${NOBODY_EN}`],
      ['Nobody on ferry {n} waved.', TWO_EN],
      ['没有人向{n}号渡轮挥手。', TWO_ZH],
    ),
    finds: [['header-segtype', 4]],
    holds: ['ferry', 'nobody', 'gulls', 'rain'],
  },
  faulty(
    'space at the ends of a text',
    'space-at-ends',
    15,
    with_(['<seg>Nobody on ferry {n} waved.', '<seg> Nobody on ferry {n} waved. ']),
  ),
  faulty('no translation', 'one-sided', 14, with_([`      ${NOBODY_ZH}\n`, '']), { holds: WITHOUT_NOBODY }),
  faulty('an empty translation', 'empty-segment', 16, with_(['没有人向{n}号渡轮挥手。', '']), {
    holds: WITHOUT_NOBODY,
  }),
  faulty('an empty source', 'empty-segment', 15, with_(['Nobody on ferry {n} waved.', ' ']), {
    holds: WITHOUT_NOBODY,
  }),
  faulty('a text without its segment', 'missing-segment', 16, with_([NOBODY_ZH, '<tuv xml:lang="zh-CN"/>']), {
    holds: WITHOUT_NOBODY,
  }),
  faulty(
    'two translations in one unit',
    'duplicate-variant',
    17,
    with_([NOBODY_ZH, `${NOBODY_ZH}\n<tuv xml:lang="zh-CN"><seg>谁也没有挥手。</seg></tuv>`]),
    { holds: WITHOUT_NOBODY },
  ),
  faulty('a text that is too long', 'too-long', 15, with_(['Nobody on', `N${'o'.repeat(2_000)}body on`]), {
    remains: ['too-long'],
    holds: WITHOUT_NOBODY,
  }),
];

const SOUND: readonly Variant[] = [
  sound('UTF-8', with_()),
  sound('UTF-8 with a byte order mark', (number) => utf8(`\ufeff${soundMemory(number)}`)),
  sound('UTF-16', (number) => utf16(soundMemory(number))),
  sound('no document type', with_(['<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n', ''])),
  sound('line ends of Windows', (number) => utf8(soundMemory(number).replaceAll('\n', '\r\n'))),
  ...['zh-TW', 'zh-HK', 'zh-Hans', 'zh'].map((tag) => sound(tag, with_(['zh-CN', tag]))),
  sound('en-US', with_(['xml:lang="en"', 'xml:lang="en-US"'], ['srclang="en"', 'srclang="en-US"'])),
  sound('*all*', with_(['srclang="en"', 'srclang="*all*"'])),
];

export const VARIANTS: readonly Variant[] = [...SOUND, ...NOT_WELL_FORMED, ...HEADERS, ...UNITS];
