/** The rules for what stands before the units. */
import { checkElement } from './element-rules.ts';
import { isTag } from './locale-pairs.ts';
import { type Place, quoted, type Tell } from './rules.ts';
import type { Survey } from './survey.ts';

const START: Place = { line: 1, column: 1 };
const VERSION = '1.4';
const OLD_VERSIONS: ReadonlySet<string> = new Set(['1.1', '1.2', '1.3', '1.4a', '1.4b']);

/** Tells what is wrong with the root and the header. */
export function checkHeader(survey: Survey, tell: Tell): void {
  const { root, header, srclang, isSrclangRight, hiddenParagraph } = survey;
  if (root) {
    checkElement(root, tell);
    checkVersion(root.attributes.get('version'), root, tell);
  }
  if (!header) {
    tell('missing-srclang', root ?? START, 'The file has no <header>, and so names no source language.');
    return;
  }
  checkElement(header, tell);
  if (hiddenParagraph) {
    const named = header.attributes.get('segtype') ?? 'nothing';
    const where = `the unit in line ${hiddenParagraph.line} is a paragraph`;
    tell('header-segtype', header, `The header calls the units ${named}, but ${where}.`);
  }
  const named = header.attributes.get('srclang');
  const advice = srclang === undefined ? '' : ` Most units begin with ${srclang}.`;
  if (named === undefined) tell('missing-srclang', header, `<header> lacks the attribute srclang.${advice}`);
  else if (!isSrclangRight && srclang !== undefined) {
    tell('wrong-srclang', header, `srclang is ${quoted(named)}, but no unit is in that.${advice}`);
  } else if (named !== '*all*' && !isTag(named)) {
    tell('locale', header, `srclang is ${quoted(named)}, which is no BCP 47 code.`);
  }
  const adminlang = header.attributes.get('adminlang');
  if (adminlang !== undefined && !isTag(adminlang)) {
    tell('locale', header, `adminlang is ${quoted(adminlang)}, which is no BCP 47 code.`);
  }
}

function checkVersion(version: string | undefined, place: Place, tell: Tell): void {
  if (version === VERSION) return;
  if (version === undefined) tell('version', place, '<tmx> does not say which version of TMX this is.');
  else if (OLD_VERSIONS.has(version)) tell('old-version', place, `This is TMX ${version}, not ${VERSION}.`);
  else
    tell(
      'version',
      place,
      `${quoted(version)} is no version of TMX that programs know; the last is ${VERSION}.`,
    );
}
