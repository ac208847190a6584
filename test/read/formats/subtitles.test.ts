import type { DuiqiError } from 'duiqi';
import { describe, expect, it } from 'vitest';
import { looksLikeSubtitles, readSubtitles } from '../../../src/read/formats/subtitles.ts';

const read = (source: string) => readSubtitles(source, 'film.srt');
const texts = async (source: string) => (await read(source)).pieces.map(({ text }) => text);
const failure = (source: string): Promise<DuiqiError> =>
  read(source).then(
    () => expect.fail('nothing was thrown'),
    (error) => error,
  );

/** Seconds from the start as SRT has them. */
function time(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 23).replace('.', ',');
}

/** SRT in which each cue lasts a second, and the next follows half a second later. */
function srt(...cues: string[]): string {
  return cues.map((text, i) => `${i + 1}\n${time(i * 1.5)} --> ${time(i * 1.5 + 1)}\n${text}\n`).join('\n');
}

const FERRY = ['The ferry was late.', 'Nobody minded.'];

describe('a subtitle file', () => {
  it.each([
    ['SRT', srt(...FERRY)],
    ['a byte order mark and Windows line ends', `\uFEFF${srt(...FERRY).replaceAll('\n', '\r\n')}`],
    ['old line ends', srt(...FERRY).replaceAll('\n', '\r')],
    ['no numbers', srt(...FERRY).replace(/^\d\n/gm, '')],
    ['no blank lines between cues', srt(...FERRY).replaceAll('\n\n', '\n')],
    ['lines of blanks between cues', srt(...FERRY).replaceAll('\n\n', '\n \t\n')],
    ['a blank line before the text', srt(...FERRY).replace('The ferry', '\nThe ferry')],
    ['a full stop in the times', srt(...FERRY).replace(/(\d),(\d)/g, '$1.$2')],
    ['times without hours', srt(...FERRY).replace(/00:(\d\d:\d\d)/g, '$1')],
    ['times without milliseconds', srt(...FERRY).replace(/,\d{3}/g, '')],
    ['no blanks around the arrow', srt(...FERRY).replaceAll(' --> ', '-->')],
    ['places behind the times', srt(...FERRY).replace(/(-->.*)/g, '$1 X1:100 X2:200 Y1:50 Y2:60')],
    ['no line break at its end', srt(...FERRY).trimEnd()],
    ['an empty cue', srt(FERRY[0]!, '', '<i> </i>', FERRY[1]!)],
    [
      'WebVTT',
      'WEBVTT - Ferry\nKind: captions\n\nfirst\n00:01.000 --> 00:02.000 line:0 align:start\nThe ferry was late.\n\n' +
        'NOTE\nnot seen\n00:09\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:x\n\nsecond\n00:03.000 --> 00:04.000\nNobody minded.\n',
    ],
  ])('may be or have %s', async (_, source) => {
    expect(await texts(source)).toEqual(FERRY);
  });

  it('keeps a line of the text that is a number, and what stands behind a blank line in a cue', async () => {
    expect(await texts(srt('1984.', 'It began.\n\nIt ended.'))).toEqual(['1984.', 'It began. It ended.']);
  });

  it('loses its tags, and its entities are resolved', async () => {
    const source = srt(
      '{\\an8}<i>Cold</i> <b>tea</b> &amp; <font color="#ff0000">old</font> bread.',
      '<c.loud>I &lt;3 it</c>,<00:00:01.200> she said\\Nat noon.',
      '<ruby>渡<rt>dù</rt></ruby>船&#x6765;了。',
    );
    expect(await texts(source)).toEqual([
      'Cold tea & old bread.',
      'I <3 it, she said at noon.',
      '渡船来了。',
    ]);
  });

  it('keeps signs that only look like tags or entities', async () => {
    expect(await texts(srt('Is 3 < 5? R&D says so; x > y &foo; {sic}.'))).toEqual([
      'Is 3 < 5? R&D says so; x > y &foo; {sic}.',
    ]);
  });

  it('has paragraphs only', async () => {
    const { pieces, notices } = await read(srt(...FERRY));
    expect(pieces).toEqual(FERRY.map((text) => ({ text, role: 'paragraph' })));
    expect(notices).toEqual([]);
  });
});

