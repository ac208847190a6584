import { describe, expect, it } from 'vitest';
import type { DuiqiError } from '../../src/errors.ts';
import { readDocument, readSegmented } from '../../src/read/document.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const document = (...lines: string[]) => readDocument(utf8(lines.join('\n')), 'pages/story.txt');
const read = async (...lines: string[]) => (await document(...lines)).parts;

const ZH_TITLE = '港口大桥重新开放';
const ZH =
  '市政府周二表示，经过两年的修缮，港口大桥已经重新开放，行人和自行车可以免费通行。许多居民前来参观。';
const ZH_MORE =
  '工程师们更换了全部钢索，并在桥上安装了新的照明设备。市长说，这座桥属于每一个人，希望大家爱护它。';
const EN_TITLE = 'Harbour Bridge Opens Again';
const EN =
  'After two years of repairs the harbour bridge is open again, the city said on Tuesday. ' +
  'People on foot and on bicycles may cross it for nothing, and many came to see it.';
const EN_MORE =
  'Engineers replaced all of the cables and put up new lights. The bridge belongs to everyone, the mayor said, ' +
  'and she hopes that everyone will take care of it.';

describe('the parts of a document', () => {
  it('are one for a document in one language', async () => {
    const parts = await read(ZH_TITLE, '', ZH, '', ZH_MORE);
    expect(parts.map(({ id, language, locale }) => ({ id, language, locale }))).toEqual([
      { id: 'zh1', language: 'zh', locale: 'zh-CN' },
    ]);
    expect(parts[0]!.sentences.map(({ paragraph }) => paragraph)).toEqual([0, 1, 1, 2, 2]);
  });

  it('stand in the order of the page, numbered by language', async () => {
    const parts = await read(ZH_TITLE, ZH, '', EN_TITLE, EN, EN_MORE, '', ZH_TITLE, ZH_MORE, '');
    expect(parts.map(({ id }) => id)).toEqual(['zh1', 'en1', 'zh2']);
    expect(parts.map(({ text }) => text)).toEqual([
      `${ZH_TITLE}\n${ZH}`,
      `${EN_TITLE}\n${EN}\n${EN_MORE}`,
      `${ZH_TITLE}\n${ZH_MORE}`,
    ]);
  });

  it('are trimmed of blank lines, and sentences count from the start of their part', async () => {
    const [zh, en] = await read('', '\u3000', ZH_TITLE, '', '', EN, '  ', '');
    expect(zh!.text).toBe(ZH_TITLE);
    expect(en!.text).toBe(EN);
    expect(en!.sentences[0]!.start).toBe(0);
    for (const part of [zh!, en!]) {
      for (const { text, start, end } of part.sentences) expect(part.text.slice(start, end)).toBe(text);
    }
  });

  it('take a Chinese line with many English names for Chinese', async () => {
    const credit = 'Jane Miller、Peter van der Berg 和 Ann Lee 以及 Tom Fox 在伦敦的报道; 王小明和李大海编辑';
    expect((await read(ZH, credit, EN, EN_MORE)).map(({ id }) => id)).toEqual(['zh1', 'en1']);
    expect((await read(credit)).map(({ id }) => id)).toEqual(['zh1']);
  });

  it('leave a byline with two English names where it stands', async () => {
    const byline = '作者:Peter Miller 和 Johannes van der Berg 2023 年';
    expect((await read(ZH_TITLE, byline, ZH, EN_TITLE, EN)).map(({ id }) => id)).toEqual(['zh1', 'en1']);
  });

  it('take a Chinese sentence with a bracketed original for Chinese', async () => {
    expect((await read('助理部长拉姆齐(Gordon Ramsey)拒绝评论。')).map(({ id }) => id)).toEqual(['zh1']);
  });

  it('take an English sentence with a Chinese word for English', async () => {
    expect((await read('The word for bridge is 桥, and it is easy to write.')).map(({ id }) => id)).toEqual([
      'en1',
    ]);
  });

  it('are not torn by a photo credit or a name in the other language', async () => {
    const parts = await read(ZH, ZH_MORE, 'Photo: Jane Doe', ZH, ZH_MORE, EN, EN_MORE, '王小明', EN, EN_MORE);
    expect(parts.map(({ id }) => id)).toEqual(['zh1', 'en1']);
    expect(parts[0]!.text).toContain('Jane Doe');
    expect(parts[1]!.text).toContain('王小明');
  });

  it('are cut where a short version stands between two long ones', async () => {
    expect((await read(ZH, ZH_MORE, EN, ZH, ZH_MORE)).map(({ id }) => id)).toEqual(['zh1', 'en1', 'zh2']);
  });

  it('are two where a page takes turns, paragraph by paragraph or line by line', async () => {
    const turns = Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? ZH : EN));
    for (const lines of [turns, turns.flatMap((line) => [line, ''])]) {
      const [zh, en, ...others] = await read(...lines);
      expect(others).toEqual([]);
      expect([zh!.id, en!.id]).toEqual(['zh1', 'en1']);
      expect(zh!.sentences.length).toBe(200);
      expect(zh!.sentences.filter(({ text }) => text === '许多居民前来参观。').length).toBe(100);
      for (const { text, start, end } of en!.sentences) expect(en!.text.slice(start, end)).toBe(text);
      expect(en!.sentences.at(-1)!.paragraph).toBe(99);
    }
  });

  it('are as many as there are versions where each is longer than a paragraph or two', async () => {
    const long = (line: string) => Array.from({ length: 12 }, () => line);
    const parts = await read(...long(ZH), ...long(EN), ...long(ZH), ...long(EN));
    expect(parts.map(({ id }) => id)).toEqual(['zh1', 'en1', 'zh2', 'en2']);
  });

  it.each([
    [
      'Japanese',
      '東京都は、来年の春から水道の料金を引き上げると発表した。家庭の負担は月に二百円ほど増えるという。',
    ],
    ['Korean', '서울시는 내년 봄부터 수도 요금을 올린다고 밝혔다. 가정의 부담은 한 달에 이천 원쯤 늘어난다.'],
    [
      'French',
      'La ville a annoncé que les prix de l’eau vont monter dans les mois qui viennent pour tous les foyers.',
    ],
    [
      'German',
      'Die Stadt hat angekündigt, dass der Preis für das Wasser im Frühjahr steigt und nicht wieder sinkt.',
    ],
    [
      'Cyrillic letters',
      'Город сообщил, что цены на воду вырастут весной, и это затронет каждую семью в городе.',
    ],
    [
      'pinyin',
      'Shì zhèngfǔ zhōu èr biǎoshì, gǎngkǒu dàqiáo yǐjīng chóngxīn kāifàng, xíngrén kěyǐ miǎnfèi tōngxíng.',
    ],
  ])('leave %s in between aside, and the page says so', async (tongue, foreign) => {
    const { parts, notices } = await document(ZH_TITLE, ZH, foreign, ZH_MORE, foreign, EN, EN_MORE);
    expect(parts.map(({ id }) => id)).toEqual(['zh1', 'en1']);
    expect(parts[0]!.text).toBe(`${ZH_TITLE}\n${ZH}\n\n${ZH_MORE}`);
    expect(notices).toEqual([`Set aside, for it is neither Chinese nor English: 2 lines in ${tongue}.`]);
  });

  it('keep a few foreign words where they stand', async () => {
    const { parts, notices } = await document(
      EN,
      EN_MORE,
      '“Bonjour, monsieur. Comment ça va ?”',
      EN,
      EN_MORE,
    );
    expect(parts).toHaveLength(1);
    expect(parts[0]!.text).toContain('Bonjour');
    expect(notices).toEqual([]);
  });

  it('mark what pages have around a story', async () => {
    const [part] = await read(ZH_TITLE, '来源：港口晚报', ZH, 'Learn More →', ZH_MORE);
    const noise = part!.sentences.filter((sentence) => sentence.isNoise).map(({ text }) => text);
    expect(noise).toEqual(['来源：港口晚报', 'Learn More →']);
  });

  it('keep lines without letters with the line before, the first ones with the next', async () => {
    const [zh, en, ...others] = await read('2024-03-05', '***', ZH, '* * *', '12:30', EN, '2024');
    expect(others).toEqual([]);
    expect(zh!.text).toBe(`2024-03-05\n***\n${ZH}\n* * *\n12:30`);
    expect(en!.text).toBe(`${EN}\n2024`);
  });

  it('keep lines with too few letters with the line before', async () => {
    expect((await read(ZH, 'OK', ZH_MORE)).map(({ id }) => id)).toEqual(['zh1']);
    expect((await read(EN, '一', EN_MORE)).map(({ id }) => id)).toEqual(['en1']);
  });

  it('exist for a document of a single short word', async () => {
    expect((await read('好'))[0]).toMatchObject({ id: 'zh1', text: '好' });
    expect((await read('好 abc'))[0]).toMatchObject({ id: 'zh1', text: '好 abc' });
    expect((await read('Hi', '1 + 1'))[0]).toMatchObject({ id: 'en1', text: 'Hi\n1 + 1' });
  });

  it('are Traditional or Simplified by their characters', async () => {
    expect((await read('我們會說這個國家的語言，並為學習過程記錄時間。'))[0]!.locale).toBe('zh-TW');
    expect((await read('我们会说这个国家的语言，并为学习过程记录时间。'))[0]!.locale).toBe('zh-CN');
    expect((await read('我们会说这个国家的语言，下週再来，并为学习記录时间。'))[0]!.locale).toBe('zh-CN');
    expect((await read('佢哋話呢個係最好嘅軟件，質素冇得彈。'))[0]!.locale).toBe('zh-HK');
    expect((await read('這個軟體透過網路傳送資料。'))[0]!.locale).toBe('zh-TW');
    expect((await read('天上有白云。'))[0]!.locale).toBe('zh-CN');
    expect((await read(EN))[0]!.locale).toBe('en');
  });

  it.each([
    ['pages/story.txt', 'story.txt'],
    ['C:\\pages\\story.txt', 'story.txt'],
    ['story.txt', 'story.txt'],
    ['a\\b/故事.txt', '故事.txt'],
  ])('name the file %s without its folders', async (file, name) => {
    expect((await readDocument(utf8(ZH), file)).parts[0]!.file).toBe(name);
    expect(readSegmented(utf8(ZH), file).file).toBe(name);
  });

  it('do not exist without Chinese or English', async () => {
    for (const text of ['1 2 3\n***', 'Привет, мир.']) {
      await expect(read(text)).rejects.toThrow(
        /^pages\/story\.txt: There is no Chinese and no English in this file/,
      );
      expect(() => readSegmented(utf8(text), 'a.txt')).toThrow(
        expect.objectContaining({ code: 'language' }) as DuiqiError,
      );
    }
  });

  it('keep the line breaks of the file', async () => {
    const {
      parts: [part],
    } = await readDocument(utf8('他来了。\r\n\r\n她走了。\r\n'), 'a.txt');
    expect(part!.text).toBe('他来了。\r\n\r\n她走了。');
    expect(part!.sentences.map(({ text, paragraph }) => [text, paragraph])).toEqual([
      ['他来了。', 0],
      ['她走了。', 1],
    ]);
  });

  it('number paragraphs by what stands in them, not by blank lines', async () => {
    const [part] = await read('One. Two.', '', ' '.repeat(200), '', 'Three.', 'Four.');
    expect(part!.sentences.map(({ paragraph }) => paragraph)).toEqual([0, 0, 1, 2]);
  });
});

