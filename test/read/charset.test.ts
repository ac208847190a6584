import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DuiqiError } from '../../src/errors.ts';
import { CHARSETS, type Charset, charsetNamed, declaredCharset, decode } from '../../src/read/charset.ts';
import { LARGEST_FILE } from '../../src/read/limits.ts';
import { encode } from '../bench/charset.ts';

const hex = (bytes: string) => Uint8Array.from(Buffer.from(bytes.replaceAll(' ', ''), 'hex'));
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));
const utf8 = (text: string) => encode(text, 'utf-8');
const gb18030 = (text: string) => encode(text, 'gb18030');
const big5 = (text: string) => encode(text, 'big5');
const windows1252 = (text: string) => encode(text, 'windows-1252');
const BAD = Uint8Array.of(0xff);

function errorOf(bytes: Uint8Array, charset?: Charset): DuiqiError {
  try {
    decode(bytes, 'a.txt', { charset });
  } catch (error) {
    if (error instanceof DuiqiError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const SIMPLIFIED =
  '雨停的时候，老周还站在码头上。他把手里的信看了又看，说：“她到底还是没有来。”\n' +
  '“也许是船晚了，”卖茶的女人安慰他，“再等一等吧。”可是天已经黑了，江上连一盏灯也看不见。\n';
const TRADITIONAL =
  '雨停的時候，老周還站在碼頭上。他把手裡的信看了又看，說：「她到底還是沒有來。」\n' +
  '「也許是船晚了，」賣茶的女人安慰他，「再等一等吧。」可是天已經黑了，江上連一盞燈也看不見。\n';
const CANTONESE =
  '佢喺碼頭等咗成日，啲船都開晒喇，冇人嚟。「唔使等啦，」阿婆話，「部𨋢都壞咗，佢點落嚟㗎？」\n';
const ENGLISH =
  '“She didn’t come,” said old Zhou—he’d read the letter twice at the café by the pier.\n' +
  '‘Perhaps the boat’s late…’ said the woman who sold tea for €2. “We’ll see,” he answered. “We’ll see.”\n';

/** Two sentences in EUC-KR. Fewer may read as Chinese, see `LEAST_CHANCE`. */
const KOREAN =
  'b1d7b4c220bec6c4a720c0cfc2ef20c0cfbeeeb3aa20c3a2b9aec0bb20bfadbefab4d92e20b9dbbfa1b4c220baf1b0a1' +
  '20b3bbb8aeb0ed20c0d6befab0ed2c20b0f1b8f120b3a1bfa1bcad20b4a9b1bab0a120bfecbbeab5b520bef8c0cc20b0' +
  'c9beeebfc0b0ed20c0d6befab4d92e20beeeb8d3b4cfb4c220bacebefdbfa1bcad20b1b9c0bb20b2fac0ccb8e720bec6' +
  'b9ab20b8bbb5b520c7cfc1f620becabed2b4d92e';

describe('the charset of a text', () => {
  it.each<[string, Charset, string]>([
    ['UTF-8', 'utf-8', SIMPLIFIED + ENGLISH],
    ['UTF-16LE', 'utf-16le', SIMPLIFIED],
    ['UTF-16BE', 'utf-16be', TRADITIONAL],
    ['UTF-16LE in English', 'utf-16le', 'She did not come.\nHe went home.\n'],
    ['UTF-16BE in English', 'utf-16be', 'She did not come.\nHe went home.\n'],
    ['UTF-16LE without a blank, a line break or a zero byte', 'utf-16le', SIMPLIFIED.replaceAll('\n', '')],
    ['GB18030', 'gb18030', SIMPLIFIED],
    ['GB18030 with both languages', 'gb18030', SIMPLIFIED + ENGLISH],
    ['GBK with Traditional characters', 'gb18030', TRADITIONAL],
    ['GBK with both scripts', 'gb18030', SIMPLIFIED + TRADITIONAL],
    ['Big5', 'big5', TRADITIONAL],
    ['Big5 with the Hong Kong characters', 'big5', CANTONESE],
    ['Windows-1252', 'windows-1252', ENGLISH],
  ])('is found: %s', (_, charset, text) => {
    expect(decode(encode(text, charset), 'a.txt')).toMatchObject({ text, charset });
  });

  it.each<[Charset, string]>([
    ['utf-8', 'ef bb bf'],
    ['utf-16le', 'ff fe'],
    ['utf-16be', 'fe ff'],
    ['gb18030', '84 31 95 33'],
  ])('is told by the byte order mark of %s, which is dropped', (charset, mark) => {
    const bytes = joined(hex(mark), encode('囍\n', charset));
    const reason = 'It begins with a byte order mark.';
    expect(decode(bytes, 'a.txt')).toEqual({ text: '囍\n', charset, reason });
  });

  it('is what bytes of known meaning say', () => {
    const read = (bytes: string, charset: Charset) => decode(hex(bytes), 'a.txt', { charset }).text;
    expect(read('cb fb cb b5 a3 ba a1 b0 d5 e2 ca c7 d6 ec e9 46 bb f9 a1 a3 a1 b1', 'gb18030')).toBe(
      '他说：“这是朱镕基。”',
    );
    expect(read('81 39 ef 31 95 34 b2 35 80', 'gb18030')).toBe('㐂𠮷€');
    expect(read('a6 6f bb a1 a1 47 a1 75 b3 6f ac 4f b4 fa b8 d5 a1 43 a1 76', 'big5')).toBe(
      '她說：「這是測試。」',
    );
    expect(
      read('a7 da 9d f6 9d f2 a4 4a ad b1 b5 a5 ca 5c 92 5d a1 41 9d f8 9d cf c9 4e 9d f7 a1 43', 'big5'),
    ).toBe('我喺𨋢入面等佢哋，啲嘢冇咗。');
    expect(read('88 62 87 df 8e cd c7 66', 'big5')).toBe('Ê̄鿋者み');
    expect(read('93 44 6f 6e 92 74 97 63 61 66 e9 20 80 35 85 94', 'windows-1252')).toBe('“Don’t—café €5…”');
  });

  it('has a reason', () => {
    const reason = (bytes: Uint8Array, charset?: Charset) => decode(bytes, 'a.txt', { charset }).reason;
    expect(reason(utf8(ENGLISH))).toBe('Its bytes are valid UTF-8.');
    expect(reason(gb18030(SIMPLIFIED), 'gb18030')).toBe('It was said to be so.');
    expect(reason(gb18030(SIMPLIFIED))).toMatch(
      /^It reads as common Chinese in GB18030: [789]\d of 100 characters are frequent; in Big5 only \d\.$/,
    );
    expect(reason(big5(TRADITIONAL))).toMatch(
      /^It reads as common Chinese in Big5: .*; in GB18030 only \d\.$/,
    );
    expect(reason(encode(SIMPLIFIED, 'utf-16be'))).toMatch(
      /^It reads well in UTF-16BE: \d\d of 100 characters/,
    );
    expect(reason(windows1252('It’s “naïve”.'))).toBe(
      'It reads as English in Windows-1252: 4 of its 4 characters beyond ASCII are quotation marks, dashes, accents and the like.',
    );
  });

  it('with a byte order mark of UTF-8 leaves every text as it is', () => {
    const text = fc.string({ unit: 'binary' }).map((s) => `字${s.replaceAll(/\p{Cc}/gu, '\n')}`);
    fc.assert(
      fc.property(text, (text) => {
        expect(decode(utf8(`\ufeff${text}`), 'a.txt').text).toBe(text);
      }),
    );
  });

  it('said by the user leaves every text as it is', () => {
    const charset = fc.constantFrom<Charset>('utf-8', 'utf-16le', 'utf-16be', 'gb18030');
    const characters = fc.string({ unit: 'grapheme' }).filter((s) => !/\p{Co}/u.test(s));
    fc.assert(
      fc.property(charset, characters, (charset, s) => {
        expect(decode(encode(`字${s}`, charset), 'a.txt', { charset }).text).toBe(`字${s}`);
      }),
    );
  });
});

describe('a trap', () => {
  const finds = (bytes: Uint8Array, charset: Charset, text: string) =>
    expect(decode(bytes, 'a.txt')).toMatchObject({ charset, text });

  it.each<[string, Charset, string]>([
    ['English with a few marks of GB18030', 'gb18030', '“She did not come,” he said—and it’s late…\n'],
    ['English with a few marks of Big5', 'big5', '“She did not come,” he said—and it’s late…\n'],
    ['English with one Chinese name in GB18030', 'gb18030', 'Lin Qiu (林秋) mends watches.\n'],
    ['English with one Chinese name in Big5', 'big5', 'Lin Qiu (林秋) mends watches.\n'],
    ['a quotation mark of Windows-1252 that makes a pair with the letter behind it', 'windows-1252', '“We'],
    ['apostrophes of Windows-1252, which all make pairs', 'windows-1252', 'don’t can’t she’s we’re I’ll'],
    ['accents of Windows-1252, which all make pairs', 'windows-1252', 'naïve fiancée façade Zürich Málaga'],
    ['an accent at the very end of Windows-1252', 'windows-1252', 'They met at the café'],
    ['a lone euro sign', 'windows-1252', 'It is €5.'],
    ['a list of names in GB18030', 'gb18030', '魏三宝\n欧阳雪\n诸葛亭\n鄱阳湖\n湄潭\n遵义\n'],
    ['a list of names in Big5', 'big5', '魏三寶\n歐陽雪\n諸葛亭\n鄱陽湖\n湄潭\n遵義\n'],
    ['characters of four bytes', 'gb18030', `${SIMPLIFIED}㐂𠮷🎉ᠠ`],
    ['Latin letters with accents in Chinese', 'gb18030', '他叫 José，是个画家，住在 Málaga。\n'],
    ['a joke of Windows: one word in GB18030', 'gb18030', '联通'],
  ])('is no trap: %s', (_, charset, text) => {
    finds(encode(text, charset), charset, text);
  });

  it('is no trap: much ASCII before the first Chinese character', () => {
    const beginning = '<p class="empty">nothing to be read here</p>\n'.repeat(20_000);
    finds(joined(utf8(beginning), gb18030(SIMPLIFIED)), 'gb18030', beginning + SIMPLIFIED);
    const oneLine = 'x'.repeat(1_000_000);
    finds(joined(utf8(oneLine), big5(TRADITIONAL)), 'big5', oneLine + TRADITIONAL);
  });

  it('is no trap: a file that begins with one language in a charset, and goes on with the other', () => {
    const english = new Array<Uint8Array>(30_000).fill(gb18030('“It’s late.”\n'));
    const text = '“It’s late.”\n'.repeat(30_000) + SIMPLIFIED;
    finds(joined(...english, gb18030(SIMPLIFIED)), 'gb18030', text);
  });

  it.each<Charset>(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'])(
    'is no trap: a last character that is cut off in %s',
    (charset) => {
      const bytes = encode(`${TRADITIONAL}雨`, charset);
      const { text, reason } = decode(bytes.subarray(0, -1), 'a.txt');
      expect(text).toBe(TRADITIONAL);
      expect(reason).toMatch(/\. Its last character is cut off, and left out\.$/);
    },
  );

  it.each([1, 2, 3])('is no trap: the first %i of four bytes at the end', (bytes) => {
    const cut = (charset: Charset) => {
      const whole = encode(SIMPLIFIED, charset);
      return joined(whole, encode('𠮷', charset).subarray(0, bytes));
    };
    for (const charset of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const) {
      finds(cut(charset), charset, SIMPLIFIED);
    }
  });

  it('is no trap: a wrong end that only looks like a character cut off', () => {
    expect(errorOf(joined(utf8(SIMPLIFIED), hex('ed a0'))).code).toBe('encoding');
    expect(errorOf(joined(utf8(SIMPLIFIED), hex('f4 90'))).code).toBe('encoding');
  });
});

describe('a charset that the user names', () => {
  it.each<[Charset | undefined, string[]]>([
    ['utf-8', ['UTF8', 'utf-8', 'utf-8-sig']],
    ['utf-16le', ['UTF16', 'utf-16le', 'Unicode']],
    ['utf-16be', ['utf_16_be', 'UTF-16BE']],
    ['gb18030', ['GBK', 'gb2312', 'GB 18030', 'cp936', 'EUC-CN']],
    ['big5', ['BIG5', 'Big5-HKSCS', 'cp950']],
    ['windows-1252', ['latin1', 'ISO-8859-1', 'Windows-1252', 'cp1252']],
    [undefined, ['shift_jis', 'koi8-r', '']],
  ])('is %s under the names %j', (charset, names) => {
    for (const name of names) expect(charsetNamed(name)).toBe(charset);
  });

  it('is taken, whatever looking finds', () => {
    expect(decode(gb18030('镜'), 'a.txt', { charset: 'gb18030' }).text).toBe('镜');
    expect(decode(utf8('é'), 'a.txt', { charset: 'windows-1252' }).text).toBe('Ã©');
  });

  it('that the bytes are not of is refused, with the place and what looking finds', () => {
    expect(errorOf(gb18030('Title\n雨停了。\n'), 'utf-8').message).toBe(
      'a.txt:2:1: This is not UTF-8: byte 0xD3 at offset 6 does not belong there. Looking at it finds GB18030: say that, or no charset.',
    );
    expect(errorOf(gb18030(TRADITIONAL), 'big5').message).toContain('This is not Big5: byte 0x');
    expect(errorOf(encode('雨停了。他走了。\n', 'utf-16le'), 'gb18030').message).toContain(
      'finds UTF-16LE: say that',
    );
    expect(errorOf(hex('61 81 62'), 'windows-1252').message).toMatch(
      /^a\.txt:1:2: This is not Windows-1252: byte 0x81 at offset 1 .* Looking at it finds no other charset: save it as UTF-8\.$/,
    );
  });

  it('as UTF-16 is one of the two by the byte order mark', () => {
    const reason = 'It was said to be UTF-16; its byte order mark says which.';
    const decoded = decode(hex('fe ff 4e 00'), 'a.txt', { charset: 'utf-16le' });
    expect(decoded).toEqual({ text: '一', charset: 'utf-16be', reason });
  });

  it.each<[Charset, string]>([
    ['utf-16le', '0d 4e 00 d8 0d 4e'],
    ['utf-16be', '4e 0d dc 00 4e 0d'],
    ['gb18030', 'd3 ea 81 0a d3 ea'],
    ['big5', 'ab 42 ab 0a ab 42'],
    ['utf-8', 'e9 9b a8 e9 9b 0a'],
  ])('as %s is refused at the character that is none', (charset, bytes) => {
    const { code, position } = errorOf(hex(bytes), charset);
    expect({ code, position }).toEqual({ code: 'encoding', position: { file: 'a.txt', line: 1, column: 2 } });
  });
});

describe('a charset that a document names', () => {
  it.each([
    ['<!DOCTYPE html><html><head><meta charset="gbk">', 'gbk'],
    ["<META CHARSET = 'Big5'>", 'Big5'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', 'gb2312'],
    ['<?xml version="1.0" encoding="GB18030"?>', 'GB18030'],
    ["\n<?xml version='1.0' encoding='utf-8' standalone='no'?><html><meta charset=big5>", 'utf-8'],
    ['<!-- <meta charset="big5"> --><meta charset=gbk>', 'gbk'],
    ['<!-- <meta charset="big5">', undefined],
    [`${' '.repeat(2048)}<meta charset="big5">`, undefined],
    ['a charset="big5" in a text', undefined],
  ])('in %j is %s', (text, charset) => {
    expect(declaredCharset(utf8(text))).toBe(charset);
    expect(declaredCharset(encode(`\ufeff${text}`, 'utf-16be'))).toBe(charset);
  });

  const page = (charset: string, body: string) => `<html><meta charset="${charset}"><p>${body}</p></html>\n`;

  it('decides where looking alone cannot', () => {
    expect(errorOf(big5('<p>鏡</p>')).code).toBe('encoding');
    const text = page('big5', '鏡');
    const reason = 'It says that it is in big5, and reads well in it.';
    expect(decode(big5(text), 'a.html')).toEqual({ text, charset: 'big5', reason });
    expect(decode(gb18030(page('gb2312', '镜')), 'a.html').text).toBe(page('gb2312', '镜'));
  });

  it.each<[string, Charset]>([
    ['big5', 'gb18030'],
    ['iso-8859-1', 'gb18030'],
    ['utf-8', 'gb18030'],
    ['utf-16', 'gb18030'],
    ['shift_jis', 'gb18030'],
    ['gb2312', 'utf-8'],
    ['windows-1252', 'utf-8'],
    ['gb2312', 'utf-16le'],
  ])('as %s loses against %s that reads well', (declared, charset) => {
    const text = page(declared, SIMPLIFIED);
    expect(decode(encode(text, charset), 'a.html')).toMatchObject({ text, charset });
  });
});

describe('bytes that are refused', () => {
  const refused = (bytes: Uint8Array, message: string) =>
    expect(errorOf(bytes).message).toBe(`a.txt:${message}`);
  const ADVICE = 'Save all of it in one charset, best in UTF-8.';

  it('because a line is not UTF-8, as those before are', () => {
    const lines = [...Array<string>(39).fill('雨停了。\n'), '她'].join('');
    const bytes = joined(utf8(lines), gb18030('“走吧。”\n'), utf8('他走了。\n'));
    const what = 'This file mixes two charsets: line 40 is not UTF-8, although the lines before are.';
    refused(bytes, `40:2: ${what} ${ADVICE}`);
    refused(joined(utf8(lines), windows1252('“It’s late.”\n')), `40:2: ${what} ${ADVICE}`);
    refused(joined(Uint8Array.of(0xef, 0xbb, 0xbf), utf8(lines), BAD), `40:2: ${what} ${ADVICE}`);
  });

  it('because a line is UTF-8, as those before are not', () => {
    const what = 'This file mixes two charsets: line 3 is UTF-8, although the lines before are not.';
    refused(joined(gb18030(SIMPLIFIED), utf8('他走了。你好\n')), `3:1: ${what} ${ADVICE}`);
    refused(joined(big5(TRADITIONAL), utf8('他走了。\n')), `3:1: ${what} ${ADVICE}`);
    refused(joined(windows1252(ENGLISH), utf8(ENGLISH)), `3:1: ${what} ${ADVICE}`);
  });

  it('because two files were put together', () => {
    const place = { line: 3, column: 1 };
    expect(errorOf(joined(utf8(SIMPLIFIED), gb18030(SIMPLIFIED))).position).toMatchObject(place);
    expect(errorOf(joined(gb18030(SIMPLIFIED), utf8(SIMPLIFIED))).position).toMatchObject(place);
  });

  it('because some byte is not GB18030 or Big5, as all others are', () => {
    const mixed = (charset: string) =>
      `3:2: This file mixes two charsets: line 3 is not ${charset}, although the lines before are. ${ADVICE}`;
    refused(joined(gb18030(`${SIMPLIFIED}雨`), BAD), mixed('GB18030'));
    refused(joined(big5(`${TRADITIONAL}雨`), BAD), mixed('Big5'));
    refused(
      joined(gb18030('雨停了，他走了。'), BAD),
      `1:9: This is GB18030 but for one place: byte 0xFF at offset 16 does not belong there. ${ADVICE}`,
    );
  });

  it('because a later line of a long file is not UTF-8', () => {
    const lines = utf8('雨停了。\n'.repeat(400_000));
    const what = 'This file mixes two charsets: line 400001 is not UTF-8, although the lines before are.';
    refused(joined(lines, gb18030('他走了。\n')), `400001:1: ${what} ${ADVICE}`);
  });

  it.each([
    ['Korean', KOREAN],
    ['Russian', 'ce ed 20 ef f0 ee f1 ed f3 eb f1 ff 20 f0 e0 ed ee 20 f3 f2 f0 ee ec'],
    ['half a character', '61 e4 bd 62'],
    ['a character that may be of either Chinese charset', 'c0 b0'],
  ])('because they read well in no charset: %s', (_, bytes) => {
    const error = errorOf(hex(bytes));
    expect(error.code).toBe('encoding');
    expect(error.message).toMatch(
      /: This is not UTF-8: byte 0x.. at offset \d+ does not belong there\. It does not clearly read as any other charset\. Save it as UTF-8\.$/,
    );
  });

  it('because they are no text', () => {
    refused(
      joined(utf8('他来了。\n她'), Uint8Array.of(0), utf8('走了。')),
      '2:2: This is not text: there is a zero byte at offset 16. Save the document as plain text in UTF-8.',
    );
    expect(errorOf(hex('89 50 4e 47 0d 0a 1a 0a 00 00 00 0d 49 48 44 52 00 00 01 00')).code).toBe('binary');
    expect(errorOf(utf8('\u0001\u0002\u0003 a \u0001\u0002\u0003')).code).toBe('binary');
    expect(errorOf(hex('ff fe 41 00 00 00 42 00 00 00')).code).toBe('binary');
    expect(errorOf(Uint8Array.of(0, 0, 0, 0), 'gb18030').code).toBe('binary');
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 7 + (i >> 3)) & 0xff);
    expect(errorOf(noise).code).toBe('binary');
  });

  it.each<[string, string]>([
    ['no bytes', ''],
    ['blanks', '20 0a e3 80 80'],
    ['a byte order mark', 'ef bb bf'],
    ['a byte order mark of UTF-16', 'ff fe'],
  ])('because there is nothing in them but %s', (_, bytes) => {
    expect(errorOf(hex(bytes)).code).toBe('empty');
  });

  it('because they are too many', () => {
    const message =
      'a.txt: This file is too large: it has 65 MB, and a text may have 64. Cut it into several files.';
    const bytes = new Uint8Array(LARGEST_FILE + 1).fill(0x61);
    expect(errorOf(bytes)).toMatchObject({ code: 'too-large', message });
  });
});

describe('bytes of any kind', () => {
  it('are a text or an error that says what to do', () => {
    const charset = fc.constantFrom(undefined, ...CHARSETS);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), charset, (bytes, charset) => {
        try {
          expect(decode(bytes, 'a.txt', { charset }).text).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(DuiqiError);
          expect((error as DuiqiError).advice).toMatch(/\.$/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are decoded as Node does, where it knows the charset', () => {
    const charset = fc.constantFrom<Charset>('utf-8', 'utf-16le', 'utf-16be', 'gb18030');
    fc.assert(
      fc.property(charset, fc.uint8Array({ maxLength: 8 }), (charset, some) => {
        const bytes = joined(encode('字', charset), some);
        const expected = new TextDecoder(charset).decode(bytes);
        // Where a byte does not belong, Node puts this character.
        fc.pre(!/[\0-\x1f\ufffd]/.test(expected));
        expect(decode(bytes, 'a.txt', { charset }).text).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