describe('a sentence in subtitles', () => {
  it('goes on across cues and lines to its end mark', async () => {
    expect(
      await texts(srt('When the ferry\ncame at last,', 'nobody was', 'on the quay.', 'We left.')),
    ).toEqual(['When the ferry came at last, nobody was on the quay.', 'We left.']);
    expect(await texts(srt('渡船终于\n来的时候，', '码头上没有人。', '我们走了。'))).toEqual([
      '渡船终于来的时候，码头上没有人。',
      '我们走了。',
    ]);
  });

  it('ends with marks behind closing quotes', async () => {
    expect(await texts(srt('She said, "Wait!"', 'We waited.', '她说：“等等！”', '我们等了。'))).toEqual([
      'She said, "Wait!"',
      'We waited.',
      '她说：“等等！”',
      '我们等了。',
    ]);
  });

  it('does not end at a title, or where the next cue begins in lower case', async () => {
    expect(await texts(srt('I met Mr.', 'Lin at', 'the corner...', 'of the street.', 'He ran.'))).toEqual([
      'I met Mr. Lin at the corner... of the street.',
      'He ran.',
    ]);
  });

  it('ends at a pause of more than three seconds', async () => {
    const cues = (start: string) =>
      `00:00:01,000 --> 00:00:02,000\nThe boat\n\n${start} --> 00:00:09,000\nis here.\n`;
    expect(await texts(cues('00:00:05,000'))).toEqual(['The boat is here.']);
    expect(await texts(cues('00:00:05,100'))).toEqual(['The boat', 'is here.']);
  });

  it('ends where another begins to speak', async () => {
    expect(await texts(srt('- Where to', '- Home.', 'So am', '>> I said no.'))).toEqual([
      'Where to',
      'Home.',
      'So am',
      'I said no.',
    ]);
    const voices = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Lin>If it rains\n\n00:02.000 --> 00:03.000\n';
    expect(await texts(`${voices}<v Lin>we stay.`)).toEqual(['If it rains we stay.']);
    expect(await texts(`${voices}<v.low Old Chen>we stay.`)).toEqual(['If it rains', 'we stay.']);
    expect(await texts(`${voices}<v Chen>Stay.</v>\n<v Lin>Go.</v>`)).toEqual([
      'If it rains',
      'Stay.',
      'Go.',
    ]);
  });

  it('is one of two when two speakers share a cue', async () => {
    expect(await texts(srt('- Tea?\n- Please.', '－你来了\n－来了', '-走吧 -好。', 'Yes.\n- No.'))).toEqual([
      'Tea?',
      'Please.',
      '你来了',
      '来了',
      '走吧',
      '好。',
      'Yes.',
      'No.',
    ]);
  });

  it('keeps the minus of a number and the dash of a speech that goes on', async () => {
    expect(await texts(srt('-5 degrees.', '—and so on.', 'Well-known.'))).toEqual([
      '-5 degrees. —and so on.',
      'Well-known.',
    ]);
  });

  it('is a cue where hardly any cue ends in a full stop', async () => {
    expect(await texts(srt('渡船晚了', '没有人\n在意', '你冷吗？', '走吧！', '那我们', '回家'))).toEqual([
      '渡船晚了',
      '没有人在意',
      '你冷吗？',
      '走吧！',
      '那我们',
      '回家',
    ]);
  });

  it('may be sung', async () => {
    const source = srt('He hums', '♪ The river runs\nto the sea ♪', '♪ and I stay ♪', '♪♪', 'He stops.');
    expect(await texts(source)).toEqual(['He hums', 'The river runs to the sea', 'and I stay', 'He stops.']);
  });

  it('is said once where captions roll', async () => {
    const rolling = [
      '00:00:00.000 --> 00:00:02.000\nthe ferry was',
      '00:00:02.000 --> 00:00:02.010\nthe ferry was',
      '00:00:02.010 --> 00:00:04.000\nthe ferry was\nlate that day',
      '00:00:04.000 --> 00:00:06.000\nlate that day\nas always',
    ];
    expect(await texts(`WEBVTT\n\n${rolling.join('\n\n')}\n`)).toEqual([
      'the ferry was',
      'late that day',
      'as always',
    ]);
    expect(await texts(srt('No.', 'No.'))).toEqual(['No.', 'No.']);
  });

  it('stays where it stands when cues overlap or are not sorted', async () => {
    const source =
      '00:00:03,000 --> 00:00:05,000\nFirst.\n\n00:00:01,000 --> 00:00:04,000\nSecond.\n\n00:00:02,000 --> 00:00:03,000\nThird.';
    expect(await texts(source)).toEqual(['First.', 'Second.', 'Third.']);
  });
});