describe('a file with one sentence a line', () => {
  const texts = (text: string) =>
    readSegmented(utf8(text), 'a.txt').sentences.map((sentence) => sentence.text);

  it('has as many sentences as lines, a final line break not counted', async () => {
    expect(texts('他来了。她走了。\n他说：\n“好。”\n')).toEqual(['他来了。她走了。', '他说：', '“好。”']);
    expect(texts('One\nTwo')).toEqual(['One', 'Two']);
  });

  it('keeps blank lines as sentences without text', async () => {
    expect(texts('One\n\n \nTwo\n\n')).toEqual(['One', '', '', 'Two', '']);
    expect(texts('\nOne')).toEqual(['', 'One']);
  });

  it('may end its lines in any way', async () => {
    expect(texts('One\r\nTwo\rThree\r\n')).toEqual(['One', 'Two', 'Three']);
  });

  it('is one part and one paragraph, whatever languages it has', async () => {
    const part = readSegmented(utf8(`${ZH}\nHarbour Bridge\n${ZH_MORE}\n`), 'a.txt');
    expect(part).toMatchObject({ id: 'zh1', language: 'zh', locale: 'zh-CN', file: 'a.txt' });
    expect(part.sentences.map(({ paragraph }) => paragraph)).toEqual([0, 0, 0]);
    expect(readSegmented(utf8('Yes\nNo\n'), 'a.txt')).toMatchObject({
      id: 'en1',
      language: 'en',
      locale: 'en',
    });
  });

  it('has sentences that are trimmed slices of its text', async () => {
    const part = readSegmented(utf8('\uFEFF \u3000One\u00a0\n\n\tTwo \n'), 'a.txt');
    expect(part.text).toBe(' \u3000One\u00a0\n\n\tTwo \n');
    for (const { text, start, end } of part.sentences) expect(part.text.slice(start, end)).toBe(text);
    expect(part.sentences.map(({ text }) => text)).toEqual(['One', '', 'Two']);
  });

  it('refuses what is no text', async () => {
    expect(() => readSegmented(utf8(''), 'a.txt')).toThrow(/no text/);
  });
});
