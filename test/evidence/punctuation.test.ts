import { describe, expect, test } from 'vitest';
import { readMarks } from '../../src/evidence/punctuation.ts';

const marksOf = (...texts: string[]) => readMarks(texts);

describe('quotations', () => {
  test.each([
    ['curly', '“走吧。', '快走！”'],
    ['corner', '「走吧。', '快走！」'],
    ['double corner', '『走吧。', '快走！』'],
    ['English curly', '“Let us go.', 'Be quick!”'],
    ['straight', '"Let us go.', 'Be quick!"'],
    ['German', '„Let us go.', 'Be quick!”'],
    ['single curly', '‘Let us go.', 'Be quick!’'],
  ])('of %s quotes go on from one sentence to the next', (_, first, second) => {
    const [one, two, three] = marksOf(first, second, 'End.');
    expect(one).toMatchObject({ opened: 1, closed: 0, beginsQuoted: false, endsQuoted: true });
    expect(two).toMatchObject({ opened: 0, closed: 1, beginsQuoted: true, endsQuoted: false });
    expect(three).toMatchObject({ opened: 0, closed: 0, beginsQuoted: false, endsQuoted: false });
  });

  test('within one sentence are opened and closed', () => {
    expect(marksOf('他说：“好。”她说：“不。”')[0]).toMatchObject({ opened: 2, closed: 2, endsQuoted: false });
    expect(marksOf('"Yes," he said. "No," she said.')[0]).toMatchObject({
      opened: 2,
      closed: 2,
      endsQuoted: false,
    });
  });

  test('in straight quotes are told by the white space around them', () => {
    expect(marksOf('He said "yes" and ("no").')[0]).toMatchObject({
      opened: 2,
      closed: 2,
      endsQuoted: false,
    });
    expect(marksOf('5" and 6" wide')[0]).toMatchObject({ opened: 0, closed: 2 });
  });

  test('that are never closed stay open until the end', () => {
    const marks = marksOf('“One.', 'Two.', 'Three.');
    expect(marks.map(({ endsQuoted }) => endsQuoted)).toEqual([true, true, true]);
  });

  test('apostrophes open and close nothing', () => {
    expect(marksOf("It's the boys' dog, isn't it?", 'rock ’n’ roll')).toMatchObject([
      { opened: 0, closed: 0, endsQuoted: false },
      { opened: 0, closed: 0, endsQuoted: false },
    ]);
  });

  test('at the beginning of a sentence are seen behind white space', () => {
    expect(marksOf(' “是。', '是“的”。', '"Yes', '「是')).toMatchObject([
      { startsWithQuote: true },
      { startsWithQuote: false },
      { startsWithQuote: true },
      { startsWithQuote: true },
    ]);
  });
});

describe('the last mark', () => {
  test.each([
    ['走吧。', '.'],
    ['Go.', '.'],
    ['走吗？', '?'],
    ['“走吗？”', '?'],
    ['Go?) ', '?'],
    ['走！」', '!'],
    ['走！？', '?'],
    ['他说：', ':'],
    ['He said:', ':'],
    ['走……', '…'],
    ['Go…', '…'],
    ['第一章', ''],
    ['Chapter One', ''],
    ['一，', ''],
    ['', ''],
    ['”', ''],
  ])('of %j is %j', (text, last) => {
    expect(marksOf(text)[0]).toMatchObject({ last, endsOpen: last === '' || last === ':' });
  });
});

describe('counts', () => {
  test('take marks of both languages and widths for the same', () => {
    const [zh, en] = marksOf(
      '你？我！（他）：一，二、三；四——五',
      'You? Me! (He): one, two, three; four -- five',
    );
    const counts = { questions: 1, exclamations: 1, colons: 1, dashes: 1, brackets: 1, commas: 3 };
    expect(zh).toMatchObject(counts);
    expect(en).toMatchObject(counts);
  });

  test('take a run of marks for one', () => {
    expect(marksOf('什么？？？！！')[0]).toMatchObject({ questions: 1, exclamations: 1 });
  });

  test('do not take a hyphen for a dash', () => {
    expect(marksOf('a well-known man')[0]).toMatchObject({ dashes: 0 });
  });
});

test('no sentence has no marks', () => {
  expect(marksOf()).toEqual([]);
});