describe('sounds in subtitles', () => {
  it('are noise, and stand apart from the sentence they interrupt', async () => {
    const { pieces } = await read(
      srt('The door', '[door slams]', 'is shut.', '（敲门声）', '(wind\nhowls)', '我来。'),
    );
    expect(pieces.map(({ text, isNoise = false }) => [text, isNoise])).toEqual([
      ['The door is shut.', false],
      ['[door slams]', true],
      ['（敲门声）', true],
      ['(wind howls)', true],
      ['我来。', false],
    ]);
  });

  it('are no noise within speech', async () => {
    const { pieces } = await read(srt('[sighs] I know.', '[knocking]\nWho is there?'));
    expect(pieces.map(({ text, isNoise = false }) => [text, isNoise])).toEqual([
      ['[sighs] I know.', false],
      ['[knocking]', true],
      ['Who is there?', false],
    ]);
  });
});

describe('bilingual subtitles', () => {
  it('give the Chinese sentence, then the English one, each across its cues', async () => {
    const source = srt(
      '渡船终于来的时候，\nWhen the ferry came at last,',
      '码头上没有人。\nnobody was on the quay.',
      '我们走了。\nWe left',
      '天黑了。\nin the dark.',
    );
    expect(await texts(source)).toEqual([
      '渡船终于来的时候，码头上没有人。',
      'When the ferry came at last, nobody was on the quay.',
      '我们走了。',
      'We left in the dark.',
      '天黑了。',
    ]);
  });

  it('may have no marks in the Chinese, the English above, or a cue for each language', async () => {
    expect(await texts(srt('渡船晚了\nThe ferry was', '没有人在意\nlate, and so what.'))).toEqual([
      '渡船晚了',
      'The ferry was late, and so what.',
      '没有人在意',
    ]);
    expect(await texts(srt('It rains.\n下雨了。', 'Good.\n好。'))).toEqual([
      '下雨了。',
      'It rains.',
      '好。',
      'Good.',
    ]);
    const together = ['It', '雨', 'rains.', '下了。'].map(
      (text, i) => `00:00:0${i >> 1},000 --> 00:00:0${(i >> 1) + 1},000\n${text}`,
    );
    expect(await texts(together.join('\n\n'))).toEqual(['It rains.', '雨下了。']);
  });

  it('are not made of a foreign line here and there', async () => {
    expect(await texts(srt('他说：', 'Hello\n意思是', '你好。', '我懂。', '真的。'))).toEqual([
      '他说： Hello 意思是你好。',
      '我懂。',
      '真的。',
    ]);
  });
});

describe('damaged subtitles', () => {
  const damaged = `${srt(...FERRY)}\n3\n00:00:0x,000 --> 00:00:09,000\nLost.\n`;

  it('are read as far as they can be, with a notice', async () => {
    const { pieces, notices } = await read(damaged);
    expect(pieces.map(({ text }) => text)).toEqual(FERRY);
    expect(notices).toEqual(['One cue was left out: its time in line 10 cannot be read.']);
    expect((await read(`${damaged}\n-->\nLost too.`)).notices).toEqual([
      '2 cues were left out: their times cannot be read, the first of them in line 10.',
    ]);
  });

  it('are an error when no cue can be read', async () => {
    const error = await failure('1\n00:00:0x,000 --> 00:00\nLost.\n');
    expect(error).toMatchObject({
      name: 'DuiqiError',
      code: 'damaged',
      position: { file: 'film.srt', line: 2 },
    });
    expect(error.message).toBe(
      'film.srt:2: No time in this subtitle file can be read. Write a line with times before each cue, such as 00:01:02,500 --> 00:01:04,000.',
    );
    expect(await failure('WEBVTT\n\nNOTE nothing')).toMatchObject({ code: 'damaged' });
    expect(await failure(srt('', '<i></i>', '♪'))).toMatchObject({ code: 'empty' });
    expect(await failure('x'.repeat((1 << 22) + 1))).toMatchObject({ code: 'too-large' });
  });

  it('are an error when the text of a cue has no end', async () => {
    expect(await failure(srt('Hi.', 'and on '.repeat(3000)))).toMatchObject({
      code: 'damaged',
      position: { line: 6 },
    });
  });

  it('may have an arrow in what is said', async () => {
    expect(await texts(srt('Left --> right.', 'Go.'))).toEqual(['Left --> right.', 'Go.']);
  });
});

describe('what looks like subtitles', () => {
  it.each([
    srt('Hi.'),
    `\uFEFF\r\n${srt('Hi.')}`,
    'WEBVTT\n',
    'WEBVTT - x\n\n',
    '00:01.000 --> 00:02.000\nHi.',
  ])('is %j', (source) => {
    expect(looksLikeSubtitles(source)).toBe(true);
  });

  it.each([
    '',
    'WEBVTTX\n',
    'Chapter 1\n\nIt was 10:30.',
    '1\n\nThe road --> the sea',
    '第一章\n00:01 他来了',
  ])('is not %j', (source) => {
    expect(looksLikeSubtitles(source)).toBe(false);
  });
});
