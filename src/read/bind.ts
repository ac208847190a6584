/** What links ask for, and whether it can be had. */
import { DuiqiError } from '../errors.ts';
import { type Bead, type Link, type Part, size } from '../model.ts';

/** The largest bead there may be, in sentences. */
export interface LargestBead {
  readonly zh: number;
  readonly en: number;
}

/**
 * The runs of sentences that links bind together, in order and apart: whatever else a bead holds, it holds such a
 * pair of runs whole or nothing of it. Any such pairs can be obeyed at once.
 *
 * @throws DuiqiError `usage`, with the file and line of a link that names no sentence, crosses another one, or
 * would need too large a bead
 */
export function bindLinks(links: readonly Link[], zh: Part, en: Part, largest: LargestBead): Bead[] {
  for (const link of links) {
    checkNumber(link, link.zh, zh);
    checkNumber(link, link.en, en);
  }
  const sorted = [...links].sort((a, b) => a.zh - b.zh || a.en - b.en);
  const bound: Bead[] = [];
  sorted.forEach((link, k) => {
    const before = sorted[k - 1];
    if (before && link.en < before.en) throw crossing(before, link);
    const joins = before && (before.zh === link.zh || before.en === link.en);
    const { zh, en } = joins ? bound.pop()! : { zh: { start: link.zh }, en: { start: link.en } };
    const bead = { zh: { start: zh.start, end: link.zh + 1 }, en: { start: en.start, end: link.en + 1 } };
    if (size(bead.zh) > largest.zh || size(bead.en) > largest.en) throw tooLarge(bead, link, largest);
    bound.push(bead);
  });
  return bound;
}

function checkNumber(link: Link, number: number, { file, id, language, sentences }: Part): void {
  if (Number.isInteger(number) && number >= 0 && number < sentences.length) return;
  const [count, last] = [sentences.length, sentences.length - 1];
  const reason = `there is no sentence ${language} ${number}: ${file}#${id} has ${count}.`;
  const advice = count === 0 ? 'Leave the link out.' : `Its sentences are 0 to ${last}.`;
  throw new DuiqiError('usage', reason, placeOf(link), advice);
}

function crossing(one: Link, other: Link): DuiqiError {
  const [earlier, later] = (one.line ?? 0) <= (other.line ?? 0) ? [one, other] : [other, one];
  const inLine = earlier.line === undefined ? '' : ` of line ${earlier.line}`;
  const reason = `the link ${named(later)} crosses the link ${named(earlier)}${inLine}.`;
  return new DuiqiError('usage', reason, placeOf(later), 'Sentences stay in order: leave one of them out.');
}

function tooLarge({ zh, en }: Bead, link: Link, largest: LargestBead): DuiqiError {
  const reason =
    `with this link zh ${zh.start} to ${zh.end - 1} and en ${en.start} to ${en.end - 1} would be one bead; ` +
    `the largest has ${largest.zh} Chinese and ${largest.en} English sentences.`;
  return new DuiqiError('usage', reason, placeOf(link), 'Leave out one of the links that bind them.');
}

const named = ({ zh, en }: Link) => `zh ${zh} with en ${en}`;

const placeOf = ({ file, line }: Link) => ({ file, line, column: line === undefined ? undefined : 1 });
