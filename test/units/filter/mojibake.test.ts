import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesIn, readAs } from '../../../src/units/filter/bytes.ts';
import { isMojibake } from '../../../src/units/filter/mojibake.ts';
import { sideOf } from '../../../src/units/filter/side.ts';

const SIMPLIFIED = '她提着三盏灯笼走下山来，没有人说话。';
const TRADITIONAL = '她提著三盞燈籠走下山來，沒有人說話。';
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const isBad = (zh: string, en = 'She came down the hill.') => isMojibake(sideOf(zh), sideOf(en));

test.each([
  ['UTF-8 as GBK', readAs('gb18030', utf8(SIMPLIFIED))],
  ['UTF-8 as Big5', readAs('big5', utf8(TRADITIONAL))],
  ['UTF-8 as Big5, losses as question marks', readAs('big5', utf8(TRADITIONAL)).replaceAll('\ufffd', '?')],
  ['UTF-8 as Latin-1', latin1(utf8(SIMPLIFIED))],
  ['GBK as Latin-1', latin1(bytesIn('gb18030', SIMPLIFIED))],
  ['Big5 as Latin-1', latin1(bytesIn('big5', TRADITIONAL))],
  ['GBK as Big5', readAs('big5', bytesIn('gb18030', SIMPLIFIED))],
  ['Big5 as GBK', readAs('gb18030', bytesIn('big5', TRADITIONAL))],
  ['GBK as UTF-8', readAs('utf-8', bytesIn('gb18030', SIMPLIFIED))],
  ['characters without a code', SIMPLIFIED.replace(/\p{Script=Han}/gu, '?')],
  ['GBK as EUC-KR', readAs('euc-kr', bytesIn('gb18030', SIMPLIFIED))],
  ['UTF-8 as Windows-1251', new TextDecoder('windows-1251').decode(utf8(SIMPLIFIED))],
  ['UTF-8 as KOI8-R', new TextDecoder('koi8-r').decode(utf8(SIMPLIFIED))],
  ['a code for private use', `${SIMPLIFIED}\ue123`],
])('%s is told', (_, text) => {
  expect(isBad(text)).toBe(true);
});

test.each([
  [SIMPLIFIED, 'She came down the hill, “naïve” as ever—at the Café Müller.'],
  [TRADITIONAL, "¿Qué? Ça va, São Paulo's señor said: “Łódź © 2031” »"],
  ['什么？？？', 'What???'],
  ['😀𠮷野家', '😀 Yoshinoya'],
  ['鹭汀湾', 'Luting Bay'],
  ['α≤β，±5 °C', 'α ≤ β, ±5 °C'],
])('%s and %s are none', (zh, en) => {
  expect(isBad(zh, en)).toBe(false);
});

test.each([
  ['caf茅 in GBK', '她走进咖啡馆。', 'She went into the caf茅.'],
  ['Fran癟ois in Big5', '弗朗索瓦走了。', 'Fran癟ois has gone.'],
  ['Mac Roman', '我们走吧。', 'Let‚Äôs go.'],
  ['a lost apostrophe', '这是她的吗？', 'Isn?t it hers?'],
  ['a lost sign before figures', '每人十欧元。', 'It costs ?10 a head.'],
  ['a lost accent', '他很天真。', 'He is na?ve.'],
])('English is told by %s', (_, zh, en) => {
  expect(isBad(zh, en)).toBe(true);
});

test.each([
  ['见 http://example.org/?q=1', 'See http://example.org/a?t=3&s=4'],
  ['用?代替一个字母。', 'Use ? for any letter.'],
  ['“谁在那里？”', '"Who?Who is there?"'],
  ['√2 和 √π', '√2 and √π'],
  ['Дії їх', 'Так, дії'],
])('%s and %s have lost nothing', (zh, en) => {
  expect(isBad(zh, en)).toBe(false);
});

test('text goes to its bytes and back in charsets that have its characters', () => {
  const characters = fc.constantFrom(...Array.from('她提着走下山來沒有人，。 aZ0'));
  fc.assert(
    fc.property(fc.string({ unit: characters }), (text) => {
      expect(readAs('gb18030', bytesIn('gb18030', text))).toBe(text);
    }),
  );
});
