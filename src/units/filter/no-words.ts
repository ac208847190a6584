/** Units that hold no words to learn from: addresses, mark-up, code, figures, marks. */
import { type Side, sideOf } from './side.ts';

const NOT_WORDS = new RegExp(
  [
    // Addresses of pages and of people
    '\\b(?:https?|ftp|file|mailto|git|ssh):\\S+',
    '\\bwww\\.\\S+',
    '[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+',
    '\\b(?:[a-z0-9-]+\\.)+(?:com|org|net|edu|gov|io|cn|tw|hk|html?|php|co\\.uk)\\b(?:/\\S*)?',
    // Mark-up: elements, references to characters, images and links of Markdown without a text, macros of TeX and wikis
    '<!--.*?-->',
    '</?[A-Za-z][^<>]*>',
    '&(?:#\\d+|#x[0-9a-f]+|[a-z]+\\d?);',
    '!?\\[[^\\]\\p{L}]*\\]\\([^)]*\\)',
    '\\[\\[(?:File|Image|文件|图像|檔案|圖像):[^\\[\\]]*\\]\\]',
    '\\\\[a-zA-Z]+(?:\\{[^}]*\\})*',
    '\\{\\{[^}]*\\}\\}',
    // Places for values: {0}, {name}, %s, %1$d, ${name}
    '[$%]?\\{[\\w.]*\\}',
    '%(?:\\d+\\$)?[-+#0]*\\d*(?:\\.\\d+)?(?:l{0,2}[diouxX]|[sfFgGcpq@])(?![\\p{L}\\d])',
    // Paths, names of files, numbers in hexadecimal, and colours
    '[A-Za-z]:\\\\(?:[\\w. -]{1,60}\\\\)*[\\w.-]*',
    '(?:~?/|\\.{1,2}/)[\\w.-]+(?:[\\\\/][\\w.-]+)*/?',
    '\\b[\\w-]+\\.(?:jpe?g|png|gif|bmp|svg|pdf|docx?|xlsx?|pptx?|zip|rar|exe|dll|txt|mp[34]|avi)\\b',
    '\\b[0-9a-f]{8}(?:-[0-9a-f]{4,12})+\\b',
    '\\b(?=[a-f]*\\d)[0-9a-f]{16,}\\b',
    '#[0-9a-fA-F]{3,8}\\b',
  ].join('|'),
  'giu',
);
const MAY_HOLD = /[@<>&\\/#{}%[]|www|\.\w|[0-9a-f]{8}/i;

/** What is written in Latin letters on both sides and looks like this is code. */
const CODE = new RegExp(
  [
    '[;{}]\\s*$',
    '\\w\\([^)]*\\)\\s*(?:[;{.]|$)',
    '=>|==|!=|\\+=|::|->|&&|\\|\\|',
    '^\\s*(?:[$#>]\\s|>>>|#include\\b|@\\w+)',
    '^\\s*(?:import|export|from|const|let|var|def|return|function|public|class|npm|npx|git|pip|sudo|cd|curl|docker|SELECT|INSERT|UPDATE)\\s[\\w\'"{*-]',
    '\\w_\\w|\\s--?\\w|\\b\\w+=["\'\\w]|^\\s*//|\\$\\{?\\w',
    '\\b[A-Za-z_]\\w*\\.\\w+\\.\\w+\\b',
  ].join('|'),
);
/** Prose that speaks of code has fewer marks to its letters; a command of so many words may have none. */
const MARKS_IN_CODE = 0.1;
const WORDS_OF_COMMAND = 4;
/** Of a side without words so much may be said on the other: 50% and `fifty percent`. */
const FEW_WORDS = 3;

export function hasNoWords(zh: Side, en: Side): boolean {
  const [zhRest, enRest] = [withoutAddresses(zh), withoutAddresses(en)];
  if (isCode(zhRest) && isCode(enRest)) return true;
  const [zhLetters, enLetters] = [zhRest.letters, enRest.letters];
  if (zhLetters > 0 && enLetters > 0) return false;
  if (zhLetters > 0) return zhRest.han > FEW_WORDS || en.digits === 0;
  return enRest.words > FEW_WORDS || enLetters === 0 || zh.digits === 0;
}

function isCode({ text, han, latin, marks, words }: Side): boolean {
  if (han > 0 || !CODE.test(text)) return false;
  return marks >= MARKS_IN_CODE * latin || words <= WORDS_OF_COMMAND;
}

function withoutAddresses(side: Side): Side {
  if (!MAY_HOLD.test(side.text)) return side;
  const rest = side.text.replace(NOT_WORDS, ' ');
  return rest === side.text ? side : sideOf(rest);
}
