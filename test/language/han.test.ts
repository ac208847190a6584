import fc from 'fast-check';
import { Converter } from 'opencc-js/t2cn';
import { describe, expect, test } from 'vitest';
import { isHan, narrow, simplify } from '../../src/language/han.ts';

describe('simplify', () => {
  test('OpenCC changes nothing that is no Chinese character', () => {
    const convert = Converter({ from: 'tw', to: 'cn' });
    const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
    const others = units.filter((unit) => !/\p{Script=Han}/u.test(unit)).join('');
    expect(others.length).toBeGreaterThan(30_000);
    expect(convert(others)).toBe(others);
  });

  test.each([
    ['這裡的頭髮', '这里的头发'],
    ['皇后在後面', '皇后在后面'],
    ['乾淨的幹部不干涉', '干净的干部不干涉'],
    ['乾隆皇帝', '乾隆皇帝'],
    ['吃麵', '吃面'],
    ['臺灣與台灣', '台湾与台湾'],
    ['看著一本著名的書', '看着一本著名的书'],
    ['發展中國家', '发展中国家'],
    ['資訊', '资讯'],
    ['什麼、甚麼', '什么、甚么'],
    ['90分鍾', '90分钟'],
    ['約翰·克裏', '约翰·克里'],
    ['週三', '周三'],
    ['瞭解', '了解'],
    ['鐘錶匠', '钟表匠'],
  ])('%s becomes %s', (text, key) => {
    expect(simplify(text)).toBe(key);
  });

  test('words that only differ between the regions stay as they are', () => {
    expect(simplify('計程車司機用滑鼠')).toBe('计程车司机用滑鼠');
    expect(simplify('軟體')).toBe('软体');
  });

  test('broken characters in Simplified text are mended: 分鍾, 克裏, 週三', () => {
    expect(simplify('会谈持续了90分鍾')).toBe('会谈持续了90分钟');
    expect(simplify('国务卿克裏说')).toBe('国务卿克里说');
    expect(simplify('他週三抵达')).toBe('他周三抵达');
  });

  test('what is Simplified already stays', () => {
    const text = '“里程碑”，他说：后来的人只看面子……';
    expect(simplify(text)).toBe(text);
  });

  test('any text keeps its length, and its other characters keep their places', () => {
    const piece = fc.constantFrom(
      ...'這裡頭髮乾麵後裏鍾週發什麼瞭解軟體 ab1，。“”\u{20BB7}😀',
      '\ud800',
      '\udc00',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const key = simplify(text);
        expect(key).toHaveLength(text.length);
        for (let i = 0; i < text.length; i++) {
          if (text.charCodeAt(i) < 0x2e80) expect(key[i]).toBe(text[i]);
        }
      }),
    );
  });
});

describe('narrow', () => {
  test.each([
    ['１２３ＡＢｃ', '123ABc'],
    ['３．５％', '3.5%'],
    ['９：１５', '9:15'],
    ['＋８６－１０', '+86-10'],
    ['一\u3000二\u00a0三\u202f四', '一 二 三 四'],
    ['１，２００，０００人', '1,200,000人'],
  ])('%s becomes %s', (text, key) => {
    expect(narrow(text)).toBe(key);
  });

  test('Chinese punctuation stays, and so does a comma between two numbers', () => {
    const text = '“好！”（他说，）300，400，第３，第４';
    expect(narrow(text)).toBe('“好！”（他说，）300，400，第3，第4');
  });

  test('any text keeps its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(narrow(text)).toHaveLength(text.length);
      }),
    );
  });
});

test('Han characters are told from others', () => {
  expect(['中', '〇', '𠮷', '々'].map(isHan)).toEqual([true, true, true, true]);
  expect(['a', '，', 'あ', '😀', '1', ''].map(isHan)).toEqual([false, false, false, false, false, false]);
});
