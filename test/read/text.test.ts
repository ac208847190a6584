import { describe, expect, it } from 'vitest';
import { DuiqiError } from '../../src/errors.ts';
import { decodeText } from '../../src/read/text.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

function errorOf(input: Uint8Array): DuiqiError {
  try {
    decodeText(input, 'some/folder/a.txt');
  } catch (error) {
    if (error instanceof DuiqiError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('decoding', () => {
  it('keeps the text as it is, line breaks included', () => {
    expect(decodeText(utf8('他来了。\r\nHe came.\rYes.\n'), 'a.txt')).toBe('他来了。\r\nHe came.\rYes.\n');
  });

  it('drops a byte order mark', () => {
    expect(decodeText(utf8('\uFEFF你好'), 'a.txt')).toBe('你好');
  });

  it('takes other charsets than UTF-8', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0x60, 0x4f, 0x7d, 0x59, 0x0a, 0x00), 'a.txt')).toBe('你好\n');
    expect(decodeText(bytes(0xc4, 0xe3, 0xba, 0xc3), 'a.txt')).toBe('你好');
  });

  it.each([
    ['no bytes', ''],
    ['only white space', ' \n\u3000\t\r\n'],
    ['only a byte order mark', '\uFEFF'],
  ])('refuses %s', (_, text) => {
    const error = errorOf(utf8(text));
    expect(error.code).toBe('empty');
    expect(error.message).toMatch(/^some\/folder\/a\.txt: There is no text in this file\./);
  });

  it('refuses bytes that are no text', () => {
    expect(errorOf(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)).code).toBe('binary');
    expect(errorOf(bytes(1, 2, 3, 4, 5, 6, 65, 66)).code).toBe('binary');
  });

  it('takes a text with one stray control character', () => {
    const text = `${'He came and went. '.repeat(5)}\u0001`;
    expect(decodeText(utf8(text), 'a.txt')).toBe(text);
  });

  it('names the line and column of the first byte that is not UTF-8 as the lines before are', () => {
    const error = errorOf(Uint8Array.from([...utf8('第一行\r\n第二'), 0xb5, 0xda, ...utf8('行')]));
    expect(error.code).toBe('encoding');
    expect(error.position).toEqual({ file: 'some/folder/a.txt', line: 2, column: 3 });
    expect(error.message).toMatch(
      /^some\/folder\/a\.txt:2:3: This file mixes two charsets: line 2 is not UTF-8/,
    );
  });

  it.each([
    ['a character that is cut off in the middle', [0x61, 0xe4, 0xbd, 0x62], 1],
    ['a lone continuation byte', [0x61, 0x62, 0x81, 0x63], 2],
    ['an overlong form', [0x61, 0xc0, 0xaf], 1],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 1],
    ['a byte that never occurs', [0xff, 0xff, 0x61], 0],
  ])('finds %s', (_, values, offset) => {
    const error = errorOf(Uint8Array.from(values));
    expect(error.code).toBe('encoding');
    expect(error.message).toContain(` at offset ${offset} `);
    expect(error.position.column).toBe(offset + 1);
  });

  it('counts the column in characters', () => {
    const text = [0x61, ...utf8('🎉'), 0x62, 0xff];
    expect(errorOf(Uint8Array.from(text)).position.column).toBe(4);
  });
});
