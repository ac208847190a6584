/** Tells all that is wrong with a TMX. */
import type { Source } from '../source.ts';
import { checkElement } from './element-rules.ts';
import { checkHeader } from './header-rules.ts';
import type { Finding, Tell } from './rules.ts';
import { partsOf, surveyOf } from './survey.ts';
import type { Part } from './tree.ts';
import { checkUnit } from './unit-rules.ts';

/**
 * What breaks a rule in a TMX, about in the order of the file. The file is read twice, and takes the memory of its
 * largest unit. It need not be well-formed: after each fault reading goes on.
 *
 * @throws DuiqiError `format` where it is no TMX at all; `too-large` where one unit or text is longer than 16 million
 * characters
 */
export async function* checkTmx(source: Source): AsyncGenerator<Finding> {
  let found: Finding[] = [];
  const tell: Tell = (rule, { line, column }, message) => found.push({ rule, line, column, message });
  const survey = await surveyOf(source, false);
  let isHeaderChecked = false;
  const check = (part: Part) => {
    if (part.kind !== 'unit' && part.kind !== 'header') return;
    if (!isHeaderChecked) checkHeader(survey, tell);
    else if (part.kind === 'header' && part.element.line !== survey.header?.line)
      checkElement(part.element, tell);
    isHeaderChecked = true;
    if (part.kind === 'unit' && !part.isCut) checkUnit(part.element, survey, tell);
  };
  for await (const parts of partsOf(source, tell)) {
    parts.forEach(check);
    yield* found.sort(byPlace);
    found = [];
  }
  if (!isHeaderChecked) checkHeader(survey, tell);
  yield* found.sort(byPlace);
}

const byPlace = (a: Finding, b: Finding) => a.line - b.line || a.column - b.column;
