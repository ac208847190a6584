/** What Moses, fairseq and Marian train on: a text a side with one unit a line, and its score on that line of a third file. */
import { DuiqiError } from '../../errors.ts';
import type { Format, ReadingOptions } from '../format.ts';
import { everyLineOf, type Source } from '../source.ts';
import { roundScore, type UnitRead } from '../unit.ts';
import { onOneRow, scoreIn } from './rows.ts';

export const MOSES: Format = {
  name: 'moses',
  endings: ['.zh', '.en', '.scores'],
  holdsEveryBead: false,
  holdsAnchors: false,
  holdsSeveralAlignments: true,
  holdsSeveralLocales: false,
  open: () => ({
    add: ({ zh, en, score }) => [
      `${onOneRow(zh)}\n`,
      `${onOneRow(en)}\n`,
      `${score === undefined ? '' : roundScore(score)}\n`,
    ],
    end: () => ['', '', ''],
    losses: { blank: 0, droppedCharacters: 0 },
  }),
  read: readMoses,
};

/** Line by line, blank ones too; lines without any text in either language are no units. */
async function* readMoses(
  [zhSource, enSource, scoreSource]: readonly (Source | undefined)[],
  { onNotice }: ReadingOptions,
): AsyncGenerator<UnitRead> {
  const zhLines = everyLineOf(present(zhSource, enSource, '.zh'));
  const enLines = everyLineOf(present(enSource, zhSource, '.en'));
  const scores = scoreSource && everyLineOf(scoreSource);
  let blank = 0;
  for (let line = 1; ; line++) {
    const [zh, en, score] = await Promise.all([zhLines.next(), enLines.next(), scores?.next()]);
    if (zh.done && en.done) break;
    const short = zh.done ? zhSource : enSource;
    if (zh.done || en.done || score?.done) {
      const file = (zh.done || en.done ? short : scoreSource)!.file;
      const advice = 'Line by line the files must belong together.';
      throw new DuiqiError('format', 'the other file has more lines.', { file, line }, advice);
    }
    if (zh.value.line === '' && en.value.line === '') {
      blank++;
      continue;
    }
    const typed = score?.value?.line ?? '';
    const place = { file: scoreSource?.file, line, column: 1 };
    yield { zh: zh.value.line, en: en.value.line, ...(typed !== '' && { score: scoreIn(typed, place) }) };
  }
  if (blank > 0) onNotice?.(`${blank} blank ${blank === 1 ? 'line' : 'lines'} passed over.`);
}

function present(source: Source | undefined, other: Source | undefined, ending: string): Source {
  if (source) return source;
  const advice = `Beside it must lie the file of the same name with ${ending}.`;
  throw new DuiqiError('missing-file', 'its other side is missing.', { file: other?.file }, advice);
}
