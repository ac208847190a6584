import type { Run } from '../model.ts';
import type { Lesson, Lessons } from './explained.ts';
import { sharedFloat64, sharedInt32 } from './shared.ts';

/** The lessons of one document in one direction, in tables that threads share. Memory: 16 bytes for each part of a lesson. */
export interface LessonTables {
  /** The triples of each lesson, from `starts[lesson]` up to that of the next. */
  readonly starts: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly shares: Float64Array;
  readonly fromSide: LessonNumbers;
  readonly toSide: LessonNumbers;
}

/** Which lessons hold a sentence of one side, sentence by sentence. */
interface LessonNumbers {
  readonly starts: Int32Array;
  readonly lessons: Int32Array;
}

/** Lays out the lessons of two sides of so many sentences. */
export function layOutLessons(lessons: Lessons, fromCount: number, toCount: number): LessonTables {
  const numbers = new Map<Lesson, number>();
  const numbersOf = (bySentence: Lessons['from'], count: number): LessonNumbers => {
    const starts = sharedInt32(count + 1);
    const all: number[] = [];
    for (let sentence = 0; sentence < count; sentence++) {
      for (const lesson of bySentence.get(sentence) ?? []) {
        const number = numbers.get(lesson) ?? numbers.size;
        numbers.set(lesson, number);
        all.push(number);
      }
      starts[sentence + 1] = all.length;
    }
    return { starts, lessons: filled(sharedInt32(all.length), all) };
  };
  const [fromSide, toSide] = [numbersOf(lessons.from, fromCount), numbersOf(lessons.to, toCount)];
  return { ...layOutTriples([...numbers.keys()]), fromSide, toSide };
}

function filled(table: Int32Array, values: readonly number[]): Int32Array {
  table.set(values);
  return table;
}

function layOutTriples(lessons: readonly Lesson[]): Pick<LessonTables, 'starts' | 'from' | 'to' | 'shares'> {
  const starts = sharedInt32(lessons.length + 1);
  lessons.forEach(({ from }, k) => {
    starts[k + 1] = starts[k]! + from.length;
  });
  const count = starts[lessons.length]!;
  const tables = { starts, from: sharedInt32(count), to: sharedInt32(count), shares: sharedFloat64(count) };
  lessons.forEach(({ from, to, shares }, k) => {
    tables.from.set(from, starts[k]);
    tables.to.set(to, starts[k]);
    tables.shares.set(shares, starts[k]);
  });
  return tables;
}

/** The lessons of a stretch of both sides, whose sentences are numbered from its beginning. */
export function lessonsIn(tables: LessonTables, from: Run, to: Run): Lessons {
  const { starts } = tables;
  const known = new Map<number, Lesson>();
  const lessonOf = (number: number): Lesson => {
    const [start, end] = [starts[number]!, starts[number + 1]!];
    const lesson = known.get(number) ?? {
      from: tables.from.subarray(start, end),
      to: tables.to.subarray(start, end),
      shares: tables.shares.subarray(start, end),
    };
    known.set(number, lesson);
    return lesson;
  };
  const bySentence = (side: LessonNumbers, { start, end }: Run): Lessons['from'] => {
    const lessons = new Map<number, readonly Lesson[]>();
    for (let sentence = start; sentence < end; sentence++) {
      const own = side.lessons.subarray(side.starts[sentence], side.starts[sentence + 1]);
      if (own.length) lessons.set(sentence - start, Array.from(own, lessonOf));
    }
    return lessons;
  };
  return { from: bySentence(tables.fromSide, from), to: bySentence(tables.toSide, to) };
}
